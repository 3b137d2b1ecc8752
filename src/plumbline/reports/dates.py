"""Days and periods in the words of a report: 2020年1月8日, 2020年1至11月, 2018年至2020年."""

from calendar import month_name, monthrange
from datetime import date

from plumbline.errors import Words
from plumbline.periods import Span


def day(on: date) -> Words:
    """Return a day as documents write it, without padding: 2020年1月8日, 8 January 2020."""
    return Words(f"{on.year}年{on.month}月{on.day}日", f"{on.day} {month_name[on.month]} {on.year}")


def period(over: Span) -> Words:
    """Return a period by its years or months where it is made of whole ones, else by its days."""
    if not _whole_months(over):
        first, last = day(over.first), day(over.last)
        return first if over.first == over.last else Words(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
    if (over.first.month, over.last.month) == (1, 12):
        return _years(over.first.year, over.last.year)
    return _months(over)


def _whole_months(over: Span) -> bool:
    return over.first.day == 1 and over.last.day == monthrange(over.last.year, over.last.month)[1]


def _years(first: int, last: int) -> Words:
    return Words(f"{first}年", str(first)) if first == last else Words(f"{first}年至{last}年", f"{first} to {last}")


def _months(over: Span) -> Words:
    (y, m), (year, month) = (over.first.year, over.first.month), (over.last.year, over.last.month)
    if y != year:
        return Words(f"{y}年{m}月至{year}年{month}月", f"{month_name[m]} {y} to {month_name[month]} {year}")
    if m == month:
        return Words(f"{y}年{m}月", f"{month_name[m]} {y}")
    return Words(f"{y}年{m}至{month}月", f"{month_name[m]} to {month_name[month]} {y}")
