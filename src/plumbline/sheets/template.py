"""An empty workbook for a line of work: a sheet a kind, heads in both languages, choices to pick from; examples in the notes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from plumbline.records import Column, Kind, Record
from plumbline.sheets.heads import NOTED, head_in_yuan

ROWS = 10_000
"""Rows for which a sheet offers choices and formats."""

_LIST_MOST = 255
"""Most characters of choices that Excel takes in one cell's rule."""

_FORMATS = {"date": "yyyy-mm-dd", "time": "hh:mm", "string": "@", "int64": "0", "bool": "@"}
_HINTS = {
    "string": "文字 text",
    "int64": "整数 whole number",
    "bool": "是／否 yes or no",
    "date": "日期 day, 2020-03-01",
    "time": "时刻 time, 09:30",
}


def write(path: Path, kinds: Iterable[Kind], examples: dict[str, Record]) -> None:
    """Write the workbook to ``path``; ``examples`` gives some kinds, by name, a record to show in the notes."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        kinds = list(kinds)
        notes = book.add_worksheet(" ".join(NOTED))
        for kind in kinds:
            _write_kind(book, kind)
        _write_notes(book, notes, kinds, examples)


def _write_kind(book: Any, kind: Kind) -> None:
    page = book.add_worksheet(kind.title.zh)
    page.freeze_panes(1, 0)
    needed, free = book.add_format({"bold": True, "bg_color": "#DDEBF7"}), book.add_format({"bg_color": "#F2F2F2"})
    for place, column in enumerate(kind.columns):
        form = book.add_format({"num_format": _FORMATS[column.type]})
        page.set_column(place, place, 24, form)
        page.write_string(0, place, head_in_yuan(column), free if column.optional else needed)
        _offer(page, place, column)


def _offer(page: Any, place: int, column: Column) -> None:
    choices = ["是", "否"] if column.type == "bool" else list(column.choices)
    if choices and len(",".join(choices)) <= _LIST_MOST:
        rule = {"validate": "list", "source": choices, "ignore_blank": column.optional}
        page.data_validation(1, place, ROWS, place, rule)


def _example(column: Column, record: Record | None) -> str:
    """Return what a record's field looks like in a cell; "" where it is empty, or there is no record."""
    value = getattr(record, column.name, None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value // 100}.{value % 100:02}" if column.name.endswith("_fen") else str(value)


def _write_notes(book: Any, page: Any, kinds: list[Kind], examples: dict[str, Record]) -> None:
    """Write, for each column of each sheet, what it takes and an example; heads with a blue ground must be filled in."""
    bold = book.add_format({"bold": True})
    page.set_column(0, 4, 36)
    heads = "工作表 sheet", "列 column", "填写 takes", "必填 required", "例 example"
    rows = [heads] + [
        (k.title.zh, head_in_yuan(c), _hint(c), "" if c.optional else "是 yes", _example(c, examples.get(k.name)))
        for k in kinds
        for c in k.columns
    ]
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            page.write_string(number, place, text, bold if not number else None)


def _hint(column: Column) -> str:
    if column.choices:
        return " / ".join(column.choices)
    return "元，至多两位小数 yuan, at most two decimals" if column.name.endswith("_fen") else _HINTS[column.type]
