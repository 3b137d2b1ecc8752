"""What the figures on hazards count. 整改 put right is not 复查 verified, and neither is 销号 closed: each has its own figure."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.defects import closed_unchecked, defects, found_of, own_work, passed
from plumbline.figures.standing import happened
from plumbline.lines.hazards.chiefs import answering, standing
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

BODIES = ("应急管理部门", "应急管理局", "安委会", "安委办", "交警部门", "公安交警", "综治中心", "网格员")
UNSAID = ("未入册的隐患；不在册的事故", "hazards not in the register; accidents")


@figure(
    unit="处", zh="排查安全隐患", en="hazards found",
    also=("排查整治安全隐患", "排查隐患", "发现安全隐患", "排查出安全隐患", "排查整治隐患"), body=BODIES,
    leaves_out=("销号或整改后再次发现的，另计", "what was found again after it was put right, which is counted apart"),
)  # fmt: skip
def found(hazards: "Tables", period: Span) -> "Table":
    """期内首次发现并登记的隐患，不论等级；整改与否不影响。

    Hazards first found and registered in the period, of either grade, put right or not.
    """
    return happened(hazards, "Found", period)


@figure(
    unit="处", zh="排查重大安全隐患", en="major hazards found",
    also=("排查重大隐患", "排查重大事故隐患", "发现重大安全隐患", "发现重大隐患", "重大事故隐患"), body=BODIES,
    leaves_out=("评为一般的和未评级的", "those graded ordinary, and those not graded"),
)  # fmt: skip
def major(hazards: "Tables", period: Span) -> "Table":
    """期内发现、至期末最近一次评为重大的隐患。

    Hazards found in the period that were graded major when last graded by its end.
    """
    cases = hazards.stock(period.last)
    return found_of(hazards, period, cases.filter(cases.graded_grade == "重大"))


@figure(
    unit="处", zh="挂牌督办重大安全隐患", en="major hazards put under supervision",
    also=("挂牌督办隐患", "督办重大隐患"), body=BODIES,
    leaves_out=("只交办而未督办的", "those assigned and not supervised"),
)  # fmt: skip
def supervised(hazards: "Tables", period: Span) -> "Table":
    """期内挂牌督办的隐患。安全生产法（2021）第四十一条：重大事故隐患治理应督办。

    Hazards put under supervision in the period, as art. 41 of the Work Safety Law (2021) [V] asks for major ones.
    """
    return happened(hazards, "Supervised", period)


@figure(
    unit="处", zh="未督办重大安全隐患", en="major hazards not under supervision",
    also=("未挂牌督办重大隐患",), body=BODIES, stock=True,
    leaves_out=("已销号的；未评为重大的", "those closed, and those not graded major"),
)  # fmt: skip
def unsupervised(hazards: "Tables", period: Span) -> "Table":
    """期末未销号的重大隐患中，最近一次发现后没有督办的。

    Major hazards not closed at the period's end and not put under supervision since they were last found.
    """
    cases = pending.rows(hazards, period)
    kept = (cases.supervised_on >= cases.opened).fill_null(False)
    return cases.filter((cases.graded_grade == "重大") & ~kept)


@figure(
    unit="处", zh="整改完成安全隐患", en="hazards put right",
    also=("整改安全隐患", "完成整改安全隐患", "整改隐患", "整改到位隐患"), body=BODIES,
    leaves_out=("是否复查，不在此列", "whether anybody verified it"),
)  # fmt: skip
def rectified(hazards: "Tables", period: Span) -> "Table":
    """期内由整改单位报告整改完成的隐患，不论何时发现；复查不合格后再次整改的另计。

    Hazards reported as put right in the period, whenever found; put right again on another day, counted again.
    """
    return happened(hazards, "Rectified", period)


@figure(
    unit="处", zh="复查验收合格安全隐患", en="hazards verified as put right",
    also=("复查验收安全隐患", "验收合格隐患", "复查合格安全隐患"), body=BODIES,
    leaves_out=("复查不合格的；整改后未复查的", "those that failed, and those put right that nobody verified"),
)  # fmt: skip
def verified(hazards: "Tables", period: Span) -> "Table":
    """期内经复查合格的隐患；复查人不得是整改人。

    Hazards that passed a verification in the period, by another than who put them right.
    """
    return passed(hazards, period)


@figure(
    unit="处", zh="自改自验安全隐患", en="hazards verified by who put them right",
    also=("自行验收安全隐患",), body=BODIES,
    leaves_out=("同单位两个具名岗位分别整改、复查的", "two posts of one body, each of them named"),
)  # fmt: skip
def own_verified(hazards: "Tables", period: Span) -> "Table":
    """期内的复查中，复查单位（岗位）就是此前最近一次整改的单位（岗位）的；复查记录如何写不影响。

    Verifications of the period by who put it right, as the last record of putting right before it says.
    """
    return own_work(hazards, period)


@figure(
    unit="处", zh="销号安全隐患", en="hazards closed",
    also=("销号隐患", "安全隐患销号"), body=BODIES,
    leaves_out=("整改、复查而未销号的", "those put right or verified and not closed"),
)  # fmt: skip
def closed(hazards: "Tables", period: Span) -> "Table":
    """期内销号的隐患。

    Hazards closed in the period.
    """
    return happened(hazards, "Closed", period)


@figure(
    unit="处", zh="未经复查销号安全隐患", en="hazards closed without verification",
    also=("未验收即销号隐患",), body=BODIES,
    leaves_out=("销号当日以前已复查合格的", "those that had passed a verification by that day"),
)  # fmt: skip
def closed_unverified(hazards: "Tables", period: Span) -> "Table":
    """期内销号的隐患中，最近一次发现以后、销号当日以前没有复查合格的。

    Hazards closed in the period that had passed no verification by that day since they were last found.
    """
    return closed_unchecked(hazards, period, hazards.flow("FoundAgain"))


@figure(
    unit="处", zh="整改后再次发现安全隐患", en="hazards found again",
    also=("再次发现隐患", "反弹隐患", "反弹安全隐患"), body=BODIES,
    leaves_out=("首次发现的；另立新号登记的", "those first found, and those registered under a new number"),
)  # fmt: skip
def found_again(hazards: "Tables", period: Span) -> "Table":
    """期内在原编号下再次发现的隐患。

    Hazards found again in the period under the number they had.
    """
    return happened(hazards, "FoundAgain", period)


@figure(
    unit="%", zh="安全隐患整改率", en="share of hazards put right", also=("隐患整改率", "整改率"), body=BODIES, among=found,
    leaves_out=("往期发现、本期整改的", "hazards found earlier and put right in the period"),
)  # fmt: skip
def rectification_rate(hazards: "Tables", period: Span) -> "Table":
    """期内发现的隐患中，期末已整改、且未被复查否定也未再次发现的。

    Of the hazards found in the period, those put right by its end, save where a verification failed or it was found again.
    """
    cases = defects(hazards, period.last)
    return found_of(hazards, period, cases.filter(cases.mended))


@figure(
    unit="%", zh="安全隐患复查合格率", en="share of hazards verified", also=("隐患验收合格率", "隐患复查验收率"), body=BODIES,
    among=found, leaves_out=("已整改而未复查的", "those put right and not verified"),
)  # fmt: skip
def verified_rate(hazards: "Tables", period: Span) -> "Table":
    """期内发现的隐患中，期末已整改并复查合格的。

    Of the hazards found in the period, those put right and verified by its end.
    """
    cases = defects(hazards, period.last)
    return found_of(hazards, period, cases.filter(cases.checked))


@figure(
    unit="处", zh="未销号安全隐患", en="hazards not closed", also=("未销号隐患", "在册安全隐患"), body=BODIES, stock=True,
    leaves_out=UNSAID,
)  # fmt: skip
def pending(hazards: "Tables", period: Span) -> "Table":
    """期末在册而未销号的隐患，包括已整改、已复查的。

    Hazards in the register and not closed at the period's end, those put right or verified included.
    """
    cases = defects(hazards, period.last)
    return cases.filter(~cases.gone)


@figure(
    unit="处", zh="尚未整改安全隐患", en="hazards not put right", also=("未整改安全隐患", "未整改隐患"), body=BODIES, stock=True,
    leaves_out=("已整改待复查的；已销号的", "those put right and not yet verified; those closed"),
)  # fmt: skip
def unrectified(hazards: "Tables", period: Span) -> "Table":
    """期末未销号的隐患中没有整改的，包括复查不合格的和再次发现后未整改的。

    Hazards not closed at the period's end and not put right, those that failed or were found again included.
    """
    cases = pending.rows(hazards, period)
    return cases.filter(~cases.mended)


@figure(
    unit="处", zh="待复查安全隐患", en="hazards put right and not verified", also=("已整改待复查隐患", "待验收隐患"), body=BODIES,
    stock=True, leaves_out=("复查不合格的，仍算未整改", "those that failed, which are not put right"),
)  # fmt: skip
def unverified(hazards: "Tables", period: Span) -> "Table":
    """期末未销号的隐患中已整改而未复查的。

    Hazards not closed at the period's end, put right and not verified.
    """
    cases = pending.rows(hazards, period)
    return cases.filter(cases.mended & ~cases.checked)


@figure(
    unit="处", zh="逾期未整改安全隐患", en="hazards past their due day", also=("逾期未整改隐患", "超期未整改隐患"), body=BODIES,
    stock=True, leaves_out=("没有交办期限的；逾期后已整改的", "those with no due day; those put right late"),
)  # fmt: skip
def overdue(hazards: "Tables", period: Span) -> "Table":
    """期末尚未整改、最近一次交办的期限已到的隐患。期限是交办的，法律没有规定日数。

    Hazards not put right at the period's end whose due day has come, as last assigned; no law gives a number of days.
    """
    cases = unrectified.rows(hazards, period)
    return cases.filter((cases.assigned_on >= cases.opened) & (cases.assigned_due <= period.last))


@figure(
    unit="处", zh="无路长道路安全隐患", en="road hazards without a chief", also=("未落实路长道路隐患",), body=BODIES,
    leaves_out=("没有里程桩号的", "those without a kilometre post"),
)  # fmt: skip
def chief_missing(hazards: "Tables", period: Span) -> "Table":
    """期内在道路桩号处发现、当日该处没有路长的隐患。

    Hazards found in the period at a post of a road for which no chief answered that day.
    """
    rows = answering(hazards, happened(hazards, "Found", period))
    return rows.filter(rows.chiefs == 0)


@figure(
    unit="处", zh="路长重叠道路安全隐患", en="road hazards with several chiefs", also=("路长不唯一道路隐患",), body=BODIES,
    leaves_out=("没有里程桩号的", "those without a kilometre post"),
)  # fmt: skip
def chief_doubled(hazards: "Tables", period: Span) -> "Table":
    """期内在道路桩号处发现、当日该处有两个以上路长的隐患。

    Hazards found in the period at a post of a road for which two chiefs or more answered that day.
    """
    rows = answering(hazards, happened(hazards, "Found", period))
    return rows.filter(rows.chiefs > 1)


@figure(
    unit="个", zh="在任路长路段", en="road segments with a chief", also=("设路长路段", "落实路长路段"), body=BODIES, stock=True,
    leaves_out=("已卸任的；路段长短不计", "chiefs who left; how long segments are"),
)  # fmt: skip
def segments(hazards: "Tables", period: Span) -> "Table":
    """期末有路长的路段，按任职计。

    Road segments with a chief at the period's end, by appointments.
    """
    return standing(hazards, period.last)
