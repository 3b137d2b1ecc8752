"""What the tables refuse, whoever asks: through drivers that know nothing of Plumbline, with no settings made."""

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import adbc_driver_manager
import psycopg
import pytest

from books import MOMENT, loaded, raw, raw_adbc
from plumbline.web.book import Book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.verifying import differences

REFUSALS = (sqlite3.Error, psycopg.Error, adbc_driver_manager.Error)
ENTRY = (
    'INSERT INTO book_entry (position, line, kind, "case", body, "on", recorded_at, entered_by, approved_by, supersedes, '
    "erases, leaf) SELECT {position}, '{line}', '{kind}', \"case\", body, \"on\", recorded_at, '{entered}', '{approved}', "
    "{supersedes}, {erases}, leaf FROM book_entry WHERE position = 0"
)
PLAIN = {
    "position": 3,
    "line": "trials",
    "kind": "Docketed",
    "entered": "丙",
    "approved": "丁",
    "supersedes": "NULL",
    "erases": "NULL",
}
CONTENT = (
    "INSERT INTO book_content (position, payload, salt, fingerprint) "
    "SELECT {0}, payload, salt, fingerprint FROM book_content WHERE position = 0"
)
CHECKPOINT = (
    "INSERT INTO book_checkpoint (size, root, note, frontier) SELECT {0}, root, note, frontier FROM book_checkpoint"
)
BOTH = {
    "update": "UPDATE book_entry SET body = 'x' WHERE position = 1",
    "update of a key": "UPDATE book_entry SET position = 7 WHERE position = 2",
    "update of content": "UPDATE book_content SET payload = '{}'",
    "update of a checkpoint": "UPDATE book_checkpoint SET note = ''",
    "delete": "DELETE FROM book_entry WHERE position = 2",
    "delete all": "DELETE FROM book_entry",
    "delete content": "DELETE FROM book_content WHERE position = 2",
    "delete a checkpoint": "DELETE FROM book_checkpoint",
    "a position that is taken": ENTRY.format(**PLAIN | {"position": 1}),
    "a gap": ENTRY.format(**PLAIN | {"position": 4}),
    "a position below 0": ENTRY.format(**PLAIN | {"position": -1}),
    "no position": ENTRY.format(**PLAIN | {"position": "NULL"}),
    "one person": ENTRY.format(**PLAIN | {"approved": "丙"}),
    "nobody": ENTRY.format(**PLAIN | {"approved": ""}),
    "superseding what is not there": ENTRY.format(**PLAIN | {"supersedes": 9}),
    "superseding itself": ENTRY.format(**PLAIN | {"supersedes": 3}),
    "superseding another line": ENTRY.format(**PLAIN | {"line": "custody", "supersedes": 1}),
    "erasing from a line of work": ENTRY.format(**PLAIN | {"erases": 1}),
    "content twice": CONTENT.format(1),
    "content of no entry": CONTENT.format(3),
    "an earlier checkpoint": CHECKPOINT.format(2),
    "a checkpoint beyond the end": CHECKPOINT.format(9),
    "upsert": ENTRY.format(**PLAIN | {"position": 1}) + " ON CONFLICT (position) DO UPDATE SET body = 'x'",
    "insert or nothing": ENTRY.format(**PLAIN | {"position": 1}) + " ON CONFLICT DO NOTHING",
}
ONLY = {
    "sqlite": {
        "replace": ENTRY.format(**PLAIN | {"position": 1}).replace("INSERT", "INSERT OR REPLACE"),
        "replace by row number": ENTRY.format(**PLAIN | {"position": 1})
        .replace("INSERT", "REPLACE")
        .replace("position,", "rowid,", 1),
        "ignore": ENTRY.format(**PLAIN | {"position": 1}).replace("INSERT", "INSERT OR IGNORE"),
        "replace content": CONTENT.format(1).replace("INSERT", "REPLACE"),
        "update or replace": "UPDATE OR REPLACE book_entry SET position = 1 WHERE position = 2",
        "replace a checkpoint": "REPLACE INTO book_checkpoint SELECT * FROM book_checkpoint",
    },
    "postgresql": {
        "truncate": "TRUNCATE book_entry",
        "truncate content": "TRUNCATE book_content",
        "truncate all": "TRUNCATE book_checkpoint, book_content, book_entry CASCADE",
        "replayed": "SET session_replication_role = replica; DELETE FROM book_entry",
    },
}


@pytest.fixture
def sealed(book: Book) -> Book:
    """Three entries, sealed."""
    loaded(book, 3)
    seal(book, MOMENT)
    return book


def statements(book: Book) -> dict[str, str]:
    return BOTH | ONLY[book.vendor]


def contents(book: Book) -> list[Any]:
    with raw(book) as connection:
        return [
            connection.execute(f"SELECT * FROM book_{table} ORDER BY 1").fetchall()
            for table in ("entry", "content", "checkpoint")
        ]


def refused(run: Callable[[], object]) -> bool:
    try:
        run()
    except REFUSALS:
        return True
    return False


def test_a_driver_by_itself_can_change_nothing(sealed: Book) -> None:
    before = contents(sealed)
    for name, statement in statements(sealed).items():
        with raw(sealed) as connection:
            assert refused(partial(connection.execute, statement)), name
        assert contents(sealed) == before, name


def test_adbc_by_itself_can_change_nothing(sealed: Book) -> None:
    before = contents(sealed)
    for name, statement in statements(sealed).items():
        with raw_adbc(sealed) as cursor:
            assert refused(lambda: (cursor.execute(statement), cursor.fetchall())), name  # noqa: B023
        assert contents(sealed) == before, name


def test_replace_cannot_remove_what_supersedes_the_same_entry(lite: Book) -> None:
    loaded(lite, 3)
    with raw(lite) as connection:
        connection.execute(ENTRY.format(**PLAIN | {"supersedes": 1}))
        for word in ("INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT"):
            with pytest.raises(sqlite3.Error, match="supersedes what it may not"):
                connection.execute(ENTRY.format(**PLAIN | {"position": 4, "supersedes": 1}).replace("INSERT", word))
        assert connection.execute("SELECT count(*) FROM book_entry").fetchone() == (4,)


def test_switched_off_checks_do_not_let_one_person_do_both(lite: Book) -> None:
    loaded(lite, 3)
    with raw(lite) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        with pytest.raises(sqlite3.Error, match="one person"):
            connection.execute(ENTRY.format(**PLAIN | {"approved": "丙"}))


def test_what_the_next_position_allows_is_still_found_when_verifying(book: Book) -> None:
    loaded(book, 3)
    with raw(book) as connection:
        connection.execute(ENTRY.format(**PLAIN))
    found = list(differences(book))
    assert [(d.position, d.what.en) for d in found] == [(3, "its content is missing or illegible")]


def test_guards_that_are_gone_are_missed(book: Book) -> None:
    table = " ON book_entry" if book.url else ""
    with raw(book) as connection:
        connection.execute(f"DROP TRIGGER plumbline_entry_next{table}")
    assert "plumbline_entry_next" in next(differences(book)).what.en


@pytest.mark.parametrize("book", ["postgresql"], indirect=True)
def test_guards_switched_off_are_missed(book: Book) -> None:
    with raw(book) as connection:
        connection.execute("ALTER TABLE book_entry DISABLE TRIGGER plumbline_book_entry_grows")
    assert "plumbline_book_entry_grows" in next(differences(book)).what.en
