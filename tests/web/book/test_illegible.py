"""Content that is illegible, and a book cut short: named by position, never passed over nor called erased by order."""

import json
from datetime import date

import pytest
from click.testing import Result

from book_commands import TWO, refused, run
from books import BY, loaded, unguarded
from plumbline.errors import Damaged
from plumbline.web.book import Book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.erasing import erase
from plumbline.web.book.proving import proof


@pytest.fixture
def spoiled(lite: Book) -> Book:
    """Three entries sealed, then the second made illegible behind the book's back."""
    loaded(lite, 3)
    seal(lite, BY["recorded_at"])
    with unguarded(lite) as connection:
        connection.execute("UPDATE book_content SET payload = x'ff' WHERE position = 1")
    return lite


def shown(book: Book, *words: str, lang: str = "en") -> Result:
    return run(book.folder, "show", *words, lang=lang)


def test_showing_marks_it(spoiled: Book) -> None:
    said = shown(spoiled, "0", "1", lang="zh").stdout
    assert said.splitlines()[0] == "第 0 条  收案"
    assert "第 1 条  收案  [内容不见了或已不可读，请运行 plumbline book verify]" in said
    assert "erased" not in shown(spoiled, "1").stdout
    (one,) = json.loads(shown(spoiled, "1", "--json").stdout)
    assert (one["fields"], one["erased_by"]) == (None, None)


def test_what_is_erased_by_order_is_not_called_illegible(lite: Book) -> None:
    loaded(lite, 2)
    erase(lite, 1, order="令1号", body="某中院", on=date(2020, 1, 1), **BY)
    said = shown(lite, "1").stdout
    assert "erased by position 2" in said
    assert "illegible" not in said


def test_it_is_not_erased_by_order_unseen(spoiled: Book) -> None:
    with pytest.raises(Damaged, match="position 1 is missing or illegible"):
        erase(spoiled, 1, order="令1号", body="某中院", on=date(2020, 1, 1), **BY)


@pytest.mark.parametrize("position", [0, 2])
def test_a_book_cut_short_proves_nothing(lite: Book, position: int) -> None:
    loaded(lite, 3)
    seal(lite, BY["recorded_at"])
    assert proof(lite, position)["position"] == position
    with unguarded(lite) as connection:
        connection.execute("DELETE FROM book_content WHERE position = 2")
        connection.execute("DELETE FROM book_entry WHERE position = 2")
    with pytest.raises(Damaged, match="do not give the root of checkpoint 3"):
        proof(lite, position)
    assert "plumbline book verify" in refused(lite.folder, "prove", str(position))


@pytest.mark.parametrize(
    ("change", "why"),
    [("persons=abc", "不是整数"), ("日期=20200102", "不是“年-月-日”的日期"), ("日期=", "必须填写"),
     ("被告人在押=maybe", "应填 true（是）或 false（否）"), ("时刻=99", "不是“时:分:秒”的时刻")],
)  # fmt: skip
def test_a_value_refused_is_refused_in_chinese(lite: Book, change: str, why: str) -> None:
    loaded(lite, 1)
    said = refused(lite.folder, "correct", "0", "--set", change, *TWO, lang="zh")
    assert f"新值不合要求（{why}）" in said
