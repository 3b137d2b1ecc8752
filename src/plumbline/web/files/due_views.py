"""The page of what is due."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plumbline.errors import Refused
from plumbline.web.files import asking, due
from plumbline.web.files.erasures import waiting
from plumbline.web.files.lately import as_of
from plumbline.web.people.rights import EVERYWHERE, FILES, allowed

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
    shown = {"day": day, "typed": typed or day.isoformat(), "wrong": wrong, "erasures": waiting(request.user)}
    return render(request, "files/due.html", shown | _due(request, day))


def _due(request: HttpRequest, day: date) -> dict[str, Any]:
    account, line, group = request.user, asking.word(request, "line"), asking.word(request, "group")
    everywhere = account.role in EVERYWHERE
    timed = [name for name in due.timed() if account.works_on(name)]
    line, body = line if line in timed else "", asking.word(request, "body") if everywhere else account.body
    size = asking.number(request, "as_of") or as_of()
    every = due.due(size, day, line)
    groups = due.grouped(due.readable(every, account, body))
    asked = {"on": day.isoformat(), "line": line, "body": body if everywhere else ""}
    wanted = (group,) if group else AT_FIRST
    query = urlencode({name: value for name, value in asked.items() if value})
    return {
        "groups": [_group(request, name, some, group) for name, some in groups.items() if name in wanted],
        "group": group, "lines": [asking.known()[name] for name in timed], "line": line, "body": body, "everywhere": everywhere,
        "bodies": sorted({i.body for i in every if i.body}) if everywhere else [], "size": size, "days": due.days(size),
        "query": query, "lasting": f"{query}&as_of={size}", "counts": _counts(groups),
    }  # fmt: skip


def _counts(groups: Any) -> list[tuple[str, Any, int]]:
    return [(name, due.GROUPS[name], len(some)) for name, some in groups.items()]


def _group(request: HttpRequest, name: str, some: list[due.Item], alone: str) -> dict[str, Any]:
    pages = Paginator(some, PAGE if alone else FEW)
    shown = pages.get_page(asking.number(request, "page") or 1 if alone else 1)
    return {
        "name": name,
        "title": due.GROUPS[name],
        "page": shown,
        "total": len(some),
        "more": len(some) > FEW and not alone,
    }
