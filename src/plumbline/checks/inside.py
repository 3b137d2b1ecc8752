"""Checks inside one report: its own arithmetic, and statements that cannot be as written."""

from collections.abc import Sequence
from itertools import pairwise

from plumbline.checks import points
from plumbline.checks.findings import Finding
from plumbline.checks.numbers import middle
from plumbline.checks.statements import fused, headings, impossible
from plumbline.checks.unsaid import differences, persons
from plumbline.checks.worked import TAKEN, work
from plumbline.claims import Claim, Reading, Relation

BROKEN = {"sum": "broken_sum", "part_le": "part_exceeds", "ratio": "differs", "change": "differs", "again": "restated"}
ALL = 100
ABOUT_THE_PART = ("part_le", "again")


def check(reading: Reading) -> tuple[Finding, ...]:
    """Return all findings about one text, in text order: what holds, what does not, what cannot be told."""
    by_start = {c.start: c for c in reading.claims}
    rated = {(r.parts[1], r.parts[0]) for r in reading.relations if r.type == "ratio" and r.holds}
    over = _over_a_hundred(reading.claims)
    told = [
        r for r in reading.relations if not (r.why == TAKEN and ((r.total, r.parts[0]) in rated or r.parts[0] in over))
    ]
    found = [f for r in told if (f := _related(r, by_start))]
    found += [*persons(reading, by_start), *differences(reading), *points.points(reading, found)]
    found += [*impossible(reading), *fused(reading), *headings(reading)]
    return tuple(sorted(found, key=lambda f: (f.start, f.kind)))


def _over_a_hundred(claims: Sequence[Claim]) -> set[int]:
    """Return where the numbers begin that a rate above 100 % follows: the text itself says that old stock is in them."""
    numbers = [c for c in claims if c.kind == "quantity"]
    return {a.start for a, b in pairwise(numbers) if b.rate == "share" and b.unit == "%" and middle(b) > ALL}


def _related(r: Relation, claims: dict[int, Claim]) -> Finding | None:
    """Return the finding about a relation; none where it asserts no arithmetic, or is impossible whatever the numbers."""
    if r.type not in BROKEN or r.total is None:
        return None
    total, parts = claims[r.total], [claims[p] for p in r.parts]
    if r.type == "change" and total.unit == "倍" and total.direction == "down":
        return None
    subject = parts[0] if r.type in ABOUT_THE_PART else total
    others = tuple((c.start, c.end) for c in [total, *parts] if c is not subject)
    if r.type == "change" and points.meant(total, parts):
        return points.finding(total, others)
    said = work(TAKEN if r.why == TAKEN else r.type, total, parts, r.holds)
    return Finding(_kind(r, [total, *parts]), subject.start, subject.end, said.sentence, said.working, others)


def _kind(r: Relation, everyone: list[Claim]) -> str:
    if r.holds is None:
        return "ambiguous"
    if not r.holds:
        return BROKEN[r.type]
    if any(c.approx != "exact" for c in everyone):
        return "within"
    rounded = r.type in ("ratio", "change") or any(c.step != 1 for c in everyone)
    return "rounds" if rounded else "agrees"
