"""The book of this console: opened once to write, and lent, a few readers at a time, to whoever reads figures.

A mirror that is brought up to its book merges files and removes what it merged before: so that waits until no reader is
lent, and readers opened before it are not lent again. Only ADBC looks at the book's file here (decision 0010).
"""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings

from plumbline.figures.mirror import FOLDS, Erased
from plumbline.figures.opening import Open, open_mirror
from plumbline.lines import kinds
from plumbline.web.book import Book, open_book
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.sessions import asked
from plumbline.web.book.sessions import reading as looking
from plumbline.web.console import keeping

READERS = 2
"""Mirrors lent at once: each is a DuckDB of its own, which two threads may not share."""
IDLE = 4
"""Readers that stay open while nobody has them."""
PATIENCE = 60
"""Seconds to wait for lent readers before the mirror is read as it is."""
FOLDED = 3600
"""Seconds after which cases as they stood at a size that is no more the book's are folded again if asked for."""

_places = threading.BoundedSemaphore(READERS)
_idle: list[Open] = []
_lock = threading.Lock()
_refreshing = threading.Lock()
_mirrored: tuple[int, int] = (-1, -1)
_erased: tuple[Erased, ...] | None = None


@cache
def book() -> Book:
    """Return the book, opened."""
    return open_book(settings.BOOK)


def size() -> int:
    """Return how many entries the mirror holds after it was brought up to the book."""
    refresh()
    return max(_mirrored[0], 0)


def refresh() -> None:
    """Bring the mirror up to the book where that has moved on, when no reader is lent; one at a time."""
    global _mirrored
    with _refreshing:
        now = _state()
        if now != _mirrored and _all_back():
            try:
                _drop_erased(mirror(book()).erased)
                _sweep(now[0])
                _idle.clear()
                _mirrored = now
            finally:
                for _ in range(READERS):
                    _places.release()


@contextmanager
def reading(as_of: int | None = None) -> Iterator[Open]:
    """Lend the mirror, as of a size or as it is now, to one thread; waits while all readers are lent.

    Raises FigureError where the book has not that many entries.
    """
    wanted = size() if as_of is None else as_of
    refresh()
    with _places:
        reader = _taken(wanted) or open_mirror(settings.BOOK / "mirror", kinds(), wanted)
        yield reader  # one that failed is not put back
        with _lock:
            _idle[:] = [*_idle, reader][-IDLE:]


def _taken(wanted: int) -> Open | None:
    with _lock:
        found = next((reader for reader in _idle if reader.size == wanted), None)
        if found:
            _idle.remove(found)
        return found


def _drop_erased(erased: tuple[Erased, ...]) -> None:
    """Have what was computed go where an order erased a record, by whatever program."""
    global _erased
    if _erased not in (None, erased):
        keeping.forget()
    _erased = erased


def _state() -> tuple[int, int]:
    """Return how many entries the book has, and as of which of them it was last sealed."""
    sealed = "(SELECT coalesce(max(size), 0) FROM book_checkpoint)"
    with looking(book()) as cursor:
        row = asked(cursor, f"SELECT coalesce(max(position) + 1, 0) AS size, {sealed} AS sealed FROM book_entry").row(0)
    return int(row[0]), int(row[1])


def _all_back() -> bool:
    """Take every reader's place; False, and none taken, where some are not given back in time."""
    until = time.monotonic() + PATIENCE
    for taken in range(READERS):
        if not _places.acquire(timeout=max(0.0, until - time.monotonic())):
            for _ in range(taken):
                _places.release()
            return False
    return True


def _sweep(now: int) -> None:
    """Remove what was folded as of other sizes and not added to for a while."""
    for fold in (settings.BOOK / "mirror" / FOLDS).glob("*"):
        if fold.name != str(now) and time.time() - fold.stat().st_mtime > FOLDED:
            shutil.rmtree(fold, ignore_errors=True)
