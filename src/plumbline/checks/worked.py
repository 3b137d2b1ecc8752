"""One plain sentence and the working, line by line, for each kind of relation."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from plumbline.checks.numbers import amount, middle, places, quantity, shown, squeezed
from plumbline.claims import Claim
from plumbline.errors import Words

FRACTION_PLACES = 1
"""Decimals of the percentage that stands for a fraction (三分之一)."""


class Worked(NamedTuple):
    """What a finding says, and the arithmetic behind it."""

    sentence: Words
    working: tuple[Words, ...] = ()


def work(kind: str, total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    """Return what is said of a relation of a ``kind``, between ``total`` and ``parts``, that holds or not (None: untold)."""
    return WORK[kind](total, parts, holds)


def same(line: str) -> Words:
    """Return a line of working, which needs no words."""
    return Words(line, line)


def _sum(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    exact = sum((middle(p) for p in parts), Decimal(0))
    together, stated = quantity(exact, total.unit), squeezed(total.text)
    line = same(f"{' + '.join(amount(p) for p in parts)} = {together}")
    if holds and exact == middle(total):
        return Worked(
            Words(f"分项合计等于所称{amount(total)}。", f"The parts add up to the stated {amount(total)}."), (line,)
        )
    if holds:
        zh = f"分项合计约为{together}；这些数字经过舍入，不排除所称的{stated}。"
        en = f"The parts add up to about {together}; the numbers given are rounded, and do not rule out the stated {stated}."
        return Worked(Words(zh, en), (line,))
    zh = f"分项合计应为{together}，文中总数为{stated}。"
    en = f"The parts add up to {together}, but the total is stated as {stated}."
    gap = quantity(abs(exact - middle(total)), total.unit)
    off = Words(f"与所称 {amount(total)} 相差 {gap}", f"off the stated {amount(total)} by {gap}")
    return Worked(Words(zh, en), (line, off))


def part(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    """Return what is said of a part that lies within its whole, or exceeds it."""
    inside = parts[0]
    line = same(f"{amount(inside)} {'≤' if holds else '>'} {amount(total)}")
    if holds:
        zh, en = (
            f"其中的{amount(inside)}不超过总数{amount(total)}。",
            f"The part {amount(inside)} is within {amount(total)}.",
        )
        return Worked(Words(zh, en), (line,))
    zh = f"“其中”的{squeezed(inside.text)}应不大于总数{squeezed(total.text)}。"
    en = f"The part {squeezed(inside.text)} should not exceed the whole {squeezed(total.text)}."
    return Worked(Words(zh, en), (line,))


def _taken(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    """Return what is said of cases dealt with beside cases taken on, which may or may not include the old stock."""
    if holds:
        return part(total, parts, holds)
    done = parts[0]
    zh = f"办结的{squeezed(done.text)}多于受理的{squeezed(total.text)}；受理数若不含上年旧存，应予说明。"
    en = (
        f"{squeezed(done.text)} dealt with is more than {squeezed(total.text)} taken on; if the cases taken on leave out "
        "those carried over from the year before, the report should say so."
    )
    return Worked(Words(zh, en), (same(f"{amount(done)} > {amount(total)}"),))


def _share(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    numerator, denominator = parts
    if not middle(denominator):
        return NO_BASE
    quotient = middle(numerator) / middle(denominator)
    line = f"{amount(numerator)} ÷ {amount(denominator)}"
    if total.unit == "‰":
        expected = shown(quotient * 1000, places(total) + (not holds)) + "‰"
    elif total.unit == "%":
        expected = shown(quotient * 100, places(total) + (not holds)) + "%"
    else:
        expected = shown(quotient * 100, FRACTION_PLACES) + "%"
    return Worked(compared(total, expected, holds), (same(f"{line} = {expected}"),))


def _change(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    before, after = parts
    if total.unit not in ("%", "倍", ""):
        return _difference(total, before, after, holds)
    if not middle(before):
        return NO_BASE
    extra = places(total) + (not holds) if total.unit else FRACTION_PLACES
    if total.unit == "倍" and (total.direction == "none" or "翻" in total.text):
        expected = shown(middle(after) / middle(before), extra) + "倍"
        return Worked(compared(total, expected, holds), (same(f"{amount(after)} ÷ {amount(before)} = {expected}"),))
    scale, unit = (1, "倍") if total.unit == "倍" else (100, "%")
    growth = (middle(after) - middle(before)) / middle(before) * scale
    line = f"({amount(after)} − {amount(before)}) ÷ {amount(before)} = {shown(growth, extra)}{unit}"
    return Worked(moved(total, growth, shown(abs(growth), extra) + unit, holds), (same(line),))


def _difference(total: Claim, before: Claim, after: Claim, holds: bool | None) -> Worked:
    gap = middle(after) - middle(before)
    line = same(f"{amount(after)} − {amount(before)} = {quantity(gap, total.unit)}")
    return Worked(moved(total, gap, quantity(abs(gap), total.unit), holds), (line,))


def _again(total: Claim, parts: list[Claim], holds: bool | None) -> Worked:
    second, what = parts[0], total.counted
    lines = (
        Words(f"前文：{what} {amount(total)}", f"before: {what} {amount(total)}"),
        Words(f"此处：{what} {amount(second)}", f"here: {what} {amount(second)}"),
    )
    if holds:
        return Worked(Words("与前文所述一致。", "As stated before."), lines)
    old, new = squeezed(total.text), squeezed(second.text)
    zh, en = f"“{what}”前文为{old}，此处为{new}。", f"“{what}” was {old} before and is {new} here."
    return Worked(Words(zh, en), lines)


TAKEN = "受理与办结"
"""The ``why`` of a relation between what was taken on and what was dealt with."""

WORK: dict[str, Callable[[Claim, list[Claim], bool | None], Worked]] = {
    "sum": _sum,
    "part_le": part,
    TAKEN: _taken,
    "ratio": _share,
    "change": _change,
    "again": _again,
}
NO_BASE = Worked(Words("基数为零，无法重算。", "The base is zero, so nothing can be recomputed."))
ROSE = Words("上升", "a rise of")
FELL = Words("下降", "a fall of")


def compared(stated: Claim, expected: str, holds: bool | None) -> Words:
    """Return the sentence that sets what was recomputed beside what is stated."""
    text = squeezed(stated.text)
    if holds is None:
        return Words("所给数据不足以重算。", "What is given does not allow it to be recomputed.")
    if not holds:
        zh = f"按所给两数重算应为{expected}，文中为{text}。"
        return Words(zh, f"Recomputed from the two numbers it is {expected}, but {text} is stated.")
    if stated.approx != "exact":
        return Words(
            f"重算为{expected}，在所称{text}的范围内。", f"Recomputed as {expected}, within what {text} means."
        )
    if expected != amount(stated):
        zh = f"按所示数字重算约为{expected}；这些数字经过舍入，不排除{text}。"
        return Words(zh, f"Recomputed as about {expected}; the numbers given are rounded, and do not rule out {text}.")
    return Words(f"重算为{expected}，与所称相符。", f"Recomputed as {expected}, as stated.")


def moved(stated: Claim, change: Decimal, size: str, holds: bool | None) -> Words:
    """Return the sentence on a change of ``size``; where it goes the other way than stated, both ways are named."""
    if holds is not False or stated.direction == "none" or not change or (change > 0) == (stated.direction == "up"):
        return compared(stated, size, holds)
    was, said = (ROSE, FELL) if change > 0 else (FELL, ROSE)
    text = squeezed(stated.text)
    zh = f"按所给两数重算应为{was.zh}{size}，文中为{said.zh}{text}。"
    en = f"Recomputed from the two numbers it is {was.en} {size}, but {said.en} {text} is stated."
    return Words(zh, en)
