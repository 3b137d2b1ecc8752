"""Lengths of time as the law states them, each counted by the rule of its own article.

The day or hour on which a period begins is not counted (刑事诉讼法 105): the first day counted is the next one.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from plumbline.errors import Words

MonthRule = Literal["court", "police"]
"""Which day a month ends on: as the courts' rule says (a last day leads to a last day) or as the police's does."""

HALF = 15
"""Days of half a month, always (SPC interpretation 2021 art. 202)."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours: the hour a period begins in is not counted."""

    n: int

    @property
    def words(self) -> Words:
        """The length in both languages."""
        return Words(f"{self.n}小时", f"{self.n} hours")


@dataclass(frozen=True, slots=True)
class Days:
    """Days: whole days from the day after that of the event."""

    n: int

    @property
    def words(self) -> Words:
        """The length in both languages."""
        return Words(f"{self.n}日", f"{self.n} day{'' if self.n == 1 else 's'}")


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Working days: holidays and free days are passed over, working weekends counted."""

    n: int

    @property
    def words(self) -> Words:
        """The length in both languages."""
        return Words(f"{self.n}个工作日", f"{self.n} working day{'' if self.n == 1 else 's'}")


@dataclass(frozen=True, slots=True)
class Months:
    """Months from a day to its like; ``half`` adds half a month, which is 15 days."""

    n: int
    half: bool = False

    @property
    def words(self) -> Words:
        """The length in both languages."""
        whole = f"{self.n}个{'半' if self.half else ''}月"
        some = f"{self.n} month{'' if self.n == 1 else 's'}"
        return Words(whole if self.n else "半个月", f"{some}{' and a half' if self.half else ''}")


Length = Hours | Days | WorkingDays | Months


def month_and_days(length: Length) -> tuple[int, int]:
    """Return a length as (months, days); raises TypeError for hours and working days, which are neither."""
    if isinstance(length, Months):
        return length.n, HALF if length.half else 0
    if isinstance(length, Days):
        return 0, length.n
    raise TypeError(f"{length} is not counted in months or days")


def plus_months(day: date, months: int, rule: MonthRule) -> date:
    """Return the day that ``months`` months from ``day`` end on.

    Court (SPC interpretation 2012 art. 165, 2021 art. 202): the same day; from a last day of a month to a last day;
    where there is no such day, the last. Police (公通字〔2006〕17号 art. 4(2)): the corresponding day, or else the last.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    last = monthrange(year, month)[1]
    to_last = rule == "court" and day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if to_last else min(day.day, last))


def anchored(day: date, lengths: Iterable[Length], rule: MonthRule) -> date:
    """Return the end of several lengths counted as one from the first day: their months together, then their days."""
    parts = [month_and_days(length) for length in lengths]
    return plus_months(day, sum(m for m, _ in parts), rule) + timedelta(sum(d for _, d in parts))


def chained(day: date, lengths: Iterable[Length], rule: MonthRule) -> date:
    """Return the end of several lengths of which each begins where the one before ends."""
    for months, days in map(month_and_days, lengths):
        day = plus_months(day, months, rule) + timedelta(days)
    return day


def plus_hours(moment: datetime, hours: int) -> tuple[datetime, datetime]:
    """Return where ``hours`` end in the two readings: to the minute, and from the next full hour (刑事诉讼法 105)."""
    next_hour = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment + timedelta(hours=hours), next_hour + timedelta(hours=hours)
