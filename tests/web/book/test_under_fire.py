"""Killed, crowded or out of room: the book holds whole files, whatever it acknowledged, and nothing else."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from books import loaded, raw
from plumbline.errors import Busy, Full
from plumbline.figures.mirror import HEAD, opened
from plumbline.web.book import Book
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.verifying import differences

TESTS = Path(__file__).resolve().parents[2]
ROWS = 1500
KINDS = ("load", "seal", "mirror")


def start(
    book: Book, prefix: str, times: int = 0, kinds: Sequence[str] = KINDS, rows: int = ROWS
) -> "subprocess.Popen[str]":
    words = [str(book.folder), book.url, prefix, str(rows), str(times), *kinds]
    process = subprocess.Popen(
        [sys.executable, "-m", "bookwork", *words], stdout=subprocess.PIPE, text=True, cwd=TESTS, env=os.environ
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def killed(book: Book, prefix: str, chance: random.Random) -> list[list[str]]:
    """Let a process finish a few jobs, kill it in the midst of another, and return what it had acknowledged.

    The moment is a random part of the time that a job just took, so that it falls into the work on any machine.
    """
    process = start(book, prefix)
    assert process.stdout
    said, took = "", 0.5
    for _ in range(chance.randrange(7)):
        began = time.monotonic()
        said += process.stdout.readline()
        took = time.monotonic() - began
    time.sleep(chance.uniform(0, took))
    process.send_signal(signal.SIGKILL)
    said += process.communicate()[0]
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def files(book: Book) -> Counter[str]:
    """How many records there are of each file."""
    with raw(book) as connection:
        rows = connection.execute('SELECT "case" FROM book_entry').fetchall()
    return Counter(case.rpartition("-")[0] + "-" for (case,) in rows)


def sealed(book: Book) -> set[str]:
    with raw(book) as connection:
        return {str(size) for (size,) in connection.execute("SELECT size FROM book_checkpoint").fetchall()}


def survive(book: Book, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged: list[list[str]] = []
    for n in range(rounds):
        acknowledged += killed(book, f"r{n}f", chance)
        assert set(files(book).values()) <= {ROWS}
        assert list(differences(book)) == []
        assert {name for kind, name in acknowledged if kind == "load"} <= set(files(book))
        assert {size for kind, size in acknowledged if kind == "seal"} <= sealed(book)
        mirrored(book, max((int(size) for kind, size in acknowledged if kind == "mirror"), default=0))
    assert {kind for kind, _ in acknowledged} == set(KINDS), "this seed kills before each kind of work was done once"


def mirrored(book: Book, least: int) -> None:
    """The mirror can be read as the kill left it, has what was acknowledged, and is whole after the next time."""
    if least:
        assert (book.mirror / HEAD).exists()
    before = opened(book.mirror) if (book.mirror / HEAD).exists() else None
    assert (before.size if before else 0) >= least
    for held in filter(None, (before, mirror(book))):
        tables = [pq.read_table(book.mirror / s.path, partitioning=None) for s in held.of("trials", "Docketed")]
        positions = [p for t in tables for p in t["position"].to_pylist()]
        assert positions == list(range(held.size))


def test_killed_at_any_moment_it_holds_whole_files(book: Book) -> None:
    survive(book, 4, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("book", ["sqlite"], indirect=True)
def test_killed_two_hundred_times_on_sqlite(book: Book) -> None:
    survive(book, 200, seed=2)


@pytest.mark.soak
@pytest.mark.parametrize("book", ["postgresql"], indirect=True)
def test_killed_thirty_times_on_postgresql(book: Book) -> None:
    survive(book, 30, seed=3)


def test_two_loaders_at_once_take_turns(book: Book) -> None:
    processes = [start(book, prefix, times=4, kinds=("load",)) for prefix in "ab"]
    for process in processes:
        said, _ = process.communicate(timeout=100)
        assert process.returncode == 0
        assert said.count("load") == 4
    assert files(book) == {f"{prefix}{n}-": ROWS for prefix in "ab" for n in range(4)}
    assert list(differences(book)) == []


def test_who_waits_too_long_for_a_turn_is_told_so(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    from plumbline.web.book import dialects, sessions

    impatient = {
        name: d._replace(
            settings=tuple(s.replace("60000", "200") for s in d.settings),
            turn=tuple(t.replace("60s", "200ms") for t in d.turn),
        )
        for name, d in dialects.DIALECTS.items()
    }
    monkeypatch.setattr(sessions, "DIALECTS", impatient)
    with sessions.writing(book), pytest.raises(Busy, match="another program is writing"):
        loaded(book, 1)
    assert loaded(book, 1).added == 1


def test_a_full_disk_leaves_the_book_as_it_was(lite: Book) -> None:
    loaded(lite, 10, "before-")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        with pytest.raises(Full, match="the disk is full or cannot be written to"):
            loaded(lite, 20_000, "after-")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(lite) == {"before-": 10}
    assert list(differences(lite)) == []
    assert loaded(lite, 20, "after-").first == 10
