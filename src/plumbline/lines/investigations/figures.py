"""What the police's figures count. Words of counting: 立案 filed, 破获 cleared, 抓获 caught, 移送 transferred."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.accounting import Account
from plumbline.figures.bridges import Scopes, bridge
from plumbline.figures.flows import LEFT, Life, stock_and_flow
from plumbline.figures.standing import happened, unfinished
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "警方", "公安局")
LIFE = Life("filed", {"transferred": "transferred", "dropped": "dropped"})


def _disbanded(investigations: "Tables", period: Span, group_class: str) -> "Table":
    rows = happened(investigations, "Disbanded", period)
    return rows.filter(rows.group_class == group_class)


@figure(
    unit="件",
    zh="立案侦查{scope}案件",
    en="{scope} criminal cases filed",
    also=("刑事案件立案", "立{scope}刑事案件", "立案"),
    body=POLICE,
    leaves_out=("受案后未立案的；行政案件", "reports not followed by a decision to file; administrative cases"),
)
def filed(investigations: "Tables", period: Span) -> "Table":
    """期内公安机关决定立案的刑事案件。

    Criminal cases the police decided in the period to open.
    """
    return happened(investigations, "Filed", period)


@figure(
    unit="起",
    zh="破获{scope}刑事案件",
    en="{scope} criminal incidents cleared",
    also=("破案", "侦破{scope}刑事案件", "破获{scope}案件"),
    body=POLICE,
    amount="incidents",
    leaves_out=("撤销的案件；行政案件", "cases dropped; administrative cases"),
)
def cleared(investigations: "Tables", period: Span) -> "Table":
    """期内破获的刑事案件起数，一案含数起的按起数计，不论何时立案。

    Criminal incidents cleared in the period; a case of several counts as several, whenever it was filed.
    """
    return happened(investigations, "Cleared", period)


@figure(
    unit="件",
    zh="破获{scope}案件数",
    en="{scope} case files cleared",
    body=POLICE,
    leaves_out=("一案所含各起，只计一件", "the several incidents of a case, which count as one"),
)
def cleared_files(investigations: "Tables", period: Span) -> "Table":
    """期内破获的刑事案件件数，一案一件。

    Case files cleared in the period, one each.
    """
    return happened(investigations, "Cleared", period)


@figure(
    unit="%",
    zh="{scope}刑事案件破案率",
    en="{scope} clear-up rate",
    also=("破案率",),
    body=POLICE,
    per=filed,
    leaves_out=(
        "分子含往年立案的，故可超过百分之百",
        "the numerator has cases filed earlier, so that it may exceed 100 %",
    ),
)
def clear_up_rate(investigations: "Tables", period: Span) -> "Table":
    """期内破获件数与期内立案件数之比。

    Case files cleared in the period over case files opened in it.
    """
    return happened(investigations, "Cleared", period)


@figure(
    unit="个",
    zh="打掉黑恶势力",
    en="organised-crime groups broken up",
    also=("打掉涉黑涉恶组织", "打掉涉黑涉恶团伙", "打掉黑恶势力组织", "打掉涉黑涉恶团伙及村霸"),
    body=POLICE,
    leaves_out=("法院后来的认定；未立案的线索", "what a court later found them to be; clues without a case"),
)
def disbanded(investigations: "Tables", period: Span) -> "Table":
    """期内打掉的黑社会性质组织、恶势力犯罪集团、恶势力团伙和村霸，按公安机关当时的类别。

    Groups broken up in the period, of all four classes, village bullies included, as the police classed them then.
    """
    return happened(investigations, "Disbanded", period)


@figure(
    unit="个",
    zh="打掉黑社会性质组织",
    en="mafia-type organisations broken up",
    also=("打掉涉黑组织",),
    body=POLICE,
    leaves_out=("恶势力和村霸", "evil forces and village bullies"),
)
def mafia_disbanded(investigations: "Tables", period: Span) -> "Table":
    """期内打掉的黑社会性质组织。

    Groups broken up in the period that the police classed as mafia-type organisations.
    """
    return _disbanded(investigations, period, "黑社会性质组织")


@figure(
    unit="个",
    zh="打掉恶势力犯罪集团",
    en="evil-force criminal groups broken up",
    also=("打掉涉恶犯罪集团",),
    body=POLICE,
    leaves_out=("黑社会性质组织、恶势力团伙和村霸", "mafia-type organisations, evil-force gangs, village bullies"),
)
def evil_groups_disbanded(investigations: "Tables", period: Span) -> "Table":
    """期内打掉的恶势力犯罪集团。

    Groups broken up in the period that the police classed as evil-force criminal groups.
    """
    return _disbanded(investigations, period, "恶势力犯罪集团")


@figure(
    unit="个",
    zh="打掉恶势力团伙",
    en="evil-force gangs broken up",
    also=("打掉涉恶团伙",),
    body=POLICE,
    leaves_out=("黑社会性质组织、恶势力犯罪集团和村霸", "mafia-type organisations, evil-force groups, village bullies"),
)
def evil_gangs_disbanded(investigations: "Tables", period: Span) -> "Table":
    """期内打掉的恶势力团伙。

    Groups broken up in the period that the police classed as evil-force gangs.
    """
    return _disbanded(investigations, period, "恶势力团伙")


@figure(
    unit="个",
    zh="打掉村霸",
    en="village-bully groups broken up",
    also=("惩治村霸",),
    body=POLICE,
    leaves_out=("黑社会性质组织和恶势力", "mafia-type organisations and evil forces"),
)
def bullies_disbanded(investigations: "Tables", period: Span) -> "Table":
    """期内打掉的村霸。

    Groups broken up in the period that the police classed as village bullies.
    """
    return _disbanded(investigations, period, "村霸")


@figure(
    unit="件",
    zh="抓获{scope}犯罪嫌疑人",
    en="{scope} suspects caught",
    also=("抓获{scope}违法犯罪嫌疑人", "抓获{scope}涉案人员", "抓获"),
    body=POLICE,
    persons=True,
    leaves_out=("未到案的；抓获后的去向另计", "suspects at large; what followed on the arrest is counted elsewhere"),
)
def caught(investigations: "Tables", period: Span) -> "Table":
    """期内抓获的犯罪嫌疑人，包括后来释放、另案或作行政处理的；同一人在两案中计两人。

    Suspects caught in the period, also those later freed or dealt with otherwise; one person in two cases counts twice.
    """
    return happened(investigations, "Caught", period)


@figure(
    unit="件",
    zh="移送审查起诉{scope}案件",
    en="{scope} cases transferred for prosecution",
    also=("移送起诉{scope}案件", "移送起诉{scope}犯罪嫌疑人", "移送检察机关审查起诉{scope}案件"),
    body=POLICE,
    persons=True,
    leaves_out=("补充侦查后按原案号重新移送的", "cases sent again under their number after further investigation"),
)
def transferred(investigations: "Tables", period: Span) -> "Table":
    """期内移送检察机关审查起诉的案件和人。

    Cases and persons the police transferred in the period to a procuratorate for prosecution.
    """
    return happened(investigations, "Transferred", period)


@figure(
    unit="件",
    zh="撤销刑事案件",
    en="criminal cases dropped",
    also=("撤案", "撤销案件"),
    body=POLICE,
    leaves_out=("检察机关不起诉的", "cases a procuratorate decided not to prosecute"),
)
def dropped(investigations: "Tables", period: Span) -> "Table":
    """期内公安机关撤销的刑事案件。

    Criminal cases the police dropped in the period.
    """
    return happened(investigations, "Dropped", period)


@figure(
    unit="件",
    zh="在侦{scope}案件",
    en="{scope} investigations pending",
    also=("正在侦查{scope}案件", "未侦结{scope}案件"),
    body=POLICE,
    stock=True,
    leaves_out=(
        "已移送起诉或已撤销的案件；退回补充侦查的",
        "cases transferred or dropped; those returned for investigation",
    ),
)
def pending(investigations: "Tables", period: Span) -> "Table":
    """期末已立案而未移送起诉、未撤销的案件，已破未移送的也在内。

    Cases filed and neither transferred nor dropped at the period's end, those cleared and not transferred included.
    """
    return unfinished(investigations, period.last, "filed", "transferred", "dropped")


@bridge(
    zh="刑事侦查收结存", en="investigations: stock and flow", within=True, weights=("cases",),
    left=LEFT, right=("transferred", "dropped", "pending"),
)  # fmt: skip
def balance(investigations: "Tables", links: "Tables", period: Span, scopes: Scopes) -> Account:
    """旧存与立案之和，等于移送起诉、撤销与在侦之和。

    What was carried over and filed is what was transferred, dropped and is pending.
    """
    return stock_and_flow(investigations, links, period, scopes.left, LIFE)
