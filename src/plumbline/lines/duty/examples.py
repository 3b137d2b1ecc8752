"""Made-up posts, shifts and teams. Numbers on duty are headcounts; nobody in them is anyone."""

from datetime import time
from typing import Any

from plumbline.lines.duty.records import PostLifted, PostSet, ShiftWorked, TeamFormed, TeamReduced, TeamStrengthened
from plumbline.records.made_up import Example, example

CHENGGUAN = "兰州市公安局城关分局"
QILIHE = "兰州市公安局七里河分局"
TRAFFIC = "兰州市公安局交通警察支队"

Happened = tuple[Any, ...]


def _shift(on: str, hour: int, police: str, volunteers: str = "0/0") -> Happened:
    """A shift of eight hours; ``5/6`` are five present of six required."""
    (here, wanted), (helpers, asked) = (map(int, told.split("/")) for told in (police, volunteers))
    said = {"police": here, "police_required": wanted, "volunteers": helpers, "volunteers_required": asked}
    return ShiftWorked, on, {"at": time(hour), "length_minutes": 480, **said}


def _post(name: str, shows: str, case: str, body: str, duty: str, since: str, *happened: Happened) -> Example:
    """A post: its kind of duty goes into each shift."""
    told = ((kind, on, {**dict(*own), "duty": duty} if own else {}) for kind, on, *own in happened)
    return example(name, shows, case, body, (PostSet, since, {"duty": duty}), *told)


def _team(name: str, shows: str, case: str, body: str, *happened: Happened) -> Example:
    return example(name, shows, case, body, *((kind, on, {"persons": persons}) for kind, on, persons in happened))


EXAMPLES = (
    _post(
        "铁桥卡口|Iron bridge", "夜班缺警力，次日缺群防力量|short of police by night, of volunteers the next day",
        "城岗1号", CHENGGUAN, "卡口", "2020-02-01",
        _shift("2020-02-03", 8, "6/6", "12/10"), _shift("2020-02-03", 20, "5/6", "4/4"), _shift("2020-02-04", 8, "6/6", "9/10"),
    ),
    _post(
        "雁滩社区|Wild Goose flats", "足额值守|fully manned", "城岗2号", CHENGGUAN, "疫情防控", "2020-01-28",
        _shift("2020-02-03", 8, "20/20", "66/60"), _shift("2020-02-04", 8, "22/20", "60/60"),
    ),
    _post(
        "西出口|West exit", "缺岗一班，后撤岗|one shift short, then lifted", "七岗3号", QILIHE, "疫情防控", "2020-01-29",
        _shift("2020-02-03", 8, "10/12", "30/30"), _shift("2020-02-05", 8, "12/12", "33/30"), (PostLifted, "2020-02-20"),
    ),
    _post(
        "定点医院|The hospital gate", "只有民警|police only", "七岗4号", QILIHE, "疫情防控", "2020-02-02",
        _shift("2020-02-04", 0, "8/8"), (PostLifted, "2020-04-08"),
    ),
    _post(
        "灯会|Lantern fair", "全年警力最多的一日|the year's peak", "城岗5号", CHENGGUAN, "重大活动安保", "2020-01-18",
        _shift("2020-01-20", 18, "44/40", "20/20"), (PostLifted, "2020-01-21"),
    ),
    _post(
        "夜市|Night market", "上年的班次|a shift of the year before", "城岗6号", CHENGGUAN, "巡逻", "2019-12-30",
        _shift("2019-12-31", 20, "10/10"),
    ),
    _post(
        "河畔长跑|River run", "两样都缺|short of both", "交岗7号", TRAFFIC, "重大活动安保", "2020-02-28",
        _shift("2020-02-29", 6, "15/16", "41/50"), (PostLifted, "2020-02-29"),
    ),
    _post(
        "火车站|The station", "夜间巡逻|a patrol by night", "七岗8号", QILIHE, "巡逻", "2020-02-05",
        _shift("2020-02-05", 20, "9/9", "5/5"),
    ),
    _post("空岗|Empty post", "设岗而无班次|set up, never manned", "城岗9号", CHENGGUAN, "卡口", "2020-02-10"),
    _team(
        "城关机动队|Chengguan's team", "组建后充实|formed, then strengthened", "城队1号", CHENGGUAN,
        (TeamFormed, "2020-01-25", 600), (TeamStrengthened, "2020-02-15", 250),
    ),
    _team(
        "七里河机动队|Qilihe's team", "先减后增|reduced, then strengthened", "七队2号", QILIHE,
        (TeamFormed, "2020-02-01", 300), (TeamReduced, "2020-03-10", 50), (TeamStrengthened, "2020-06-01", 100),
    ),
    _team(
        "交警骑行队|The riders", "次年才充实|strengthened in the next year only", "交队3号", TRAFFIC,
        (TeamFormed, "2020-02-10", 50), (TeamStrengthened, "2021-01-05", 20),
    ),
    _team(
        "旧队|The old team", "减为零，不再计|reduced to nobody, no longer counted", "城队4号", CHENGGUAN,
        (TeamFormed, "2019-11-01", 40), (TeamReduced, "2020-01-10", 40),
    ),
)  # fmt: skip
"""Every example of the line."""
