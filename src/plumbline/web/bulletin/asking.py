"""From an address to what is asked of the figures: every word bounded, what is wrong said at its field."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from django.http import HttpRequest

from plumbline.errors import FigureError, PlumblineError, Words
from plumbline.figures.held import Held
from plumbline.figures.opening import Open
from plumbline.figures.shapes import Figure
from plumbline.periods import Span, years
from plumbline.web.console.keeping import kept
from plumbline.web.reading import narrowed
from plumbline.web.reading.asked import Asked, period
from plumbline.web.reading.parted import columns_of

T = TypeVar("T")
LONGEST = 200
"""Characters of one word of an address."""
FIRST, LAST = 1900, 2100
MOST_COLUMNS = 2
LARGEST = 10**12


class Said(NamedTuple):
    """What an address asks, as it was typed; ``by`` are columns of a breakdown."""

    period: str = ""
    scope: str = ""
    body: str = ""
    against: str = ""
    by: tuple[str, ...] = ()


class Understood(NamedTuple):
    """What is asked (None where that cannot be told), and what is wrong by the field it stands in."""

    asked: Asked | None
    wrong: dict[str, Words]


def said(request: HttpRequest) -> Said:
    """Return what an address asks; raises FigureError for words beyond all bounds."""
    columns = (each for each in request.GET.getlist("by") if each)
    words = (word(request, name) for name in ("period", "scope", "body", "against"))
    period, scope, body, against = words
    return Said(period, scope, body, against, tuple(_bounded(each, "by") for each in columns)[:MOST_COLUMNS])


def word(request: HttpRequest, name: str) -> str:
    """Return a word of an address, "" where it is not there; raises FigureError for one too long."""
    return _bounded(str(request.GET.get(name, "")).strip(), name)


def number(request: HttpRequest, name: str) -> int | None:
    """Return a whole number of an address, None where it is not there; raises FigureError for what is none."""
    text = word(request, name)
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) < LARGEST:
        return int(text)
    raise FigureError(
        name, Words(f"“{text}”不是条数", f"“{text}” is no number"), Words("请写整数", "Write a whole number")
    )


def _bounded(text: str, name: str) -> str:
    if len(text) <= LONGEST and text.isprintable():
        return text
    what = Words("太长，或含有不可见的字符", "too long, or with characters that cannot be seen")
    raise FigureError(name, what, Words(f"至多 {LONGEST} 个字符", f"Write {LONGEST} characters at most"))


def held(book: Open) -> Held:
    """Return whose records the book has and of which days; found once for each size."""
    return kept(book.size, "held", lambda: narrowed.kept(book))


def last_year(book: Open) -> str:
    """Return the last year with records that was over when the last of them was written; where there is none, the last of all."""
    days, over = held(book).days, held(book).years
    return str(over[-1] if over else days.last.year if days else date.today().year)


def years_of(book: Open) -> list[str]:
    """Return the years that the book has records of, the last first."""
    days = held(book).days
    every = Span(days.first.replace(month=1, day=1), days.last.replace(month=12, day=31)) if days else None
    return [str(year.first.year) for year in reversed(years(every))] if every else []


def period_of(words: str, option: str) -> Span:
    """Return the days of a period; raises FigureError for one that is none, or out of all bounds."""
    found = period(words, option)
    if found.first.year >= FIRST and found.last.year <= LAST:
        return found
    raise FigureError(
        option, Words("年份出了范围", "a year out of bounds"), Words(f"{FIRST}–{LAST}", f"{FIRST}–{LAST}")
    )


def understood(typed: Said, figure: Figure, book: Open) -> Understood:
    """Return what is asked of a figure; a period that is not told is the last year of the book's."""
    wrong: dict[str, Words] = {}
    over = tried(wrong, "period", lambda: period_of(typed.period or last_year(book), "period"))
    against = tried(wrong, "against", lambda: period_of(typed.against, "against") if typed.against else None)
    scope = tried(wrong, "scope", lambda: _scope(typed.scope, figure))
    body = tried(wrong, "body", lambda: narrowed.body_of(book, typed.body))
    if over is None or scope is None or body is None or wrong:
        return Understood(None, wrong)
    by = tried(wrong, "by", lambda: _columns(typed.by, figure, book))
    return Understood(None if wrong else Asked(over, scope, body, by or (), against=against), wrong)


def tried(wrong: dict[str, Words], field: str, make: Callable[[], T]) -> T | None:
    """Return what ``make`` gives; where it fails on purpose None, and what is wrong is put at the field."""
    try:
        return make()
    except PlumblineError as error:
        both = (f"{error.what.in_(lang)}{stop}{error.todo.in_(lang)}" for lang, stop in (("zh", "；"), ("en", "; ")))
        wrong[field] = Words(*both)
        return None


def _scope(typed: str, figure: Figure) -> str:
    scope = narrowed.scope_of(typed, "scope")
    if scope and "{scope}" not in figure.zh:
        what = Words("这个指标不分口径", "this figure cannot be narrowed to a scope")
        raise FigureError("scope", what, Words("请改为全部", "Choose all"))
    return scope


def columns(figure: Figure, book: Open) -> dict[str, Words]:
    """Return the columns a figure may be broken down by, with their labels; found once for each size."""
    over = period(last_year(book))
    return kept(book.size, ("columns", figure.id), lambda: columns_of(figure, book.tables, over))


def _columns(by: tuple[str, ...], figure: Figure, book: Open) -> tuple[str, ...]:
    known = columns(figure, book)
    for column in by:
        if column not in known:
            what = Words(f"不能按“{column}”分列", f"it is not broken down by “{column}”")
            raise FigureError("by", what, Words(f"可选：{'、'.join(known)}", f"Choose among {', '.join(known)}"))
    return by
