"""What the figures on crashes count: the four indicators (四项指标), by the day of the crash, as the book knows them now.

A death counts officially if it came within 7 days of the crash (公安部《关于做好交通事故统计工作的通知》); 30 days is the
international convention. So the four are final 7 days after a period's end at the earliest. Days are whole days: one
who died on the seventh day after the day of the crash is counted.
"""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

TRAFFIC_POLICE = ("公安机关交通管理部门", "公安交管部门", "交通警察", "交警部门", "交警", "公安机关", "公安")
CASE = ("body", "case")
PLACE = ("procedure", "road", "post")
OFFICIAL, INTERNATIONAL = 7, 30
FOUR = "四项指标"


@figure(
    unit="起",
    zh="发生道路交通事故",
    en="road crashes, by either procedure",
    also=("道路交通事故", "发生交通事故", "接报道路交通事故", "道路交通事故起数"),
    body=TRAFFIC_POLICE,
    chance=True,
    group=FOUR,
    leaves_out=(
        "只计一般程序的起数，另有指标：公报的四项指标可用那一口径，2010年全国两个口径相差约十八倍",
        "the number by the general procedure, which has its own figure: bulletins may mean that; in 2010 the two differed"
        " eighteenfold over the country",
    ),
)
def crashed(crashes: "Tables", period: Span) -> "Table":
    """期内发生并录入的道路交通事故，一般程序和简易程序都计。

    Crashes of the period that were entered, whether dealt with by the general or the simplified procedure.
    """
    return _crashed(crashes, period)


@figure(
    unit="起",
    zh="一般程序处理的道路交通事故",
    en="road crashes dealt with by the general procedure",
    also=("一般程序事故", "一般程序处理的事故", "适用一般程序处理的道路交通事故", "发生一般程序处理的道路交通事故"),
    body=TRAFFIC_POLICE,
    leaves_out=(
        "简易程序的；不分程序的登记簿所载",
        "the simplified procedure; registers that tell no procedures apart",
    ),
)
def general(crashes: "Tables", period: Span) -> "Table":
    """期内发生、适用一般程序处理的道路交通事故；有的四项指标通报以此为事故起数。

    Crashes of the period dealt with by the general procedure; some bulletins of the four indicators count these.
    """
    rows = _crashed(crashes, period)
    return rows.filter(rows.procedure == "一般")


@figure(
    unit="起",
    zh="亡人道路交通事故",
    en="fatal road crashes",
    also=("死亡道路交通事故", "发生死亡事故", "亡人事故", "发生亡人事故", "发生亡人道路交通事故", "发生亡人交通事故"),
    body=TRAFFIC_POLICE,
    leaves_out=("死亡发生在七日之后的；只知死于三十日内的", "deaths after 7 days, or known only to be within 30"),
)
def fatal(crashes: "Tables", period: Span) -> "Table":
    """期内发生、七日内有人死亡的道路交通事故。

    Crashes of the period in which somebody died within 7 days.
    """
    return _crashed(crashes, period).semi_join(_deaths(crashes, period, OFFICIAL), CASE)


@figure(
    unit="人",
    zh="道路交通事故死亡",
    en="persons killed in road crashes (died within 7 days)",
    also=("交通事故死亡", "道路交通事故死亡人数"),
    body=TRAFFIC_POLICE,
    chance=True,
    group=FOUR,
    persons=True,
    leaves_out=(
        "第七日之后死亡的；只知死于三十日内的；期末后七日内仍会增加",
        "who died after the seventh day, or is known only to have died within 30; it may grow for 7 days after the period",
    ),
)
def deaths_at_7(crashes: "Tables", period: Span) -> "Table":
    """期内事故致七日内死亡的人数，按事故之日归期，即官方的死亡人数。

    Persons who died within 7 days of a crash of the period: the official number of deaths.
    """
    return _deaths(crashes, period, OFFICIAL)


@figure(
    unit="人",
    zh="道路交通事故三十日内死亡",
    en="persons killed in road crashes (died within 30 days)",
    also=("道路交通事故30日内死亡", "事故后三十日内死亡"),
    body=TRAFFIC_POLICE,
    persons=True,
    leaves_out=("第三十日之后死亡的", "who died after the thirtieth day"),
)
def deaths_at_30(crashes: "Tables", period: Span) -> "Table":
    """期内事故致三十日内死亡的人数，按事故之日归期，用于国际比较。

    Persons who died within 30 days of a crash of the period, as compared between countries.
    """
    return _deaths(crashes, period, INTERNATIONAL)


@figure(
    unit="人",
    zh="道路交通事故受伤",
    en="persons injured in road crashes",
    also=("交通事故受伤", "道路交通事故受伤人数"),
    body=TRAFFIC_POLICE,
    chance=True,
    group=FOUR,
    persons=True,
    leaves_out=(
        "七日内死亡的（逐人登记的自动除去，按人数登记的须更正受伤记录）",
        "who died within 7 days (told by token; of headcounts the record of the injured is to be corrected)",
    ),
)
def injured(crashes: "Tables", period: Span) -> "Table":
    """期内事故受伤的人数，轻伤、重伤都计，一人在一起事故中计一次。

    Persons injured, slightly or seriously, in crashes of the period, each once a crash.
    """
    rows = _of(crashes, "Injured", period)
    died = _deaths(crashes, period, OFFICIAL).filter(lambda t: t.person.notnull())
    return rows.anti_join(died, [*CASE, "person"])


@figure(
    unit="元",
    zh="道路交通事故直接财产损失",
    en="direct property loss in road crashes",
    also=("道路交通事故直接经济损失",),
    body=TRAFFIC_POLICE,
    chance=True,
    group=FOUR,
    amount="property_loss_fen",
    leaves_out=(
        "施救、善后、停产停业等间接损失；尚未核定且事故记录未填的",
        "rescue, what followed for families, lost production; crashes of which no loss was stated yet",
    ),
)
def property_loss(crashes: "Tables", period: Span) -> "Table":
    """期内事故造成的车辆、财物直接损失折款，有核定的按最后一次核定。

    What vehicles and property lost directly in crashes of the period, in money; where it was assessed, the last assessment.
    """
    assessed = _last(crashes.flow("LossAssessed")).select(*CASE, said_at="position", said_fen="property_loss_fen")
    rows = _crashed(crashes, period).left_join(assessed, CASE).drop(*(f"{name}_right" for name in CASE))
    said = {"position": ("said_at", "position"), "property_loss_fen": ("said_fen", "property_loss_fen")}
    rows = rows.mutate(**{name: rows[last].coalesce(rows[first]) for name, (last, first) in said.items()})
    return rows.filter(rows.property_loss_fen.notnull())


def _crashed(crashes: "Tables", period: Span) -> "Table":
    """Return the crashes of the period, one row each."""
    rows = _last(crashes.flow("Crashed"))
    return rows.filter(period.has(rows.on))


def _last(rows: "Table") -> "Table":
    """Return the last of the records of each crash, by day and then by position."""
    latest = ibis.window(group_by=list(CASE), order_by=[ibis.desc("on"), ibis.desc("position")])
    return rows.mutate(turn=ibis.row_number().over(latest)).filter(lambda t: t.turn == 0).drop("turn")


def _of(crashes: "Tables", kind: str, period: Span) -> "Table":
    """Return the records of a kind of crashes of the period: ``on`` is the day of the crash, ``then`` their own."""
    rows = crashes.flow(kind).rename(then="on")
    crashed = _crashed(crashes, period).select(*CASE, "on", *PLACE)
    return rows.join(crashed, CASE)


def _deaths(crashes: "Tables", period: Span, days: int) -> "Table":
    """Return the deaths that came within so many days of a crash of the period."""
    rows = _of(crashes, "Died", period)
    known = rows.only_within.isnull() & (rows.then <= rows.on + ibis.interval(days=days))
    return rows.filter(known | rows.only_within.notnull() if days >= INTERNATIONAL else known)
