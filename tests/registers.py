"""Registers as tests write them: real .xlsx files, and what reading and checking make of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from plumbline import lines
from plumbline.sheets.loading import Checked, checked

TODAY = date(2026, 1, 31)
HEADS = ("案号", "单位", "日期", "人数", "罪名")
LANTERN = ("（2020）甘0102刑初1号", "城关区人民法院", date(2020, 1, 22), 2, "盗窃罪")
FERRY = ("（2020）甘0102刑初2号", "城关区人民法院", date(2020, 6, 15), 5, "诈骗罪")


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write sheets of rows, days and times as Excel stores them, and return the path."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        forms = {date: book.add_format({"num_format": "yyyy-mm-dd"}), time: book.add_format({"num_format": "hh:mm"})}
        forms[datetime] = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    write = page.write_datetime if type(value) in forms else page.write
                    write(number, place, value, *([forms[type(value)]] if type(value) in forms else []))
    return path


def trials(path: Path, **options: Any) -> Checked:
    """Check a file as a register of the courts."""
    return checked(path, lines.line("trials").kinds, TODAY, **options)


def said(found: Checked) -> list[tuple[str, int, str, str]]:
    """What was refused: sheet, row, column, what is wrong in English."""
    return [(f.sheet, f.row, f.column, f.what.en) for f in found.refused]
