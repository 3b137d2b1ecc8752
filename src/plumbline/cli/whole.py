"""Files written whole or not at all: made aside, then put in their place."""

import os
import tempfile
from collections.abc import Callable, Sequence
from errno import EISDIR
from pathlib import Path

from plumbline.errors import OutputError


def whole(path: Path, make: Callable[[Path], object]) -> None:
    """Have ``make`` write a file aside, then put it at ``path`` in one step; raises OutputError where that fails."""

    def one(aside: Path) -> Sequence[str]:
        make(aside / path.name)
        return [path.name]

    _put(path.parent, one, path)


def together(folder: Path, make: Callable[[Path], Sequence[str]]) -> list[Path]:
    """Have ``make`` write files into a folder aside and return their names, then put them into ``folder``; return them.

    All are made before the first is put in its place. Raises OutputError where they cannot be written.
    """
    return _put(folder, make, folder)


def _put(folder: Path, make: Callable[[Path], Sequence[str]], where: Path) -> list[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".plumbline-") as aside:
            names = make(Path(aside))
            _require_free([folder / name for name in names])
            for name in names:
                os.replace(Path(aside, name), folder / name)
        return [folder / name for name in names]
    except OSError as error:
        raise OutputError.unwritable(str(where), error) from error


def _require_free(paths: Sequence[Path]) -> None:
    """See that no folder stands where a file is to go, before the first file is put in its place."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
