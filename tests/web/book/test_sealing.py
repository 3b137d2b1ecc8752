"""Checkpoints and proofs: what a seal covers can be shown to whoever has the seal and the key."""

import pytest

from books import MOMENT, loaded, raw
from plumbline.errors import Refused
from plumbline.ledger import includes, opened, root
from plumbline.ledger.proof_files import differs
from plumbline.web.book import Book
from plumbline.web.book.checkpoints import file_of, seal
from plumbline.web.book.proving import growth, proof


def leaves(book: Book) -> list[bytes]:
    with raw(book) as connection:
        return [
            bytes(leaf) for (leaf,) in connection.execute("SELECT leaf FROM book_entry ORDER BY position").fetchall()
        ]


def test_a_seal_covers_all_there_is_and_goes_on_from_the_last(book: Book) -> None:
    for first in (0, 5, 12):
        loaded(book, 7, first=first)
        note = seal(book, MOMENT)
        checkpoint = opened(note, book.keys.signing.public_key())
        row = leaves(book)
        assert (checkpoint.origin, checkpoint.size, checkpoint.root) == (book.origin, len(row), root(b"".join(row)))
        assert checkpoint.sealed == "2020-01-02T03:04:05Z"
        assert file_of(book, len(row)).read_text(encoding="utf-8") == note
    assert len(leaves(book)) == 19


def test_sealing_again_gives_the_same_seal_and_writes_a_file_that_is_gone(book: Book) -> None:
    loaded(book, 3)
    note = seal(book, MOMENT)
    file_of(book, 3).unlink()
    assert seal(book, MOMENT.replace(year=2021)) == note
    assert file_of(book, 3).read_text(encoding="utf-8") == note


def test_an_empty_book_is_not_sealed(book: Book) -> None:
    with pytest.raises(Refused, match="nothing in the book yet"):
        seal(book, MOMENT)


def test_each_entry_is_proven_under_the_first_checkpoint_that_covers_it(book: Book) -> None:
    for first in (0, 5):
        loaded(book, 5, first=first)
        seal(book, MOMENT)
    loaded(book, 1, first=99)
    row = leaves(book)
    for position in range(10):
        made = proof(book, position)
        checkpoint = opened(made["checkpoint"], book.keys.signing.public_key())
        assert checkpoint.size == (5 if position < 5 else 10)
        leaf, path = bytes.fromhex(made["leaf"]), [bytes.fromhex(step) for step in made["proof"]]
        assert leaf == row[position]
        assert includes(leaf, position, checkpoint.size, path, checkpoint.root)
    with pytest.raises(Refused, match="no checkpoint covers position 10"):
        proof(book, 10)


def test_a_checkpoint_is_proven_to_go_on_from_an_earlier_one(book: Book) -> None:
    for first in (0, 5, 12):
        loaded(book, 5, first=first)
        seal(book, MOMENT)
    for earlier, later in ((5, 10), (5, 15), (10, 15), (15, 15)):
        made = growth(book, earlier, later)
        assert differs(made, made["verifier"]) is None
    made = growth(book, 5, 15)
    turned = made | {"earlier": made["checkpoint"], "checkpoint": made["earlier"]}
    assert differs(turned, made["verifier"]) is not None
    assert differs(made | {"proof": made["proof"][:-1]}, made["verifier"]) is not None
    other = made["earlier"].replace("\n5\n", "\n6\n")
    assert differs(made | {"earlier": other}, made["verifier"]) is not None
    for sizes in ((5, 11), (10, 5)):
        with pytest.raises(Refused, match="no checkpoints of"):
            growth(book, *sizes)
