"""What the figures on enterprises' requests count: 受理 taken on, 交办 assigned, 答复 answered, 办结 resolved, 评价 rated."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.standing import finished, happened, taken_on, unfinished
from plumbline.figures.standing import on_hand as held
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "政法机关")
GOOD = ("满意", "基本满意")
KEYS = ("body", "case")


@figure(
    unit="件",
    zh="受理企业诉求",
    en="requests of enterprises taken on",
    also=("受理涉企诉求", "收到企业诉求", "受理企业反映问题"),
    body=POLICE,
    leaves_out=(
        "期初旧存的诉求；口头答复而未登记的",
        "requests carried over; what was answered by word and not registered",
    ),
)
def asked(requests: "Tables", period: Span) -> "Table":
    """期内登记受理的企业诉求，不论经护航警官、热线还是窗口提出。

    Requests of enterprises registered in the period, by whichever way they came.
    """
    return happened(requests, "Asked", period)


@figure(
    unit="件",
    zh="受理夜间经济诉求",
    en="requests on the night economy taken on",
    also=("受理夜间经济企业诉求", "受理涉夜间经济诉求"),
    body=POLICE,
    leaves_out=("登记为其他类别的诉求", "requests registered as about something else"),
)
def night_asked(requests: "Tables", period: Span) -> "Table":
    """期内登记受理、类别为夜间经济的企业诉求。

    Requests registered in the period as being about the night economy.
    """
    rows = happened(requests, "Asked", period)
    return rows.filter(rows.about == "夜间经济")


@figure(
    unit="件",
    zh="交办企业诉求",
    en="requests of enterprises assigned",
    also=("转办企业诉求", "交办涉企诉求"),
    body=POLICE,
    leaves_out=("受理单位自行办理、没有交办的", "those dealt with by whoever took them on"),
)
def assigned(requests: "Tables", period: Span) -> "Table":
    """期内交承办单位办理的企业诉求，一件交办两次计两件。

    Requests handed to a unit in charge in the period; one assigned twice counts twice.
    """
    return happened(requests, "Assigned", period)


@figure(
    unit="件",
    zh="答复企业诉求",
    en="requests of enterprises answered",
    also=("答复涉企诉求", "回复企业诉求"),
    body=POLICE,
    leaves_out=("再次答复；没有受理登记的", "second answers; answers to what was never registered"),
)
def answered(requests: "Tables", period: Span) -> "Table":
    """期内首次答复的企业诉求，不论何时受理。

    Requests answered for the first time in the period, whenever taken on.
    """
    rows = _first(requests.flow("Answered"))
    taken = requests.flow("Asked").group_by(KEYS).agg(asked_on=lambda t: t.on.min())
    rows = rows.filter(period.has(rows.on)).join(taken, KEYS)
    return rows.mutate(answer_days=rows.on.delta(rows.asked_on, unit="day").cast("int64"))


def _first(rows: "Table") -> "Table":
    """Return of each case the first record: of its first day the first written."""
    each = ibis.window(group_by=KEYS, order_by=["on", "position"])
    return rows.mutate(nth=ibis.row_number().over(each)).filter(lambda t: t.nth == 0)


@figure(
    unit="天",
    zh="企业诉求平均答复用时",
    en="mean days until a request was answered",
    also=("平均答复用时", "平均答复时间", "企业诉求平均答复时间"),
    body=POLICE,
    amount="answer_days",
    per=answered,
    leaves_out=("尚未答复的诉求", "requests not answered yet"),
)
def answer_days(requests: "Tables", period: Span) -> "Table":
    """期内首次答复的企业诉求，自受理之日至首次答复之日的天数（当日答复为零）的平均数。

    Days from taking on to the first answer (nought on the same day), a mean over requests first answered in the period.
    """
    return answered.rows(requests, period)


@figure(
    unit="件",
    zh="办结企业诉求",
    en="requests of enterprises resolved",
    also=("办结涉企诉求", "办理企业诉求"),
    body=POLICE,
    leaves_out=("已答复而未办结的", "those answered and not resolved"),
)
def resolved(requests: "Tables", period: Span) -> "Table":
    """期内办结的企业诉求，不论结果如何、何时受理。

    Requests closed in the period, with whatever outcome, whenever taken on.
    """
    return happened(requests, "Resolved", period)


@figure(
    unit="件",
    zh="解决企业诉求",
    en="requests of enterprises met",
    also=("解决企业困难问题", "帮助企业解决问题", "为企业解决问题"),
    body=POLICE,
    leaves_out=("解释说明、转其他部门和不予支持的", "those explained, passed on or not supported"),
)
def met(requests: "Tables", period: Span) -> "Table":
    """期内办结、结果为解决的企业诉求。

    Requests closed in the period because what was asked for was done.
    """
    rows = happened(requests, "Resolved", period)
    return rows.filter(rows.outcome == "解决")


@figure(
    unit="件",
    zh="未办结企业诉求",
    en="requests of enterprises pending",
    also=("在办企业诉求", "正在办理企业诉求"),
    body=POLICE,
    stock=True,
    leaves_out=("没有登记受理的", "what was never registered"),
)
def pending(requests: "Tables", period: Span) -> "Table":
    """期末已受理而未办结的企业诉求，已答复的也在内。

    Requests taken on and not closed at the period's end, answered ones included.
    """
    return unfinished(requests, period.last, "asked", "resolved")


@figure(
    unit="件",
    zh="受理（含旧存）企业诉求",
    en="requests of enterprises on hand (carried over and taken on)",
    also=("旧存和新受理企业诉求",),
    body=POLICE,
    stock=True,
    over=True,
    leaves_out=("期前已办结的", "those closed before the period"),
)
def on_hand(requests: "Tables", period: Span) -> "Table":
    """期初旧存和期内受理的企业诉求之和，一件一计。

    Requests pending when the period began and those taken on in it, each once.
    """
    return held(requests, period, "asked", "resolved")


@figure(
    unit="%",
    zh="企业诉求办结率",
    en="resolution rate of requests (of those carried over and taken on)",
    also=("涉企诉求办结率",),
    body=POLICE,
    stock=True,
    over=True,
    among=on_hand,
    leaves_out=("以新受理为分母的比率", "the ratio to those taken on alone"),
)
def resolution_rate(requests: "Tables", period: Span) -> "Table":
    """期内办结的企业诉求占旧存与受理之和的比例。

    Requests closed in the period as a share of those carried over and taken on.
    """
    return finished(requests, period, "asked", "resolved")


@figure(
    unit="件",
    zh="企业评价诉求",
    en="requests rated by enterprises",
    also=("已评价企业诉求", "回访评价企业诉求"),
    body=POLICE,
    leaves_out=("没有评价的；不能当作满意", "those not rated, which are not taken for satisfied"),
)
def rated(requests: "Tables", period: Span) -> "Table":
    """期内企业作出评价的诉求。

    Requests that the enterprises rated in the period.
    """
    return happened(requests, "Rated", period)


@figure(
    unit="%",
    zh="企业诉求满意率",
    en="share of rated requests rated satisfied or fairly satisfied",
    also=("企业满意率", "涉企诉求满意率", "企业诉求满意度"),
    body=POLICE,
    among=rated,
    leaves_out=("没有评价的诉求，分子分母均不计", "requests not rated, in neither numerator nor denominator"),
)
def satisfaction_rate(requests: "Tables", period: Span) -> "Table":
    """期内评价为满意或基本满意的占已评价诉求的比例。

    Rated satisfied or fairly satisfied, as a share of all requests rated in the period.
    """
    rows = happened(requests, "Rated", period)
    return rows.filter(rows.grade.isin(GOOD))


@figure(
    unit="人",
    zh="护航警官",
    en="liaison officers",
    also=("配备护航警官", "聘任护航警官", "选派护航警官", "设立护航警官"),
    body=POLICE,
    amount="officers",
    stock=True,
    leaves_out=("任职条件和职责未查到，不作判断", "their rules are not known: nothing is said of what they did"),
)
def liaisons(requests: "Tables", period: Span) -> "Table":
    """期末在任的护航警官人数，按各聘任文件最近一次记录的人数合计。

    Liaison officers in place at the period's end, by the number last recorded under each appointment.
    """
    placed = taken_on(requests, period.last, "liaison_appointed")
    left, came = placed.liaison_withdrawn_on, placed.liaison_appointed_on
    return placed.filter(left.isnull() | (left < came)).mutate(officers=placed.liaison_appointed_officers)


@figure(
    unit="项",
    zh="出台涉企服务措施",
    en="measures issued to serve enterprises",
    also=("推出服务企业措施", "推出涉企服务措施", "出台服务企业措施", "推出便企利企举措"),
    body=POLICE,
    amount="measures",
    leaves_out=("措施的执行情况", "whether the measures were carried out"),
)
def measures_issued(requests: "Tables", period: Span) -> "Table":
    """期内以文件出台的涉企服务措施项数，按各文件所列项数合计。

    Measures issued for enterprises in the period, summed over the documents that list them.
    """
    return happened(requests, "MeasureIssued", period)


@figure(
    unit="项",
    zh="推出服务夜间经济措施",
    en="measures issued for the night economy",
    also=("服务夜间经济措施", "出台服务夜间经济措施", "出台夜间经济措施"),
    body=POLICE,
    amount="measures",
    leaves_out=("服务地摊经济等其他领域的措施", "measures for street stalls and other fields"),
)
def night_measures(requests: "Tables", period: Span) -> "Table":
    """期内以文件出台、领域为夜间经济的措施项数。

    Measures issued in the period whose field is the night economy.
    """
    rows = happened(requests, "MeasureIssued", period)
    return rows.filter(rows.about == "夜间经济")
