"""The records behind each reading of a report: some of them on a page, all of them in a file beside it."""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

from plumbline.errors import Words
from plumbline.figures.shapes import Figure, Reading
from plumbline.reports import working
from plumbline.reports.cells import harmless
from plumbline.reports.composed import Composed

SHOWN = 200
"""Records of a reading that its page shows."""

HEADER = ("reading", "part", "position", "line", "kind", "case", "body", "on")


class Trace(NamedTuple):
    """A record as a report may show it: where it stands in the ledger, and nothing of any person."""

    position: int
    line: str
    kind: str
    case: str
    body: str
    on: str


class Part(NamedTuple):
    """The records of one half of a reading: what that half is, the first of them, how many there are."""

    name: Words
    first: tuple[Trace, ...]
    total: int


class Traced(NamedTuple):
    """A reading (``key`` names its place), what it is, the records behind it; a share has two parts."""

    key: str
    reading: Reading
    title: Words
    parts: tuple[Part, ...]


Records = Callable[[Reading, Figure], Iterable[Trace]]
"""Gives the records that a figure (a reading's own, or the one it is divided by) counts, by position."""


def keys(report: Composed) -> dict[Reading, str]:
    """Return the name of each reading's place in the page of records: d1, d2 and so on."""
    return {reading: f"d{number}" for number, reading in enumerate(report.readings, 1)}


def traced(report: Composed, records: Records, file: TextIO) -> Iterator[Traced]:
    """Write every record behind ``report`` to ``file`` as CSV, and yield each reading with the first of its records."""
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(HEADER)
    for reading, key in keys(report).items():
        parts = tuple(
            _part(name, word, key, records(reading, figure), rows.writerow) for name, word, figure in _halves(reading)
        )
        yield Traced(key, reading, working.headline(reading), parts)


def _halves(reading: Reading) -> list[tuple[Words, str, Figure]]:
    own = (Words("所计", "Counted"), "counted", reading.figure)
    if reading.figure.base is None:
        return [own]
    top = (Words("分子", "Numerator"), "numerator", reading.figure)
    return [top, (Words("分母", "Denominator"), "denominator", reading.figure.base)]


def _part(
    name: Words, word: str, key: str, records: Iterable[Trace], write: Callable[[Iterable[object]], object]
) -> Part:
    first, total = list[Trace](), 0
    for total, record in enumerate(records, 1):
        write((key, word, *map(harmless, record)))
        if total <= SHOWN:
            first.append(record)
    return Part(name, tuple(first), total)
