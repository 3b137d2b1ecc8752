"""The two tables of published figures, as CSV, and what their columns mean: for whichever description goes with them."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.exports.published import Value
from plumbline.figures.shapes import Figure
from plumbline.reports.cells import harmless

Type = Literal["string", "integer", "date", "boolean"]


class Column(NamedTuple):
    """A column: its name, its titles, what it holds, its type, whether each row has it."""

    name: str
    title: Words
    means: Words
    type: Type = "string"
    required: bool = True


class Release(NamedTuple):
    """What is published: as of which checkpoint, under which licence ("" for none given)."""

    size: int
    root: str
    licence: str = ""


FIGURES, VALUES = "figures.csv", "values.csv"
TITLE = Words("司法和公共安全指标", "Figures on justice and public safety")
FIGURE_COLUMNS = (
    Column("figure", Words("指标编码", "Figure"), Words("条线和名称", "Line of work and name")),
    Column("line", Words("条线", "Line of work"), Words("条线编码", "Code of the line of work")),
    Column("name_zh", Words("指标名称", "Name in Chinese"), Words("报告用语", "As reports print it")),
    Column("name_en", Words("英文名称", "Name in English"), Words("英文报告用语", "As English reports print it")),
    Column("unit", Words("单位", "Unit"), Words("件、人、元等；金额的数以分计", "Amounts in 元 are counted in fen")),
    Column("definition_zh", Words("定义", "Definition in Chinese"), Words("计入哪些", "What is counted")),
    Column("definition_en", Words("英文定义", "Definition in English"), Words("计入哪些（英文）", "What is counted")),
    Column("leaves_out_zh", Words("不含", "Left out, in Chinese"), Words("不计入哪些", "What is not counted")),
    Column(
        "leaves_out_en",
        Words("不含（英文）", "Left out, in English"),
        Words("不计入哪些（英文）", "What is not counted"),
    ),
    Column(
        "stock", Words("存量", "Stock"), Words("是否期末所在的数", "Whether it stands at the period's end"), "boolean"
    ),
    Column("base", Words("分母指标", "Base"), Words("所除的指标，无则空", "Figure divided by, if any"), required=False),
)
VALUE_COLUMNS = (
    Column("figure", Words("指标编码", "Figure"), Words("见 figures.csv", "As in figures.csv")),
    Column("counting", Words("计法", "Counting"), Words("cases 按件、persons 按人、amount 求和", "cases, persons or amount")),
    Column("body", Words("单位名称", "Body"), Words("空为全部单位合计", "Empty: all bodies together"), required=False),
    Column("period", Words("期间", "Period"), Words("年或年月", "A year, or a year and month")),
    Column("first", Words("首日", "First day"), Words("期间的首日", "The period's first day"), "date"),
    Column("last", Words("末日", "Last day"), Words("期间的末日", "The period's last day"), "date"),
    Column("numerator", Words("分子", "Numerator"), Words("整数；金额以分计", "Whole; amounts in fen"), "integer", False),
    Column("denominator", Words("分母", "Denominator"), Words("非比率为1", "1 where no rate"), "integer", False),
    Column("hidden", Words("不显示", "Hidden"), Words("人数过小或会泄露小数", "Small numbers of persons protected"), "boolean"),
    Column("unit", Words("单位", "Unit"), Words("值的单位", "Unit of the value")),
    Column("ledger_size", Words("总账条数", "Ledger size"), Words("读数所据总账的条数", "Entries of the ledger read"), "integer"),
    Column("ledger_root", Words("总账根", "Ledger root"), Words("未封账为空", "Empty: not sealed"), required=False),
)  # fmt: skip
Row = tuple[object, ...]


def write(folder: Path, figures: Iterable[Figure], values: Iterable[Value], release: Release) -> None:
    """Write both tables into ``folder``; cells that a spreadsheet would take for a formula are made harmless."""
    _write(folder / FIGURES, FIGURE_COLUMNS, map(_figure, figures))
    _write(folder / VALUES, VALUE_COLUMNS, (_value(value, release) for value in values))


def _write(path: Path, columns: Iterable[Column], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        writer.writerows([_cell(each) for each in row] for row in rows)


def _cell(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else harmless(value)


def _figure(f: Figure) -> Row:
    words, out = f.phrase(), f.leaves_out
    base = f.base.id if f.base else None
    meaning = f.definition
    return f.id, f.line, words.zh, words.en, f.unit, meaning.zh, meaning.en, out.zh, out.en, f.stands, base


def _value(v: Value, release: Release) -> Row:
    first, last = v.period
    period = f"{first:%Y}" if (first.month, last.month) == (1, 12) else f"{first:%Y-%m}"
    numbers = v.numerator, v.denominator, v.numerator is None
    return v.figure.id, v.counting, v.body, period, first, last, *numbers, v.unit, release.size, release.root
