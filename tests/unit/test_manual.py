"""The generated pages of the reference: they show every example, every kind of finding, every option."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from plumbline.checks import KINDS
from plumbline.cli.commands import app


@pytest.fixture(scope="module")
def generate(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", repository / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_on_reading_asks_every_question_of_its_chapters(generate: ModuleType) -> None:
    page = generate.reading()
    for topic in generate.CHAPTERS:
        assert f"\n## {topic.zh} {topic.en}\n" in page
        for case in topic.cases:
            assert f"\n### {case.zh} {case.en}\n" in page


OWN_PAGES = {"test_report", "test_bridges", "test_figures", "test_deadlines"}
"""Tables of other shapes, each on a page of its own kind."""


def test_every_file_of_spec_tests_is_a_chapter(generate: ModuleType, repository: Path) -> None:
    files = {path.stem for path in (repository / "tests" / "spec").glob("test_*.py")}
    shown = {name for page in (generate, generate.lists) for name in vars(page) if name.startswith("test_")}
    assert shown == files
    assert len(generate.CHAPTERS) + len(generate.FOUND) + len(OWN_PAGES) == len(files)


def test_every_number_asked_about_is_marked_where_it_stands_and_nowhere_else(generate: ModuleType) -> None:
    for topic in generate.CHAPTERS:
        for case in topic.cases:
            marked = generate._quoted(case.text, tuple(case.numbers))
            assert marked.count("<mark>") == len(case.numbers), case.text
    assert (
        generate._quoted("受理113件，在办3件。", ("113件", "3件")) == "> 受理<mark>113件</mark>，在办<mark>3件</mark>。"
    )


def test_the_page_on_findings_lists_every_kind_with_its_severity(generate: ModuleType) -> None:
    page = generate.findings()
    for kind, k in KINDS.items():
        assert f"| `{kind}` | {k.name.zh} | {k.name.en} | {k.severity.value} |" in page


def commands(group: click.Group, above: str) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        yield f"{above} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above} {name}")


def test_the_page_on_the_command_line_names_every_command_and_option(generate: ModuleType) -> None:
    page, named = generate.command_line(), dict(commands(app, "plumbline"))
    assert {"plumbline load", "plumbline book show", "plumbline plan board"} < named.keys()
    for name, command in named.items():
        section = page.split(f"## {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option in section, (name, option)
        assert "--help" in section
