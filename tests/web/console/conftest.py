"""A console to test with: a book of every line's examples, Django set up for it, sign-ins of each role, a server.

Django is set up once a process, so all of a process's tests share one console; what a test writes is its own case.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from browsing import chromium
from plumbline.lines import line, names, part
from plumbline.records import kind_of
from plumbline.web.book import Book, load, open_book

_ASIDE = tempfile.TemporaryDirectory(prefix="plumbline-console-")
FOLDER = Path(_ASIDE.name, "book")
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "plumbline.web.console.settings",
    "PLUMBLINE_BOOK": str(FOLDER),
    "PLUMBLINE_SECRET_KEY": "only for tests, " * 4,
    "PLUMBLINE_PLAIN": "1",
    "PLUMBLINE_TRIAL": "1",
    "PLUMBLINE_HOSTS": "testserver,localhost,127.0.0.1",
    "TZ": "UTC",
    "TMPDIR": _ASIDE.name,
}


def _set_up() -> None:
    """Set Django up for the console before any test opens a book, and leave the environment as it was."""
    import django

    before = {name: os.environ.get(name) for name in (*SETTINGS, "DATABASE_URL")}
    os.environ.update(SETTINGS)
    os.environ.pop("DATABASE_URL", None)
    try:
        django.setup()
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


_set_up()


@pytest.fixture(scope="module", autouse=True)
def _nothing_left() -> Iterator[None]:
    """What the console keeps in the temporary folder goes with the book."""
    before, tempfile.tempdir = tempfile.tempdir, _ASIDE.name
    yield
    tempfile.tempdir = before


def filled(folder: Path) -> Book:
    """Make a book that holds the examples of every line."""
    book = open_book(folder, create=True, url="")
    for name in names():
        found: dict[Any, list[dict[str, Any]]] = {}
        for case in part(name, "examples").EXAMPLES:
            for record in case.records:
                found.setdefault(type(record), []).append(record.model_dump())
        frames = [(kind_of(model), _frame(name, model.__name__, rows)) for model, rows in found.items()]
        load(book, frames, entered_by="录入甲", approved_by="审批乙", recorded_at=datetime(2026, 1, 5, tzinfo=UTC))
    return book


def _frame(name: str, kind: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    types = {"string": pl.String, "int64": pl.Int64, "bool": pl.Boolean, "date": pl.Date, "time": pl.Time}
    return pl.DataFrame(rows, schema={c.name: types[c.type] for c in line(name).kinds[kind].columns})


@pytest.fixture(scope="session")
def console() -> Book:
    """The book of this process's console, filled, its tables made, the accounts to try in it."""
    from django.core.management import call_command

    from plumbline.web.people.trial import sign_ins

    book = filled(FOLDER)
    call_command("migrate", database="default", verbosity=0, interactive=False)
    sign_ins()
    return book


@pytest.fixture
def client_of(console: Book) -> Callable[[str], Any]:
    """What gives a signed-in client by an account's name ("" for nobody)."""
    from django.test import Client

    from plumbline.web.people.models import Account

    def client(name: str) -> Any:
        made = Client()
        if name:
            made.force_login(
                Account.objects.get(username=name), backend="allauth.account.auth_backends.AuthenticationBackend"
            )
        return made

    return client


@pytest.fixture(scope="session")
def environment(console: Book) -> dict[str, str]:
    """The environment of another process of the same console."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | SETTINGS


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def served(console: Book) -> Iterator[str]:
    """The address of a server of the same console, in a process of its own, by the command that users give."""
    port = free_port()
    command = [sys.executable, "-m", "plumbline", "serve", "--trial", "--book", str(FOLDER), "--port", str(port)]
    running = subprocess.Popen(command, env=os.environ | SETTINGS, stdout=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/alive", running)
        yield f"http://localhost:{port}"
    finally:
        running.terminate()
        running.wait(30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _await(address: str, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert running.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


@pytest.fixture
def settings() -> Iterator[Callable[..., None]]:
    """What changes Django's settings for one test."""
    from django.test import override_settings

    changed: list[Any] = []

    def change(**values: Any) -> None:
        changed.append(override_settings(**values))
        changed[-1].enable()

    yield change
    for each in reversed(changed):
        each.disable()
