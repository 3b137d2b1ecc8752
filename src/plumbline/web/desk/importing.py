"""A sheet taken in: read at arm's length, checked row by row, kept whole as one batch or sent back marked."""

import secrets
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import NamedTuple

import polars as pl

from plumbline.errors import InputError, Words
from plumbline.lines import Line
from plumbline.records.fields import holds_identity
from plumbline.sheets.heads import names_of
from plumbline.sheets.loading import Checked, checked
from plumbline.sheets.order import in_order
from plumbline.sheets.plain import plain
from plumbline.sheets.refused import write
from plumbline.sheets.shapes import ROW, Batch, Fault, Sheet
from plumbline.web.book import Book
from plumbline.web.book.firsts import first_days

KEPT = 8
"""Marked files kept in memory until they are fetched: they may hold what no database is to keep."""
_kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()
_lock = Lock()


class Upload(NamedTuple):
    """A file as it was sent; a sheet of a .csv goes by its name."""

    name: str
    data: bytes


def upload(name: str, data: bytes) -> Upload:
    """Return a file under a name that any file may have: its last 60 characters, without those that are no text."""
    kept = "".join(c for c in PurePosixPath(name).name if c.isprintable() and not "\ud800" <= c <= "\udfff")
    return Upload(_called(kept[-60:].lstrip(".")), data)


def _called(name: str) -> str:
    """Return a file's name; where it holds an identity or telephone number, what every sheet is called."""
    return f"sheet{PurePosixPath(name).suffix}" if holds_identity(name) or not name else name


def read(book: Book, line: Line, sent: Upload, body: str, today: date) -> Checked:
    """Return what a sheet's rows are as records of a line, each of ``body``; InputError where it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="plumbline-sheet-") as aside:
        path = Path(aside, sent.name)
        path.write_bytes(sent.data)
        try:
            found = checked(path, line.kinds, today, book=first_days(book))
        except InputError as error:
            raise type(error)(sent.name, error.what, error.todo) from error
    strange = [fault for batch in found.batches for fault in _of_others(batch, found.sheets, body)]
    return found._replace(refused=in_order([*found.refused, *strange]), batches=[] if strange else found.batches)


def _of_others(batch: Batch, sheets: list[Sheet], body: str) -> Iterator[Fault]:
    """Yield a fault for each row that another body's records are in."""
    column = next(c for c in batch.kind.columns if c.name == "body")
    heads = next(s.heads for s in sheets if s.name == batch.sheet)
    head = next((h for h in heads if plain(h) in names_of(column)), "")
    todo = Words("请由该单位自己录入", "Have that body enter it")
    for row, other in batch.frame.filter(pl.col("body") != body).select(ROW, "body").iter_rows():
        yield Fault(batch.sheet, row, head, Words(f"是“{other}”的记录", f"is a record of {other}"), todo)


def annotated(found: Checked, owner: str, lang: str) -> str:
    """Return the key under which the owner may fetch the sheets with what is wrong written into them."""
    with tempfile.TemporaryDirectory(prefix="plumbline-sheet-") as aside:
        path = Path(aside, "marked.xlsx")
        write(path, found.sheets, found.refused, lang)
        data = path.read_bytes()
    key = secrets.token_hex(16)
    with _lock:
        _kept[key] = owner, data
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return key


def fetched(key: str, owner: str) -> bytes | None:
    """Return a marked file; None where it is not kept any more, or another's."""
    with _lock:
        whose, data = _kept.get(key, ("", b""))
    return data if whose == owner else None
