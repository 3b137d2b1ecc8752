"""Erasing by order: the content of an entry goes for good, its place in the tree stays, and the order is on record."""

from datetime import date, datetime

import polars as pl

from plumbline.errors import Refused, Words
from plumbline.figures.mirror import HEAD
from plumbline.web.book.admitting import require_day, valid
from plumbline.web.book.appending import arranged, entry
from plumbline.web.book.loading import Loaded
from plumbline.web.book.lost import why_lost
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.posting import fingerprinted, post, signed
from plumbline.web.book.records import LINE, Erased
from plumbline.web.book.sessions import run, scrub, size, writing
from plumbline.web.book.shape import Book


def erase(
    book: Book,
    position: int,
    *,
    order: str,
    body: str,
    on: date,
    entered_by: str,
    approved_by: str,
    recorded_at: datetime,
) -> Loaded:
    """Erase the content at a position by the order of a number, of a body, of a day; two persons stand behind it.

    The content goes in the same transaction as the order comes, out of the mirror right after. Raises Refused for a
    position that has no record, or whose record is erased already.
    """
    by = signed(book, entered_by, approved_by, recorded_at)
    require_content(book, position)
    row = arranged(ordered(position, order, body, on, recorded_at))
    row = fingerprinted(book, row.with_columns(pl.lit(position, dtype=pl.Int64).alias("erases")))
    with writing(book) as cursor:
        first = size(cursor)
        post(book, cursor, row, by, first)
        run(cursor, f"DELETE FROM book_content WHERE position = {position}")
    scrub(book)
    if (book.mirror / HEAD).exists():
        mirror(book)
    return Loaded(first, first, 1, 0)


def ordered(position: int, order: str, body: str, on: date, recorded_at: datetime) -> Erased:
    """Return the order as a record; Refused for a number, a body or a day that cannot be."""
    with valid({"case": "--order", "body": "--order-by", "on": "--order-on"}):
        record = Erased(case=order, body=body, on=on, position=position)
    require_day("--order-on", record, recorded_at)
    return record


def require_content(book: Book, position: int) -> None:
    """Raise Refused for a position with no record of a line of work, or an erased one; Damaged for an illegible one."""
    was = entry(book, position)
    if was["fields"] is None:
        raise why_lost(book, position, Words("请核对位置", "Check the position"))
    if was["line"] == LINE:
        what = Words(f"第 {position} 条没有可删除的内容", f"position {position} has no content to erase")
        raise Refused(str(book.folder), what, Words("请核对位置", "Check the position"))
