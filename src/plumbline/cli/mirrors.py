"""A book's mirror, brought up to the book where that has moved on, and opened."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plumbline.cli.progress import progress
from plumbline.errors import NoBook, Words

if TYPE_CHECKING:
    from plumbline.figures.opening import Open


def open_book(folder: Path, size: int | None, lang: str, *, engine: str = "duckdb", master: str = "") -> "Open":
    """Open the mirror of the book in ``folder``, as of ``size``; raises as ``figures.opening.open_mirror`` does."""
    _require(folder)
    from plumbline.figures.opening import open_mirror
    from plumbline.lines import kinds

    if _moved_on(folder):
        _refresh(folder, lang)
    at = os.environ.get("PLUMBLINE_MIRROR", "")
    return open_mirror(folder / "mirror", kinds(), size, engine=engine, at=at, master=master)


def _require(folder: Path) -> None:
    if not (folder / "book.json").exists() and not (folder / "mirror").exists():
        what = Words("这里没有账簿", "there is no book here")
        todo = Words(
            "请用 --book 给出账簿文件夹，或先用 plumbline book init 建一本",
            "Name the book's folder with --book, or make one with plumbline book init",
        )
        raise NoBook(str(folder), what, todo)


def _moved_on(folder: Path) -> bool:
    """Return whether the book may have entries that its mirror has not; a mirror without a book has none to wait for."""
    if not (folder / "book.json").exists():
        return False
    head = folder / "mirror" / "mirror.json"
    if os.environ.get("DATABASE_URL") or not head.exists():
        return True
    written = [folder / name for name in ("book.sqlite3", "book.sqlite3-wal")]
    return any(p.exists() and p.stat().st_mtime_ns >= head.stat().st_mtime_ns for p in written)


def _refresh(folder: Path, lang: str) -> None:
    from plumbline.web.book.mirroring import mirror
    from plumbline.web.book.opening import open_book

    with progress(Words("镜像", "mirroring").in_(lang)) as step:
        mirror(open_book(folder), step)
