"""plumbline cover: calls of the book, cells and stations of two files, the best choice; bad files are named to the cell."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

import mirrors
from plumbline.cli.cover import command
from plumbline.cli.spots import listed
from plumbline.errors import Broken
from plumbline.lines.responses.records import Called
from plumbline.sheets.shapes import Sheet

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
    ("cells", "said"),
    [
        ("code,latitude\nA1,36\n", "row 1 has no column “longitude”"),
        (
            "code,latitude,longitude\nA1,36,103.8\nA2,north,103.8\n",
            "row 3, latitude: “north” is not a number of degrees",
        ),
        ("code,latitude,longitude\nA1,36,\n", "row 2, longitude: an empty cell is not a number of degrees"),
        ("code,latitude,longitude\nA1,91,103.8\n", "row 2, latitude: “91” is not a number of degrees"),
        ("code,latitude,longitude\nA1,nan,103.8\n", "row 2, latitude: “nan” is not a number of degrees"),
        ("code,latitude,longitude\nA1,36,-180.5\n", "row 2, longitude: “-180.5” is not a number of degrees"),
        ("code,latitude,longitude\n,36,103.8\n", "row 2, code: is empty"),
        ("code,latitude,longitude\nA1,36,103.8\n,,\nA1,37,103.8\n", "row 4, code: “A1” is there already"),
        ("code,latitude,longitude\n", "it has no rows"),
    ],
)
def test_a_bad_list_is_refused_by_row_and_column(cells: str, said: str) -> None:
    heads, *rows = csv.reader(io.StringIO(cells))
    table = {str(n): [row[n] or None for row in rows] for n in range(len(heads))}
    sheet = Sheet("cells", 1, tuple(heads), pl.DataFrame(table, schema=dict.fromkeys(table, pl.String)))
    with pytest.raises(Broken) as refused:
        listed(Path("cells.csv"), sheet)
    assert str(refused.value).startswith(f"cells.csv: {said}")


def test_what_cannot_be_read_ends_in_one_line(book: Path, tmp_path: Path) -> None:
    found = run(book, tmp_path, "--number", "1", stations="code\n一所\n")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "stations.csv: row 1 has no column “latitude”" in found.stderr
    assert "is not a period" in run(book, tmp_path, "--number", "1", "--period", "soon").stderr
