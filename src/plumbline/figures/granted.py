"""Extensions and pauses in columns: which count, and what they add to each clock (law.grants, all clocks at once)."""

import functools
import operator
from collections.abc import Callable

import polars as pl

from plumbline.figures.running import greatest, least, one_before, sum_before
from plumbline.figures.spans import LONGEST, Sum, day, latest, number, shortest
from plumbline.law.limits import Extension, Limit
from plumbline.law.units import month_and_days

OFTEN = 10**6
"""More grants than any clock has: for extensions that may be granted again and again."""
NAME, CLOCK = pl.col("extension"), "position"


def claimed(limit: Limit, grants: pl.DataFrame) -> pl.DataFrame:
    """Return the grants that claim an extension of the limit."""
    return grants.filter(NAME.is_in([x.name for x in limit.extensions]))


def judged_grants(limit: Limit, rows: pl.DataFrame, grants: pl.DataFrame, base: Sum) -> pl.DataFrame:
    """Return the grants claimed, each ``valid`` or void, with what it adds, in order within each clock.

    ``rows`` are the clocks with early_on (where the earliest reading begins). Columns: position, begins_on and early_on
    as ``placed``, base_months, base_days, order, on, n, valid, months, days.
    """
    days = (f"{on}{part}" for on in ("begins_on", "early_on") for part in ("", "_month", "_nth"))
    t = grants.join(rows.select(CLOCK, *days, "longer"), on=CLOCK)
    t = t.with_columns(order=_order(limit), base_months=base.months, base_days=base.days).sort(
        CLOCK, "order", "on", "n"
    )
    t = t.with_columns(lawful=_lawful(limit))
    times = _by_extension(limit, lambda x: OFTEN if x.times is None else x.times)
    t = t.with_columns(fits=pl.col("lawful") & (sum_before(pl.col("lawful"), "order") < times))
    return t.with_columns(
        valid=pl.col("fits") & _preceded(limit, t),
        months=_by_extension(limit, lambda x: month_and_days(x.length)[0]) * _many(limit),
        days=_by_extension(limit, lambda x: month_and_days(x.length)[1]) * _many(limit),
    )


def _many(limit: Limit) -> pl.Expr:
    most = _by_extension(limit, lambda x: x.most)
    return pl.max_horizontal(pl.min_horizontal(pl.col("n").cast(pl.Int32), most), 1)


def _order(limit: Limit) -> pl.Expr:
    found = pl.lit(0, pl.Int32)
    for i, x in enumerate(limit.extensions):
        found = pl.when(x.name == NAME).then(pl.lit(i, pl.Int32)).otherwise(found)
    return found


def _by_extension(limit: Limit, of: Callable[[Extension], int]) -> pl.Expr:
    return pl.lit(pl.Series([of(x) for x in limit.extensions], dtype=pl.Int32)).gather("order")


def _lawful(limit: Limit) -> pl.Expr:
    each = [(pl.col("order") == i) & _by_right(x) for i, x in enumerate(limit.extensions)]
    return functools.reduce(operator.or_, each, pl.lit(False))


def _by_right(extension: Extension) -> pl.Expr:
    if not extension.approvers:
        return pl.lit(True)
    return pl.col("approver").is_in(list(extension.approvers)).fill_null(False)


def _preceded(limit: Limit, grants: pl.DataFrame) -> pl.Expr:
    found = pl.lit(True)
    for x in (x for x in limit.extensions if x.after):
        before = grants.filter((x.after == NAME) & pl.col("fits"))[CLOCK]
        found = found & ((x.name != NAME) | pl.col(CLOCK).is_in(before.implode()))
    return found


def with_sums(grants: pl.DataFrame, counts: str, prefix: str, anchor: str = "begins_on") -> pl.DataFrame:
    """Return grants with what those that count (column ``counts``) before each add: prefix_months, _days, _least.

    ``anchor`` is the column of the day that months are counted from. Grants are in order within each clock.
    """
    n = {part: pl.when(counts).then(part).otherwise(0) for part in ("months", "days")}
    t = grants.with_columns(**{f"{prefix}_{part}": sum_before(each) for part, each in n.items()})
    ends_in = pl.col("base_months") + pl.col(f"{prefix}_months") + pl.col("months")
    t = t.with_columns(length=pl.when(counts).then(shortest(day(anchor), ends_in)).otherwise(LONGEST))
    shortest_before = one_before(least(pl.col("length")), pl.lit(LONGEST))
    return t.with_columns(shortest_before.alias(f"{prefix}_least"))


def totals(grants: pl.DataFrame, counts: str, prefix: str) -> pl.DataFrame:
    """Return one row per clock: what the grants that count add up to, as prefix_months, prefix_days, prefix_least."""
    sums = {f"{prefix}_{part}": pl.col(part).sum() for part in ("months", "days")}
    return grants.filter(counts).group_by(CLOCK).agg(**sums, **{f"{prefix}_least": pl.col("length").min()})


def late(grants: pl.DataFrame, limit: Limit, paused: pl.DataFrame) -> pl.DataFrame:
    """Return grants with ``timely``: valid, and granted before the time with all that came before had run out.

    ``paused`` gives position and paused, the days of each clock that are not counted.
    """
    t = grants.join(paused, on=CLOCK, how="left", maintain_order="left")
    begins, months, days = day("begins_on"), pl.col("base_months"), pl.col("base_days")
    cut = pl.min_horizontal("before_least", shortest(begins, months))
    before = Sum(months + pl.col("before_months"), days + pl.col("before_days"), cut)
    end = latest(begins, before, limit.month_rules) + pl.col("paused").fill_null(0)
    return t.with_columns(timely=pl.col("valid") & (number(pl.col("on")) <= end))


def paused_days(rows: pl.DataFrame, pauses: pl.DataFrame) -> pl.DataFrame:
    """Return position and ``paused``: days not counted, of pauses that begin before the clock ran out, each day once.

    ``rows`` are the clocks with begins_on and ends_on, their latest end without pauses.
    """
    t = pauses.join(rows.select(CLOCK, "begins_on", "ends_on"), on=CLOCK).sort(CLOCK, "first", "back")
    t = t.with_columns(number(pl.col("first", "back", "begins_on")))
    back = one_before(greatest(pl.col("back")), pl.col("begins_on"))
    t = t.with_columns(at=pl.max_horizontal("first", "begins_on", back))
    t = t.with_columns(days=pl.max_horizontal(pl.col("back") - pl.col("at"), 0))
    runs = pl.col("at") - pl.col("ends_on") <= sum_before(pl.col("days"))
    counts = least(runs.cast(pl.Int64)) == 1
    return t.filter(counts).group_by(CLOCK).agg(paused=pl.col("days").sum())
