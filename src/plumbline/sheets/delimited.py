"""A .csv as cells of text. Only the child process imports this."""

import csv
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import BytesIO, StringIO

import polars as pl
import pyarrow as pa

from plumbline.documents import refusals
from plumbline.documents.decoding import decode
from plumbline.errors import Broken, TooLarge, Words
from plumbline.sheets.limits import COLUMNS, HEAD_BYTES

_MARK = b"\xef\xbb\xbf"
_PIECE = 1_000_000
_SEPARATORS = ",;\t"
_QUOTED = re.compile(rb'"[^"]*"')


def parse(data: bytes) -> list[tuple[str, pa.Table]]:
    """Return the one sheet of a .csv, without a name: its cells from the first line on, null where empty.

    UTF-8 with or without a mark, UTF-16 with one, GB18030. Separated by commas, semicolons or tabs, as its first line is.
    Raises NotText for bytes that are no text or in no known encoding; Broken for a first line without end, rows
    longer than the first and quotes that do not close; TooLarge for too many columns.
    """
    text = _utf8(data)
    if not text.strip():
        raise refusals.empty("")
    separator = _separator(_first_line(text))
    return [("", _table(text, separator))]


def _utf8(data: bytes) -> bytes:
    """Return the text as UTF-8 without a mark, its lines ending as written."""
    zero = data.find(b"\0")
    if zero < 0 and _is_utf8(data):
        text = data.removeprefix(_MARK)
        return text if b"\n" in text else text.replace(b"\r", b"\n")
    return decode(data, "")[0].encode()


def _is_utf8(data: bytes) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), _PIECE):
            decoder.decode(data[at : at + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _first_line(text: bytes) -> bytes:
    head = text.lstrip(b"\r\n")[:HEAD_BYTES]
    line, end, _ = head.partition(b"\n")
    if not end and len(head) == HEAD_BYTES:
        what = Words("第一行没有尽头，不是表格", "its first line has no end; it is no table")
        raise Broken("", what, Words("检查是否选对了文件", "Check that it is the file you meant"))
    return line


def _separator(line: bytes) -> str:
    bare = _QUOTED.sub(b"", line)
    return max(_SEPARATORS, key=lambda sign: bare.count(sign.encode()))


def _table(text: bytes, separator: str) -> pa.Table:
    try:
        frame = pl.read_csv(BytesIO(text), has_header=False, infer_schema=False, separator=separator)
    except pl.exceptions.PolarsError as error:
        raise _crooked(str(error), text, separator) from None
    if frame.width > COLUMNS:
        what = Words(f"多于 {COLUMNS} 列", f"it has over {COLUMNS} columns")
        raise TooLarge("", what, Words("删去多余的列后重试", "Take out the columns not needed and try again"))
    frame.columns = [str(i) for i in range(frame.width)]
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())


def _crooked(said: str, text: bytes, separator: str) -> Broken:
    unclosed = Words("有的引号没有配对", "some quotes do not close")
    what = _longer(text, separator) if "more fields" in said else unclosed
    todo = Words("用 Excel 或 WPS 打开，改正后另存为 .xlsx", "Open it in a spreadsheet, mend it and save it as .xlsx")
    return Broken("", what, todo)


def _longer(text: bytes, separator: str) -> Words:
    """Return which row is the first with more columns than the first that has any."""
    before = csv.field_size_limit(len(text) + 1)
    try:
        rows = csv.reader(StringIO(text.decode(), newline=""), delimiter=separator)
        return _first_longer((number, len(row)) for number, row in enumerate(rows, 1) if row)
    finally:
        csv.field_size_limit(before)  # it is the whole process's


def _first_longer(widths: Iterator[tuple[int, int]]) -> Words:
    _, first = next(widths)
    for number, width in widths:
        if width > first:
            return Words(
                f"第 {number} 行有 {width} 列，第一行只有 {first} 列",
                f"row {number} has {width} columns and the first only {first}",
            )
    return Words("有的行比表头所在行的列多", "some rows have more columns than the first")
