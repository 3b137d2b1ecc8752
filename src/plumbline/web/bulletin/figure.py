"""The page of one figure: its value in each way it counts, its definition, trend, parts, change and records."""

import io
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.errors import FigureError, NotFound, Words
from plumbline.figures.opening import Open
from plumbline.figures.shapes import Figure
from plumbline.lines import deadlines, figures, line
from plumbline.records import SCOPES
from plumbline.reports.charts.districts import district_of
from plumbline.reports.charts.table import table
from plumbline.reports.nearest import nearest
from plumbline.reports.phrases import scope_in_english
from plumbline.reports.working import facts
from plumbline.web.bulletin import asking, behind, parts, places, trends
from plumbline.web.console import shelf
from plumbline.web.console.keeping import Underway, kept
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.asked import Asked, Found, answers, named
from plumbline.web.reading.data import flat, write_csv
from plumbline.web.reading.moves import moved_by
from plumbline.web.reading.numbers import made_of, valued

READING = Words("正在逐月读取", "Reading month by month")


@allowed(*READERS)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """Show one figure as it is asked; what is wrong with that stands at its field."""
    try:
        figure = named(name)
    except NotFound as error:
        near = nearest(name, [f.id for f in (*figures(), *deadlines())])
        return render(request, "bulletin/unknown.html", {"error": error, "near": near}, status=404)
    typed, after = asking.said(request), behind.after(request)
    with shelf.reading(asking.number(request, "as_of")) as book:
        asked, wrong = asking.understood(typed, figure, book)
        shown = _form(figure, typed, book) | {"lasting": places.lasting(request, book)}
        shown |= _shown(request, figure, asked, book, after, wrong) if asked else {}
    status = 400 if wrong else 202 if "step" in shown else 200
    answer = render(request, "bulletin/figure.html", shown | {"wrong": wrong}, status=status)
    if request.htmx and status == 200:
        answer["HX-Refresh"] = "true"
    return answer


def _form(figure: Figure, typed: asking.Said, book: Open) -> dict[str, Any]:
    """Return what the form offers and what was typed into it."""
    return {
        "figure": figure, "line": line(figure.line), "typed": typed, "size": book.size, "years": asking.years_of(book),
        "root": book.mirror.roots.get(book.size, ""), "last_year": asking.last_year(book),
        "scopes": [(s.zh, Words(s.zh, s.en)) for s in SCOPES.values()] if "{scope}" in figure.zh else (),
        "bodies": _bodies(figure, book), "columns": asking.columns(figure, book),
        "phrase": figure.phrase(), "pair": (*typed.by, "", "")[:2],
    }  # fmt: skip


def _shown(
    request: HttpRequest, figure: Figure, asked: Asked, book: Open, after: int, wrong: dict[str, Words]
) -> dict[str, Any]:
    """Return what is read: empty where it cannot be, which is then said at the field."""
    found = asking.tried(wrong, "by" if asked.by else "period", lambda: answered(figure, asked, book))
    if found is None:
        return {}
    first = found[0].reading
    en = figure.phrase(scope_in_english(asked.scope)).en
    return {
        "asked": asked, "phrase": Words(figure.phrase(asked.scope).zh, en), "facts": facts(first), "reading": first,
        "values": [_value(each) for each in found], "year_earlier": places.year_earlier(asked.period),
        "period": places.short(asked.period), "judged_days": _days(found[0]),
        "mapped": any(map(district_of, _bodies(figure, book))),
        "parts": parts.parts(figure, found, asked), "records": behind.records(request.user, figure, asked, book, after),
        "narrow": {**_query(asked), "as_of": request.GET.get("as_of", "")}, **_trend(request, figure, asked, book),
    }  # fmt: skip


def _bodies(figure: Figure, book: Open) -> tuple[str, ...]:
    """Return the bodies that have records of a figure's line."""
    return asking.held(book).bodies.get(figure.line, ())


def answered(figure: Figure, asked: Asked, book: Open) -> list[Found]:
    """Return a figure's value in each way it counts, with its parts and what it is held against."""
    return kept(book.size, ("figure", figure.id, asked), lambda: answers([figure], book.tables, asked, _quiet))


def _quiet(done: int, total: int) -> None:
    """Show nothing of how far it has come."""


def _value(found: Found) -> dict[str, Any]:
    r, compared = found.reading, found.compared
    shown: dict[str, Any] = {
        "counting": parts.way(r.figure, r.counting),
        "shown": valued(r.numerator, r.denominator, r.unit),
        "of": made_of(r),
    }
    shown |= {"exact": f"{r.numerator}/{r.denominator}"}
    if compared is None:
        return shown
    b = compared.before
    held = {"before": valued(b.numerator, b.denominator, b.unit), "moved": moved_by(compared)}
    return shown | held | {"before_exact": f"{b.numerator}/{b.denominator}", **parts.verdict(r.figure, compared.change)}


def _days(found: Found) -> tuple[int, int] | None:
    """Return how many days both periods have, where these are not as many."""
    both = (found.compared.now.period.days, found.compared.before.period.days) if found.compared else (0, 0)
    return both if both[0] != both[1] else None


def _query(asked: Asked) -> dict[str, object]:
    """Return what a reading is narrowed to, as an address has it."""
    return {"period": places.short(asked.period), "scope": asked.scope, "body": asked.body}


def _trend(request: HttpRequest, figure: Figure, asked: Asked, book: Open) -> dict[str, Any]:
    """Return the trend, how far it is, why there is none, or where to ask for one that takes long."""
    if trends.slow(figure) and not request.GET.get("trend"):
        return {"ask": f"{request.GET.urlencode()}&trend=1"}
    try:
        made = trends.chart(figure, asked, book)
    except FigureError as error:
        return {"no_trend": error.what}
    if isinstance(made, Underway):
        return {"step": made.told(READING)}
    query = {**_query(asked), "as_of": str(book.size)}
    return {"trend": made, "svg": trends.drawn(made), "trend_rows": table(made), "spec": _spec(figure, query)}


def _spec(figure: Figure, query: dict[str, object]) -> str:
    return places.figure(f"{figure.id}/trend.json", **query)


@allowed(*READERS)
def download(request: HttpRequest, name: str) -> HttpResponse:
    """Answer a figure's values and parts as CSV, with their whole numbers."""
    figure, typed = named(name), asking.said(request)
    with shelf.reading(asking.number(request, "as_of")) as book:
        asked, wrong = asking.understood(typed, figure, book)
        if asked is None:
            field, words = next(iter(wrong.items()))
            raise FigureError(field, words, Words("请改正地址", "Correct the address"))
        rows = flat(answered(figure, asked, book), asked)
    return csv_of(rows, f"{figure.id}.csv")


def csv_of(rows: Sequence[dict[str, Any]], name: str) -> HttpResponse:
    """Return rows as a CSV file to keep."""
    file = io.StringIO()
    write_csv(rows, file)
    answer = HttpResponse("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
