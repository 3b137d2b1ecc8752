"""From a figure's rows to whole numbers: how cases, persons and amounts are counted, for all figures alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import ibis

from plumbline.errors import NotCounted, Words
from plumbline.figures.shapes import Counting, Figure

if TYPE_CHECKING:
    from ibis import Table

MONTH = "month"


class Count(NamedTuple):
    """A number; of persons, how many were counted by token and how many come from headcounts."""

    number: int
    tokens: int = 0
    headcount: int = 0


def counted(rows: "Table", figure: Figure, counting: Counting, by: Sequence[str] = ()) -> "Table":
    """Return ``number``, ``tokens`` and ``headcount`` of the rows, for each value of the columns ``by``.

    A case of a flow is counted once a body and day; a case of a stock is a row. A person given by token is counted
    once a body and case; headcounts are summed.
    """
    if counting == "amount":
        return _summed(rows, figure, by)
    if counting == "persons":
        return _persons(rows, figure, by)
    each = rows if figure.stock else rows.select(*by, *_named(rows, *_less(("body", "case", "on"), by))).distinct()
    return _grouped(each, by, number=each.count(), tokens=ibis.literal(0), headcount=ibis.literal(0))


def with_month(rows: "Table") -> "Table":
    """Return the rows with a column ``month``: the year times a hundred and the month, of the day they happened on."""
    return rows.mutate(**{MONTH: rows.on.year().cast("int64") * 100 + rows.on.month()})


def _summed(rows: "Table", figure: Figure, by: Sequence[str]) -> "Table":
    _require(rows, figure, figure.amount)
    total = rows[figure.amount].sum().fill_null(0).cast("int64")
    return _grouped(rows, by, number=total, tokens=ibis.literal(0), headcount=ibis.literal(0))


def _persons(rows: "Table", figure: Figure, by: Sequence[str]) -> "Table":
    if figure.stock or "person" not in rows.columns:
        _require(rows, figure, "persons")
        total, tokens = _total(rows, "persons"), _total(rows, "tokens")
        return _grouped(rows, by, number=total, tokens=tokens, headcount=total - tokens)
    heads = _total(rows, "persons")
    each = rows.group_by([*by, *_less(("body", "case", "person"), by)]).agg(heads=heads)
    told = each.person.notnull()
    tokens = told.sum().fill_null(0).cast("int64")
    headcount = each.heads.sum(where=~told).fill_null(0).cast("int64")
    return _grouped(each, by, number=tokens + headcount, tokens=tokens, headcount=headcount)


def _total(rows: "Table", column: str) -> "ibis.expr.types.IntegerValue":
    return rows[column].sum().fill_null(0).cast("int64") if column in rows.columns else ibis.literal(0, "int64")


def _grouped(rows: "Table", by: Sequence[str], **numbers: "ibis.Value") -> "Table":
    return rows.group_by(list(by)).agg(**numbers) if by else rows.aggregate(**numbers)


def _named(rows: "Table", *columns: str) -> list[str]:
    return [c for c in columns if c in rows.columns]


def _less(columns: Sequence[str], by: Sequence[str]) -> list[str]:
    return [c for c in columns if c not in by]


def _require(rows: "Table", figure: Figure, column: str) -> None:
    if column not in rows.columns:
        what = Words(f"它的记录没有 {column} 一列", f"its rows have no column {column}")
        raise NotCounted(figure.id, what, Words("请换一种计法", "Count it another way"))
