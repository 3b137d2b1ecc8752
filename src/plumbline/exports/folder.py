"""The folder of an export: made aside and put in place whole; only an earlier export of the same format is replaced."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal, get_args

from plumbline.errors import OutputError, Words

Format = Literal["ocel", "frictionless", "csvw"]
FORMATS: tuple[Format, ...] = get_args(Format)
MARK = "plumbline-export.json"
"""Says of a folder that it is an export: its format, its files, the size and root of the ledger as of which it is."""


def exported(out: Path, form: Format, size: int, root: str, make: Callable[[Path], None]) -> list[Path]:
    """Have ``make`` write files into a folder aside, put that at ``out``, and return the files.

    Raises:
        OutputError: something else lies there, or it cannot be written to.
    """
    try:
        target = Path(os.path.realpath(out))
        _require_free(target, form)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".plumbline-") as aside:
            made = Path(aside, "made")
            made.mkdir()
            make(made)
            said = {"format": form, "size": size, "root": root, "files": sorted(os.listdir(made))}
            (made / MARK).write_text(json.dumps(said) + "\n", encoding="utf-8")
            _put(made, target, Path(aside, "before"))
    except OSError as error:
        raise OutputError.unwritable(str(out), error) from error
    return sorted(path for path in out.iterdir() if path.name != MARK)


def _require_free(target: Path, form: Format) -> None:
    """See that nothing is there, or only what an earlier export of the same format wrote; raises OutputError."""
    others = set(os.listdir(target)) - _written(target, form) if target.is_dir() else {target.name}
    if target.exists() and others:
        what = Words(f"那里有别的东西（{min(others)}）", f"something else is there ({min(others)})")
        todo = Words(
            "请另给一个文件夹；只有同一格式先前导出的文件夹才会被替换",
            "Name another folder; only an earlier export of the same format is replaced",
        )
        raise OutputError(str(target), what, todo)


def _written(folder: Path, form: Format) -> set[str]:
    """Return the names of what an earlier export of the format wrote into a folder; none where there was none."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((folder / MARK).read_bytes())
        return {MARK, *said["files"]} if said["format"] == form else set()
    return set()


def _put(made: Path, target: Path, before: Path) -> None:
    """Put the new folder in place of the old one; where that fails the old one is put back."""
    made.chmod(0o755)
    if target.exists():
        os.replace(target, before)
    try:
        os.replace(made, target)
    except BaseException:
        if before.exists():
            os.replace(before, target)
        raise
    shutil.rmtree(before, ignore_errors=True)
