"""What leading bodies decide and hand out: matters decided, meetings, instructions, matters assigned and what became of them."""

from collections.abc import Iterator

import polars as pl

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.numbers import Numbers
from plumbline.demo.city.registers import Register, Values, kept
from plumbline.demo.city.yearly import CITY_ALONE, cases, later, worded

Kept = Iterator[tuple[tuple[str, str], Register]]
OFFICE = "兰州市委政法委"
DECIDED, MEETINGS, INSTRUCTIONS, ASSIGNED = (
    {2019: 36, 2020: 41},
    {2019: 9, 2020: 11},
    {2019: 3, 2020: 2},
    {2019: 54, 2020: 63},
)
"""As published for 2020: 41 matters decided, 11 meetings, 2 instructions, over 60 matters assigned. 2019 is made up."""
TOPICS = ("政法工作", "公安工作", "市域社会治理", "扫黑除恶", "疫情防控", "道路交通安全", "矛盾纠纷化解", "队伍建设")
MEETING, AREA = {"党委常委会": 2.0, "政府常务会": 1.0}, {"政法工作": 3.0, "政法队伍建设": 1.0}
AT: Values = {"case": pl.col("case"), "body": OFFICE}


def matters(draw: Draw, times: int, numbers: Numbers) -> Kept:
    """Yield the registers of the line ``matters``."""
    sorts = {"decided": DECIDED, "convened": MEETINGS, "instructed": INSTRUCTIONS, "assigned": ASSIGNED}
    rows = pl.concat([cases(draw, n, times, CITY_ALONE).with_columns(sort=pl.lit(name)) for name, n in sorts.items()])
    rows = numbers.put(rows, "matter", "day", "case")
    some = {name: rows.filter(sort=name) for name in sorts}
    decided = worded(draw, some["decided"], meeting=MEETING, area=AREA)
    said: Values = {"meeting": pl.col("meeting"), "area": pl.col("area")}
    yield kept("matters", "Decided", decided, **AT, **said, on=pl.col("day"))
    convened = worded(draw, some["convened"], topic=dict.fromkeys(TOPICS, 1.0))
    yield kept("matters", "Convened", convened, **AT, on=pl.col("day"), topic=pl.col("topic"))
    yield kept("matters", "Instructed", some["instructed"], **AT, on=pl.col("day"), given_by="党委")
    yield from _assigned(draw, some["assigned"])


def _assigned(draw: Draw, rows: pl.DataFrame) -> Kept:
    rows = rows.with_columns(due=pl.col("day") + 60)
    rows = later(draw, rows, "day", "moved", 10, 30)
    rows = later(draw, rows, "moved", "asked", 5, 20, chance=0.12).with_columns(granted=pl.col("asked") + 5)
    last = pl.when(pl.col("granted").is_null()).then(pl.col("due")).otherwise(pl.col("due") + 30)
    rows = later(draw, rows.with_columns(last=last), "moved", "reviewed", 5, 34)
    lead: Values = {"lead": pl.col("police")}
    yield kept("matters", "Assigned", rows, **AT, **lead, on=pl.col("day"), due=pl.from_epoch("due", time_unit="d"))
    yield kept("matters", "Supported", rows, **AT, on=pl.col("day"), supporter=pl.col("procuratorate"))
    yield kept("matters", "Issued", rows.gather_every(3), **AT, on=pl.col("moved"), documents=1)
    yield kept("matters", "Formed", rows.gather_every(9), **AT, on=pl.col("moved"))
    yield kept("matters", "Supervised", rows.gather_every(7), **AT, on=pl.col("day"))
    evidence = pl.format("{}-进展1", "case")
    yield kept("matters", "Progressed", rows, **AT, on=pl.col("moved"), stage="推进中", evidence=evidence)
    until = pl.from_epoch("last", time_unit="d")
    yield kept("matters", "Requested", rows, **AT, on=pl.col("asked"), until=until)
    yield kept("matters", "Granted", rows, **AT, on=pl.col("granted"), until=until)
    yield kept("matters", "Reviewed", rows, **AT, on=pl.col("reviewed"), fixed_by=pl.col("police"), verified_by=OFFICE)
