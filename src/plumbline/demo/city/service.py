"""Work for enterprises, neighbours and the river: requests answered, disputes settled, disorder cleared."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.registers import Register, Values, kept
from plumbline.demo.city.yearly import CITY_ALONE, cases, later, worded

Kept = Iterator[tuple[tuple[str, str], Register]]
REQUESTS, OFFICERS, MEASURES = {2019: 260, 2020: 340}, 120, 12
DISPUTES, RIVERS = {2019: 900, 2020: 1_060}, {2019: 70, 2020: 55}
SORTS: dict[str, dict[str, float]] = {
    "about": {"治安秩序": 3, "交通秩序": 2, "证照办理": 3, "涉企案件": 1, "夜间经济": 1},
    "grade": {"满意": 8, "基本满意": 2, "不满意": 0.3},
    "dispute": {"邻里": 3, "婚姻家庭": 2, "损害赔偿": 2, "劳动": 1, "物业": 2, "消费": 1, "土地": 0.5},
    "came_by": {"排查发现": 2, "当事人申请": 4, "公安移交": 1, "法院委派": 1},
    "went_to": {"诉讼": 3, "仲裁": 1, "行政处理": 1},
    "disorder": {"乱占": 2, "乱采": 1, "乱堆": 3, "乱建": 2},
}


def requests(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``requests``."""
    rows = worded(draw, numbers.put(cases(draw, REQUESTS, times), "request", "day", "case"), **_sorts("about", "grade"))
    rows = later(draw, later(draw, rows, "day", "answered", 0, 5), "answered", "resolved", 1, 20, 0.95)
    at: Values = {"case": pl.col("case"), "body": pl.col("police")}
    yield kept("requests", "Asked", rows, **at, on=pl.col("day"), about=pl.col("about"))
    yield kept("requests", "Assigned", rows, **at, on=pl.col("day"), to_body=pl.col("police"))
    yield kept("requests", "Answered", rows, **at, on=pl.col("answered"))
    yield kept("requests", "Resolved", rows, **at, on=pl.col("resolved"))
    yield kept("requests", "Rated", rows, **at, on=pl.col("resolved"), grade=pl.col("grade"))
    once = cases(draw, {2020: 1}, times, CITY_ALONE)
    appointed, issued = (numbers.put(once, form, "day", "case") for form in ("liaison", "measure"))
    yield kept("requests", "LiaisonAppointed", appointed, **at, on=pl.col("day"), officers=OFFICERS)
    yield kept("requests", "MeasureIssued", issued, **at, on=pl.col("day"), about="夜间经济", measures=MEASURES)


def disputes(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``disputes``: most are settled, some agreements confirmed by a court in time."""
    rows = numbers.put(cases(draw, DISPUTES, times), "dispute", "day", "case")
    rows = worded(draw, rows, **_sorts("dispute", "came_by", "went_to"))
    rows = later(draw, rows, "day", "ended", 2, 25, 0.98)
    rows = rows.with_columns(
        settled=pl.Series(draw.happens(rows.height, 0.93)), heads=pl.Series(draw.between(rows.height, 2, 6))
    )
    at: Values = {"case": pl.col("case"), "body": pl.format("{}人民调解委员会", "division")}
    said: Values = {name: pl.col(name) for name in ("dispute", "came_by")}
    yield kept("disputes", "Accepted", rows, **at, **said, on=pl.col("day"), parties=pl.col("heads"))
    failed, settled = rows.filter(~pl.col("settled")), rows.filter("settled")
    yield kept("disputes", "Failed", failed, **at, on=pl.col("ended"), went_to=pl.col("went_to"))
    yield kept("disputes", "Settled", settled, **at, on=pl.col("ended"))
    yield kept("disputes", "Agreed", settled, **at, on=pl.col("ended"), form="书面")
    yield kept(
        "disputes",
        "Performed",
        later(draw, settled, "ended", "kept", 1, 30, 0.9),
        **at,
        on=pl.col("kept"),
        extent="全部",
    )
    asked = later(draw, settled, "ended", "asked", 1, 20, 0.15).with_columns(answered=pl.col("asked") + 1)
    asked = later(draw, asked, "answered", "confirmed", 2, 10)
    at_court: Values = {**at, "court": pl.col("court")}
    yield kept("disputes", "Applied", asked, **at_court, on=pl.col("asked"))
    yield kept("disputes", "Answered", asked, **at_court, on=pl.col("answered"), answer="受理")
    yield kept("disputes", "Decided", asked, **at_court, on=pl.col("confirmed"), outcome="确认有效")


def rivers(draw: Draw, crimes: pl.DataFrame, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``rivers``; ``crimes`` are the police's files on the environment that came from it."""
    rows = numbers.put(cases(draw, RIVERS, times), "river", "day", "case")
    rows, crimes = (worded(draw, some, **_sorts("disorder")) for some in (rows, crimes))
    rows = later(draw, later(draw, rows, "day", "mended", 5, 40, 0.96), "mended", "checked", 1, 12, 0.97)
    office, other = pl.format("{}水务局", "division"), pl.format("{}河长办", "division")
    at: Values = {"case": pl.col("case"), "body": office}
    said: Values = {"disorder": pl.col("disorder"), "reach": pl.format("{}河段{}", "division", pl.col("seat"))}
    yield kept("rivers", "Found", rows, **at, **said, on=pl.col("day"))
    yield kept("rivers", "Rectified", rows, **at, on=pl.col("mended"), fixed_by=office)
    yield kept("rivers", "Verified", rows, **at, on=pl.col("checked"), fixed_by=office, verified_by=other)
    yield kept("rivers", "Closed", rows, **at, on=pl.col("checked"))
    led: Values = {"case": pl.col("river_case"), "body": office}
    yield kept("rivers", "Found", crimes, **led, **said, on=pl.col("filed") - 9)
    referred: Values = {"to_body": pl.col("police"), "persons": 1, "on": pl.col("filed") - 2}
    yield kept("rivers", "Referred", crimes, **led, **referred)


def led_by_rivers(files: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
    """Return the police's files on the environment, each with the number of the river case that led to it."""
    return numbers.put(files.filter(pl.col("scope") == "environment"), "river", "filed", "river_case")


def _sorts(*names: str) -> dict[str, dict[str, float]]:
    return {name: SORTS[name] for name in names}
