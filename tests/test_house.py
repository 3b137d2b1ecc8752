"""The rules of the house (docs/decisions/0001) that no other tool holds, and the import contracts."""

import ast
import re
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PURE = dict.fromkeys(("errors", "numerals", "periods", "claims", "checks", "law"), frozenset[str]())
PURE["ledger"] = frozenset({"cryptography"})


def modules(package: Path, name: str) -> list[Path]:
    """The files of one part of the house, be it a module or a folder of modules."""
    return sorted((package / name).rglob("*.py")) if (package / name).is_dir() else [package / f"{name}.py"]


def imported(path: Path) -> set[str]:
    """Top-level names of all that a file imports, at its head or inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_import_contracts_are_kept(repository: Path) -> None:
    assert lint_imports(config_filename=str(repository / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("part", PURE)
def test_pure_core_imports_the_standard_library_only(repository: Path, part: str) -> None:
    """Of the ledger, which signs, one library more."""
    for path in modules(repository / "src" / "plumbline", part):
        assert imported(path) <= sys.stdlib_module_names | {"plumbline"} | PURE[part], path


def test_requirements_are_hashed_and_name_no_host(repository: Path) -> None:
    lists = sorted((repository / "requirements").glob("*.txt"))
    assert [path.stem for path in lists] == ["bench", "boot", "build", "dev", "runtime", "spark"]
    for path in lists:
        for entry in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()):
            assert re.fullmatch(r"[\w.\[\]-]+==[^\\\n]+(\\\n +--hash=sha256:[0-9a-f]{64} ?)+", entry), entry


def test_glossary_gives_each_noun_in_both_languages(repository: Path) -> None:
    rows = re.findall(r"^\| \*\*(.+)$", (repository / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) >= 10
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert len(cells) == 4, row
        assert all(cells), row


def test_decisions_give_question_choice_and_cost(repository: Path) -> None:
    decisions = sorted((repository / "docs" / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert re.match(rf"# {path.name[:4]} \S", text), path
        assert all(f"**{part}.**" in text for part in ("Question", "Choice", "Cost")), path
