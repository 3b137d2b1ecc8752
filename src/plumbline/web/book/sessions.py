"""Sessions in columns (ADBC) with the book's database: a writer's, one at a time and all or nothing, and a reader's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import polars as pl
import pyarrow as pa

from plumbline.errors import Busy, PlumblineError, Words
from plumbline.web.book.dialects import DIALECTS, legible
from plumbline.web.book.meanings import meant
from plumbline.web.book.places import emptied
from plumbline.web.book.shape import Book
from plumbline.web.databases import FILE, address, stands_still

CHUNK = 100_000
"""Entries read or written at a time."""


@contextmanager
def writing(book: Book) -> Iterator[Any]:
    """Yield a cursor inside the one transaction that may write; it is kept whole at the end, or nothing of it."""
    with _session(book) as (connection, cursor):
        connection.adbc_connection.set_autocommit(False)
        run(cursor, *DIALECTS[book.vendor].turn)
        yield cursor
        connection.adbc_connection.commit()


@contextmanager
def reading(book: Book) -> Iterator[Any]:
    """Yield a cursor to which the book stays as it is now, whatever others write."""
    with _session(book) as (connection, cursor):
        connection.adbc_connection.set_autocommit(False)
        run(cursor, *DIALECTS[book.vendor].snapshot)
        yield cursor


def scrub(book: Book) -> None:
    """Have the database drop what its files still hold of rows that are gone."""
    with _session(book) as (_, cursor):
        run(cursor, DIALECTS[book.vendor].scrub)


def asked(cursor: Any, statement: str) -> pl.DataFrame:
    """Return what a query finds."""
    cursor.execute(statement)
    table = cursor.fetch_arrow_table()
    table.validate(full=True)  # SQLite hands on as text what is none, and Polars would crash on it
    found = pl.from_arrow(table)
    assert isinstance(found, pl.DataFrame)
    return found


def entries_in(book: Book) -> int:
    """Return how many entries a book has."""
    with reading(book) as cursor:
        return size(cursor)


def size(cursor: Any) -> int:
    """Return how many entries there are: the next position."""
    return int(asked(cursor, "SELECT coalesce(max(position) + 1, 0) AS size FROM book_entry").item())


def entries(book: Book, cursor: Any, first: int, end: int) -> pl.DataFrame:
    """Return the entries from ``first`` up to, not with, ``end``, in order, with the content that is still there."""
    return entries_where(book, cursor, f"e.position >= {first} AND e.position < {end}")


def entries_where(book: Book, cursor: Any, condition: str) -> pl.DataFrame:
    """Return the entries, named ``e`` in ``condition``, that it holds of, in order, with what content is still there."""
    return legible(asked(cursor, f"{DIALECTS[book.vendor].select} WHERE {condition} ORDER BY e.position"))


def chunks(first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of at most ``CHUNK`` positions."""
    for low in range(first, end, CHUNK):
        yield low, min(low + CHUNK, end)


def cases_into(cursor: Any, cases: pl.Series) -> None:
    """Put case numbers into the session's own table ``asked_cases``."""
    frame = pl.DataFrame({"case": cases.unique()})
    cursor.adbc_ingest(
        "asked_cases", frame.to_arrow(compat_level=pl.CompatLevel.oldest()), mode="replace", temporary=True
    )


@contextmanager
def _session(book: Book) -> Iterator[tuple[Any, Any]]:
    with _speaking(book), _still(book):
        connection = _connect(book)
        try:
            with connection.cursor() as cursor:
                run(cursor, *DIALECTS[book.vendor].settings)
                yield connection, cursor
        finally:
            connection.close()


@contextmanager
def _still(book: Book) -> Iterator[None]:
    """Raise Busy where a file that is read as it stands, so without a lock, is written to meanwhile."""
    still = not book.url and stands_still(book.folder)
    before = still and (book.folder / FILE).stat()
    yield
    if before and ((book.folder / FILE).stat().st_mtime_ns != before.st_mtime_ns or not stands_still(book.folder)):
        what = Words("读取时另一个程序写了这本账", "another program wrote to this book while it was read")
        raise Busy(str(book.folder), what, Words("请再试一次", "Try again"))


def run(cursor: Any, *statements: str) -> None:
    """Run statements to their end: a failure may only show when the result is fetched, though none is wanted."""
    for statement in statements:
        cursor.execute(statement)
        cursor.fetch_arrow_table()


def _connect(book: Book) -> Any:
    if book.url:
        from adbc_driver_postgresql import dbapi

        return dbapi.connect(book.url, autocommit=True)
    from adbc_driver_sqlite import dbapi as lite

    if not (book.folder / FILE).is_file():  # SQLite would make an empty one
        raise emptied(book)
    return lite.connect(address(book.folder), autocommit=True)


@contextmanager
def _speaking(book: Book) -> Iterator[None]:
    """Turn what a database or its driver raises into the book's own errors."""
    import adbc_driver_manager

    try:
        yield
    except PlumblineError:
        raise
    except adbc_driver_manager.Error as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # the driver was interrupted and cannot cancel
            raise KeyboardInterrupt from error
        raise meant(book, str(error)) from error
    except pa.ArrowInvalid as error:
        raise meant(book, f"malformed: {error}") from error
