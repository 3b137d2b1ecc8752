"""Registers as clerks would send them: a workbook with a sheet a kind, or a csv file a kind, under the labels of the fields."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from plumbline.lines import line
from plumbline.records import Column, Kind

MADE = datetime(2021, 1, 4)
"""The day every workbook says it was made on: the first day at work after the registers end."""


def workbook(path: Path, name: str, registers: Mapping[str, pl.DataFrame]) -> None:
    """Write a workbook with a sheet for each kind of the line ``name`` that has records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE})
        day, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.00"})
        for kind, rows in registers.items():
            sheet = book.add_worksheet(line(name).kinds[kind].title.zh)
            for place, column in enumerate(sent(line(name).kinds[kind], rows).iter_columns()):
                form = {pl.Date: day, pl.Float64: money}.get(column.dtype.base_type())
                sheet.write(0, place, column.name)
                sheet.write_column(1, place, column.to_list(), form)


def csv(path: Path, kind: Kind, rows: pl.DataFrame) -> None:
    """Write one kind's records as a csv file, marked as UTF-8 so that a spreadsheet opens it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sent(kind, rows).write_csv(path, include_bom=True)


def sent(kind: Kind, rows: pl.DataFrame) -> pl.DataFrame:
    """Return records as a register shows them: labels as heads, 是 and 否, money in 元, no column that is empty throughout."""
    shown = [_shown(c) for c in kind.columns if not c.optional or rows[c.name].null_count() < rows.height]
    return rows.select(shown)


def _shown(column: Column) -> pl.Expr:
    value, name = pl.col(column.name), column.label.zh
    if column.name.endswith("_fen"):
        return (value / 100).alias(name.replace("分", "元"))
    if column.type == "bool":
        return pl.when(value).then(pl.lit("是")).when(~value).then(pl.lit("否")).alias(name)
    return (value.dt.strftime("%H:%M:%S") if column.type == "time" else value).alias(name)
