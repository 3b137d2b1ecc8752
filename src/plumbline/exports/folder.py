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
"""Says of a folder that it is an export, of which format, as of which size and root of the ledger."""


def exported(out: Path, form: Format, size: int, root: str, make: Callable[[Path], None]) -> list[Path]:
    """Have ``make`` write files into a folder aside, put that at ``out``, and return the files.

    Raises:
        OutputError: something else lies there, or it cannot be written to.
    """
    target = out.absolute()
    _require_free(target, form)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".plumbline-") as aside:
            made = Path(aside, "made")
            made.mkdir()
            make(made)
            said = {"format": form, "size": size, "root": root}
            (made / MARK).write_text(json.dumps(said) + "\n", encoding="utf-8")
            _put(made, target, Path(aside, "before"))
    except OSError as error:
        raise OutputError.unwritable(str(out), error) from error
    return sorted(path for path in out.iterdir() if path.name != MARK)


def _require_free(target: Path, form: Format) -> None:
    if not target.exists() or (target.is_dir() and (not any(target.iterdir()) or _format(target) == form)):
        return
    what = Words("那里有别的东西", "something else is there")
    todo = Words(
        "请另给一个文件夹；只有同一格式先前导出的文件夹才会被替换",
        "Name another folder; only an earlier export of the same format is replaced",
    )
    raise OutputError(str(target), what, todo)


def _format(folder: Path) -> str:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads((folder / MARK).read_bytes())["format"])
    return ""


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
