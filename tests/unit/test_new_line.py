"""plumbline new-line: a line scaffolded in a copy of the project works everywhere at once, and no other file is touched."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from plumbline.cli.commands import app

DRIVER = Path(__file__).parent.parent / "new_line.py"
MADE = {f"src/plumbline/lines/permits/{f}.py" for f in ("__init__", "records", "limits", "figures", "examples")}
Told = dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """A copy of the project with the line in it."""
    copy = tmp_path_factory.mktemp("project")
    for part in ("src", "tests"):
        shutil.copytree(
            repository / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "reports", "pictures")
        )
    shutil.copytree(repository / "src/plumbline/reports", copy / "src/plumbline/reports")
    shutil.copy(repository / "pyproject.toml", copy)
    started(copy, str(copy))
    return copy


def started(project: Path, *words: str) -> str:
    path = os.pathsep.join(str(project / part) for part in ("src", "tests"))
    done = subprocess.run(
        [sys.executable, DRIVER, *words], capture_output=True, text=True, check=False, timeout=110,
        env={**os.environ, "PYTHONPATH": path}, cwd=project,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def told(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    said: Told = json.loads(started(project, str(project), str(tmp_path_factory.mktemp("work"))))
    return said


def test_nothing_is_written_but_the_line_and_its_readings(project: Path, repository: Path) -> None:
    there = {str(p.relative_to(project)) for p in project.rglob("*") if p.suffix in (".py", ".txt", ".toml")}
    here = {str(p.relative_to(repository)) for p in repository.rglob("*") if p.suffix in (".py", ".txt", ".toml")}
    assert there - here == MADE | {"tests/lines/readings/permits.txt"}


def test_its_register_is_loaded(told: Told) -> None:
    assert told["template"]["status"] == 0
    assert told["load"]["said"] == "permits.xlsx: 20 records loaded, positions 0 to 19\n"


def test_its_figures_are_read(told: Told) -> None:
    readings = json.loads(str(told["figures"]["said"]))
    assert {r["figure"]: r["numerator"] for r in readings} == {"permits.opened": 12, "permits.pending": 4}


def test_its_limits_are_counted(told: Told) -> None:
    # 〔2020〕3, 6, 9号 were never concluded; of 12号, taken on on 5 December, the twentieth day is the 25th
    said = str(told["limits"]["said"])
    assert all(f"〔2020〕{n}号" in said for n in (3, 6, 9, 12)), said


def test_its_records_are_reconciled(told: Told) -> None:
    assert json.loads(str(told["reconcile"]["said"]))["findings"] == []


def test_a_report_is_written_of_it(told: Told) -> None:
    assert told["report"]["status"] == 0, told["report"]["errors"]


def test_and_one_is_checked_against_it(told: Told) -> None:
    findings = json.loads(str(told["check"]["said"]))["findings"]
    assert [(f["kind"], REPORTED[f["start"] : f["end"]]) for f in findings if f["kind"] in ("agrees", "differs")] == [
        ("agrees", "12件"), ("differs", "9件"),
    ]  # fmt: skip


REPORTED = "2020年，审批机关受理行政许可事项12件，办结行政许可事项9件。"


def test_the_walk_over_all_lines_passes_with_it(project: Path) -> None:
    path = os.pathsep.join(str(project / part) for part in ("src", "tests"))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "tests/lines",
        "-k",
        "permits",
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
        env={**os.environ, "PYTHONPATH": path},
        cwd=project,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


def test_what_it_writes_is_in_the_style_of_the_house(project: Path) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    files = sorted(MADE - {"src/plumbline/lines/permits/limits.py"})
    for check in (("check",), ("format", "--check")):
        done = subprocess.run([ruff, *check, *files], capture_output=True, text=True, check=False, cwd=project)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Permits", "--zh", "许可", "--en", "Permits"), "“Permits” cannot be a line's code"),
        (("class", "--zh", "许可", "--en", "Permits"), "“class” cannot be a line's code"),
        (("trials", "--zh", "许可", "--en", "Permits"), "there is a line trials already"),
        (("permits", "--zh", "Permits", "--en", "Permits"), "--zh: “Permits” will not do"),
        (("permits", "--zh", "许可", "--en", "许可"), "--en: “许可” will not do"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_written(repository: Path, words: tuple[str, ...], said: str) -> None:
    done = CliRunner().invoke(app, ["new-line", *words, "--into", str(repository), "--lang", "en"])
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert not (repository / "src/plumbline/lines/permits").exists()


def test_elsewhere_than_in_the_project_it_says_where_to_run(tmp_path: Path) -> None:
    said = ["new-line", "permits", "--zh", "许可", "--en", "Permits", "--into", str(tmp_path), "--lang", "en"]
    done = CliRunner().invoke(app, said)
    assert done.exit_code == 2
    assert "has no src/plumbline/lines" in done.stderr
    assert list(tmp_path.iterdir()) == []
