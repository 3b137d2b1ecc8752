"""A league table read from a .csv: a line a body, indicator and period, with its number and which way is better."""

import csv
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from io import StringIO
from pathlib import Path

from plumbline.checks.against.league import League, Row
from plumbline.documents.decoding import decode
from plumbline.errors import Broken, InputError, NotFound, TooLarge, Words
from plumbline.periods import Span, span

LARGEST = 5_000_000
HEADS = {
    "indicator": "indicator", "指标": "indicator", "body": "body", "单位": "body", "period": "period", "期间": "period",
    "number": "number", "数值": "number", "better": "better", "方向": "better",
}  # fmt: skip
"""The columns in either language."""
BETTER = {"higher": True, "高": True, "越高越好": True, "lower": False, "低": False, "越低越好": False}
NEEDED = tuple(dict.fromkeys(HEADS.values()))
COLUMNS = Words("指标、单位、期间、数值、方向", ", ".join(NEEDED))


def load_league(path: Path) -> League:
    """Read a league table: columns indicator, body, period, number, better (higher or lower), in either language.

    Raises:
        InputError: there is no such file, it is too large, no text or no such table, or a line of it says what cannot be.
    """
    rows = list(_rows(path, _text(path)))
    try:
        return League(rows)
    except ValueError as twice:
        what = Words(f"“{twice}”有两个数，或两种方向", f"“{twice}” has two numbers, or two ways of being better")
        raise Broken(str(path), what, Words("每项只留一行、一种方向", "Leave one line and one way for each")) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            what = Words("排名表太大", "the league table is too large")
            raise TooLarge(str(path), what, Words("请只留所需的行", "Keep only the lines that are needed"))
        return decode(path.read_bytes(), str(path))[0]
    except OSError as error:
        what = Words(f"读不了：{error.strerror}", f"it cannot be read: {error.strerror}")
        raise NotFound(str(path), what, Words("请给出一个 .csv 文件", "Give a .csv file")) from None


def _rows(path: Path, text: str) -> Iterator[Row]:
    lines = csv.reader(StringIO(text))
    heads = [HEADS.get(cell.strip().lower(), "") for cell in next(lines, [])]
    if missing := [name for name in NEEDED if heads.count(name) != 1]:
        what = Words(f"缺少或重复的列：{'、'.join(missing)}", f"columns missing or doubled: {', '.join(missing)}")
        raise Broken(str(path), what, Words(f"首行应为：{COLUMNS.zh}", f"The first line names {COLUMNS.en}"))
    for cells in lines:
        if any(cell.strip() for cell in cells):
            yield _row(f"{path}:{lines.line_num}", dict(zip(heads, (c.strip() for c in cells), strict=False)))


def _row(where: str, said: dict[str, str]) -> Row:
    if not said.get("indicator") or not said.get("body"):
        raise _wrong(where, "indicator, body", "", Words("请填写指标和单位", "Fill in indicator and body"))
    if said.get("better", "").lower() not in BETTER:
        raise _wrong(where, "better", said.get("better", ""), Words("写 高 或 低", "Write higher or lower"))
    higher = BETTER[said["better"].lower()]
    return Row(said["indicator"], said["body"], _period(where, said), _number(where, said), higher)


def _period(where: str, said: dict[str, str]) -> Span:
    try:
        return span(said.get("period", ""))
    except ValueError:
        todo = Words("写成 2020、2020-06 或 2020-01-01/2020-06-30", "Write 2020, 2020-06 or 2020-01-01/2020-06-30")
        raise _wrong(where, "period", said.get("period", ""), todo) from None


def _number(where: str, said: dict[str, str]) -> Decimal:
    written = said.get("number", "")
    try:
        number = Decimal(written.removesuffix("%"))
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise _wrong(where, "number", written, Words("只写一个数", "Write one number"))
    return number


def _wrong(where: str, column: str, written: str, todo: Words) -> InputError:
    return Broken(where, Words(f"{column} 一栏“{written}”不可用", f"“{written}” will not do for {column}"), todo)
