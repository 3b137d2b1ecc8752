"""The holidays of the years published, for the law's counting: what the chinesecalendar package holds, as plain data."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from plumbline.law import Calendar

if TYPE_CHECKING:
    import polars as pl


@cache
def published() -> Calendar:
    """Return the calendar of the years in which every day off is known; the package names the last of them."""
    import chinese_calendar
    from chinese_calendar.constants import holidays

    first, last = date(min(holidays).year, 1, 1), date(max(holidays).year, 12, 31)
    days = (first + timedelta(i) for i in range((last - first).days + 1))
    return Calendar(first, last, frozenset(d for d in days if chinese_calendar.is_holiday(d)))


@cache
def open_days(calendar: Calendar) -> "pl.Series":
    """Return, for every day known from the first on, the first open day from it on (null where that is not known).

    Days are whole numbers: days since 1970-01-01.
    """
    import polars as pl

    days = _days(calendar)
    free = days.is_in(list(calendar.off))
    return pl.select(pl.when(~free).then(days.to_physical()).alias("open")).to_series().fill_null(strategy="backward")


@cache
def working_days(calendar: Calendar) -> "tuple[pl.Series, pl.Series]":
    """Return, for every day known from the first on, how many working days there are up to it; and these, as numbers."""
    worked = ~(days := _days(calendar)).is_in(list(calendar.off))
    return worked.cum_sum().cast(int), days.filter(worked).to_physical()


def _days(calendar: Calendar) -> "pl.Series":
    import polars as pl

    return pl.date_range(calendar.first, calendar.last, eager=True)
