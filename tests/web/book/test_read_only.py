"""A book in a folder that may only be read: shown, verified, read by figures; written to, it says what it needs."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

from book_commands import COMMAND
from books import MOMENT, loaded
from plumbline.errors import Busy
from plumbline.web import databases
from plumbline.web.book import Book, open_book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.sessions import reading, size
from plumbline.web.databases import FILE

NOBODY = 65534
SETPRIV = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
AS_READER = SETPRIV if os.getuid() == 0 else ()


@pytest.fixture
def closed() -> Iterator[Book]:
    """A book with three entries, sealed and mirrored, in a folder nobody may write to; the keys are the reader's."""
    if AS_READER and (
        not which("setpriv") or subprocess.run([*AS_READER, COMMAND, "--version"], check=False).returncode
    ):
        pytest.skip("root can read and write everywhere, and cannot run this as somebody else")
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)  # pytest's own folders are open to nobody else
        book = open_book(Path(place, "book"), create=True, url="")
        loaded(book, 3)
        seal(book, MOMENT)
        mirror(book)
        if os.getuid() == 0:
            for path in (book.folder / "keys", *(book.folder / "keys").iterdir()):
                os.chown(path, NOBODY, NOBODY)
        book.folder.chmod(0o555)
        yield book
        book.folder.chmod(0o755)


def read(book: Book, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command as somebody who is not root, for whom no folder is closed."""
    return subprocess.run(
        [*AS_READER, COMMAND, *words, "--book", book.folder, "--lang", "en"],
        capture_output=True, text=True, check=False, timeout=100, cwd="/",
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("book", "verify"), "all 3 entries are as they were written."),
        (("book", "show", "1"), "Position 1  Case docketed"),
        (("book", "status"), "2020-01-02T03:04:05Z"),
        (("book", "prove", "1"), '"position": 1'),
        (("figures", "trials.docketed", "--period", "2019", "--csv"), "trials.docketed"),
    ],
)
def test_it_can_be_read(closed: Book, words: tuple[str, ...], said: str) -> None:
    made = read(closed, *words)
    assert (made.returncode, made.stderr) == (0, "")
    assert said in made.stdout


def test_it_is_not_written_to(closed: Book) -> None:
    made = read(closed, "book", "correct", "1", "--withdraw", "重复", "--entered-by", "甲", "--approved-by", "乙")
    assert made.returncode == 2
    assert "cannot be written to. Run this as the book's owner" in made.stderr
    assert made.stderr.count("\n") == 1


def test_keys_of_somebody_else_are_named(closed: Book) -> None:
    (closed.folder / "keys" / "signing").chmod(0)
    made = read(closed, "book", "verify")
    assert made.returncode == 2
    assert "keys/signing: this key of the book cannot be read" in made.stderr
    assert "Run this as the book's owner" in made.stderr


def test_written_to_meanwhile_it_is_not_believed(lite: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(lite, 3)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anywhere
    assert databases.address(lite.folder).endswith("?immutable=1")
    with pytest.raises(Busy, match="while it was read"):
        _written_while_read(lite)
    (lite.folder / f"{FILE}-wal").write_bytes(b"log")
    assert not databases.stands_still(lite.folder)


def _written_while_read(book: Book) -> None:
    with reading(book) as cursor:
        assert size(cursor) == 3
        os.utime(book.folder / FILE, (0, 0))
