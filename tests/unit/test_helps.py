"""Help as it stands on a terminal of 80 columns: nothing runs over, and each command says what it is for in both languages."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

import click
import pytest
from click.testing import CliRunner

from plumbline.cli.commands import app
from plumbline.cli.helps import laid, wrapped


def paths(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield above
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield from paths(command, (*above, name)) if isinstance(command, click.Group) else [(*above, name)]


EVERY = list(paths(app))


def columns(line: str) -> int:
    return len(line) + sum(east_asian_width(c) in "WF" for c in line)


def helped(*words: str) -> list[str]:
    return CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "80"}).output.splitlines()


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_no_line_of_help_runs_over_but_a_command_to_be_copied(words: tuple[str, ...]) -> None:
    lines = helped(*words)
    assert len(lines) > 5
    assert not [line for line in lines if columns(line) > 80 and not line.strip().startswith("plumbline ")]
    assert not [line for line in lines if re.match(r"\s*[，。；：、）”》〕]", line)]


@pytest.mark.parametrize("words", [(), ("book",), ("plan",)], ids=" ".join)
def test_a_group_lists_each_command_first_in_chinese_then_in_english(words: tuple[str, ...]) -> None:
    lines = helped(*words)
    below = [path[-1] for path in EVERY if path[:-1] == words and path]
    at = lines.index("命令 Commands:") + 1
    listed = lines[at : at + 2 * len(below)]
    assert [line.split()[0] for line in listed[::2]] == below
    assert all(re.search("[\u4e00-\u9fff]", line) for line in listed[::2])
    assert all(re.match(" {6,}[A-Z][a-z]+", line) for line in listed[1::2])


def test_chinese_is_wrapped_by_the_width_it_takes_and_keeps_its_marks() -> None:
    assert list(wrapped("账簿只增不改，旧的仍在（原处）。", 12)) == ["账簿只增不", "改，旧的仍在", "（原处）。"]
    assert list(wrapped("一个\n文件 a long\nline", 9)) == ["一个文件", "a long", "line"]


def test_lines_that_stand_by_themselves_are_kept_and_cut_only_where_too_wide() -> None:
    kept = "\b\n  0  done\n  2  a file was refused\n  plumbline load one.xlsx --line trials"
    lines = ["  0  done", "  2  a file", "     was refused", "  plumbline load one.xlsx --line trials"]
    assert list(laid("One.\n\n" + kept, 16)) == ["One.", "", *lines]


@pytest.mark.parametrize(
    ("words", "near"), [(["limtis"], "limits"), (["book", "shw"], "show"), (["plan", "bord"], "board")]
)
def test_a_command_that_is_none_is_refused_in_both_languages_with_the_nearest(words: list[str], near: str) -> None:
    run = CliRunner().invoke(app, words)
    assert run.exit_code == 2
    assert f"没有“{words[-1]}”这个命令。最接近的是“{near}”。" in run.output
    assert f"There is no command “{words[-1]}”. The nearest is “{near}”." in run.output
