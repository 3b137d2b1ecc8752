"""Roads and hazards: crashes with what they cost, hazards found and put right, roads with their chiefs, calls answered."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.points import in_cells, on_roads
from plumbline.demo.city.registers import Register, Values, kept
from plumbline.demo.city.yearly import DAYS, Years, cases, later, shared, worded

Kept = Iterator[tuple[tuple[str, str], Register]]
CRASHES, INJURED = {2019: 1_284, 2020: 1_195}, {2019: 1_402, 2020: 1_217}
DEATHS, LOSS_FEN = {2019: 142, 2020: 131}, {2019: 318_640_000, 2020: 296_215_000}
"""Made up: all four indicators lower in 2020, as was published without numbers. What chance leaves open, the verdict says."""
LATE_DEATHS = {2019: 7, 2020: 6}
"""Deaths from the eighth to the thirtieth day, which the official number leaves out."""
HAZARDS, CALLS = {2019: 340, 2020: 410}, {2019: 1_500, 2020: 1_620}
VEHICLES, SMALLER, SEVERITY = (
    {"小型客车": 5.0, "货车": 2.0},
    {"电动自行车": 3.0, "摩托车": 1.0},
    {"轻伤": 4.0, "重伤": 1.0},
)
ROADS = ("G109", "G30", "S101", "G312", "S104", "X130")
SECTORS: dict[str, float] = {"道路交通": 5, "消防": 3, "危险化学品": 1, "燃气": 1, "建筑施工": 1}
CALL: dict[str, dict[str, float]] = {
    "nature": {"求助": 4, "交通": 3, "纠纷": 2, "治安": 2, "刑事": 1},
    "place": {"居民小区": 4, "道路": 3, "商业场所": 2, "公共场所": 1, "乡村": 1},
}
STATIONS = {"第一": 2.0, "第二": 1.0, "第三": 1.0}
MINUTE, DAY = 60, 86_400


def crashes(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``crashes``; deaths and injured are headcounts, at most one record of each a crash."""
    rows = numbers.put(cases(draw, CRASHES, times).with_row_index("at"), "crash", "day", "case").sort("at")
    rows = rows.with_columns(
        loss=shared(draw, rows, LOSS_FEN, times, 0, 1.1), hurt=shared(draw, rows, INJURED, times, 0, 0.9),
        km=pl.Series(draw.between(rows.height, 1, 180)),
    )  # fmt: skip
    rows = worded(draw, rows, road=dict.fromkeys(ROADS, 1.0), one=VEHICLES, other=SMALLER, severity=SEVERITY)
    body = pl.format("{}交通警察大队", "division")
    at: Values = {"case": pl.col("case"), "body": body}
    serious = (pl.col("hurt") > 0) | pl.col("at").is_in(_dying(rows, times))
    procedure = pl.when(serious).then(pl.lit("一般")).otherwise(pl.lit("简易"))
    where: Values = {"road": pl.col("road"), "post": pl.format("K{}+000", "km")}
    yield kept(
        "crashes",
        "Crashed",
        rows,
        **at,
        **where,
        on=pl.col("day"),
        procedure=procedure,
        property_loss_fen=pl.col("loss"),
    )
    for ordinal, name in ((1, "one"), (2, "other")):
        yield kept("crashes", "VehicleInvolved", rows, **at, on=pl.col("day"), ordinal=ordinal, vehicle=pl.col(name))
    hurt = rows.filter(pl.col("hurt") > 0)
    told: Values = {"persons": pl.col("hurt"), "severity": pl.col("severity")}
    yield kept("crashes", "Injured", hurt, **at, **told, on=pl.col("day"))
    yield from _died(rows, times, at)


def _dying(rows: pl.DataFrame, times: int) -> list[int]:
    """The crashes that kill, spread evenly over each year; the last of them late."""
    found: list[int] = []
    for year, deaths in DEATHS.items():
        own, wanted = rows.filter(year=year)["at"], (deaths + LATE_DEATHS[year]) * times
        found += own.gather_every(len(own) // wanted).head(wanted).to_list()
    return found


def _died(rows: pl.DataFrame, times: int, at: Values) -> Kept:
    fatal = rows.filter(pl.col("at").is_in(_dying(rows, times)))
    turn = pl.int_range(pl.len()).over("year")
    soon = pl.col("year").replace_strict(DEATHS, return_dtype=pl.Int64) * times
    fatal = fatal.with_columns(turn=turn, late=turn >= soon)
    day = pl.col("day") + pl.when("late").then(12).otherwise(pl.col("turn") % 4)
    yield kept("crashes", "Died", fatal.filter("late").sort("day"), **at, on=day, persons=1)
    yield kept("crashes", "Died", fatal.filter(~pl.col("late")), **at, on=day, persons=1)


def hazards(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``hazards``: found in a grid cell or on a road, put right, verified by another, closed."""
    rows = numbers.put(cases(draw, HAZARDS, times), "hazard", "day", "case")
    n = rows.height
    rows = rows.with_columns(
        grave=pl.Series(draw.happens(n, 0.06)), cell=pl.Series(draw.between(n, 1, 240)),
        km=pl.Series(draw.between(n, 1, 180)),
    )  # fmt: skip
    rows = worded(draw, rows, sector=SECTORS, road=dict.fromkeys(ROADS, 1.0))
    rows = later(draw, later(draw, rows, "day", "mended", 3, 25, 0.97), "mended", "checked", 1, 10, 0.96)
    at: Values = {"case": pl.col("case"), "body": pl.format("{}综治中心", "division")}
    on_road = pl.col("sector") == "道路交通"
    where: Values = {"road": pl.when(on_road).then("road"), "post": pl.when(on_road).then(pl.format("K{}+000", "km"))}
    where["grid"] = pl.when(~on_road).then(pl.format("{}-{}", "code", "cell"))
    for axis, road, cell in zip(("latitude", "longitude"), on_roads(ROADS), in_cells(), strict=True):
        where[f"{axis}_microdegrees"] = pl.when(on_road).then(road).otherwise(cell)
    yield kept("hazards", "Found", rows, **at, **where, on=pl.col("day"), sector=pl.col("sector"))
    grade = pl.when("grave").then(pl.lit("重大")).otherwise(pl.lit("一般"))
    yield kept("hazards", "Graded", rows, **at, on=pl.col("day"), grade=grade)
    grave, office = rows.filter("grave"), pl.format("{}应急管理局", "division")
    yield kept("hazards", "Supervised", grave, **at, on=pl.col("day"), supervisor="兰州市应急管理局")
    due = pl.from_epoch(pl.col("day") + 30, time_unit="d")
    yield kept("hazards", "Assigned", rows, **at, on=pl.col("day"), to_body=office, due=due)
    yield kept("hazards", "Rectified", rows, **at, on=pl.col("mended"), fixed_by=office)
    checked: Values = {"fixed_by": office, "verified_by": pl.format("{}综治中心", "division")}
    yield kept("hazards", "Verified", rows, **at, **checked, on=pl.col("checked"))
    yield kept("hazards", "Closed", rows, **at, on=pl.col("checked"))
    yield from _chiefs(numbers, times)


def _chiefs(numbers: Numbers, times: int) -> Kept:
    """A chief for each road of the city from the first day on; with more cities than one, for the first's alone."""
    if "chief" in numbers.given:
        return
    roads = pl.DataFrame({"road": ROADS, "day": [DAYS[2019][0]] * len(ROADS), "short": ["兰"] * len(ROADS)})
    rows = numbers.put(roads, "chief", "day", "case")
    duty = pl.format("{}路长1岗", "road")
    yield kept(
        "hazards", "ChiefAppointed", rows, case=pl.col("case"), body="兰州市综治中心", on=pl.col("day"),
        road=pl.col("road"), from_post="K0+000", to_post="K200+000", duty=duty,
    )  # fmt: skip


def responses(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``responses``: calls through the day and night, with the minutes each step took."""
    rows = worded(draw, numbers.put(_calls(draw, CALLS, times), "call", "day", "case"), **CALL, post=STATIONS)
    at: Values = {"case": pl.col("case"), "body": pl.col("police")}
    station: Values = {"station": pl.format("{}{}派出所", "division", "post")}
    told: Values = {name: pl.col(name) for name in CALL}
    cell = pl.format("{}-{}", "code", "cell")
    yield kept("responses", "Called", rows, **at, **told, **_moment("called"), cell=cell)
    yield kept("responses", "Dispatched", rows, **at, **station, **_moment("sent"))
    yield kept("responses", "Arrived", rows, **at, **station, **_moment("there"))
    yield kept("responses", "Closed", rows, **at, **_moment("done"), result="现场处置")


def _calls(draw: Draw, each: Years, times: int) -> pl.DataFrame:
    """Calls with the second of each step since 1970."""
    rows = cases(draw, each, times)
    n = rows.height
    called = rows["day"] * DAY + pl.Series(draw.between(n, 0, DAY - 1))
    sent = called + pl.Series(draw.between(n, 20, 180))
    there = sent + pl.Series(draw.days(n, 7, 0.45, 2, 40)) * MINUTE
    done = there + pl.Series(draw.between(n, 5, 90)) * MINUTE
    cell = pl.Series(draw.between(n, 1, 240))
    return rows.with_columns(called=called, sent=sent, there=there, done=done, cell=cell)


def _moment(name: str) -> Values:
    """The day and the time of day of a second since 1970."""
    return {"on": pl.col(name) // DAY, "at": ((pl.col(name) % DAY) * 1_000_000_000).cast(pl.Time)}
