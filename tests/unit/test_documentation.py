"""The documentation holds: its Python runs, its commands exist and print what is shown, its links lead somewhere."""

import doctest
import io
import logging
import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple, get_args

import click
import pytest

from plumbline.checks import KINDS, Severity, check
from plumbline.claims import Approx, Direction, How, Kind, Rate, Relation, as_data, read
from plumbline.cli.commands import app
from plumbline.cli.jsons import _finding

TOP = Path(__file__).resolve().parents[2]
READMES = [TOP / "README.md", TOP / "README.zh.md"]
PAGES = [*READMES, *(TOP / f"{name}.md" for name in ("GLOSSARY", "CHANGELOG")), *sorted((TOP / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SAME = doctest.OutputChecker()
TRIMMED = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
NAMES = ("plumbline", ".venv/bin/plumbline")


class Block(NamedTuple):
    """A fenced block: its kind (python, text, bash, console) and its lines."""

    kind: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(m["kind"], m["text"]) for m in FENCE.finditer(page.read_text(encoding="utf-8"))]


def having(*kinds: str) -> list[Path]:
    return [page for page in PAGES if any(block.kind in kinds for block in blocks(page))]


def name(page: Path) -> str:
    return str(page.relative_to(TOP))


def check_same(want: str, got: str) -> None:
    assert SAME.check_output(want, got, TRIMMED), f"shown:\n{want}\nprinted:\n{got}"


@pytest.mark.parametrize("page", having("python"), ids=name)
def test_python_runs_and_prints_what_is_shown(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found, names = blocks(page), {}
    for block, after in zip(found, [*found[1:], Block("", "")], strict=True):
        if block.kind == "python":
            printed = io.StringIO()
            with redirect_stdout(printed):
                exec(compile(block.text, name(page), "exec"), names)
            check_same(after.text if after.kind == "text" else "", printed.getvalue())


class Terminal:
    """Runs shell commands one after the other in one folder, each knowing how the last one ended."""

    def __init__(self, folder: Path, lang: str) -> None:
        (folder / "src").symlink_to(TOP / "src")
        self.folder, self.ended = folder, 0
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        alone = {"PLUMBLINE_SHARED": str(folder / "none"), "PLUMBLINE_LANG": lang, "COLUMNS": "140"}
        self.environment = {**os.environ, "PATH": path, **alone}

    def run(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.ended})\n{command}"],
            cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        self.ended = done.returncode
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout


def session(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what is shown below it."""
    return [(c.partition("\n")[0], c.partition("\n")[2]) for c in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]]


@pytest.mark.parametrize("page", having("console"), ids=name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "zh" if page.stem.endswith(".zh") else "en")
    for block in blocks(page):
        if block.kind == "bash" and block.text.startswith("cat > "):
            terminal.run(block.text)
        for command, shown in session(block.text) if block.kind == "console" else ():
            if "jq " not in command or shutil.which("jq"):
                check_same(shown, terminal.run("plumbline demo" if command == "make demo" else command))


def simple(line: str) -> list[list[str]]:
    """The simple commands of a line of shell: what stands between pipes, semicolons and redirections."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    found: list[list[str]] = [[]]
    for word in words:
        if set(word) <= set("|&;<>()"):
            found.append([])
        else:
            found[-1].append(word)
    return [command for command in found if command]


def commands(page: Path) -> list[list[str]]:
    """Every plumbline command a page shows, in blocks and in the running text."""
    text = page.read_text(encoding="utf-8")
    lines = [
        line.removeprefix("$ ") for b in blocks(page) if b.kind in ("bash", "console") for line in b.text.split("\n")
    ]
    lines += re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    likely = [line for line in lines if re.search(r"(?:^|[|&;] *)(?:\.venv/bin/)?plumbline ", line)]
    return [command for line in likely for command in simple(line) if command[0] in NAMES]


def parse(arguments: list[str]) -> None:
    """Parse arguments as the command line does, running nothing; a command named without its files is fine."""
    first, *rest = arguments
    if first.startswith("-"):
        context = click.Context(app)
        assert first in {option for parameter in app.get_params(context) for option in parameter.opts}, first
        return
    command = app.get_command(click.Context(app), first)
    if command is None:
        raise KeyError(first)
    try:
        command.make_context(first, rest)
    except (click.exceptions.Exit, click.exceptions.NoArgsIsHelpError):
        pass  # --help, or a group named as a whole
    except click.MissingParameter:
        assert not rest, arguments


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_shown_exist_with_their_options(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands(page):
        parse(command[1:])


def test_commands_are_found_where_they_are_shown() -> None:
    found = [" ".join(command) for page in READMES for command in commands(page)]
    assert found.count("plumbline check 2012.txt 2013.txt 2014.txt 2015.txt") == 2
    assert ["plumbline", "check", "-"] in commands(TOP / "docs/how-to/json-and-pipelines.md")
    with pytest.raises(click.NoSuchOption):
        parse(["read", "--colour", "report.txt"])
    with pytest.raises(KeyError):
        parse(["prove", "report.txt"])


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_targets_of_make_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"(?:^(?:\$ )?|`)make ([a-z]+)", text, re.MULTILINE)
    assert set(shown) <= targets


LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")


def links(page: Path) -> list[str]:
    return [m["to"] for m in LINK.finditer(FENCE.sub("", page.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent == TOP], ids=name)
def test_links_at_the_top_lead_to_files(page: Path) -> None:
    for link in links(page):
        assert link.startswith("https://") or (TOP / link.partition("#")[0]).is_file(), link


def test_the_site_builds_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(TOP / "mkdocs.yml"), site_dir=str(tmp_path))
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        build(config)
    assert [record.getMessage() for record in caplog.records if record.name.startswith("mkdocs")] == []


def test_every_page_is_in_the_contents() -> None:
    contents = (TOP / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    for page in (TOP / "docs").rglob("*.md"):
        assert f": {page.relative_to(TOP / 'docs').as_posix()}\n" in contents, page


def test_both_readmes_say_the_same() -> None:
    english, chinese = READMES
    shown = [[block.kind for block in blocks(page)] for page in READMES]
    assert shown[0] == shown[1]
    asked = [[[w for w in c if w not in ("en", "zh")] for c in commands(page)] for page in READMES]
    assert asked[0] == asked[1]
    there = [{re.sub(r"\.zh\.(md|png)$", r".\1", link) for link in links(page)} for page in READMES]
    assert there[0] == there[1]
    for mark in ("## ", "| ", "- "):
        first, second = (page.read_text(encoding="utf-8").count(f"\n{mark}") for page in (english, chinese))
        assert first == second, mark


def test_the_reference_of_json_names_every_field_and_every_word() -> None:
    page = (TOP / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    reading = read("2022年，检察院受理案件113件，办结110件，在办5件。")
    data = as_data(reading)
    claim = next(c for c in data["claims"] if c["sources"])
    fields = {"file", "findings", *data, *claim, *claim["sources"]["unit"], *data["relations"][0]}
    fields |= set(_finding(check(reading)[0]))
    words = {word for of in (Kind, Approx, Rate, Direction, How) for word in get_args(of)}
    words |= {s.value for s in Severity} | set(get_args(Relation.__annotations__["type"])) | set(KINDS)
    assert [field for field in fields if f"`{field}`" not in page] == []
    assert [word for word in words if f'`"{word}"`' not in page and f"`{word}`" not in page] == []


def test_pictures_are_light() -> None:
    for link in ("annotated-page.png", "annotated-page.zh.png"):
        picture = (TOP / "docs" / "pictures" / link).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 400_000
