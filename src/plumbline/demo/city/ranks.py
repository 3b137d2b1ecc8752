"""The bodies' own ranks: misconduct looked into, and those commended."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.bodies import ELSEWHERE
from plumbline.demo.city.chance import Draw
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.plan import LAST
from plumbline.demo.city.registers import Register, Values, kept
from plumbline.demo.city.yearly import CITY_ALONE, DAYS, cases, later, shared, worded

Kept = Iterator[tuple[tuple[str, str], Register]]
CASES, PERSONS = {2019: 61, 2020: 74}, {2019: 88, 2020: 103}
"""As published for 2020: 74 cases with 103 persons. 2019 is made up."""
PENDING = 14
STATIONS, OFFICERS = {2019: 12, 2020: 15}, {2019: 26, 2020: 30}
UNITS_VISITED, PERSONS_VISITED, VISITS = {2019: 28, 2020: 34}, {2019: 205, 2020: 247}, {2019: 10, 2020: 12}
"""As published for 2020: 15 units and 30 officers commended, 34 units and 247 persons given theirs at work."""
RANKS: dict[str, float] = {"公安": 5, "法院": 2, "检察": 1, "司法行政": 1}
SORTS: dict[str, float] = {"办关系案人情案金钱案": 2, "其他违纪违法": 3}


def sheltering(files: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
    """Return the files on officials who sheltered groups, with the commission's own number and the day it took them up."""
    rows = files.filter(pl.col("scope") == "umbrella").with_columns(day=pl.col("received") - 100)
    return numbers.put(rows, "misconduct", "day", "own_case")


def integrity(draw: Draw, umbrellas: pl.DataFrame, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``integrity``: ``umbrellas`` come from the files, the rest fills the years up."""
    rows = _others(draw, umbrellas, times, numbers)
    rows = worded(draw, rows, ranks=RANKS, misconduct=SORTS)
    at: Values = {"case": pl.col("case"), "body": pl.format("{}纪委监委", "division"), "persons": pl.col("heads")}
    at |= {name: pl.col(name) for name in ("ranks", "misconduct")}
    yield kept("integrity", "Filed", rows, **at, on=pl.col("filed_on"))
    yield kept("integrity", "Disciplined", rows, **at, on=pl.col("day"))
    first: Values = {"case": pl.col("own_case"), "body": ELSEWHERE["commission"], "persons": pl.col("persons")}
    first |= {"ranks": "公安", "misconduct": "充当保护伞"}
    yield kept("integrity", "Filed", umbrellas, **first, on=pl.col("day"))
    sent: Values = {**first, "scope": "|涉伞|"}
    yield kept("integrity", "SentForProsecution", umbrellas, **sent, on=pl.col("received"))


def _others(draw: Draw, umbrellas: pl.DataFrame, times: int, numbers: Numbers) -> pl.DataFrame:
    """Cases beside the umbrellas, so that those ended in each year come to what was published; some are pending yet."""
    ended = {year: umbrellas.filter(pl.col("received").is_between(*DAYS[year])) for year in CASES}
    left = {year: CASES[year] * times - rows.height for year, rows in ended.items()}
    heads = {year: PERSONS[year] * times - int(rows["persons"].sum()) for year, rows in ended.items()}
    rows = cases(draw, left, 1).with_row_index("at")
    rows = rows.with_columns(heads=shared(draw, rows, heads, 1, 1)).drop("at")
    rows = later(draw, rows, "day", "filed_on", -110, -30)
    open_ = cases(draw, {2020: PENDING}, times).with_columns(heads=pl.lit(1, pl.Int64), day=LAST + pl.col("seat") + 1)
    open_ = open_.with_columns(filed_on=pl.col("day") - 30)
    return numbers.put(pl.concat([rows, open_], how="diagonal_relaxed"), "misconduct", "filed_on", "case")


def honours(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``honours``."""
    told = (
        cases(draw, {2019: 1, 2020: 1}, times, CITY_ALONE).with_columns(manner=pl.lit("通报表彰")).with_row_index("at")
    )
    visits = cases(draw, VISITS, times, CITY_ALONE).with_columns(manner=pl.lit("送奖到岗")).with_row_index("at")
    told = told.with_columns(
        units=shared(draw, told, STATIONS, times, 1), heads=shared(draw, told, OFFICERS, times, 1),
        unit_title=pl.lit("优秀公安基层单位"), person_title=pl.lit("优秀人民警察"),
    )  # fmt: skip
    visits = visits.with_columns(
        units=shared(draw, visits, UNITS_VISITED, times, 1), heads=shared(draw, visits, PERSONS_VISITED, times, 5),
        unit_title=pl.lit("集体嘉奖"), person_title=pl.lit("个人嘉奖"),
    )  # fmt: skip
    rows = numbers.put(pl.concat([told, visits]), "honour", "day", "case")
    at: Values = {
        "case": pl.col("case"),
        "body": "兰州市公安局",
        "level": "市",
        "manner": pl.col("manner"),
        "on": pl.col("day"),
    }
    yield kept("honours", "UnitsCommended", rows, **at, title=pl.col("unit_title"), units=pl.col("units"))
    yield kept("honours", "PersonsCommended", rows, **at, title=pl.col("person_title"), persons=pl.col("heads"))
    yield from _grounds(rows.filter((pl.col("manner") == "通报表彰") & (pl.col("day") > LAST - 366)))


def _grounds(rows: pl.DataFrame) -> Kept:
    """What the commendations of 2020 rest on: cases cleared the year before."""
    first, last = (pl.from_epoch(pl.lit(day), time_unit="d") for day in DAYS[2019])
    on: Values = {
        "case": pl.col("case"),
        "body": "兰州市公安局",
        "figure": "investigations.cleared",
        "since": first,
        "until": last,
    }
    yield kept("honours", "Grounded", rows, **on, on=pl.col("day"))
