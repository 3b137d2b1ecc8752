"""What the figures on emergency calls count: calls by the day they were taken, minutes until the first unit arrived.

Minutes are those of the clock, from call to arrival, across midnight too. Within how many minutes the police must arrive
is not known (未查到): ten is the question asked here, not a rule.
"""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "警方", "指挥中心", "110指挥中心", "110")
CASE = ("body", "case")
ASKED = 10
"""Minutes asked of: no national number has been found."""
DAY = 24 * 60
UNTIMED = ("未录时刻的；时刻自相矛盾的", "calls of which a time is missing, or whose times contradict each other")


@figure(
    unit="起",
    zh="接警",
    en="emergency calls taken",
    also=("接报警情", "110接警", "接警量", "110接警量", "接处警", "受理报警", "受理群众报警"),
    body=POLICE,
    leaves_out=("未录入的骚扰、误拨电话", "nuisance calls and misdials that were not entered"),
)
def calls(responses: "Tables", period: Span) -> "Table":
    """期内接到的警情，一次报警一起。

    Emergency calls taken in the period, one each.
    """
    return _calls(responses, period)


@figure(
    unit="起",
    zh="处警",
    en="emergency calls to which somebody was sent",
    also=("出警", "派警", "出动警力处警", "处置警情"),
    body=POLICE,
    leaves_out=("未派警的；同一警情派出数个单位的只计一起", "calls nobody was sent to; several units sent are one"),
)
def dispatched(responses: "Tables", period: Span) -> "Table":
    """期内接到并已派警的警情，不论派出几个单位。

    Emergency calls taken in the period to which one unit or more was sent.
    """
    return _with(responses, "Dispatched", period)


@figure(
    unit="起",
    zh="到达现场警情",
    en="emergency calls at which somebody arrived",
    also=("到达现场", "到场处置警情"),
    body=POLICE,
    leaves_out=("派警而未到达的", "calls at which nobody arrived"),
)
def arrived(responses: "Tables", period: Span) -> "Table":
    """期内接到并已有单位到达现场的警情。

    Emergency calls taken in the period at which one unit or more arrived.
    """
    return _with(responses, "Arrived", period)


@figure(
    unit="起",
    zh="办结警情",
    en="emergency calls closed",
    also=("警情办结",),
    body=POLICE,
    leaves_out=("尚未办结的", "calls still open"),
)
def closed(responses: "Tables", period: Span) -> "Table":
    """期内接到并已办结的警情，不论何日办结。

    Emergency calls taken in the period and closed since, on whichever day.
    """
    return _with(responses, "Closed", period)


@figure(
    unit="起",
    zh="记有到达用时的警情",
    en="emergency calls with a known time to arrival",
    body=POLICE,
    leaves_out=UNTIMED,
)
def timed(responses: "Tables", period: Span) -> "Table":
    """期内接到、接警与首个单位到达的时刻都有记录的警情。

    Emergency calls taken in the period of which it is known when they were taken and when the first unit arrived.
    """
    return _timed(responses, period)


@figure(
    unit="分钟",
    zh="到达现场用时合计",
    en="minutes from call to arrival, added up",
    body=POLICE,
    amount="to_arrival_minutes",
    leaves_out=UNTIMED,
)
def to_arrival(responses: "Tables", period: Span) -> "Table":
    """期内各警情自接警至首个单位到达的分钟数之和。

    Minutes from each call of the period to the first arrival, added up.
    """
    return _timed(responses, period)


@figure(
    unit="分钟",
    zh="平均到达时间",
    en="mean minutes from call to arrival",
    also=("平均到达现场时间", "平均出警到达时间", "平均到场时间"),
    body=POLICE,
    amount="to_arrival_minutes",
    per=timed,
    leaves_out=UNTIMED,
)
def mean_to_arrival(responses: "Tables", period: Span) -> "Table":
    """期内各警情自接警至首个单位到达的平均分钟数。

    Minutes from call to first arrival over the calls of the period whose times are known.
    """
    return _timed(responses, period)


@figure(
    unit="%",
    zh="十分钟内到达率",
    en="share of emergency calls reached within ten minutes",
    also=("10分钟内到达率", "十分钟内到达现场率", "10分钟到达率"),
    body=POLICE,
    among=timed,
    leaves_out=(
        "未录时刻的；十分钟是所问的界线，全国有无规定未查到",
        "calls of which a time is missing; ten is what is asked: whether there is a national rule is not known",
    ),
)
def within_ten(responses: "Tables", period: Span) -> "Table":
    """期内接警后十分钟内（含第十分钟）有单位到达的警情，占记有用时的警情的比例。

    Emergency calls at which a unit arrived within ten minutes, as a share of those whose times are known.
    """
    rows = _timed(responses, period)
    return rows.filter(rows.to_arrival_minutes <= ASKED)


def _calls(responses: "Tables", period: Span) -> "Table":
    """Return the calls of the period with ``hour``, the hour of the day they came in ("" where that is not known)."""
    rows = responses.flow("Called")
    hour = rows.moment.hour().cast("string").lpad(2, "0")
    return rows.filter(period.has(rows.on)).mutate(hour=hour.fill_null(""))


def _with(responses: "Tables", kind: str, period: Span) -> "Table":
    """Return the calls of the period that have a record of a kind."""
    return _calls(responses, period).semi_join(responses.flow(kind), CASE)


def _timed(responses: "Tables", period: Span) -> "Table":
    """Return the calls of the period with ``to_arrival_minutes`` and the ``station`` that was there first."""
    there = _first(responses.flow("Arrived")).select(*CASE, "station", there_on="on", there_at="moment")
    rows = _calls(responses, period).join(there, CASE)
    minutes = _minute(rows.there_at) - _minute(rows.moment) + DAY * rows.there_on.delta(rows.on, unit="day")
    rows = rows.mutate(to_arrival_minutes=minutes.cast("int64"))
    return rows.filter(rows.to_arrival_minutes >= 0)


def _first(rows: "Table") -> "Table":
    """Return the first arrival at each call whose time of day is known."""
    rows = rows.filter(rows.moment.notnull())
    earliest = ibis.window(group_by=list(CASE), order_by=["moment", "position"])
    return rows.mutate(turn=ibis.row_number().over(earliest)).filter(lambda t: t.turn == 0).drop("turn")


def _minute(moment: "ibis.Value") -> "ibis.Value":
    """Return the minute of the day."""
    return moment.hour() * 60 + moment.minute()
