"""Backup and restore: the drill, while the book is written to; what is damaged or in the way; a restore that is behind."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

import postgres
from books import MOMENT, loaded
from plumbline.errors import Broken, Damaged, Refused
from plumbline.web.backup.making import backup
from plumbline.web.backup.restoring import remember, restore
from plumbline.web.book import Book, open_book
from plumbline.web.book.checkpoints import file_of, seal
from plumbline.web.book.sessions import entries_in


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.cluster() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """Where a book is kept: "" for its own folder, else an empty database."""
    return postgres.fresh(request.getfixturevalue("server")) if request.param == "postgresql" else ""


def said(url: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """What the command line says, of books kept at an address."""
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env |= {"DATABASE_URL": url} if url else {}
    return subprocess.run(
        [sys.executable, "-m", "plumbline", *words, "--lang", "en"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )


def value(url: str, folder: Path) -> str:
    """A figure as the command line prints it."""
    found = said(url, "figures", "trials.docketed", "--period", "2019", "--book", str(folder), "--json")
    assert found.returncode == 0, found.stderr
    return found.stdout


def another(url: str) -> str:
    """An empty database beside another."""
    return postgres.fresh(url.rsplit("/", 1)[0]) if url else ""


def account(url: str, folder: Path) -> None:
    done = said(url, "account", "add", "clerk-01", "--role", "clerk", "--body", "城关区人民法院", "--book", str(folder))
    assert done.returncode == 0, done.stderr


def accounts(url: str, folder: Path) -> list[str]:
    if url:
        with psycopg.connect(url) as connection:
            return [name for (name,) in connection.execute("SELECT username FROM people_account")]
    with sqlite3.connect(folder / "console.sqlite3") as console:
        return [name for (name,) in console.execute("SELECT username FROM people_account")]


def test_the_drill(url: str, tmp_path: Path) -> None:
    book = open_book(tmp_path / "book", create=True, url=url)
    loaded(book, 40)
    note = seal(book, MOMENT)
    loaded(book, 5, first=40)
    account(url, book.folder)
    photo = book.folder / "photos" / "ab" / "abc.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a photo")
    before = value(url, book.folder)
    kept = tmp_path / "kept.tar.zst"
    assert said(url, "book", "backup", str(kept), "--book", str(book.folder)).returncode == 0
    assert kept.stat().st_mode & 0o077 == 0
    shutil.rmtree(book.folder)

    there, empty = tmp_path / "restored", another(url)
    done = said(empty, "book", "restore", str(kept), "--book", str(there))
    assert done.returncode == 0, done.stderr
    assert "restored 45 entries, all as written" in done.stdout
    assert said(empty, "book", "verify", "--book", str(there)).returncode == 0
    assert value(empty, there) == before
    assert accounts(empty, there) == ["clerk-01"]
    assert (there / "photos" / "ab" / "abc.jpg").read_bytes() == b"a photo"
    restored = open_book(there, url=empty)
    assert file_of(restored, 40).read_text(encoding="utf-8") == note
    loaded(restored, 3, first=45)
    assert "\n48\n" in seal(restored, MOMENT)
    account_again = said(empty, "account", "add", "clerk-02", "--role", "clerk", "--body", "某院", "--book", str(there))
    assert account_again.returncode == 0, account_again.stderr


def test_a_backup_under_writing_is_whole(url: str, tmp_path: Path) -> None:
    book = open_book(tmp_path / "book", create=True, url=url)
    loaded(book, 10)
    command = [sys.executable, "-c", WRITER, str(book.folder), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        writer.stdout.readline()
        for turn in range(4):
            backup(book, tmp_path / f"{turn}.tar.zst")
        assert writer.poll() is None
        writer.terminate()
    for turn in range(4):
        there, empty = tmp_path / f"restored-{turn}", another(url)
        done = said(empty, "book", "restore", str(tmp_path / f"{turn}.tar.zst"), "--book", str(there))
        assert done.returncode == 0, done.stderr
        restored = open_book(there, url=empty)
        assert (entries_in(restored) - 10) % 3 == 0
        seal(restored, MOMENT)


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from books import MOMENT, loaded
from plumbline.web.book import open_book
from plumbline.web.book.checkpoints import seal
book, first = open_book(Path(sys.argv[1]), url=sys.argv[2]), 10
while True:
    loaded(book, 3, first=first)
    seal(book, MOMENT)
    first += 3
    print(first, flush=True)
"""
"""Loads three records and seals them, again and again."""


@pytest.fixture
def three(tmp_path: Path) -> Book:
    book = open_book(tmp_path / "book", create=True, url="")
    loaded(book, 3)
    return book


@pytest.mark.parametrize("left", [0, 10, 0.5, 0.99])
def test_a_backup_cut_short_restores_nothing(three: Book, tmp_path: Path, left: float) -> None:
    kept, there = tmp_path / "kept.tar.zst", tmp_path / "restored"
    backup(three, kept)
    whole = kept.read_bytes()
    kept.write_bytes(whole[: int(left if left >= 1 or not left else left * len(whole))])
    with pytest.raises(Broken, match="no whole backup"):
        restore(kept, there, "")
    assert not there.exists()


def test_a_backup_with_a_changed_byte_restores_nothing_else(three: Book, tmp_path: Path) -> None:
    """A byte may lie where the archive says nothing; what is restored is then the same."""
    kept, there = tmp_path / "kept.tar.zst", tmp_path / "restored"
    backup(three, kept)
    whole, refused = bytearray(kept.read_bytes()), 0
    for at in range(100, len(whole), len(whole) // 7):
        (tmp_path / "changed").write_bytes(bytes([*whole[:at], whole[at] ^ 0x40, *whole[at + 1 :]]))
        try:
            restore(tmp_path / "changed", there, "")
        except Broken:
            refused += 1
        else:
            assert entries_in(open_book(there)) == entries_in(three)
            assert open_book(there).keys.fingerprint == three.keys.fingerprint
            shutil.rmtree(there)
    assert refused >= 5


def test_another_file_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("no backup", encoding="utf-8")
    with pytest.raises(Broken, match="no whole backup"):
        restore(tmp_path / "other", tmp_path / "restored", "")


def test_nothing_is_written_over(three: Book, tmp_path: Path) -> None:
    backup(three, tmp_path / "kept.tar.zst")
    with pytest.raises(Refused, match="something is there already"):
        restore(tmp_path / "kept.tar.zst", three.folder, "")


def test_a_database_with_entries_is_not_filled(server: str, tmp_path: Path) -> None:
    url = postgres.fresh(server)
    book = open_book(tmp_path / "book", create=True, url=url)
    loaded(book, 3)
    kept = tmp_path / "kept.tar.zst"
    backup(book, kept)
    done = said(url, "book", "restore", str(kept), "--book", str(tmp_path / "restored"))
    assert done.returncode == 2
    assert "this database has entries already. Name an empty database" in done.stderr
    assert not (tmp_path / "restored").exists()


def test_nobody_is_signed_in_to_a_restored_book(console: Book, client_of: Any, tmp_path: Path) -> None:
    client_of("clerk")
    backup(console, tmp_path / "kept.tar.zst")
    restored = restore(tmp_path / "kept.tar.zst", tmp_path / "restored", "")
    with sqlite3.connect(restored.folder / "console.sqlite3") as there:
        assert there.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
        assert there.execute("SELECT count(*) FROM people_account WHERE username = 'clerk'").fetchone() == (1,)


@pytest.fixture
def behind(three: Book, tmp_path: Path) -> tuple[Path, Path]:
    """A backup, and the checkpoint over two records that came after it."""
    backup(three, tmp_path / "kept.tar.zst")
    loaded(three, 2, first=3)
    seal(three, MOMENT)
    return tmp_path / "kept.tar.zst", file_of(three, 5)


@pytest.mark.parametrize("later", [0, 2, 4])
def test_a_restore_behind_its_last_checkpoint_signs_no_other_until_told(
    behind: tuple[Path, Path], tmp_path: Path, later: int
) -> None:
    kept, known = behind
    there = tmp_path / "restored"
    done = said("", "book", "restore", str(kept), "--book", str(there), "--checkpoints", str(known))
    assert done.returncode == 1
    assert "behind the checkpoint at 5" in done.stdout
    if later:
        loaded(open_book(there, url=""), later, first=50)
    refused = said("", "book", "checkpoint", "--book", str(there))
    assert refused.returncode == 2
    assert "is behind its checkpoint 000000000005.txt" in refused.stderr
    assert "--lost" in refused.stderr
    assert said("", "book", "verify", "--book", str(there)).returncode == 1
    told = said("", "book", "checkpoint", "--lost", "the disk failed", "--book", str(there))
    assert f"\n{3 + later}\n" in told.stdout, told.stderr
    assert said("", "book", "verify", "--book", str(there)).returncode == 0
    assert "the disk failed" in (there / "checkpoints" / "lost" / "reasons.jsonl").read_text(encoding="utf-8")


def test_a_restore_that_has_all_of_a_known_checkpoint_signs(three: Book, tmp_path: Path) -> None:
    backup(three, tmp_path / "kept.tar.zst")
    seal(three, MOMENT)
    restored = restore(tmp_path / "kept.tar.zst", tmp_path / "restored", "")
    assert remember(restored, [file_of(three, 3)]) == 3
    assert "\n3\n" in seal(restored, MOMENT)


def test_a_checkpoint_of_another_book_is_refused(three: Book, tmp_path: Path) -> None:
    other = open_book(tmp_path / "other", create=True, url="")
    loaded(other, 3)
    seal(other, MOMENT)
    with pytest.raises(Refused, match="no checkpoint signed by this book"):
        remember(three, [file_of(other, 3)])


def test_a_book_that_is_behind_nothing_writes_nothing_off(three: Book) -> None:
    with pytest.raises(Refused, match="behind no checkpoint"):
        seal(three, MOMENT, lost="no reason")


def test_other_entries_in_the_place_of_those_lost_do_not_pass(behind: tuple[Path, Path], tmp_path: Path) -> None:
    restored = restore(behind[0], tmp_path / "restored", "")
    remember(restored, [behind[1]])
    loaded(restored, 2, first=3)
    with pytest.raises(Damaged, match="entries up to 5 are gone"):
        seal(restored, MOMENT)
