"""Verifying finds whatever is not as it was written, and says where."""

from collections.abc import Iterator
from typing import Any

import pytest

from books import BY, MOMENT, loaded, raw, unguarded
from plumbline.errors import Damaged
from plumbline.web.book import Book, open_book
from plumbline.web.book.appending import append
from plumbline.web.book.checkpoints import file_of, seal
from plumbline.web.book.correcting import corrected
from plumbline.web.book.verifying import differences
from plumbline.web.databases import FILE


@pytest.fixture
def sealed(book: Book) -> Book:
    """Four entries, the last superseding position 1, sealed at 2 and at 4."""
    loaded(book, 2)
    seal(book, MOMENT)
    loaded(book, 1, first=2)
    append(book, [corrected(book, 1, ["persons=4"], MOMENT)], supersedes=1, **BY)
    seal(book, MOMENT)
    return book


def test_a_sound_book_differs_in_nothing(sealed: Book) -> None:
    assert list(differences(sealed)) == []


STEPS = pytest.mark.parametrize("step", [7, pytest.param(1, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
"""Every seventh bit, which comes by each place in a byte; in the long tests every one."""


def flips(value: bytes, step: int) -> Iterator[bytes]:
    for at in range(len(value) * 8 - 1, -1, -step):
        changed = bytearray(value)
        changed[at // 8] ^= 1 << at % 8
        yield bytes(changed)


@STEPS
@pytest.mark.parametrize("column", ["content.salt", "content.payload", "content.fingerprint", "entry.leaf"])
def test_every_bit_of_an_entry_counts(lite: Book, column: str, step: int) -> None:
    loaded(lite, 1)
    every_bit(lite, column, step, "position = 0", lambda found: found.position == 0)


@STEPS
@pytest.mark.parametrize("column", ["checkpoint.root", "checkpoint.note", "checkpoint.frontier"])
def test_every_bit_of_a_checkpoint_counts(lite: Book, column: str, step: int) -> None:
    loaded(lite, 3)
    seal(lite, MOMENT)
    file_of(lite, 3).unlink()
    every_bit(lite, column, step, "size = 3", lambda found: "checkpoint 3" in found.what.en)


def every_bit(book: Book, column: str, step: int, where: str, right: Any) -> None:
    table, _, name = column.partition(".")
    with unguarded(book) as connection:
        (kept,) = connection.execute(f"SELECT {name} FROM book_{table} WHERE {where}").fetchone()
    text = isinstance(kept, str)
    for changed in flips(kept.encode() if text else kept, step):
        change(book, table, name, where, changed, text)
        found = next(differences(book), None)
        assert found, changed
        assert right(found), (found, changed)
    change(book, table, name, where, kept.encode() if text else kept, text)
    assert list(differences(book)) == []


def change(book: Book, table: str, name: str, where: str, value: bytes, text: bool) -> None:
    with unguarded(book) as connection:
        connection.execute(
            f"UPDATE book_{table} SET {name} = {'CAST(? AS TEXT)' if text else '?'} WHERE {where}", [value]
        )


CHANGES = {
    "line": "line = 'custody'",
    "kind": "kind = 'Heard'",
    "case": "\"case\" = 'x'",
    "body": "body = 'xx'",
    "on": "\"on\" = '2019-01-09'",
    "at": "\"at\" = '09:00:00'",
    "recorded_at": "recorded_at = '2020-01-02 03:04:05.000679+00'",
    "entered_by": "entered_by = 'x'",
    "approved_by": "approved_by = 'x'",
    "supersedes": "supersedes = 0",
    "erases": "erases = 0",
    "leaf": "leaf = salt FROM book_content c WHERE c.position = 0 AND book_entry.position = 2 --",
}


@pytest.mark.parametrize("column", CHANGES)
def test_no_column_of_an_entry_can_be_changed_unseen(sealed: Book, column: str) -> None:
    with unguarded(sealed) as connection:
        connection.execute(f"UPDATE book_entry SET {CHANGES[column]} WHERE position = 2")
    found = next(differences(sealed))
    assert found.position in ((0,) if column == "erases" else (2,)), found


def test_an_entry_taken_out_is_missed(sealed: Book) -> None:
    with unguarded(sealed) as connection:
        connection.execute("DELETE FROM book_content WHERE position = 1")
        connection.execute("DELETE FROM book_entry WHERE position = 1")
    assert next(differences(sealed)) == (1, ("这一条不见了", "this entry is missing"))


def test_a_book_cut_short_is_given_away_by_its_checkpoint_file(sealed: Book) -> None:
    with unguarded(sealed) as connection:
        connection.execute("DELETE FROM book_checkpoint WHERE size = 4")
        connection.execute("DELETE FROM book_content WHERE position > 1")
        connection.execute("DELETE FROM book_entry WHERE position > 1")
    (found,) = differences(sealed)
    assert found.what.en == "the book no longer has the checkpoint 000000000004.txt"


def test_a_changed_checkpoint_file_is_named(sealed: Book) -> None:
    path = file_of(sealed, 2)
    path.write_text(path.read_text(encoding="utf-8").replace("\n2\n", "\n3\n"), encoding="utf-8")
    (found,) = differences(sealed)
    assert found.what.en == "the checkpoint file 000000000002.txt was changed"


def test_sealing_does_not_go_on_from_a_checkpoint_that_was_changed(sealed: Book) -> None:
    with unguarded(sealed) as connection:
        connection.execute("UPDATE book_checkpoint SET frontier = root WHERE size = 4")
    loaded(sealed, 1, first=9)
    with unguarded(sealed) as connection:
        connection.execute("UPDATE book_checkpoint SET root = frontier WHERE size = 2")
        connection.execute(
            "UPDATE book_checkpoint SET root = (SELECT leaf FROM book_entry WHERE position = 0) WHERE size = 4"
        )
    with pytest.raises(Damaged, match="checkpoint at 4 is damaged"):
        seal(sealed, MOMENT)


def test_content_put_back_after_erasure_would_be_seen(sealed: Book) -> None:
    from books import COURT
    from plumbline.web.book.erasing import erase

    with raw(sealed) as connection:
        kept = connection.execute("SELECT * FROM book_content WHERE position = 0").fetchone()
    erase(sealed, 0, order="令1号", body=COURT, on=MOMENT.date(), **BY)
    mark = "%s" if sealed.url else "?"
    with unguarded(sealed) as connection:
        connection.execute(f"INSERT INTO book_content VALUES ({', '.join([mark] * 4)})", kept)
    assert next(differences(sealed)) == (0, ("内容本应已删除", "its content should be erased"))


def test_a_file_that_is_no_database_is_said_to_be_damaged(lite: Book) -> None:
    (lite.folder / FILE).write_bytes(b"not a database" * 100)
    with pytest.raises(Damaged, match="database file is damaged"):
        open_book(lite.folder, url="")
