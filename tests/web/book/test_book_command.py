"""The command line of the book, as a user meets it, in Chinese and in English."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from book_commands import TWO, run
from books import loaded, unguarded
from plumbline.cli.commands import app
from plumbline.web.book import Book, open_book


def said(book: Path, *words: str, lang: str = "en") -> str:
    made = run(book, *words, lang=lang)
    assert (made.exit_code, made.stderr) == (0, "")
    return made.stdout


@pytest.fixture
def three(tmp_path: Path) -> Book:
    """A book that the command made, with three entries."""
    assert "the book is ready" in said(tmp_path / "book", "init")
    book = open_book(tmp_path / "book", url="")
    loaded(book, 3)
    return book


def test_from_sealing_to_a_proof(three: Book) -> None:
    note = said(three.folder, "checkpoint")
    assert re.fullmatch(rf"{three.origin}\n3\n[\w+/]+=\nsealed \S+Z\n\n— {three.origin} [\w+/]+=*\n", note)
    assert said(three.folder, "mirror", lang="zh") == "镜像已到 3 条。\n"
    made = json.loads(said(three.folder, "prove", "2"))
    assert (made["position"], made["checkpoint"], len(made["proof"])) == (2, note, 1)
    status = said(three.folder, "status", lang="zh")
    assert "数据库：SQLite\n条目：3\n依令删除：0\n最近封账：3 · " in status
    assert "镜像：3\n" in status
    assert said(three.folder, "verify") == "all 3 entries are as they were written.\n"


def test_that_the_book_has_only_grown_since_a_checkpoint(three: Book, tmp_path: Path) -> None:
    earlier = said(three.folder, "checkpoint")
    said(three.folder, "correct", "1", "--set", "人数=5", *TWO)
    later = said(three.folder, "checkpoint")
    made = json.loads(said(three.folder, "prove", "--since", "3"))
    assert (made["earlier"], made["checkpoint"]) == (earlier, later)
    file = tmp_path / "growth.json"
    for proof, holds in ((made["proof"], 0), (made["proof"][::-1], 1)):
        file.write_text(json.dumps(made | {"proof": proof}), encoding="utf-8")
        assert CliRunner().invoke(app, ["book", "check-proof", str(file)]).exit_code == holds


def test_correcting_withdrawing_and_erasing(three: Book) -> None:
    assert said(three.folder, "correct", "1", "--set", "人数=5", *TWO) == "position 3 supersedes position 1.\n"
    assert (
        said(three.folder, "correct", "2", "--withdraw", "重复", *TWO, lang="zh") == "第 2 条已撤回（记为第 4 条）。\n"
    )
    order = ("--order", "令1号", "--order-by", "某中院", "--order-on", "2020-01-02")
    refused = run(three.folder, "erase", "0", *order, *TWO)
    assert refused.exit_code == 2
    assert "nothing was erased. Look at it, then add --yes." in refused.stderr
    shown = said(three.folder, "erase", "0", *order, *TWO, "--yes")
    assert shown.startswith("Position 0  Case docketed\n  case: (2019)甘01刑初0号\n")
    assert "What stays in the book: line, kind, case, body, day and time" in shown
    assert shown.endswith("\nthe content of position 0 is erased.\n")
    assert said(three.folder, "verify", lang="zh") == "6 条全部相符。\n"


def test_verify_says_where_it_differs_and_ends_with_1(three: Book) -> None:
    with unguarded(three) as connection:
        connection.execute("UPDATE book_entry SET body = '某区人民法院' WHERE position = 1")
    made = run(three.folder, "verify")
    assert (made.exit_code, made.stdout) == (1, "position 1: its columns do not say what its content says.\n")
    assert run(three.folder, "verify", lang="zh").stdout == "第 1 条：各栏与内容不符。\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("prove",), "either an entry or a checkpoint is proved"),
        (("prove", "1", "--since", "1"), "either an entry or a checkpoint is proved"),
        (("prove", "--since", "2"), "There are checkpoints of: none."),
        (("prove", "1"), "no checkpoint covers position 1. Run plumbline book checkpoint first."),
        (("correct", "1", "--set", "persons=x", *TWO), "the new value is not valid"),
        (("correct", "1", *TWO), "nothing to correct"),
        (
            ("correct", "7", "--set", "persons=1", *TWO),
            "there is no position 7. Check the position; they count from 0.",
        ),
        (("correct", "1", "--set", "persons=1", "--entered-by", "甲", "--approved-by", "甲"), "must be two persons"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_ends_with_2(three: Book, words: tuple[str, ...], message: str) -> None:
    made = run(three.folder, *words)
    assert (made.exit_code, made.stdout) == (2, "")
    assert message in made.stderr
    assert made.stderr.count("\n") == 1


def test_without_a_book_it_says_what_to_run(tmp_path: Path) -> None:
    made = run(tmp_path / "none", "status", lang="zh")
    assert made.exit_code == 2
    assert made.stderr.endswith("这里没有账簿。请先运行 plumbline book init，或用 --book 指明文件夹。\n")
