"""Plans, rosters and placings written to do harm: each is refused in both languages, none ends in a traceback."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import mirrors
from plumbline.cli.commands import app
from plumbline.cli.place_read import EXAMPLE as STAYS
from plumbline.cli.place_read import read_stays
from plumbline.cli.roster_read import EXAMPLE as DUTY
from plumbline.cli.roster_read import read_duty
from plumbline.cli.rows_out import Grid, write
from plumbline.errors import Broken, PlanError
from plumbline.lines.disputes.records import Accepted, Agreed
from plumbline.reports.planfile import plan_of
from plumbline.sheets.mapping import mapping_named

PLAN = 'title = "计划"\nbody = "市"\ndate = 2020-01-01\nperiod = "2020"\n[[section]]\nzh = "聚焦"\n'
TASK = PLAN + '[[section.task]]\nzh = "任务"\nfigures = ["crashes.crashed"]\ntarget = {at_least = AT, by = BY}\n'
OF_ONE = {"case": "调1号", "body": "城关区人民调解委员会"}
DISPUTE = [
    Accepted(**OF_ONE, on=date(2020, 1, 8), dispute="邻里", came_by="排查发现", parties=2),
    Agreed(**OF_ONE, on=date(2020, 1, 10), form="书面"),
]
DEEP, LONG = "x = " + "[" * 50_000, "x = 1" + "0" * 5_000


def target(least: str, by: str = "2020-12-31") -> str:
    return TASK.replace("AT", least).replace("BY", by)


@pytest.mark.parametrize("text", [DEEP, LONG], ids=["deep", "long"])
def test_toml_too_deep_or_with_too_long_a_number_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text)
    with pytest.raises(PlanError, match=r"is not TOML|brackets nested too deeply"):
        plan_of(text, "a.toml")
    with pytest.raises(Broken, match=r"not valid TOML|brackets nested too deeply"):
        read_duty(file)
    with pytest.raises(Broken, match="no TOML"):
        mapping_named(str(file))


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_a_target_is_a_finite_number(number: str) -> None:
    with pytest.raises(PlanError, match="“at_least” should be between 0 and"):
        plan_of(target(number), "a.toml")


def test_a_target_is_due_on_a_day_not_at_a_moment() -> None:
    with pytest.raises(PlanError, match="“by” should be a date"):
        plan_of(target("5", "2020-12-31T00:00:00"), "a.toml")
    assert plan_of(target("5"), "a.toml").sections[0].tasks[0].target is not None


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("rest_hours = 16", "rest_hours = 1000000000000", "rest_hours is over 1488"),
        ("nights_in_a_row = 2", "nights_in_a_row = 999999999999", "nights_in_a_row is over 62"),
        ("2020-02-0", "9999-12-0", "the year 9999 is too far away"),
        ("2020-02-0", "0001-01-0", "the year 1 is too far away"),
    ],
)
def test_a_roster_beyond_what_can_be_reckoned_is_refused(tmp_path: Path, old: str, new: str, what: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(DUTY.replace(old, new), "utf-8")
    with pytest.raises(Broken, match=what):
        read_duty(file)


def test_a_stay_of_centuries_is_a_day_mistyped(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(STAYS.replace("leaves = 2020-03-26", "leaves = 9999-12-31"), "utf-8")
    with pytest.raises(Broken, match="over 3660"):
        read_stays(file, None, None)


def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [Grid("排班", ("post", "n"), [("=1+1", 3), ("@x", -1)])], {})
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["post", "n"], ["'=1+1", "3"], ["'@x", "-1"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["roster", "a.xlsx", "--out", "a.xlsx"],
            "a.xlsx: this would overwrite a file that is read. Choose another name",
        ),
        (["roster", "a.xlsx", "--out", "./sub/../a.xlsx"], "a.xlsx: this would overwrite a file that is read"),
        (["place", "a.xlsx", "--out", "a.xlsx"], "a.xlsx: this would overwrite a file that is read"),
        (["roster", "a.xlsx", "--out", "b.txt"], "b.txt: its ending names no format that can be written"),
    ],
)
def test_what_is_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.xlsx").write_bytes(b"typed in all morning")
    done = CliRunner().invoke(app, [*words, "--lang", "en"])
    assert done.exit_code == 2
    assert said in done.stderr
    assert (tmp_path / "a.xlsx").read_bytes() == b"typed in all morning"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["figures", "disputes", "--period", "0001"], "--period: “0001” is not a period. Write 2020"),
        (["figures", "disputes", "--period", "２０２０"], "--period: “２０２０” is not a period. Write 2020"),
        (["figures", "disputes.pending", "--period", "2020", "--by", "月份"], "its rows have no column month"),
    ],
)
def test_a_figure_that_cannot_be_read_so_says_so(tmp_path: Path, words: list[str], said: str) -> None:
    mirrors.written(tmp_path / "mirror", DISPUTE)
    done = CliRunner().invoke(app, [*words, "--book", str(tmp_path), "--lang", "en"])
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(("day", "told"), [("0001-01-01", 0), ("2020-01-20", 1), ("9999-12-31", 0)])
def test_limits_on_the_first_and_the_last_day_of_the_calendar(tmp_path: Path, day: str, told: int) -> None:
    """An agreement of 10 January may be taken to court for thirty days; it runs out in silence."""
    mirrors.written(tmp_path / "mirror", DISPUTE)
    asked = ["limits", "--on", day, "--line", "disputes", "--within", "366", "--json", "--book", str(tmp_path)]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0, done.output
    assert [row["rule"] for row in json.loads(done.stdout)] == ["M1"] * told
