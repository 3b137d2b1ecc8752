"""What the figures on property count: money's worth, in fen, of things held in a case."""

from typing import TYPE_CHECKING

import ibis

from plumbline.figures import figure
from plumbline.figures.standing import happened
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

POLICE = ("公安机关", "政法机关", "公安")
ITEM = ("body", "case", "item")


@figure(
    unit="元",
    zh="查扣冻结{scope}涉案资金",
    en="{scope} funds sealed, seized or frozen",
    also=("查封扣押冻结{scope}涉案资金", "查扣{scope}涉案资金", "查控{scope}涉案资金"),
    body=POLICE,
    amount="amount_fen",
    leaves_out=(
        "证券、不动产、车辆、物品和股权；后来的解除与重估",
        "things other than money; later releases and valuations",
    ),
)
def controlled(assets: "Tables", period: Span) -> "Table":
    """期内查封、扣押、冻结的涉案资金，按控制时的金额累计。

    Money put under control in the period, summed at its amount when controlled.
    """
    rows = happened(assets, "Controlled", period)
    return rows.filter(rows.nature == "资金")


@figure(
    unit="元",
    zh="查封扣押冻结{scope}涉案财产",
    en="{scope} property sealed, seized or frozen",
    also=("查扣冻结{scope}涉案资产", "查扣冻结{scope}涉案财物", "查扣{scope}涉案资产", "查扣{scope}非法资产"),
    body=POLICE,
    amount="amount_fen",
    leaves_out=("后来的解除与重估；没收和追缴", "later releases and valuations; confiscation"),
)
def property_controlled(assets: "Tables", period: Span) -> "Table":
    """期内查封、扣押、冻结的各类涉案财物（含资金），按控制时的估值累计。

    Property of every nature, money included, put under control in the period, at its value when controlled.
    """
    return happened(assets, "Controlled", period)


@figure(
    unit="元",
    zh="冻结{scope}资金",
    en="{scope} funds frozen",
    also=("冻结{scope}涉案资金", "冻结{scope}存款"),
    body=POLICE,
    amount="amount_fen",
    leaves_out=("查封、扣押的；后来的解除", "what was sealed or seized; later releases"),
)
def funds_frozen(assets: "Tables", period: Span) -> "Table":
    """期内冻结的涉案资金，按冻结时的金额累计。

    Money frozen in the period, summed at its amount when frozen.
    """
    rows = happened(assets, "Controlled", period)
    return rows.filter((rows.nature == "资金") & (rows.measure == "冻结"))


@figure(
    unit="元",
    zh="解除控制{scope}涉案财产",
    en="{scope} property released",
    also=("返还{scope}涉案财物", "解除查封扣押冻结{scope}财产"),
    body=POLICE,
    amount="amount_fen",
    leaves_out=("没收和追缴；估值变动", "confiscation; changes of value"),
)
def released(assets: "Tables", period: Span) -> "Table":
    """期内解除查封、扣押、冻结的各类涉案财物，按解除时的金额累计。

    Property of every nature let go in the period, at its amount when released.
    """
    return happened(assets, "Released", period)


@figure(
    unit="元",
    zh="在控{scope}涉案财产",
    en="{scope} property under control",
    also=("期末在控{scope}涉案资产", "尚在查封扣押冻结的{scope}财产"),
    body=POLICE,
    amount="amount_fen",
    stock=True,
    leaves_out=("已解除的；未重新估价的价值变动", "what was released; changes of value that nobody recorded"),
)
def in_hold(assets: "Tables", period: Span) -> "Table":
    """期末仍在控制下的各类涉案财物：最近一次控制或估价的金额，减去其后解除的金额。

    Property still held at the period's end: its amount when last controlled or valued, less what was released since.
    """
    items = assets.stock(period.last)
    revalued = (items.valued_on >= items.controlled_on).fill_null(False)
    items = items.filter(items.controlled_on.notnull()).mutate(
        worth=revalued.ifelse(items.valued_amount_fen, items.controlled_amount_fen),
        since=revalued.ifelse(items.valued_position, items.controlled_position),
        since_on=revalued.ifelse(items.valued_on, items.controlled_on),
    )
    held = _less_released(assets, items, period)
    return held.mutate(scope=held.controlled_scope, position=held.controlled_position)


def _less_released(assets: "Tables", items: "Table", period: Span) -> "Table":
    """Return the items with ``amount_fen``: ``worth`` less all that was released after it was stated; nothing left, no row."""
    out = assets.flow("Released")
    out = out.filter(out.on <= period.last).select(*ITEM, "amount_fen", released_at=out.position, released_day=out.on)
    stated = items.select(*ITEM, "since", "since_on")
    met = stated.join(out, ITEM)
    later = (met.released_day > met.since_on) | ((met.released_day == met.since_on) & (met.released_at > met.since))
    gone = met.filter(later).group_by(ITEM).agg(gone_fen=met.amount_fen.sum())
    held = items.left_join(gone, ITEM)
    held = held.mutate(amount_fen=held.worth - held.gone_fen.fill_null(ibis.literal(0)))
    return held.filter(held.amount_fen > 0).drop("gone_fen", *(f"{name}_right" for name in ITEM))
