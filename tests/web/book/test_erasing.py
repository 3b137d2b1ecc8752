"""Erasing by order: the content is gone from every file, the proof of it stays, the order is on record."""

from pathlib import Path
from typing import Any

import pytest

from books import BY, MOMENT, docketed, kind, loaded
from plumbline.errors import Refused
from plumbline.figures.mirror import opened
from plumbline.web.book import Book, load
from plumbline.web.book.appending import entry
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.erasing import erase
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.proving import proof
from plumbline.web.book.verifying import differences

ORDER: Any = {"order": "(2020)甘01令3号", "body": "某市中级人民法院", "on": MOMENT.date(), **BY}
SECRET = "独一无二的罪名"


@pytest.fixture
def erased(book: Book) -> Book:
    """Four entries, sealed and mirrored, of which position 1 is then erased."""
    import polars as pl

    frame = docketed(4).with_columns(
        offence=pl.when(pl.col("on").dt.day() == 2).then(pl.lit(SECRET)).otherwise("offence")
    )
    load(book, [(kind(), frame)], **BY)
    seal(book, MOMENT)
    mirror(book)
    assert holding(book.folder) or book.url
    erase(book, 1, **ORDER)
    return book


def holding(folder: Path) -> list[str]:
    return [p.name for p in folder.rglob("*") if p.is_file() and SECRET.encode() in p.read_bytes()]


def test_the_content_is_gone_and_the_proof_stays(erased: Book) -> None:
    assert list(differences(erased)) == []
    was = entry(erased, 1)
    assert (was["payload"], was["salt"], was["fingerprint"], was["fields"]) == (None, b"", b"", None)
    assert len(proof(erased, 1)["proof"]) == 2
    order = entry(erased, 4)
    assert (order["case"], order["body"], order["erases"], order["fields"]) == (
        "(2020)甘01令3号", "某市中级人民法院", 1, {"position": 1}
    )  # fmt: skip


def test_no_file_of_the_book_holds_it_any_more(erased: Book) -> None:
    assert holding(erased.folder) == []
    held = opened(erased.mirror)
    assert [tuple(e) for e in held.erased] == [(1, "trials", "Docketed")]
    assert held.size == 5


def test_what_is_erased_cannot_be_erased_or_corrected_again(erased: Book) -> None:
    from plumbline.web.book.correcting import corrected

    for position, why in ((1, "erased by order"), (4, "no content to erase")):
        with pytest.raises(Refused, match=why):
            erase(erased, position, **ORDER)
    with pytest.raises(Refused, match="erased by order"):
        corrected(erased, 1, ["persons=1"], MOMENT)


def test_the_book_goes_on(erased: Book) -> None:
    assert loaded(erased, 2, first=50).first == 5
    seal(erased, MOMENT)
    assert list(differences(erased)) == []
