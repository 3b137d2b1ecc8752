"""Every number of a plain text in order, ranges as one (10至15件), before anyone asks what it counts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from math import prod

from plumbline.claims.kinds.apart import Apart
from plumbline.claims.numbers.forms import STARTS
from plumbline.claims.numbers.single import LARGE, Mention, mention_at, set_bounds
from plumbline.claims.numbers.units import idiom_at
from plumbline.numerals import ONE, POWERS

__all__ = ["Mention", "mentions"]


def mentions(text: str, skip: list[Apart]) -> list[Mention]:
    """Return every number of the plain ``text`` in order, those of ``skip`` (kept apart already) left out."""
    found: list[Mention] = []
    end = 0
    for at, limit, floor in _places(text, skip):
        if at < end:
            continue
        m = _read(text, at, max(end, floor), limit)
        if m:
            end = min(m.end, limit)
        if m and m.end <= limit:
            found.append(m)
    _carry_units(text, found)
    return found


def _places(text: str, skip: list[Apart]) -> Iterator[tuple[int, int, int]]:
    """Give each offset where a number can begin, with where the next number kept apart begins and the last one ends."""
    blocks = iter([*skip, Apart(len(text), len(text) + 1, "name")])
    block, floor = next(blocks), 0
    for start in STARTS.finditer(text):
        at = start.start()
        while at >= block.end:
            floor, block = block.end, next(blocks)
        if at < block.start:
            yield at, block.start, floor


def _read(text: str, at: int, floor: int, limit: int) -> Mention | None:
    word = idiom_at(text, at)
    if word:
        return Mention(at, at + len(word), "name", digits=at, unit_start=at)
    low = mention_at(text, at, floor)
    high = _other_end(text, low) if low else None
    if low and high and high.end <= limit and (span := _span(text, low, high)):
        return _range(low, high, span)
    return low


DASH = re.compile(r"--?|至|到")
RANGE_STARTS = frozenset("0123456789一二两三四五六七八九十百千")
FROM = frozenset("由从自")


def _other_end(text: str, low: Mention) -> Mention | None:
    """Read the number after the dash of a range, if one follows ``low``: 10至15件, 5%~8%, 百分之三十至四十."""
    dash = DASH.match(text, low.end) if isinstance(low.value, Decimal) and low.approx != "under" else None
    if not dash or text[dash.end() : dash.end() + 1] not in RANGE_STARTS:
        return None
    high = mention_at(text, dash.end(), dash.end())
    if not high or not isinstance(high.value, Decimal):
        return None
    if dash.group() in ("至", "到") and (not (high.unit or low.unit) or text[low.start - 1 : low.start] in FROM):
        return None
    return high if low.unit in ("", high.unit) or (low.form == "percent" and not high.unit) else None


def _span(text: str, low: Mention, high: Mention) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the range; the low one shares the power or the 成 of the high one (3—5万元, 三至五成)."""
    first, last = low.value, high.value
    if not isinstance(first, Decimal) or not isinstance(last, Decimal):
        return None
    if high.form == "tenths" and low.form == "number":
        first *= 10
    shared = _shared_power(text, low, high)
    if first * shared < last:
        first *= shared
    return (first, last) if first < last else None


def _shared_power(text: str, low: Mention, high: Mention) -> Decimal:
    """Return the power that ends the high number (5万, 五百) where the low one has no unit and none of its own."""
    digits = text[high.digits : high.unit_start]
    powers = digits[len(digits.rstrip("百千万亿")) :]
    if low.unit or text[low.unit_start - 1] in LARGE or powers == digits:
        return ONE
    return prod((POWERS[c] for c in powers), start=ONE)


def _range(low: Mention, high: Mention, span: tuple[Decimal, Decimal]) -> Mention:
    """Make one mention of both ends: the words before the low one, the unit of the high one."""
    high.start, high.digits, high.value = low.start, low.digits, span
    if not high.unit:
        high.unit, high.form = low.unit, low.form
    set_bounds(high)
    high.approx = "range" if high.approx == "exact" else high.approx
    return high


JOINS = frozenset("、和与及")


def _carry_units(text: str, found: list[Mention]) -> None:
    """Give a number that breaks off the unit of the next in its list: 1409万、1305万人次; 5.2个和3.8个百分点."""
    for m, following in pairwise(found):
        if following.unit_written and text[m.end : following.start] in JOINS and _breaks_off(text, m, following):
            m.unit = following.unit
            set_bounds(m)


def _breaks_off(text: str, m: Mention, following: Mention) -> bool:
    if m.kind != "quantity" or m.form != "number":
        return False
    round_alone = not m.unit and text[m.unit_start - 1] in LARGE
    return round_alone or (m.unit == "个" and following.unit == "个百分点")
