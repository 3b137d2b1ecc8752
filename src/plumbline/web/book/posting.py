"""Posting: arranged records become entries with their content, at the next positions. The one way into the tables."""

import os
from datetime import UTC, datetime
from typing import Any, NamedTuple

import polars as pl
import pyarrow as pa

from plumbline.errors import Refused, Words
from plumbline.ledger import leaves
from plumbline.ledger.leaves import SALT_BYTES
from plumbline.web.book import canonicals
from plumbline.web.book.admitting import require_accounts
from plumbline.web.book.dialects import CONTENT, DIALECTS, ENTRY, moment_text
from plumbline.web.book.sessions import CHUNK
from plumbline.web.book.shape import Book


class Signed(NamedTuple):
    """Who entered records, who approved them (another person), and when (UTC) the book learned of them."""

    entered_by: str
    approved_by: str
    recorded_at: datetime


def signed(book: Book, entered_by: str, approved_by: str, recorded_at: datetime) -> Signed:
    """Return the three together.

    Raises Refused where one person stands for two or an account cannot be one, ValueError for a moment without zone.
    """
    require_accounts(entered_by, approved_by)
    entered, approved = entered_by.strip(), approved_by.strip()
    if not entered or not approved or entered == approved:
        what = Words("录入人与审批人必须是两个人", "whoever enters and whoever approves must be two persons")
        todo = Words("请给出两个不同的名称，什么都没有写入", "Name two different ones; nothing was written")
        raise Refused(str(book.folder), what, todo)
    if recorded_at.tzinfo is None:
        raise ValueError("recorded_at needs a time zone")
    return Signed(entered, approved, recorded_at.astimezone(UTC))


def fingerprinted(book: Book, rows: pl.DataFrame) -> pl.DataFrame:
    """Return arranged records with the fingerprint of each (16 bytes)."""
    made: list[bytes] = []
    for part in rows.iter_slices(CHUNK):
        made += book.keys.fingerprints(canonicals.encoded(part.select(canonicals.same_record()).to_series()))
    return rows.with_columns(pl.Series("fingerprint", made, dtype=pl.Binary))


class Prepared(NamedTuple):
    """Entries with their content, in the columns of the two tables."""

    entries: pa.Table
    contents: pa.Table


def post(book: Book, cursor: Any, rows: pl.DataFrame, by: Signed, first: int) -> int:
    """Write at most ``CHUNK`` arranged, fingerprinted records from position ``first`` on; return the next position.

    ``rows`` may have columns ``supersedes`` and ``erases``.
    """
    put(cursor, prepared(book, rows, by, first))
    return first + len(rows)


def prepared(book: Book, rows: pl.DataFrame, by: Signed, first: int) -> Prepared:
    """Return records as they go into the tables: with canonical text, salt and leaf."""
    entries = _placed(rows, by, first)
    texts = entries.select(canonicals.payload().alias("payload")).to_series()
    drawn = os.urandom(SALT_BYTES * len(entries))
    salts = [drawn[i : i + SALT_BYTES] for i in range(0, len(drawn), SALT_BYTES)]
    entries = entries.with_columns(
        texts,
        pl.Series("salt", salts, dtype=pl.Binary),
        pl.Series("leaf", leaves(salts, canonicals.encoded(texts)), dtype=pl.Binary),
    )
    said = DIALECTS[book.vendor]
    kept = entries.with_columns(said.days.alias("on"), said.moments.alias("recorded_at"))
    return Prepared(*(kept.select(names).to_arrow(compat_level=pl.CompatLevel.oldest()) for names in (ENTRY, CONTENT)))


def put(cursor: Any, made: Prepared) -> None:
    """Write prepared records: entries first, as content has to find its entry there."""
    cursor.adbc_ingest("book_entry", made.entries, mode="append")
    cursor.adbc_ingest("book_content", made.contents, mode="append")


def _placed(rows: pl.DataFrame, by: Signed, first: int) -> pl.DataFrame:
    """Return records with positions and signatures: all that their canonical text is made of."""
    absent = [pl.lit(None, dtype=pl.Int64).alias(n) for n in ("supersedes", "erases") if n not in rows.columns]
    return rows.with_columns(
        pl.int_range(first, first + pl.len(), dtype=pl.Int64).alias("position"),
        pl.lit(by.entered_by).alias("entered_by"),
        pl.lit(by.approved_by).alias("approved_by"),
        pl.lit(moment_text(by.recorded_at)).alias("recorded_at"),
        *absent,
    )
