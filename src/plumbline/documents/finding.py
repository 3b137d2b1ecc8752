"""Which documents a list of paths and folders stands for."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from plumbline.documents.formats import ENDINGS
from plumbline.documents.limits import FOUND_FILES
from plumbline.documents.sources import shown, translated
from plumbline.errors import NotFound, TooLarge, Words

# 〇 and 零 both, as years are written: 二〇一九, 二零一九
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def find(paths: Sequence[str]) -> list[Path | Literal["-"]]:
    """Return what to ``load``, in the order given; a folder becomes the documents in it and in its folders.

    In a folder only names with a known ending count (.txt .md .html .htm .docx .pdf), in natural order: 9 before 10,
    二〇一八 before 二〇一九. Hidden files, Word's lock files (~$x.docx), links to folders and pipes are passed over.
    What is no folder is returned as it is, for ``load`` to judge. Raises NotFound for a folder with no document in it,
    TooLarge for one with over FOUND_FILES, InputError for one that may not be read.
    """
    found: list[Path | Literal["-"]] = []
    for path in paths:
        if path != "-" and os.path.isdir(path):
            found.extend(_documents(path))
        else:
            found.append("-" if path == "-" else Path(path))
    return found


def _documents(folder: str) -> list[Path]:
    found: list[Path] = []
    for path in _walk(folder):
        found.append(path)
        if len(found) > FOUND_FILES:
            raise _too_many(folder)
    if not found:
        raise _none(folder)
    return sorted(found, key=lambda path: (natural(path), str(path)))


def _walk(folder: str) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise translated(error, shown(error.filename or folder)) from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if _is_document(path):
                yield path


def _is_document(path: Path) -> bool:
    wanted = path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~$"))
    return wanted and os.path.isfile(path)


def natural(path: Path) -> list[list[tuple[int, str]]]:
    """Return the key that sorts paths folder by folder, numbers by their value."""
    return [[_piece(piece) for piece in re.split(r"(\d+)", part.translate(_DIGITS))] for part in path.parts]


def _piece(piece: str) -> tuple[int, str]:
    return (int(piece), "") if piece.isdecimal() else (0, piece)


def _none(folder: str) -> NotFound:
    kinds = " ".join(ENDINGS)
    what = Words("文件夹里没有可读的文档", "there is no document in that folder")
    todo = Words(f"放入以下类型的文件：{kinds}", f"Put files of these kinds in it: {kinds}")
    return NotFound(shown(folder), what, todo)


def _too_many(folder: str) -> TooLarge:
    what = Words(f"文件夹里的文档超过 {FOUND_FILES} 份", f"there are over {FOUND_FILES} documents in that folder")
    return TooLarge(shown(folder), what, Words("写明其中较小的文件夹", "Name a smaller folder in it"))
