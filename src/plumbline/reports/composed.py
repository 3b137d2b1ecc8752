"""What a composed report is: paragraphs of words and numbers, each number with the readings it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports.charts.shapes import Chart
from plumbline.reports.plan import Head

Level = Literal[0, 1, 2, 3, 4]
"""0 is running text; 1 to 4 are the headings 一、（一）1.（1）."""


class Printed(NamedTuple):
    """A number as printed, the exact value ``text`` says within its rounding, and how it was rounded if it was.

    ``exact`` is the value before rounding, in the plain unit (元, %, 件); ``shown`` the one printed; ``note`` empty where
    they are the same. ``told`` says of a change that more than chance shows which way it went.
    """

    text: str
    exact: Fraction
    shown: Fraction
    note: Words = Words("", "")
    told: bool = True


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the report: its place in the order of numbers (from 1), how it is printed, what it is a reading of.

    ``base`` is the earlier reading that a change is reckoned from; ``where`` its place in the plan.
    """

    index: int
    printed: Printed
    reading: Reading
    base: Reading | None
    where: str

    @property
    def text(self) -> str:
        """The number as printed."""
        return self.printed.text

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The reading, and the base of a change after it."""
        return (self.reading, self.base) if self.base else (self.reading,)


Run = str | Number


class Paragraph(NamedTuple):
    """A heading or a paragraph of running text, as runs of words and numbers; with a ``chart`` it is that chart's caption."""

    level: Level
    runs: tuple[Run, ...]
    chart: Chart | None = None

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run if isinstance(run, str) else run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Composed:
    """A report ready to be set, in one ``language``, as of one checkpoint (``size``, ``root``; root "" if unsealed)."""

    head: Head
    language: str
    paragraphs: tuple[Paragraph, ...]
    size: int
    root: str

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number in text order."""
        return tuple(run for p in self.paragraphs for run in p.runs if isinstance(run, Number))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading that a number came from, then those that charts show, once, in the order of first use."""
        numbers = (reading for number in self.numbers for reading in number.readings)
        shown = (reading for chart in self.charts for reading in chart.shown)
        return tuple(dict.fromkeys((*numbers, *shown)))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart in order."""
        return tuple(p.chart for p in self.paragraphs if p.chart)

    @property
    def text(self) -> str:
        """The plain text, one paragraph a line."""
        return "\n".join(p.text for p in self.paragraphs)

    def spans(self) -> Iterator[tuple[int, int, Number]]:
        """Yield where in ``text`` each number stands: start, end, number."""
        at = 0
        for p in self.paragraphs:
            for run in p.runs:
                length = len(run if isinstance(run, str) else run.text)
                if isinstance(run, Number):
                    yield at, at + length, run
                at += length
            at += 1
