"""Small tables a command is given, as TOML, .xlsx or .csv: each field read by its type; what is wrong names its place."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from plumbline.documents.sources import read_file
from plumbline.errors import Broken, Words
from plumbline.records.kinds import ColumnType
from plumbline.reports.nearest import did_you_mean
from plumbline.sheets.cells import READERS, WANTED
from plumbline.sheets.plain import plain
from plumbline.sheets.reading import read
from plumbline.sheets.shapes import Sheet

TOML_BYTES = 10_000_000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Field(NamedTuple):
    """A column: its key in TOML, its Chinese head, its type, whether it may be empty."""

    name: str
    zh: str
    type: ColumnType = "string"
    optional: bool = False

    @property
    def heads(self) -> set[str]:
        """The heads it may stand under, in the form heads are compared in."""
        return {plain(self.name), plain(self.zh), plain(f"{self.zh} {self.name}")}


class Table(NamedTuple):
    """A table: its key in TOML, the Chinese name of its sheet, its columns."""

    name: str
    zh: str
    fields: tuple[Field, ...]
    optional: bool = False


class Row(NamedTuple):
    """A row: where its file shows it, and what it says; None where a field is empty."""

    where: str
    said: dict[str, Any]

    def wrong(self, what: Words, todo: Words) -> Broken:
        """Return the error that something is wrong with it."""
        return Broken(self.where, what, todo)


class _Cell(NamedTuple):
    where: str
    text: str | None


def read_form(path: Path, tables: Sequence[Table]) -> dict[str, list[Row]]:
    """Return the rows of each table in a file, by its key; of a .csv the one table asked for.

    Raises InputError: the file cannot be read, or a table, a column or a cell is not as it should be.
    """
    raw = _of_toml(path, tables) if path.suffix.lower() == ".toml" else _of_sheets(path, tables)
    found = {table.name: [_row(*each, table) for each in raw.get(table.name, [])] for table in tables}
    for table in tables:
        if not found[table.name] and not table.optional:
            what = Words(
                f"没有“{table.zh}”（{table.name}）的内容", f"it has nothing in its table {table.name} ({table.zh})"
            )
            raise Broken(str(path), what, Words("请补上；样例见 --example", "Add it; --example shows one"))
    return found


_Raw = dict[str, list[tuple[str, dict[str, _Cell]]]]


def _of_toml(path: Path, tables: Sequence[Table]) -> _Raw:
    try:
        told = tomllib.loads(read_file(path, lambda head: TOML_BYTES, TOML_BYTES).decode())
    except (ValueError, RecursionError) as error:
        what = Words(f"不是合格的 TOML（{error}）", f"it is not valid TOML ({error})")
        raise Broken(str(path), what, Words("请按所指行列改正", "Mend it at the line and column named")) from None
    known = {table.name: table for table in tables}
    for name in told:
        if name not in known:
            raise _unknown(f"{path} [{name}]", name, known)
    return {name: list(_toml_rows(path, known[name], rows)) for name, rows in told.items()}


def _toml_rows(path: Path, table: Table, rows: Any) -> Iterator[tuple[str, dict[str, _Cell]]]:
    several = isinstance(rows, list)
    for number, row in enumerate(rows if several else [rows], 1):
        where = f"{path} [[{table.name}]] #{number}" if several else f"{path} [{table.name}]"
        if not isinstance(row, dict):
            what = Words("应为表", "a table is wanted here")
            raise Broken(where, what, Words("样例见 --example", "--example shows one"))
        for name in row:
            if name not in {field.name for field in table.fields}:
                raise _unknown(f"{where} {name}", name, [field.name for field in table.fields])
        yield where, {name: _Cell(f"{where} {name}", _toml_text(value)) for name, value in row.items()}


def _toml_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _of_sheets(path: Path, tables: Sequence[Table]) -> _Raw:
    heads = frozenset(head for table in tables for field in table.fields for head in field.heads)
    sheets = read(path, heads)
    if len(tables) == 1 and len(sheets) == 1:
        return {tables[0].name: list(_sheet_rows(path, tables[0], sheets[0]))}
    by_name = {name: table for table in tables for name in (plain(table.zh), plain(table.name))}
    found = [(by_name[plain(sheet.name)], sheet) for sheet in sheets if plain(sheet.name) in by_name]
    return {table.name: list(_sheet_rows(path, table, sheet)) for table, sheet in found}


def _sheet_rows(path: Path, table: Table, sheet: Sheet) -> Iterator[tuple[str, dict[str, _Cell]]]:
    places: dict[str, int] = {}
    for place, head in enumerate(sheet.heads):
        field = next((f for f in table.fields if plain(head) in f.heads), None)
        if head and field is None:
            raise _unknown(f"{path} {sheet.name}!{_cell(place, sheet.head_row)}", head, [f.zh for f in table.fields])
        if field:
            places[field.name] = place
    for number, cells in enumerate(sheet.cells.iter_rows(), sheet.head_row + 1):
        if any(cells):
            at = {name: f"{path} {sheet.name}!{_cell(place, number)}" for name, place in places.items()}
            yield (
                f"{path} {sheet.name}!{number}",
                {name: _Cell(at[name], cells[place]) for name, place in places.items()},
            )


def _cell(place: int, row: int) -> str:
    return f"{LETTERS[place // 26 - 1] if place > 25 else ''}{LETTERS[place % 26]}{row}"


def _row(where: str, cells: dict[str, _Cell], table: Table) -> Row:
    return Row(where, {field.name: _value(where, cells.get(field.name), field) for field in table.fields})


def _value(where: str, cell: _Cell | None, field: Field) -> Any:
    if cell is None or not cell.text:
        if field.optional:
            return None
        what = Words(f"缺“{field.zh}”（{field.name}）", f"{field.name} ({field.zh}) is missing")
        raise Broken(cell.where if cell else where, what, Words("请填上", "Fill it in"))
    read_as = READERS[field.type]
    value = read_as(pl.Series("t", [cell.text])).to_list()[0]
    if value is None or (field.type == "int64" and value < 0):
        wanted = WANTED[read_as]
        what = Words(f"“{cell.text}”读不出来：{wanted.zh}", f"“{cell.text}” cannot be read: {wanted.en}")
        raise Broken(cell.where, what, Words(f"请改正“{field.zh}”", f"Correct {field.name}"))
    return value


def _unknown(where: str, name: str, known: Any) -> Broken:
    what = Words(f"没有“{name}”这一项", f"“{name}” is not known here")
    near = did_you_mean(name, known)
    todo = Words(f"{near.zh}；可用：{'、'.join(known)}", f"{near.en}; known are: {', '.join(known)}")
    return Broken(where, what, todo)
