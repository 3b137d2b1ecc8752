"""plumbline load, end to end: files into a real book, whole or not at all, twice or once, and what it prints."""

import os
from datetime import date

import click
import polars as pl
import pytest
from click.testing import CliRunner

from plumbline import lines
from plumbline.cli.commands import app
from plumbline.web.book.firsts import firsts
from plumbline.web.book.opening import open_book
from plumbline.web.book.sessions import reading
from plumbline.web.book.sessions import size as entries
from registers import FERRY, HEADS, LANTERN, workbook

BY = ("--entered-by", "甲", "--approved-by", "乙")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with an empty book in it, to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    open_book("plumbline-book", create=True)
    return tmp_path


def load(*arguments, lang="en"):
    done = CliRunner().invoke(app, ["load", *map(str, arguments), *BY, "--lang", lang])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout + done.stderr.lstrip("\n")


def size():
    with reading(open_book("plumbline-book")) as cursor:
        return entries(cursor)


def test_a_file_is_loaded_once_however_often_it_comes(folder):
    path = workbook(folder / "trials.xlsx", {"收案": [HEADS, LANTERN, FERRY]})
    assert load("trials.xlsx", "--line", "trials") == (0, "trials.xlsx: 2 records loaded, positions 0 to 1\n")
    again = "trials.xlsx: 2 records, in the book already; nothing changed\n"
    assert load("trials.xlsx", "--line", "trials") == (0, again)
    workbook(path, {"收案": [HEADS, LANTERN, FERRY, ("3", "城关区人民法院", date(2020, 7, 1), 1, "盗窃罪")]})
    more = "trials.xlsx：录入 1 条记录，位置 2 至 2；另有 2 条已在账内\n"
    assert load("trials.xlsx", "--line", "trials", lang="zh") == (0, more)


def test_one_wrong_row_keeps_the_whole_file_out(folder):
    wrong = ("3", "城关区人民法院", "2020-13-01", 1, "盗窃罪")
    workbook(folder / "trials.xlsx", {"收案": [HEADS, LANTERN, wrong]})
    status, said = load("trials.xlsx", "--line", "trials")
    assert (status, size()) == (2, 0)
    assert said.splitlines() == [
        "trials.xlsx: 1 fault in 1 row; nothing of this file was loaded",
        "  sheet 收案, row 3, 日期: “2020-13-01” is not a day such as 2020-03-01, without a time. Correct the cell.",
        "  all of them marked in trials-refused.xlsx",
    ]


def test_of_several_files_each_stands_for_itself(folder):
    workbook(folder / "good.xlsx", {"收案": [HEADS, LANTERN]})
    workbook(folder / "bad.xlsx", {"收案": [HEADS, (*FERRY[:3], "许多", "诈骗罪")]})
    workbook(folder / "late.xlsx", {"收案": [HEADS, FERRY]})
    status, said = load("good.xlsx", "bad.xlsx", "late.xlsx", "--line", "trials")
    assert (status, size()) == (2, 2)
    assert "late.xlsx: 1 record loaded, positions 1 to 1" in said


def test_the_annotated_copy_is_corrected_and_loaded(folder):
    workbook(folder / "trials.xlsx", {"收案": [HEADS, ("=cmd|' /C calc'!A0", *LANTERN[1:3], "两", "盗窃罪")]})
    assert load("trials.xlsx", "--line", "trials")[0] == 2
    import fastexcel

    ((head, row),) = [pl.DataFrame(fastexcel.read_excel("trials-refused.xlsx").load_sheet(0, header_row=None)).rows()]
    assert head == (*HEADS, "未录入原因 why refused")
    assert row[:5] == ("=cmd|' /C calc'!A0", "城关区人民法院", "2020-01-22 00:00:00", "两", "盗窃罪")
    assert row[5] == "人数: “两” is not a whole number such as 12; Correct the cell"
    from zipfile import ZipFile

    with ZipFile("trials-refused.xlsx") as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")  # a text is never written as a formula
        assert "两".encode() in parts.read("xl/comments1.xml")
    workbook(folder / "mended.xlsx", {"收案": [head, (*row[:3], 2, *row[4:])]})
    assert load("mended.xlsx", "--line", "trials")[0] == 0


def test_days_and_counts_of_the_annotated_copy_stay_days_and_numbers(folder):
    heads = ("案号", "单位", "日期", "人数", "罪名")
    rows = [("007", *LANTERN[1:3], 12, "盗窃罪"), ("甲2", LANTERN[1], "某日", 3, "盗窃罪")]
    workbook(folder / "trials.xlsx", {"收案": [heads, *rows]})
    assert load("trials.xlsx", "--line", "trials")[0] == 2
    import fastexcel

    typed = fastexcel.read_excel("trials-refused.xlsx").load_sheet(0, n_rows=1)
    assert [c.dtype for c in typed.available_columns()[:4]] == ["string", "string", "datetime", "float"]
    assert typed.to_polars().row(0)[0] == "007"


def test_twenty_faults_are_shown_and_all_are_marked(folder):
    rows = [(str(i), *LANTERN[1:3], "许多", "盗窃罪") for i in range(30)]
    workbook(folder / "trials.xlsx", {"收案": [HEADS, *rows]})
    said = load("trials.xlsx", "--line", "trials")[1].splitlines()
    assert said[0] == "trials.xlsx: 30 faults in 30 rows; nothing of this file was loaded"
    assert len([line for line in said if "许多" in line]) == 20
    assert said[21] == "  and 10 more"


def test_the_book_is_asked_what_came_first(folder):
    heads = ("案号", "单位", "日期", "人数")
    workbook(folder / "a.xlsx", {"收案": [HEADS, ("1", "城关区人民法院", "2020-03-02", 1, "盗窃罪")]})
    workbook(folder / "b.xlsx", {"审结": [heads, ("1", "城关区人民法院", "2020-03-01", 1)]})
    assert load("a.xlsx", "--line", "trials")[0] == 0
    status, said = load("b.xlsx", "--line", "trials")
    assert status == 2
    assert "Trial concluded 2020-03-01 is before Case docketed 2020-03-02 of case 1. Correct one of the dates." in said


def test_a_beginning_may_not_come_after_the_end_that_is_in_the_book(folder):
    heads = ("案号", "单位", "日期", "人数")
    workbook(folder / "a.xlsx", {"审结": [heads, ("1", "城关区人民法院", "2020-03-01", 1)]})
    workbook(folder / "b.xlsx", {"收案": [HEADS, ("1", "城关区人民法院", "2020-03-02", 1, "盗窃罪")]})
    assert load("a.xlsx", "--line", "trials")[0] == 0
    status, said = load("b.xlsx", "--line", "trials")
    assert status == 2
    assert "Case docketed 2020-03-02 is after Trial concluded 2020-03-01 of case 1 in the book" in said


def test_firsts_are_by_the_fields_a_case_is_known_by(folder):
    heads = ("案号", "单位", "日期", "财物编号", "措施", "财物种类", "金额（元）")
    rows = [
        ("1", "城关分局", day, item, "冻结", "资金", "1.50") for day, item in (("2020-03-02", "a"), ("2020-03-01", "b"))
    ]
    workbook(folder / "a.xlsx", {"查封扣押冻结": [heads, *rows]})
    assert load("a.xlsx", "--line", "assets")[0] == 0
    found = firsts(open_book("plumbline-book"), lines.line("assets").kinds["Controlled"], pl.Series(["1", "2"]))
    assert sorted(found.select("item", "first").rows()) == [("a", date(2020, 3, 2)), ("b", date(2020, 3, 1))]


@pytest.mark.parametrize("line", lines.names())
def test_an_untouched_template_has_nothing_in_it(folder, line):
    status, said = load("--template", line, f"{line}.xlsx")
    assert (status, said) == (0, f"wrote {line}.xlsx\n")
    assert load(f"{line}.xlsx", "--line", line) == (
        0,
        f"{line}.xlsx: there is nothing in it; nothing was loaded\n",
    )
    assert size() == 0


@pytest.mark.parametrize("line", lines.names())
def test_the_examples_of_a_template_load_once_put_into_its_sheets(folder, line):
    import fastexcel

    load("--template", line, "empty.xlsx")
    book = fastexcel.read_excel("empty.xlsx")
    notes, *titles = book.sheet_names
    assert notes == "填写说明 How to fill in"
    filled = {}
    for title, head, _, _, example in pl.DataFrame(book.load_sheet(notes, dtypes="string")).fill_null("").rows():
        filled.setdefault(title, ([], []))
        filled[title][0].append(head)
        filled[title][1].append(example)
    assert sorted(filled) == sorted(titles)
    workbook(folder / "filled.xlsx", {t: [heads, row] for t, (heads, row) in filled.items() if any(row)})
    status, said = load("filled.xlsx", "--line", line)
    assert status == 0, said
    assert size() == sum(any(row) for _, row in filled.values()) > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("trials.xlsx",), "--line: the line of work is not named. Name the line with --line: "),
        (("trials.xlsx", "--line", "nothing"), "--line nothing: there is no such line of work"),
        (("trials.xlsx", "--line", "trials", "--kind", "收按"), "--kind 收按: there is no such kind of record"),
        (("trials.xlsx", "--map", "nothing"), "nothing: there is no such mapping"),
        (("none.xlsx", "--line", "trials"), "none.xlsx: there is no file at that path"),
        (("trials.xlsx", "--line", "trials", "--book", "elsewhere"), "elsewhere: there is no book here"),
    ],
)
def test_what_cannot_be_says_where_what_and_what_to_do(folder, arguments, said):
    workbook(folder / "trials.xlsx", {"收案": [HEADS, LANTERN]})
    status, printed = load(*arguments)
    assert status == 2
    assert said in printed
    assert size() == 0


def test_whoever_enters_and_whoever_approves_are_two(folder):
    workbook(folder / "trials.xlsx", {"收案": [HEADS, LANTERN]})
    arguments = ["load", "trials.xlsx", "--line", "trials", "--entered-by", "甲", "--approved-by", "甲", "--lang", "en"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 2
    assert "must be two persons" in done.output
    assert size() == 0


def test_the_help_is_in_both_languages():
    text = app.get_command(click.Context(app), "load").get_help(click.Context(app))
    assert "登记簿" in text
    assert "registers" in text


def test_an_input_in_a_folder_that_may_not_be_written_to_is_annotated_here(folder):
    (folder / "shut").mkdir()
    workbook(folder / "shut" / "trials.xlsx", {"收案": [HEADS, (*LANTERN[:3], "两", "盗窃罪")]})
    os.chmod(folder / "shut", 0o555)
    try:
        assert load("shut/trials.xlsx", "--line", "trials")[0] == 2
    finally:
        os.chmod(folder / "shut", 0o755)
    assert (folder / "trials-refused.xlsx").exists()
    assert not (folder / "shut" / "trials-refused.xlsx").exists()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "error: broken.xlsx: it is damaged or cut off. Fetch it again from where it came"),
        ("zh", "错误：broken.xlsx：文件已损坏或不完整。请从原处重新取得该文件"),
    ],
)
def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(folder, lang, said):
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04")
    workbook(folder / "good.xlsx", {"收案": [HEADS, LANTERN]})
    workbook(folder / "late.xlsx", {"收案": [HEADS, FERRY]})
    status, printed = load("none.xlsx", "good.xlsx", "broken.xlsx", "late.xlsx", "--line", "trials", lang=lang)
    assert (status, size()) == (2, 2)
    assert said in printed
    assert "none.xlsx" in printed


def test_a_marked_copy_that_is_being_corrected_is_not_written_over(folder):
    workbook(folder / "bad.xlsx", {"收案": [HEADS, (*LANTERN[:3], "两", "盗窃罪")]})
    (folder / "bad-refused.xlsx").write_bytes(b"half corrected")
    for n in (2, 3):
        assert f"all of them marked in bad-refused-{n}.xlsx" in load("bad.xlsx", "--line", "trials")[1]
    assert (folder / "bad-refused.xlsx").read_bytes() == b"half corrected"
    import fastexcel

    assert fastexcel.read_excel(folder / "bad-refused-3.xlsx").sheet_names == ["收案"]


def test_a_copy_that_cannot_be_written_does_not_keep_the_others_out(folder):
    workbook(folder / "bad.xlsx", {"收案": [HEADS, (*LANTERN[:3], "两", "盗窃罪")]})
    workbook(folder / "good.xlsx", {"收案": [HEADS, FERRY]})
    (folder / "bad-refused.xlsx").mkdir()
    status, printed = load("bad.xlsx", "good.xlsx", "--line", "trials")
    assert (status, size()) == (2, 1)
    assert "bad-refused.xlsx: " in printed


def test_a_huge_head_is_cut_where_it_is_named(folder):
    workbook(folder / "a.xlsx", {"收案": [(*HEADS, "三" * 30_000), (*LANTERN, 1)]})
    lines_said = load("a.xlsx", "--line", "trials")[1].splitlines()
    assert lines_said[1].startswith("  sheet 收案, row 1, " + "三" * 59 + "…: there is no such column: 三")
    assert max(map(len, lines_said)) < 300
