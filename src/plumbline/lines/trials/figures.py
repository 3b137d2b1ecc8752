"""What the courts' figures count. Words of counting: 旧存 carried over, 新收 docketed, 审结 concluded, 未结 pending."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.accounting import Account
from plumbline.figures.bridges import Scopes, bridge
from plumbline.figures.flows import LEFT, RIGHT, Life, stock_and_flow
from plumbline.figures.standing import eve, finished, happened, unfinished
from plumbline.figures.standing import on_hand as held
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

COURTS = ("审判机关", "法院", "人民法院")
UNDOCKETED = (
    "尚未立案的案件；漏录结案的仍算未结",
    "files not docketed; where no conclusion was recorded, the case stays",
)
LIFE = Life("docketed", {"concluded": "concluded"})


def _open(trials: "Tables", period: Span) -> "Table":
    return unfinished(trials, period.last, "docketed", "concluded")


@figure(
    unit="件",
    zh="受理{scope}案件",
    en="{scope} cases docketed",
    also=("收案", "新收{scope}案件", "受理{scope}案", "立案受理{scope}案件"),
    body=COURTS,
    persons=True,
    leaves_out=(
        "期初旧存的案件；立案审查后不予受理的案件",
        "cases carried over; files refused after the check on acceptance",
    ),
)
def docketed(trials: "Tables", period: Span) -> "Table":
    """期内法院立案受理的刑事案件，各审级各计一件；发回或退回后再次立案的另计。

    Criminal cases the courts docketed in the period, one at each instance; docketed again after return, counted again.
    """
    return happened(trials, "Docketed", period)


@figure(
    unit="件",
    zh="受理一审公诉{scope}案件",
    en="{scope} public prosecutions docketed at first instance",
    also=("新收一审公诉{scope}案件", "一审公诉收案"),
    body=COURTS,
    persons=True,
    leaves_out=("自诉、二审和再审案件", "private prosecutions, second instance and retrials"),
)
def docketed_first(trials: "Tables", period: Span) -> "Table":
    """期内法院立案受理的一审公诉案件。

    Public prosecutions the courts docketed at first instance in the period.
    """
    rows = docketed.rows(trials, period)
    return rows.filter(rows.instance == "一审公诉")


@figure(
    unit="件",
    zh="审结{scope}案件",
    en="{scope} trials concluded",
    also=("结案", "审结{scope}案", "审结刑事案件"),
    body=COURTS,
    persons=True,
    leaves_out=("中止审理而未审结的案件；执行案件", "trials suspended and not concluded; enforcement"),
)
def concluded(trials: "Tables", period: Span) -> "Table":
    """期内审理终结的刑事案件，包括判决、裁定、调解、准许撤诉、终止审理、移送他院和并入他案，不论何时受理。

    Criminal trials that ended in the period in any way (judgment, ruling, withdrawal, moved, joined), whenever docketed.
    """
    return happened(trials, "Concluded", period)


@figure(
    unit="件",
    zh="未结{scope}案件",
    en="{scope} trials pending",
    also=("未审结{scope}案件", "正在审理{scope}案件", "存案"),
    body=COURTS,
    persons=True,
    stock=True,
    leaves_out=UNDOCKETED,
)
def pending(trials: "Tables", period: Span) -> "Table":
    """期末已受理而未审结的刑事案件，含中止审理的；人数按受理时计。

    Criminal cases docketed and not concluded at the period's end, suspended ones included; persons as docketed.
    """
    return _open(trials, period)


@figure(
    unit="件",
    zh="旧存{scope}案件",
    en="{scope} trials carried over",
    also=("上年旧存{scope}案件", "上期结转{scope}案件"),
    body=COURTS,
    persons=True,
    stock=True,
    over=True,
    leaves_out=UNDOCKETED,
)
def carried_over(trials: "Tables", period: Span) -> "Table":
    """期初（前一日终了时）已受理而未审结的刑事案件，即上期的期末未结。

    Criminal cases pending when the period began: what was pending at the end of the day before.
    """
    return unfinished(trials, eve(period), "docketed", "concluded")


@figure(
    unit="件",
    zh="已开庭未宣判{scope}案件",
    en="{scope} trials heard and not judged",
    also=("已开庭尚未宣判{scope}案件", "开庭未判"),
    body=COURTS,
    persons=True,
    stock=True,
    leaves_out=("已审结的案件；只开过庭前会议的案件", "trials concluded; cases with no more than a pretrial meeting"),
)
def heard_pending(trials: "Tables", period: Span) -> "Table":
    """期末未结案件中，最近一次受理后已经开庭的。

    Trials pending at the period's end that were heard since they were last docketed.
    """
    cases = _open(trials, period)
    return cases.filter(cases.heard_on >= cases.docketed_on)


@figure(
    unit="件",
    zh="未开庭{scope}案件",
    en="{scope} trials not yet heard",
    also=("尚未开庭{scope}案件",),
    body=COURTS,
    persons=True,
    stock=True,
    leaves_out=("已审结的案件，不论是否开过庭", "trials concluded, heard or not"),
)
def unheard(trials: "Tables", period: Span) -> "Table":
    """期末未结案件中，最近一次受理后尚未开庭的。

    Trials pending at the period's end that were not heard since they were last docketed.
    """
    cases = _open(trials, period)
    return cases.filter(cases.heard_on.isnull() | (cases.heard_on < cases.docketed_on))


@figure(
    unit="件",
    zh="中止审理中{scope}案件",
    en="{scope} trials under suspension",
    also=("正在中止审理{scope}案件",),
    body=COURTS,
    persons=True,
    stock=True,
    leaves_out=("已恢复审理或审结的案件", "trials resumed or concluded"),
)
def under_suspension(trials: "Tables", period: Span) -> "Table":
    """期末未结案件中，已中止审理而未恢复的。

    Trials pending at the period's end that were suspended and not resumed.
    """
    cases = _open(trials, period)
    resumed = cases.resumed_on.isnull() | (cases.resumed_on < cases.suspended_on)
    return cases.filter(cases.suspended_on.notnull() & resumed)


@figure(
    unit="件",
    zh="中止审理案件",
    en="trials suspended",
    also=("裁定中止审理案件",),
    body=COURTS,
    leaves_out=("期前中止、期内仍未恢复的案件", "trials suspended before the period and still so in it"),
)
def suspended(trials: "Tables", period: Span) -> "Table":
    """期内裁定中止审理的案件，一案中止两次计两件。

    Trials suspended in the period; one suspended twice counts twice.
    """
    return happened(trials, "Suspended", period)


@figure(
    unit="件",
    zh="延长审限案件",
    en="trial limits extended",
    also=("批准延长审理期限案件",),
    body=COURTS,
    leaves_out=("扣除审限、中止审理和转换程序", "days not counted, suspensions, changes of procedure"),
)
def extended(trials: "Tables", period: Span) -> "Table":
    """期内获准延长审理期限的案件，一案延长两次计两件。

    Trials whose limit was extended in the period; one extended twice counts twice.
    """
    return happened(trials, "Extended", period)


@figure(
    unit="件",
    zh="受理（含旧存）{scope}案件",
    en="{scope} trials on hand (carried over and docketed)",
    also=("旧存和新收{scope}案件", "受理{scope}案件含旧存"),
    body=COURTS,
    persons=True,
    stock=True,
    over=True,
    leaves_out=(
        "期前已审结的案件；再次立案的不另计",
        "trials concluded before the period; docketed again, counted once",
    ),
)
def on_hand(trials: "Tables", period: Span) -> "Table":
    """期初旧存和期内新收的案件之和，一案一件。

    Cases pending when the period began and those docketed in it, each once.
    """
    return held(trials, period, "docketed", "concluded")


@figure(
    unit="%",
    zh="{scope}案件结案率",
    en="clearance rate of {scope} trials (of those carried over and docketed)",
    also=("结案率", "审结率"),
    body=COURTS,
    persons=True,
    stock=True,
    over=True,
    among=on_hand,
    leaves_out=("以新收为分母的结收比", "the ratio to cases docketed alone, which has its own figure"),
)
def clearance_rate(trials: "Tables", period: Span) -> "Table":
    """期内审结的案件占旧存与新收之和的比例。

    Trials concluded in the period as a share of those carried over and docketed.
    """
    return finished(trials, period, "docketed", "concluded")


@figure(
    unit="%",
    zh="{scope}案件结收比",
    en="{scope} trials concluded per trial docketed",
    also=("结收案比", "结收比"),
    body=COURTS,
    persons=True,
    per=docketed,
    leaves_out=(
        "分母不含旧存，故可超过百分之百",
        "the denominator has no cases carried over, so that it may exceed 100 %",
    ),
)
def concluded_per_docketed(trials: "Tables", period: Span) -> "Table":
    """期内审结数与期内新收数之比。

    Trials concluded in the period over trials docketed in it.
    """
    return concluded.rows(trials, period)


@bridge(zh="刑事审判收结存", en="trials: stock and flow", left=LEFT, right=RIGHT, within=True)
def balance(trials: "Tables", links: "Tables", period: Span, scopes: Scopes) -> Account:
    """旧存与新收之和，等于审结与未结之和。

    What was carried over and docketed is what was concluded and what is pending.
    """
    return stock_and_flow(trials, links, period, scopes.left, LIFE)
