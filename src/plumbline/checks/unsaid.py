"""Arithmetic with a number that the text leaves unsaid: persons beside cases, and a base told only by its difference."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plumbline.checks.findings import Finding
from plumbline.checks.numbers import amount, middle, places, quantity, shown
from plumbline.checks.worked import moved, part, same
from plumbline.claims import Claim, Reading

LAST_YEAR = re.compile(r"比上年|比去年|较上年|较去年|同比")
ANOTHER = re.compile(r"[。；;\n]|其中|分别")
NEAR = 40
"""Characters between a number and the growth told of it."""


def persons(reading: Reading, claims: dict[int, Claim]) -> Iterator[Finding]:
    """受理X件Y人，办结A件B人: where the cases are parts of the cases, the persons beside them are of the persons."""
    beside = {r.parts[0]: r.parts[1] for r in reading.relations if r.type == "stack"}
    for r in reading.relations:
        if r.type in ("sum", "part_le") and r.total in beside:
            whole = claims[beside[r.total]]
            yield from (
                _exceeding(whole, claims[beside[p]])
                for p in r.parts
                if p in beside and _exceeds(whole, claims[beside[p]])
            )


def _exceeds(whole: Claim, inside: Claim) -> bool:
    return inside.unit == whole.unit and middle(inside) > middle(whole) and inside.approx == whole.approx == "exact"


def _exceeding(whole: Claim, inside: Claim) -> Finding:
    said = part(whole, [inside], False)
    return Finding("part_exceeds", inside.start, inside.end, said.sentence, said.working, ((whole.start, whole.end),))


def differences(reading: Reading) -> Iterator[Finding]:
    """今年N件，比上年减少D件、下降P%: the base is N and D together."""
    told = {r.total for r in reading.relations if r.type == "change"}
    numbers = [c for c in reading.claims if c.kind == "quantity"]
    for now, gap, growth in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if not told & {gap.start, growth.start} and _belong(now, gap, growth, reading.text):
            yield from _from_difference(now, gap, growth)


def _belong(now: Claim, gap: Claim, growth: Claim, text: str) -> bool:
    """Say whether three numbers are a level, its difference from last year, and its growth."""
    between = text[now.end : growth.start]
    if len(between) >= NEAR or not LAST_YEAR.search(between) or ANOTHER.search(between):
        return False
    plain = all(isinstance(c.value, Decimal) and c.approx == "exact" for c in (now, gap, growth))
    moves = now.direction == "none" and gap.direction != "none" and growth.direction != "none"
    return plain and moves and now.unit == gap.unit and growth.unit == "%" and now.counted == gap.counted


def _from_difference(now: Claim, gap: Claim, growth: Claim) -> Iterator[Finding]:
    change = middle(gap) if gap.direction == "up" else -middle(gap)
    before = middle(now) - change
    if before <= 0:
        return
    exact = change / before * 100
    holds = gap.direction == growth.direction and abs(abs(exact) - middle(growth)) <= growth.step
    size = shown(abs(exact), places(growth) + (not holds)) + "%"
    line = same(f"{amount(gap)} ÷ {quantity(before, now.unit)} = {size}")
    kind, related = "rounds" if holds else "differs", ((now.start, now.end), (gap.start, gap.end))
    yield Finding(kind, growth.start, growth.end, moved(growth, exact, size, holds), (line,), related)
