"""Periods as reports name them (2012年, 2020年1至11月, 去年以来, 上半年): which year, which months."""

import re
from calendar import monthrange
from datetime import date
from typing import Any, NamedTuple

CHINESE_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2}|[一二][〇零○九][一二三四五六七八九〇零○]{2})年")
MONTHS = re.compile(r"(?P<first>[0-9]{1,2})月?(?:至|到|[-–—－~～])(?P<last>[0-9]{1,2})月")
MONTH = re.compile(r"(?P<only>[0-9]{1,2})月(?!底|末)")
RELATIVE = {"去年": -1, "上年": -1, "过去一年": -1, "过去的一年": -1, "一年来": -1, "今年": 0, "本年": 0}


class Period(NamedTuple):
    """Whole months of one year, both ends included."""

    year: int
    first_month: int = 1
    last_month: int = 12

    @property
    def span(self) -> "Span":
        """The days of the period."""
        return Span(date(self.year, self.first_month, 1), _month_end(self.year, self.last_month))


class Span(NamedTuple):
    """Days from ``first`` to ``last``, both included: what a figure is read for."""

    first: date
    last: date

    def has(self, day: Any) -> Any:
        """Return whether a date lies in the span; for a column of dates, the condition that says so."""
        return (day >= self.first) & (day <= self.last)

    @property
    def days(self) -> int:
        """How many days there are from the first to the last, both counted."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        """Return ``2018-01-01/2020-12-31``, as ISO 8601 writes an interval."""
        return f"{self.first}/{self.last}"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


SPAN = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def span(words: str) -> Span:
    """Return the days of ``2020``, ``2020-06``, ``2020-06-30`` or two of these joined by ``/``; ValueError for others."""
    first, slash, last = words.partition("/")
    begins, ends = _bounds(first), _bounds(last if slash else first)
    if begins.first > ends.last:
        raise ValueError(words)
    return Span(begins.first, ends.last)


def _bounds(words: str) -> Span:
    m = SPAN.fullmatch(words.strip())
    if not m:
        raise ValueError(words)
    year, month, day = int(m[1]), int(m[2] or 0), int(m[3] or 0)
    if day:
        return Span(date(year, month, day), date(year, month, day))
    return Span(date(year, month or 1, 1), _month_end(year, month or 12))


def months(over: Span) -> list[Span]:
    """Return the calendar months that lie wholly in a span, in order."""
    first, last = over.first, over.last
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    every = (_month(*divmod(number, 12)) for number in numbers)
    return [month for month in every if first <= month.first and month.last <= last]


def years(over: Span) -> list[Span]:
    """Return the calendar years that lie wholly in a span, in order."""
    every = (Period(year).span for year in range(over.first.year, over.last.year + 1))
    return [year for year in every if over.first <= year.first and year.last <= over.last]


def year_before(month: Span) -> Span:
    """Return the same calendar month of the year before."""
    return _month(month.first.year - 1, month.first.month - 1)


def _month(year: int, zero_based: int) -> Span:
    return Period(year, zero_based + 1, zero_based + 1).span


def read_period(words: str, published: int | None = None) -> Period | None:
    """Return the period that ``words`` name; ``published`` is the year the words were written in, for 去年 and 今年.

    Returns None for words that name no single year (五年来, 近期) and for a span of several years.
    """
    years = YEAR.findall(words)
    if len(set(years)) > 1:
        return None
    year = _year(years[0]) if years else _relative(words, published)
    if year is None:
        return None
    first, last = _months(words)
    return Period(year, first, last)


def _year(digits: str) -> int:
    return int(
        "".join(CHINESE_DIGITS.get(c, c) for c in digits).replace("九", "9").replace("二", "2").replace("一", "1")
    )


def _relative(words: str, published: int | None) -> int | None:
    if published is None:
        return None
    shift = next((shift for word, shift in RELATIVE.items() if word in words), None)
    return None if shift is None else published + shift


def _months(words: str) -> tuple[int, int]:
    if m := MONTHS.search(words):
        return _ordered(int(m["first"]), int(m["last"]))
    if m := MONTH.search(words):
        return _ordered(int(m["only"]), int(m["only"]))
    if "上半年" in words:
        return 1, 6
    if "下半年" in words:
        return 7, 12
    if "前三季度" in words:
        return 1, 9
    if m := re.search("([一二三四1-4])季度", words):
        return QUARTERS[m[1]] * 3 - 2, QUARTERS[m[1]] * 3
    return 1, 12


def _ordered(first: int, last: int) -> tuple[int, int]:
    return (first, last) if 1 <= first <= last <= 12 else (1, 12)


DAY = r"\s*[0-9一二三四五六七八九十]{1,3}\s*"
DATED = re.compile(rf"(?P<year>(?:19|20)[0-9]{{2}}|二[〇零○][一二三四五六七八九〇零○]{{2}})\s*年{DAY}月{DAY}日")
HEAD = 400
"""Characters at the head of a report in which its date is looked for."""


def year_published(text: str) -> int | None:
    """Return the year of the date at the head of a report (2012年2月29日在……会议上); None where there is none."""
    m = DATED.search(text[:HEAD])
    return _year(m["year"]) if m else None
