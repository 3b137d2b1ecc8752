"""Extensions and pauses in columns: which count, and what they add to each clock (law.grants, all clocks at once)."""

import functools
import operator
from collections.abc import Callable
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.spans import Sum, latest, many, shortest
from plumbline.law.limits import Extension, Limit
from plumbline.law.units import month_and_days

OFTEN = 10**6
"""More grants than any clock has: for extensions that may be granted again and again."""


def judged_grants(limit: Limit, rows: Table, grants: Table) -> Table:
    """Return the grants that claim an extension of the limit, each ``valid`` or void, with what it adds.

    ``rows`` are the clocks with early_on (where the earliest reading begins), base_months and base_days. Columns:
    position, begins_on, early_on, base_months, base_days, order, on, n, valid, months, days.
    """
    mine = grants.filter(grants["extension"].isin([x.name for x in limit.extensions]))
    t = mine.join(rows.select("position", "begins_on", "early_on", "base_months", "base_days"), "position")
    t = t.mutate(order=_by_extension(t, limit, lambda x: limit.extensions.index(x)), lawful=_lawful(t, limit))
    rank = ibis.row_number().over(ibis.window(group_by=["position", "order", "lawful"], order_by=["on", "n"]))
    times = _by_extension(t, limit, lambda x: OFTEN if x.times is None else x.times)
    t = t.mutate(fits=t["lawful"] & (rank < times))
    many = ibis.greatest(ibis.least(t["n"], _by_extension(t, limit, lambda x: x.most)), 1)
    months = _by_extension(t, limit, lambda x: month_and_days(x.length)[0]) * many
    days = _by_extension(t, limit, lambda x: month_and_days(x.length)[1]) * many
    return t.mutate(valid=t["fits"] & _preceded(t, limit), months=months, days=days)


def _by_extension(t: Table, limit: Limit, of: Callable[[Extension], int]) -> Any:
    return ibis.cases(*((t["extension"] == x.name, ibis.literal(of(x), "int64")) for x in limit.extensions))


def _lawful(t: Table, limit: Limit) -> Any:
    each = [(t["extension"] == x.name) & _by_right(t, x) for x in limit.extensions]
    return functools.reduce(operator.or_, each)


def _by_right(t: Table, extension: Extension) -> Any:
    if not extension.approvers:
        return ibis.literal(True)
    return t["approver"].isin(extension.approvers).fill_null(False)


def _preceded(t: Table, limit: Limit) -> Any:
    found: Any = ibis.literal(True)
    for x in (x for x in limit.extensions if x.after):
        before = ((t["extension"] == x.after) & t["fits"]).any().over(ibis.window(group_by="position"))
        found = found & ((t["extension"] != x.name) | before)
    return found


def with_sums(grants: Table, counts: str, prefix: str, anchor: str = "begins_on") -> Table:
    """Return grants with what those that count (column ``counts``) before each add: prefix_months, _days, _least.

    ``anchor`` is the column of the day that months are counted from.
    """
    before = ibis.window(group_by="position", order_by=["order", "on", "n"], preceding=(None, 1))
    until = ibis.window(group_by="position", order_by=["order", "on", "n"], preceding=None, following=0)
    n = {part: ibis.ifelse(grants[counts], grants[part], 0) for part in ("months", "days")}
    t = grants.mutate(ends_in=grants["base_months"] + n["months"].sum().over(until))
    length = ibis.ifelse(t[counts], shortest(t[anchor], t["ends_in"]), 31)
    added = {f"{prefix}_{part}": each.sum().over(before).fill_null(0) for part, each in n.items()}
    t = t.mutate(**added, length=length)
    return t.mutate(**{f"{prefix}_least": t["length"].min().over(before).fill_null(31)})


def totals(grants: Table, counts: str, prefix: str) -> Table:
    """Return one row per clock: what the grants that count add up to, as prefix_months, prefix_days, prefix_least."""
    t = grants.filter(grants[counts])
    return t.group_by("position").aggregate(
        **{
            f"{prefix}_months": t["months"].sum(),
            f"{prefix}_days": t["days"].sum(),
            f"{prefix}_least": t["length"].min(),
        }
    )


def late(grants: Table, limit: Limit, paused: Table) -> Table:
    """Return grants with ``timely``: valid, and granted before the time with all that came before had run out.

    ``paused`` gives position and paused, the days of each clock that are not counted.
    """
    t = grants.left_join(paused.select("position", "paused"), "position").drop("position_right")
    least = ibis.least(t["before_least"], shortest(t["begins_on"], t["base_months"]))
    before = Sum(t["base_months"] + t["before_months"], t["base_days"] + t["before_days"], least)
    end = latest(t["begins_on"], before, limit.month_rules) + many(t["paused"].fill_null(0), "D")
    return t.mutate(timely=t["valid"] & (t["on"] <= end))


def paused_days(rows: Table, pauses: Table) -> Table:
    """Return position and ``paused``: days not counted, of pauses that begin before the clock ran out, each day once.

    ``rows`` are the clocks with begins_on and ends_on, their latest end without pauses.
    """
    t = pauses.join(rows.select("position", "begins_on", "ends_on"), "position")
    before = ibis.window(group_by="position", order_by=["first", "back"], preceding=(None, 1))
    t = t.mutate(at=ibis.greatest(t["back"].max().over(before).fill_null(t["begins_on"]), t["begins_on"]))
    t = t.mutate(at=ibis.greatest(t["first"], t["at"]))
    t = t.mutate(days=ibis.greatest(t["back"].delta(t["at"], unit="day"), 0))
    so_far = t["days"].sum().over(before).fill_null(0)
    t = t.mutate(runs=t["at"].delta(t["ends_on"], unit="day") <= so_far)
    until = ibis.window(group_by="position", order_by=["first", "back"], preceding=None, following=0)
    t = t.mutate(counts=t["runs"].cast("int8").min().over(until) == 1)
    return t.filter(t["counts"]).group_by("position").aggregate(paused=t["days"].sum())
