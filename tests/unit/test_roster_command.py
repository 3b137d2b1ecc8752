"""plumbline roster and plumbline place: what they print, write and refuse, as people would meet it."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

import mirrors
from plumbline.cli.commands import app
from plumbline.lines.arrivals.records import Arrived, Placed, SiteOpened
from plumbline.sheets.reading import read

RULES = """
[rules]
from = 2020-02-03
to = 2020-02-03
rest_hours = 12
[[shifts]]
code = "白班"
begins = "08:00"
ends = "20:00"
[[shifts]]
code = "夜班"
begins = "20:00"
ends = "08:00"
night = true
"""
NIGHTS = RULES.replace("rest_hours = 12", "nights_in_a_row = 1").replace("night = true", "")
POSTS = """
[[posts]]
post = "铁桥"
shift = "白班"
strength = 4
[[posts]]
post = "铁桥"
shift = "夜班"
strength = 3
"""
UNITS = """
[[units]]
unit = "一队"
available = 4
"""


def run(*words: str | Path, lang: str = "en") -> Result:
    return CliRunner().invoke(app, [*map(str, words), "--lang", lang], env={"COLUMNS": "200"})


def asked(folder: Path, words: str) -> Path:
    path = folder / "guard.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_the_roster_names_who_stands_where_and_which_rule_binds(tmp_path: Path) -> None:
    """One unit of four; by day four are wanted, by night three: it must rest, so the night is left, three lacking."""
    found = run("roster", asked(tmp_path, RULES + POSTS + UNITS))
    assert found.exit_code == 1, found.output
    assert "一队 4" in found.output
    assert "7 required, 3 lacking." in found.output
    assert "rest between shifts (without it 0 lacking)" in found.output
    assert "Without the rule on rest between shifts, 0 would lack in all." in found.output
    assert "两班之间的休息（放宽则缺 0）" in run("roster", asked(tmp_path, RULES + POSTS + UNITS), lang="zh").output


def test_a_roster_without_gaps_ends_well_and_can_be_written(tmp_path: Path) -> None:
    more = UNITS + UNITS.replace("一队", "二队")
    out = tmp_path / "roster.xlsx"
    found = run("roster", asked(tmp_path, RULES + POSTS + more), "--json", "--out", out)
    assert found.exit_code == 0, found.output
    said = json.loads(found.output)
    assert (said["required"], said["lacking"], said["proved"], said["short"]) == (7, 0, True, [])
    assert [sum(each["sent"].values()) for each in said["roster"]] == [4, 3]
    (sheet, *_) = read(out)
    assert sheet.heads == ("day", "shift", "post", "required", "sent", "lacking")
    assert sheet.cells.row(0)[:4] == ("2020-02-03", "白班", "铁桥", "4")


def test_a_workbook_says_the_same_as_a_toml(tmp_path: Path) -> None:
    sheets = {
        "规则": [("起", "止", "休息小时"), ("2020-02-03", "2020-02-03", 12)],
        "班次": [("班次", "开始", "结束", "夜班"), ("白班", "08:00", "20:00", "否"), ("夜班", "20:00", "08:00", "是")],
        "岗位": [("岗位", "班次", "人数"), ("铁桥", "白班", 4), ("铁桥", "夜班", 3)],
        "单位": [("单位", "可用人数"), ("一队", 4)],
    }
    path = tmp_path / "guard.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    told = json.loads(run("roster", asked(tmp_path, RULES + POSTS + UNITS), "--json").output)
    assert json.loads(run("roster", path, "--json").output) == told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (RULES + POSTS, "has nothing in its table units (单位). Add it; its columns are unit, available, duties, from, to."),
        (RULES + POSTS + UNITS.replace("4", '"四"'), "[[units]] #1 available: “四” cannot be read: a whole number"),
        (RULES + POSTS + UNITS.replace("4", "-4"), "[[units]] #1 available: “-4” cannot be read"),
        (RULES + POSTS.replace('"夜班"', '"夜斑"') + UNITS, "[[posts]] #2: there is no shift “夜斑”. The nearest is “夜班”."),
        (RULES + POSTS + UNITS.replace("available", "number"), "[[units]] #1 number: “number” is not known here."),
        (RULES + POSTS + POSTS + UNITS, "[[posts]] #3: post “铁桥” is told twice for 2020-02-03. Make them one row."),
        (RULES.replace("to = 2020-02-03", "to = 2020-06-03") + POSTS + UNITS, "should be 1 to 62 days and is 122."),
        (NIGHTS + POSTS + UNITS, "[rules]: nights in a row are limited and no shift is marked a night"),
        (RULES + POSTS + UNITS + "[[unit]]\nunit = 1\n", "[unit]: “unit” is not known here. The nearest is “units”"),
        ("[rules\n", "it is not valid TOML"),
        (f"rules = {'[' * 9_999}\n", "it has brackets nested too deeply"),
        (RULES + POSTS + UNITS.replace('"一队"', "{ a = 1 }"), "[[units]] #1 unit: a value is wanted here, not a table."),
        (RULES + POSTS + UNITS.replace('"一队"', '"  "'), "[[units]] #1 unit: unit (单位) is missing."),
        ("units = [1]\n", "[[units]] #1: a table is wanted here. Write it under [[units]]."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_named_with_its_row_and_key(tmp_path: Path, words: str, said: str) -> None:
    found = run("roster", asked(tmp_path, words))
    assert found.exit_code == 2
    assert said in found.output
    assert "guard.toml" in found.output


@pytest.mark.parametrize(("command", "key"), [("roster", "roster"), ("place", "placed")])
def test_the_example_printed_is_one_that_works(tmp_path: Path, command: str, key: str) -> None:
    shown = run(command, "--example")
    assert shown.exit_code == 0
    assert json.loads(run(command, asked(tmp_path, shown.output), "--json").output)[key]


def test_help_teaches_in_both_languages() -> None:
    for command in ("roster", "place"):
        found = run(command, "--help")
        assert "结束状态 / Exit status" in found.output
        assert f"plumbline {command} --example" in found.output


def csvs(folder: Path, batches: str, sites: str) -> tuple[str | Path, ...]:
    (folder / "b.csv").write_text(batches, encoding="utf-8")
    (folder / "s.csv").write_text(sites, encoding="utf-8")
    return "--batches", folder / "b.csv", "--sites", folder / "s.csv"


BATCHES = "批次,人数,入住,离开\n1批,70,2020-03-01,2020-03-14\n2批,60,2020-03-14,2020-03-28\n"


def test_a_placing_from_two_csvs_and_why_somebody_has_no_place(tmp_path: Path) -> None:
    """On the 14th both batches are there: 130 persons, 100 places."""
    words = csvs(tmp_path, BATCHES, "留观点,可容纳人数\n点1,100\n")
    found = run("place", *words)
    assert found.exit_code == 1, found.output
    assert "130 persons, 30 without a place." in found.output
    assert "On 2020-03-14 130 are to stay and the sites open hold 100." in found.output
    assert "capacity (without it 0 left); places freed only the next day" in found.output
    assert run("place", *words, "--same-day").exit_code == 0


def test_a_placing_can_be_written_as_csv(tmp_path: Path) -> None:
    out = tmp_path / "placed.csv"
    words = csvs(tmp_path, BATCHES, "site,capacity\n点1,70\n点2,60\n")
    assert run("place", *words, "--out", out).exit_code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = [row[:3] for row in csv.reader(file)]
    assert rows == [["batch", "site", "persons"], ["1批", "点1", "70"], ["2批", "点2", "60"]]


@pytest.mark.parametrize(
    ("batches", "sites", "said"),
    [
        (BATCHES.replace("70", "七十"), "留观点,可容纳人数\n点1,9\n", "b.csv b!B2: “七十” cannot be read"),
        (BATCHES.replace("2批", "1批"), "留观点,可容纳人数\n点1,9\n", "b.csv b!3: “1批” is told twice"),
        (BATCHES.replace("03-28", "03-08"), "留观点,可容纳人数\n点1,9\n", "b.csv b!3: 2020-03-08 is before 2020-03-14"),
        (BATCHES, "留观点,容量\n点1,9\n", "s.csv s!B1: “容量” is not known here. The nearest is"),
        (BATCHES, "留观点,site,可容纳人数\n点1,点2,9\n", "s.csv s!B1: the column “site” is there twice"),
        (BATCHES, "留观点\n点1\n", "s.csv s!1: there is no column capacity (可容纳人数). It needs site, capacity,"),
        (BATCHES, "留观点,可容纳人数\n点1,\n", "s.csv s!B2: capacity (可容纳人数) is missing. Fill it in."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_csv_is_named_with_its_cell(tmp_path: Path, batches: str, sites: str, said: str) -> None:
    found = run("place", *csvs(tmp_path, batches, sites))
    assert found.exit_code == 2
    assert said in found.output


def test_it_says_what_it_wants_where_it_is_told_too_little(tmp_path: Path) -> None:
    assert "it is not told where batches and sites are" in run("place").output
    assert "Add both, such as --on 2020-12-30 --days 14" in run("place", "--book", tmp_path).output
    assert "plumbline roster --example shows one" in run("roster").output
    assert "Use .xlsx, .csv or .json" in run("roster", asked(tmp_path, RULES + POSTS + UNITS), "--out", "a.pdf").output


def test_a_book_gives_its_own_batches_sites_and_who_is_there(tmp_path: Path) -> None:
    """A site of fifty holds thirty since the 20th; of a batch of forty none is placed: twenty find a place.

    On 4 April the thirty should have left the day before; nobody recorded it, so they are taken to leave that day.
    """
    body = "兰州市公安局"
    records = [
        SiteOpened(case="点1号", body=body, on=date(2020, 3, 1), capacity=50),
        Arrived(case="1批", body=body, on=date(2020, 3, 20), persons=30),
        Placed(case="1批", body=body, on=date(2020, 3, 20), site="点1号", persons=30),
        Arrived(case="2批", body=body, on=date(2020, 3, 25), persons=40),
    ]
    mirrors.written(tmp_path / "mirror", records)
    words = ("place", "--book", tmp_path, "--days", "14", "--json", "--on")
    found = json.loads(run(*words, "2020-03-25").output)
    assert (found["placed"], found["unplaced"]) == ([{"batch": "2批", "site": "点1号", "persons": 20}], 20)
    assert json.loads(run(*words, "2020-04-04").output)["unplaced"] == 20
    assert json.loads(run(*words, "2020-04-04", "--same-day").output)["unplaced"] == 0
    assert "the book has no batch that is not placed" in run(*words, "2020-03-24").output
