"""A reading broken down: by body, by month, by any column of a figure's rows."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from plumbline.errors import NotCounted, Words
from plumbline.figures.asking import Answer, answer
from plumbline.figures.counting import MONTH, counted, with_month
from plumbline.figures.reading import base_counting, counting_of
from plumbline.figures.shapes import Counting, Figure
from plumbline.figures.small import THRESHOLD, Key, hidden, too_fine
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span, span

if TYPE_CHECKING:
    from ibis import Table

Numbers = dict[Key, int]

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
        NotCounted: the figure does not count so, its rows have no such column, or a column is named twice.
    """
    how = counting_of(figure, counting)
    _require_once(figure, by)
    across = (*by, "body") if body and "body" not in by else tuple(by)
    cells = _cells(answer(figure, tables_of, period, scope), figure, how, across)
    base, ours = figure.base, base_counting(figure, how)
    below = _cells(answer(base, tables_of, period, scope), base, ours, across) if base else {}
    days = partial(_days, figure, period, across)
    parts = [Cell(v, number, below.get(v, 0) if figure.base else days(v)) for v, number in cells.items()]
    if _of_persons(figure, how) and protected(across):
        small = _small(figure, cells, below, threshold)  # a nought hidden with others must not show by its absence
        parts = [*(p for p in parts if p.values not in small), *(Cell(values, None, None) for values in small)]
    return [p._replace(values=p.values[: len(by)]) for p in sorted(parts) if not body or _body(p, across) == body]


def _days(figure: Figure, period: Span, across: Sequence[str], values: Key) -> int:
    """Return the days that a part's mean is over, of a month those in the period; 1 where the figure is no mean."""
    if not figure.daily:
        return 1
    of = span(values[across.index(MONTH)]) if MONTH in across else period
    return Span(max(of.first, period.first), min(of.last, period.last)).days


def _require_once(figure: Figure, by: Sequence[str]) -> None:
    if twice := next((column for column in by if list(by).count(column) > 1), ""):
        what = Words(f"分列的“{twice}”写了两次", f"it is to be broken down by {twice} twice")
        raise NotCounted(figure.id, what, Words("请只写一次", "Name it once"))


def _small(figure: Figure, cells: Numbers, below: Numbers, threshold: int) -> set[Key]:
    """Return the parts to hide; of a share also those whose denominator is small, or what the numerator leaves of it."""
    if threshold and too_fine(cells | below):
        what = Words("分得太细，无法判断哪些小数会泄露", "the parts are too many to tell what gives small numbers away")
        raise NotCounted(figure.id, what, Words("请少分一栏，或先缩小期间", "Break it down by fewer columns"))
    rest = {key: number - cells.get(key, 0) for key, number in below.items()} if figure.among else {}
    return hidden(cells, threshold) | hidden(below, threshold) | hidden(rest, threshold)


def protected(columns: Sequence[str]) -> bool:
    """Return whether numbers of persons by these columns need protection: two or more, one of them of persons."""
    return len(columns) > 1 and any(c not in OF_WORK for c in columns)


def _body(cell: Cell, across: Sequence[str]) -> str:
    return cell.values[list(across).index("body")]


def _of_persons(figure: Figure, counting: Counting) -> bool:
    return counting == "persons" or figure.unit == "人"


def _cells(found: Answer, figure: Figure, counting: Counting, by: Sequence[str]) -> Numbers:
    rows = with_month(found.rows) if MONTH in by and "on" in found.rows.columns else found.rows
    for column in by:
        _require(rows, figure, column)
    told = found.tables[0].engine.fetch(counted(rows, figure, counting, by)).to_pylist()
    return {tuple(said(c, row[c]) for c in by): row["number"] for row in told}


def _require(rows: "Table", figure: Figure, column: str) -> None:
    if column not in rows.columns or column == TOKENS:
        names = [c for c in rows.columns if c != TOKENS]
        what = Words(f"它的记录没有 {column} 一列", f"its rows have no column {column}")
        raise NotCounted(figure.id, what, Words(f"可用：{'、'.join(names)}", f"There are {', '.join(names)}"))


def said(column: str, value: Any) -> str:
    """Return a column's value as parts name it: a month as 2020-06, nothing for none."""
    if column == MONTH:
        return f"{value // 100}-{value % 100:02d}"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
