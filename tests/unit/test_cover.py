"""plumbline cover: calls of the book, cells and stations of two files, the best choice; bad files are named to the cell."""

import json
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

import mirrors
from plumbline.cli.cover import command
from plumbline.cli.spots import spots
from plumbline.errors import Broken
from plumbline.lines.responses.records import Called
from plumbline.solvers.covering import Spot

CELLS = "code,latitude,longitude\nA1,36.000,103.800\nA2,36.010,103.800\nA3,36.020,103.800\nB1,36.200,103.800\n"
STATIONS = "编码,纬度,经度\n一所,36.000,103.800\n二所,36.015,103.800\n三所,36.205,103.800\n"
TOOK = {"A1": 2, "A2": 1, "A3": 3, "B1": 2, "Z9": 1, None: 1}
"""Calls by cell. A hundredth of a degree is 1,112 m: within 1,200 m 一所 reaches A1 and A2, 二所 A2 and A3, 三所 B1."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    codes = [code for code, times in TOOK.items() for _ in range(times)]
    calls = [_call(f"警情{n}号", date(2020, 1, n), code) for n, code in enumerate(codes, 1)]
    mirrors.written(folder / "mirror", [*calls, _call("警情99号", date(2021, 1, 1), "A1")])
    return folder


def _call(case: str, on: date, cell: str | None) -> Called:
    return Called(case=case, body="城关分局", on=on, nature="求助", place="道路", cell=cell)


def run(
    book: Path, tmp_path: Path, *more: str, cells: str = CELLS, stations: str = STATIONS, lang: str = "en"
) -> Result:
    (tmp_path / "cells.csv").write_text(cells, encoding="utf-8")
    (tmp_path / "stations.csv").write_text(stations, encoding="utf-8")
    words = ["--period", "2020", "--cells", str(tmp_path / "cells.csv"), "--stations", str(tmp_path / "stations.csv")]
    words += ["--within", "1200", "--book", str(book), "--lang", lang, *more]
    return CliRunner().invoke(command, words, env={"COLUMNS": "120"})


def test_json_has_the_choice_whom_it_serves_and_what_is_left(book: Path, tmp_path: Path) -> None:
    found = json.loads(run(book, tmp_path, "--number", "2", "--json").stdout)
    assert (found["calls"], found["covered"], found["within_metres"], found["proved"]) == (8, 6, 1200, True)
    # 一所 + 二所: 2 + 1 + 3 = 6 and 二所 + 三所: 1 + 3 + 2 = 6 cover as many
    assert "二所" in [s["code"] for s in found["stations"]]
    assert sum(s["calls"] for s in found["stations"]) == 6
    assert sum(c["calls"] for c in found["uncovered"]) == 2
    assert found["unplaced"] == [{"code": "", "calls": 1}, {"code": "Z9", "calls": 1}]
    best = json.loads(run(book, tmp_path, "--number", "1", "--json").stdout)
    assert best["stations"] == [{"code": "二所", "calls": 4}]
    assert best["cells"] == [
        {"code": "A2", "station": "二所", "calls": 1},
        {"code": "A3", "station": "二所", "calls": 3},
    ]
    assert best["uncovered"] == [{"code": "A1", "calls": 2}, {"code": "B1", "calls": 2}]


def test_the_terminal_says_what_is_covered_and_what_is_left_out(book: Path, tmp_path: Path) -> None:
    said = run(book, tmp_path, "--number", "1").output
    assert "2020-01-01/2020-12-31: 4 of 8 calls within 1200 m (50.00%)." in said
    assert "2 more calls have no cell" in said
    said = run(book, tmp_path, "--number", "3", lang="zh").output
    assert "1200 米内覆盖警情 8 / 8 起（100.00%）。" in said
    assert "未覆盖的网格" not in said


@pytest.mark.parametrize(
    ("cells", "where", "said"),
    [
        ("code,latitude\nA1,36\n", "1", "there is no column longitude (经度). It needs code, latitude, longitude."),
        ("code,latitude,longitude,经度\nA1,36,103,103\n", "D1", "the column “经度” is there twice"),
        ("code,latitude,longitude\nA1,36,103.8\nA2,north,103.8\n", "B3", "“north” cannot be read: a number"),
        ("code,latitude,longitude\nA1,36,\n", "C2", "longitude (经度) is missing"),
        ("code,latitude,longitude\nA1,91,103.8\n", "B2", "91 is not a number of degrees. Write 90 at most."),
        ("code,latitude,longitude\nA1,nan,103.8\n", "B2", "“nan” cannot be read"),
        ('code,latitude,longitude\nA1,"36,061",103.8\n', "B2", "36061 is not a number of degrees"),
        ("code,latitude,longitude\nA1,36,-180.5\n", "C2", "-180.5 is not a number of degrees. Write 180 at most."),
        ("code,latitude,longitude\n,36,103.8\n", "A2", "code (编码) is missing"),
        ("code,latitude,longitude\nA1,36,103.8\n,,\nA1,37,103.8\n", "A4", "code “A1” is told twice"),
    ],
)
def test_a_bad_list_is_refused_by_row_and_column(tmp_path: Path, cells: str, where: str, said: str) -> None:
    path = tmp_path / "cells.csv"
    path.write_text(cells, encoding="utf-8")
    with pytest.raises(Broken) as refused:
        spots(path)
    assert str(refused.value).startswith(f"{path} cells!{where}: {said}")


def test_a_list_without_rows_says_which_columns_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "cells.csv"
    path.write_text("code,latitude,longitude\n", encoding="utf-8")
    with pytest.raises(Broken, match=r"it has nothing in its table places .* columns are code, latitude, longitude"):
        spots(path)


def test_a_list_may_have_other_columns_and_be_a_workbook_or_toml(tmp_path: Path) -> None:
    rows = [("街道", "编码", "纬度", "经度"), ("甲", "A1", 36.061, 103.834)]
    with xlsxwriter.Workbook(tmp_path / "cells.xlsx") as book:
        for name, some in (("说明", [("无",)]), ("地点", rows)):
            page = book.add_worksheet(name)
            for number, row in enumerate(some):
                page.write_row(number, 0, row)
    toml = '[[places]]\ncode = "A1"\nlatitude = 36.061\nlongitude = "103.834"\n'
    (tmp_path / "cells.toml").write_text(toml, encoding="utf-8")
    wide = ",".join(["编码", "纬度", "经度", *(f"栏{n}" for n in range(190))])
    (tmp_path / "wide.csv").write_text(f"{wide}\nA1,36.061,103.834\n", encoding="utf-8")
    expected = [Spot("A1", 36.061, 103.834)]
    assert [spots(tmp_path / name) for name in ("cells.xlsx", "cells.toml", "wide.csv")] == [expected] * 3


def test_what_cannot_be_read_ends_in_one_line(book: Path, tmp_path: Path) -> None:
    found = run(book, tmp_path, "--number", "1", stations="code\n一所\n")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "stations.csv stations!1: there is no column latitude (纬度)" in found.stderr
    assert "is not a period" in run(book, tmp_path, "--number", "1", "--period", "soon").stderr


def test_more_pairs_than_can_be_reckoned_are_refused_before_the_work(book: Path, tmp_path: Path) -> None:
    heads = "code,latitude,longitude\n"
    cells, stations = (heads + "".join(f"{n},36,103\n" for n in range(many)) for many in (10_000, 2_001))
    found = run(book, tmp_path, "--number", "1", cells=cells, stations=stations)
    assert found.exit_code == 2
    assert "10,000 cells with 2,001 stations are over 20,000,000 pairs" in found.stderr
