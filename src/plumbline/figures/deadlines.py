"""Deadlines in columns: law.deadline for all clocks at once, with the same results."""

from collections.abc import Sequence
from datetime import date, datetime
from inspect import signature

import polars as pl

from plumbline.figures.clocks import COLUMNS, Fetched, fetched
from plumbline.figures.holidays import open_days, published, working_days
from plumbline.figures.lengthened import TALLY, added, lengthened
from plumbline.figures.spans import Sum, day, earliest, latest, number, one_of, placed, plain, span_of
from plumbline.figures.tables import Tables
from plumbline.law import Calendar, Hours, Limit, WorkingDays
from plumbline.law.clocks import LAST

ENDS = ("due", "earliest", "latest")
DAY, TO_LAST = 86_400_000_000, 86_399_000_000
"""Microseconds of a day, and from its beginning to its last second."""
BEGINS, STOPS, MOMENT, STOPPED = (pl.col(f"{at}_{of}") for of in ("on", "moment") for at in ("begins", "stops"))
HELD = pl.col("held")


def in_book(limit: Limit, tables: Sequence[Tables], on: date, within: int | None = None) -> pl.DataFrame:
    """Return a limit's deadlines (``judged``) in a book; ``tables`` are those of its lines, in order."""
    clocks = fetched(limit.clocks(*tables, on), tables[0].engine.fetch)
    return judged(limit, clocks, on, published(), within)


def lines_of(limit: Limit) -> list[str]:
    """Return the lines whose tables a limit takes, in order: all its parameters but the last, which is the day."""
    *lines, _ = signature(limit.clocks).parameters
    return lines


def judged(limit: Limit, clocks: Fetched, on: date, calendar: Calendar, within: int | None = None) -> pl.DataFrame:
    """Return the clocks, in any order, as they stand at the end of ``on``: their columns, and those of the deadline.

    due, earliest, latest (moments, a day's end at 23:59:59; null where they cannot be told), paused (days), void and
    late (how many grants), state (a word of law.STATES).
    """
    if isinstance(limit.length, Hours):
        t = _in_hours(clocks.rows.lazy(), limit.length)
    elif isinstance(limit.length, WorkingDays):
        t = _in_working_days(clocks.rows.lazy(), limit.length, calendar)
    else:
        t = _by_the_clock(limit, _moved(limit, _in_days(limit, clocks), calendar))
    known = BEGINS.is_between(limit.governing.edition.since, limit.governing.edition.until or date.max)
    t = t.with_columns(pl.when(known).then(pl.col(end)).alias(end) for end in ENDS)
    stands = pl.when(STOPS.is_null()).then(_running(limit, on, limit.warn if within is None else within))
    state = pl.when(~known).then(pl.lit("untold")).otherwise(stands.otherwise(_stopped(limit)))
    return t.select(*COLUMNS, *ENDS, *TALLY, state=state).collect()


def _in_hours(rows: pl.LazyFrame, length: Hours) -> pl.LazyFrame:
    hours = pl.duration(hours=length.n, time_unit="us")
    first = MOMENT.fill_null(BEGINS.cast(pl.Datetime("us"))) + hours
    full = MOMENT.dt.truncate("1h") + pl.duration(hours=1, time_unit="us")
    last = full.fill_null(_end_of(number(BEGINS))) + hours
    return _untallied(rows.with_columns(due=first, earliest=first, latest=last))


def _in_working_days(rows: pl.LazyFrame, length: WorkingDays, calendar: Calendar) -> pl.LazyFrame:
    days, worked = working_days(calendar)
    up_to = _looked_up(days, number(BEGINS.cast(pl.Date)) - number(pl.lit(calendar.first)))
    end = _looked_up(worked, up_to + length.n - 1)
    first = end.fill_null(number(BEGINS) + length.n)
    return _untallied(rows.with_columns(due=_end_of(first), earliest=_end_of(first), latest=_end_of(end)))


def _untallied(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.with_columns(pl.lit(0, pl.Int64).alias(name) for name in TALLY)


def _looked_up(table: pl.Series, at: pl.Expr) -> pl.Expr:
    """Return what stands at these places of a table; null outside of it."""
    return pl.lit(table).gather(pl.when((at >= 0) & (at < len(table))).then(at))


def _in_days(limit: Limit, clocks: Fetched) -> pl.LazyFrame:
    """Add the ends in whole days, before holidays, as numbers."""
    rows = clocks.rows.with_columns(early_on=pl.col("begins_early").fill_null(BEGINS))
    rows = rows.with_columns(**placed("begins_on"), **placed("early_on"))
    base, short = _base(limit), span_of(limit.length)
    if clocks.grants.is_empty() and clocks.pauses.is_empty():
        return _counted(limit, _untallied(rows.lazy()), base, base, short)
    some = lengthened(limit, rows, clocks, base)
    rest = _untallied(rows.join(some.select("position"), on="position", how="anti").lazy())
    own, timely, plainly = (
        added(*of) for of in ((base, "all", "begins_on"), (base, "timely", "early_on"), (short, "timely", "early_on"))
    )
    return pl.concat([_counted(limit, rest, base, base, short), _counted(limit, some.lazy(), own, timely, plainly)])


def _counted(limit: Limit, t: pl.LazyFrame, own: Sum, timely: Sum, short: Sum) -> pl.LazyFrame:
    """Add the ends: the latest by all that counts, the earliest by what was granted in time, due by the plain length."""
    early, pause, rules = day("early_on"), pl.col("paused"), limit.month_rules
    first, last = earliest(early, timely, rules), latest(day("begins_on"), own, rules)
    due = first
    if limit.at_most is not None:
        due = pl.min_horizontal(plain(early, short, rules), first)
        due = pl.when("longer").then(due).otherwise(first) if limit.at_most_when else due
    ends = {"due": due + pause, "earliest": first + pause, "latest": last + pause}
    return t.select(*COLUMNS, *TALLY, **ends)


def _base(limit: Limit) -> Sum:
    if limit.at_most is not None and limit.at_most_when is not None:
        return one_of(pl.col("longer"), limit.at_most, limit.length)
    return span_of(limit.at_most or limit.length)


def _moved(limit: Limit, t: pl.LazyFrame, calendar: Calendar) -> pl.LazyFrame:
    """Move ends off holidays, unless someone is held; where it is not recorded, only the latest end."""
    if not limit.holidays:
        return t.with_columns(_end_of(pl.col(end)).alias(end) for end in ENDS)
    opens, first = open_days(calendar), number(pl.lit(calendar.first))
    t = t.with_columns(_looked_up(opens, pl.col(end) - first).alias(f"{end}_open") for end in ENDS)
    beyond = pl.any_horizontal(pl.col(f"{end}_open").is_null() for end in ENDS)
    inside = pl.when(HELD.fill_null(True) | beyond)
    shown = {end: inside.then(end).otherwise(f"{end}_open") for end in ("due", "earliest")}
    last = pl.when(HELD.fill_null(False)).then("latest").when(~beyond).then("latest_open")
    return t.with_columns(**{end: _end_of(each) for end, each in (shown | {"latest": last}).items()})


def _by_the_clock(limit: Limit, t: pl.LazyFrame) -> pl.LazyFrame:
    """Read days of detention also as full 24 hours from the minute."""
    if not limit.by_the_clock:
        return t
    into_day = MOMENT - BEGINS.cast(pl.Datetime("us"))
    at = {end: (pl.col(end).dt.truncate("1d") + into_day).fill_null(pl.col(end)) for end in ("due", "earliest")}
    return t.with_columns(**at)


def _stopped(limit: Limit) -> pl.Expr:
    first, last = STOPPED.fill_null(STOPS.cast(pl.Datetime("us"))), STOPPED.fill_null(_end_of(number(STOPS)))
    in_time = (last if limit.in_hours else first) <= pl.col("earliest")
    between = _between(limit, MOMENT.is_null() | STOPPED.is_null())
    return (
        pl.when(in_time).then(pl.lit("kept")).when(first > pl.col("latest")).then(pl.lit("missed")).otherwise(between)
    )


def _running(limit: Limit, on: date, within: int) -> pl.Expr:
    now = pl.lit(datetime.combine(on, LAST), pl.Datetime("us"))
    soon = number(pl.col("due").dt.date()) - number(pl.lit(on)) <= within
    ahead = pl.when(soon).then(pl.lit("due")).otherwise(pl.lit("running"))
    between = _between(limit, MOMENT.is_null())
    return (
        pl.when(now <= pl.col("earliest"))
        .then(ahead)
        .when(now > pl.col("latest"))
        .then(pl.lit("missed"))
        .otherwise(between)
    )


def _between(limit: Limit, hour_unknown: pl.Expr) -> pl.Expr:
    dark = pl.col("latest").is_null()
    dark = dark | hour_unknown if limit.in_hours else dark
    return pl.when(dark).then(pl.lit("untold")).otherwise(pl.lit("disputed"))


def _end_of(on: pl.Expr) -> pl.Expr:
    """Return the last second of days given as numbers."""
    return (on.cast(pl.Int64) * DAY + TO_LAST).cast(pl.Datetime("us"))
