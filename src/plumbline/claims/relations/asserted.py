"""A relation made of the claims it joins, with the answer of the arithmetic."""

from decimal import Decimal
from typing import Literal

from plumbline.claims.arithmetic import Form, Printed, change_holds, part_holds, share_holds, sum_holds, tolerant
from plumbline.claims.fields.drafts import RATIO_UNITS, Draft
from plumbline.claims.shapes import Relation

SCALES = {"%": Decimal(100), "‰": Decimal(1000)}
MYRIAD = 10_000
HALF = Decimal("0.5")
"""The step in which doublings are told (翻一番)."""
Type = Literal["sum", "part_le", "ratio", "change", "stack", "list_align", "again"]


def printed(d: Draft) -> Printed:
    """Return the number of a draft as printed; an exact number of whole things, such as 三十件, is not rounded."""
    m = d.m
    exact = m.approx == "exact" and isinstance(m.value, Decimal)
    whole = m.step == 1 or (m.step > 1 and isinstance(m.value, Decimal) and m.value < MYRIAD)
    step = HALF if m.form == "doubled" else m.step
    return Printed(m.lower, m.upper, step, exact and not (whole and m.unit not in RATIO_UNITS))


def adds_up(total: Draft, parts: list[Draft]) -> bool:
    """Say whether the parts, as printed, can make up the total."""
    return sum_holds(printed(total), [printed(p) for p in parts])


def fits(total: Draft, part: Draft) -> bool:
    """Say whether the part, as printed, can lie within the total."""
    return part_holds(printed(total), printed(part))


def summed(total: Draft, parts: list[Draft], why: str) -> Relation:
    """Return the assertion that the parts make up the total.

    A list may go on after its parts, or begin before them (旧存50件，新收450件，审结480件): where the whole list does not add
    up but its head or its tail does, that is what the words mean.
    """
    if not adds_up(total, parts):
        runs = [run for n in range(len(parts) - 1, 1, -1) for run in (parts[:n], parts[-n:])]
        parts = next((run for run in runs if adds_up(total, run)), parts)
    return _relation("sum", total, parts, adds_up(total, parts), why)


def within(total: Draft, part: Draft, why: str) -> Relation:
    """Return the assertion that the part belongs to the total."""
    return _relation("part_le", total, [part], fits(total, part), why)


def shared(share: Draft, numerator: Draft, denominator: Draft, why: str) -> Relation:
    """Return the assertion that ``share`` is what the numerator is of the denominator."""
    scale = SCALES.get(share.m.unit, Decimal(1))
    holds = share_holds(printed(share), printed(numerator), printed(denominator), scale)
    return _relation("ratio", share, [numerator, denominator], holds, why)


def changed(change: Draft, before: Draft, after: Draft, form: Form, falls: bool) -> Relation:
    """Return the assertion that ``change`` leads from one level to the other."""
    holds = change_holds(printed(change), printed(before), printed(after), form, falls)
    return _relation("change", change, [before, after], holds, "变化")


def stacked(one: Draft, other: Draft) -> Relation:
    """Return the statement that two claims count one thing in two units."""
    return _relation("stack", None, [one, other], True, "两种单位")


def aligned(members: list[Draft]) -> Relation:
    """Return the statement that claims are the members of one 分别 list."""
    return _relation("list_align", None, members, True, "分别")


def again(first: Draft, second: Draft) -> Relation:
    """Return the assertion that the second claim states once more what the first states, be it with digits cut off."""
    same = tolerant(printed(first)).meets(tolerant(printed(second)))
    return _relation("again", first, [second], same, "重复陈述")


def _relation(kind: Type, total: Draft | None, parts: list[Draft], holds: bool | None, why: str) -> Relation:
    everyone = [*parts, *([total] if total else [])]
    start, end = min(d.m.start for d in everyone), max(d.m.end for d in everyone)
    return Relation(kind, total.m.start if total else None, tuple(p.m.start for p in parts), holds, why, start, end)
