"""Small tables a command is given, as TOML, .xlsx or .csv: each field read by its type; what is wrong names its place."""

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

import polars as pl

from plumbline.cli.formfiles import of_sheets, of_toml
from plumbline.cli.formshapes import Cell, Field, Row, Table
from plumbline.errors import Broken, Words
from plumbline.sheets.cells import READERS, WANTED
from plumbline.sheets.wording import echoed

_NUMBER = re.compile(
    r"([-+]?(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\.[0-9]{1,30})?(?:E[-+]?[0-9]{1,2})?)%?", re.IGNORECASE
)
_DECIMAL, _TEXT = Words("应为一个数，如 36.061", "a number such as 36.061"), Words("应为文字", "text")


def read_form(path: Path, tables: Sequence[Table]) -> dict[str, list[Row]]:
    """Return the rows of each table in a file, by its key; of a .csv the one table asked for.

    Raises InputError: the file cannot be read, or a table, a column or a cell is not as it should be.
    """
    raw = of_toml(path, tables) if path.suffix.lower() == ".toml" else of_sheets(path, tables)
    found = {table.name: [_row(*each, table) for each in raw.get(table.name, [])] for table in tables}
    for table in tables:
        if not found[table.name] and not table.optional:
            what = Words(
                f"没有“{table.zh}”（{table.name}）的内容", f"it has nothing in its table {table.name} ({table.zh})"
            )
            zh, en = "、".join(f.zh for f in table.fields), ", ".join(f.name for f in table.fields)
            raise Broken(str(path), what, Words(f"请补上，各栏为：{zh}", f"Add it; its columns are {en}"))
    return found


def _row(where: str, cells: dict[str, Cell], table: Table) -> Row:
    said = {field.name: _value(where, cells.get(field.name), field) for field in table.fields}
    return Row(where, said, {name: cell.where for name, cell in cells.items()})


def _value(where: str, cell: Cell | None, field: Field) -> Any:
    if cell is None or not cell.text:
        if field.optional:
            return None
        what = Words(f"缺“{field.zh}”（{field.name}）", f"{field.name} ({field.zh}) is missing")
        raise Broken(cell.where if cell else where, what, Words("请填上", "Fill it in"))
    value, wanted = _read(cell.text, field.type)
    if value is None or (field.type == "int64" and value < 0):
        what = Words(
            f"“{echoed(cell.text)}”读不出来：{wanted.zh}", f"“{echoed(cell.text)}” cannot be read: {wanted.en}"
        )
        raise Broken(cell.where, what, Words(f"请改正“{field.zh}”", f"Correct {field.name}"))
    return value


def _read(text: str, type_: str) -> tuple[Any, Words]:
    """Return what a text says as a type (None: nothing), and what is wanted of it."""
    if type_ == "string":
        return text, _TEXT
    if type_ == "decimal":
        found = _NUMBER.fullmatch(normalize("NFKC", text))
        return Decimal(found[1].replace(",", "")) if found else None, _DECIMAL
    read_as = READERS[type_]
    return read_as(pl.Series("t", [text])).to_list()[0], WANTED[read_as]
