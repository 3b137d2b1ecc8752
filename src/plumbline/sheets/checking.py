"""Rows to records: every cell read and put to the model; what is wrong is named, nothing is mended in silence."""

from typing import Any

import polars as pl
from pydantic import ValidationError

from plumbline.errors import Words
from plumbline.records import Column, Persons, Record
from plumbline.sheets.allowed import allowed
from plumbline.sheets.cells import TYPES, is_error, wanted
from plumbline.sheets.marks import EXCEL_ERROR, NOT_COMPUTED
from plumbline.sheets.shapes import ROW, Batch, Cells, Fault, Rows
from plumbline.sheets.wording import echoed, said

_CORRECT = Words("改正该格", "Correct the cell")
_COMPUTE = Words("用 Excel 或 WPS 打开该文件并保存", "Open the file in Excel or WPS and save it")
_EMPTY = Words("没有填写", "is empty")
_FILL = Words("补填该格", "Fill it in")
_IN_COLUMNS = {"_one_way"}
"""The rules over several fields that are kept in columns; those that a kind has of its own are asked row by row."""


def check(rows: Rows) -> tuple[Batch, list[Fault]]:
    """Return the rows as records, those with anything wrong left out, and every fault.

    The records are what ``rows.kind.model`` would make of each row.
    """
    columns, faults = [rows.numbers.alias(ROW)], []
    for column in rows.kind.columns:
        values, wrong = _column(rows, column)
        columns.append(values.alias(column.name))
        faults += wrong
    frame = pl.DataFrame(columns)
    faults += _across(rows, frame, {fault.row for fault in faults})
    day = rows.fields["on"].head if "on" in rows.fields else ""
    return Batch(rows.kind, rows.sheet, frame, day).without(faults), faults


def _column(rows: Rows, column: Column) -> tuple[pl.Series, list[Fault]]:
    cells, default = rows.fields.get(column.name), _default(rows, column)
    if cells is None:
        return pl.repeat(default, rows.numbers.len(), dtype=TYPES[column.type], eager=True), []
    read = cells.read(cells.texts)
    values, refused = allowed(rows.kind, column, read)
    faults = _unread(rows, column, cells, read) + _refused(rows, cells, read, refused)
    if not column.optional:
        faults += _faults(rows, cells, cells.texts.is_null(), lambda _: _EMPTY, _FILL)
    return (values if default is None else values.fill_null(default)), faults


def _default(rows: Rows, column: Column) -> Any:
    field = rows.kind.model.model_fields[column.name]
    return None if field.is_required() else field.get_default()


def _unread(rows: Rows, column: Column, cells: Cells, read: pl.Series) -> list[Fault]:
    errors = is_error(cells.texts)
    lost = read.is_null() & cells.texts.is_not_null() & ~errors
    words = wanted(column, cells.read)
    found = _faults(
        rows,
        cells,
        lost,
        lambda text: Words(f"“{echoed(text)}”：{words.zh}", f"“{echoed(text)}” is not {words.en}"),
        _CORRECT,
    )
    blank = cells.texts.eq_missing(NOT_COMPUTED)
    found += _faults(rows, cells, errors & blank, _excel_error, _COMPUTE)
    return found + _faults(rows, cells, errors & ~blank, _excel_error, _CORRECT)


def _excel_error(text: str) -> Words:
    if text == NOT_COMPUTED:
        return Words("公式没有计算结果", "formula not computed")
    name = text.removeprefix(EXCEL_ERROR)
    return Words(f"Excel 在此格报错（{name}）", f"Excel found an error in it ({name})")


def _refused(rows: Rows, cells: Cells, read: pl.Series, refused: dict[Any, Words]) -> list[Fault]:
    if not refused:
        return []
    wrong = read.is_in(list(refused)).fill_null(False) & ~is_error(cells.texts)
    found = rows.numbers.to_frame(ROW).with_columns(cells.texts.alias("t"), read.alias("v")).filter(wrong)
    return [
        Fault(rows.sheet, row, cells.head, Words(f"“{text}”{refused[v].zh}", f"“{text}” {refused[v].en}"), _CORRECT)
        for row, text, v in ((row, echoed(text), v) for row, text, v in found.iter_rows())
    ]


def _faults(rows: Rows, cells: Cells, wrong: pl.Series, what: Any, todo: Words) -> list[Fault]:
    if not wrong.any():
        return []
    found = rows.numbers.to_frame(ROW).with_columns(cells.texts.alias("t")).filter(wrong)
    return [Fault(rows.sheet, row, cells.head, what(text), todo) for row, text in found.iter_rows()]


def _across(rows: Rows, frame: pl.DataFrame, already: set[int]) -> list[Fault]:
    """Return what is wrong between fields of one row, in rows whose cells are right."""
    right = frame.filter(~pl.col(ROW).is_in(already))
    found = _two_ways(rows, right) if issubclass(rows.kind.model, Persons) else []
    if set(rows.kind.model.__pydantic_decorators__.model_validators) <= _IN_COLUMNS:
        return found
    return found + _by_rules(rows, right.filter(~pl.col(ROW).is_in([fault.row for fault in found])))


def _two_ways(rows: Rows, right: pl.DataFrame) -> list[Fault]:
    both = right.filter(pl.col("person").is_null() == pl.col("persons").is_null())
    words = said({"type": "persons", "msg": ""})
    head = next((rows.fields[name].head for name in ("person", "persons") if name in rows.fields), "")
    return [Fault(rows.sheet, row, head, words, Words("改正其中一格", "Correct one of the two")) for row in both[ROW]]


def _by_rules(rows: Rows, right: pl.DataFrame) -> list[Fault]:
    """Put each row to the model, for rules over several fields that are its own."""
    model, todo = rows.kind.model, Words("改正该行", "Correct the row")
    made = ((row.pop(ROW), row) for row in right.iter_rows(named=True))
    return [Fault(rows.sheet, number, "", words, todo) for number, row in made if (words := _refusal(model, row))]


def _refusal(model: type[Record], row: dict[str, Any]) -> Words | None:
    try:
        model.model_validate(row)
    except ValidationError as error:
        return said(error.errors()[0])
    return None
