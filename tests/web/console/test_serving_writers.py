"""Twenty who write at once, over HTTP to a server of its own: nothing lost, nothing doubled, nothing half; killed too."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

import postgres
from books import COURT, loaded
from plumbline.web.book import Book, open_book
from plumbline.web.book.sessions import asked, reading
from plumbline.web.book.verifying import differences
from plumbline.web.people.trial import PASSWORD

from .conftest import _await, free_port

WRITERS, EACH = 20, 2
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PLUMBLINE_", "DATABASE_URL"))}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """A small book, on either database."""
    if request.param == "sqlite":
        yield small(tmp_path, "")
        return
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.cluster() as server:
        yield small(tmp_path, postgres.fresh(server))


def small(folder: Path, url: str) -> Book:
    book = open_book(folder / "book", create=True, url=url)
    loaded(book, 3)
    return book


@contextmanager
def serving(book: Book) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    port = free_port()
    line = [sys.executable, "-m", "plumbline", "serve", "--trial", "--book", str(book.folder), "--port", str(port)]
    env = ENVIRONMENT | ({"DATABASE_URL": book.url} if book.url else {})
    with subprocess.Popen(line, env=env, stdout=subprocess.DEVNULL, start_new_session=True) as running:
        try:
            _await(f"http://127.0.0.1:{port}/alive", running)
            yield f"http://127.0.0.1:{port}", running
        finally:
            kill(running)


def kill(running: "subprocess.Popen[bytes]") -> None:
    """End a server and its workers at once, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)


class Browser:
    """Someone signed in with a browser."""

    def __init__(self, at: str, code: str) -> None:
        self.at, self.opener = at, urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.post("/accounts/login/", "/accounts/login/", login=code, password=PASSWORD)

    def get(self, path: str) -> str:
        page: bytes = self.opener.open(self.at + path, timeout=120).read()
        return page.decode()

    def post(self, shown: str, path: str, **said: str) -> str:
        """Fill in the form shown on a page, and send it."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(shown))
        assert token
        data = urlencode({"csrfmiddlewaretoken": token[1]} | said).encode()
        answer: bytes = self.opener.open(self.at + path, data, timeout=120).read()
        return answer.decode()

    def token(self) -> str:
        found = re.search(
            r"plumbline_[\w-]+", self.post("/accounts/tokens/", "/accounts/tokens/", name="writer", days="1")
        )
        assert found
        return found[0]

    def approve(self, draft: int) -> None:
        """Approve a draft on its page; where another was first, that is said and nothing is done."""
        shown = f"/approvals/{draft}/"
        version = re.search(r'name="version" value="(\d+)"', self.get(shown))
        if version:
            self.post(shown, f"{shown}decide", act="approve", version=version[1])


def enter(at: str, token: str, number: int) -> int:
    """Hand in one record by the interface for programs, and return its draft's number."""
    record = {"case": case(number), "body": COURT, "on": "2020-03-02", "offence": "盗窃罪", "persons": 1}
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": str(number)}
    request = urllib.request.Request(f"{at}/api/drafts/trials/Docketed", json.dumps(record).encode(), headers)
    answer: dict[str, Any] = json.load(urllib.request.urlopen(request, timeout=120))
    return int(answer["id"])


def case(number: int) -> str:
    return f"（2020）甘0102刑初{number}号"


def cases_in(book: Book) -> list[str]:
    with reading(book) as cursor:
        found: list[str] = asked(cursor, 'SELECT "case" FROM book_entry WHERE position >= 3')["case"].to_list()
        return found


def ignoring_conflict(do: Any, *said: Any) -> None:
    try:
        do(*said)
    except urllib.error.HTTPError as error:
        if error.code >= 500:
            raise


@pytest.mark.timeout(600)
def test_twenty_writers_at_once_lose_and_double_nothing(book: Book) -> None:
    numbers = range(90_001, 90_001 + WRITERS * EACH)
    with serving(book) as (at, running), ThreadPoolExecutor(WRITERS) as pool:
        token = Browser(at, "clerk").token()
        drafts = list(pool.map(lambda number: enter(at, token, number), numbers))
        again = list(pool.map(lambda number: enter(at, token, number), numbers))
        assert again == drafts
        assert len(set(drafts)) == len(numbers)
        checkers = list(pool.map(lambda _: Browser(at, "checker"), range(WRITERS)))
        both = [(checkers[(n + turn) % WRITERS], draft) for n, draft in enumerate(drafts) for turn in (0, 7)]
        list(pool.map(lambda one: ignoring_conflict(one[0].approve, one[1]), both))
        assert running.poll() is None
    assert sorted(cases_in(book)) == sorted(map(case, numbers))
    assert list(differences(book)) == []


@pytest.mark.timeout(600)
def test_what_was_acknowledged_before_a_kill_is_there(book: Book) -> None:
    entered: list[int] = []
    approved: list[int] = []
    with serving(book) as (at, running), ThreadPoolExecutor(WRITERS) as pool:
        token, checkers = Browser(at, "clerk").token(), [Browser(at, "checker") for _ in range(4)]

        def work(number: int) -> None:
            draft = enter(at, token, number)
            entered.append(draft)
            checkers[number % 4].approve(draft)
            approved.append(number)
            if len(approved) == 8:
                kill(running)

        for done in [pool.submit(work, number) for number in range(91_001, 91_061)]:
            done.exception()
    assert len(approved) >= 8
    assert len(approved) < 60
    with serving(book) as (at, _):
        token = Browser(at, "clerk").token()
        request = urllib.request.Request(f"{at}/api/drafts", headers={"Authorization": f"Bearer {token}"})
        there = {each["id"]: each for each in json.load(urllib.request.urlopen(request, timeout=120))}
        Browser(at, "checker").get("/approvals/")
    assert set(entered) <= set(there)
    kept = cases_in(book)
    assert {case(number) for number in approved} <= set(kept)
    assert len(kept) == len(set(kept))
    assert list(differences(book)) == []
