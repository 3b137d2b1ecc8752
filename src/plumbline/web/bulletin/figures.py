"""The page of all figures: by line of work, searched, each with its value for a period where that was asked for."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.errors import PlumblineError, Words
from plumbline.figures.opening import Open
from plumbline.figures.reading import read
from plumbline.figures.shapes import Figure
from plumbline.lines import Line, deadlines, figures, lines
from plumbline.periods import Span
from plumbline.web.bulletin import asking, places
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.numbers import valued


class Value(NamedTuple):
    """A value of a figure as it is shown; ``exact`` is its two whole numbers."""

    shown: Words
    exact: str = ""


class Row(NamedTuple):
    """A figure of the list: where its page is, its values (one for each way it counts), none where not read."""

    figure: Figure
    address: str
    values: tuple[Value, ...] = ()


class Group(NamedTuple):
    """A line with those of its figures that were looked for; ``read`` where their values are shown."""

    line: Line
    rows: list[Row]
    read: bool


@allowed(*READERS)
def every(request: HttpRequest) -> HttpResponse:
    """Show all figures, or those with a word in them; with ``line`` the values of that line are read."""
    wrong: dict[str, Words] = {}
    one = asking.word(request, "line")
    with shelf.reading(asking.number(request, "as_of")) as book:
        shown = _listed(request, book, one, wrong)
    if found := next((g for g in shown["groups"] if g.line.name == one and request.htmx), None):
        return render(request, "bulletin/line.html", shown | {"group": found})
    return render(request, "bulletin/figures.html", shown, status=400 if wrong else 200)


def _listed(request: HttpRequest, book: Open, one: str, wrong: dict[str, Words]) -> dict[str, Any]:
    """Return the figures looked for, by line, and what the form says."""
    wanted, period = asking.word(request, "q"), asking.word(request, "period") or asking.last_year(book)
    over = asking.tried(wrong, "period", lambda: asking.period_of(period, "period"))
    groups = list(_groups(book, over, wanted, one))
    return {
        "groups": groups, "found": sum(len(g.rows) for g in groups), "over": over and places.short(over),
        "q": wanted, "period": period, "years": asking.years_of(book), "size": book.size, "wrong": wrong,
        "lasting": places.lasting(request, book), "as_of": asking.word(request, "as_of"),
        "root": book.mirror.roots.get(book.size, ""),
    }  # fmt: skip


def _groups(book: Open, over: Span | None, wanted: str, one: str) -> Iterator[Group]:
    """Yield the lines that have figures looked for, in their order."""
    asked = {"period": places.short(over)} if over else {}
    every = [f for f in (*figures(), *deadlines()) if _says(f, wanted)]
    for line in lines():
        mine = [f for f in every if f.line == line.name]
        values = _values(book, line.name, over) if over and line.name == one else {}
        rows = [Row(f, places.figure(f.id, **asked), values.get(f.id, ())) for f in mine]
        if rows:
            yield Group(line, rows, bool(values))


def _says(figure: Figure, wanted: str) -> bool:
    """Return whether every word looked for is in a figure's id, its words, its definition or what else it is called."""
    said = " ".join((figure.id, figure.zh, figure.en, *figure.also, *figure.definition)).lower()
    return all(each in said for each in wanted.lower().split())


def _values(book: Open, line: str, over: Span) -> dict[str, tuple[Value, ...]]:
    """Read all figures of a line but those of deadlines, which take longer."""
    mine = [f for f in figures() if f.line == line]
    return kept(book.size, ("values", line, over), lambda: {f.id: _value(f, book, over) for f in mine})


def _value(figure: Figure, book: Open, over: Span) -> tuple[Value, ...]:
    try:
        found = [read(figure, book.tables, over, counting=how) for how in figure.countings]
    except PlumblineError as error:
        return (Value(error.what),)
    return tuple(Value(valued(r.numerator, r.denominator, r.unit), f"{r.numerator}/{r.denominator}") for r in found)
