"""The shape of a spec test of figures: a small table of records, a figure, a period, the reading worked out by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from plumbline.figures.shapes import Counting
from plumbline.lines import line
from plumbline.records import Record

BODY = "城关区人民法院"


class Asks(NamedTuple):
    """What is read: a figure for a period, and what it gives: a number, or a share's two."""

    figure: str
    period: str
    gives: int | tuple[int, int]
    counting: Counting | None = None
    scope: str = ""
    body: str = ""
    size: int | None = None


@dataclass(frozen=True)
class Told:
    """A question in both languages, the records as a table, what is asked and the answers worked out by hand.

    A row of ``records`` is a position, a kind, a case, a day, then ``field=value``; ``body=`` where it is not the usual
    one, ``supersedes=`` for a correction.
    """

    zh: str
    en: str
    line: str
    records: str
    asks: tuple[Asks, ...]
    why_zh: str = ""
    why_en: str = ""


class Register(NamedTuple):
    """The records of a table in order of position, and what each correction supersedes."""

    records: list[Record]
    supersedes: dict[int, int]


@dataclass
class Row:
    """One line of a table."""

    kind: str
    case: str
    on: date
    said: dict[str, str] = field(default_factory=dict)


def register(told: Told) -> Register:
    """Return a table's records; their positions must count from 0."""
    records, supersedes = [], {}
    for at, text in enumerate(t for t in told.records.strip().splitlines() if t.strip()):
        position, kind, case, on, *rest = text.split()
        assert int(position) == at, text
        said: dict[str, Any] = dict(pair.split("=", 1) for pair in rest)
        if "supersedes" in said:
            supersedes[at] = int(said.pop("supersedes"))
        records.append(_record(told.line, kind, {"case": case, "body": BODY, "on": date.fromisoformat(on), **said}))
    return Register(records, supersedes)


def _record(name: str, kind: str, said: Mapping[str, Any]) -> Record:
    """Return a record; what a kind requires and the table leaves out is filled with what makes no difference."""
    model = line(name).kinds[kind].model
    filled: dict[str, Any] = {"offence": "盗窃罪", "measure": "冻结", "nature": "资金", "item": "1"}
    wanted = {k: v for k, v in filled.items() if k in model.model_fields and model.model_fields[k].is_required()}
    persons = (
        {"persons": 1}
        if {"person", "persons"} <= model.model_fields.keys() and not {"person", "persons"} & said.keys()
        else {}
    )
    return model.model_validate({**wanted, **persons, **said})
