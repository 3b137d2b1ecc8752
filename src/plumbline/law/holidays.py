"""Days off and days worked, as they are handed in: nothing is assumed of a year that was not published."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from plumbline.errors import BeyondCalendar, Words


@dataclass(frozen=True)
class Calendar:
    """The days from ``first`` to ``last`` of which it is known whether they are off; ``off`` are those that are.

    Weekends are off unless worked in exchange for a holiday. Whether the law's 节假日 holds weekends: an answer of the
    Supreme Court for civil cases says so [S]; that a working weekend is a working day is a choice [K].
    """

    first: date
    last: date
    off: frozenset[date]

    def knows(self, day: date) -> bool:
        """Whether ``day`` lies in the years published."""
        return self.first <= day <= self.last

    def open_day(self, day: date) -> date:
        """Return ``day``, or the first day after it that is not off; raises BeyondCalendar where that is not known."""
        while self._known(day) in self.off:
            day += timedelta(1)
        return day

    def plus_working(self, day: date, n: int) -> date:
        """Return the ``n``-th working day after ``day``; raises BeyondCalendar where that is not known."""
        at = bisect_right(self.worked, self._known(day)) + n - 1
        if at >= len(self.worked):
            raise self._beyond(day)
        return self.worked[at]

    @cached_property
    def worked(self) -> tuple[date, ...]:
        """Every day known that is not off, in order."""
        days = (self.first + timedelta(i) for i in range((self.last - self.first).days + 1))
        return tuple(d for d in days if d not in self.off)

    def _known(self, day: date) -> date:
        if not self.knows(day):
            raise self._beyond(day)
        return day

    def _beyond(self, day: date) -> BeyondCalendar:
        what = Words(f"节假日安排只收录到{self.last}", f"holidays are known up to {self.last} only")
        todo = Words("请在公布下一年安排后更新节假日数据", "Update the holiday data when the next year is published")
        return BeyondCalendar(str(day), what, todo)
