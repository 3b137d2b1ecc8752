"""Small tables as their files have them, .toml, .xlsx or .csv: each row with its cells, still text, and their places."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from plumbline.cli.formshapes import Cell, Field, Table, unknown
from plumbline.documents.sources import read_file
from plumbline.errors import Broken, Words
from plumbline.sheets.plain import plain
from plumbline.sheets.reading import read
from plumbline.sheets.shapes import Sheet

TOML_BYTES = 10_000_000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Raw = dict[str, list[tuple[str, dict[str, Cell]]]]
"""The rows of each table, by its key: where a row stands, and its cells by their fields."""


def of_toml(path: Path, tables: Sequence[Table]) -> Raw:
    """Return what a TOML file has under the tables' keys; raises InputError."""
    try:
        told = tomllib.loads(read_file(path, lambda head: TOML_BYTES, TOML_BYTES).decode())
    except ValueError as error:
        what = Words(f"不是合格的 TOML（{error}）", f"it is not valid TOML ({error})")
        raise Broken(str(path), what, Words("请按所指行列改正", "Mend it at the line and column named")) from None
    except RecursionError:
        what = Words("括号嵌套太深", "it has brackets nested too deeply")
        raise Broken(str(path), what, Words("用不到几层括号，请改写", "It needs few: write it anew")) from None
    known = {table.name: table for table in tables}
    for name in told:
        if name not in known:
            raise unknown(f"{path} [{name}]", name, known)
    return {name: list(_toml_rows(path, known[name], rows)) for name, rows in told.items()}


def _toml_rows(path: Path, table: Table, rows: Any) -> Iterator[tuple[str, dict[str, Cell]]]:
    several = isinstance(rows, list)
    for number, row in enumerate(rows if several else [rows], 1):
        where = f"{path} [[{table.name}]] #{number}" if several else f"{path} [{table.name}]"
        if not isinstance(row, dict):
            what = Words("应为表", "a table is wanted here")
            raise Broken(where, what, Words(f"请写成 [[{table.name}]]", f"Write it under [[{table.name}]]"))
        for name in row:
            if name not in {field.name for field in table.fields}:
                raise unknown(f"{where} {name}", name, [field.name for field in table.fields])
        yield where, {name: Cell(at, _toml_text(at, row[name])) for name in row if (at := f"{where} {name}")}


def _toml_text(where: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        what = Words("应为一个值，不是一张表", "a value is wanted here, not a table")
        raise Broken(where, what, Words("请改正", "Correct it"))
    return "、".join(_toml_text(where, each) for each in value) if isinstance(value, list) else str(value).strip()


def of_sheets(path: Path, tables: Sequence[Table]) -> Raw:
    """Return what the sheets named like the tables have; of one table, where none is, the first sheet. Raises InputError."""
    heads = frozenset(head for table in tables for field in table.fields for head in field.heads)
    sheets = read(path, heads)
    by_name = {name: table for table in tables for name in (plain(table.zh), plain(table.name))}
    found = [(by_name[plain(sheet.name)], sheet) for sheet in sheets if plain(sheet.name) in by_name]
    if not found and len(tables) == 1:
        found = [(tables[0], sheets[0])]
    return {table.name: list(_sheet_rows(path, table, sheet)) for table, sheet in found}


def _sheet_rows(path: Path, table: Table, sheet: Sheet) -> Iterator[tuple[str, dict[str, Cell]]]:
    places = _places(path, table, sheet)
    for number, cells in enumerate(sheet.cells.iter_rows(), sheet.head_row + 1):
        if any(cells[place] for place in places.values()):
            at = {name: f"{path} {sheet.name}!{_cell(place, number)}" for name, place in places.items()}
            yield (
                f"{path} {sheet.name}!{number}",
                {name: Cell(at[name], cells[place]) for name, place in places.items()},
            )


def _places(path: Path, table: Table, sheet: Sheet) -> dict[str, int]:
    """Return where each column of a table stands in a sheet."""
    found: dict[str, int] = {}
    for place, head in enumerate(sheet.heads):
        where = f"{path} {sheet.name}!{_cell(place, sheet.head_row)}"
        field = next((f for f in table.fields if plain(head) in f.heads), None)
        if head and field is None and not table.more:
            raise unknown(where, head, [f.zh for f in table.fields])
        if field and field.name in found:
            what = Words(f"“{head}”一栏出现了两次", f"the column “{head}” is there twice")
            raise Broken(where, what, Words("请删去一栏", "Delete one of them"))
        if field:
            found[field.name] = place
    for field in table.fields:
        if field.name not in found and not field.optional:
            raise _missing(f"{path} {sheet.name}!{sheet.head_row}", field, table)
    return found


def _missing(where: str, field: Field, table: Table) -> Broken:
    what = Words(f"没有“{field.zh}”（{field.name}）一栏", f"there is no column {field.name} ({field.zh})")
    zh = "、".join(f.zh for f in table.fields)
    return Broken(where, what, Words(f"应有：{zh}", f"It needs {', '.join(f.name for f in table.fields)}"))


def _cell(place: int, row: int) -> str:
    return f"{LETTERS[place // 26 - 1] if place > 25 else ''}{LETTERS[place % 26]}{row}"
