"""Posts manned day by day, the team kept ready, and travellers met and lodged."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.bodies import SEATS, WEIGHTS
from plumbline.demo.city.chance import Draw
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.registers import Register, kept
from plumbline.demo.city.yearly import DAYS

Kept = Iterator[tuple[tuple[str, str], Register]]
POLICE = {2019: 2_864 * 365 + 119, 2020: 4_037 * 366 + 123}
VOLUNTEERS = {2019: 3_120 * 365 + 41, 2020: 9_641 * 366 + 77}
"""Person-days. As published for 2020: a daily mean of over 4,000 police and over 9,600 volunteers."""
BASE, ADDED = 900, 350
"""The emergency team before 2020, and what it grew by: 1,250."""
BATCHES, TRAVELLERS, BEDS = 8, 1828, 260
"""As published for 2020: 8 batches, 1,828 persons. Each of two sites has so many beds; all leave after 14 days there."""
EIGHT_HOURS = 480


def duty(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``duty``: a post at each seat, a shift a day."""
    posts = pl.concat([SEATS] * times).with_columns(day=pl.lit(DAYS[2019][0]), weight=pl.Series(list(WEIGHTS) * times))
    posts = numbers.put(posts, "post", "day", "case")
    at = {"case": pl.col("case"), "body": pl.col("police")}
    yield kept("duty", "PostSet", posts, **at, on=pl.col("day"), duty="巡逻")
    for year in DAYS:
        yield _shifts(draw, posts, year, times)
    team = numbers.put(posts.filter(seat=0).drop("case"), "team", "day", "case")
    yield kept("duty", "TeamFormed", team, **at, on=pl.col("day"), persons=BASE)
    yield kept("duty", "TeamStrengthened", team, **at, on=pl.col("day") + 530, persons=ADDED)


def _shifts(draw: Draw, posts: pl.DataFrame, year: int, times: int) -> tuple[tuple[str, str], Register]:
    days = pl.DataFrame({"day": range(DAYS[year][0], DAYS[year][1] + 1)})
    rows = posts.drop("day").join(days, how="cross")
    officers, helpers = (draw.shares(of[year] * times, rows.height, 40, 0.25) for of in (POLICE, VOLUNTEERS))
    absent = draw.between(rows.height, 1, 12) * draw.happens(rows.height, 0.06)
    rows = rows.with_columns(officers=pl.Series(officers), helpers=pl.Series(helpers), absent=pl.Series(absent))
    return kept(
        "duty", "ShiftWorked", rows, case=pl.col("case"), body=pl.col("police"), on=pl.col("day"),
        duty="疫情防控" if year == 2020 else "巡逻", length_minutes=EIGHT_HOURS,
        police=pl.col("officers"), police_required=pl.col("officers") + pl.col("absent"),
        volunteers=pl.col("helpers"), volunteers_required=pl.col("helpers"),
    )  # fmt: skip


def arrivals(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``arrivals``: a batch a month from March 2020 on, lodged the day after at two sites."""
    sites = pl.concat([SEATS.filter(seat=0)] * (2 * times)).with_columns(day=pl.lit(DAYS[2020][0] + 60))
    sites = numbers.put(sites, "site", "day", "case")
    at = {"case": pl.col("case"), "body": pl.col("police")}
    yield kept("arrivals", "SiteOpened", sites, **at, on=pl.col("day"), capacity=BEDS)
    rows = _batches(draw, sites, times, numbers)
    yield kept("arrivals", "Arrived", rows, **at, on=pl.col("day"), persons=pl.col("heads"))
    for site, heads in (("first", pl.col("heads").clip(upper_bound=BEDS)), ("second", pl.col("heads") - BEDS)):
        lodged = rows.with_columns(lodged=heads).filter(pl.col("lodged") > 0)
        stay = {**at, "site": pl.col(site), "persons": pl.col("lodged")}
        yield kept("arrivals", "Placed", lodged, **stay, on=pl.col("day") + 1)
        yield kept("arrivals", "Left", lodged, **stay, on=pl.col("day") + 15)


def _batches(draw: Draw, sites: pl.DataFrame, times: int, numbers: Numbers) -> pl.DataFrame:
    """Batches a month apart, each with the two sites it goes to."""
    pairs = sites.select(first="case").gather_every(2).hstack(sites.select(second="case").gather_every(2, 1))
    months = pl.DataFrame({"turn": range(BATCHES)})
    rows = SEATS.filter(seat=0).join(pairs, how="cross").join(months, how="cross")
    heads = pl.Series(draw.shares(TRAVELLERS * times, rows.height, 120, 0.3))
    rows = rows.with_columns(day=DAYS[2020][0] + 64 + pl.col("turn") * 30, heads=heads)
    return numbers.put(rows, "batch", "day", "case")
