"""Loading: many records at once, in columns, all or nothing; what is in the book already is passed over."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, NamedTuple

import polars as pl

from plumbline.records import Kind
from plumbline.web.book import canonicals
from plumbline.web.book.posting import Signed, fingerprinted, prepared, put, signed
from plumbline.web.book.sessions import asked, cases_into, size, writing
from plumbline.web.book.shape import Book

Progress = Callable[[int, int], None]
"""Told how many of how many records are done."""
STRETCH = 25_000
"""Records written at a time: small, so that hashing and writing run side by side from the start."""


class Loaded(NamedTuple):
    """Where a load went: positions ``first`` to ``last`` (below ``first`` where nothing was new), and how many were there."""

    first: int
    last: int
    added: int
    already: int


def load(
    book: Book,
    frames: Sequence[tuple[Kind, pl.DataFrame]],
    *,
    entered_by: str,
    approved_by: str,
    recorded_at: datetime,
    progress: Progress | None = None,
) -> Loaded:
    """Add valid records, each frame with exactly its kind's columns; all are in the book afterwards, or none.

    A record that the book has or had, whoever entered it, is not added again, even if it was superseded since: loading
    a register twice changes nothing. Raises Refused, Busy, Full; ValueError for a frame of other columns.
    """
    by = signed(book, entered_by, approved_by, recorded_at)
    arranged = [canonicals.arranged(kind, frame) for kind, frame in frames if len(frame)]
    total = sum(map(len, arranged))
    with writing(book) as cursor:
        first = size(cursor)
        seen = _had(cursor, arranged) if first else set()
        end = _post_all(book, cursor, _fresh(book, arranged, seen, progress), by, first)
    added = end - first
    return Loaded(first, end - 1, added, total - added)


def _post_all(book: Book, cursor: Any, fresh: Iterator[pl.DataFrame], by: Signed, first: int) -> int:
    """Write all, a stretch at a time: while the database takes one in, the next is looked at and hashed."""
    at = first
    with ThreadPoolExecutor(1) as database:
        putting = database.submit(lambda: None)
        for part in fresh:
            made = prepared(book, part, by, at)
            putting.result()
            putting, at = database.submit(put, cursor, made), at + len(part)
        putting.result()
    return at


def _fresh(
    book: Book, arranged: list[pl.DataFrame], seen: set[bytes], progress: Progress | None
) -> Iterator[pl.DataFrame]:
    """Yield the records whose fingerprint was not seen, with it, a stretch at a time; every one is seen from then on."""
    done, total = 0, sum(map(len, arranged))
    for part in (part for rows in arranged for part in rows.iter_slices(STRETCH)):
        rows = fingerprinted(book, part)
        rows = rows.filter(pl.Series(_unseen(rows["fingerprint"].to_list(), seen), dtype=pl.Boolean))
        if len(rows):
            yield rows
        done += len(part)
        if progress:
            progress(done, total)


def _unseen(fingerprints: list[bytes], seen: set[bytes]) -> list[bool]:
    """Return which come for the first time."""
    new = []
    for one in fingerprints:
        new.append(one not in seen)
        seen.add(one)
    return new


def _had(cursor: Any, arranged: list[pl.DataFrame]) -> set[bytes]:
    """Return the fingerprints of what the book has of these records' cases, read before anything is written."""
    found: set[bytes] = set()
    for rows in arranged:
        found.update(_fingerprints(cursor, rows).to_list())
    return found


def _fingerprints(cursor: Any, rows: pl.DataFrame) -> pl.Series:
    """Return the fingerprints of one kind: found by case, whose index costs loading little."""
    line, kind = rows["line"][0], rows["kind"][0]
    cases_into(cursor, rows["case"])
    statement = (  # SQLite takes the tables of a CROSS JOIN in the order given: it would read the whole book otherwise
        "SELECT c.fingerprint FROM asked_cases a CROSS JOIN book_entry e CROSS JOIN book_content c "
        f"WHERE e.\"case\" = a.\"case\" AND e.line = '{line}' AND e.kind = '{kind}' AND c.position = e.position"
    )
    return asked(cursor, statement)["fingerprint"].cast(pl.Binary)
