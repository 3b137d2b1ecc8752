"""Texts of cells to typed columns. Each reader takes a column of texts and gives null where one cannot be read."""

import re
from collections.abc import Callable
from decimal import Context, Decimal, InvalidOperation

import polars as pl

from plumbline.errors import Words
from plumbline.records import Column
from plumbline.sheets.marks import EXCEL_ERROR
from plumbline.sheets.shapes import Reader

TYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int64": pl.Int64(),
    "bool": pl.Boolean(),
    "date": pl.Date(),
    "time": pl.Time(),
}
"""The polars type of each type a field may have."""

YES = {"是", "true", "yes", "y", "1", "√", "TRUE", "True", "Yes", "Y"}
NO = {"否", "false", "no", "n", "0", "×", "FALSE", "False", "No", "N"}

_DAY = r"^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$"
_SERIAL = r"^([0-9]{5})(?:\.0+)?$"
_DAY_0, _DAY_0_IN_1904 = pl.date(1899, 12, 30), pl.date(1904, 1, 1)
"""What Excel counts days from, and what a workbook set to the 1904 date system counts from."""
_CLOCK = (
    r"^(?:[0-9]{4}-[0-9][0-9]-[0-9][0-9][ T])?([0-9]{1,2})[:：时]([0-9]{1,2})(?:[:：分]([0-9]{1,2})?秒?)?(?:\.0+)?$"
)
_OF_CALENDAR = pl.when(pl.col("t").dt.year().is_between(1, 9999)).then("t")
"""Days that Python has too: polars also reads the year 0."""
_FRACTION = r"^0(?:\.[0-9]+)?$"
_DAY_SECONDS = 86_400
_WHOLE = r"^[-+]?[0-9]{1,18}(?:\.0+)?$"
_GROUPED = r"^[-+]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?$"
_DECIMAL = r"[-+]?(?:[0-9]+\.?|[0-9]*\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?"
_EXCEL = Context(prec=15)
"""Excel computes in binary and promises 15 digits: what a cell stores beyond them is not what was typed."""


def texts(cells: pl.Series) -> pl.Series:
    """Return texts as they are."""
    return cells


def dates(cells: pl.Series) -> pl.Series:
    """Return days: 2020-03-01, 2020/3/1, 2020.3.1, 2020年3月1日, an Excel serial; with a time of day only midnight."""
    return _dates(cells, _DAY_0)


def dates_1904(cells: pl.Series) -> pl.Series:
    """Return days as ``dates`` does, serials counted as in a workbook set to the 1904 date system."""
    return _dates(cells, _DAY_0_IN_1904)


def _dates(cells: pl.Series, day_0: pl.Expr) -> pl.Series:
    plain = cells.str.to_date("%Y-%m-%d", strict=False)
    if plain.null_count() == cells.null_count():
        return _with(plain, _OF_CALENDAR)
    parts = pl.concat_str([pl.col("t").str.extract(_DAY, i) for i in (1, 2, 3)], separator="-")
    written = parts.str.to_date("%Y-%m-%d", strict=False)
    serial = day_0 + pl.duration(days=pl.col("t").str.extract(_SERIAL, 1).cast(pl.Int64))
    return _with(_with(cells, pl.coalesce(written, serial)), _OF_CALENDAR)


def dates_as(formats: tuple[str, ...]) -> Reader:
    """Return a reader of days in given formats (as ``strptime`` writes them), the time of day left out."""

    def read(cells: pl.Series) -> pl.Series:
        tries = [pl.col("t").str.to_datetime(f, strict=False).dt.date() for f in formats if "%H" in f or "%I" in f]
        tries += [pl.col("t").str.to_date(f, strict=False) for f in formats if "%H" not in f and "%I" not in f]
        return _with(_with(cells, pl.coalesce(tries)), _OF_CALENDAR)

    return read


def times(cells: pl.Series) -> pl.Series:
    """Return times of day: 9:30, 09:30:00, 9时30分, or the part of a day that Excel stores."""
    clock = [pl.col("t").str.extract(_CLOCK, i).cast(pl.Int64) for i in (1, 2, 3)]
    inside = (clock[0] < 24) & (clock[1] < 60) & (clock[2].fill_null(0) < 60)
    spoken = pl.when(inside).then(clock[0] * 3600 + clock[1] * 60 + clock[2].fill_null(0))
    share = pl.when(pl.col("t").str.contains(_FRACTION)).then(pl.col("t").cast(pl.Float64, strict=False))
    seconds = pl.coalesce(spoken, (share * _DAY_SECONDS).round().cast(pl.Int64))
    return _with(cells, (pl.when(seconds < _DAY_SECONDS).then(seconds) * 1_000_000_000).cast(pl.Time))


def times_as(formats: tuple[str, ...]) -> Reader:
    """Return a reader of times of day in given formats (as ``strptime`` writes them); 930 is 0930."""

    def read(cells: pl.Series) -> pl.Series:
        digits = pl.col("t").str.contains("^[0-9]{1,4}$")
        padded = pl.when(digits).then(pl.col("t").str.zfill(4)).otherwise("t")
        return _with(cells, pl.coalesce(padded.str.to_time(f, strict=False) for f in formats))

    return read


def whole(cells: pl.Series) -> pl.Series:
    """Return whole numbers: 12, 12.0, 1,200."""
    bare = pl.when(pl.col("t").str.contains(_GROUPED)).then(pl.col("t").str.replace_all("[,，]", "")).otherwise("t")
    kept = pl.when(bare.str.contains(_WHOLE)).then(bare.str.replace(r"\.0+$", "").str.strip_prefix("+"))
    return _with(cells, kept.cast(pl.Int64, strict=False))


def truths(cells: pl.Series) -> pl.Series:
    """Return yes and no: 是 否, true false, yes no, 1 0, √ ×."""
    return _with(cells, pl.when(pl.col("t").is_in(YES)).then(True).when(pl.col("t").is_in(NO)).then(False))


def fen_of_yuan(cells: pl.Series) -> pl.Series:
    """Return 元 as whole fen, exactly; null where there are more than two decimals."""
    distinct = cells.drop_nulls().unique()
    fen = [_fen(text) for text in distinct]
    return cells.replace_strict(distinct, pl.Series(fen, dtype=pl.Int64), default=None, return_dtype=pl.Int64)


def _fen(text: str) -> int | None:
    bare = re.sub("[,，]", "", text) if re.match(_GROUPED, text) else text
    if not re.fullmatch(_DECIMAL, bare):
        return None
    try:
        typed = Decimal(bare)
        exact = (
            typed if len(typed.as_tuple().digits) <= 15 or typed == typed.to_integral_value() else _EXCEL.plus(typed)
        ) * 100
        return int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**18 else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


READERS: dict[str, Reader] = {"string": texts, "int64": whole, "bool": truths, "date": dates, "time": times}
"""What reads each type of column."""

_DAYS_WANTED = Words("应为日期，如 2020-03-01，不带时刻", "a day such as 2020-03-01, without a time")
WANTED: dict[Callable[..., object], Words] = {
    whole: Words("应为整数，如 12", "a whole number such as 12"),
    truths: Words("应为“是”或“否”", "是 (yes) or 否 (no)"),
    dates: _DAYS_WANTED,
    dates_1904: _DAYS_WANTED,
    times: Words("应为时刻，如 09:30", "a time such as 09:30"),
    fen_of_yuan: Words("应为以元计的金额，至多两位小数", "an amount in yuan with at most two decimals"),
}
"""What each reader wants to see, for the message about what it cannot read."""


_FORMATTED = {
    "date": Words("应为所述格式的日期", "a day in one of the formats named"),
    "time": Words("应为所述格式的时刻", "a time of day in one of the formats named"),
}


def wanted(column: Column, read: Reader) -> Words:
    """Return what a column's cells should look like."""
    return WANTED.get(
        read,
        _FORMATTED.get(column.type, Words("应为文字", "text")),
    )


def is_error(cells: pl.Series) -> pl.Series:
    """Return which cells hold an error of Excel's (#DIV/0!)."""
    return cells.str.starts_with(EXCEL_ERROR).fill_null(False)


def _with(cells: pl.Series, expression: pl.Expr) -> pl.Series:
    return cells.rename("t").to_frame().select(expression.alias("t")).to_series()
