"""One clock: where a limit began to run in one case, where it stopped, what lengthened it."""

from datetime import date, datetime, time
from typing import NamedTuple

LAST = time(23, 59, 59)


class Moment(NamedTuple):
    """A day, with the time of day where it was recorded."""

    on: date
    at: time | None = None

    @property
    def first(self) -> datetime:
        """The earliest it can have been."""
        return datetime.combine(self.on, self.at or time())

    @property
    def last(self) -> datetime:
        """The latest it can have been."""
        return datetime.combine(self.on, self.at or LAST)

    def __str__(self) -> str:
        """Return ``2020-04-01 10:20`` or ``2020-04-01``."""
        return f"{self.on} {self.at:%H:%M}" if self.at else str(self.on)


class Grant(NamedTuple):
    """An extension granted: which, by whom (None: not recorded), on which day, how many times its length."""

    extension: str
    approver: str | None
    on: date
    n: int = 1


class Pause(NamedTuple):
    """Days that are not counted: from ``first`` up to the day before ``back``, on which counting goes on."""

    first: date
    back: date
    why: str = ""


class Clock(NamedTuple):
    """A limit running in one case (and for one person, where it runs for each).

    ``begins_early`` is an earlier day from which another reading counts. ``held``: whether it runs against someone in
    custody, so that no holiday moves its end; None: not recorded. ``longer``: the limit's ``at_most`` applies.
    ``position`` is that of the record it began with (None outside a book).
    """

    case: str
    body: str
    begins: Moment
    stops: Moment | None = None
    person: str | None = None
    begins_early: date | None = None
    grants: tuple[Grant, ...] = ()
    pauses: tuple[Pause, ...] = ()
    held: bool | None = False
    longer: bool = False
    position: int | None = None
