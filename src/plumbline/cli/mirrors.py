"""A book opened for reading by a command: its mirror brought up to it, with a bar, and said where it is made anew."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plumbline.cli.progress import progress
from plumbline.errors import Words

if TYPE_CHECKING:
    from plumbline.figures.opening import Open


def open_book(folder: Path, size: int | None, lang: str, *, engine: str = "duckdb", master: str = "") -> "Open":
    """Open the mirror of the book in ``folder``, as of ``size``; raises as ``figures.opening.open_mirror`` does."""
    from plumbline.web.reading.mirrors import opened

    return opened(folder, size, lambda at: _refresh(at, lang), engine=engine, master=master)


def _refresh(folder: Path, lang: str) -> None:
    """Bring the mirror up to the book; say so where it is damaged, or another book's, and is made anew."""
    from plumbline.web.book.mirroring import mirror
    from plumbline.web.book.opening import open_book

    def told(wrong: Words) -> None:
        said = Words(f"{wrong.zh}；正在重新生成镜像。", f"{wrong.en}; the mirror is made anew.")
        sys.stderr.write(said.in_(lang) + "\n")

    with progress(Words("镜像", "mirroring").in_(lang)) as step:
        mirror(open_book(folder), step, told=told)
