"""What an export is made of: the lines the book has records of, and what writes an event log or figures of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plumbline.errors import FigureError, Words
from plumbline.exports import Format
from plumbline.figures.opening import Open
from plumbline.lines import figures, kinds, names
from plumbline.periods import Period, Span
from plumbline.reports.nearest import did_you_mean
from plumbline.web.reading.narrowed import kept, line_of

Step = Callable[[int, int], None]
Make = Callable[[Path, Step], None]
"""Writes an export's files into a folder; told how many of how many are done."""


class Asked(NamedTuple):
    """What is exported: the days, the lines of work, the threshold of small numbers, the licence."""

    period: Span | None = None
    lines: tuple[str, ...] = ()
    threshold: int = 5
    licence: str = ""


def known(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of lines by code or title; FigureError for one that there is not."""
    found = tuple(dict.fromkeys(map(line_of, wanted)))
    for line in found:
        if line not in names():
            what = Words(f"没有“{line}”这条工作条线", f"there is no line of work “{line}”")
            raise FigureError("--line", what, did_you_mean(line, names()))
    return found


def making(book: Open, asked: Asked, form: Format) -> Make:
    """Return what writes an export of a format; FigureError where the book has no records to export."""
    return _log(book, asked) if form == "ocel" else _figures(book, asked, form)


def _held(book: Open, asked: Asked) -> tuple[str, ...]:
    """Return the lines asked for of which the book has records; FigureError where it has of none."""
    found = {segment.line for segment in book.mirror.segments if segment.kind and segment.first < book.size}
    lines = tuple(sorted(found if not asked.lines else found & set(asked.lines)))
    if not lines:
        what = Words("账内没有可导出的记录", "the book has no records to export")
        raise FigureError("--line", what, Words("请核对 --book 和 --line", "Check --book and --line"))
    return lines


def _log(book: Open, asked: Asked) -> Make:
    from plumbline.exports.ocel import write
    from plumbline.exports.ocel_events import Selected

    some = [kind for line in _held(book, asked) for kind in kinds()[line].values()]
    held = tuple(kind for kind in some if book.mirror.of(kind.line, kind.name, book.size))
    return lambda folder, step: write(folder, Selected(held, book.tables, asked.period), step)


def _figures(book: Open, asked: Asked, form: Format) -> Make:
    from plumbline.exports import csvweb, datapackage, tables
    from plumbline.exports.published import values

    lines = _held(book, asked)
    some = [figure for figure in figures() if figure.line in lines]
    over = asked.period or _whole(book)
    release = tables.Release(book.size, book.mirror.roots.get(book.size, ""), asked.licence)
    describe = datapackage.describe if form == "frictionless" else csvweb.describe

    def make(folder: Path, step: Step) -> None:
        tables.write(folder, some, values(some, book.tables, over, step, asked.threshold), release)
        describe(folder, release)

    return make


def _whole(book: Open) -> Span:
    """Return the years of which the book has records, the last as far as the month in which they end."""
    days = kept(book).days
    if days is None:
        what = Words("账内没有可导出的记录", "the book has no records to export")
        raise FigureError("--book", what, Words("请先导入记录", "Load some first"))
    last = Period(days.last.year, days.last.month, days.last.month).span.last
    return Span(Period(days.first.year).span.first, last)
