"""plumbline check --book, on a real mirror of the made-up cases of all lines; numbers counted by hand from their stories."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mirrors import written
from plumbline.cli.commands import app
from plumbline.lines import names, part
from plumbline.records import Record

TEXT = """城东区2020年政法工作综述

2020年，检察机关受理涉黑涉恶案件8件25人，提起公诉涉黑涉恶案件6件19人。全年处置网上谣言300条，表彰先进集体12个。
"""
"""tests/lines/readings has 8 cases and 25 persons received, 6 cases and 18 persons prosecuted."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    written(folder / "mirror", everything())
    return folder


def everything() -> list[Record]:
    """Every made-up record, line by line."""
    return [r for line in names() for case in part(line, "examples").EXAMPLES for r in case.records]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def plumbline(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_each_claim_has_its_finding_with_its_evidence(book: Path, report: Path) -> None:
    run = plumbline("check", "--json", "--book", book, report)
    assert run.exit_code == 1
    findings = json.loads(run.stdout)["findings"]
    assert [(f["kind"], TEXT[f["start"] : f["end"]]) for f in findings] == [
        ("agrees", "8件"),
        ("agrees", "25人"),
        ("agrees", "6件"),
        ("differs", "19人"),
        ("not_kept", "300条"),
        ("no_record", "12个"),
    ]
    [evidence] = findings[3]["evidence"]
    assert (evidence["figure"], evidence["counting"], evidence["scope"]) == (
        "prosecutions.prosecuted",
        "persons",
        "涉黑涉恶",
    )
    assert (evidence["numerator"], evidence["denominator"]) == (18, 1)
    assert (evidence["first"], evidence["last"]) == ("2020-01-01", "2020-12-31")
    assert len(evidence["positions"]) == evidence["records"] > 0


def test_a_book_is_read_as_of_an_earlier_size(book: Path, report: Path) -> None:
    """Records came line by line: before the first trial all of the prosecutions were there, before that nothing of them."""
    records = everything()
    first = {name: next(i for i, r in enumerate(records) if f".{name}." in type(r).__module__) for name in names()}
    then = json.loads(plumbline("check", "--json", "--book", book, "--as-of", first["trials"], report).stdout)[
        "findings"
    ]
    assert {e["size"] for f in then for e in f["evidence"]} == {first["trials"]}
    assert [f["kind"] for f in then][:4] == ["agrees", "agrees", "agrees", "differs"]
    early = plumbline("check", "--json", "--book", book, "--as-of", first["prosecutions"], report)
    assert {f["kind"] for f in json.loads(early.stdout)["findings"]} == {"no_record", "not_kept"}


def test_terminal_page_and_word_show_what_a_finding_rests_on(book: Path, report: Path, tmp_path: Path) -> None:
    html, docx = tmp_path / "report.html", tmp_path / "report.docx"
    run = plumbline("check", "--lang", "en", "--book", book, "--html", html, "--docx", docx, report)
    assert "The book has 18人 for “提起公诉涉黑涉恶案件” (2020-01-01/2020-12-31): the text has 19人." in run.stdout
    assert "plumbline figures prosecutions.prosecuted --period 2020-01-01/2020-12-31 --scope 涉黑涉恶" in run.stdout
    assert "prosecutions.prosecuted" in html.read_text(encoding="utf-8")
    assert docx.stat().st_size > 0


def test_no_book_there_is_said_with_what_to_do(report: Path, tmp_path: Path) -> None:
    run = plumbline("check", "--lang", "en", "--book", tmp_path, report)
    assert run.exit_code == 2
    assert "plumbline book" in run.stderr


def test_a_size_beyond_the_book_is_refused(book: Path, report: Path) -> None:
    run = plumbline("check", "--lang", "en", "--book", book, "--as-of", 10**9, report)
    assert run.exit_code == 2
    assert "--as-of 1000000000: the book has" in run.stderr


def test_as_of_needs_a_book(report: Path) -> None:
    run = plumbline("check", "--as-of", 5, report)
    assert run.exit_code == 2
    assert "--as-of needs --book" in run.stderr


HEAVY = ("django", "duckdb", "ibis", "polars", "pydantic", "pyarrow", "plumbline.figures", "plumbline.checks.against")


def test_without_a_book_nothing_of_one_is_imported(report: Path) -> None:
    code = (
        "import sys; from plumbline.cli.commands import app\ntry: app()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "check", str(report)], capture_output=True, text=True, check=False
    )
    loaded = run.stderr.split()
    assert "plumbline.checks" in loaded
    assert [m for m in HEAVY if m in loaded] == []
