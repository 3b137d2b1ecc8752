"""Appending single records: what a person writes down, corrects or withdraws."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import polars as pl

from plumbline.errors import Refused, Words
from plumbline.lines import line
from plumbline.records import Kind, Record, kind_of
from plumbline.web.book import canonicals
from plumbline.web.book.admitting import valid
from plumbline.web.book.loading import Loaded
from plumbline.web.book.posting import fingerprinted, post, signed
from plumbline.web.book.records import LINE, Withdrawn
from plumbline.web.book.sessions import asked, entries, reading, size, writing
from plumbline.web.book.shape import Book


def append(
    book: Book,
    records: Sequence[Record],
    *,
    entered_by: str,
    approved_by: str,
    recorded_at: datetime,
    supersedes: int | None = None,
) -> Loaded:
    """Add records in this order, even if the book has the same; with ``supersedes``, one record in place of that entry.

    Raises Refused where the entry is of another line or case, is not a record, or was superseded before.
    """
    by = signed(book, entered_by, approved_by, recorded_at)
    if supersedes is not None and len(records) != 1:
        raise ValueError("one record supersedes one entry")
    with writing(book) as cursor:
        if supersedes is not None:
            _require_successor(book, cursor, records[0], supersedes)
        first = end = size(cursor)
        for record in records:
            row = arranged(record).with_columns(pl.lit(supersedes, dtype=pl.Int64).alias("supersedes"))
            end = post(book, cursor, fingerprinted(book, row), by, end)
    return Loaded(first, end - 1, end - first, 0)


def withdraw(
    book: Book, position: int, *, reason: str, on: date, entered_by: str, approved_by: str, recorded_at: datetime
) -> Loaded:
    """Withdraw the record at a position, with nothing in its place; raises as ``append`` does."""
    was = entry(book, position)
    with valid({"reason": "--withdraw"}):
        record = Withdrawn(case=was["case"], body=was["body"], on=on, reason=reason)
    return append(
        book, [record], entered_by=entered_by, approved_by=approved_by, recorded_at=recorded_at, supersedes=position
    )


def arranged(record: Record) -> pl.DataFrame:
    """Return one record arranged as ``canonicals.arranged`` does many."""
    kind = kind_of(type(record))
    return canonicals.arranged(kind, pl.DataFrame([record.model_dump()], infer_schema_length=1))


def entry(book: Book, position: int) -> dict[str, Any]:
    """Return an entry's columns, and ``fields``, its own fields by name (None once erased); Refused where there is none."""
    with reading(book) as cursor:
        return _entry(book, cursor, position)


def kind_at(book: Book, position: int) -> Kind:
    """Return the kind of the record at a position; Refused where there is none, or none of a line of work."""
    was = entry(book, position)
    if was["line"] == LINE:
        what = Words(f"第 {position} 条不是业务记录", f"position {position} is no record of a line of work")
        raise Refused(str(book.folder), what, Words("请另选一条", "Choose another"))
    return line(was["line"]).kinds[was["kind"]]


def _entry(book: Book, cursor: Any, position: int) -> dict[str, Any]:
    found = entries(book, cursor, position, position + 1)
    if not len(found):
        what = Words(f"没有第 {position} 条", f"there is no position {position}")
        raise Refused(
            str(book.folder), what, Words("请核对位置，位置从 0 数起", "Check the position; they count from 0")
        )
    return entry_of(found)


def entry_of(found: pl.DataFrame) -> dict[str, Any]:
    """Return the one entry read, with ``fields``, its own fields by name (None once erased)."""
    row = found.with_columns(canonicals.fields()).row(0, named=True)
    return row | {"fields": None if row["fields"] is None else json.loads(row["fields"])}


def _require_successor(book: Book, cursor: Any, record: Record, position: int) -> None:
    was, kind = _entry(book, cursor, position), kind_of(type(record))
    if was["line"] == LINE or kind.line not in (was["line"], LINE):
        _refuse(book, position, Words("属于另一条线", "is of another line"))
    if any(was.get(key, (was["fields"] or {}).get(key)) != getattr(record, key) for key in record.keyed_by):
        todo = Words("请改为撤回，再另行录入", "Withdraw it instead and enter the right one")
        _refuse(book, position, Words("属于另一个案件", "is of another case"), todo)
    later = asked(cursor, f"SELECT position FROM book_entry WHERE supersedes = {position}")
    if len(later):
        at = later.item()
        _refuse(
            book,
            position,
            Words(f"已被第 {at} 条取代", f"was superseded by position {at}"),
            Words(f"请更正第 {at} 条", f"Correct position {at}"),
        )


def _refuse(book: Book, position: int, why: Words, todo: Words | None = None) -> None:
    what = Words(f"第 {position} 条{why.zh}", f"position {position} {why.en}")
    raise Refused(
        str(book.folder), what, todo or Words("请核对位置，什么都没有写入", "Check the position; nothing was written")
    )
