"""How cases stand: what the figures of lines that take on and conclude cases share. Each takes one line's tables."""

from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from plumbline.periods import Span
from plumbline.records import SCOPES

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

CARRIED = ("scope", "position", "persons", "tokens")
"""What is known of a case from the record by which it was taken on."""


def happened(tables: "Tables", kind: str, period: Span) -> "Table":
    """Return the records of a kind whose day lies in the period."""
    rows = tables.flow(kind)
    return rows.filter(period.has(rows.on))


def tagged(scope: Any, name: str) -> Any:
    """Return whether a column of tags lies in the scope of that name (one of ``SCOPES``)."""
    return reduce(or_, [scope.contains(f"|{tag}|") for tag in sorted(SCOPES[name].tags)])


def eve(period: Span) -> date:
    """Return the day before a period, at whose end stands what the period begins with."""
    return period.first - timedelta(days=1)


def taken_on(tables: "Tables", day: date, entered: str) -> "Table":
    """Return the cases taken on by the end of a day, one a row: those with a record of ``entered`` (``docketed``).

    Beside the columns of the stock: ``scope`` and ``position`` of the record by which it was last taken on and, where
    the kind counts persons, ``persons`` and of these ``tokens``.
    """
    cases = tables.stock(day)
    named = {to: f"{entered}_{to}" for to in CARRIED if f"{entered}_{to}" in cases.columns}
    cases = cases.filter(cases[f"{entered}_on"].notnull())
    return cases.mutate(**{to: cases[of] for to, of in named.items()})


def unfinished(tables: "Tables", day: date, entered: str, *left: str) -> "Table":
    """Return the cases taken on by the end of a day and since then not left by any of ``left`` (``concluded``)."""
    cases = taken_on(tables, day, entered)
    for way in left:
        cases = cases.filter(cases[f"{way}_on"].isnull() | (cases[f"{way}_on"] < cases[f"{entered}_on"]))
    return cases


def on_hand(tables: "Tables", period: Span, entered: str, left: str) -> "Table":
    """Return the cases carried into a period and those taken on in it, each once."""
    cases = taken_on(tables, period.last, entered)
    gone, came = cases[f"{left}_on"], cases[f"{entered}_on"]
    return cases.filter(gone.isnull() | (gone >= period.first) | (gone < came))


def finished(tables: "Tables", period: Span, entered: str, left: str) -> "Table":
    """Return those on hand that were concluded in the period and not taken on again."""
    cases = on_hand(tables, period, entered, left)
    gone, came = cases[f"{left}_on"], cases[f"{entered}_on"]
    return cases.filter(period.has(gone) & (gone >= came))
