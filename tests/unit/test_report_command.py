"""plumbline report: from a plan and a book's mirror to five files, or to an error and none."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html

from mirrors import written
from plumbline.claims import read as claims_of
from plumbline.cli.commands import app
from plumbline.documents import load
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.records.made_up import token
from plumbline.reports.shipped import plans, programmes

PLAN = """
period = "2020"
title = { zh = "审判简报", en = "Trials in brief" }
body = { zh = "示例组", en = "Example group" }
date = 2021-01-31
[[text]]
zh = "{period}，审判机关受理刑事案件{trials.docketed}{trials.docketed counting=persons}，审结{trials.concluded}。"
en = "In {period} the courts docketed {trials.docketed} cases."
"""
COURT = "城关区人民法院"
ROOT = "8yq0nKQmQ3hLwqL7mZ1m1b0cB8o1sVqk6p0n3o2v1xA="
ENDS = (".html", ".docx", ".pdf", "-records.html", "-records.csv")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of three cases docketed in 2020, one of two persons by token, one concluded; a fourth came in 2019."""
    folder = tmp_path_factory.mktemp("book")
    said = {"body": COURT, "offence": "盗窃罪"}
    records = [
        Docketed(case="甲0", on=date(2019, 12, 31), persons=9, **said),
        Docketed(case="甲1", on=date(2020, 1, 1), persons=3, **said),
        Docketed(case="甲2", on=date(2020, 5, 4), person=token(1), **said),
        Docketed(case="甲2", on=date(2020, 5, 4), person=token(2), **said),
        Docketed(case="甲3", on=date(2020, 12, 31), persons=1, **said),
        Concluded(case="甲1", body=COURT, on=date(2020, 6, 1), persons=3),
    ]
    written(folder / "mirror", records, roots={6: ROOT})
    return folder


def run(tmp_path: Path, book: Path, *more: str, plan: str = PLAN) -> Result:
    (tmp_path / "brief.toml").write_text(plan, encoding="utf-8")
    arguments = ["report", str(tmp_path / "brief.toml"), "--book", str(book), "--out", str(tmp_path / "out"), *more]
    return CliRunner().invoke(app, arguments, env={"LANG": "en_US.UTF-8"})


def files_of(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def test_a_plan_and_a_book_make_five_files(tmp_path: Path, book: Path) -> None:
    result = run(tmp_path, book)
    assert result.exit_code == 0, result.output
    assert files_of(tmp_path / "out") == sorted(f"brief{end}" for end in ENDS)
    page = html.fromstring((tmp_path / "out" / "brief.html").read_bytes())
    assert page.xpath("string(//div[@class='text']/p)") == "2020年，审判机关受理刑事案件3件6人，审结1件。"
    assert ROOT in page.get_element_by_id("r1").text_content()
    assert "逐人登记2人，按人数登记4人" in page.get_element_by_id("r2").text_content()


@pytest.mark.parametrize("end", [".html", ".docx", ".pdf"])
def test_a_report_checked_against_its_own_book_differs_nowhere(tmp_path: Path, book: Path, end: str) -> None:
    assert run(tmp_path, book).exit_code == 0
    checked = CliRunner().invoke(app, ["check", str(tmp_path / "out" / f"brief{end}"), "--book", str(book), "--json"])
    assert checked.exit_code == 0, checked.output
    found = json.loads(checked.stdout)
    assert [c["text"] for c in found["claims"] if c["kind"] == "quantity"] == ["3件", "6人", "1件"]
    assert {f["severity"] for f in found["findings"]} == {"ok"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_annex_is_left_unread_by_the_words_it_begins_with(tmp_path: Path, book: Path, lang: str) -> None:
    assert run(tmp_path, book, "--lang", lang).exit_code == 0
    name = "brief.docx" if lang == "zh" else "brief.en.docx"
    text = load(str(tmp_path / "out" / name)).text
    annex = text.index("\n附件\n" if lang == "zh" else "\nAnnex\n")
    assert max(c.end for c in claims_of(text).claims) <= annex < len(text) - 200


def test_records_are_listed_by_position_and_no_person_leaves_the_book(tmp_path: Path, book: Path) -> None:
    run(tmp_path, book)
    with (tmp_path / "out" / "brief-records.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["reading"] == "d1"]
    assert [(row["position"], row["case"], row["on"]) for row in rows] == [
        ("1", "甲1", "2020-01-01"), ("2", "甲2", "2020-05-04"), ("3", "甲2", "2020-05-04"), ("4", "甲3", "2020-12-31"),
    ]  # fmt: skip
    written_out = b"".join((tmp_path / "out" / f"brief{end}").read_bytes() for end in (".html", *ENDS[3:]))
    assert b"p_a" not in written_out


def test_a_report_can_be_read_as_of_an_earlier_size(tmp_path: Path, book: Path) -> None:
    assert run(tmp_path, book, "--as-of", "4").exit_code == 0
    page = html.fromstring((tmp_path / "out" / "brief.html").read_bytes())
    assert page.xpath("string(//div[@class='text']/p)") == "2020年，审判机关受理刑事案件2件5人，审结0件。"
    assert "总账前4条，尚未封账" in page.get_element_by_id("r1").text_content()


def test_in_english_the_files_are_named_so(tmp_path: Path, book: Path) -> None:
    assert run(tmp_path, book, "--lang", "en").exit_code == 0
    page = html.fromstring((tmp_path / "out" / "brief.en.html").read_bytes())
    assert page.xpath("string(//div[@class='text']/p)") == "In 2020 the courts docketed 3 cases."


def test_the_same_plan_and_checkpoint_give_the_same_files(tmp_path: Path, book: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        run(folder, book)
    for end in ENDS:
        assert (first / "out" / f"brief{end}").read_bytes() == (second / "out" / f"brief{end}").read_bytes(), end


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{trials.concluded}", "1件", "“1” in “，审结1件。” is a number that is no reading"),
        ("trials.concluded", "trials.conclude", "The nearest is “trials.concluded”"),
        ("审结{trials.concluded}", "审结近{trials.concluded}", "would be read as 近1件"),
    ],
)
def test_a_plan_at_fault_leaves_nothing_written(tmp_path: Path, book: Path, old: str, new: str, said: str) -> None:
    result = run(tmp_path, book, plan=PLAN.replace(old, new))
    assert result.exit_code == 2
    assert "brief.toml, text 1 (zh)" in result.output
    assert said in result.output
    assert files_of(tmp_path / "out") == []


def test_no_book_no_plan_and_too_few_entries_are_said_so(tmp_path: Path, book: Path) -> None:
    nowhere = run(tmp_path, tmp_path)
    assert (nowhere.exit_code, "there is no book here" in nowhere.output) == (2, True)
    few = run(tmp_path, book, "--as-of", "7")
    assert (few.exit_code, "the book has 6 entries" in few.output) == (2, True)
    none = CliRunner().invoke(app, ["report", "no-such-plan", "--book", str(book)])
    assert (none.exit_code, "criminal-justice-2020" in none.output) == (2, True)


def test_what_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path, book: Path) -> None:
    (tmp_path / "out" / "brief.pdf").mkdir(parents=True)
    result = run(tmp_path, book)
    assert result.exit_code == 2
    assert "cannot be written (Is a directory)" in result.output
    assert files_of(tmp_path / "out") == ["brief.pdf"]


def test_help_names_every_plan_and_programme_that_ships() -> None:
    said = CliRunner().invoke(app, ["report", "--help"]).output
    assert len(plans() + programmes()) >= 3
    assert all(name in said for name in plans() + programmes())
