"""The shape of a spec test: a question, a sentence or two, the answer. docs/generate.py prints the same cases as the manual."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plumbline.checks import Finding, Report, check, check_series
from plumbline.checks.against import against
from plumbline.claims import as_data, read
from tabled import book

Fields = Mapping[str, Any]

FIRST_YEAR = 2022
"""Reports of several years are called 2022.txt, 2023.txt and so on."""


class Tie(NamedTuple):
    """A relation by the numbers as printed: its type, the total (None where it has none), the parts, whether it holds."""

    type: str
    total: str | None
    parts: tuple[str, ...]
    holds: bool | None = True


class Found(NamedTuple):
    """A finding: its kind, the number it is about as printed, its sentence in both languages, its working."""

    kind: str
    number: str
    zh: str
    en: str
    working: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One question in both languages, a made-up text, and the answer worked out by hand.

    ``numbers`` names every claim of the text by how it is printed, with the fields asked about (names as in ``--json``;
    ``who_how`` is how ``who`` was come by); a number that is no claim is asked about by its ``kind``. ``relations`` and
    ``findings``, where asked about, are all there are. ``before`` are reports of the same body of earlier years. ``book`` is
    the table of readings (tests/tabled.py) that the text is held against; only what that finds is asked about then, and its
    working only where one is given.
    """

    zh: str
    en: str
    text: str
    numbers: Mapping[str, Fields] = field(default_factory=dict)
    relations: tuple[Tie, ...] | None = None
    findings: tuple[Found, ...] | None = None
    before: tuple[str, ...] = ()
    book: str | None = None

    def __str__(self) -> str:
        """Name the case in pytest's output."""
        return self.en


@dataclass(frozen=True)
class Topic:
    """A chapter of the manual: its title and rules in both languages, its cases."""

    zh: str
    en: str
    rules_zh: str
    rules_en: str
    cases: tuple[Case, ...]


def expected(case: Case) -> dict[str, Any]:
    """The answer as the case gives it."""
    claims = [words for words, fields in case.numbers.items() if fields.get("kind", "quantity") == "quantity"]
    answer: dict[str, Any] = {"numbers": {words: dict(fields) for words, fields in case.numbers.items()}}
    if case.numbers:
        answer["claims"] = sorted(claims)
    if case.relations is not None:
        answer["relations"] = sorted(case.relations, key=repr)
    if case.findings is not None:
        answer["findings"] = sorted(case.findings, key=repr)
    return answer


def observed(case: Case) -> dict[str, Any]:
    """The answer as Plumbline gives it, in the same shape and to the same questions."""
    data = as_data(read(case.text))
    claims = {c["text"]: c for c in data["claims"]}
    answer: dict[str, Any] = {
        "numbers": {
            words: {name: _asked(claims[words], name) for name in fields}
            for words, fields in case.numbers.items()
            if words in claims
        }
    }
    if case.numbers:
        answer["claims"] = sorted(c["text"] for c in data["claims"] if c["kind"] == "quantity")
    if case.relations is not None:
        answer["relations"] = sorted((_tie(r, data["claims"]) for r in data["relations"]), key=repr)
    if case.findings is not None:
        worked = case.book is None or any(f.working for f in case.findings)
        found = [_found(f, case.text) for f in _findings(case)]
        answer["findings"] = sorted((f if worked else f._replace(working=()) for f in found), key=repr)
    return answer


def _asked(claim: Fields, name: str) -> object:
    if name.endswith("_how"):
        source = claim["sources"].get(name.removesuffix("_how"))
        return source["how"] if source else None
    return claim[name]


def _tie(relation: Fields, claims: list[Fields]) -> Tie:
    words = {c["start"]: c["text"] for c in claims}
    parts = tuple(words[p] for p in relation["parts"])
    return Tie(relation["type"], words.get(relation["total"]), parts, relation["holds"])


def _findings(case: Case) -> list[Finding]:
    if case.book is not None:
        return list(against(read(case.text), book(case.book)))
    if not case.before:
        return list(check(read(case.text)))
    texts = (*case.before, case.text)
    series = check_series([Report(f"{year}.txt", read(text)) for year, text in enumerate(texts, FIRST_YEAR)])
    return [*check(read(case.text)), *series[-1]]


def _found(finding: Finding, text: str) -> Found:
    working = tuple(line.zh for line in finding.working)
    return Found(finding.kind, text[finding.start : finding.end], *finding.sentence, working)
