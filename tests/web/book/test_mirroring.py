"""The mirror holds what the book holds, by kind and position, and takes up only what is new."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from books import BY, COURT, MOMENT, docketed, kind, loaded
from plumbline.cli.mirrors import open_book as cli_open
from plumbline.figures.mirror import SUPERSEDED, opened
from plumbline.web.book import Book, load
from plumbline.web.book.appending import append, withdraw
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.correcting import corrected
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.opening import open_book
from plumbline.web.book.verifying import differences


def rows(book: Book, line: str, name: str = "") -> list[dict[str, object]]:
    held = opened(book.mirror)
    tables = [pq.read_table(book.mirror / s.path, partitioning=None) for s in held.of(line, name)]
    return [row for table in tables for row in table.to_pylist()]


def test_a_record_in_the_mirror_says_what_the_book_says(book: Book) -> None:
    frame = docketed(1).with_columns(at=pl.lit(time(9, 30, 5)))
    load(book, [(kind(), frame)], **BY)
    mirror(book)
    assert rows(book, "trials", "Docketed") == [
        {
            "position": 0, "case": "(2019)甘01刑初0号", "body": COURT, "on": date(2019, 1, 1), "at": "09:30:05",
            "moment": datetime(2019, 1, 1, 9, 30, 5), "recorded_at": MOMENT.astimezone(UTC), "entered_by": "录入甲",
            "approved_by": "审批乙", "supersedes": None, "person": None, "persons": 3, "offence": "故意\"伤\\害\"",
            "instance": "一审公诉", "procedure": "普通", "in_custody": False, "over_one_year": False,
            "over_three_years": False, "scope": "|涉黑|",
        }
    ]  # fmt: skip


def test_it_takes_up_what_is_new_and_what_supersedes_what(book: Book) -> None:
    loaded(book, 3)
    assert mirror(book).size == 3
    heard = pl.DataFrame({"case": ["x"], "body": [COURT], "on": [date(2019, 3, 1)], "at": [None]})
    load(book, [(kind("Heard"), heard)], **BY)
    append(book, [corrected(book, 1, ["persons=4"], MOMENT)], supersedes=1, **BY)
    withdraw(book, 2, reason="重复", on=date(2020, 1, 1), **BY)
    seal(book, MOMENT)
    held = mirror(book)
    assert (held.size, held.origin, list(held.roots)) == (6, book.origin, [6])
    assert [r["position"] for r in rows(book, "trials", "Docketed")] == [0, 1, 2, 4]
    assert [r["position"] for r in rows(book, "trials", "Heard")] == [3]
    assert rows(book, SUPERSEDED) == [{"position": 4, "supersedes": 1}, {"position": 5, "supersedes": 2}]
    assert mirror(book) == held


def _foreign(book: Book, tmp: Path) -> None:
    other = open_book(tmp / "other", create=True, url="")
    loaded(other, 9)
    mirror(other)
    shutil.rmtree(book.mirror)
    shutil.copytree(other.mirror, book.mirror)


DAMAGES: dict[str, Callable[[Book, Path], object]] = {
    "foreign": _foreign,
    "damaged head": lambda book, _: (book.mirror / "mirror.json").write_text("{"),
    "deleted": lambda book, _: next(book.mirror.glob("trials/*/*")).unlink(),
    "truncated": lambda book, _: os.truncate(next(book.mirror.glob("trials/*/*")), 99),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=list(DAMAGES))
def test_a_damaged_mirror_is_named_by_verify_and_made_anew_when_figures_are_read(
    book: Book,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Book, Path], object],
) -> None:
    monkeypatch.setenv("DATABASE_URL", book.url)
    loaded(book, 3)
    before = mirror(book)
    damage(book, tmp_path)
    assert list(differences(book))
    assert cli_open(book.folder, None, "en").mirror == before
    assert "; the mirror is made anew." in capsys.readouterr().err
    assert list(differences(book)) == []


def test_verify_hashes_the_files_of_the_mirror(book: Book) -> None:
    loaded(book, 3)
    mirror(book)
    path = next(book.mirror.glob("trials/*/*"))
    path.write_bytes(path.read_bytes()[:4] + b"\0" + path.read_bytes()[5:])
    assert [d.what.en for d in differences(book)] == [
        f"{path.relative_to(book.mirror)} of the mirror is not as it was written"
    ]
    mirror(book, anew=True)
    assert list(differences(book)) == []
