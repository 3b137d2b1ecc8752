"""Boards: matters assigned from above, the plans that ship, the map of districts; each as of a day or for a period."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.errors import FigureError, NotFound, PlumblineError, Words
from plumbline.figures.opening import Open
from plumbline.figures.reading import read
from plumbline.lines import figures
from plumbline.periods import Span
from plumbline.reports.asking import Question
from plumbline.reports.charts.districts import district_of, districts
from plumbline.reports.charts.table import table
from plumbline.reports.judging import STATUS
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.shipped import plan_named, plans, programmes
from plumbline.web.bulletin import asking, behind, parts, places, tasks, trends
from plumbline.web.bulletin.figure import answered
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.asked import Asked, named
from plumbline.web.reading.boards import board_of, checked
from plumbline.web.reading.numbers import valued

MATTERS = ("assigned", "decided", "closed", "on_time", "on_time_rate", "pending", "without_progress", "overdue")
"""The figures of the board of matters, in order."""
MAPPED = "trials.docketed"


@allowed(*READERS)
def matters(request: HttpRequest) -> HttpResponse:
    """Show how matters assigned stand at the end of a day: numbers, overdue ones by body, their records."""
    after = behind.after(request)
    wrong: dict[str, Words] = {}
    with shelf.reading(asking.number(request, "as_of")) as book:
        on = asking.tried(wrong, "on", lambda: _day(request, book))
        shown = _frame(request, book, "matters") | (_matters(request, on, book, after) if on else {})
    return render(request, "bulletin/matters.html", shown | {"on": on, "wrong": wrong}, status=400 if wrong else 200)


def _frame(request: HttpRequest, book: Open, here: str) -> dict[str, Any]:
    """Return what all boards show: which there are, as of what."""
    return {
        "size": book.size, "root": book.mirror.roots.get(book.size, ""), "lasting": places.lasting(request, book),
        "plans": [(name, plan_named(name)) for name in _planned()], "here": here, "years": asking.years_of(book),
        "as_of": asking.word(request, "as_of"), "typed_on": asking.word(request, "on"),
    }  # fmt: skip


def _planned() -> list[str]:
    """Return the plans that have a board: those with a task."""
    return [name for name in (*plans(), *programmes()) if tasks.any_in(plan_named(name))]


def _day(request: HttpRequest, book: Open) -> date:
    """Return the day asked for, else the last of the book's; raises FigureError for what is none."""
    typed, days = asking.word(request, "on"), asking.held(book).days
    return asking.period_of(typed, "on").last if typed else days.last if days else date.today()


def _matters(request: HttpRequest, on: date, book: Open, after: int) -> dict[str, Any]:
    over = Span(date(on.year, 1, 1), on)
    period, overdue = places.short(over), named("matters.overdue")
    asked = Asked(over, by=("body",))
    rows = [_number(f"matters.{name}", asked._replace(by=()), book, period) for name in MATTERS]
    return {
        "rows": rows, "period": period, "parts": parts.parts(overdue, answered(overdue, asked, book), asked),
        "records": behind.records(request.user, overdue, asked, book, after),
        "narrow": {"period": period, "scope": "", "body": ""}, "more": f"on={on}",
    }  # fmt: skip


def _number(name: str, asked: Asked, book: Open, period: str) -> dict[str, Any]:
    figure = named(name)
    r = answered(figure, asked, book)[0].reading
    shown = valued(r.numerator, r.denominator, r.unit)
    exact = f"{r.numerator}/{r.denominator}"
    return {"phrase": figure.phrase(), "shown": shown, "exact": exact, "address": places.figure(name, period=period)}


@allowed(*READERS)
def plan(request: HttpRequest, name: str) -> HttpResponse:
    """Show the board of a plan that ships, at the end of a day."""
    if name not in _planned():
        what = Words(f"没有“{name}”这个计划", f"there is no plan “{name}”")
        raise NotFound(name, what, did_you_mean(name, _planned()))
    found, wrong = plan_named(name), dict[str, Words]()
    with shelf.reading(asking.number(request, "as_of")) as book:
        on = asking.tried(wrong, "on", lambda: _day(request, book))
        shown = _frame(request, book, name)
        if on:
            board = kept(book.size, ("board", name, on), lambda: board_of(found, book, on))
            counts = [(tasks.PILLS[status], STATUS[status], board.count(status)) for status in STATUS]
            shown |= {"board": board, "areas": [tasks.area(a) for a in board.areas], "counts": counts}
    shown |= {"on": on, "wrong": wrong, "findings": checked(found)}
    return render(request, "bulletin/plan.html", shown, status=400 if wrong else 200)


@allowed(*READERS)
def districts_map(request: HttpRequest) -> HttpResponse:
    """Show one figure by district."""
    name, typed = asking.word(request, "figure") or MAPPED, asking.word(request, "period")
    wrong: dict[str, Words] = {}
    with shelf.reading(asking.number(request, "as_of")) as book:
        over = asking.tried(wrong, "period", lambda: asking.period_of(typed or asking.last_year(book), "period"))
        shown = _frame(request, book, "map") | {"figures": _mapped(book), "name": name}
        made = asking.tried(wrong, "figure", lambda: _map(name, over, book)) if over else None
        shown |= {"typed_period": typed or asking.last_year(book), "wrong": wrong}
        if made and over:
            shown |= {"svg": trends.drawn(made), "rows": table(made), "chart": made, "period": places.short(over)}
    return render(request, "bulletin/map.html", shown, status=400 if wrong else 200)


def _mapped(book: Open) -> list[Any]:
    """Return the figures of lines that districts have records of."""
    lines = {line for line, bodies in asking.held(book).bodies.items() if any(map(district_of, bodies))}
    return [f for f in figures() if f.line in lines]


def _map(name: str, over: Span, book: Open) -> Any:
    """Return the chart of a figure by district; raises FigureError where it cannot be drawn."""
    figure = named(name)
    question = Question(figure, figure.countings[0], over, "", "")
    bodies = asking.held(book).bodies.get(figure.line, ())

    def reading(q: Question) -> Any:
        return read(q.figure, book.tables, q.period, counting=q.counting, scope=q.scope, body=q.body)

    try:
        return kept(book.size, ("map", name, over), lambda: districts(question, bodies, reading))
    except PlumblineError as error:
        raise FigureError("figure", error.what, error.todo) from error
