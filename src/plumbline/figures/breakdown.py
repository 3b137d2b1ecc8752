"""A reading broken down: by body, by month, by any column of a figure's rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from plumbline.errors import NotCounted, Words
from plumbline.figures.asking import Answer, answer
from plumbline.figures.counting import MONTH, counted, with_month
from plumbline.figures.reading import counting_of
from plumbline.figures.shapes import Counting, Figure
from plumbline.figures.small import THRESHOLD, hidden
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

OF_WORK = frozenset({"body", MONTH})
"""Columns that speak of a body's work and say nothing of a person."""
TOKENS = "person"


class Cell(NamedTuple):
    """One part: its values of the columns broken down by, and its number; None where it is hidden as too small."""

    values: tuple[str, ...]
    numerator: int | None
    denominator: int | None = 1


def breakdown(
    figure: Figure,
    tables_of: TablesOf,
    period: Span,
    by: Sequence[str],
    *,
    counting: Counting | None = None,
    scope: str = "",
    body: str = "",
    threshold: int = THRESHOLD,
) -> list[Cell]:
    """Return a figure's value for each combination of values of the columns ``by``, in their order.

    Parts need not add up to the whole: a case with two records may be in two parts. Numbers of persons by two or more
    columns, of which one speaks of persons, are protected (plumbline.figures.small); ``threshold`` 0 shows all.

    Raises:
        NotCounted: the figure does not count so, or its rows have no such column.
    """
    how = counting_of(figure, counting)
    across = (*by, "body") if body and "body" not in by else tuple(by)
    cells = _cells(answer(figure, tables_of, period, scope), figure, how, across)
    below = _cells(answer(figure.base, tables_of, period, scope), figure.base, how, across) if figure.base else {}
    parts = [Cell(values, number, below.get(values, 0) if below else 1) for values, number in sorted(cells.items())]
    if _of_persons(figure, how) and protected(across):
        small = hidden(cells, threshold) | (hidden(below, threshold) if below else set())
        parts = [Cell(p.values, None, None) if p.values in small else p for p in parts]
    return [p._replace(values=p.values[: len(by)]) for p in parts if not body or _body(p, across) == body]


def protected(columns: Sequence[str]) -> bool:
    """Return whether numbers of persons by these columns need protection: two or more, one of them of persons."""
    return len(columns) > 1 and any(c not in OF_WORK for c in columns)


def _body(cell: Cell, across: Sequence[str]) -> str:
    return cell.values[list(across).index("body")]


def _of_persons(figure: Figure, counting: Counting) -> bool:
    return counting == "persons" or figure.unit == "人"


def _cells(found: Answer, figure: Figure, counting: Counting, by: Sequence[str]) -> dict[tuple[str, ...], int]:
    rows = with_month(found.rows) if MONTH in by else found.rows
    for column in by:
        _require(rows, figure, column)
    told = found.tables[0].engine.fetch(counted(rows, figure, counting, by)).to_pylist()
    return {tuple(_said(c, row[c]) for c in by): row["number"] for row in told}


def _require(rows: "Table", figure: Figure, column: str) -> None:
    if column not in rows.columns or column == TOKENS:
        names = [c for c in rows.columns if c != TOKENS]
        what = Words(f"它的记录没有 {column} 一列", f"its rows have no column {column}")
        raise NotCounted(figure.id, what, Words(f"可用：{'、'.join(names)}", f"There are {', '.join(names)}"))


def _said(column: str, value: Any) -> str:
    if column == MONTH:
        return f"{value // 100}-{value % 100:02d}"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
