"""Ends of months and days in columns: the readings of law.units, all clocks at once.

A chain of extensions differs from one long length only by the months it passes through: the police's rule is cut to the
shortest of their last days, the courts' stays on last days once it has met one. So the shortest of them (``least``) is
all that a chain leaves to be known. Days are counted here as whole numbers: days since 1970-01-01.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import polars as pl

from plumbline.law.units import Length, MonthRule, month_and_days

Number = int | pl.Expr
LONGEST = 31
"""The length of the longest month: no chain is cut by less."""
YEARS = 10_500
"""Months are looked up from the year 0 to this one: past all that a date can be, with what may be added to it."""


class Sum(NamedTuple):
    """Lengths added up: months and days (numbers or columns) and the shortest month that a chain of them ends in."""

    months: Number
    days: Number
    least: Number = LONGEST


def span_of(length: Length) -> Sum:
    """Return one length as numbers."""
    return Sum(*month_and_days(length))


def one_of(condition: pl.Expr, yes: Length, no: Length) -> Sum:
    """Return one of two lengths, row by row."""
    (m, d), (n, e) = month_and_days(yes), month_and_days(no)
    return Sum(m if m == n else _either(condition, m, n), d if d == e else _either(condition, d, e))


def number(day: pl.Expr) -> pl.Expr:
    """Return a day as a whole number."""
    return day.to_physical()


def shortest(day: pl.Expr, months: Number) -> pl.Expr:
    """Return how many days the month ``months`` after that of ``day`` has."""
    return _begin(day, months, 1) - _begin(day, months)


def earliest(day: pl.Expr, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the earliest day that any reading gives for the end, as a number."""
    if "police" in rules:
        return _on_day(day, length, pl.min_horizontal(day.dt.day().cast(pl.Int32), length.least, shortest(day, length.months)))
    return _on_day(day, length, _courts(day, length.months, LONGEST))


def latest(day: pl.Expr, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the latest day that any reading gives for the end, as a number."""
    if "court" in rules:
        return _on_day(day, length, _courts(day, length.months, length.least))
    return _on_day(day, length, pl.min_horizontal(day.dt.day().cast(pl.Int32), shortest(day, length.months)))


def plain(day: pl.Expr, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the earliest end of the whole length counted as one, as a number."""
    return earliest(day, length._replace(least=LONGEST), rules)


def _courts(day: pl.Expr, months: Number, least: Number) -> pl.Expr:
    """The day's like, or the last of its month: from a last day, and from any that a chain has cut to one."""
    own, last = day.dt.day().cast(pl.Int32), shortest(day, months)
    bound = shortest(day, 0) if isinstance(least, int) else pl.min_horizontal(shortest(day, 0), least)
    return pl.when(own >= bound).then(last).otherwise(pl.min_horizontal(own, last))


def _on_day(day: pl.Expr, length: Sum, nth: pl.Expr) -> pl.Expr:
    """Return the nth day of the length's last month, the length's days added; day by day where there are no months."""
    if isinstance(length.months, int) and length.months == 0:
        return number(day) + length.days
    return _begin(day, length.months) + (nth - 1 + length.days)


def _begin(day: pl.Expr, months: Number, more: int = 0) -> pl.Expr:
    """Return the first day of the month ``months + more`` after that of ``day``."""
    index = day.dt.year() * 12 + day.dt.month().cast(pl.Int32)
    return pl.lit(_begins()).gather(index + (months + (more - 1)))


@cache
def _begins() -> pl.Series:
    """Return the first day of every month from January of the year 0, as numbers."""
    months = pl.int_range(YEARS * 12, dtype=pl.Int32, eager=True)
    return months.to_frame("i").select(pl.date(pl.col("i") // 12, pl.col("i") % 12 + 1, 1).to_physical()).to_series()


def _either(condition: pl.Expr, yes: int, no: int) -> pl.Expr:
    return pl.when(condition).then(pl.lit(yes, pl.Int32)).otherwise(pl.lit(no, pl.Int32))
