"""Covering: which stations reach the most calls within a distance, when only so many may be chosen.

The maximal covering location problem (Church and ReVelle 1974), solved by CP-SAT. Distances are great-circle
distances in metres: no road is shorter, so what is not reached here is not reached by road either.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from plumbline.solvers.solving import SECONDS, cp_model, least

EARTH_METRES = 6_371_008.8
"""The earth's mean radius (IUGG)."""


class Spot(NamedTuple):
    """A coded place: a grid cell or a station. Degrees north and east, WGS 84."""

    code: str
    latitude: float
    longitude: float


class Cover(NamedTuple):
    """A choice of stations, in the order they were given.

    ``covered`` of ``total`` weight; of each covered cell its nearest chosen station; the cells not covered, the heaviest
    first; whether it is proved that no choice covers more.
    """

    chosen: tuple[str, ...]
    covered: int
    total: int
    served: dict[str, str]
    uncovered: tuple[str, ...]
    proved: bool


def metres(a: Spot, b: Spot) -> float:
    """Return the great-circle distance between two spots (haversine)."""
    north, south = radians(a.latitude), radians(b.latitude)
    across = sin((south - north) / 2) ** 2
    across += cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_METRES * asin(min(1.0, sqrt(across)))


def cover(
    cells: Sequence[Spot], weights: Mapping[str, int], stations: Sequence[Spot], within: float, number: int,
    seconds: float = SECONDS,
) -> Cover:  # fmt: skip
    """Return the choice of at most ``number`` stations that covers the most weight; a spot ``within`` metres is covered.

    ``weights`` are whole numbers by a cell's code, 0 for those not named. Codes are unique. Raises ValueError for a
    number, distance or weight below 0; FigureError where ``seconds`` are too few to find any choice.
    """
    if number < 0 or within < 0 or any(weight < 0 for weight in weights.values()):
        raise ValueError("a number of stations, a distance and a weight are 0 or more")
    near = {cell.code: _near(cell, stations, within) for cell in cells}
    demand: Counter[frozenset[int]] = Counter()
    for code, reached in near.items():
        demand[frozenset(reached)] += weights.get(code, 0)
    picked, proved = _best(demand, len(stations), number, seconds)
    served = {code: next((stations[i].code for i in reached if i in picked), "") for code, reached in near.items()}
    missed = sorted((code for code, by in served.items() if not by), key=lambda code: (-weights.get(code, 0), code))
    total = sum(demand.values())
    return Cover(
        tuple(s.code for i, s in enumerate(stations) if i in picked),
        total - sum(weights.get(code, 0) for code in missed), total,
        {code: by for code, by in served.items() if by}, tuple(missed), proved,
    )  # fmt: skip


def _near(cell: Spot, stations: Sequence[Spot], within: float) -> list[int]:
    """Return the stations that reach a cell, the nearest first."""
    apart = ((metres(cell, station), i) for i, station in enumerate(stations))
    return [i for _, i in sorted(pair for pair in apart if pair[0] <= within)]


def _best(demand: Mapping[frozenset[int], int], stations: int, number: int, seconds: float) -> tuple[set[int], bool]:
    """Return the stations of the best choice, and whether it is proved. Cells that the same stations reach are one demand."""
    model = cp_model.CpModel()
    opened = [model.new_bool_var(f"station {i}") for i in range(stations)]
    model.add(sum(opened) <= number)
    gained = []
    for n, (reached, weight) in enumerate(sorted(demand.items(), key=lambda each: sorted(each[0]))):
        if reached and weight:
            met = model.new_bool_var(f"demand {n}")
            model.add(sum(opened[i] for i in reached) >= met)
            gained.append(weight * met)
    # among choices that cover the same, the fewest stations: one of them weighs less than any demand
    solver, proved = least(model, sum(opened) - (stations + 1) * sum(gained), seconds, linear=True)
    return {i for i, var in enumerate(opened) if solver.value(var)}, proved
