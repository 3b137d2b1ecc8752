"""What figures of disputes count: 受理 taken on, 调处 mediated (either way), 调解成功 settled, 未结 pending."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.accounting import Account
from plumbline.figures.bridges import Scopes, bridge
from plumbline.figures.flows import LEFT, Life, stock_and_flow
from plumbline.figures.standing import eve, happened, unfinished
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

MEDIATORS = ("人民调解组织", "人民调解委员会", "调解组织", "调解委员会", "化解中心", "司法行政机关", "综治中心")
LIFE = Life("accepted", {"settled": "settled", "failed": "failed"})
ENDINGS = {"settled": ("调解成功", "settled"), "failed": ("调解不成", "failed")}
OTHER_WAYS = ("未经登记受理的口头劝解", "quarrels calmed on the spot and never taken on")


@figure(
    unit="件",
    zh="排查受理矛盾纠纷",
    en="disputes taken on",
    also=("受理矛盾纠纷", "受理纠纷", "受理各类矛盾纠纷", "受理调解案件"),
    body=MEDIATORS,
    leaves_out=("期初旧存的纠纷；排查发现而未受理的", "disputes carried over; those found and not taken on"),
)
def accepted(disputes: "Tables", period: Span) -> "Table":
    """期内受理的矛盾纠纷，不论如何得知；反悔后再次受理的另计。

    Disputes taken on in the period, however they came; taken on again, counted again.
    """
    return happened(disputes, "Accepted", period)


@figure(
    unit="件",
    zh="排查矛盾纠纷",
    en="disputes found by screening and taken on",
    also=("排查发现矛盾纠纷", "排查出矛盾纠纷", "主动排查矛盾纠纷"),
    body=MEDIATORS,
    leaves_out=("当事人申请的、其他单位移交的", "those the parties brought, those other bodies handed over"),
)
def screened(disputes: "Tables", period: Span) -> "Table":
    """期内受理的矛盾纠纷中由排查发现的。

    Of the disputes taken on in the period, those found by screening.
    """
    rows = accepted.rows(disputes, period)
    return rows.filter(rows.came_by == "排查发现")


@figure(
    unit="人",
    zh="矛盾纠纷涉及当事人",
    en="parties to disputes taken on",
    also=("纠纷涉及当事人", "涉及当事人"),
    body=MEDIATORS,
    amount="parties",
    leaves_out=(
        "期初旧存纠纷的当事人；一人涉两件的计两次",
        "parties to disputes carried over; in two disputes, counted twice",
    ),
)
def parties(disputes: "Tables", period: Span) -> "Table":
    """期内受理的矛盾纠纷的当事人数之和。

    The parties to the disputes taken on in the period, added up.
    """
    return accepted.rows(disputes, period)


@figure(
    unit="件",
    zh="调处矛盾纠纷",
    en="disputes mediated, settled or not",
    also=("排查调处矛盾纠纷", "调解矛盾纠纷", "调处纠纷", "调解纠纷", "调处各类矛盾纠纷"),
    body=MEDIATORS,
    leaves_out=("尚在调解的；" + OTHER_WAYS[0], "those still in mediation; " + OTHER_WAYS[1]),
)
def handled(disputes: "Tables", period: Span) -> "Table":
    """期内调解终结的矛盾纠纷，成功与不成功的合计。

    Disputes whose mediation ended in the period, whether it came off or not.
    """
    columns = ("position", "body", "case", "on")
    return settled.rows(disputes, period).select(*columns).union(failed.rows(disputes, period).select(*columns))


@figure(
    unit="件",
    zh="调解成功矛盾纠纷",
    en="disputes settled",
    also=("化解矛盾纠纷", "成功化解矛盾纠纷", "成功调解矛盾纠纷", "调解成功", "化解纠纷", "调解成功纠纷"),
    body=MEDIATORS,
    leaves_out=OTHER_WAYS,
)
def settled(disputes: "Tables", period: Span) -> "Table":
    """期内调解成功的矛盾纠纷，不论何时受理。

    Disputes settled by mediation in the period, whenever they were taken on.
    """
    return happened(disputes, "Settled", period)


@figure(
    unit="%",
    zh="矛盾纠纷调解成功率",
    en="settlement rate of disputes (of those whose mediation ended)",
    also=("调解成功率", "纠纷调解成功率", "调处成功率", "矛盾纠纷调处成功率"),
    body=MEDIATORS,
    among=handled,
    leaves_out=("尚在调解的纠纷，不在分母之内", "disputes still in mediation, which are not in the denominator"),
)
def success_rate(disputes: "Tables", period: Span) -> "Table":
    """期内调解终结的矛盾纠纷中调解成功的比例。

    Of the disputes whose mediation ended in the period, the share settled.
    """
    return settled.rows(disputes, period)


@figure(
    unit="件",
    zh="调解不成矛盾纠纷",
    en="disputes not settled",
    also=("调解不成纠纷", "调解未成功矛盾纠纷", "调解不成"),
    body=MEDIATORS,
    leaves_out=("尚在调解的", "those still in mediation"),
)
def failed(disputes: "Tables", period: Span) -> "Table":
    """期内调解不成而终止调解的矛盾纠纷（人民调解法第二十六条）。

    Disputes whose mediation failed and was ended in the period (People's Mediation Law, art. 26).
    """
    return happened(disputes, "Failed", period)


@figure(
    unit="件",
    zh="引导诉讼矛盾纠纷",
    en="disputes not settled that went to court",
    also=("引导诉讼", "转入诉讼矛盾纠纷"),
    body=MEDIATORS,
    leaves_out=("未经调解而另寻途径的", "those that took that way without mediation"),
)
def to_litigation(disputes: "Tables", period: Span) -> "Table":
    """期内调解不成的矛盾纠纷中转入诉讼的。

    Of the disputes not settled in the period, those that went to court.
    """
    return _went(disputes, period, "诉讼")


@figure(
    unit="件",
    zh="引导仲裁矛盾纠纷",
    en="disputes not settled that went to arbitration",
    also=("引导仲裁", "转入仲裁矛盾纠纷"),
    body=MEDIATORS,
    leaves_out=("未经调解而另寻途径的", "those that took that way without mediation"),
)
def to_arbitration(disputes: "Tables", period: Span) -> "Table":
    """期内调解不成的矛盾纠纷中转入仲裁的。

    Of the disputes not settled in the period, those that went to arbitration.
    """
    return _went(disputes, period, "仲裁")


@figure(
    unit="件",
    zh="转行政处理矛盾纠纷",
    en="disputes not settled that went to an authority",
    also=("转行政处理",),
    body=MEDIATORS,
    leaves_out=("未经调解而另寻途径的", "those that took that way without mediation"),
)
def to_administration(disputes: "Tables", period: Span) -> "Table":
    """期内调解不成的矛盾纠纷中转由行政机关处理的。

    Of the disputes not settled in the period, those that went to an administrative authority.
    """
    return _went(disputes, period, "行政处理")


@figure(
    unit="件",
    zh="调解不成另行处理矛盾纠纷",
    en="disputes not settled that went another way",
    also=("另行处理矛盾纠纷",),
    body=MEDIATORS,
    leaves_out=("未经调解而另寻途径的", "those that took that way without mediation"),
)
def elsewhere(disputes: "Tables", period: Span) -> "Table":
    """期内调解不成的矛盾纠纷中去向为其他的。

    Of the disputes not settled in the period, those that went another way.
    """
    return _went(disputes, period, "其他")


@figure(
    unit="件",
    zh="达成调解协议",
    en="mediation agreements in force",
    also=("签订调解协议", "达成人民调解协议", "达成口头和书面调解协议"),
    body=MEDIATORS,
    leaves_out=(
        "当即履行、未立协议的；法院调解书",
        "settled and performed on the spot without one; courts' own mediation",
    ),
)
def agreements(disputes: "Tables", period: Span) -> "Table":
    """期内生效的调解协议，书面、口头均计。

    Mediation agreements that took effect in the period, written and oral.
    """
    return happened(disputes, "Agreed", period)


@figure(
    unit="元",
    zh="调解协议涉及金额",
    en="amount of mediation agreements",
    also=("协议涉及金额", "调解协议金额"),
    body=MEDIATORS,
    amount="amount_fen",
    leaves_out=("未写明金额的协议", "agreements that name no amount"),
)
def agreed_amount(disputes: "Tables", period: Span) -> "Table":
    """期内生效的调解协议写明的金额之和。

    The amounts named in the mediation agreements that took effect in the period.
    """
    return agreements.rows(disputes, period)


@figure(
    unit="件",
    zh="履行调解协议",
    en="mediation agreements performed in full",
    also=("履行完毕调解协议", "全部履行调解协议"),
    body=MEDIATORS,
    leaves_out=("部分履行的；申请强制执行的", "performed in part; enforcement by a court"),
)
def performed(disputes: "Tables", period: Span) -> "Table":
    """期内全部履行的调解协议，不论何时生效。

    Mediation agreements performed in full in the period, whenever they took effect.
    """
    rows = happened(disputes, "Performed", period)
    return rows.filter(rows.extent == "全部")


@figure(
    unit="件",
    zh="申请司法确认",
    en="confirmations applied for",
    also=("申请司法确认调解协议", "向法院申请司法确认", "引导申请司法确认"),
    body=MEDIATORS,
    leaves_out=("法院立案后调解而制作调解书的", "mediation by a court in its own case"),
)
def confirmations_sought(disputes: "Tables", period: Span) -> "Table":
    """期内双方共同申请司法确认的调解协议。

    Mediation agreements that both parties asked a court to confirm in the period.
    """
    return happened(disputes, "Applied", period)


@figure(
    unit="件",
    zh="司法确认调解协议",
    en="mediation agreements confirmed",
    also=("司法确认", "确认调解协议有效", "办理司法确认", "司法确认案件"),
    body=(*MEDIATORS, "审判机关", "法院", "人民法院"),
    leaves_out=("不予受理、驳回和撤回的申请", "applications not accepted, rejected or withdrawn"),
)
def confirmations_given(disputes: "Tables", period: Span) -> "Table":
    """期内经法院确认有效的调解协议，不论何时申请。

    Mediation agreements that a court confirmed in the period, whenever that was applied for.
    """
    rows = happened(disputes, "Decided", period)
    return rows.filter(rows.outcome == "确认有效")


@figure(
    unit="件",
    zh="未结矛盾纠纷",
    en="disputes pending",
    also=("正在调解矛盾纠纷", "尚未化解矛盾纠纷", "在调矛盾纠纷"),
    body=MEDIATORS,
    stock=True,
    leaves_out=("漏录结果的仍算未结", "where no result was recorded, the dispute stays"),
)
def pending(disputes: "Tables", period: Span) -> "Table":
    """期末已受理而调解尚未终结的矛盾纠纷。

    Disputes taken on whose mediation had not ended by the period's end.
    """
    return unfinished(disputes, period.last, LIFE.entered, *LIFE.ways)


@figure(
    unit="件",
    zh="旧存矛盾纠纷",
    en="disputes carried over",
    also=("上年旧存矛盾纠纷", "上期结转矛盾纠纷"),
    body=MEDIATORS,
    stock=True,
    over=True,
    leaves_out=("期前已调解终结的", "those whose mediation had ended before"),
)
def carried_over(disputes: "Tables", period: Span) -> "Table":
    """期初（前一日终了时）已受理而调解尚未终结的矛盾纠纷。

    Disputes pending when the period began: at the end of the day before.
    """
    return unfinished(disputes, eve(period), LIFE.entered, *LIFE.ways)


@bridge(
    zh="矛盾纠纷收结存", en="disputes: stock and flow", left=LEFT, right=("settled", "failed", "pending"), within=True,
    weights=("cases",), terms=ENDINGS,
)  # fmt: skip
def balance(disputes: "Tables", links: "Tables", period: Span, scopes: Scopes) -> Account:
    """旧存与新收之和，等于调解成功、调解不成与未结之和。

    What was carried over and taken on is what was settled, what was not settled and what is pending.
    """
    return stock_and_flow(disputes, links, period, scopes.left, LIFE)


def _went(disputes: "Tables", period: Span, where: str) -> "Table":
    rows = failed.rows(disputes, period)
    return rows.filter(rows.went_to == where)
