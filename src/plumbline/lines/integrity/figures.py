"""What the figures on the bodies' own ranks count: 立案 filed, 查处 handled, 处分 disciplined, 移送司法 sent for prosecution."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.standing import happened, taken_on, unfinished
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

HANDLERS = ("纪检监察机关", "监察机关", "政法机关", "政法系统")
UMBRELLA = "充当保护伞"
NARROWER = (
    "队伍以外的人；处分和移送以外的处理；口径窄于“涉黑涉恶腐败和保护伞”全部立案处理数，二者不可直接相比",
    "persons outside the ranks; other ways of dealing with them; narrower than published totals of all corruption behind "
    "organised crime, which are no measure of it",
)


@figure(
    unit="件",
    zh="立案查处队伍违纪违法案件",
    en="cases filed inside the ranks",
    also=("立案审查调查队伍违纪违法案件", "立案查处政法干警违纪违法案件", "队伍违纪违法立案"),
    body=HANDLERS,
    persons=True,
    leaves_out=("未立案的问题线索和谈话提醒", "leads and reminders without a case"),
)
def filed(integrity: "Tables", period: Span) -> "Table":
    """期内对政法队伍内部人员违纪违法立案的案件和人。

    Cases, and persons in them, filed in the period against members of the bodies' own ranks.
    """
    return happened(integrity, "Filed", period)


@figure(
    unit="起",
    zh="查处执法司法腐败案件",
    en="cases of corruption in enforcement and justice dealt with",
    also=("依法查处执法司法腐败案件", "查处政法队伍腐败案件", "查处队伍违纪违法案件"),
    body=HANDLERS,
    persons=True,
    stock=True,
    over=True,
    leaves_out=NARROWER,
)
def handled(integrity: "Tables", period: Span) -> "Table":
    """期内首次作出处理（处分或移送司法）的案件，一案一起；人数按立案时计。

    Cases first dealt with in the period by discipline or by sending them for prosecution, each once; persons as filed.
    """
    cases = taken_on(integrity, period.last, "filed")
    first = ibis.least(cases.disciplined_first_on, cases.sent_for_prosecution_first_on)
    return cases.filter(period.has(first)).mutate(ranks=cases.filed_ranks, misconduct=cases.filed_misconduct)


@figure(
    unit="起",
    zh="查处充当保护伞案件",
    en="umbrella cases in the ranks dealt with",
    also=("查处黑恶势力保护伞案件", "查处保护伞案件", "查处充当黑恶势力保护伞案件"),
    body=HANDLERS,
    persons=True,
    stock=True,
    over=True,
    leaves_out=NARROWER,
)
def umbrellas(integrity: "Tables", period: Span) -> "Table":
    """查处执法司法腐败案件中，立案情形为充当“保护伞”的；人数按立案时计。

    Of the cases dealt with in the period, those filed as shielding organised crime; persons as filed.
    """
    rows = handled.rows(integrity, period)
    return rows.filter(rows.misconduct == UMBRELLA)


@figure(
    unit="人",
    zh="处分违纪违法干警",
    en="members of the ranks disciplined",
    also=("给予违纪违法干警处分", "处分干警", "处分政法干警"),
    body=HANDLERS,
    persons=True,
    leaves_out=("只移送司法而没有处分记录的", "those sent for prosecution of whom no discipline is recorded"),
)
def disciplined(integrity: "Tables", period: Span) -> "Table":
    """期内受到党纪政务处分的队伍内部人员。

    Members of the ranks disciplined in the period.
    """
    return happened(integrity, "Disciplined", period)


@figure(
    unit="人",
    zh="移送司法机关违纪违法干警",
    en="members of the ranks sent for prosecution",
    also=("移送司法机关干警", "移送司法干警", "移送司法机关处理干警"),
    body=HANDLERS,
    persons=True,
    leaves_out=("公安机关自行立案侦查后移送起诉的", "those the police investigated as crimes and transferred"),
)
def sent(integrity: "Tables", period: Span) -> "Table":
    """期内移送检察机关审查起诉的队伍内部人员。

    Members of the ranks sent to the procuratorates for prosecution in the period.
    """
    return happened(integrity, "SentForProsecution", period)


@figure(
    unit="人",
    zh="移送司法机关保护伞",
    en="umbrellas in the ranks sent for prosecution",
    also=("移送司法机关充当保护伞干警", "移送起诉保护伞"),
    body=HANDLERS,
    persons=True,
    leaves_out=("案件标签没有涉伞的；队伍以外的“保护伞”", "cases not tagged as umbrella; umbrellas outside the ranks"),
)
def umbrellas_sent(integrity: "Tables", period: Span) -> "Table":
    """期内移送检察机关审查起诉、案件标签有涉伞的队伍内部人员。

    Members of the ranks sent for prosecution in the period in cases tagged as umbrella.
    """
    rows = happened(integrity, "SentForProsecution", period)
    return rows.filter(rows.scope.contains("|涉伞|"))


@figure(
    unit="件",
    zh="撤销队伍违纪违法案件",
    en="cases in the ranks dropped",
    also=("撤销政法干警违纪违法案件",),
    body=HANDLERS,
    persons=True,
    leaves_out=("不予立案的", "what was never filed"),
)
def dropped(integrity: "Tables", period: Span) -> "Table":
    """期内撤销的队伍违纪违法案件和不再追究的人。

    Cases in the ranks, or persons in them, dropped in the period.
    """
    return happened(integrity, "Dropped", period)


@figure(
    unit="件",
    zh="未办结队伍违纪违法案件",
    en="cases in the ranks pending",
    also=("在办队伍违纪违法案件", "正在审查调查队伍违纪违法案件"),
    body=HANDLERS,
    persons=True,
    stock=True,
    leaves_out=("已对其中任何人处理的案件", "cases in which anybody was dealt with"),
)
def pending(integrity: "Tables", period: Span) -> "Table":
    """期末已立案而没有处分、移送司法或撤销记录的案件；人数按立案时计。

    Cases filed of which nobody was disciplined, sent for prosecution or dropped by the period's end; persons as filed.
    """
    return unfinished(integrity, period.last, "filed", "disciplined", "sent_for_prosecution", "dropped")
