"""A book's mirror, brought up to the book where that has moved on, made anew where it is damaged, and opened."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from plumbline.errors import NoBook, NoMirror, Words
from plumbline.figures.opening import Open, open_mirror
from plumbline.lines import kinds

Refresh = Callable[[Path], object]
"""Brings the mirror of the book in a folder up to the book."""


def opened(folder: Path, size: int | None, refresh: Refresh, *, engine: str = "duckdb", master: str = "") -> Open:
    """Open the mirror of the book in ``folder``, as of ``size``; raises as ``figures.opening.open_mirror`` does."""
    require(folder)
    if moved_on(folder):
        refresh(folder)
    at = os.environ.get("PLUMBLINE_MIRROR", "")
    try:
        return open_mirror(folder / "mirror", kinds(), size, engine=engine, at=at, master=master)
    except NoMirror:
        if not (folder / "book.json").exists():
            raise
        refresh(folder)
        return open_mirror(folder / "mirror", kinds(), size, engine=engine, at=at, master=master)


def require(folder: Path) -> None:
    """Raise NoBook where a folder holds neither a book nor a mirror."""
    if not (folder / "book.json").exists() and not (folder / "mirror").exists():
        what = Words("这里没有账簿", "there is no book here")
        todo = Words(
            "请用 --book 给出账簿文件夹，或先用 plumbline book init 建一本",
            "Name the book's folder with --book, or make one with plumbline book init",
        )
        raise NoBook(str(folder), what, todo)


def moved_on(folder: Path) -> bool:
    """Return whether the book may have entries that its mirror has not; a mirror without a book has none to wait for."""
    if not (folder / "book.json").exists():
        return False
    head = folder / "mirror" / "mirror.json"
    if os.environ.get("DATABASE_URL") or not head.exists():
        return True
    if _said(head) != _entered(folder):
        return True
    written = [folder / name for name in ("book.sqlite3", "book.sqlite3-wal")]
    return any(p.exists() and p.stat().st_mtime_ns >= head.stat().st_mtime_ns for p in written)


def _said(head: Path) -> tuple[str, int] | None:
    """Return of which book, by its origin, a mirror says it holds how many entries; None where it is damaged."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(head.read_bytes())
        return str(said["origin"]), int(said["size"])
    return None


def _entered(folder: Path) -> tuple[str, int] | None:
    """Return a book's origin and how many entries it has; None where that cannot be told in passing."""
    with suppress(OSError, ValueError, KeyError, TypeError, sqlite3.Error):
        origin = json.loads((folder / "book.json").read_bytes())["origin"]
        with closing(sqlite3.connect(_address(folder), uri=True)) as kept:
            last = kept.execute("SELECT max(position) FROM book_entry").fetchone()[0]
        return str(origin), 0 if last is None else int(last) + 1
    return None


def _address(folder: Path) -> str:
    from plumbline.web.databases import address

    found = address(folder)
    return found if found.startswith("file:") else f"{Path(found).as_uri()}?mode=ro"
