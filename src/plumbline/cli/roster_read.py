"""What a roster is asked for, read from its file: the period and rules of rest, shifts, posts, units."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from plumbline.cli.forms import read_form
from plumbline.cli.formshapes import Field, Row, Table
from plumbline.errors import Words
from plumbline.periods import Span
from plumbline.reports.nearest import did_you_mean
from plumbline.solvers.rosters import Duty, Need, Rest, Shift, Unit

DAYS = 62
"""Most days of one roster: what takes longer to solve than people wait for is better split."""
YEARS = range(1900, 2201)
"""Years a roster may be in: around it there are days to reckon with."""
MOST = {"rest_hours": 24 * DAYS, "nights_in_a_row": DAYS, "shifts_in_7_days": 24 * 60 * 7}
FROM, TO = Field("from", "起", "date", True), Field("to", "止", "date", True)
TABLES = (
    Table("rules", "规则", (
        Field("from", "起", "date"), Field("to", "止", "date"), Field("rest_hours", "休息小时", "int64", True),
        Field("shifts_in_7_days", "七日班次上限", "int64", True), Field("nights_in_a_row", "连续夜班上限", "int64", True),
    )),
    Table("shifts", "班次", (
        Field("code", "班次"), Field("begins", "开始", "time"), Field("ends", "结束", "time"),
        Field("night", "夜班", "bool", True),
    )),
    Table("posts", "岗位", (
        Field("post", "岗位"), Field("duty", "勤务种类", optional=True), Field("shift", "班次"),
        Field("strength", "人数", "int64"), FROM, TO,
    )),
    Table("units", "单位", (
        Field("unit", "单位"), Field("available", "可用人数", "int64"), Field("duties", "可担勤务", optional=True), FROM, TO,
    )),
)  # fmt: skip
EXAMPLE = """\
# 排班 A roster. 日期写 2020-02-03，时刻写 08:00。 Days as 2020-02-03, times as 08:00.
[rules]
from = 2020-02-03
to = 2020-02-09
rest_hours = 16          # 两班之间至少休息的小时数 hours between two shifts of a unit, at least
shifts_in_7_days = 5     # 任何连续七日内一个单位至多几班 shifts of a unit in any seven days, at most
nights_in_a_row = 2      # 至多连上几个夜班 nights in a row, at most

[[shifts]]
code = "白班"
begins = "08:00"
ends = "20:00"

[[shifts]]
code = "夜班"
begins = "20:00"
ends = "08:00"           # 不晚于开始的，到次日 not after its beginning: the next day
night = true

[[posts]]
post = "铁桥卡口"
duty = "卡口"
shift = "白班"
strength = 6

[[posts]]
post = "铁桥卡口"
duty = "卡口"
shift = "夜班"
strength = 4

[[posts]]
post = "河畔长跑"
duty = "重大活动安保"
shift = "白班"
strength = 10
from = 2020-02-08        # 只在这些日子设岗 only on these days
to = 2020-02-08

[[units]]
unit = "一中队"
available = 8

[[units]]
unit = "二中队"
available = 8

[[units]]
unit = "三中队"
available = 6
duties = "卡口、巡逻"    # 只承担这些勤务 these kinds of duty only

[[units]]
unit = "三中队"          # 后写的一行对它的日子算数 of two rows for a day the later counts
available = 3
duties = "卡口、巡逻"
from = 2020-02-08
to = 2020-02-09
"""


def read_duty(path: Path) -> Duty:
    """Return what a file asks for; raises InputError naming the row that is wrong."""
    form = read_form(path, TABLES)
    rules, period = form["rules"][0], _period(form["rules"])
    shifts = _shifts(form["shifts"])
    needs = tuple(sorted(_needs(form["posts"], shifts, period), key=lambda n: (n.day, list(shifts).index(n.shift))))
    if not needs:
        raise rules.wrong(
            Words("期间内没有一个岗位要人", "no post needs anybody in the period"),
            Words("请核对起止日期和人数", "Check the days and strengths"),
        )
    hours, week, nights = (rules.said[name] for name in ("rest_hours", "shifts_in_7_days", "nights_in_a_row"))
    if nights is not None and not any(shift.night for shift in shifts.values()):
        raise rules.wrong(
            Words("限了连续夜班，却没有班次标为夜班", "nights in a row are limited and no shift is marked a night"),
            Words("请在夜班的 night 一栏写 true（是）", "Set night = true for the shifts that are"),
        )
    return Duty(shifts, needs, tuple(_units(form["units"], period)), Rest(hours, week, nights))


def _period(rows: list[Row]) -> Span:
    if len(rows) > 1:
        raise rows[1].wrong(
            Words("规则只能有一行", "there may be one row of rules"), Words("请删去多余的", "Delete the others")
        )
    period = Span(rows[0].said["from"], rows[0].said["to"])
    if not 1 <= period.days <= DAYS:
        raise rows[0].wrong(
            Words(
                f"期间应为 1 至 {DAYS} 日，现为 {period.days} 日",
                f"the period should be 1 to {DAYS} days and is {period.days}",
            ),
            Words("请改正起止日期，或分几次排", "Correct its days, or make several rosters"),
        )
    if period.first.year not in YEARS:
        what = Words(f"{period.first.year}年太远", f"the year {period.first.year} is too far away")
        raise rows[0].wrong(what, Words("请改正起止日期", "Correct its days"))
    _require_bounded(rows[0])
    return period


def _require_bounded(rules: Row) -> None:
    for name, most in MOST.items():
        if (rules.said[name] or 0) > most:
            what = Words(f"{name} 超过 {most}", f"{name} is over {most}")
            raise rules.wrong(what, Words("请改小，不限的留空", "Lower it; leave it empty for no limit"))


def _shifts(rows: list[Row]) -> dict[str, Shift]:
    found: dict[str, Shift] = {}
    for row in rows:
        said = row.said
        if said["code"] in found:
            what = Words(f"班次“{said['code']}”写了两次", f"shift “{said['code']}” is told twice")
            raise row.wrong(what, Words("请删去一行，或另取名", "Delete one, or rename it"))
        begins, ends = (datetime.combine(date.min, said[name]) for name in ("begins", "ends"))
        length = (ends - begins) // timedelta(minutes=1)
        length += 24 * 60 if length <= 0 else 0
        found[said["code"]] = Shift(said["code"], said["begins"], length, bool(said["night"]))
    return found


def _needs(rows: list[Row], shifts: Mapping[str, Shift], period: Span) -> Iterator[Need]:
    told: set[tuple[str, str, date]] = set()
    for row in rows:
        said = row.said
        if said["shift"] not in shifts:
            what = Words(f"没有班次“{said['shift']}”", f"there is no shift “{said['shift']}”")
            raise row.wrong(what, did_you_mean(said["shift"], shifts))
        for day in _days(row, period):
            if (key := (said["post"], said["shift"], day)) in told:
                what = Words(
                    f"岗位“{said['post']}”{day} {said['shift']}写了两次",
                    f"post “{said['post']}” is told twice for {day}",
                )
                raise row.wrong(what, Words("请合为一行", "Make them one row"))
            told.add(key)
            if said["strength"]:
                yield Need(day, said["shift"], said["post"], said["strength"], said["duty"] or "")


def _units(rows: list[Row], period: Span) -> Iterator[Unit]:
    found: dict[str, dict[date, int]] = {}
    duties: dict[str, frozenset[str]] = {}
    for row in rows:
        code, does = (
            row.said["unit"],
            frozenset((row.said["duties"] or "").replace(",", "、").replace("，", "、").split("、")) - {""},
        )
        if duties.setdefault(code, does) != does:
            what = Words(f"单位“{code}”几行的可担勤务不同", f"the rows of unit “{code}” name different duties")
            raise row.wrong(what, Words("请写成一样的", "Make them the same"))
        found.setdefault(code, {}).update(dict.fromkeys(_days(row, period), row.said["available"]))
    return (Unit(code, days, duties[code]) for code, days in found.items())


def _days(row: Row, period: Span) -> list[date]:
    first, last = row.said["from"] or period.first, row.said["to"] or period.last
    if first > last:
        raise row.wrong(Words("起晚于止", "it ends before it begins"), Words("请改正", "Correct its days"))
    first, last = max(first, period.first), min(last, period.last)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
