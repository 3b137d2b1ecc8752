"""What the figures on custody count: episodes, each of one person. One person held twice counts twice."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.standing import happened
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "公安", "看守所")
PROCURATORATES = ("检察机关", "检察院", "人民检察院")


def _held(custody: "Tables", period: Span) -> "Table":
    """Return the episodes that stand at the period's end, ``body`` and ``position`` of the record by which."""
    held = custody.stock(period.last)
    entered = held.arrested_on.coalesce(held.detained_on)
    left = held.freed_on.notnull() & (held.freed_on >= entered)
    named = {to: held[f"arrested_{to}"].coalesce(held[f"detained_{to}"]) for to in ("body", "position")}
    return held.mutate(**named).filter(entered.notnull() & ~left)


@figure(
    unit="人",
    zh="刑事拘留",
    en="persons detained",
    also=("拘留犯罪嫌疑人", "刑事拘留犯罪嫌疑人"),
    body=POLICE,
    leaves_out=("行政拘留、司法拘留和留置", "administrative and judicial detention, and supervisory custody"),
)
def detained(custody: "Tables", period: Span) -> "Table":
    """期内执行刑事拘留的人数，按羁押次数计。

    Persons detained in the period in criminal cases, by episodes.
    """
    return happened(custody, "Detained", period)


@figure(
    unit="人",
    zh="提请批准逮捕",
    en="arrests asked for",
    also=("提请逮捕", "提请批捕"),
    body=POLICE,
    leaves_out=("法院决定逮捕的", "arrests a court decided on by itself"),
)
def arrests_asked(custody: "Tables", period: Span) -> "Table":
    """期内提请检察机关批准逮捕的人数。

    Persons for whose arrest the procuratorates were asked in the period.
    """
    return happened(custody, "ArrestAsked", period)


@figure(
    unit="人",
    zh="审查逮捕",
    en="requests for arrest decided",
    also=("作出批捕不批捕决定", "审结审查逮捕"),
    body=PROCURATORATES,
    leaves_out=("尚未作出决定的", "requests not decided yet"),
)
def arrests_decided(custody: "Tables", period: Span) -> "Table":
    """期内作出批准或不批准逮捕决定的人数。

    Persons of whom it was decided in the period to approve the arrest or not to.
    """
    return happened(custody, "ArrestDecided", period)


@figure(
    unit="人",
    zh="批准逮捕",
    en="arrests approved",
    also=("批准和决定逮捕", "批捕", "批准逮捕犯罪嫌疑人"),
    body=PROCURATORATES,
    leaves_out=("不批准的；执行情况另计", "refusals; whether the arrest was carried out is counted elsewhere"),
)
def arrests_approved(custody: "Tables", period: Span) -> "Table":
    """期内批准逮捕的人数。

    Persons whose arrest was approved in the period.
    """
    rows = happened(custody, "ArrestDecided", period)
    return rows.filter(rows.approved)


@figure(
    unit="人",
    zh="不批准逮捕",
    en="arrests refused",
    also=("不捕", "不批捕"),
    body=PROCURATORATES,
    leaves_out=("撤回提请的", "requests withdrawn"),
)
def arrests_refused(custody: "Tables", period: Span) -> "Table":
    """期内不批准逮捕的人数。

    Persons whose arrest was refused in the period.
    """
    rows = happened(custody, "ArrestDecided", period)
    return rows.filter(~rows.approved)


@figure(
    unit="%",
    zh="批准逮捕率",
    en="share of arrests approved",
    also=("批捕率",),
    body=PROCURATORATES,
    among=arrests_decided,
    leaves_out=("尚未作出决定的，分子分母均不计", "requests not decided yet, in neither numerator nor denominator"),
)
def approval_rate(custody: "Tables", period: Span) -> "Table":
    """期内批准逮捕占审查逮捕决定的比例。

    Arrests approved in the period as a share of all decisions on arrest.
    """
    return arrests_approved.rows(custody, period)


@figure(
    unit="%",
    zh="不批准逮捕率",
    en="share of arrests refused",
    also=("不捕率",),
    body=PROCURATORATES,
    among=arrests_decided,
    leaves_out=("尚未作出决定的，分子分母均不计", "requests not decided yet, in neither numerator nor denominator"),
)
def refusal_rate(custody: "Tables", period: Span) -> "Table":
    """期内不批准逮捕占审查逮捕决定的比例。

    Arrests refused in the period as a share of all decisions on arrest.
    """
    return arrests_refused.rows(custody, period)


@figure(
    unit="人",
    zh="执行逮捕",
    en="persons arrested",
    also=("逮捕犯罪嫌疑人",),
    body=POLICE,
    leaves_out=("批准而未执行的", "arrests approved and not carried out"),
)
def arrested(custody: "Tables", period: Span) -> "Table":
    """期内执行逮捕的人数，按羁押次数计。

    Persons arrested in the period, by episodes.
    """
    return happened(custody, "Arrested", period)


@figure(
    unit="人",
    zh="延长羁押期限",
    en="extensions of custody",
    also=("批准延长侦查羁押期限",),
    body=PROCURATORATES,
    leaves_out=("重新计算羁押期限的", "custody counted anew"),
)
def extended(custody: "Tables", period: Span) -> "Table":
    """期内延长羁押期限的人数，一人延长两次计两次。

    Persons whose custody was extended in the period; extended twice, counted twice.
    """
    return happened(custody, "Extended", period)


@figure(
    unit="人",
    zh="离开羁押",
    en="persons who left custody",
    also=("解除羁押",),
    body=POLICE,
    leaves_out=("看守所之间的换押", "changes of the body in charge"),
)
def freed(custody: "Tables", period: Span) -> "Table":
    """期内离开羁押的人数，包括释放、变更措施、交付执行、死亡和移交。

    Persons who left custody in the period: set free, on bail, to serve a sentence, dead, or handed to another place.
    """
    return happened(custody, "Freed", period)


@figure(
    unit="人",
    zh="在押人员",
    en="persons in custody",
    also=("在押", "羁押人数", "在押犯罪嫌疑人被告人"),
    body=POLICE,
    stock=True,
    leaves_out=(
        "行政拘留、服刑和留置的人员",
        "persons under administrative or supervisory detention, or serving sentences",
    ),
)
def in_custody(custody: "Tables", period: Span) -> "Table":
    """期末处于刑事羁押中的人数，按羁押次数计。

    Persons in custody at the period's end, by episodes.
    """
    return _held(custody, period)


@figure(
    unit="人",
    zh="未逮捕的在押人员",
    en="persons in custody and not arrested",
    also=("刑事拘留在押人员",),
    body=POLICE,
    stock=True,
    leaves_out=("已执行逮捕的", "persons arrested"),
)
def in_detention(custody: "Tables", period: Span) -> "Table":
    """期末处于拘留阶段、尚未执行逮捕的在押人数。

    Persons in custody at the period's end who were detained and not arrested yet.
    """
    held = _held(custody, period)
    return held.filter(held.arrested_on.isnull())
