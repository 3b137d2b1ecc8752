"""A register: the records of one kind in columns, exactly the columns the kind has."""

from collections.abc import Iterable
from functools import cache

import polars as pl

from plumbline.demo.city.plan import LAST
from plumbline.lines import line
from plumbline.records import Column

Register = pl.DataFrame
Registers = dict[tuple[str, str], Register]
"""Registers by line and kind."""
Values = dict[str, pl.Expr | str | int | bool]
TYPES = {"string": pl.String, "int64": pl.Int64, "bool": pl.Boolean, "date": pl.Date, "time": pl.Time}


def kept(
    name: str, kind: str, rows: pl.DataFrame, **values: pl.Expr | str | int | bool
) -> tuple[tuple[str, str], Register]:
    """Return a register: a value for each of the kind's columns, its default for those left out.

    ``on`` is a column of days since 1970; rows without one, and rows after the registers' last day, are not kept.
    """
    when = values["on"]
    assert isinstance(when, pl.Expr)
    happened = rows.filter(when.is_not_null() & (when <= LAST))
    values["on"] = pl.from_epoch(when, time_unit="d")
    return (name, kind), happened.select(_value(c, values, default) for c, default in _columns(name, kind))


@cache
def _columns(name: str, kind: str) -> tuple[tuple[Column, object], ...]:
    model = line(name).kinds[kind]
    fields = model.model.model_fields
    return tuple((c, None if fields[c.name].is_required() else fields[c.name].default) for c in model.columns)


def _value(column: Column, values: Values, default: object) -> pl.Expr:
    value = values.get(column.name, default)
    written = value if isinstance(value, pl.Expr) else pl.lit(value)
    return written.cast(TYPES[column.type]).alias(column.name)


def together(parts: Iterable[tuple[tuple[str, str], Register]]) -> Registers:
    """Return registers by line and kind, each in order of its days."""
    found: dict[tuple[str, str], list[Register]] = {}
    for key, register in parts:
        found.setdefault(key, []).append(register)
    return {key: pl.concat(some).sort("on", "case", maintain_order=True) for key, some in found.items()}
