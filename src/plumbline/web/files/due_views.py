"""The page of what is due."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plumbline.errors import Refused, Words
from plumbline.web.console.keeping import Underway
from plumbline.web.files import asking, due
from plumbline.web.files.erasures import waiting
from plumbline.web.files.lately import as_of
from plumbline.web.people.rights import EVERYWHERE, FILES, allowed

RECKONING = Words("正在计算期限", "Reckoning time limits")
FEW, PAGE = 15, 50
"""Deadlines of a group shown at first, and on a page of a group's own."""
AT_FIRST = tuple(name for name in due.GROUPS if name != "untold")
"""The groups shown where none is chosen."""


@require_safe
@allowed(*FILES)
def page(request: HttpRequest) -> HttpResponse:
    """Show what is due on a day: today's, or that of the address."""
    typed, wrong = asking.word(request, "on"), None
    try:
        day = asking.day(typed) if typed else date.today()
    except Refused as error:
        day, wrong = date.today(), error
    shown: dict[str, Any] = {
        "day": day,
        "typed": typed or day.isoformat(),
        "wrong": wrong,
        "erasures": waiting(request.user),
    }
    typed_size = asking.number(request, "as_of")
    shown |= _asked(request, day)
    size, found = _found(typed_size or as_of(), day, shown["line"], strict=bool(typed_size))
    shown |= {"size": size, "lasting": f"{shown['query']}&as_of={size}", "newer": size < as_of() and not typed_size}
    if isinstance(found, Underway):
        return render(request, "files/reckoning.html", shown | {"step": found.told(RECKONING)}, status=202)
    answer = render(request, "files/due.html", shown | _due(request, found, shown))
    if request.htmx:
        answer["HX-Refresh"] = "true"
    return answer


def _found(size: int, day: date, line: str, *, strict: bool) -> tuple[int, due.Due | Underway]:
    """Return what is due, or how far it is, after the size it is of: unless ``strict`` a recent one until then."""
    found = due.due(size, day, line)
    recent = None if strict or isinstance(found, due.Due) else due.lately(day, line)
    return recent or (size, found)


def _asked(request: HttpRequest, day: date) -> dict[str, Any]:
    account, line = request.user, asking.word(request, "line")
    everywhere = account.role in EVERYWHERE
    timed = [name for name in due.timed() if account.works_on(name)]
    line, body = line if line in timed else "", asking.word(request, "body") if everywhere else account.body
    asked = {"on": day.isoformat(), "line": line, "body": body if everywhere else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return {
        "lines": [asking.known()[name] for name in timed], "line": line, "body": body, "everywhere": everywhere,
        "query": query, "group": asking.word(request, "group"),
    }  # fmt: skip


def _due(request: HttpRequest, every: due.Due, asked: dict[str, Any]) -> dict[str, Any]:
    mine = every.readable(request.user, asked["body"])
    counts, alone = mine.counts(), asked["group"]
    wanted = (alone,) if alone else AT_FIRST
    return {
        "groups": [_group(request, name, mine.in_group(name), alone) for name in counts if name in wanted],
        "bodies": every.bodies() if asked["everywhere"] else [], "days": due.days(asked["size"]),
        "counts": [(name, due.GROUPS[name], total) for name, total in counts.items()],
    }  # fmt: skip


def _group(request: HttpRequest, name: str, some: due.Readable, alone: str) -> dict[str, Any]:
    pages = Paginator(some, PAGE if alone else FEW)
    shown = pages.get_page(asking.number(request, "page") or 1 if alone else 1)
    return {
        "name": name,
        "title": due.GROUPS[name],
        "page": shown,
        "total": len(some),
        "more": len(some) > FEW and not alone,
    }
