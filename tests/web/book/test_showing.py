"""book show: entries as a clerk reads them; prove and check-proof: what a proof file holds, and that nothing else passes."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from books import BY, COURT, MOMENT, docketed, kind
from plumbline.cli.commands import app
from plumbline.errors import Refused
from plumbline.web.book import Book, load, showing
from plumbline.web.book.appending import append, withdraw
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.correcting import corrected
from plumbline.web.book.erasing import erase

TOKEN = "p_" + "abcdefghijklmnopqrstuvwxyz"
CASE = "(2019)甘01刑初{}号"


def run(*words: object, lang: str = "en") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["book", *map(str, words), "--lang", lang], env={"DATABASE_URL": ""})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def lived(book: Book) -> Book:
    """Five entries of which 0 names a person, 1 is corrected (5), 2 withdrawn (6), 3 erased (7), 4 left alone."""
    import polars as pl

    named = pl.col("on").dt.day() == 1
    frame = docketed(5).with_columns(
        person=pl.when(named).then(pl.lit(TOKEN)), persons=pl.when(~named).then("persons").cast(pl.Int64)
    )
    load(book, [(kind(), frame)], **BY)
    append(book, [corrected(book, 1, ["人数=5"], MOMENT)], supersedes=1, **BY)
    withdraw(book, 2, reason="重复", on=MOMENT.date(), **BY)
    erase(book, 3, order="令1号", body="某中院", on=MOMENT.date(), **BY)
    return book


def test_what_befell_each_entry_is_known(book: Book) -> None:
    found = showing.at(lived(book), range(8))
    assert [one.entry["position"] for one in found] == list(range(8))
    befell = [(one.superseded_by, one.withdrawn_by, one.erased_by) for one in found]
    assert befell[:4] == [(None, None, None), (5, None, None), (None, 6, None), (None, None, 7)]
    assert befell[4:] == [(None, None, None)] * 4
    with pytest.raises(Refused, match="no position 8"):
        showing.at(book, [0, 8])


def test_a_case_is_all_that_was_ever_entered_of_it(book: Book) -> None:
    lived(book)
    assert [one.entry["position"] for one in showing.of_case(book, CASE.format(1))] == [1, 5]
    assert [one.entry["position"] for one in showing.of_case(book, CASE.format(2), COURT)] == [2, 6]
    with pytest.raises(Refused, match="the book has no case"):
        showing.of_case(book, CASE.format(1), "某区人民法院")


def test_it_reads_as_a_clerk_reads(lite: Book) -> None:
    lived(lite)
    status, text = run("show", 0, "--book", lite.folder, lang="zh")
    assert status == 0
    assert text.splitlines()[:4] == [
        "第 0 条  收案",
        f"  案号：{CASE.format(0)}",
        f"  单位：{COURT}",
        "  日期：2019-01-01",
    ]
    assert "  人员标识：p_abcd…\n" in text
    assert TOKEN not in text
    assert "  录入：录入甲；审批：审批乙；记录时间：2020-01-02 03:04:05 UTC\n" in text
    heads = [line for line in run("show", *range(1, 7), "--book", lite.folder)[1].splitlines() if line[:1] == "P"]
    assert heads == [
        "Position 1  Case docketed  [superseded by position 5]",
        "Position 2  Case docketed  [withdrawn by position 6]",
        "Position 3  Case docketed  [content erased by position 7]",
        "Position 4  Case docketed",
        "Position 5  Case docketed  [corrects position 1]",
        "Position 6  Record withdrawn  [withdraws position 2]",
    ]


def test_as_json_tokens_are_short_too_and_erased_fields_are_null(lite: Book) -> None:
    lived(lite)
    first, erased = json.loads(run("show", 0, 3, "--json", "--book", lite.folder)[1])
    assert (first["fields"]["person"], first["case"]) == ("p_abcd…", CASE.format(0))
    assert (erased["fields"], erased["erased_by"], len(erased["leaf"])) == (None, 7, 64)
    status, said = run("show", "--book", lite.folder)
    assert (status, said.count("\n")) == (2, 1)
    assert "it takes positions, or a case with --case" in said


def proof_file(book: Book, path: Path, *words: str) -> dict[str, Any]:
    seal(book, datetime(2021, 1, 1, tzinfo=UTC))
    status, text = run("prove", 0, *words, "--book", book.folder)
    assert status == 0
    path.write_text(text, encoding="utf-8")
    made: dict[str, Any] = json.loads(text)
    return made


def test_a_proof_says_by_hand_what_the_page_of_the_ledger_says(lite: Book, tmp_path: Path) -> None:
    made = proof_file(lived(lite), tmp_path / "proof.json", "--with-content")
    said = b"\0" + bytes.fromhex(made["salt"]) + made["content"].encode()
    here = sha256(said)
    assert here.hexdigest() == made["leaf"]
    for step in made["proof"]:  # position 0 is always on the left
        here = sha256(b"\1" + here.digest() + bytes.fromhex(step))
    import base64

    assert base64.b64encode(here.digest()).decode() == made["checkpoint"].split("\n")[2]
    assert json.loads(made["content"])["case"] == CASE.format(0)


def test_a_proof_is_checked_without_the_book(lite: Book, tmp_path: Path) -> None:
    path = tmp_path / "proof.json"
    made = proof_file(lived(lite), path, "--with-content")
    lite.folder.rename(tmp_path / "away")
    status, said = run("check-proof", path, "--key", made["verifier"])
    assert (status, said) == (
        0,
        f"{path}: it holds; position 0 is in the checkpoint of 8 entries, and says what is in the file.\n",
    )
    status, said = run("check-proof", path, lang="zh")
    assert status == 0
    assert f"公钥取自文件本身，请与账簿保管人核对：{made['verifier']}" in said


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        (lambda p: {"content": p["content"].replace("2019", "2018")}, 1, "the content does not give the leaf"),
        (lambda p: {"leaf": "00" * 32}, 1, "do not lead to the checkpoint's root"),
        (lambda p: {"position": 1}, 1, "do not lead to the checkpoint's root"),
        (lambda p: {"checkpoint": p["checkpoint"].replace("\n8\n", "\n9\n")}, 1, "the checkpoint does not hold"),
        (lambda p: {"proof": ["zz"]}, 2, "it is no proof"),
        (lambda p: {"salt": None}, 2, "it is no proof"),
        (lambda p: {"verifier": "x"}, 2, "it is no proof, or the key is none"),
    ],
)
def test_what_was_changed_does_not_hold(lite: Book, tmp_path: Path, change: Any, status: int, says: str) -> None:
    path = tmp_path / "proof.json"
    made = proof_file(lived(lite), path, "--with-content")
    path.write_text(json.dumps(made | change(made)), encoding="utf-8")
    found, said = run("check-proof", path)
    assert found == status, said
    assert says in said


def test_of_an_erased_entry_there_is_a_proof_but_no_content(lite: Book) -> None:
    seal(lived(lite), MOMENT)
    assert run("prove", 3, "--book", lite.folder)[0] == 0
    status, said = run("prove", 3, "--with-content", "--book", lite.folder)
    assert status == 2
    assert "Without --with-content it can still be proved" in said
