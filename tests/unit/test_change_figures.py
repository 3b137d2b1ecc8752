"""Figures held against another period, on a small book: values, parts judged together, clusters, what is refused."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import mirrors
from plumbline.cli.against import book_at
from plumbline.cli.figures import command
from plumbline.cli.mirrors import open_book
from plumbline.lines.crashes.records import Crashed
from plumbline.lines.trials.records import Docketed
from plumbline.records import Record
from plumbline.reports.compose import compose
from plumbline.reports.planfile import plan_of
from plumbline.web.reading.readings import Readings

CHENGGUAN, ANNING = "城关区人民法院", "安宁区人民法院"


def docketed(year: int, count: int, body: str, persons: int = 1) -> Iterator[Record]:
    """So many cases, a day apart from 1 March on."""
    for n in range(count):
        on, case = date(year, 3, 1) + timedelta(days=n), f"（{year}）{body[:2]}刑初{persons}{n:02d}号"
        yield Docketed(case=case, body=body, on=on, offence="盗窃罪", persons=persons)


def crashed(year: int, *fen: int) -> Iterator[Record]:
    for n, loss in enumerate(fen):
        on = date(year, 5, 1) + timedelta(days=n)
        yield Crashed(case=f"{year}-{n}", body="城关大队", on=on, procedure="一般", property_loss_fen=loss)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """城关: 20 cases of one person each in 2019, 5 in 2020; 安宁: 5 in 2019; in 2020 two of 15 persons and 4 of one."""
    folder = tmp_path_factory.mktemp("book")
    records = [
        *docketed(2019, 20, CHENGGUAN), *docketed(2019, 5, ANNING), *docketed(2020, 5, CHENGGUAN),
        *docketed(2020, 4, ANNING), *docketed(2020, 2, ANNING, persons=15),
        *crashed(2019, 1_000, 2_000, 3_000), *crashed(2020, 1_000, 2_000, 3_000, 900_000),
    ]  # fmt: skip
    mirrors.written(folder / "mirror", records)
    return folder


def run(book: Path, *words: str, lang: str = "en") -> Result:
    asked = [*words, "--period", "2020", "--against", "2019", "--book", str(book), "--lang", lang]
    return CliRunner().invoke(command, asked, env={"COLUMNS": "220"})


def test_a_fall_with_its_interval_and_verdict(book: Path) -> None:
    # 11 cases against 25: 56 % fewer. Of 36 tosses 11 or fewer, the 11 counted half, come in 1.0 % and twice that.
    [cases, persons] = json.loads(run(book, "trials.docketed", "--json").stdout)
    assert (cases["numerator"], cases["base_numerator"], cases["change_percent"]) == (11, 25, -56)
    assert cases["p"] == pytest.approx(0.02, abs=0.005)
    assert cases["verdict"] == "fell"
    assert cases["low_percent"] < -56 < cases["high_percent"] < 0
    # 39 persons against 25; squares are 25 + 9 + 2 x 225 of 64: dispersion 7.6, as good as 5 against 3.
    assert (persons["numerator"], persons["base_numerator"], persons["verdict"]) == (39, 25, "unclear")
    assert persons["high_percent"] > 0 > persons["low_percent"]


def test_the_terminal_says_it_in_words_of_both_languages(book: Path) -> None:
    said = run(book, "trials.docketed").output
    assert "-56.0%" in said
    assert "fell" in said
    assert "cannot be told" in said
    assert "The periods have 366 and 365 days" in said
    said = run(book, "trials.docketed", lang="zh").output
    assert "  降\n" in said
    assert "分不清" in said
    assert "两期天数不同（366、365天）" in said


def test_parts_are_judged_together(book: Path) -> None:
    # 5 against 20: p is 2 x (15,276 + 26,565) of 2^25, 0.0025; of two parts twice that. 6 against 5 is anyone's guess.
    [cases, _] = json.loads(run(book, "trials.docketed", "--by", "body", "--json").stdout)
    anning, chengguan = sorted(cases["by"], key=lambda part: part["numerator"], reverse=True)
    assert (chengguan["body"], chengguan["verdict"], chengguan["judged_together"]) == (CHENGGUAN, "fell", 2)
    assert chengguan["p"] == pytest.approx(0.005, abs=0.0003)
    assert (anning["numerator"], anning["base_numerator"], anning["verdict"]) == (6, 5, "unclear")
    assert anning["change_percent"] == pytest.approx(20)
    assert "2 parts judged together" in run(book, "trials.docketed", "--by", "body").output


def test_csv_has_the_same_columns(book: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(book, "trials.docketed", "--csv").stdout)))
    assert [(r["counting"], r["base_numerator"], r["verdict"]) for r in rows] == [
        ("cases", "25", "fell"),
        ("persons", "25", "unclear"),
    ]


def test_one_great_loss_is_not_told_from_chance_and_is_drawn_alike_each_time(book: Path) -> None:
    first, second = (run(book, "crashes.property_loss", "--json").stdout for _ in range(2))
    [loss] = json.loads(first)
    assert (loss["numerator"], loss["base_numerator"], loss["change_percent"]) == (906_000, 6_000, 15_000)
    assert loss["verdict"] == "unclear"
    assert first == second


def test_a_report_and_a_check_judge_by_the_same_records(book: Path) -> None:
    plan = plan_of(
        'period = "2020"\ntitle = "报告"\nbody = "组"\ndate = 2021-01-08\n[[text]]\n'
        'zh = "道路交通事故直接财产损失同比{crashes.property_loss against=2019}。"\n',
        "plan.toml",
    )
    readings = Readings(open_book(book, None, "en"))
    text = compose(plan, readings.catalogue, readings.read, "zh", readings.judge).text
    assert text == "道路交通事故直接财产损失同比上升15000.0%（在随机波动范围内，尚不能判断升降）。"
    now, before = compose(plan, readings.catalogue, readings.read, "zh", readings.judge).readings
    assert book_at(book, None, "en").judge(now, before) == readings.judge(now, before)


def test_what_comes_from_nought_has_no_percentage(book: Path) -> None:
    # No crash was fatal, and none was before; of 25 docketed in 2019 there were none in 2018.
    said = run(book, "crashes.fatal").output
    assert "from nought" in said
    [cases, _] = json.loads(
        CliRunner()
        .invoke(
            command,
            ["trials.docketed", "--period", "2019", "--against", "2018", "--json", "--book", str(book)],
        )
        .stdout
    )
    assert (cases["change_percent"], cases["low_percent"], cases["verdict"]) == (None, None, "rose")


def test_stocks_and_rates_are_shown_and_not_judged(book: Path) -> None:
    [cases, _] = json.loads(run(book, "trials.pending", "--json").stdout)
    assert (cases["numerator"], cases["base_numerator"], cases["verdict"]) == (36, 25, None)
    assert "a stock: not judged" in run(book, "trials.pending").output
    rate = run(book, "trials.clearance_rate").output
    assert "0.00 points" in rate
    assert "a rate: not judged" in rate


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["trials.docketed", "--by", "month"], "it cannot be compared by month"),
        (["trials.docketed", "--by", "colour"], "its rows have no column colour"),
        (["trials.docketed", "--against", "Q1"], "--against: “Q1” is not a period"),
    ],
)
def test_what_cannot_be_compared_says_what_to_do(book: Path, words: list[str], said: str) -> None:
    asked = [*words[:1], "--period", "2020", "--against", "2019", *words[1:], "--book", str(book), "--lang", "en"]
    found = CliRunner().invoke(command, asked)
    assert found.exit_code == 2
    assert said in found.stderr


def test_another_period_needs_a_period(book: Path) -> None:
    found = CliRunner().invoke(command, ["trials.docketed", "--against", "2019", "--book", str(book), "--lang", "en"])
    assert "--period: no period was given" in found.stderr
