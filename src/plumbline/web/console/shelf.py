"""The book of this console: opened once to write, and lent, a few readers at a time, to whoever reads figures."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from queue import LifoQueue

from django.conf import settings

from plumbline.figures.opening import Open
from plumbline.web.book import Book, open_book
from plumbline.web.book.mirroring import mirror
from plumbline.web.reading.mirrors import moved_on, opened

READERS = 2
"""Mirrors open at once as of one size: each is a DuckDB of its own, which two threads may not share."""
SIZES = 3
"""Sizes whose readers stay open."""

_places = threading.BoundedSemaphore(READERS)
_idle: dict[int, LifoQueue[Open]] = {}
_lock = threading.Lock()
_refreshing = threading.Lock()


@cache
def book() -> Book:
    """Return the book, opened."""
    return open_book(settings.BOOK)


def size() -> int:
    """Return how many entries the mirror holds after it was brought up to the book."""
    refresh()
    return opened_size()


def opened_size() -> int:
    """Return how many entries the mirror holds as it is."""
    from plumbline.figures.mirror import opened as head

    return head(settings.BOOK / "mirror").size


def refresh(folder: Path | None = None) -> None:
    """Bring the mirror up to the book where that has moved on; one at a time."""
    at = folder or settings.BOOK
    with _refreshing:
        if moved_on(at):
            mirror(book())


@contextmanager
def reading(as_of: int | None = None) -> Iterator[Open]:
    """Lend the mirror, as of a size or as it is now, to one thread; waits while all readers are lent.

    Raises FigureError where the book has not that many entries.
    """
    wanted = size() if as_of is None else as_of
    with _places:
        reader = _taken(wanted) or opened(settings.BOOK, wanted, refresh)
        yield reader  # one that failed is not put back
        _put_back(reader)


def _taken(wanted: int) -> Open | None:
    with _lock:
        queue = _idle.get(wanted)
        return queue.get_nowait() if queue and not queue.empty() else None


def _put_back(reader: Open) -> None:
    with _lock:
        _idle.setdefault(reader.size, LifoQueue()).put(reader)
        for old in sorted(_idle)[:-SIZES]:
            del _idle[old]
