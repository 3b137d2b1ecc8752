"""Where the example's hazards lie: made-up points around each division's public centre, the same for the same cell or post."""

from collections.abc import Sequence
from math import pi

import polars as pl

CENTRES = {
    "620102": (36_058_000, 103_825_000), "620103": (36_066_000, 103_786_000), "620104": (36_088_000, 103_628_000),
    "620105": (36_104_000, 103_719_000), "620111": (36_346_000, 102_859_000), "620121": (36_737_000, 103_261_000),
    "620122": (36_333_000, 103_947_000), "620123": (35_844_000, 104_113_000),
}  # fmt: skip
"""Latitude and longitude of each division's centre, in microdegrees."""
ACROSS, CELL = 16, (4_000, 5_000)
"""Cells in a row, and how far one reaches to the north and to the east, in microdegrees: some 450 m either way."""
REACH, BEND = (60_000, 74_000), 0.1
"""How far a road's ends are from the centre, in microdegrees: some 6.6 km; how far it swings, as a share of that."""
Point = tuple[pl.Expr, pl.Expr]


def in_cells() -> Point:
    """Return latitude and longitude of rows with ``code``, ``cell`` from 1 to 240, and ``day``, which sets a point off in it."""
    at = ((pl.col("cell") - 1) // ACROSS - 7, (pl.col("cell") - 1) % ACROSS - 8)
    off = [(pl.col("day") * step % 101 - 50) / 140 for step in (37, 59)]
    return _around(at[0] + off[0], at[1] + off[1], CELL)


def on_roads(roads: Sequence[str]) -> Point:
    """Return latitude and longitude of rows with ``code``, ``road`` and ``km`` from 1 to 180: each road its own way across."""
    turn = pl.col("road").replace_strict({road: pi * i / len(roads) for i, road in enumerate(roads)})
    along = (pl.col("km") - 90) / 90
    aside = (along * pi * 1.5).sin() * BEND
    return _around(along * turn.cos() - aside * turn.sin(), along * turn.sin() + aside * turn.cos(), REACH)


def _around(north: pl.Expr, east: pl.Expr, each: tuple[int, int]) -> Point:
    """A point so many ``each`` to the north and to the east of the centre of ``code``."""
    centre = [pl.col("code").replace_strict({code: at[i] for code, at in CENTRES.items()}) for i in (0, 1)]
    return (centre[0] + north * each[0]).round().cast(pl.Int64), (centre[1] + east * each[1]).round().cast(pl.Int64)
