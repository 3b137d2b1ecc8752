"""From a path to sheets: the bytes within limits, the format told, the cells read by a child process."""

from pathlib import Path

import polars as pl
import pyarrow as pa

from plumbline.documents import refusals
from plumbline.documents.answers import error_in, split
from plumbline.documents.sandbox import ask
from plumbline.documents.sources import read_file, shown
from plumbline.errors import NotText, Words
from plumbline.sheets.child import SHEETS
from plumbline.sheets.limits import ANSWER_BYTES, CSV_BYTES, HEAD_ROWS, WALL_SECONDS, XLSX_BYTES
from plumbline.sheets.refusals import damaged
from plumbline.sheets.shapes import Sheet

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHILD = ("-P", "-X", "utf8", "-m", "plumbline.sheets.child")


def read(path: Path, known: frozenset[str] = frozenset()) -> list[Sheet]:
    """Return the sheets of an .xlsx or .csv file that have anything in them; a .csv is one, called by the file's name.

    The format is told by the content. ``known`` are heads (see ``plain.plain``) by which the head row is found under a
    title. Raises only InputError: NotFound, TooLarge, NotText, Unsafe, Broken.
    """
    name = shown(path)
    data = read_file(path, lambda head: XLSX_BYTES if head.startswith(_ZIP) else CSV_BYTES, CSV_BYTES)
    found = _parsed(data, name)
    sheets = [_sheet(title or path.stem, table, known) for title, table in found]
    if not any(sheets):
        raise refusals.empty(name)
    return [s for s in sheets if s]


def _parsed(data: bytes, name: str) -> list[tuple[str, pa.Table]]:
    if data.startswith(_OLD):
        what = Words("这是旧版 .xls，或加了密码", "it is an old .xls, or locked with a password")
        raise NotText(name, what, Words("另存为没有密码的 .xlsx", "Save it as .xlsx without a password"))
    format = "xlsx" if data.startswith(_ZIP) else "csv"
    said = ask((*_CHILD, format), data, name, ANSWER_BYTES, WALL_SECONDS)
    try:
        return _unpacked(said, name)
    except (ValueError, pa.ArrowException):
        raise damaged(name) from None


def _unpacked(said: bytes, name: str) -> list[tuple[str, pa.Table]]:
    kind, *parts = split(said, ANSWER_BYTES)
    if kind != SHEETS.encode():
        raise error_in(kind, parts, name)
    titles = parts[0].decode().split("\n")
    return [(title, _table(stream)) for title, stream in zip(titles, parts[1:], strict=True)]


def _table(stream: bytes) -> pa.Table:
    table = pa.ipc.open_stream(stream).read_all()
    table.validate(full=True)
    return table


def _sheet(name: str, table: pa.Table, known: frozenset[str]) -> Sheet | None:
    frame = pl.DataFrame(pl.from_arrow(table)).select(pl.all().cast(pl.String))
    if not frame.width:
        return None
    stripped = pl.all().str.strip_chars()
    frame = frame.with_columns(pl.when(stripped.str.len_bytes() > 0).then(stripped))
    at = _head_row(frame, known)
    if at is None:
        return None
    heads = tuple(text or "" for text in frame.row(at))
    return Sheet(name, at + 1, heads, frame.slice(at + 1), b"1904" in (table.schema.metadata or {}))


def _head_row(frame: pl.DataFrame, known: frozenset[str]) -> int | None:
    """Return the first row with two known heads, else the first that is not empty; None where all are."""
    from plumbline.sheets.plain import plain

    rows = [[t for t in row if t] for row in frame.head(HEAD_ROWS).iter_rows()]
    named = [i for i, row in enumerate(rows) if len({plain(t) for t in row} & known) > 1]
    filled = [i for i, row in enumerate(rows) if row]
    return next(iter([*named, *filled]), None)
