"""From a clock to its ends: the earliest and the latest that a lawful reading gives."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from plumbline.errors import BeyondCalendar
from plumbline.law.clocks import LAST, Clock
from plumbline.law.grants import Judged, judged_grants, paused_days
from plumbline.law.holidays import Calendar
from plumbline.law.limits import Limit
from plumbline.law.units import Hours, Length, WorkingDays, anchored, chained, plus_hours


class Ends(NamedTuple):
    """Where a clock ends. ``due``: on its plain length; ``earliest`` and ``latest``: the readings of its outermost end.

    ``latest`` is None where it depends on holidays not yet published; the other two are then without holidays.
    ``grants`` are the extensions claimed, ``late`` those granted after the time had run out, ``paused`` the days not
    counted, ``moved`` whether a day off moved the latest end.
    """

    due: datetime
    earliest: datetime
    latest: datetime | None
    grants: tuple[Judged, ...] = ()
    late: tuple[Judged, ...] = ()
    paused: int = 0
    moved: bool = False


def ends(limit: Limit, clock: Clock, calendar: Calendar) -> Ends:
    """Return where a clock of this limit ends."""
    if isinstance(limit.length, Hours):
        return _ends_in_hours(limit, clock)
    if isinstance(limit.length, WorkingDays):
        return _ends_in_working_days(limit.length, clock, calendar)
    return _ends_in_days(limit, clock, calendar)


def _ends_in_hours(limit: Limit, clock: Clock) -> Ends:
    assert isinstance(limit.length, Hours)
    earliest = plus_hours(clock.begins.first, limit.length.n)[0]
    latest = plus_hours(clock.begins.last, limit.length.n)[clock.begins.at is not None]
    return Ends(earliest, earliest, latest)


def _ends_in_working_days(length: WorkingDays, clock: Clock, calendar: Calendar) -> Ends:
    plain = _end_of(clock.begins.on + timedelta(length.n))
    try:
        end = _end_of(calendar.plus_working(clock.begins.on, length.n))
    except BeyondCalendar:
        return Ends(plain, plain, None)
    return Ends(end, end, end)


def _ends_in_days(limit: Limit, clock: Clock, calendar: Calendar) -> Ends:
    most, begins = limit.outermost(clock.longer), clock.begins.on
    grants = judged_grants(limit, clock.grants)
    valid = [j for j in grants if j.void is None]
    paused = paused_days(clock.pauses, begins, _latest(limit, begins, [most, *(j.length for j in valid)]))
    late = [j for i, j in enumerate(valid) if _is_late(limit, clock, most, valid[:i], paused, j)]
    timely = [j.length for j in valid if j not in late]
    early = clock.begins_early or begins
    last = _latest(limit, begins, [most, *(j.length for j in valid)]) + timedelta(paused)
    first = _earliest(limit, early, [most, *timely]) + timedelta(paused)
    due = first if most == limit.length else _plain(limit, early, [limit.length, *timely]) + timedelta(paused)
    due_on, first_on, last_on = (_end_of(d) for d in (min(due, first), first, last))
    plain = Ends(due_on, first_on, last_on, tuple(grants), tuple(late), paused)
    return _by_the_clock(limit, clock, _moved(limit, clock, calendar, plain))


def _is_late(limit: Limit, clock: Clock, most: Length, before: list[Judged], paused: int, grant: Judged) -> bool:
    """Whether a grant came when the time, with all that was granted before and all pauses, had run out."""
    end = _latest(limit, clock.begins.on, [most, *(j.length for j in before)])
    return grant.grant.on > end + timedelta(paused)


def _latest(limit: Limit, day: date, lengths: list[Length]) -> date:
    return max(reading(day, lengths, rule) for rule in limit.month_rules for reading in (anchored, chained))


def _earliest(limit: Limit, day: date, lengths: list[Length]) -> date:
    return min(reading(day, lengths, rule) for rule in limit.month_rules for reading in (anchored, chained))


def _plain(limit: Limit, day: date, lengths: list[Length]) -> date:
    return min(anchored(day, lengths, rule) for rule in limit.month_rules)


def _moved(limit: Limit, clock: Clock, calendar: Calendar, plain: Ends) -> Ends:
    """Move ends off holidays, unless someone is held; where it is not recorded, only the latest end."""
    if not limit.holidays or clock.held or plain.latest is None:
        return plain
    try:
        due, earliest, latest = (_open(calendar, e) for e in (plain.due, plain.earliest, plain.latest))
    except BeyondCalendar:
        return plain._replace(latest=None)
    if clock.held is None:
        due, earliest = plain.due, plain.earliest
    return plain._replace(due=due, earliest=earliest, latest=latest, moved=latest != plain.latest)


def _open(calendar: Calendar, end: datetime) -> datetime:
    return datetime.combine(calendar.open_day(end.date()), end.time())


def _by_the_clock(limit: Limit, clock: Clock, plain: Ends) -> Ends:
    """Read days of detention also as full 24 hours from the minute (公通字〔2006〕17号 art. 4(1))."""
    at = clock.begins.at
    if not limit.by_the_clock or at is None:
        return plain
    return plain._replace(due=_at(plain.due, at), earliest=_at(plain.earliest, at))


def _at(end: datetime, at: time) -> datetime:
    return datetime.combine(end.date(), at)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, LAST)
