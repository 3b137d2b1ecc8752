"""Content that cannot be read: erased by order, which is in order, or illegible, which is damage."""

from typing import Any

import polars as pl

from plumbline.errors import BookError, Damaged, Refused, Words
from plumbline.web.book import canonicals
from plumbline.web.book.sessions import asked, reading
from plumbline.web.book.shape import Book


def require_legible(book: Book, cursor: Any, rows: pl.DataFrame) -> None:
    """Raise Damaged for the first entry whose content is not there or illegible, though no order erased it."""
    unread = rows.filter(rows.select(canonicals.fields()).to_series().is_null())["position"]
    if len(unread):
        erased = set(erased_positions(cursor))
        for position in (p for p in unread if p not in erased):
            raise illegible(book, position)


def erased_positions(cursor: Any) -> list[int]:
    """Return the positions that orders have erased."""
    found = asked(cursor, "SELECT erases AS position FROM book_entry WHERE erases IS NOT NULL")
    return [int(position) for position in found["position"]]


def why_lost(book: Book, position: int, todo: Words) -> BookError:
    """Return the error for content that is not there: Refused with ``todo`` where it was erased by order, else Damaged."""
    with reading(book) as cursor:
        if position not in erased_positions(cursor):
            return illegible(book, position)
    what = Words(f"第 {position} 条的内容已依令删除", f"the content of position {position} was erased by order")
    return Refused(str(book.folder), what, todo)


def illegible(book: Book, position: int) -> Damaged:
    """Return the error for an entry whose content is missing or illegible."""
    zh, en = f"第 {position} 条的内容不见了或已不可读", f"the content of position {position} is missing or illegible"
    return damaged(book, Words(zh, en))


def damaged(book: Book, what: Words) -> Damaged:
    """Return the error for a book that is not as it was written; what differs first, verifying tells."""
    return Damaged(str(book.folder), what, Words("请运行 plumbline book verify", "Run plumbline book verify"))
