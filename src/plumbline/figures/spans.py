"""Ends of months and days in columns: the readings of law.units, all clocks at once.

A chain of extensions differs from one long length only by the months it passes through: the police's rule is cut to the
shortest of their last days, the courts' stays on last days once it has met one. So the shortest of them (``least``) is
all that a chain leaves to be known.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import ibis

from plumbline.law.units import Length, MonthRule, month_and_days


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def last_day(day: date) -> date:  # type: ignore[empty-body]
    """Return the last day of a day's month."""


class Sum(NamedTuple):
    """Lengths added up: months and days (numbers or columns) and the shortest month that a chain of them ends in."""

    months: Any
    days: Any
    least: Any = 31


def span_of(length: Length) -> Sum:
    """Return one length as numbers."""
    return Sum(*month_and_days(length))


def one_of(condition: ibis.Value, yes: Length, no: Length) -> Sum:
    """Return one of two lengths, row by row."""
    (m, d), (n, e) = month_and_days(yes), month_and_days(no)
    return Sum(m if m == n else ibis.ifelse(condition, m, n), d if d == e else ibis.ifelse(condition, d, e))


def month_of(day: Any, months: Any) -> Any:
    """Return the first day of the month ``months`` after that of ``day``."""
    return day.truncate("M") + many(months, "M")


def shortest(day: Any, months: Any) -> Any:
    """Return how many days the month ``months`` after that of ``day`` has."""
    return last_day(month_of(day, months)).day()


def earliest(day: Any, length: Sum, rules: Sequence[MonthRule]) -> Any:
    """Return the earliest day that any reading gives for the end."""
    if "police" not in rules:
        return _on_day(day, length, _courts(day, length.months, None))
    cut = _smaller(day.day(), length.least)
    return _on_day(day, length, _cut(cut, shortest(day, length.months)))


def latest(day: Any, length: Sum, rules: Sequence[MonthRule]) -> Any:
    """Return the latest day that any reading gives for the end."""
    if "court" not in rules:
        return _on_day(day, length, _cut(day.day(), shortest(day, length.months)))
    return _on_day(day, length, _courts(day, length.months, length.least))


def plain(day: Any, length: Sum, rules: Sequence[MonthRule]) -> Any:
    """Return the earliest end of the whole length counted as one."""
    return earliest(day, length._replace(least=31), rules)


def _courts(day: Any, months: Any, least: Any) -> Any:
    last = shortest(day, months)
    on_last = day == last_day(day)
    if least is not None and not isinstance(least, int):
        on_last = on_last | (day.day() >= least)
    return ibis.ifelse(on_last, last, _cut(day.day(), last))


def _on_day(day: Any, length: Sum, number: Any) -> Any:
    """Return the day of that number in the length's last month, the length's days added; day by day without months."""
    if isinstance(length.months, int) and length.months == 0:
        return day + many(length.days, "D")
    return month_of(day, length.months) + many(number - 1 + length.days, "D")


def many(n: Any, unit: str) -> Any:
    """Return so many months (M) or days (D), be it a number or a column."""
    if isinstance(n, int):
        return ibis.interval(months=n) if unit == "M" else ibis.interval(days=n)
    return n.cast("int32").as_interval(unit)  # a sum is wider than an interval takes


def _cut(number: Any, last: Any) -> Any:
    return ibis.least(number, last)


def _smaller(number: Any, least: Any) -> Any:
    return number if isinstance(least, int) else ibis.least(number, least)
