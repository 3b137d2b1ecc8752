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
        (("permits", "--zh", "许可", "--en", "Permits''' "), "will not do"),
        (("permits", "--zh", "许可", "--en", 'Per"""mits'), "will not do"),
        (("permits", "--zh", "许可", "--en", "Permits", "--body", "甲机关\n"), "--body: “甲机关"),
        (("permits", "--zh", "刑事审判", "--en", "Permits"), "the line trials is called “刑事审判 "),
        (("permits", "--zh", "许可", "--en", "TRIALS"), "the line trials is called"),
        (("../permits", "--zh", "许可", "--en", "Permits"), "“../permits” cannot be a line's code"),
        (("/tmp/permits", "--zh", "许可", "--en", "Permits"), "“/tmp/permits” cannot be a line's code"),
        (("许可", "--zh", "许可", "--en", "Permits"), "“许可” cannot be a line's code"),
        (("permits_", "--zh", "许可", "--en", "Permits"), "“permits_” cannot be a line's code"),
        (("__init__", "--zh", "许可", "--en", "Permits"), "“__init__” cannot be a line's code"),
        # names that the registry or the line's own files use for something else
        (("figures", "--zh", "许可", "--en", "Permits"), "“figures” cannot be a line's code"),
        (("line", "--zh", "许可", "--en", "Permits"), "“line” cannot be a line's code"),
        (("period", "--zh", "许可", "--en", "Permits"), "“period” cannot be a line's code"),
        (("closed", "--zh", "许可", "--en", "Permits"), "“closed” cannot be a line's code"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_written(
    repository: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """In a project with one line, trials."""
    made, trials = _bare(tmp_path), "src/plumbline/lines/trials"
    shutil.copytree(repository / trials, made / trials)
    there = set(made.rglob("*"))
    done = CliRunner().invoke(app, ["new-line", *words, "--into", str(made), "--lang", "en"])
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert set(made.rglob("*")) == there


def test_elsewhere_than_in_the_project_it_says_where_to_run(tmp_path: Path) -> None:
    said = ["new-line", "permits", "--zh", "许可", "--en", "Permits", "--into", str(tmp_path), "--lang", "en"]
    done = CliRunner().invoke(app, said)
    assert done.exit_code == 2
    assert "has no src/plumbline/lines" in done.stderr
    assert list(tmp_path.iterdir()) == []


def _bare(folder: Path) -> Path:
    """The folders of a project, and no line in them."""
    for part in ("src/plumbline/lines", "tests/lines/readings"):
        (folder / part).mkdir(parents=True)
    return folder


ASKED = ("new-line", "permits", "--zh", "行政许可", "--en", "Permits", "--lang", "en", "--into")


def test_readings_of_that_name_are_not_written_over(tmp_path: Path) -> None:
    kept = _bare(tmp_path) / "tests/lines/readings/permits.txt"
    kept.write_text("permits.opened 2020 - cases 7\n", encoding="utf-8")
    done = CliRunner().invoke(app, [*ASKED, str(tmp_path)])
    assert (done.exit_code, "there is a line permits already" in done.stderr) == (2, True)
    assert kept.read_text(encoding="utf-8") == "permits.opened 2020 - cases 7\n"
    assert list((tmp_path / "src/plumbline/lines").iterdir()) == []


def test_where_the_disk_is_full_nothing_is_left(tmp_path: Path) -> None:
    """Files may have 200 bytes: the first of the line's fits, the second does not."""
    code = (
        "import resource, sys; from plumbline.cli.commands import app; import plumbline.cli.scaffolding;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)); app(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *ASKED, str(_bare(tmp_path))],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2, done.stderr
    assert "src/plumbline/lines/permits: cannot be written (File too large)" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file() or "permits" in path.name] == []
