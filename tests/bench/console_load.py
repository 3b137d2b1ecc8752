"""The console under load: so many users at once on lists, case pages and an empty page, against a server on this machine.

``python -m bench.console_load [RECORDS] [--minutes M] [--users U] [--book FOLDER]``; for each page its median and 95th
percentile, as ratios to the empty page's median in the same run too, and whether every bound of the console was kept.
"""

import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import quote, urlencode

from plumbline.web.people.trial import PASSWORD

EMPTY = "alive"
BOUND = ("cases", "cases of a line", "case", "due")
RATIO, MEMORY = 10, 1.5 * 2**30
"""Most that the 95th percentile of these may be, as a multiple of the empty page's median; bytes the server may hold."""
WAIT = 120
"""Seconds after which a page counts as failed."""


class User(threading.Thread):
    """Someone signed in who opens one page after another until told to stop."""

    def __init__(self, at: str, pages: Sequence[tuple[str, str]], first: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.at, self.pages, self.turn, self.stop = at, pages, first, stop
        self.took: dict[str, list[float]] = defaultdict(list)
        self.faults: Counter[str] = Counter()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def sign_in(self, code: str) -> None:
        form = self.opener.open(f"{self.at}/accounts/login/", timeout=WAIT).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token
        said = {"csrfmiddlewaretoken": token[1], "login": code, "password": PASSWORD}
        self.opener.open(f"{self.at}/accounts/login/", urlencode(said).encode(), timeout=WAIT).read()

    def run(self) -> None:
        while not self.stop.is_set():
            name, path = self.pages[self.turn % len(self.pages)]
            self.turn += 1
            began = time.perf_counter()
            try:
                self.opener.open(f"{self.at}{path}", timeout=WAIT).read()
            except OSError as error:
                self.faults[f"{name}: {error}"] += 1
            else:
                self.took[name].append(time.perf_counter() - began)


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, int]]:
    """Serve a book and yield the address and the server's process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "plumbline", "serve", "--trial", "--book", str(folder), "--port", str(port)]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL) as running:
        try:
            _await(f"http://127.0.0.1:{port}/alive")
            yield f"http://127.0.0.1:{port}", running.pid
        finally:
            running.terminate()


def _await(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")


def resident(pid: int) -> int:
    """Bytes that a process and all below it hold."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    own = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return (int(own[1]) << 10 if own else 0) + sum(resident(int(child)) for child in below)


def pages_of(folder: Path) -> list[tuple[str, str]]:
    """The pages that are opened, by their name: lists, cases, the empty page as often as one of them."""
    from plumbline.web.book import open_book
    from plumbline.web.book.sessions import asked, reading

    with reading(open_book(folder)) as cursor:
        said = "SELECT body, \"case\" FROM book_entry WHERE line = 'trials' ORDER BY position DESC LIMIT 20"
        files = asked(cursor, said).rows()
    pages = [(EMPTY, "/alive"), ("cases", "/cases/"), ("cases of a line", "/cases/?line=trials"), ("due", "/due/")]
    pages += [("figures", "/figures/"), ("figure", "/figures/trials.docketed?period=2020"), ("home", "/")]
    cases = [f"/cases/trials/{quote(body)}/{quote(number)}" for body, number in files]
    return [page for case in cases for page in [*pages, ("case", case)]]


def filled(folder: Path, records: int) -> None:
    """Make a book of so many records."""
    from books import loaded
    from plumbline.web.book import open_book

    book = open_book(folder, create=True, url="")
    for first in range(0, records, 100_000):
        loaded(book, min(100_000, records - first), first=first)


def loaded_for(
    at: str, pid: int, pages: Sequence[tuple[str, str]], users: int, seconds: float
) -> tuple[list[User], int]:
    """Have users open pages for so long; return them, and the most that the server held."""
    stop, most = threading.Event(), 0
    everyone = [User(at, pages, 7 * n, stop) for n in range(users)]
    for user in everyone:
        user.sign_in("supervisor")
    for user in everyone:
        user.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(1)
        most = max(most, resident(pid))
    stop.set()
    for user in everyone:
        user.join(WAIT)
    return everyone, most


def report(everyone: Sequence[User], most: int) -> None:
    """Print what was found, and whether every bound was kept."""
    took: dict[str, list[float]] = defaultdict(list)
    faults: Counter[str] = Counter()
    for user in everyone:
        faults.update(user.faults)
        for name, found in user.took.items():
            took[name] += found
    empty = statistics.median(took[EMPTY])
    print(f"{'page':16} {'opened':>7}   p50, s   p95, s   p95 / p50 of {EMPTY}")
    slowest = max(_told(name, found, empty) for name, found in sorted(took.items()) if name in BOUND)
    for name, found in sorted(took.items()):
        if name not in BOUND:
            _told(name, found, empty)
    print(f"server at most {most / 2**30:.2f} GB; errors {sum(faults.values())}")
    for fault, times in faults.most_common(10):
        print(f"  {times} x {fault}")
    kept = not faults and most <= MEMORY and slowest <= RATIO
    print("every bound was kept" if kept else "a bound was broken")


def _told(name: str, found: list[float], empty: float) -> float:
    """Print how long a page took and return its 95th percentile, in medians of the empty page."""
    p50, p95 = statistics.median(found), statistics.quantiles(found, n=20)[-1] if len(found) > 1 else found[0]
    print(f"{name:16} {len(found):7} {p50:8.3f} {p95:8.3f} {p95 / empty:8.1f}")
    return p95 / empty


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=5)
    asked.add_argument("records", type=int, nargs="?", default=1_000_000)
    asked.add_argument("--users", type=int, default=50)
    asked.add_argument(
        "--book", type=Path, help="a book that is there, which is written to; default: one made for the run"
    )
    said = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="plumbline-load-") as aside:
        folder = said.book or Path(aside, "book")
        if not said.book:
            filled(folder, said.records)
        with serving(folder) as (at, pid):
            found = loaded_for(at, pid, pages_of(folder), said.users, 60 * said.minutes)
    report(*found)


if __name__ == "__main__":
    main()
