"""Work that comes year by year: so many cases in each year, spread over its days and the city's seats."""

from collections.abc import Mapping

import polars as pl

from plumbline.demo.city.bodies import SEATS, WEIGHTS
from plumbline.demo.city.chance import Draw
from plumbline.demo.city.plan import LAST

DAYS = {2019: (LAST - 730, LAST - 366), 2020: (LAST - 365, LAST)}
"""First and last day of each year that all lines have registers of, in days since 1970."""
CITY_ALONE = (1.0, *(0.0,) * 8)
DISTRICTS = (0.0, *WEIGHTS[1:])
"""Seats where only the city's own bodies, or only the districts', do such work."""
Years = Mapping[int, int]


def cases(draw: Draw, each: Years, times: int, seats: tuple[float, ...] = DISTRICTS) -> pl.DataFrame:
    """Return ``times`` as many cases as each year has, one a row: its seat's columns, ``year``, and ``day`` it begins on."""
    years = [pl.DataFrame({"year": [year] * (n * times)}) for year, n in each.items()]
    rows = pl.concat(years)
    first, last = (pl.Series([DAYS[year][i] for year in rows["year"]]) for i in (0, 1))
    day = draw.between(rows.height, first.to_numpy(), last.to_numpy())
    placed = rows.with_columns(day=pl.Series(day), seat=pl.Series(draw.places(rows.height, seats)))
    return placed.join(SEATS, on="seat", maintain_order="left").sort("day", maintain_order=True)


def later(
    draw: Draw, rows: pl.DataFrame, after: str, name: str, least: int, most: int, chance: float = 1.0
) -> pl.DataFrame:
    """Return rows with a day ``name`` from ``least`` to ``most`` days after the day ``after``; for some, by chance, none."""
    n = rows.height
    day = pl.col(after) + pl.Series(draw.between(n, least, most))
    return rows.with_columns(pl.when(pl.Series(draw.happens(n, chance))).then(day).alias(name))


def shared(draw: Draw, rows: pl.DataFrame, each: Years, times: int, least: int, spread: float = 0.6) -> pl.Series:
    """Return a whole number for each row, whose sum over a year's rows is exactly what ``each`` says, times ``times``."""
    parts = [
        rows.filter(year=year).select("at").with_columns(
            part=pl.Series(draw.shares(total * times, rows.filter(year=year).height, least, spread))
        )
        for year, total in each.items()
    ]  # fmt: skip
    return pl.concat(parts).sort("at")["part"]


def worded(draw: Draw, rows: pl.DataFrame, **weights: Mapping[str, float]) -> pl.DataFrame:
    """Return rows with columns of words, each as often as its weights say."""
    drawn = {name: pl.Series(draw.chosen(rows.height, list(of), list(of.values()))) for name, of in weights.items()}
    return rows.with_columns(**drawn)
