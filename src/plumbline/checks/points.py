"""Percentage points: the difference of two rates that is written in %."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from plumbline.checks.findings import Finding
from plumbline.checks.numbers import middle, squeezed
from plumbline.claims import Claim, Reading
from plumbline.errors import Words
from plumbline.numerals import rounds_to

RATE_NAME = re.compile(r"(?:率|比重|占比|比例|安全感|满意度|知晓度|覆盖面)$")
GROWTH_NAME = re.compile(r"(?:增长|发生|死亡|费|利|汇|税|效|功|频|速|概|发案|万人|万车|伤亡|回报|收益)率$")
LEAP = 25
"""Percentage points by which no rate moves in a year; a larger % is a growth of the rate itself."""
STOP = re.compile(r"[。；;\n]")
SETTLED = ("agrees", "rounds", "within", "points")


def points(reading: Reading, found: list[Finding]) -> Iterator[Finding]:
    """A rate stated in % and right after it its change in %: percentage points are meant."""
    settled = {f.start for f in found if f.kind in SETTLED}
    numbers = [c for c in reading.claims if c.kind == "quantity"]
    for level, change in pairwise(numbers):
        if change.start not in settled and _in_per_cent(level, change) and _one_rate(level, change, reading.text):
            yield finding(change, ((level.start, level.end),))


def _in_per_cent(level: Claim, change: Claim) -> bool:
    moves = change.unit == "%" and change.direction != "none" and change.rate in ("yoy", "change")
    return moves and level.unit == "%" and level.rate == "share"


def _one_rate(level: Claim, change: Claim, text: str) -> bool:
    between = text[level.end : change.start]
    if level.counted != change.counted or STOP.search(between) or "分别" in between or not _possible(level, change):
        return False
    return bool(RATE_NAME.search(change.counted)) and not GROWTH_NAME.search(change.counted)


def _possible(level: Claim, change: Claim) -> bool:
    """Say whether the change, taken as percentage points, leads from a rate that can be, and is no leap."""
    size = middle(change)
    before = middle(level) + (size if change.direction == "down" else -size)
    return 0 <= before <= 100 and size <= LEAP


def meant(change: Claim, levels: list[Claim]) -> bool:
    """Say whether a change written in % is the plain difference of two percentages, and not their growth."""
    if any(c.unit != "%" or not isinstance(c.value, Decimal) for c in [change, *levels]):
        return False
    before, after = middle(levels[0]), middle(levels[1])
    gap, size = abs(after - before), middle(change)
    growth = gap / (before or 1) * 100
    return abs(gap - size) < change.step and not rounds_to(growth, size, change.step)


def finding(change: Claim, others: tuple[tuple[int, int], ...]) -> Finding:
    """Return the finding that a change of a rate is written in % where percentage points are meant."""
    verb, text = "下降" if change.direction == "down" else "上升", squeezed(change.text)
    zh = f"“{change.counted}”是比率，其{verb}应以百分点计，文中写作{text}。"
    en = f"“{change.counted}” is a rate; its change is in percentage points, but {text} is written."
    return Finding("points", change.start, change.end, Words(zh, en), related=others)
