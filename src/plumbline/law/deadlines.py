"""A deadline: a limit applied to one clock, as it stands on a day."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.law.clocks import LAST, Clock, Moment
from plumbline.law.counting import Ends, ends
from plumbline.law.holidays import Calendar
from plumbline.law.limits import Limit

State = Literal["running", "due", "disputed", "missed", "kept", "untold"]
STATES: dict[State, Words] = {
    "missed": Words("超期", "missed"),
    "disputed": Words("有争议", "disputed"),
    "due": Words("将届满", "due"),
    "untold": Words("无法判断", "cannot be told"),
    "running": Words("进行中", "running"),
    "kept": Words("期限内", "kept"),
}
"""Every state, the gravest first."""


class Deadline(NamedTuple):
    """Where a clock ends and how it stands. ``ends`` is None where no edition of the article was in force."""

    limit: Limit
    clock: Clock
    day: date
    state: State
    ends: Ends | None


def deadline(limit: Limit, clock: Clock, day: date, calendar: Calendar, within: int | None = None) -> Deadline:
    """Apply a limit to a clock as it stands at the end of ``day``.

    It is kept or running up to the earliest end of any lawful reading, missed only after the latest, disputed between.
    It is due from ``within`` days before its plain end on (by default the limit's own). It cannot be told where no
    edition is known for the day it began on, where holidays are not known, or where an hour that decides was not
    recorded. Shapes and rules: docs/explanation/how-days-are-counted.md.
    """
    if not limit.governing.edition.in_force(clock.begins.on):
        return Deadline(limit, clock, day, "untold", None)
    found = ends(limit, clock, calendar)
    soon = limit.warn if within is None else within
    state = _stopped(limit, clock, clock.stops, found) if clock.stops else _running(limit, clock, day, found, soon)
    return Deadline(limit, clock, day, state, found)


def _stopped(limit: Limit, clock: Clock, stops: Moment, found: Ends) -> State:
    # Days are compared as days: the hour of a stop matters for them only where it was recorded.
    if (stops.last if limit.in_hours else stops.first) <= found.earliest:
        return "kept"
    if found.latest is not None and stops.first > found.latest:
        return "missed"
    return _between(limit, found, clock.begins.at is None or stops.at is None)


def _running(limit: Limit, clock: Clock, day: date, found: Ends, soon: int) -> State:
    now = datetime.combine(day, LAST)
    if now <= found.earliest:
        return "due" if (found.due.date() - day).days <= soon else "running"
    if found.latest is not None and now > found.latest:
        return "missed"
    return _between(limit, found, clock.begins.at is None)


def _between(limit: Limit, found: Ends, hour_unknown: bool) -> State:
    return "untold" if found.latest is None or (limit.in_hours and hour_unknown) else "disputed"
