"""Every figure of every line, read on the made-up cases."""

import pytest

from lines.expected import EXPECTED, Expected
from plumbline.figures import Figure
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import names, part


def figures_of(line: str) -> list[Figure]:
    return [v for v in vars(part(line, "figures")).values() if isinstance(v, Figure)]


FIGURES = {f.id: f for line in names() for f in figures_of(line)}


@pytest.mark.parametrize("expected", EXPECTED, ids=str)
def test_a_figure_reads_what_was_counted_by_hand(examples: TablesOf, expected: Expected) -> None:
    got = read(
        FIGURES[expected.figure],
        examples,
        expected.period,
        counting=expected.counting,
        scope=expected.scope,  # type: ignore[arg-type]
    )
    assert (got.numerator, got.denominator) == (expected.numerator, expected.denominator)


def test_every_figure_of_every_line_is_read_above() -> None:
    assert {e.figure for e in EXPECTED} == set(FIGURES)
