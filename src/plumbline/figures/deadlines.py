"""Deadlines in columns: law.deadline for all clocks at once, with the same results."""

from datetime import date, datetime
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import COLUMNS, Clocks, complete
from plumbline.figures.granted import judged_grants, late, paused_days, totals, with_sums
from plumbline.figures.holidays import open_days, working_days
from plumbline.figures.spans import Sum, earliest, latest, many, one_of, plain, shortest, span_of
from plumbline.law import Calendar, Hours, Limit, WorkingDays
from plumbline.law.clocks import LAST

ENDS = ("due", "earliest", "latest")
END_OF_DAY = ibis.interval(seconds=86399)


def judged(limit: Limit, clocks: Clocks, day: date, calendar: Calendar, within: int | None = None) -> Table:
    """Return the clocks as they stand at the end of ``day``: their columns, and those of the deadline.

    due, earliest, latest (timestamps, a day's end at 23:59:59; null where they cannot be told), paused (days), void and
    late (how many grants), state (a word of law.STATES).
    """
    rows = complete(clocks.rows)
    if isinstance(limit.length, Hours):
        t = _in_hours(rows, limit.length)
    elif isinstance(limit.length, WorkingDays):
        t = _in_working_days(rows, limit.length, calendar)
    else:
        t = _by_the_clock(limit, _moved(limit, _in_days(limit, rows, clocks), calendar))
    return _stand(limit, t, day, limit.warn if within is None else within)


def _in_hours(rows: Table, length: Hours) -> Table:
    first = rows["begins_moment"].fill_null(rows["begins_on"].cast("timestamp"))
    hours = ibis.interval(hours=length.n)
    full = rows["begins_moment"].truncate("h") + ibis.interval(hours=1)
    last = full.fill_null(rows["begins_on"].cast("timestamp") + END_OF_DAY)
    return _with(rows, due=first + hours, earliest=first + hours, latest=last + hours)


def _in_working_days(rows: Table, length: WorkingDays, calendar: Calendar) -> Table:
    days = working_days(calendar)
    worked = days.filter(days["worked"]).select(end_on="day", nth="count")
    t = rows.left_join(days.select("day", "count"), rows["begins_on"] == days["day"])
    t = t.left_join(worked, t["count"] + length.n == worked["nth"])
    plain_end = _end_of(t["begins_on"] + ibis.interval(days=length.n))
    end = _end_of(t["end_on"])
    first = end.fill_null(plain_end)
    return _with(t, due=first, earliest=first, latest=end).drop("day", "count", "end_on", "nth")


def _with(t: Table, **ends: Any) -> Table:
    none = {name: ibis.literal(0, "int64") for name in ("paused", "void", "late")}
    return t.mutate(**ends, **none)


def _in_days(limit: Limit, rows: Table, clocks: Clocks) -> Table:
    base = _base(limit, rows)
    early = rows["begins_early"].fill_null(rows["begins_on"])
    t = rows.mutate(base_months=_column(base.months), base_days=_column(base.days), early_on=early)
    grants = None
    if clocks.grants is not None and limit.extensions:
        grants = with_sums(judged_grants(limit, t, clocks.grants), "valid", "before")
        t = _joined(t, totals(grants, "valid", "all"))
    t = t.mutate(ends_on=latest(t["begins_on"], _of(t, base, "all", "begins_on"), limit.month_rules))
    if clocks.pauses is not None:
        t = _joined(t, paused_days(t, clocks.pauses))
    if grants is not None:
        t = _with_timely(limit, t, grants)
    return _counted(limit, t, base)


def _with_timely(limit: Limit, t: Table, grants: Table) -> Table:
    """Add what the grants made in time come to: all that are valid, but for the clocks where that differs."""
    paused = t if "paused" in t.columns else t.mutate(paused=ibis.literal(0, "int64"))
    seen = late(grants, limit, paused).drop("length", "ends_in")
    tally = seen.group_by("position").aggregate(
        void=(~seen["valid"]).sum(),
        late=(seen["valid"] & ~seen["timely"]).sum(),
        moved=(seen["early_on"] != seen["begins_on"]).any(),
    )
    differs = tally.filter((tally["late"] > 0) | tally["moved"])
    again = with_sums(seen.semi_join(differs, "position"), "timely", "sofar", "early_on")
    t = _joined(_joined(t, totals(again, "timely", "timely")), tally)
    own = ((t["late"] > 0) | t["moved"]).fill_null(False)
    parts = ("months", "days", "least")
    return t.mutate(**{f"timely_{part}": ibis.ifelse(own, t[f"timely_{part}"], t[f"all_{part}"]) for part in parts})


def _joined(t: Table, more: Table) -> Table:
    return t.left_join(more, "position").drop("position_right")


def _base(limit: Limit, rows: Table) -> Sum:
    if limit.at_most is not None and limit.at_most_when is not None:
        return one_of(rows["longer"], limit.at_most, limit.length)
    return span_of(limit.at_most or limit.length)


def _column(n: Any) -> Any:
    return ibis.literal(n, "int64") if isinstance(n, int) else n


def _of(t: Table, base: Sum, prefix: str, anchor: str) -> Sum:
    """Return base and what the extensions of that prefix add; the base alone where there are none."""
    if f"{prefix}_months" not in t.columns:
        return base
    months, days = (t[f"{prefix}_{part}"].fill_null(0) for part in ("months", "days"))
    least = ibis.least(t[f"{prefix}_least"].fill_null(31), shortest(t[anchor], base.months))
    return Sum(base.months + months, base.days + days, least)


def _counted(limit: Limit, t: Table, base: Sum) -> Table:
    zero = ibis.literal(0, "int64")
    tally = {name: t[name].fill_null(0) if name in t.columns else zero for name in ("paused", "void", "late")}
    pause = many(tally["paused"] if "paused" in t.columns else 0, "D")
    first = earliest(t["early_on"], _of(t, base, "timely", "early_on"), limit.month_rules) + pause
    due = first
    if limit.at_most is not None:
        short = plain(t["early_on"], _of(t, span_of(limit.length), "timely", "early_on"), limit.month_rules) + pause
        longer = t["longer"] if limit.at_most_when else ibis.literal(True)
        due = ibis.ifelse(longer, ibis.least(short, first), first)
    last = t["ends_on"] + pause
    return t.mutate(due=_end_of(due), earliest=_end_of(first), latest=_end_of(last), **tally)


def _end_of(day: Any) -> Any:
    return day.cast("timestamp") + END_OF_DAY


def _moved(limit: Limit, t: Table, calendar: Calendar) -> Table:
    """Move ends off holidays, unless someone is held; where it is not recorded, only the latest end."""
    if not limit.holidays:
        return t
    t = t.mutate(**{f"{end}_on": t[end].cast("date") for end in ENDS})
    for end in ENDS:
        off = open_days(calendar).rename({f"{end}_off": "off", f"{end}_open": "open"})
        t = t.left_join(off, t[f"{end}_on"] == off[f"{end}_off"])
    dark = [_unknown(t, end, calendar) for end in ENDS]
    unknown = (dark[0] | dark[1] | dark[2]) & ~t["held"].fill_null(False)
    shown = {end: _open(t, end, unknown) for end in ENDS}
    extra = [f"{end}{part}" for end in ENDS for part in ("_on", "_off", "_open")]
    return t.mutate(**shown).drop(*extra)


def _unknown(t: Table, end: str, calendar: Calendar) -> Any:
    outside = ~t[f"{end}_on"].between(calendar.first, calendar.last)
    return outside | (t[f"{end}_off"].notnull() & t[f"{end}_open"].isnull())


def _open(t: Table, end: str, unknown: Any) -> Any:
    moved = _end_of(t[f"{end}_open"]).fill_null(t[end])
    if end == "latest":
        return ibis.cases((t["held"].fill_null(False), t[end]), (unknown, ibis.null("timestamp")), else_=moved)
    return ibis.ifelse(t["held"].fill_null(True) | unknown, t[end], moved)


def _by_the_clock(limit: Limit, t: Table) -> Table:
    if not limit.by_the_clock:
        return t
    return t.mutate(**{end: _at(t, end) for end in ("due", "earliest")})


def _at(t: Table, end: str) -> Any:
    seconds = t["begins_moment"].delta(t["begins_on"].cast("timestamp"), unit="second")
    return (t[end].cast("date").cast("timestamp") + seconds.as_interval("s")).fill_null(t[end])


def _stand(limit: Limit, t: Table, day: date, within: int) -> Table:
    edition = limit.governing.edition
    known = t["begins_on"].between(edition.since, edition.until or date.max)
    stopped = t["stops_on"].notnull()
    state = ibis.cases((~known, "untold"), (stopped, _stopped(limit, t)), else_=_running(limit, t, day, within))
    none = ibis.null("timestamp")
    shown = {end: ibis.ifelse(known, t[end], none) for end in ENDS}
    return t.mutate(state=state, **shown).select(*COLUMNS, *ENDS, "paused", "void", "late", "state")


def _stopped(limit: Limit, t: Table) -> Any:
    first = t["stops_moment"].fill_null(t["stops_on"].cast("timestamp"))
    last = t["stops_moment"].fill_null(_end_of(t["stops_on"]))
    in_time = (last if limit.in_hours else first) <= t["earliest"]
    hour_unknown = t["begins_moment"].isnull() | t["stops_moment"].isnull()
    over = (first > t["latest"]).fill_null(False)
    return ibis.cases((in_time, "kept"), (over, "missed"), else_=_between(limit, t, hour_unknown))


def _running(limit: Limit, t: Table, day: date, within: int) -> Any:
    now = ibis.literal(datetime.combine(day, LAST), "timestamp")
    soon = t["due"].cast("date").delta(ibis.literal(day), unit="day") <= within
    over = (now > t["latest"]).fill_null(False)
    between = _between(limit, t, t["begins_moment"].isnull())
    return ibis.cases((now <= t["earliest"], ibis.ifelse(soon, "due", "running")), (over, "missed"), else_=between)


def _between(limit: Limit, t: Table, hour_unknown: Any) -> Any:
    dark = t["latest"].isnull() | (hour_unknown if limit.in_hours else False)
    return ibis.ifelse(dark, "untold", "disputed")
