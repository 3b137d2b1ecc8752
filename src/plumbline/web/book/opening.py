"""Opening a book: its folder, its database, its keys.

Django makes the tables and brings them up to date; everything else goes through ADBC (sessions.py). The two bring SQLite
libraries of their own, and two libraries that hold one file in one process lose each other's locks: so Django's
connection is closed as soon as the tables stand.
"""

import json
import os
from pathlib import Path

from plumbline.errors import NoBook, Words
from plumbline.web.book import keys
from plumbline.web.book.sessions import asked, reading
from plumbline.web.book.shape import Book
from plumbline.web.databases import FILE, database

ABOUT = "book.json"
MIGRATIONS = Path(__file__).with_name("migrations")

__all__ = ["Book", "open_book"]


def open_book(folder: str | Path, create: bool = False, url: str | None = None) -> Book:
    """Open the book in ``folder``; with ``create``, make it or bring its tables up to date.

    ``url`` is the address of the PostgreSQL that keeps it (postgresql://...), by default $DATABASE_URL; without one it is
    a SQLite file in the folder. Raises NoBook where there is none, or where its tables are not those of this version.
    """
    place, address = Path(folder).resolve(), os.environ.get("DATABASE_URL", "") if url is None else url
    if create:
        _make(place, address)
    book = Book(place, _about(place, address)["origin"], address)
    if create:
        _migrate(book)
    _require_tables(book)
    return book


def _make(place: Path, address: str) -> None:
    """Make folder and keys; book.json comes last: where it is, the rest is too."""
    place.mkdir(parents=True, exist_ok=True)
    if (place / ABOUT).exists():
        return
    keys.make(place)
    about = {"origin": keys.Keys(place).origin(), "database": "postgresql" if address else "sqlite"}
    part = place / f".{ABOUT}"
    part.write_text(json.dumps(about) + "\n", encoding="utf-8")
    os.replace(part, place / ABOUT)


def _about(place: Path, address: str) -> dict[str, str]:
    try:
        about: dict[str, str] = json.loads((place / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        what = Words("这里没有账簿", "there is no book here")
        todo = Words(
            "请先运行 plumbline book init，或用 --book 指明文件夹", "Run plumbline book init, or name it with --book"
        )
        raise NoBook(str(place), what, todo) from error
    if about.get("database") != ("postgresql" if address else "sqlite"):
        what = Words(f"这本账存于 {about.get('database')}", f"this book is kept in {about.get('database')}")
        todo = Words("请相应设置或取消 DATABASE_URL", "Set DATABASE_URL, or take it away, accordingly")
        raise NoBook(str(place), what, todo)
    return about


def _migrate(book: Book) -> None:
    """Have Django make the tables, or bring them up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plumbline.web.settings")
    import django
    from django.apps import apps
    from django.core.management import call_command
    from django.db import connections

    if not apps.ready:
        django.setup()
    if book.alias not in connections.settings:
        settings = {"default": {}, book.alias: database(book.folder, book.url)}
        connections.settings[book.alias] = connections.configure_settings(settings)[book.alias]
    try:
        call_command("migrate", database=book.alias, verbosity=0, interactive=False)
    finally:
        connections[book.alias].close()


def _require_tables(book: Book) -> None:
    """Raise NoBook where the tables are not those of this version."""
    wanted = {p.stem for p in MIGRATIONS.glob("[0-9]*.py")}
    if _applied(book) != wanted:
        what = Words("账簿的表不是这一版本的", "the book's tables are not those of this version")
        raise NoBook(str(book.folder), what, Words("请运行 plumbline book init", "Run plumbline book init"))


def _applied(book: Book) -> set[str]:
    if not book.url and not (book.folder / FILE).exists():
        return set()
    table = "sqlite_master WHERE name" if not book.url else "pg_tables WHERE schemaname = current_schema AND tablename"
    with reading(book) as cursor:
        if not asked(cursor, f"SELECT count(*) FROM {table} = 'django_migrations'").item():
            return set()
        return set(asked(cursor, "SELECT name FROM django_migrations WHERE app = 'book'")["name"].to_list())
