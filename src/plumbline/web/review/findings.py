"""The findings of a review as a table: narrowed to a kind, by pages."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from plumbline.checks import KINDS, Severity
from plumbline.errors import Words
from plumbline.periods import Span
from plumbline.web.bulletin.places import figure, short
from plumbline.web.console.job import Job

EACH = 50
"""Findings on a page."""
LOOKS = {
    Severity.ERROR: ("✗", "bad", Words("不符", "Differs")),
    Severity.NOTE: ("!", "warn", Words("提示", "Note")),
    Severity.UNTOLD: ("?", "", Words("无法判断", "Cannot be told")),
    Severity.OK: ("✓", "good", Words("相符", "Holds")),
}
"""A severity's sign, the class of its tag, its name."""
ALL = "all"


class Choice(NamedTuple):
    """A kind of finding to narrow the table to, and how many there are."""

    key: str
    name: Words
    number: int


class Row(NamedTuple):
    """A finding: how it looks, its kind's name, and what the review wrote down."""

    sign: str
    tag: str
    weight: Words
    name: Words
    said: Mapping[str, Any]

    @property
    def sentence(self) -> Words:
        """What was expected."""
        return Words(*self.said["sentence"])

    @property
    def working(self) -> list[Words]:
        """The arithmetic, line by line."""
        return [Words(*line) for line in self.said["working"]]

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The readings of the book it rests on: what each is called, and the address of its figure."""
        return [_figure(said) for said in self.said["readings"]]


def listed(job: Job, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what a page of findings shows: ``kind`` (a kind, "all", or "" for all but what holds), ``page`` from 1."""
    every = [_row(said) for said in job.done["findings"]]
    kind = asked.get("kind", "")
    some = [row for row in every if _wanted(row.said["kind"], kind)]
    last = max((len(some) - 1) // EACH, 0) + 1
    at = min(max(int(p), 1), last) if (p := asked.get("page", "1")[:6]).isdecimal() else 1
    return {
        "rows": some[(at - 1) * EACH : at * EACH], "kind": kind, "choices": _choices(every), "counts": _counts(every),
        "at": at, "last": last, "done": job.done,
    }  # fmt: skip


def _row(said: Mapping[str, Any]) -> Row:
    kind = KINDS[said["kind"]]
    return Row(*LOOKS[kind.severity], kind.name, said)


def _figure(said: Mapping[str, Any]) -> tuple[str, str]:
    over = short(Span(date.fromisoformat(said["first"]), date.fromisoformat(said["last"])))
    name, scope, body = said["figure"], said["scope"], said["body"]
    called = " · ".join(filter(None, (name, over, scope, body)))
    return called, figure(name, period=over, scope=scope, body=body, as_of=said["size"])


def _wanted(kind: str, asked: str) -> bool:
    return asked == ALL or (kind == asked if asked else KINDS[kind].severity is not Severity.OK)


def _choices(every: list[Row]) -> list[Choice]:
    found = Counter(row.said["kind"] for row in every)
    worth = sum(n for kind, n in found.items() if KINDS[kind].severity is not Severity.OK)
    first = [Choice("", Words("要看的", "Worth reading"), worth), Choice(ALL, Words("全部", "All"), len(every))]
    return first + [Choice(kind, KINDS[kind].name, found[kind]) for kind in KINDS if found[kind]]


def _counts(every: list[Row]) -> list[tuple[str, str, Words, int]]:
    found = Counter(KINDS[row.said["kind"]].severity for row in every)
    return [(*look, found[severity]) for severity, look in LOOKS.items()]
