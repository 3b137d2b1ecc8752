"""Documents held against a book: its mirror read through DuckDB, each reading asked for once."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from plumbline.checks.against import Book, against
from plumbline.figures.change_reading import judged
from plumbline.figures.drilling import positions
from plumbline.figures.opening import Open
from plumbline.figures.reading import read as read_figure
from plumbline.figures.shapes import Counting, Figure, Reading
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures
from plumbline.periods import Span
from plumbline.records import SCOPES
from plumbline.web.reading.checking import Checked, in_order
from plumbline.web.reading.narrowed import kept


def hold_against(checked: Sequence[Checked], book: Book, step: Callable[[int, int], None]) -> list[Checked]:
    """Add to each document's findings those against a book; ``step`` is told how many claims of how many are held."""
    total = sum(c.kind == "quantity" for read, _ in checked for c in read.reading.claims)
    out: list[Checked] = []
    done = 0

    def one() -> None:
        nonlocal done
        done += 1
        step(done, total)

    for read, found in checked:
        out.append((read, in_order(found, against(read.reading, book, one))))
    return out


def book_of(opened: Open) -> Book:
    """Return an open mirror as a check sees it."""
    have = kept(opened)
    scopes = {name: scope.tags for name, scope in SCOPES.items()}
    tables = opened.tables
    judge = cache(partial(judged, tables_of=tables))
    return Book(figures(), scopes, have.bodies, have.days, cache(partial(_read, tables)), _positions(tables), judge)


def _read(tables: TablesOf, figure: Figure, counting: Counting, period: Span, scope: str, body: str) -> Reading:
    return read_figure(figure, tables, period, counting=counting, scope=scope, body=body)


def _positions(tables: TablesOf) -> Callable[[Reading], list[int]]:
    @cache
    def at(figure: Figure, period: Span, scope: str, body: str) -> list[int]:
        return positions(figure, tables, period, scope=scope, body=body)

    return lambda r: at(r.figure, r.period, r.scope, r.body)
