"""The console as it is put into service: Django's own checks, PostgreSQL, tables brought up to date from the first."""

import os
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgres
from books import loaded
from plumbline.web.book import Book, open_book

from .conftest import _await, free_port

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PLUMBLINE_", "DATABASE_URL"))}
SETTINGS = "plumbline.web.console.settings"
PARTS = ("people", "desk", "files", "grid", "bulletin", "review", "audit")


def django(folder: Path, *words: str, url: str = "") -> "subprocess.CompletedProcess[str]":
    said = {"PLUMBLINE_BOOK": str(folder), "DJANGO_SETTINGS_MODULE": SETTINGS} | ({"DATABASE_URL": url} if url else {})
    line = [sys.executable, "-m", "django", *words]
    return subprocess.run(line, capture_output=True, text=True, env=ENVIRONMENT | said, check=False)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = open_book(tmp_path / "book", create=True, url="")
    loaded(book, 3)
    return book


def test_django_finds_nothing_amiss_for_service(book: Book) -> None:
    done = django(book.folder, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_no_table_waits_for_a_migration(book: Book) -> None:
    done = django(book.folder, "makemigrations", "--check", "--dry-run", *PARTS)
    assert done.returncode == 0, done.stdout


def test_a_filled_console_is_brought_up_to_date_from_the_first_migrations(book: Book) -> None:
    assert django(book.folder, "migrate").returncode == 0
    for part in PARTS:
        if (first := firsts(part)) is not None:
            assert django(book.folder, "migrate", part, first).returncode == 0
    with sqlite3.connect(book.folder / "console.sqlite3") as console:
        fill(console, "people_account", username="clerk-01", body="某院", role="clerk", is_active=1)
        fill(console, "people_read", account="clerk-01", at="2026-01-01", line="trials", case="案1", body="某院")
    assert django(book.folder, "migrate").returncode == 0
    with sqlite3.connect(book.folder / "console.sqlite3") as console:
        assert console.execute("SELECT username, body FROM people_account").fetchall() == [("clerk-01", "某院")]
        assert console.execute('SELECT "case" FROM people_read').fetchall() == [("案1",)]


def fill(console: sqlite3.Connection, table: str, **said: object) -> None:
    """Add a row to a table as it was at first; columns that are not told hold nothing."""
    columns = {name: kind for _, name, kind, needed, *_ in console.execute(f"PRAGMA table_info({table})") if needed}
    row = {name: "" if "char" in kind else 0 for name, kind in columns.items() if name != "id"} | said
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    console.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def firsts(part: str) -> str | None:
    """The name of a part's first migration, where it has any."""
    import plumbline.web

    found = sorted((Path(plumbline.web.__path__[0]) / part / "migrations").glob("0001_*.py"))
    return found[0].stem if found else None


@pytest.fixture
def address() -> Iterator[str]:
    """An empty database of a PostgreSQL started for the test."""
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.cluster() as server:
        yield postgres.fresh(server)


def test_a_book_in_postgresql_is_served(address: str, tmp_path: Path) -> None:
    book = open_book(tmp_path / "book", create=True, url=address)
    loaded(book, 3)
    port = free_port()
    line = [sys.executable, "-m", "plumbline", "serve", "--trial", "--book", str(book.folder), "--port", str(port)]
    running = subprocess.Popen(line, env=ENVIRONMENT | {"DATABASE_URL": address}, stdout=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/alive", running)
        page = signed_in(f"http://127.0.0.1:{port}")
    finally:
        running.terminate()
        running.wait(30)
    assert "城关区人民法院" in page
    assert "3 " in page
    assert not (book.folder / "console.sqlite3").exists()


def signed_in(at: str) -> str:
    """The first page as a clerk sees it, signed in with the form."""
    import re
    from http.cookiejar import CookieJar
    from urllib.parse import urlencode

    from plumbline.web.people.trial import PASSWORD

    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    form = opener.open(f"{at}/accounts/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token
    said = urlencode({"csrfmiddlewaretoken": token[1], "login": "clerk", "password": PASSWORD}).encode()
    page: bytes = opener.open(f"{at}/accounts/login/", said).read()
    return page.decode()
