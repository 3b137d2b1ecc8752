"""Tables a command leaves behind: .xlsx with a sheet each, .csv of the first, or .json as the caller has it."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from plumbline.cli.whole import whole
from plumbline.errors import OutputError, Words
from plumbline.reports.cells import harmless

ENDINGS = (".xlsx", ".csv", ".json")


class Grid(NamedTuple):
    """A table of cells: numbers stay numbers, everything else is text."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]


def write(path: Path, grids: Sequence[Grid], data: Any) -> None:
    """Write the file its ending asks for, whole or not at all; raises OutputError where that cannot be."""
    makers = {".xlsx": lambda made: _xlsx(made, grids), ".csv": lambda made: _csv(made, grids[0]),
              ".json": lambda made: made.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")}  # fmt: skip
    require(path)
    whole(path, makers[path.suffix.lower()])


def require(path: Path, *inputs: Path | None) -> None:
    """See that a file can be written as its ending says and is none of ``inputs``; raises OutputError."""
    if path.suffix.lower() not in ENDINGS:
        what = Words("不知道写成哪种格式", "its ending names no format that can be written")
        raise OutputError(str(path), what, Words("请用 .xlsx、.csv 或 .json", "Use .xlsx, .csv or .json"))
    if path.resolve() in {each.resolve() for each in inputs if each}:
        what = Words("会覆盖所读的文件", "this would overwrite a file that is read")
        raise OutputError(str(path), what, Words("请换一个文件名", "Choose another name"))


def _xlsx(path: Path, grids: Sequence[Grid]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for grid in grids:
            page = book.add_worksheet(grid.title)
            page.set_column(0, len(grid.heads) - 1, 16)
            for number, row in enumerate([grid.heads, *grid.rows]):
                for place, value in enumerate(row):
                    if isinstance(value, int):
                        page.write_number(number, place, value)
                    else:
                        page.write_string(number, place, str(value), None if number else bold)


def _csv(path: Path, grid: Grid) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([grid.heads, *(map(harmless, row) for row in grid.rows)])
