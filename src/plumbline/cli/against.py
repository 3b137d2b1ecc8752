"""A book opened for ``check --book``, and documents held against it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shlex import quote

from plumbline.checks import Finding
from plumbline.checks.against import Book
from plumbline.cli.mirrors import open_book
from plumbline.cli.progress import progress
from plumbline.errors import Words
from plumbline.web.reading.against import book_of, hold_against
from plumbline.web.reading.checking import Checked

DEFAULT = "plumbline-book"
"""The book that commands take unless told another."""


def check_against(checked: Sequence[Checked], folder: Path, size: int | None, lang: str) -> list[Checked]:
    """Add to each document's findings those against the book in ``folder``; raises as ``book_at`` does."""
    book = book_at(folder, size, lang)
    with progress(Words("与账簿对照", "holding against the book").in_(lang)) as step:
        held = hold_against(checked, book, step)
    return [(read, tuple(_hinted(f, folder) for f in found)) for read, found in held]


def _hinted(finding: Finding, folder: Path) -> Finding:
    """Return the finding with commands that name the book, where that is not the one they would take."""
    if folder == Path(DEFAULT):
        return finding
    said = tuple(
        Words(*(w.replace(" --drill", f" --drill --book {quote(str(folder))}") for w in each))
        for each in finding.working
    )
    return replace(finding, working=said)


def book_at(folder: Path, size: int | None, lang: str) -> Book:
    """Return the book in ``folder`` as a check sees it, as of ``size`` (None: all of it).

    Raises:
        NoMirror: there is no book here, or none that can be read.
        FigureError: the book has not that many entries.
    """
    return book_of(open_book(folder, size, lang))
