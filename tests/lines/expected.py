"""What each figure reads on the made-up cases, counted by hand from the stories in lines/*/examples.py: readings/LINE.txt.

One line a reading: figure, period, scope (- for none), counting, the reading as a whole number or numerator/denominator.
"""

from pathlib import Path
from typing import NamedTuple

from plumbline.periods import Span, span

READINGS = Path(__file__).parent / "readings"


class Expected(NamedTuple):
    """A reading worked out by hand."""

    figure: str
    period: Span
    scope: str
    counting: str
    numerator: int
    denominator: int

    def __str__(self) -> str:
        return f"{self.figure} {self.period} {self.scope or '-'} {self.counting}"


def _expected(line: str) -> Expected:
    figure, period, scope, counting, reading = line.split()
    top, _, below = reading.partition("/")
    return Expected(figure, span(period), scope.strip("-"), counting, int(top), int(below or 1))


EXPECTED = tuple(
    _expected(line) for file in sorted(READINGS.glob("*.txt")) for line in file.read_text("utf-8").splitlines()
)
