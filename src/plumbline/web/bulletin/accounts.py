"""Bridges and what does not fit as they are listed: numbers for all, cases for those who may read them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.figures.bridges import Settled, Unexplained
from plumbline.figures.consistency import NAMES, Inconsistency, Name
from plumbline.web.bulletin import places
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read
from plumbline.web.reading.registers import UNITS

SHOWN = 20
"""Records of one cause, and findings of one way, that are named."""
SIDES = (("+", "left"), ("−", "right"), ("=", "causes"))


class Listed(NamedTuple):
    """What does not fit in one way with one body's cases of a line: some of it, and how many there are."""

    name: Name
    line: str
    body: str
    some: tuple[Inconsistency, ...]
    number: int


def listed(found: Iterable[Inconsistency]) -> list[Listed]:
    """Return what does not fit by way, line and body."""
    several: dict[tuple[Name, str, str], list[Inconsistency]] = {}
    for f in found:
        several.setdefault((f.name, f.line, f.body), []).append(f)
    return [Listed(*key, tuple(each[:SHOWN]), len(each)) for key, each in several.items()]


class Reader(NamedTuple):
    """Who reads, and the records that are named (line, body, case) by their position."""

    account: Account
    rows: Mapping[int, Mapping[str, str]]

    def cases(self, positions: Sequence[int]) -> list[tuple[int, str, str]]:
        """Return position, case and address of those of the records that may be read."""
        known = [(at, self.rows[at]) for at in positions if at in self.rows]
        mine = [(at, row) for at, row in known if may_read(self.account, row["line"], row["body"])]
        return [(at, row["case"], places.case(row["line"], row["body"], row["case"])) for at, row in mine]


def bridge(both: Sequence[Settled], reader: Reader) -> dict[str, Any]:
    """Return a bridge in all its countings as a table: a row for each side and cause, and what is left."""
    first = both[0]
    scopes = first.scopes
    open_ = [_unexplained(s, each, reader) for s in both for each in s.unexplained[:SHOWN]]
    return {
        "id": first.bridge.id, "title": Words(first.bridge.zh, first.bridge.en), "definition": first.bridge.definition,
        "units": [UNITS[s.counting] for s in both], "scopes": scopes if any(scopes) else None,
        "rows": [_row(both, side, sign, term, reader) for sign, side in SIDES for term in _terms(both, side)],
        "rest": [(s.rest, s.closes) for s in both], "closes": all(s.closes for s in both),
        "unexplained": [each for each in open_ if each["cases"]], "others": sum(not each["cases"] for each in open_),
    }  # fmt: skip


def _terms(both: Sequence[Settled], side: str) -> list[str]:
    found = {part.term for settled in both for part in getattr(settled, side)}
    return [term for term in both[0].bridge.terms if term in found]


def _row(both: Sequence[Settled], side: str, sign: str, term: str, reader: Reader) -> dict[str, Any]:
    parts = [{p.term: p for p in getattr(settled, side)}.get(term) for settled in both]
    positions = sorted({at for p in parts if p for at in p.records})
    cases = reader.cases(positions[:SHOWN])
    return {
        "sign": sign, "words": next(p.words for p in parts if p), "numbers": [p.number if p else 0 for p in parts],
        "cases": cases, "more": len(positions) - len(cases),
    }  # fmt: skip


def _unexplained(settled: Settled, each: Unexplained, reader: Reader) -> dict[str, Any]:
    cases = reader.cases(each.records)
    return {"number": each.number, "unit": UNITS[settled.counting], "body": each.body, "cases": cases}


def findings(found: Sequence[Listed], reader: Reader) -> dict[str, Any]:
    """Return what does not fit: of cases that may be read some one by one and how many more; the others counted by name."""
    mine = [each for each in found if may_read(reader.account, each.line, each.body)]
    others: Counter[Name] = Counter()
    for each in found:
        others[each.name] += 0 if each in mine else each.number
    counted = [(NAMES[name], number) for name, number in others.most_common() if number]
    return {"mine": [_listed(each, reader) for each in mine], "others": counted}


def _listed(each: Listed, reader: Reader) -> dict[str, Any]:
    some = [_finding(f, reader) for f in each.some]
    return {"name": NAMES[each.name], "body": each.body, "some": some, "more": each.number - len(some)}


def _finding(f: Inconsistency, reader: Reader) -> dict[str, Any]:
    likely, perhaps = Words("很可能是", "likely"), Words("可能是", "perhaps")
    return {
        "name": NAMES[f.name], "body": f.body, "case": f.case, "address": places.case(f.line, f.body, f.case),
        "sentence": f.sentence, "records": reader.cases(f.records),
        "candidates": [
            (likely if c.likely else perhaps, reader.cases([c.other]), f"{c.probability:.1%}", c.why) for c in f.candidates
        ],
    }  # fmt: skip
