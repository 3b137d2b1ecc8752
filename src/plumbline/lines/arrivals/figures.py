"""What the figures on arrivals count: batches, headcounts, and what stands at the sites at the end of a day."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.standing import happened, unfinished
from plumbline.lines.arrivals.stays import crowded, here
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "政法机关")
UNRECORDED = ("没有记录的入住、解除和转送", "placings, leavings and transfers that nobody recorded")


def _sites(arrivals: "Tables", period: Span) -> "Table":
    rows = unfinished(arrivals, period.last, "site_opened", "site_closed")
    return rows.mutate(site=rows.case, capacity=rows.site_opened_capacity, on=rows.site_opened_on)


@figure(
    unit="批次",
    zh="接控留观境外回国人员",
    en="batches of persons returning from abroad, taken over for observation",
    also=(
        "接返留观境外回国人员",
        "接转留观境外回国人员",
        "境外回国人员接控留观",
        "境外回国人员接控留观任务",
        "接转留观",
        "接返留观",
    ),
    body=POLICE,
    persons=True,
    leaves_out=("只入住而没有接返记录的", "those placed of whose arrival there is no record"),
)
def batches(arrivals: "Tables", period: Span) -> "Table":
    """期内接返的批次；按人计为各批次人数之和。

    Batches that arrived in the period; in persons, their headcounts summed.
    """
    return happened(arrivals, "Arrived", period)


@figure(
    unit="人",
    zh="入住集中留观",
    en="persons placed at sites",
    also=("入住留观点", "安置留观人员"),
    body=POLICE,
    amount="persons",
    leaves_out=(
        "接返后尚未安置的；换点再入住的另计",
        "those arrived and not placed yet; placed at a second site, counted again",
    ),
)
def placed(arrivals: "Tables", period: Span) -> "Table":
    """期内入住留观点的人数。

    Persons placed at sites in the period.
    """
    return happened(arrivals, "Placed", period)


@figure(
    unit="人",
    zh="解除集中留观",
    en="persons who left sites",
    also=("解除留观", "期满解除留观"),
    body=POLICE,
    amount="persons",
    leaves_out=("转送医院的", "those taken to hospital"),
)
def left(arrivals: "Tables", period: Span) -> "Table":
    """期内解除留观、离开留观点的人数。

    Persons who left sites in the period.
    """
    return happened(arrivals, "Left", period)


@figure(
    unit="人",
    zh="留观转送医院",
    en="persons taken from sites to hospital",
    also=("留观期间转送医院", "由留观点转送医院"),
    body=POLICE,
    amount="persons",
    leaves_out=("入境时即送医、未入住留观点的", "those taken to hospital on arrival, never at a site"),
)
def transferred(arrivals: "Tables", period: Span) -> "Table":
    """期内由留观点转送医院的人数。

    Persons taken from sites to hospital in the period.
    """
    return happened(arrivals, "Transferred", period)


@figure(
    unit="人",
    zh="在点留观人员",
    en="persons at sites",
    also=("在观人员", "正在集中留观", "在点集中留观人员"),
    body=POLICE,
    amount="persons",
    stock=True,
    leaves_out=UNRECORDED,
)
def occupancy(arrivals: "Tables", period: Span) -> "Table":
    """期末仍在留观点的人数：入住减解除减转送，逐批次逐点计。

    Persons still at sites at the period's end: placed less left less taken to hospital, by batch and site.
    """
    return here(arrivals, period.last)


@figure(
    unit="人",
    zh="待安置留观人员",
    en="persons arrived and not placed",
    also=("尚未安置留观人员",),
    body=POLICE,
    amount="persons",
    stock=True,
    leaves_out=UNRECORDED,
)
def waiting(arrivals: "Tables", period: Span) -> "Table":
    """期末已接返而尚未入住留观点的人数，逐批次计。

    Persons who arrived by the period's end and were not placed by then, by batch.
    """
    rows, came = arrivals.flow("Placed"), arrivals.flow("Arrived")
    rows = rows.filter(rows.on <= period.last).group_by("case").agg(housed=lambda t: t.persons.sum())
    came = came.filter(came.on <= period.last).group_by("body", "case").agg(
        position=came.position.min(), on=came.on.max(), came=came.persons.sum()
    )  # fmt: skip
    met = came.left_join(rows, "case").drop("case_right")
    met = met.mutate(persons=met.came - met.housed.fill_null(ibis.literal(0)))
    return met.filter(met.persons > 0)


@figure(
    unit="个",
    zh="在用留观点",
    en="sites open",
    also=("集中留观点", "启用留观点", "在用集中留观点"),
    body=POLICE,
    stock=True,
    leaves_out=("已停用的", "sites closed"),
)
def sites(arrivals: "Tables", period: Span) -> "Table":
    """期末启用而未停用的留观点。

    Sites opened and not closed at the period's end.
    """
    return _sites(arrivals, period)


@figure(
    unit="人",
    zh="留观点可容纳",
    en="capacity of sites open",
    also=("留观点容量", "留观点可容纳人数", "集中留观床位"),
    body=POLICE,
    amount="capacity",
    stock=True,
    leaves_out=("已停用的留观点；备用未启用的", "sites closed, and sites in reserve"),
)
def capacity(arrivals: "Tables", period: Span) -> "Table":
    """期末在用留观点的可容纳人数之和，按最近一次启用记录。

    Persons that the sites open at the period's end hold, by the latest record of each.
    """
    return _sites(arrivals, period)


@figure(
    unit="%",
    zh="留观点使用率",
    en="persons at sites for the capacity of those open",
    also=("留观点入住率",),
    body=POLICE,
    amount="persons",
    stock=True,
    per=capacity,
    leaves_out=UNRECORDED,
)
def occupancy_rate(arrivals: "Tables", period: Span) -> "Table":
    """期末在点留观人数与在用留观点可容纳人数之比。

    Persons at sites at the period's end for each hundred that the open sites hold.
    """
    return here(arrivals, period.last)


@figure(
    unit="个",
    zh="超容留观点",
    en="sites over capacity",
    also=("超员留观点",),
    body=POLICE,
    stock=True,
    leaves_out=("正好住满的", "sites exactly full"),
)
def over_capacity(arrivals: "Tables", period: Span) -> "Table":
    """期末在点人数多于可容纳人数的留观点；没有启用或已停用的可容纳零人。应为零。

    Sites with more persons than they hold at the period's end; one not open holds nobody. It should be nought.
    """
    stays, of = here(arrivals, period.last), _sites(arrivals, period).select("body", "site", "capacity")
    each = stays.group_by("body", "site").agg(
        case=stays.case.argmin(stays.position),
        position=stays.position.min(),
        on=stays.on.max(),
        persons=stays.persons.sum(),
    )
    met = each.left_join(of, ["body", "site"])
    met = met.mutate(holds=met.capacity.fill_null(ibis.literal(0)))
    return met.filter(met.persons > met.holds).drop("body_right", "site_right", "capacity")


@figure(
    unit="次",
    zh="超容入住",
    en="placings beyond capacity",
    also=("超员入住",),
    body=POLICE,
    leaves_out=(
        "容量调减或停用造成的超容，见超容留观点",
        "what became too many as a site was cut or closed: sites over capacity",
    ),
)
def overfilled(arrivals: "Tables", period: Span) -> "Table":
    """期内入住当日终了时该点在点人数多于可容纳人数的入住，一批次一日计一次。应为零。

    Placings at a site that held more than its capacity at the end of that day, one a batch and day. It should be nought.
    """
    rows = happened(arrivals, "Placed", period)
    return rows.semi_join(crowded(arrivals, period.last), ["body", "site", "on"])
