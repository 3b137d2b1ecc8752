"""Limits of assets: how long money and securities stay frozen unless the freezing is renewed."""

from datetime import date
from typing import Any

import ibis
from ibis import Table

from plumbline.figures.clocks import Clocks, belonging, until
from plumbline.figures.tables import Tables
from plumbline.law import Extension, Months, limit
from plumbline.law.editions import MPS

KEYS = ("body", "case", "item")
COMMON: dict[str, Any] = {"starts": ("冻结", "frozen"), "stops": ("解除冻结", "released"), "sort": "measure"}


@limit(
    rule="Z1", zh="冻结资金、股权期限", en="freezing of money and shares", article=MPS(243), also=(MPS(245),),
    length=Months(6), at_most=Months(12), at_most_when=("重大、复杂案件经市级以上批准", "by leave of a city's police"),
    extensions=(Extension("续行冻结", "renewed", Months(6), article=MPS(243), times=None, most=2),), **COMMON,
)  # fmt: skip
def money_frozen(assets: Tables, day: date) -> Clocks:
    """Money and shares frozen."""
    return _frozen(assets, day, ["资金", "股权"])


@limit(
    rule="Z2", zh="冻结证券期限", en="freezing of securities", article=MPS(244), length=Months(24),
    extensions=(Extension("续行冻结", "renewed", Months(24), article=MPS(244), times=None),), **COMMON,
)  # fmt: skip
def securities_frozen(assets: Tables, day: date) -> Clocks:
    """Securities frozen."""
    return _frozen(assets, day, ["证券"])


def _frozen(assets: Tables, day: date, natures: list[str]) -> Clocks:
    held = assets.flow("Controlled")
    held = held.filter((held["measure"] == "冻结") & held["nature"].isin(natures))
    facts = held.select("position", longer="for_a_year")
    rows = until(held, [assets.flow("Released")], day, KEYS)
    rows = rows.left_join(facts, "position").drop("position_right")
    return Clocks(rows, grants=_renewed(rows, assets.flow("Renewed"), day))


def _renewed(rows: Table, renewed: Table, day: date) -> Table:
    """Each renewal gives another term: half a year, or a year where the freezing was for a year."""
    mine = belonging(rows, renewed.filter(renewed["on"] <= day), KEYS, on=renewed["on"])
    t = mine.join(rows.select("position", "longer"), "position")
    n = ibis.ifelse(t["longer"], 2, 1).cast("int64")
    return t.select("position", extension=ibis.literal("续行冻结"), approver=ibis.null("string"), on="on", n=n)
