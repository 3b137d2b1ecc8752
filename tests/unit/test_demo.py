"""The report that ships: exactly the mistakes it says it holds are found, and nothing else is accused."""

import json
from importlib.resources import files

import pytest

from plumbline import demo
from plumbline.checks import Finding, Severity, check
from plumbline.claims import read

TEXT = (files("plumbline.demo") / "lanzhou-2020.txt").read_text(encoding="utf-8")
MISTAKES = json.loads((files("plumbline.demo") / "mistakes.json").read_text(encoding="utf-8"))
FINDINGS = check(read(TEXT))


def inside(finding: Finding, snippet: str) -> bool:
    start = TEXT.index(snippet)
    return start <= finding.start and finding.end <= start + len(snippet)


def test_three_mistakes_and_a_note_are_planted_each_in_one_place() -> None:
    assert sorted(m["kind"] for m in MISTAKES) == ["broken_sum", "differs", "headings", "points"]
    assert all(TEXT.count(m["snippet"]) == 1 for m in MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m["kind"])
def test_each_planted_mistake_is_found_where_it_stands(mistake: dict[str, str]) -> None:
    assert [f.kind for f in FINDINGS if f.kind == mistake["kind"] and inside(f, mistake["snippet"])] == [
        mistake["kind"]
    ]


def test_nothing_else_is_accused_or_noted() -> None:
    raised = [f for f in FINDINGS if f.severity in (Severity.ERROR, Severity.NOTE)]
    assert sorted(f.kind for f in raised) == sorted(m["kind"] for m in MISTAKES)


def test_the_working_shows_the_figures_worked_out_by_hand() -> None:
    working = {f.kind: [line.zh for line in f.working] for f in FINDINGS if f.severity is Severity.ERROR}
    assert "110案 + 5案 = 115案" in working["broken_sum"]
    assert "93案 ÷ 103案 = 90.29%" in working["differs"]


def test_the_sum_of_the_courts_holds() -> None:
    # 审结93 + 已开庭未宣判7 + 未开庭3 = 受理103
    held = [f for f in FINDINGS if f.severity is Severity.OK and TEXT[f.start : f.end] == "103案"]
    assert [line.zh for f in held for line in f.working] == ["93案 + 7案 + 3案 = 103案"]


def test_the_text_says_that_it_is_made_up() -> None:
    assert "示例文本" in TEXT.splitlines()[0]
    assert "请勿引用" in TEXT.splitlines()[-1]


def test_the_labelled_copy_among_the_tests_is_the_same_text(repository) -> None:
    copy = repository / "tests" / "reports" / "lanzhou-2020-demo.txt"
    assert copy.read_text(encoding="utf-8") == TEXT


def test_the_commands_to_try_next_are_written_as_they_can_be_typed(tmp_path, monkeypatch) -> None:
    program = tmp_path / "bin" / "plumbline"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(program)])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert demo.called() == "bin/plumbline"
    monkeypatch.setenv("PATH", str(program.parent))
    assert demo.called() == "plumbline"
