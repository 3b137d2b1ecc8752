"""Responses: minutes to arrival over midnight and with seconds, which calls have a time, and parts by hour and place."""

from datetime import date, datetime
from pathlib import Path

import pytest

import mirrors
from plumbline.figures.breakdown import breakdown
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, part
from plumbline.lines.responses.records import Arrived, Called
from plumbline.periods import span
from plumbline.records import Record

FIGURES = {f.name: f for f in figures() if f.line == "responses"}
BODY = "指挥中心"


def when(moment: str) -> dict[str, object]:
    if len(moment) == 10:
        return {"on": date.fromisoformat(moment)}
    return {"on": datetime.fromisoformat(moment).date(), "at": datetime.fromisoformat(moment).time()}


def call(moment: str, *arrivals: str) -> list[Record]:
    said = {"case": "警情1号", "body": BODY}
    told: list[Record] = [Called(**said, **when(moment), nature="求助", place="道路")]
    return [*told, *(Arrived(**said, **when(each), station="一所") for each in arrivals)]


@pytest.mark.parametrize(
    ("called", "arrivals", "minutes"),
    [
        ("2020-05-01 10:00", ["2020-05-01 10:00"], 0),
        ("2020-05-01 10:00:59", ["2020-05-01 10:01:00"], 1),  # minutes of the clock
        ("2020-05-01 10:00:00", ["2020-05-01 10:00:59"], 0),
        ("2020-05-01 23:59", ["2020-05-02 00:04"], 5),
        ("2020-02-28 23:00", ["2020-03-01 01:00"], 26 * 60),  # 2020 has a 29 February
        ("2020-05-01 10:00", ["2020-05-01 10:20", "2020-05-01 10:12", "2020-05-01 10:15"], 12),
        ("2020-05-01 10:00", ["2020-05-01", "2020-05-01 10:12"], 12),
        ("2020-05-01 10:00", ["2020-05-01 09:59"], None),
        ("2020-05-01 10:00", ["2020-05-01"], None),
        ("2020-05-01", ["2020-05-01 10:00"], None),
        ("2020-05-01 10:00", [], None),
    ],
)
def test_minutes_to_the_first_arrival(tmp_path: Path, called: str, arrivals: list[str], minutes: int | None) -> None:
    tables = mirrors.tables(tmp_path / "m", call(called, *arrivals))
    mean = read(FIGURES["mean_to_arrival"], tables, span("2020"))
    assert (mean.numerator, mean.denominator) == ((0, 0) if minutes is None else (minutes, 1))
    assert mean.unit == "分钟"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> TablesOf:
    told = [r for each in part("responses", "examples").EXAMPLES for r in each.records]
    return mirrors.tables(tmp_path_factory.mktemp("examples") / "m", told)


def parts(tables: TablesOf, name: str, *by: str) -> dict[str, tuple[int | None, int | None]]:
    return {
        " ".join(c.values): (c.numerator, c.denominator) for c in breakdown(FIGURES[name], tables, span("2020"), by)
    }


def test_calls_by_the_hour_in_which_they_came(tables: TablesOf) -> None:
    assert parts(tables, "calls", "hour") == {
        "03": (1, 1), "07": (1, 1), "08": (3, 1), "09": (1, 1), "10": (1, 1), "12": (1, 1), "14": (1, 1), "16": (1, 1),
        "20": (1, 1), "23": (2, 1),
    }  # fmt: skip


def test_the_mean_by_place_and_by_station(tables: TablesOf) -> None:
    # 公共场所 4; 商业场所 10 + 21; 学校 4; 居民小区 12 + 9; 道路 6 + 37 + 10; the call of 乡村 has no time that can be
    assert parts(tables, "mean_to_arrival", "place") == {
        "公共场所": (4, 1), "商业场所": (31, 2), "学校": (4, 1), "居民小区": (21, 2), "道路": (53, 3),
    }  # fmt: skip
    # 雁滩派出所 12 + 4 + 9 + 10, 酒泉路派出所 6 + 4, 敦煌路派出所 21 + 37, 西站派出所 10
    assert parts(tables, "mean_to_arrival", "station") == {
        "敦煌路派出所": (58, 2), "西站派出所": (10, 1), "酒泉路派出所": (10, 2), "雁滩派出所": (35, 4),
    }  # fmt: skip


def test_the_share_within_ten_minutes_by_hour(tables: TablesOf) -> None:
    # at 8: 12, 6 and 9 minutes; at 23: 21 and 10
    got = parts(tables, "within_ten", "hour")
    assert (got["08"], got["23"], got["10"]) == ((2, 3), (1, 2), (1, 1))
