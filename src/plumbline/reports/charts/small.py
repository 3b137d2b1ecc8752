"""Small numbers of persons on a chart: which points are not shown, as in a table (plumbline.figures.small)."""

from collections.abc import Sequence

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.figures.small import THRESHOLD, hidden
from plumbline.reports.charts.shapes import Point, joined
from plumbline.reports.plan import NONE

SIGN, NONE_TO_DIVIDE = "×", "—"
"""What stands where a number is not shown, and where there is none: a share of nothing."""


def unshown(readings: Sequence[Reading], threshold: int = THRESHOLD) -> frozenset[int]:
    """Return which of the readings, by their place, are hidden: small numbers of persons, and who would give them away."""
    if not any(r.counting == "persons" or r.figure.unit == "人" for r in readings):
        return frozenset()
    whole = [r for r in readings if r.figure.base]
    rest = [r.denominator - r.numerator if r.figure.among else 0 for r in whole]
    columns = ([r.numerator for r in readings], [r.denominator for r in whole], rest)
    return frozenset(int(key[0]) for numbers in columns for key in hidden(_keyed(numbers), threshold))


def blank(point: Point) -> str:
    """Return what stands at a point without a value."""
    return NONE_TO_DIVIDE if point.reading and not point.reading.denominator else SIGN


def said(points: Sequence[Point], threshold: int) -> Words:
    """Return what the signs mean, where they stand anywhere."""
    signs = {blank(point) for point in points if point.value is None}
    nothing = Words(f"{NONE_TO_DIVIDE}：没有可作分母的。", f"{NONE_TO_DIVIDE}: there is nothing to divide by.")
    return joined(nothing if NONE_TO_DIVIDE in signs else NONE, _hidden(threshold) if SIGN in signs else NONE)


def _hidden(threshold: int) -> Words:
    return Words(
        f"{SIGN}：人数少于{threshold}，或会使这样的数被推算出来，不显示。",
        f"{SIGN}: fewer than {threshold} persons, or what would give such a number away; not shown.",
    )


def _keyed(numbers: Sequence[int]) -> dict[tuple[str, ...], int]:
    return {(str(at),): number for at, number in enumerate(numbers)}
