"""Sealing: a checkpoint of all entries so far, signed, kept in the book and as a file beside it."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from plumbline.errors import Refused, Words
from plumbline.ledger import Checkpoint, Frontier, opened, sign
from plumbline.ledger.leaves import HASH_BYTES
from plumbline.web.book.behind import require_borne_out, write_off
from plumbline.web.book.dialects import DIALECTS
from plumbline.web.book.leaves import leaves
from plumbline.web.book.loading import Progress
from plumbline.web.book.lost import damaged
from plumbline.web.book.places import CHECKPOINTS
from plumbline.web.book.sessions import asked, chunks, reading, size, writing
from plumbline.web.book.shape import Book


class Seal(NamedTuple):
    """A checkpoint as the book keeps it: its size, its root, the signed note, the peaks that sealing goes on from."""

    size: int
    root: bytes
    note: str
    frontier: bytes

    @property
    def grown(self) -> Frontier:
        """The frontier of the tree at that size."""
        peaks = [self.frontier[i : i + HASH_BYTES] for i in range(0, len(self.frontier), HASH_BYTES)]
        return Frontier(self.size, tuple(peaks))


def seals(book: Book, cursor: Any) -> list[Seal]:
    """Return all checkpoints by size; a note that is no text any more comes with marks in the place of what is damaged."""
    found = asked(cursor, DIALECTS[book.vendor].seals)
    return [Seal(size, root, note.decode(errors="replace"), peaks) for size, root, note, peaks in found.iter_rows()]


def seal(book: Book, sealed_at: datetime, progress: Progress | None = None, lost: str = "") -> str:
    """Seal the book as it is and return the signed note; where nothing came since the last checkpoint, that one's note.

    Takes time in proportion to what is new. Raises Refused for an empty book, Damaged where the last checkpoint is not
    what was signed, or covers more than there is, and where the book is behind one that lies as a file, unless ``lost``
    says why.
    """
    with reading(book) as cursor:
        kept, end = seals(book, cursor), size(cursor)
        _require_whole(book, kept, end)
        if lost:
            write_off(book, cursor, [s.note for s in kept], lost, sealed_at)
        require_borne_out(book, cursor, [s.note for s in kept])
        if not end:
            what = Words("账簿里还没有记录", "there is nothing in the book yet")
            raise Refused(str(book.folder), what, Words("请先载入记录", "Load records first"))
        frontier = _trusted(book, kept[-1]) if kept else Frontier()
        made = None if frontier.size == end else _sealed(book, _grown(cursor, frontier, end, progress), sealed_at)
    if made:
        _keep(book, made)
    for one in [*kept, *([made] if made else [])]:
        _file(book, one)
    return (made or kept[-1]).note


def _require_whole(book: Book, kept: list[Seal], end: int) -> None:
    """Raise Damaged where a checkpoint that the book keeps covers more entries than there are."""
    if max((s.size for s in kept), default=0) > end:
        what = Words("上次封账以后，账簿被截短了", "the book was cut short since the last checkpoint")
        raise damaged(book, what)


def _trusted(book: Book, last: Seal) -> Frontier:
    """Return the last checkpoint's frontier if its own root and signature bear it out."""
    try:
        signed = opened(last.note, book.keys.signing.public_key())
    except ValueError:
        signed = None
    if not signed or (signed.size, signed.root) != (last.size, last.root) or last.grown.root != last.root:
        what = Words(f"第 {last.size} 条处的封账已损坏", f"the checkpoint at {last.size} is damaged")
        raise damaged(book, what)
    return last.grown


def _grown(cursor: Any, frontier: Frontier, end: int, progress: Progress | None) -> Frontier:
    for low, high in chunks(frontier.size, end):
        frontier = frontier.grown(leaves(cursor, low, high))
        if progress:
            progress(high, end)
    return frontier


def _sealed(book: Book, frontier: Frontier, at: datetime) -> Seal:
    checkpoint = Checkpoint(book.origin, frontier.size, frontier.root, _second(at))
    note = sign(checkpoint, book.keys.signing)
    return Seal(frontier.size, frontier.root, note, b"".join(frontier.peaks))


def _second(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _keep(book: Book, made: Seal) -> None:
    row = pl.DataFrame([made], schema=list(Seal._fields), orient="row").to_arrow(compat_level=pl.CompatLevel.oldest())
    with writing(book) as cursor:
        cursor.adbc_ingest("book_checkpoint", row, mode="append")


def _file(book: Book, kept: Seal) -> None:
    """Write a checkpoint's file, whole or not at all; one that is there stays as it is."""
    path = file_of(book, kept.size)
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}-{os.getpid()}")
    part.write_text(kept.note, encoding="utf-8")
    os.replace(part, path)


def file_of(book: Book, at: int) -> Path:
    """Return where the checkpoint of a size lies as a file."""
    return book.folder / CHECKPOINTS / f"{at:012d}.txt"
