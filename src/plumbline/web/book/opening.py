"""Opening a book: its folder, its database, its keys.

Django makes the tables and brings them up to date; everything else goes through ADBC (sessions.py). The two bring SQLite
libraries of their own, and two libraries that hold one file in one process lose each other's locks: so Django's
connection is closed as soon as the tables stand.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plumbline.errors import NoBook, Words
from plumbline.web.book import keys
from plumbline.web.book.meanings import meant
from plumbline.web.book.places import ABOUT, about, emptied, lived, not_a_file, require_address
from plumbline.web.book.sessions import asked, reading
from plumbline.web.book.shape import Book
from plumbline.web.databases import FILE, database

MIGRATIONS = Path(__file__).with_name("migrations")

__all__ = ["ABOUT", "Book", "open_book"]


def open_book(folder: str | Path, create: bool = False, url: str | None = None) -> Book:
    """Open the book in ``folder``; with ``create``, make it or bring its tables up to date.

    ``url`` is the address of the PostgreSQL that keeps it (postgresql://...), by default $DATABASE_URL; without one it is
    a SQLite file in the folder. Raises NoBook where there is none, or where its tables are not those of this version.
    """
    place, address = Path(folder).resolve(), os.environ.get("DATABASE_URL", "") if url is None else url
    require_address(address, reachable=create)
    if create:
        _make(place, address)
    book = Book(place, about(place, address)["origin"], address)
    applied = _applied(book)
    if not applied and lived(place) and not _has_entries(book):
        raise emptied(book)
    if create:
        _ = book.keys  # a book whose keys are gone is not ready
        _migrate(book)
        applied = _applied(book)
    _require_tables(book, applied)
    return book


def _make(place: Path, address: str) -> None:
    """Make folder and keys; book.json comes last: where it is, the rest is too."""
    place.mkdir(parents=True, exist_ok=True)
    if (place / ABOUT).exists():
        return
    if lived(place) or (place / FILE).exists():
        keys.Keys(place)  # new keys would fit nothing that is there
    keys.make(place)
    said = {"origin": keys.Keys(place).origin(), "database": "postgresql" if address else "sqlite"}
    part = place / f".{ABOUT}"
    part.write_text(json.dumps(said) + "\n", encoding="utf-8")
    os.replace(part, place / ABOUT)


def _migrate(book: Book) -> None:
    """Have Django make the tables, or bring them up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plumbline.web.settings")
    import django
    from django.apps import apps
    from django.core.management import call_command
    from django.db import DatabaseError

    if not apps.ready:
        django.setup()
    with by_django(book):
        try:
            call_command("migrate", "book", database=book.alias, verbosity=0, interactive=False)
        except DatabaseError as error:
            raise meant(book, str(error)) from error


@contextmanager
def by_django(book: Book) -> Iterator[Any]:
    """Lend Django's connection to a book's database; afterwards it is closed, and Django knows nothing of the book."""
    from django.db import connections

    settings = {"default": {}, book.alias: database(book.folder, book.url)}
    connections.settings[book.alias] = connections.configure_settings(settings)[book.alias]
    try:
        yield connections[book.alias]
    finally:
        connections[book.alias].close()
        del connections[book.alias], connections.settings[book.alias]


def _require_tables(book: Book, applied: set[str]) -> None:
    """Raise NoBook where the tables are not those of this version."""
    wanted = {p.stem for p in MIGRATIONS.glob("[0-9]*.py")}
    if applied != wanted:
        what = Words("账簿的表不是这一版本的", "the book's tables are not those of this version")
        raise NoBook(str(book.folder), what, Words("请运行 plumbline book init", "Run plumbline book init"))


def _applied(book: Book) -> set[str]:
    if not book.url and not (book.folder / FILE).exists():
        return set()
    if not book.url and not (book.folder / FILE).is_file():
        raise not_a_file(book)
    with reading(book) as cursor:
        if not _has(book, cursor, "django_migrations"):
            return set()
        return set(asked(cursor, "SELECT name FROM django_migrations WHERE app = 'book'")["name"].to_list())


def _has_entries(book: Book) -> bool:
    """Return whether there is the table of entries; a database that is not there has none."""
    if not book.url and not (book.folder / FILE).exists():
        return False
    with reading(book) as cursor:
        return _has(book, cursor, "book_entry")


def _has(book: Book, cursor: Any, table: str) -> bool:
    tables = "sqlite_master WHERE name" if not book.url else "pg_tables WHERE schemaname = current_schema AND tablename"
    return bool(asked(cursor, f"SELECT count(*) FROM {tables} = '{table}'").item())
