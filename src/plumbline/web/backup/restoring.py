"""Restoring a book from a backup: into a folder that is not there yet, and an empty database."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plumbline.errors import PlumblineError, Refused, Words
from plumbline.ledger import opened
from plumbline.web.backup import archive, copies
from plumbline.web.book.checkpoints import file_of
from plumbline.web.book.keys import FOLDER as KEYS
from plumbline.web.book.keys import SIGNING, TOKEN
from plumbline.web.book.opening import open_book
from plumbline.web.book.places import ABOUT, CHECKPOINTS
from plumbline.web.book.sessions import entries_in
from plumbline.web.book.shape import Book
from plumbline.web.databases import CONSOLE, FILE


def restore(path: Path, folder: Path, url: str) -> Book:
    """Return the book of a backup, unpacked into ``folder``; ``url`` is the empty PostgreSQL for one that was kept there.

    Raises Broken for an archive that is not whole, Refused where something is in the way. Nothing is left half restored.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = Words("这里已有东西", "something is there already")
        raise Refused(str(folder), what, Words("请用 --book 给出一个新文件夹", "Name a new folder with --book"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".plumbline-", dir=folder.parent) as made:
        aside = Path(made, "book")
        aside.mkdir()
        said = archive.unpack(path, aside)
        _require_parts(path, aside, said)
        _require_database(path, said, url)
        (aside / KEYS).chmod(0o700)
        if url:
            _fill(aside, url, said)
        _require_fit(path, aside, url)
        os.replace(aside, folder)
    return open_book(folder, url=url)


def _require_parts(path: Path, aside: Path, said: dict[str, Any]) -> None:
    """Raise Broken where an archive lacks what every book is made of: anew it would be another, and empty."""
    of = said.get("tables") if said.get("database") == "postgresql" else None
    held = [FILE, CONSOLE] if of is None else [f"{copies.TABLES}/{table}" for table in of]
    needed = (ABOUT, *(f"{KEYS}/{name}" for name in (SIGNING, TOKEN)), *held)
    if "database" not in said or not all((aside / name).is_file() for name in needed):
        raise archive.broken(path)


def _require_fit(path: Path, aside: Path, url: str) -> None:
    """Raise Broken for a book that cannot be opened: it is not put in its place."""
    try:
        open_book(aside, create=True, url=url)
    except PlumblineError as error:
        raise archive.broken(path) from error


def _require_database(path: Path, said: dict[str, Any], url: str) -> None:
    if said["database"] == ("postgresql" if url else "sqlite"):
        return
    what = Words(f"这份备份取自 {said['database']}", f"this backup was taken of {said['database']}")
    todo = Words("请相应设置或取消 DATABASE_URL", "Set DATABASE_URL, or take it away, accordingly")
    raise Refused(str(path), what, todo)


def _fill(aside: Path, url: str, said: dict[str, Any]) -> None:
    """Make the tables and fill them; the checkpoints step aside, as they would say that the database was lost."""
    from plumbline.web.console.serving import prepare

    seals, apart = aside / CHECKPOINTS, aside.parent / CHECKPOINTS
    if seals.exists():
        shutil.move(seals, apart)
    prepare(aside, trial=False, plain=True, new=True)
    book = open_book(aside, url=url)
    _require_fitting(book, said["tables"])
    copies.fill(url, aside, said["tables"])
    shutil.rmtree(aside / copies.TABLES)
    if apart.exists():
        shutil.move(apart, seals)


def _require_fitting(book: Book, held: dict[str, list[str]]) -> None:
    """Raise Refused where the database has entries, or its tables are not those of the backup."""
    import psycopg

    if entries_in(book):
        what = Words("这个数据库里已有记录", "this database has entries already")
        raise Refused("DATABASE_URL", what, Words("请给出一个空的数据库", "Name an empty database"))
    with psycopg.connect(book.url) as connection:
        if any(sorted(copies.columns(connection, table)) != sorted(names) for table, names in held.items()):
            what = Words("这份备份出自另一版本", "this backup was made by another version")
            todo = Words("请用那一版本恢复，再升级", "Restore it with that version, then upgrade")
            raise Refused("DATABASE_URL", what, todo)


def remember(book: Book, notes: Iterable[Path]) -> int:
    """Keep checkpoints known from elsewhere with a restored book, and return the greatest size that any book of it had.

    What the book does not bear out it will not seal over. Raises Refused for a note that this book did not sign.
    """
    greatest = 0
    for path in notes:
        note = path.read_text(encoding="utf-8", errors="replace")
        try:
            size = opened(note, book.keys.signing.public_key()).size
        except ValueError as error:
            what = Words("这不是这本账签发的封账", "this is no checkpoint signed by this book")
            raise Refused(str(path), what, Words("请给出它的封账文件", "Name its own checkpoint files")) from error
        target = file_of(book, size)
        target.parent.mkdir(exist_ok=True)
        if not target.exists():
            target.write_text(note, encoding="utf-8")
        greatest = max(greatest, size)
    return greatest
