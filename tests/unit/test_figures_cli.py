"""plumbline figures: what it lists, prints and refuses."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import mirrors
from plumbline.cli.figures import command
from plumbline.lines.assets.records import Controlled
from plumbline.lines.trials.records import Concluded, Docketed

BODY = "城关区人民法院"
TOKEN = "p_" + "a" * 26


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    records = [
        Docketed(case="甲", body=BODY, on=date(2020, 1, 6), offence="盗窃罪", persons=2, scope="|涉黑|"),
        Docketed(case="乙", body=BODY, on=date(2020, 2, 3), offence="诈骗罪", person=TOKEN),
        Concluded(case="甲", body=BODY, on=date(2020, 3, 2), persons=2, scope="|涉黑|"),
    ]
    mirrors.written(folder / "mirror", records)
    return folder


def run(*words: str | Path, lang: str = "en") -> Result:
    return CliRunner().invoke(command, [*map(str, words), "--lang", lang], env={"COLUMNS": "200"})


def test_without_a_period_it_lists_definitions_and_needs_no_book(tmp_path: Path) -> None:
    found = run("trials", "--book", tmp_path / "none")
    assert found.exit_code == 0
    assert "trials.docketed" in found.output
    assert "Criminal cases the courts docketed in the period" in found.output
    assert "cases carried over; files refused" in found.output
    assert "custody." not in found.output


def test_values_in_both_languages(book: Path) -> None:
    found = run("trials.docketed", "--period", "2020", "--book", book)
    assert "2 件" in found.output
    assert "3 人" in found.output
    assert "1 by token, 2 by headcount" in found.output
    found = run("trials.clearance_rate", "--period", "2020", "--book", book, lang="zh")
    assert "50.00%" in found.output
    assert "1 / 2" in found.output


def test_json_has_the_whole_numbers_the_parts_and_the_records(book: Path) -> None:
    words = ("trials.docketed", "--period", "2020", "--by", "offence", "--drill", "--json", "--book", book)
    cases, persons = json.loads(run(*words).output)
    assert (cases["numerator"], cases["denominator"], cases["unit"], cases["size"]) == (2, 1, "件", 3)
    assert cases["by"] == [
        {"offence": "盗窃罪", "numerator": 1, "denominator": 1},
        {"offence": "诈骗罪", "numerator": 1, "denominator": 1},
    ]
    assert [(r["position"], r["kind"], r["on"]) for r in cases["records"]] == [
        (0, "Docketed", "2020-01-06"),
        (1, "Docketed", "2020-02-03"),
    ]
    assert (persons["counting"], persons["numerator"]) == ("persons", 3)
    assert TOKEN not in run(*words).output


def test_a_record_behind_a_value_is_shown_with_its_case_on_one_line_and_money_in_yuan(tmp_path: Path) -> None:
    told = {"case": "兰公〔2020〕7号", "body": "城关分局", "item": "1", "measure": "冻结", "nature": "资金"}
    mirrors.written(tmp_path / "mirror", [Controlled(on=date(2020, 3, 2), amount_fen=49911660, **told)])
    words = ("assets.controlled", "--period", "2020", "--drill", "--book", tmp_path)
    found = run(*words, lang="zh").output
    assert "\n  0  2020-03-02  查封扣押冻结  兰公〔2020〕7号  城关分局\n" in found
    assert "金额：499116.60 元" in found
    assert "（分）" not in found
    assert "amount: 499116.60 yuan" in run(*words).output


def test_csv_of_values_of_parts_and_of_records(book: Path) -> None:
    def rows(*more: str) -> list[dict[str, str]]:
        said = run("trials.docketed", "--period", "2020", "--csv", "--book", book, *more).stdout
        return list(csv.DictReader(io.StringIO(said)))

    assert [(r["counting"], r["numerator"]) for r in rows()] == [("cases", "2"), ("persons", "3")]
    assert [(r["offence"], r["numerator"]) for r in rows("--by", "offence")][:2] == [("盗窃罪", "1"), ("诈骗罪", "1")]
    assert [r["position"] for r in rows("--drill")] == ["0", "1"]
    assert len(rows("--sample", "1", "--seed", "4")) == 1


@pytest.mark.parametrize("first", "=+-@\t")
def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_written_as_text(tmp_path: Path, first: str) -> None:
    case = f"{first}1+1"
    held = Docketed.model_construct(case=case, body=BODY, on=date(2020, 1, 6), at=None, offence="盗窃罪", persons=2)
    mirrors.written(tmp_path / "mirror", [held])
    said = run("trials.docketed", "--period", "2020", "--drill", "--csv", "--book", tmp_path).stdout
    assert [row["case"] for row in csv.DictReader(io.StringIO(said))] == [f"'{case}"]


def test_an_earlier_size_reads_as_it_read_then(book: Path) -> None:
    now = json.loads(run("trials.pending", "--period", "2020", "--json", "--book", book).output)
    then = json.loads(run("trials.pending", "--period", "2020", "--json", "--as-of", "2", "--book", book).output)
    assert (now[0]["numerator"], then[0]["numerator"], then[0]["size"]) == (1, 2, 2)


def test_a_scope_leaves_out_figures_that_have_none(book: Path) -> None:
    found = json.loads(run("trials", "--period", "2020", "--scope", "涉黑涉恶", "--json", "--book", book).output)
    assert {"trials.docketed"} <= {f["figure"] for f in found}
    assert "trials.suspended" not in {f["figure"] for f in found}
    assert next(f["numerator"] for f in found if f["figure"] == "trials.docketed") == 1


def test_small_numbers_of_persons_are_hidden_unless_asked_for(book: Path) -> None:
    words = ("trials.docketed", "--period", "2020", "--by", "offence", "--by", "scope", "--book", book)
    assert "<5" in run(*words).output
    assert "too few persons" in run(*words).output
    assert "<5" not in run(*words, "--threshold", "0").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["trials.docket", "--period", "2020"],
            "there is no figure or line “trials.docket”. The nearest is “trials.docketed”",
        ),
        (["trials.docketed", "--period", "Q1"], "“Q1” is not a period. Write 2020, 2020-06 or 2018/2020"),
        (["trials.docketed", "--by", "body"], "--period: no period was given. Add --period 2020"),
        (["trials.docketed", "--period", "2020", "--as-of", "9"], "the book has 3 entries"),
        (["trials.suspended", "--period", "2020", "--scope", "涉黑"], "cannot be narrowed to a scope"),
        (["trials.docketed", "--period", "2020", "--by", "colour"], "its rows have no column colour"),
        (
            ["trials.docketed", "--period", "2020", "--by", "body", "--by", "单位"],
            "broken down by body twice. Name it once",
        ),
        (
            ["trials.docketed", "--period", "2020", "--drill", "--limit", "9" * 20],
            "is not in the range 1<=x<=1000000000",
        ),
        (["trials.docketed", "--json", "--csv"], "--json --csv: only one form can be printed. Take one of them out"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(book: Path, words: list[str], said: str) -> None:
    found = run(*words, "--book", book)
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stdout == ""


def test_without_a_book_it_says_what_to_do(tmp_path: Path) -> None:
    found = run("trials", "--period", "2020", "--book", tmp_path)
    assert found.exit_code == 2
    assert (
        "there is no book here. Name the book's folder with --book, or make one with plumbline book init"
        in found.stderr
    )


def test_help_teaches_in_both_languages() -> None:
    said = run("--help").output
    for words in ("Periods:", "Scopes:", "涉黑涉恶涉霸涉伞", "plumbline figures trials.docketed --period 2020 --scope"):
        assert words in said
