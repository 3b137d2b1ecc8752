"""Lists of coded places for ``plumbline cover``: a sheet of code, latitude, longitude, read strictly."""

from pathlib import Path

import polars as pl

from plumbline.errors import Broken, Words
from plumbline.sheets.plain import plain
from plumbline.sheets.reading import read
from plumbline.sheets.shapes import Sheet
from plumbline.sheets.wording import echoed
from plumbline.solvers.covering import Spot

HEADS = {"code": "编码", "latitude": "纬度", "longitude": "经度"}
"""The columns, in English and in Chinese."""
MOST = {"latitude": 90, "longitude": 180}
KNOWN = frozenset(HEADS) | frozenset(HEADS.values())


def spots(path: Path) -> list[Spot]:
    """Return the places of a .csv or .xlsx file (its first sheet), degrees in WGS 84.

    Raises Broken, with the row and the column, for what is no such list; InputError where the file cannot be read.
    """
    return listed(path, read(path, KNOWN)[0])


def listed(path: Path, sheet: Sheet) -> list[Spot]:
    """Return the places of a sheet that was read from a path; raises as ``spots`` does."""
    columns = {name: _column(path, sheet, name) for name in HEADS}
    found: dict[str, Spot] = {}
    for row, said in enumerate(pl.DataFrame(columns).iter_rows(named=True), sheet.head_row + 1):
        if any(said.values()):
            spot = Spot(
                _code(path, row, said["code"], found), *(_degrees(path, row, name, said[name]) for name in MOST)
            )
            found[spot.code] = spot
    if not found:
        raise Broken(
            str(path), Words("一行也没有", "it has no rows"), Words("写入编码、纬度、经度", "Give code and degrees")
        )
    return list(found.values())


def _column(path: Path, sheet: Sheet, name: str) -> pl.Series:
    for place, head in enumerate(sheet.heads):
        if plain(head) in (name, HEADS[name]):
            return sheet.cells[str(place)]
    what = Words(f"第 {sheet.head_row} 行没有“{name}”一列", f"row {sheet.head_row} has no column “{name}”")
    heads = "、".join(f"{name}（{zh}）" for name, zh in HEADS.items())
    raise Broken(str(path), what, Words(f"应有三列：{heads}", f"It needs three columns: {', '.join(HEADS)}"))


def _code(path: Path, row: int, code: str | None, before: dict[str, Spot]) -> str:
    if not code:
        raise _wrong(path, row, "code", Words("是空的", "is empty"), Words("填写编码", "Fill it in"))
    if code in before:
        what = Words(f"“{echoed(code)}”前面已有", f"“{echoed(code)}” is there already")
        raise _wrong(path, row, "code", what, Words("一个编码只写一行", "Give each code one row"))
    return code


def _degrees(path: Path, row: int, name: str, text: str | None) -> float:
    try:
        degrees = float(text or "")
    except ValueError:
        degrees = float("nan")
    if not abs(degrees) <= MOST[name]:
        said = f"“{echoed(text)}”" if text else ""
        what = Words(f"{said or '空格'}不是度数", f"{said or 'an empty cell'} is not a number of degrees")
        todo = Words(f"写十进制度数，如 36.061，不超过 {MOST[name]}", f"Write degrees as 36.061, {MOST[name]} at most")
        raise _wrong(path, row, name, what, todo)
    return degrees


def _wrong(path: Path, row: int, column: str, what: Words, todo: Words) -> Broken:
    said = Words(f"第 {row} 行 {column}：{what.zh}", f"row {row}, {column}: {what.en}")
    return Broken(str(path), said, todo)
