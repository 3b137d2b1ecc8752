"""What lengthens clocks, in columns: their extensions and pauses added up, for those that have any."""

import polars as pl

from plumbline.figures.clocks import Fetched
from plumbline.figures.granted import claimed, judged_grants, late, paused_days, totals, with_sums
from plumbline.figures.spans import LONGEST, Sum, day, latest, shortest
from plumbline.law import Limit

PARTS = {"months": 0, "days": 0, "least": LONGEST}
"""What a sum of lengths comes to where there are none."""
TALLY = ("paused", "void", "late")


def added(base: Sum, prefix: str, anchor: str) -> Sum:
    """Return base and what the extensions of that prefix add (``lengthened``), months counted from the column anchor."""
    months, days, least = (pl.col(f"{prefix}_{part}").fill_null(none) for part, none in PARTS.items())
    return Sum(base.months + months, base.days + days, pl.min_horizontal(least, shortest(day(anchor), base.months)))


def lengthened(limit: Limit, rows: pl.DataFrame, clocks: Fetched, base: Sum) -> pl.DataFrame:
    """Return those of the rows of clocks that have extensions or pauses, with what these come to.

    ``rows`` have begins_on and early_on (where the earliest reading begins) as ``placed``. Columns added: all_months,
    all_days, all_least of the valid extensions, timely_… of those granted in time; paused (days), void and late (how
    many grants).
    """
    grants = claimed(limit, clocks.grants)
    some = pl.concat([grants["position"], clocks.pauses["position"]]).to_frame()
    t = rows.join(some, on="position", how="semi")
    told = with_sums(judged_grants(limit, t, grants, base), "valid", "before")
    t = t.join(totals(told, "valid", "all"), on="position", how="left")
    t = t.with_columns(ends_on=latest(day("begins_on"), added(base, "all", "begins_on"), limit.month_rules))
    paused = paused_days(t, clocks.pauses)
    t = _timely(t.join(paused, on="position", how="left"), late(told, limit, paused))
    return t.with_columns(pl.col(name).cast(pl.Int64).fill_null(0) for name in TALLY)


def _timely(t: pl.DataFrame, grants: pl.DataFrame) -> pl.DataFrame:
    """Add what the grants made in time come to: all that are valid, but for the clocks where that differs."""
    missed, moved = pl.col("valid") & ~pl.col("timely"), pl.col("early_on") != pl.col("begins_on")
    odd = grants.filter(~pl.col("timely") | moved)
    tally = odd.group_by("position").agg(void=(~pl.col("valid")).sum(), late=missed.sum(), own=(missed | moved).any())
    mine = grants.join(tally.filter("own"), on="position", how="semi", maintain_order="left")
    again = with_sums(mine, "timely", "so_far", "early_on")
    t = t.join(tally, on="position", how="left").join(totals(again, "timely", "timely"), on="position", how="left")
    own = pl.when(pl.col("own").fill_null(False))
    return t.with_columns(own.then(f"timely_{part}").otherwise(f"all_{part}").alias(f"timely_{part}") for part in PARTS)
