"""What the figures on rivers count. Cases the police filed or cleared are theirs; here is what river bodies sent them."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.defects import closed_unchecked, defects, found_of, own_work, passed
from plumbline.figures.standing import happened
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

BODIES = ("水务部门", "水务局", "水利部门", "河长办", "河长制办公室", "河湖管理部门")


@figure(
    unit="个", zh="发现四乱问题", en="disorder found on rivers",
    also=("排查四乱问题", "查出四乱问题", "发现乱占乱采乱堆乱建问题", "排查河湖四乱问题"), body=BODIES,
    leaves_out=("未入册的；河道以外的", "what is not in the register; what is not on a river"),
)  # fmt: skip
def found(rivers: "Tables", period: Span) -> "Table":
    """期内发现并登记的乱占、乱采、乱堆、乱建问题，可按四乱类别（disorder）、河段（reach）分列。

    Encroachment, extraction, dumping and building found and registered in the period; also by disorder and by reach.
    """
    return happened(rivers, "Found", period)


@figure(
    unit="个", zh="整改四乱问题", en="disorder on rivers put right",
    also=("清理整治四乱问题", "清理整治乱占乱采乱堆乱建问题", "清理四乱问题", "整治四乱问题"), body=BODIES,
    leaves_out=("是否复查，不在此列", "whether anybody verified it"),
)  # fmt: skip
def rectified(rivers: "Tables", period: Span) -> "Table":
    """期内由整改单位报告清理整改的问题，不论何时发现；复查不合格后再次整改的另计。

    Problems reported as put right in the period, whenever found; put right again on another day, counted again.
    """
    return happened(rivers, "Rectified", period)


@figure(
    unit="个", zh="复查合格四乱问题", en="disorder on rivers verified as put right",
    also=("复查验收四乱问题", "验收合格四乱问题"), body=BODIES,
    leaves_out=("复查不合格的；整改后未复查的", "those that failed, and those put right that nobody verified"),
)  # fmt: skip
def verified(rivers: "Tables", period: Span) -> "Table":
    """期内经复查合格的问题；复查人不得是整改人。

    Problems that passed a verification in the period, by another than who put them right.
    """
    return passed(rivers, period)


@figure(
    unit="个", zh="自改自验四乱问题", en="disorder on rivers verified by who put it right", body=BODIES,
    leaves_out=("同单位两个具名岗位分别整改、复查的", "two posts of one body, each of them named"),
)  # fmt: skip
def own_verified(rivers: "Tables", period: Span) -> "Table":
    """期内的复查中，复查单位（岗位）就是此前最近一次整改的单位（岗位）的。

    Verifications of the period by who put it right, as the last record of putting right before it says.
    """
    return own_work(rivers, period)


@figure(
    unit="个", zh="销号四乱问题", en="disorder on rivers closed", also=("四乱问题销号",), body=BODIES,
    leaves_out=("整改、复查而未销号的", "those put right or verified and not closed"),
)  # fmt: skip
def closed(rivers: "Tables", period: Span) -> "Table":
    """期内逐一销号的问题。

    Problems closed in the period, one by one.
    """
    return happened(rivers, "Closed", period)


@figure(
    unit="个", zh="未经复查销号四乱问题", en="disorder on rivers closed without verification", body=BODIES,
    leaves_out=("销号当日以前已复查合格的", "those that had passed a verification by that day"),
)  # fmt: skip
def closed_unverified(rivers: "Tables", period: Span) -> "Table":
    """期内销号的问题中，销号当日以前没有复查合格的。

    Problems closed in the period that had passed no verification by that day.
    """
    return closed_unchecked(rivers, period)


@figure(
    unit="%", zh="四乱问题整改率", en="share of disorder on rivers put right", also=("四乱整改率",), body=BODIES, among=found,
    leaves_out=("往期发现、本期整改的", "problems found earlier and put right in the period"),
)  # fmt: skip
def rectification_rate(rivers: "Tables", period: Span) -> "Table":
    """期内发现的问题中，期末已整改、且未被复查否定的。

    Of the problems found in the period, those put right by its end, save where a verification failed.
    """
    cases = defects(rivers, period.last)
    return found_of(rivers, period, cases.filter(cases.mended))


@figure(
    unit="%", zh="四乱问题销号率", en="share of disorder on rivers closed", also=("四乱销号率",), body=BODIES, among=found,
    leaves_out=("往期发现、本期销号的", "problems found earlier and closed in the period"),
)  # fmt: skip
def closed_rate(rivers: "Tables", period: Span) -> "Table":
    """期内发现的问题中，期末已销号的。

    Of the problems found in the period, those closed by its end.
    """
    cases = defects(rivers, period.last)
    return found_of(rivers, period, cases.filter(cases.gone))


@figure(
    unit="个", zh="未销号四乱问题", en="disorder on rivers not closed", also=("四乱问题存量",), body=BODIES, stock=True,
    leaves_out=("未入册的问题", "problems not in the register"),
)  # fmt: skip
def pending(rivers: "Tables", period: Span) -> "Table":
    """期末在册而未销号的问题，包括已整改、已复查的。

    Problems in the register and not closed at the period's end, those put right or verified included.
    """
    cases = defects(rivers, period.last)
    return cases.filter(~cases.gone)


@figure(
    unit="件", zh="清四乱移送公安机关案件", en="river cases referred to the police",
    also=("移送公安机关四乱案件", "移送涉河湖犯罪案件", "向公安机关移送涉河湖犯罪案件"), body=BODIES, persons=True,
    leaves_out=(
        "公安机关是否立案、破案：另由公安机关统计", "whether the police filed or cleared it, which is the police's to count",
    ),
)  # fmt: skip
def referred(rivers: "Tables", period: Span) -> "Table":
    """期内河湖管理单位认为涉嫌犯罪、移送公安机关的案件和人；同一案件另日再次移送的另计。

    Cases and persons sent to the police in the period as suspected crime; sent again on another day, counted again.
    """
    return happened(rivers, "Referred", period)
