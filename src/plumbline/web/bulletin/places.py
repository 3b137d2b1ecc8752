"""Addresses of the bulletin's pages: short, readable, and as they stay when cited."""

from calendar import monthrange
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from plumbline.figures.opening import Open
from plumbline.periods import Span
from plumbline.web.files import addresses


def case(line: str, body: str, number: str) -> str:
    """Return where a case is shown; "" for a record of none."""
    return addresses.case(line, body, number) if number else ""


def figure(name: str, **asked: object) -> str:
    """Return where a figure is shown, as it is asked; what is empty is left out."""
    query = urlencode({k: v for k, v in asked.items() if v not in ("", None)})
    return f"/figures/{name}" + (f"?{query}" if query else "")


def lasting(request: HttpRequest, book: Open, **more: str) -> str:
    """Return the address of a page as of this size of the book, in which nothing moves any more."""
    query = request.GET.copy()
    for name, value in {**more, "as_of": str(book.size)}.items():
        query[name] = value
    for name in [name for name in query if not any(query.getlist(name))]:
        del query[name]
    query.pop("after", None)
    return f"{request.path}?{query.urlencode()}"


def short(over: Span) -> str:
    """Return a period as it is typed: 2020, 2018/2020, 2020-06, else its days."""
    first, last = over
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}/{last.year}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        begins, ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
        return begins if begins == ends else f"{begins}/{ends}"
    return str(over)


def year_earlier(over: Span) -> str:
    """Return the same days of the year before, as they are typed; the end of a month stays one."""
    return short(Span(_back(over.first), _back(over.last)))


def _back(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, last if ends else min(day.day, last))
