"""A book opened for ``check --book``: its mirror read through DuckDB, each reading asked for once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from shlex import quote

from plumbline.checks import Finding
from plumbline.checks.against import Book, against
from plumbline.cli.mirrors import open_book
from plumbline.cli.progress import progress
from plumbline.cli.sources import Read
from plumbline.errors import Words
from plumbline.figures.change_reading import judged
from plumbline.figures.drilling import positions
from plumbline.figures.held import held
from plumbline.figures.reading import read as read_figure
from plumbline.figures.shapes import Counting, Figure, Reading
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures
from plumbline.periods import Span
from plumbline.records import SCOPES

DEFAULT = "plumbline-book"
"""The book that commands take unless told another."""
Checked = tuple[Read, tuple[Finding, ...]]


def check_against(checked: Sequence[Checked], folder: Path, size: int | None, lang: str) -> list[Checked]:
    """Add to each document's findings those against the book in ``folder``; raises as ``book_at`` does."""
    book = book_at(folder, size, lang)
    total = sum(c.kind == "quantity" for read, _ in checked for c in read.reading.claims)
    out: list[Checked] = []
    done = 0
    with progress(Words("与账簿对照", "holding against the book").in_(lang)) as step:

        def one() -> None:
            nonlocal done
            done += 1
            step(done, total)

        for read, found in checked:
            more = [_hinted(f, folder) for f in against(read.reading, book, one)]
            out.append((read, tuple(sorted([*found, *more], key=lambda f: f.start))))
    return out


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
    mirror, engine, tables, _ = open_book(folder, size, lang)
    bodies, days = held(engine, mirror, tables)
    scopes = {name: scope.tags for name, scope in SCOPES.items()}
    judge = cache(partial(judged, tables_of=tables))
    return Book(figures(), scopes, bodies, days, cache(partial(_read, tables)), _positions(tables), judge)


def _read(tables: TablesOf, figure: Figure, counting: Counting, period: Span, scope: str, body: str) -> Reading:
    return read_figure(figure, tables, period, counting=counting, scope=scope, body=body)


def _positions(tables: TablesOf) -> Callable[[Reading], list[int]]:
    @cache
    def at(figure: Figure, period: Span, scope: str, body: str) -> list[int]:
        return positions(figure, tables, period, scope=scope, body=body)

    return lambda r: at(r.figure, r.period, r.scope, r.body)
