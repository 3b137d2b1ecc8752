"""The trail: who read what, narrowed to an account, a case, days; by pages, and as a table to take along."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from plumbline.errors import Refused, Words
from plumbline.reports.cells import harmless
from plumbline.web.audit.told import titles, what
from plumbline.web.console.speaking import said
from plumbline.web.files.asking import day, word
from plumbline.web.people.models import Read, Role
from plumbline.web.people.rights import allowed
from plumbline.web.people.trail import note

EACH = 100
"""Entries of the trail on a page."""
LONGEST = 60
HEADS = (
    Words("时刻", "When"),
    Words("账号", "Account"),
    Words("看了什么", "What"),
    Words("条线", "Line of work"),
    Words("单位", "Body"),
    Words("案号", "Case"),
)


@allowed(Role.AUDITOR)
def trail(request: HttpRequest) -> HttpResponse:
    """Show who read what, the latest first."""
    asked, wrong = _asked(request)
    pages = Paginator(_found(asked), EACH)
    page = pages.get_page(request.GET.get("page", "1")[:8])
    rows = [list(zip(HEADS, _cells(read), strict=True)) for read in page]
    typed = _typed(request)
    query = urlencode({k: v for k, v in typed.items() if v})
    shown = {"typed": typed, "wrong": wrong, "page": page, "rows": rows, "heads": HEADS, "query": query}
    return render(request, "audit/trail.html", shown)


@allowed(Role.AUDITOR)
def table(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same as CSV."""
    note(request.user, "trail")
    asked, _ = _asked(request)
    headers = {"Content-Disposition": 'attachment; filename="trail.csv"'}
    return StreamingHttpResponse(_written(_found(asked)), content_type="text/csv; charset=utf-8", headers=headers)


def _typed(request: HttpRequest) -> dict[str, str]:
    """Return what the trail is narrowed to, as it was typed."""
    return {name: word(request, name)[:LONGEST] for name in ("account", "case", "since", "until")}


def _asked(request: HttpRequest) -> tuple[dict[str, Any], list[str]]:
    """Return what the trail is narrowed to, and which days are none."""
    typed, wrong = _typed(request), []
    asked: dict[str, Any] = dict(typed)
    for name in ("since", "until"):
        try:
            asked[name] = day(typed[name]) if typed[name] else None
        except Refused:
            asked[name] = None
            wrong.append(name)
    return asked, wrong


def _found(asked: dict[str, Any]) -> QuerySet[Read]:
    found = Read.objects.order_by("-at", "-id")
    if asked["account"]:
        found = found.filter(account=asked["account"])
    if number := asked["case"]:
        half, full = str.maketrans("（）〔〕", "()()"), str.maketrans("()〔〕", "（）（）")
        found = found.filter(Q(case=number) | Q(case=number.translate(half)) | Q(case=number.translate(full)))
    if asked["since"]:
        found = found.filter(at__gte=_midnight(asked["since"]))
    if asked["until"]:
        found = found.filter(at__lt=_midnight(asked["until"] + timedelta(1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())


def _cells(read: Read) -> tuple[str, ...]:
    at = timezone.localtime(read.at).strftime("%Y-%m-%d %H:%M:%S")
    line = said(titles()[read.line]) if read.line in titles() else read.line
    return at, read.account, said(what(read.what)), line, read.body, read.case


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _written(found: QuerySet[Read]) -> Iterator[str]:
    """Yield the trail as lines of CSV, harmless to a spreadsheet, in the language spoken as they are asked for."""
    out, spoken = csv.writer(_Echo()), [said(head) for head in HEADS]
    yield "\ufeff" + out.writerow(spoken)
    for read in found.iterator(1000):
        yield out.writerow([harmless(cell) for cell in _cells(read)])
