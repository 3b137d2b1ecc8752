"""Which days a claim speaks of: the periods its words allow, the likeliest first, each with the reason."""

import re
from collections.abc import Iterator
from datetime import date

from plumbline.checks.against import saying, taken
from plumbline.checks.against.book import Book, Days
from plumbline.checks.against.context import Context
from plumbline.checks.against.dates import CUT_OFF, Dates, day, end_of, month_end
from plumbline.checks.against.slots import Miss
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.periods import Span, read_period

CAMPAIGN_BEGINS = date(2018, 1, 1)
"""扫黑除恶专项斗争: three years from January 2018 (notice of the Central Committee and the State Council). [S]"""
OPEN = re.compile("截[至止]|至目前|目前|为止|现在|当前|累计")
TOTAL = re.compile("累计|共(?!同|享|建|治|商)|总计|合计|以来")
SINCE = re.compile(
    r"(?:自|从)?(?P<year>(?:19|20)\d{2})年?(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?(?:[^，。；]{0,16}以来|起|至今)"
)
DAYS = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
    r"(?P<to>(?:至|到|[-–—－~])(?:(?P<to_year>(?:19|20)\d{2})年)?(?:(?P<to_month>\d{1,2})月)?(?:(?P<to_day>\d{1,2})日)?)?"
)
"""From one day or month to another, or one day."""
YEARS = re.compile(r"(?P<first>(?:19|20)\d{2})年?(?:至|到|[-–—－~])(?P<last>(?:19|20)\d{2})年")
BEGUN = re.compile(r"专项斗争[^，。；]{0,6}以来|扫黑除恶[^，。；]{0,6}以来|专项斗争期间")
OF_YEAR = re.compile(
    r"(?:全年|今年|本年度?|年内)?"
    r"(?:以来|上半年|下半年|前三季度|[一二三四1-4]季度|年[末底]|岁末|\d{1,2}(?:月?(?:至|到|[-–—－~])\d{1,2})?月份?)?"
)
"""Words that name no year of their own."""
THEN = re.compile("(?:^|[，；])而?(?P<when>(?:去年|上年)(?:同期)?)，[^；]*$")
"""The year before, named in a clause of its own: only compared with, and of a length that is not said."""
PART = re.compile("(?<!五)(?<!规划)期间|节|假|汛期|黄金周")
"""Words for a part of a year whose days are not said."""
LAST_YEAR = re.compile("^(?:去年|去年以来|过去一年|过去的一年|一年来)$")


def spans_of(claim: Claim, text: str, context: Context, dates: Dates, book: Book) -> tuple[Days, ...] | Miss:
    """Return the periods a claim may speak of that the book covers, the likeliest first, or why there is none."""
    words = period_words(claim, text) or _compared(context)
    found = tuple(dict.fromkeys(_allowed(words, context, dates, book)))
    if not found:
        return Miss("ambiguous", saying.no_period(words))
    if book.covers is None or not covered(found[0].value, book.covers):
        return Miss("other_period", saying.not_covered(found[0].value, book.covers))
    return tuple(d for d in found if covered(d.value, book.covers))


def period_words(claim: Claim, text: str) -> str:
    """Return the words of a claim's period, with the year before them and the 以来 after them."""
    source = dict(claim.sources).get("period")
    if not source or source.start >= source.end:
        return claim.period
    before = re.search(r"(?:19|20)\d{2}\s*年\s*$", text[max(0, source.start - 8) : source.start])
    after = re.match(r"[^，。；：\n0-9]{0,16}以来", text[source.end : source.end + 20])
    return "".join(((before.group() if before else "") + claim.period + (after.group() if after else "")).split())


def _compared(context: Context) -> str:
    found = THEN.search(context.before)
    return found["when"] if found else ""


def covered(span: Span, covers: Span) -> bool:
    """Say whether a book's records go from the month a period begins in to the month it ends in."""
    return _month(covers.first) <= _month(span.first) and _month(span.last) <= _month(covers.last)


def year_before(span: Span) -> Span:
    """Return the same days of the year before (29 February becomes 28)."""
    return Span(_back(span.first), _back(span.last))


def _back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _allowed(words: str, context: Context, dates: Dates, book: Book) -> Iterator[Days]:
    if m := YEARS.search(words):
        yield Days(Span(date(int(m["first"]), 1, 1), date(int(m["last"]), 12, 31)))
    elif m := SINCE.search(words):
        first = day(int(m["year"]), int(m["month"] or 1), int(m["day"] or 1))
        yield from _since(first, dates) if first else ()
    elif BEGUN.search(words):
        yield from _since(CAMPAIGN_BEGINS, dates)
    elif OPEN.search(words):
        yield from _open(words, context, dates, book)
    elif (m := DAYS.search(words)) and (m["day"] or m["to"]):
        yield from (Days(span) for span in [_stretch(m)] if span)
    else:
        yield from _named(words, dates)
        if "累计" in context.before and dates.year:
            yield from (_from_start(last, why, context, book) for last, why in _ends(dates))


def _stretch(m: re.Match[str]) -> Span | None:
    """Return the days from the first to the last that a match of ``DAYS`` names; None where they are none."""
    first = day(int(m["year"]), int(m["month"]), int(m["day"] or 1))
    year, month = int(m["to_year"] or m["year"]), int(m["to_month"] or m["month"])
    of_month = m["to_day"] if m["to"] else m["day"]
    last = day(year, month, int(of_month)) if of_month else month_end(year, month)
    return Span(first, last) if first and last and first <= last else None


def _since(first: date, dates: Dates) -> Iterator[Days]:
    for last, why in _ends(dates):
        if first <= last:
            yield Days(Span(first, last), why)


def _ends(dates: Dates) -> Iterator[tuple[date, Words | None]]:
    """Yield the days up to which a report may reckon: its cut-off; where it names none, its year's end, its own day."""
    if dates.cut_off:
        yield dates.cut_off, None
        return
    if dates.year:
        yield date(dates.year, 12, 31), taken.to_year_end(dates.year)
    if dates.published:
        yield dates.published, taken.TO_PUBLICATION


def _open(words: str, context: Context, dates: Dates, book: Book) -> Iterator[Days]:
    """Yield what 至目前, 截至… may mean: since the campaign or the book began, or since the year did."""
    stated = CUT_OFF.search(words)
    end = end_of(stated, dates.year) if stated else None
    ends = [(end, None)] if end else list(_ends(dates))
    total = context.campaign or context.topic or bool(TOTAL.search(context.before)) or "累计" in words
    for last, why in ends:
        year = Days(Span(date(last.year, 1, 1), last), why or taken.from_new_year(last.year))
        since = _from_start(last, why, context, book)
        yield from (since, year) if total else (year, since)


def _from_start(last: date, why: Words | None, context: Context, book: Book) -> Days:
    campaign = context.campaign or context.topic
    first = CAMPAIGN_BEGINS if campaign else book.covers.first if book.covers else date(last.year, 1, 1)
    return Days(Span(min(first, last), last), taken.since_start(first, campaign, why))


def _named(words: str, dates: Dates) -> Iterator[Days]:
    year, published = dates.year, dates.published.year if dates.published else None
    if LAST_YEAR.match(words) and not published:
        yield from (
            Days(Span(date(y, 1, 1), date(y, 12, 31)), taken.last_year(y)) for y in (year, year and year - 1) if y
        )
    elif PART.search(words):
        return
    elif found := read_period(words, published):
        yield Days(found.span)
    elif year and (words == "上年" or words.endswith(("上年底", "上年末"))):
        yield Days(Span(date(year - 1, 1, 1), date(year - 1, 12, 31)))
    elif year and OF_YEAR.fullmatch(words) and (of_year := read_period(f"{year}年{words}")):
        yield Days(of_year.span, taken.of_year(year))
