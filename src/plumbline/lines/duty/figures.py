"""What the figures on duty count: officers and volunteers present, shift by shift. Two shifts of one officer count twice."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.standing import happened, unfinished
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "政法机关")
TWICE = (
    "没有到岗记录的投入；同一人一日上两班计两次",
    "what was not recorded as present; one who works two shifts in a day counts twice",
)
TEAM = ("body", "case")


def _shifts(duty: "Tables", period: Span) -> "Table":
    """Return the shifts that began in the period, each with ``shifts`` 1: one post may have several in a day."""
    return happened(duty, "ShiftWorked", period).mutate(shifts=ibis.literal(1, "int64"))


def _peak(rows: "Table", column: str) -> "Table":
    """Return the rows of the day on which a column sums to the most, the earliest of such days."""
    days = rows.group_by("on").agg(most=rows[column].sum())
    peak = days.order_by(ibis.desc("most"), "on").limit(1)
    return rows.semi_join(peak, "on")


@figure(
    unit="人",
    zh="日均投入警力",
    en="police on duty, daily mean",
    also=("日均出动警力", "日均上勤警力", "日均投入民警辅警"),
    body=POLICE,
    amount="police",
    daily=True,
    leaves_out=TWICE,
)
def police_daily(duty: "Tables", period: Span) -> "Table":
    """期内各班次实到警力之和，除以期间的日历天数；没有记录的日子按零计。

    Police present at all shifts of the period, over the calendar days of the period; a day without records counts as nought.
    """
    return _shifts(duty, period)


@figure(
    unit="人",
    zh="日均投入群防群治力量",
    en="mass-prevention volunteers on duty, daily mean",
    also=("日均组织群防群治力量", "日均发动群防群治力量", "日均出动群防群治力量", "日均群防群治力量"),
    body=POLICE,
    amount="volunteers",
    daily=True,
    leaves_out=TWICE,
)
def volunteers_daily(duty: "Tables", period: Span) -> "Table":
    """期内各班次实到群防群治力量之和，除以期间的日历天数；没有记录的日子按零计。

    Volunteers present at all shifts of the period, over the calendar days of the period; a day without records counts as nought.
    """
    return _shifts(duty, period)


@figure(
    unit="人",
    zh="单日最多投入警力",
    en="police on duty on the peak day",
    also=("单日最高投入警力", "高峰日投入警力", "单日最多出动警力"),
    body=POLICE,
    amount="police",
    leaves_out=TWICE,
)
def police_peak(duty: "Tables", period: Span) -> "Table":
    """期内各单位实到警力合计最多的那一日的实到警力；并列取最早。分单位读，仍是这一日。

    Police present on the day on which all bodies together had most, the earliest of such; of one body, on that same day.
    """
    return _peak(_shifts(duty, period), "police")


@figure(
    unit="人",
    zh="单日最多投入群防群治力量",
    en="mass-prevention volunteers on duty on the peak day",
    also=("单日最高投入群防群治力量", "高峰日投入群防群治力量"),
    body=POLICE,
    amount="volunteers",
    leaves_out=TWICE,
)
def volunteers_peak(duty: "Tables", period: Span) -> "Table":
    """期内各单位实到群防群治力量合计最多的那一日的实到数；并列取最早。分单位读，仍是这一日。

    Volunteers present on the day on which all bodies together had most, the earliest of such; of one body, on that same day.
    """
    return _peak(_shifts(duty, period), "volunteers")


@figure(
    unit="班次",
    zh="勤务班次",
    en="shifts worked",
    also=("上勤班次", "执勤班次"),
    body=POLICE,
    amount="shifts",
    leaves_out=("排定而没有到岗记录的班次", "shifts planned and never recorded as worked"),
)
def shifts(duty: "Tables", period: Span) -> "Table":
    """期内开始的班次，一个岗位一日几班计几次。

    Shifts that began in the period; a post with three shifts in a day counts three.
    """
    return _shifts(duty, period)


@figure(
    unit="班次",
    zh="足额到岗班次",
    en="shifts fully manned",
    also=("满员到岗班次",),
    body=POLICE,
    amount="shifts",
    leaves_out=("警力或群防群治力量有一项不足的", "those short of police or of volunteers"),
)
def manned(duty: "Tables", period: Span) -> "Table":
    """期内实到警力和实到群防群治力量都不少于应到数的班次。

    Shifts of the period at which no fewer police and no fewer volunteers were present than required.
    """
    rows = _shifts(duty, period)
    return rows.filter((rows.police >= rows.police_required) & (rows.volunteers >= rows.volunteers_required))


@figure(
    unit="%",
    zh="足额到岗率",
    en="share of shifts fully manned",
    also=("岗位覆盖率", "班次足额率"),
    body=POLICE,
    amount="shifts",
    among=shifts,
    leaves_out=("没有到岗记录的班次，分子分母均不计", "shifts without a record, in neither numerator nor denominator"),
)
def coverage(duty: "Tables", period: Span) -> "Table":
    """期内足额到岗班次占全部班次的比例。

    Shifts fully manned as a share of all shifts of the period.
    """
    return manned.rows(duty, period)


@figure(
    unit="人次",
    zh="应到警力",
    en="police required at shifts",
    also=("应上勤警力",),
    body=POLICE,
    amount="police_required",
    leaves_out=("没有到岗记录的班次；群防群治力量", "shifts without a record; volunteers"),
)
def police_required(duty: "Tables", period: Span) -> "Table":
    """期内各班次应到警力之和。

    Police required at the shifts of the period, summed.
    """
    return _shifts(duty, period)


@figure(
    unit="%",
    zh="警力到岗率",
    en="police present for those required",
    also=("民警到岗率",),
    body=POLICE,
    amount="police",
    per=police_required,
    leaves_out=("没有到岗记录的班次；多到的抵补少到的，可超过百分之百",
                "shifts without a record; too many here make up for too few there, so it may pass 100 %"),
)  # fmt: skip
def attendance(duty: "Tables", period: Span) -> "Table":
    """期内各班次实到警力之和与应到警力之和的比。

    Police present at the shifts of the period for each hundred required.
    """
    return _shifts(duty, period)


@figure(
    unit="个",
    zh="在设勤务岗位",
    en="posts set up and not lifted",
    also=("勤务岗位", "执勤岗位", "执勤点位"),
    body=POLICE,
    stock=True,
    leaves_out=(
        "已撤的岗位；是否每日有人值守另计",
        "posts lifted; whether they were manned each day is counted elsewhere",
    ),
)
def posts(duty: "Tables", period: Span) -> "Table":
    """期末已设未撤的勤务岗位。

    Posts set up and not lifted at the period's end.
    """
    rows = unfinished(duty, period.last, "post_set", "post_lifted")
    return rows.mutate(duty=rows.post_set_duty, on=rows.post_set_on)


@figure(
    unit="支",
    zh="应急处突队伍",
    en="emergency teams kept ready",
    also=("充实应急处突队伍", "应急处突力量", "应急处突队员", "应急队伍"),
    body=POLICE,
    persons=True,
    stock=True,
    leaves_out=("人数已减为零的队伍；临时抽调的警力", "teams reduced to nobody; officers lent for the day"),
)
def teams(duty: "Tables", period: Span) -> "Table":
    """期末有人的应急处突队伍；按人计为组建人数加充实人数减缩减人数。

    Emergency teams not empty at the period's end; in persons, those formed with plus those added less those taken away.
    """
    signs = {"TeamFormed": 1, "TeamStrengthened": 1, "TeamReduced": -1}
    changes = ibis.union(*(_change(duty, kind, sign, period) for kind, sign in signs.items()))
    t = changes.group_by(TEAM).agg(
        position=changes.position.min(), on=changes.on.max(), persons=changes.persons.sum().cast("int64")
    )
    return t.filter(t.persons > 0)


def _change(duty: "Tables", kind: str, sign: int, period: Span) -> "Table":
    rows = duty.flow(kind)
    rows = rows.filter(rows.on <= period.last)
    return rows.select(*TEAM, "position", "on", persons=rows.persons * sign)
