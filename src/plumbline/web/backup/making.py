"""Making a backup, while the book is written to."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plumbline import __version__
from plumbline.web.backup import archive, copies
from plumbline.web.book.places import CHECKPOINTS
from plumbline.web.book.shape import Book
from plumbline.web.databases import CONSOLE, FILE

DERIVED = ("mirror",)
"""What is made anew from the rest."""


def backup(book: Book, out: Path) -> None:
    """Write the archive of a book: its databases, keys, checkpoints, whatever else lies in its folder, but no mirror.

    Checkpoints are listed before the databases, files that records point at after them: so nothing is pointed at in vain.
    """
    with tempfile.TemporaryDirectory(prefix=".plumbline-", dir=out.parent) as made:
        aside = Path(made)
        seals = list(_below(book.folder, book.folder / CHECKPOINTS))
        about = _about(book)
        if book.url:
            about["tables"] = copies.tables(book.url, aside)
        else:
            copies.lite(book, aside)
        parts = [*seals, *_rest(book.folder), *_below(aside, aside)]
        archive.pack(out, parts, about)


def _about(book: Book) -> dict[str, Any]:
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"origin": book.origin, "database": book.vendor, "made": made, "plumbline": __version__}


def _rest(folder: Path) -> Iterator[archive.Part]:
    """Yield the description, the keys, and all else but databases, checkpoints, what is derived and what is half written."""
    databases = tuple(f"{name}{end}" for name in (FILE, CONSOLE) for end in ("", "-wal", "-shm", "-journal"))
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in (*DERIVED, CHECKPOINTS):
            yield from _below(folder, path)
        elif path.is_file() and path.name not in databases and not path.name.startswith("."):
            yield path.name, path


def _below(folder: Path, place: Path) -> Iterator[archive.Part]:
    for path in sorted(place.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path
