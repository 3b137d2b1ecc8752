"""What the procuratorates' figures count. Words of counting: 受理 received, 办结 concluded, 在办 pending."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.accounting import Account
from plumbline.figures.bridges import Scopes, bridge
from plumbline.figures.flows import LEFT, RIGHT, Life, by_outcome, stock_and_flow
from plumbline.figures.standing import eve, finished, happened, unfinished
from plumbline.figures.standing import on_hand as held
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

PROCURATORATES = ("检察机关", "检察院", "人民检察院")
DROPPED = ("法定不起诉", "酌定不起诉", "存疑不起诉", "附条件不起诉")
UNREGISTERED = ("尚未登记受理的案件", "files not registered yet")
OUTCOMES = {
    "起诉": "prosecuted",
    **dict.fromkeys(DROPPED, "not_prosecuted"),
    "撤回移送": "withdrawn",
    "移送他院": "moved",
}
"""Outcomes that end the review of a person; of one whose file was joined to another it goes on there."""
LIFE = Life("received", {"concluded": "concluded"})


def _open(prosecutions: "Tables", period: Span) -> "Table":
    return unfinished(prosecutions, period.last, "received", "concluded")


def _decided(prosecutions: "Tables", period: Span, *outcomes: str) -> "Table":
    rows = happened(prosecutions, "Decided", period)
    return rows.filter(rows.outcome.isin(outcomes))


@figure(
    unit="件",
    zh="受理{scope}案件",
    en="{scope} cases received for prosecution",
    also=("受理审查起诉{scope}案件", "受理移送审查起诉{scope}案件", "受理{scope}案"),
    body=PROCURATORATES,
    persons=True,
    leaves_out=(
        "审查逮捕案件；补充侦查后按原案号重新移送的",
        "requests for arrest; files sent again under their number",
    ),
)
def received(prosecutions: "Tables", period: Span) -> "Table":
    """期内检察机关登记受理的审查起诉案件，另行登记受理的再计一件。

    Cases registered for review for prosecution in the period; registered anew, counted anew.
    """
    return happened(prosecutions, "Received", period)


@figure(
    unit="件",
    zh="办结{scope}案件",
    en="{scope} reviews for prosecution concluded",
    also=("办结{scope}案", "审结审查起诉{scope}案件", "审查起诉办结{scope}案件"),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("退回补充侦查尚未重新移送的案件", "cases out for further investigation and not sent again"),
)
def concluded(prosecutions: "Tables", period: Span) -> "Table":
    """期内对全案作出决定的审查起诉案件，包括起诉、不起诉、撤回移送和移送他院，不论何时受理。

    Reviews ended by a decision in the period (prosecuted, not prosecuted, withdrawn, moved), whenever received.
    """
    return happened(prosecutions, "Concluded", period)


@figure(
    unit="件",
    zh="在办{scope}案件",
    en="{scope} reviews for prosecution pending",
    also=("未办结{scope}案件", "正在审查起诉{scope}案件", "正在办理{scope}案件"),
    body=PROCURATORATES,
    persons=True,
    stock=True,
    leaves_out=UNREGISTERED,
)
def pending(prosecutions: "Tables", period: Span) -> "Table":
    """期末已受理而未办结的审查起诉案件，含退回补充侦查中的；人数按受理时计。

    Cases received and not concluded at the period's end, those out for further investigation included; persons as received.
    """
    return _open(prosecutions, period)


@figure(
    unit="件",
    zh="旧存审查起诉{scope}案件",
    en="{scope} reviews for prosecution carried over",
    also=("上年结转审查起诉{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    stock=True,
    over=True,
    leaves_out=UNREGISTERED,
)
def carried_over(prosecutions: "Tables", period: Span) -> "Table":
    """期初（前一日终了时）已受理而未办结的审查起诉案件，即上期的期末在办。

    Reviews pending when the period began: what was pending at the end of the day before.
    """
    return unfinished(prosecutions, eve(period), "received", "concluded")


@figure(
    unit="件",
    zh="退回补充侦查中{scope}案件",
    en="{scope} cases out for further investigation",
    also=("退补在外{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    stock=True,
    leaves_out=("已重新移送或已办结的案件", "cases sent again or concluded"),
)
def out_for_investigation(prosecutions: "Tables", period: Span) -> "Table":
    """期末在办案件中，已退回补充侦查而未重新移送的。

    Pending reviews that were returned for further investigation and not sent again by the period's end.
    """
    cases = _open(prosecutions, period)
    back = cases.resubmitted_on.isnull() | (cases.resubmitted_on < cases.returned_on)
    return cases.filter((cases.returned_on >= cases.received_on) & back)


@figure(
    unit="件",
    zh="提起公诉{scope}案件",
    en="{scope} cases prosecuted",
    also=("起诉{scope}案件", "起诉{scope}犯罪", "提起公诉"),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("同案中被不起诉或撤回移送的人", "persons of the same case not prosecuted or withdrawn"),
)
def prosecuted(prosecutions: "Tables", period: Span) -> "Table":
    """期内决定向法院提起公诉的案件和人。

    Cases and persons the procuratorates decided in the period to prosecute.
    """
    return _decided(prosecutions, period, "起诉")


@figure(
    unit="件",
    zh="不起诉{scope}案件",
    en="{scope} cases with persons not prosecuted",
    also=("作出不起诉决定{scope}案件", "决定不起诉"),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("撤回移送和移送他院的", "files withdrawn or moved to another procuratorate"),
)
def not_prosecuted(prosecutions: "Tables", period: Span) -> "Table":
    """期内作出不起诉决定（法定、酌定、存疑、附条件）的案件和人。

    Cases and persons of whom the procuratorates decided in the period not to prosecute, on any of the four grounds.
    """
    return _decided(prosecutions, period, *DROPPED)


@figure(
    unit="件",
    zh="移送他院{scope}案件",
    en="{scope} reviews moved to another procuratorate",
    also=("改变管辖移送{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("起诉后由法院移送管辖的", "cases a court moved after prosecution"),
)
def moved(prosecutions: "Tables", period: Span) -> "Table":
    """期内决定移送其他检察院的案件和人。

    Cases and persons sent to another procuratorate in the period.
    """
    return _decided(prosecutions, period, "移送他院")


@figure(
    unit="件",
    zh="撤回移送{scope}案件",
    en="{scope} transfers withdrawn",
    also=("公安机关撤回移送审查起诉{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("退回补充侦查的；撤回起诉的", "returns for further investigation; prosecutions withdrawn"),
)
def withdrawn(prosecutions: "Tables", period: Span) -> "Table":
    """期内移送机关撤回移送审查起诉的案件和人。

    Cases and persons whose transfer the sending body withdrew in the period.
    """
    return _decided(prosecutions, period, "撤回移送")


@figure(
    unit="件",
    zh="起诉和不起诉{scope}案件",
    en="{scope} decisions whether to prosecute",
    also=("作出起诉不起诉决定{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    leaves_out=("撤回移送和移送他院的", "files withdrawn or moved to another procuratorate"),
)
def decided(prosecutions: "Tables", period: Span) -> "Table":
    """期内作出起诉或不起诉决定的案件和人。

    Cases and persons of whom it was decided in the period to prosecute or not to.
    """
    return _decided(prosecutions, period, "起诉", *DROPPED)


@figure(
    unit="%",
    zh="{scope}案件不起诉率",
    en="{scope} share not prosecuted",
    also=("不诉率", "不起诉率"),
    body=PROCURATORATES,
    persons=True,
    among=decided,
    leaves_out=(
        "撤回移送和移送他院的，分子分母均不计",
        "files withdrawn or moved, in neither numerator nor denominator",
    ),
)
def not_prosecuted_rate(prosecutions: "Tables", period: Span) -> "Table":
    """期内不起诉占起诉与不起诉之和的比例。

    Not prosecuted, as a share of all decisions whether to prosecute.
    """
    return not_prosecuted.rows(prosecutions, period)


@figure(
    unit="件",
    zh="退回补充侦查案件",
    en="cases returned for further investigation",
    also=("退补案件", "退回公安机关补充侦查案件"),
    body=PROCURATORATES,
    leaves_out=("自行补充侦查；审判阶段的补充侦查", "the procuratorate's own investigation; that during trial"),
)
def returned(prosecutions: "Tables", period: Span) -> "Table":
    """期内退回补充侦查的案件，一案退回两次计两件。

    Cases returned for further investigation in the period; one returned twice counts twice.
    """
    return happened(prosecutions, "Returned", period)


@figure(
    unit="件",
    zh="补充侦查后重新移送案件",
    en="cases sent again after further investigation",
    also=("补侦重报案件", "重新移送审查起诉案件"),
    body=PROCURATORATES,
    leaves_out=("作为新案另行登记受理的", "those registered as a case anew"),
)
def resubmitted(prosecutions: "Tables", period: Span) -> "Table":
    """期内补充侦查完毕、按原案号重新移送审查起诉的案件。

    Cases sent again under their number in the period after further investigation.
    """
    return happened(prosecutions, "Resubmitted", period)


@figure(
    unit="件",
    zh="受理（含旧存）审查起诉{scope}案件",
    en="{scope} reviews on hand (carried over and received)",
    also=("旧存和新受理审查起诉{scope}案件",),
    body=PROCURATORATES,
    persons=True,
    stock=True,
    over=True,
    leaves_out=(
        "期前已办结的案件；再次受理的不另计",
        "reviews concluded before the period; received again, counted once",
    ),
)
def on_hand(prosecutions: "Tables", period: Span) -> "Table":
    """期初旧存和期内受理的审查起诉案件之和，一案一件。

    Reviews pending when the period began and those received in it, each once.
    """
    return held(prosecutions, period, "received", "concluded")


@figure(
    unit="%",
    zh="{scope}案件办结率",
    en="conclusion rate of {scope} reviews (of those carried over and received)",
    also=("办结率", "审查起诉办结率"),
    body=PROCURATORATES,
    persons=True,
    stock=True,
    over=True,
    among=on_hand,
    leaves_out=("审查逮捕案件", "requests for arrest"),
)
def conclusion_rate(prosecutions: "Tables", period: Span) -> "Table":
    """期内办结的案件占旧存与受理之和的比例。

    Reviews concluded in the period as a share of those carried over and received.
    """
    return finished(prosecutions, period, "received", "concluded")


@bridge(zh="审查起诉收结存", en="reviews for prosecution: stock and flow", left=LEFT, right=RIGHT, within=True)
def balance(prosecutions: "Tables", links: "Tables", period: Span, scopes: Scopes) -> Account:
    """旧存与受理之和，等于办结与在办之和。

    What was carried over and received is what was concluded and what is pending.
    """
    return stock_and_flow(prosecutions, links, period, scopes.left, LIFE)


@bridge(
    zh="审查起诉人员去向", en="persons under review, by outcome", within=True, weights=("persons",),
    left=LEFT, right=("prosecuted", "not_prosecuted", "withdrawn", "moved", "pending"),
)  # fmt: skip
def dispositions(prosecutions: "Tables", links: "Tables", period: Span, scopes: Scopes) -> Account:
    """旧存与受理的人数之和，等于起诉、不起诉、撤回、移送他院与在办的人数之和。

    Persons carried over and received are those prosecuted, not prosecuted, withdrawn, moved and pending.
    """
    return by_outcome(prosecutions, links, period, scopes.left, LIFE, "Decided", OUTCOMES)
