"""The answer to a file that was refused: its own sheets, wrong cells coloured and commented, a last column saying why."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from plumbline.sheets.heads import BOTH_WHY
from plumbline.sheets.marks import EXCEL_ERROR
from plumbline.sheets.shapes import Fault, Sheet

DIGITS = 15
COMMENTS = 2_000
"""Most comments in a file: Excel slows down beyond that, and the last column says the same."""

NARROW, WIDE = 14, 60
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?: 00:00:00)?")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d?[1-9])?")
"""Only what Excel gives back as it was: no noughts before a number or after its point, at most 15 digits."""

_WRONG = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
_DAYS = {"num_format": "yyyy-mm-dd"}
Progress = Callable[[int, int], None]


class _Formats(NamedTuple):
    """How cells are shown, by whether they are wrong: days, and everything else."""

    days: tuple[Any, Any]
    others: tuple[Any, Any]


def write(path: Path, sheets: list[Sheet], faults: list[Fault], lang: str, progress: Progress | None = None) -> None:
    """Write the sheets that faults name to ``path``; it can be corrected and loaded again.

    Days stay days and numbers numbers; a text is never a formula or a link, whatever it begins with.
    """
    named = {fault.sheet for fault in faults}
    shown = [sheet for sheet in sheets if sheet.name in named]
    total = sum(sheet.cells.height for sheet in shown)
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        formats = _Formats((book.add_format(_DAYS), book.add_format(_DAYS | _WRONG)), (None, book.add_format(_WRONG)))
        done = 0
        for sheet in shown:
            done = _write_sheet(book, sheet, [f for f in faults if f.sheet == sheet.name], formats, lang, done)
            if progress:
                progress(done, total)


def _write_sheet(book: Any, sheet: Sheet, faults: list[Fault], formats: _Formats, lang: str, done: int) -> int:
    page = book.add_worksheet(_title(sheet.name))
    by_row: dict[int, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_row[fault.row].append(fault)
    page.set_column(0, len(sheet.heads) - 1, NARROW)
    page.set_column(len(sheet.heads), len(sheet.heads), WIDE)
    page.freeze_panes(sheet.head_row, 0)
    _write_row(page, sheet, sheet.head_row, sheet.heads, by_row, formats, lang)
    for number, row in enumerate(sheet.cells.iter_rows(), sheet.head_row + 1):
        _write_row(page, sheet, number, row, by_row, formats, lang)
    return done + sheet.cells.height


def _write_row(
    page: Any, sheet: Sheet, number: int, cells: Any, by_row: dict[int, list[Fault]], formats: _Formats, lang: str
) -> None:
    faults = by_row.get(number, [])
    marked = {fault.column for fault in faults}
    for place, text in enumerate(cells):
        is_wrong = bool(sheet.heads[place]) and sheet.heads[place] in marked
        if text is not None or is_wrong:
            _write_cell(page, number - 1, place, (text or "").lstrip(EXCEL_ERROR), formats, is_wrong)
        if is_wrong and len(page.comments) < COMMENTS:
            page.write_comment(number - 1, place, _said([f for f in faults if f.column == sheet.heads[place]], lang))
    why = [BOTH_WHY] if number == sheet.head_row else []
    if why or faults:
        page.write_string(number - 1, len(cells), " ".join([*why, _said(faults, lang)]).strip())


def _write_cell(page: Any, row: int, place: int, text: str, formats: _Formats, is_wrong: bool) -> None:
    if _DAY.fullmatch(text) and (day := _day(text)):
        page.write_datetime(row, place, day, formats.days[is_wrong])
    elif _NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) <= DIGITS:
        page.write_number(row, place, float(text), formats.others[is_wrong])
    else:
        page.write_string(row, place, text[:32_767], formats.others[is_wrong])


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _said(faults: list[Fault], lang: str) -> str:
    stop = "；" if lang == "zh" else "; "
    colon = "：" if lang == "zh" else ": "
    return stop.join(
        f"{f.column}{colon if f.column else ''}{f.what.in_(lang)}{stop}{f.todo.in_(lang)}" for f in faults
    )[:32_000]


def _title(name: str) -> str:
    """Return a name that Excel takes for a sheet: at most 31 characters, without those it forbids."""
    return "".join("_" if c in "[]:*?/\\" else c for c in name)[:31].strip("'") or "Sheet"
