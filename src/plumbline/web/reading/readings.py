"""A book opened for a report: its figures read through DuckDB, and the records behind a reading."""

from collections.abc import Iterator

from plumbline.figures.behind import behind
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.change import Change
from plumbline.figures.change_reading import judged
from plumbline.figures.held import Held
from plumbline.figures.opening import Open
from plumbline.figures.reading import read
from plumbline.figures.shapes import Figure, Reading
from plumbline.lines import figures
from plumbline.reports.asking import Question
from plumbline.reports.tracing import Trace
from plumbline.web.reading.narrowed import kept

AT_ONCE = 20_000
"""Records turned into rows at once."""


class Readings:
    """The figures of an open book."""

    def __init__(self, book: Open) -> None:
        """Keep the book that is read."""
        self.catalogue = Catalogue(figures())
        self._book = book
        self._tables = book.tables

    def held(self) -> Held:
        """Return whose records the book has, and of which days."""
        return kept(self._book)

    def read(self, asked: Question) -> Reading:
        """Read one figure."""
        figure, counting, period, scope, body = asked
        return read(figure, self._tables, period, counting=counting, scope=scope, body=body)

    def judge(self, now: Reading, before: Reading) -> Change:
        """Judge the change from one reading to another, the later first."""
        return judged(now, before, self._tables)

    def records(self, reading: Reading, figure: Figure) -> Iterator[Trace]:
        """Yield the records that ``figure`` counts for the period, scope and body of ``reading``, by position."""
        found = behind(figure, self._tables, reading.period, scope=reading.scope, body=reading.body)
        for batch in found.to_batches(AT_ONCE):
            for position, line, kind, case, body, on in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                yield Trace(position, line, kind, case, body, str(on))
