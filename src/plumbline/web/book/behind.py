"""A book behind a checkpoint it once signed, as one restored from an older backup is: it signs no other until it is told.

Two checkpoints that do not agree would show to the world a book that was rewritten.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plumbline.errors import Damaged, Refused, Words
from plumbline.ledger import Checkpoint, opened
from plumbline.ledger.tree import root
from plumbline.web.book.leaves import leaves
from plumbline.web.book.places import CHECKPOINTS
from plumbline.web.book.sessions import chunks, size
from plumbline.web.book.shape import Book

LOST = "lost"
"""The folder, among the checkpoints, of those whose entries are gone; in it the file REASONS says why."""
REASONS = "reasons.jsonl"
_TODO = Words(
    "请运行 plumbline book verify；若恢复自较早的备份，请换更新的备份，或用 plumbline book checkpoint --lost 写明缘由",
    "Run plumbline book verify; if it was restored from an older backup, take a newer one, or say why with "
    "plumbline book checkpoint --lost",
)


def require_borne_out(book: Book, cursor: Any, notes: list[str]) -> None:
    """Raise Damaged where a checkpoint that lies as a file only, not among ``notes``, is not what the entries give."""
    for path, signed in _gone(book, cursor, notes):
        what = Words(
            f"账簿落后于 {signed.size} 条处的封账（{path.name}）：此后的记录不见了",
            f"the book is behind its checkpoint {path.name}: entries up to {signed.size} are gone",
        )
        raise Damaged(str(book.folder), what, _TODO)


def write_off(book: Book, cursor: Any, notes: list[str], reason: str, at: datetime) -> None:
    """Put the checkpoints aside that the entries do not bear out, with the reason; Refused where there is none."""
    lost = [path for path, _ in _gone(book, cursor, notes)]
    if not lost:
        what = Words("账簿没有落后于任何封账", "the book is behind no checkpoint")
        raise Refused("--lost", what, Words("请去掉 --lost", "Leave out --lost"))
    place = book.folder / CHECKPOINTS / LOST
    place.mkdir(exist_ok=True)
    said = {"at": at.astimezone(UTC).isoformat(timespec="seconds"), "entries": size(cursor), "reason": reason}
    with (place / REASONS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(said | {"checkpoints": [path.name for path in lost]}, ensure_ascii=False) + "\n")
    for path in lost:
        path.replace(place / path.name)


def _gone(book: Book, cursor: Any, notes: list[str]) -> Iterator[tuple[Path, Checkpoint]]:
    """Yield the checkpoints signed by the book that only lie as files and that its entries do not give."""
    for path in sorted((book.folder / CHECKPOINTS).glob("*.txt")):
        note = path.read_text(encoding="utf-8", errors="replace")
        signed = None if note in notes else _opened(book, note)
        if signed and not _borne_out(cursor, signed):
            yield path, signed


def _opened(book: Book, note: str) -> Checkpoint | None:
    """Return what a note says; None for one that was changed, which verifying tells."""
    try:
        return opened(note, book.keys.signing.public_key())
    except ValueError:
        return None


def _borne_out(cursor: Any, signed: Checkpoint) -> bool:
    if signed.size > size(cursor):
        return False
    row = [leaf for low, high in chunks(0, signed.size) for leaf in leaves(cursor, low, high)]
    return root(b"".join(row)) == signed.root
