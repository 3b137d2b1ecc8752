"""Published figures: each for every whole year and month of a period, of all bodies together and of each body."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from plumbline.errors import NotCounted
from plumbline.figures.breakdown import breakdown
from plumbline.figures.reading import read
from plumbline.figures.shapes import Counting, Figure, unit_of
from plumbline.figures.small import THRESHOLD, Key, hidden, too_fine
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span, months, years

Numbers = Mapping[Key, tuple[int, int]]
"""Numerator and denominator by body and period."""


class Value(NamedTuple):
    """A figure's value: for a period, of a body ("" for all); both numbers None where small numbers are protected."""

    figure: Figure
    counting: Counting
    unit: str
    body: str
    period: Span
    numerator: int | None
    denominator: int | None


Step = Callable[[int, int], None]


def values(
    figures: Iterable[Figure],
    tables: TablesOf,
    over: Span,
    step: Step = lambda done, total: None,
    threshold: int = THRESHOLD,
) -> Iterator[Value]:
    """Yield every value of the figures for the whole years and months in ``over``, in the order of figure and period.

    Numbers of persons by body are protected as a cross-table of bodies and months (plumbline.figures.small): what falls
    below ``threshold`` is hidden with what would give it away; 0 hides none. ``step`` is told of each figure's reading.
    """
    asked = [(figure, how) for figure in figures for how in figure.countings]
    periods = [*years(over), *months(over)]
    for done, (figure, how) in enumerate(asked):
        step(done, len(asked))
        for period in periods:
            whole = read(figure, tables, period, counting=how)
            yield Value(figure, how, whole.unit, "", period, whole.numerator, whole.denominator)
        yield from _by_body(figure, how, tables, over, threshold)


def _by_body(figure: Figure, how: Counting, tables: TablesOf, over: Span, threshold: int) -> Iterator[Value]:
    yearly, monthly = (_numbers(figure, how, tables, periods) for periods in (years(over), months(over)))
    gone = _hidden(figure, how, yearly, threshold) | _hidden(figure, how, monthly, threshold)
    found = {**yearly, **monthly}
    bodies = sorted({body for body, _ in found.keys() | gone})
    for body, period in product(bodies, (*years(over), *months(over))):
        key = body, str(period)
        if key in found or key in gone:
            numbers = (None, None) if key in gone else found[key]
            yield Value(figure, how, unit_of(figure, how), body, period, *numbers)


def _numbers(figure: Figure, how: Counting, tables: TablesOf, periods: list[Span]) -> dict[Key, tuple[int, int]]:
    try:
        parts = [(period, breakdown(figure, tables, period, ("body",), counting=how)) for period in periods]
    except NotCounted:  # its rows are of no body
        return {}
    return {
        (cell.values[0], str(period)): (cell.numerator or 0, cell.denominator or 0)
        for period, cells in parts
        for cell in cells
    }


def _hidden(figure: Figure, how: Counting, numbers: Numbers, threshold: int) -> set[Key]:
    """Return what to hide of a table of bodies by periods; all of it where it is too fine to tell what gives what away."""
    if not threshold or not (how == "persons" or figure.unit == "人"):
        return set()
    tops, below = ({key: pair[at] for key, pair in numbers.items()} for at in (0, 1))
    if too_fine(tops):
        return set(numbers)
    rest = {key: top and below[key] - top for key, top in tops.items()} if figure.among else {}
    return hidden(tops, threshold) | (hidden(below, threshold) if figure.base else set()) | hidden(rest, threshold)
