"""Small books to test with: records by the dozen, both signatures, and ways around the front door."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypedDict

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import polars as pl
import psycopg

from plumbline.lines import line
from plumbline.records import Kind
from plumbline.web.book import Book, Loaded, load
from plumbline.web.databases import FILE

COURT = "城关区人民法院"
MOMENT = datetime(2020, 1, 2, 3, 4, 5, 678, tzinfo=UTC)


class By(TypedDict):
    entered_by: str
    approved_by: str
    recorded_at: datetime


BY: By = {"entered_by": "录入甲", "approved_by": "审批乙", "recorded_at": MOMENT}


def kind(name: str = "Docketed", of: str = "trials") -> Kind:
    return line(of).kinds[name]


def docketed(rows: int, prefix: str = "(2019)甘01刑初", first: int = 0) -> pl.DataFrame:
    """So many cases docketed, a day apart, three accused each."""
    numbers = range(first, first + rows)
    constant = {
        "body": COURT,
        "offence": '故意"伤\\害"',
        "instance": "一审公诉",
        "procedure": "普通",
        "scope": "|涉黑|",
    }
    columns: dict[str, Any] = {name: [value] * rows for name, value in constant.items()}
    columns |= {name: [False] * rows for name in ("in_custody", "over_one_year", "over_three_years")}
    columns |= {"case": [f"{prefix}{n}号" for n in numbers], "persons": [3] * rows}
    columns |= {"on": [date(2019, 1, 1) + timedelta(days=n % 365) for n in numbers]}
    frame = pl.DataFrame(columns).with_columns(at=pl.lit(None, pl.Time), person=pl.lit(None, pl.String))
    return frame.select(c.name for c in kind().columns)


def loaded(book: Book, rows: int, prefix: str = "(2019)甘01刑初", first: int = 0) -> Loaded:
    return load(book, [(kind(), docketed(rows, prefix, first))], **BY)


@contextmanager
def raw(book: Book) -> Iterator[Any]:
    """A connection that knows nothing of Plumbline and sets nothing."""
    if book.url:
        with psycopg.connect(book.url, autocommit=True) as connection:
            yield connection
        return
    lite = sqlite3.connect(book.folder / FILE, isolation_level=None)
    try:
        yield lite
    finally:
        lite.close()


@contextmanager
def raw_adbc(book: Book) -> Iterator[Any]:
    """The same over ADBC."""
    if book.url:
        connection = adbc_driver_postgresql.dbapi.connect(book.url, autocommit=True)
    else:
        connection = adbc_driver_sqlite.dbapi.connect(str(book.folder / FILE), autocommit=True)
    with connection, connection.cursor() as cursor:
        yield cursor


@contextmanager
def unguarded(book: Book) -> Iterator[Any]:
    """A connection for which the triggers are away, as for somebody who owns the database; they are back at the end."""
    with raw(book) as connection:
        if book.url:
            for table in ("entry", "content", "checkpoint"):
                connection.execute(f"ALTER TABLE book_{table} DISABLE TRIGGER USER")
            yield connection
            names = connection.execute(
                "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
            ).fetchall()
            for name, table in names:
                connection.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
            return
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in made:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in made:
            connection.execute(sql)
