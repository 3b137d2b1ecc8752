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


class Day(NamedTuple):
    """A day in columns: its number, the place of its month among all months, which day of the month it is."""

    number: pl.Expr
    month: pl.Expr
    nth: pl.Expr


def day(name: str) -> Day:
    """Return the day of a column, of which the rows have ``placed``."""
    return Day(number(pl.col(name)), pl.col(f"{name}_month"), pl.col(f"{name}_nth"))


def placed(name: str) -> dict[str, pl.Expr]:
    """Return the columns that say of a column of days where they lie: counted once, as all readings ask for it."""
    on = pl.col(name).dt
    return {f"{name}_month": on.year() * 12 + (on.month().cast(pl.Int32) - 1), f"{name}_nth": on.day().cast(pl.Int32)}


def number(on: pl.Expr) -> pl.Expr:
    """Return a day as a whole number."""
    return on.to_physical()


def shortest(begins: Day, months: Number) -> pl.Expr:
    """Return how many days the month ``months`` after that of a day has."""
    return pl.lit(_months()["days"]).gather(begins.month + months)


def earliest(begins: Day, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the earliest day that any reading gives for the end, as a number."""
    if "police" not in rules:
        return _on_day(begins, length, _courts(begins, length.months, LONGEST))
    return _on_day(begins, length, pl.min_horizontal(begins.nth, length.least, shortest(begins, length.months)))


def latest(begins: Day, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the latest day that any reading gives for the end, as a number."""
    if "court" not in rules:
        return _on_day(begins, length, pl.min_horizontal(begins.nth, shortest(begins, length.months)))
    return _on_day(begins, length, _courts(begins, length.months, length.least))


def plain(begins: Day, length: Sum, rules: Sequence[MonthRule]) -> pl.Expr:
    """Return the earliest end of the whole length counted as one, as a number."""
    return earliest(begins, length._replace(least=LONGEST), rules)


def _courts(begins: Day, months: Number, least: Number) -> pl.Expr:
    """The day's like, or the last of its month: from a last day, and from any that a chain has cut to one."""
    last = shortest(begins, months)
    return (
        pl.when(begins.nth >= pl.min_horizontal(shortest(begins, 0), least))
        .then(last)
        .otherwise(pl.min_horizontal(begins.nth, last))
    )


def _on_day(begins: Day, length: Sum, nth: pl.Expr) -> pl.Expr:
    """Return the nth day of the length's last month, the length's days added; day by day where there are no months."""
    if isinstance(length.months, int) and length.months == 0:
        return begins.number + length.days
    return pl.lit(_months()["first"]).gather(begins.month + length.months) + (nth - 1 + length.days)


@cache
def _months() -> pl.DataFrame:
    """Return the first day of every month from January of the year 0, as a number, and how many days it has."""
    i = pl.int_range(YEARS * 12, dtype=pl.Int32)
    first = pl.date(i // 12, i % 12 + 1, 1)
    return pl.select(first=first.to_physical(), days=first.dt.month_end().dt.day().cast(pl.Int32))


def _either(condition: pl.Expr, yes: int, no: int) -> pl.Expr:
    return pl.when(condition).then(pl.lit(yes, pl.Int32)).otherwise(pl.lit(no, pl.Int32))
