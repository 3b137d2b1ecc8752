"""What a chart is before it is drawn: points, each a whole-number reading, in the words of both languages."""

from fractions import Fraction
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports.plan import NONE

Kind = Literal["trend", "flow", "deadlines", "districts"]


class Point(NamedTuple):
    """One mark: where it stands, to which series it belongs, its value in the chart's unit.

    ``value`` is None where it is hidden as too small, or is a share of nothing. ``reading`` is what it was read from; None
    for a count of limits, which is the list's own length, and for a place without a body. ``key`` tells places and series
    apart whatever the language.
    """

    place: Words
    series: Words
    value: Fraction | None
    key: str = ""
    reading: Reading | None = None


class Chart(NamedTuple):
    """A chart: its title, the unit of its values, its points in order, what it does not show, as of which checkpoint."""

    kind: Kind
    title: Words
    unit: Words
    points: tuple[Point, ...]
    note: Words
    size: int
    root: str

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading that a point was read from, hidden ones as well, in order."""
        return tuple(p.reading for p in self.points if p.reading)

    @property
    def shown(self) -> tuple[Reading, ...]:
        """The readings of the points that have a value."""
        return tuple(p.reading for p in self.points if p.reading and p.value is not None)


def joined(*parts: Words) -> Words:
    """Return sentences one after the other, empty ones left out."""
    said = [part for part in parts if part != NONE]
    return Words("".join(p.zh for p in said), " ".join(p.en for p in said))
