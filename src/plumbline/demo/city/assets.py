"""What is sealed, seized and frozen in the groups' files: things in a case, renewals of what is frozen, what is let go."""

from collections.abc import Iterator

import polars as pl
import polars.selectors as cs

from plumbline.demo.city import plan
from plumbline.demo.city.chance import Draw
from plumbline.demo.city.plan import LAST
from plumbline.demo.city.registers import Register, kept
from plumbline.demo.city.tags import POLICE_TAGS

Kept = Iterator[tuple[tuple[str, str], Register]]
NATURES = {"资金": "冻结", "不动产": "查封", "车辆": "扣押", "物品": "扣押", "股权": "冻结", "证券": "冻结"}
MONEY: dict[str, float] = {"资金": 1}
THINGS: dict[str, float] = {"不动产": 3, "车辆": 3, "物品": 2, "股权": 1, "证券": 0.5}
"""What is held, and how often each comes up."""
AT = {"case": pl.col("police_case"), "body": pl.col("police"), "item": pl.col("item")}
TURN = 170
"""Days after which what is frozen is frozen anew, of the six months the law gives."""


def items(draw: Draw, leads: pl.DataFrame, times: int) -> pl.DataFrame:
    """Return the things held in the files given: money and other things, each kind exact in number and worth."""
    money = _items(draw, leads, plan.FUNDS * times, plan.FUNDS_FEN * times, MONEY)
    things = _items(draw, leads, plan.PROPERTY * times, plan.PROPERTY_FEN * times, THINGS)
    number = pl.int_range(1, pl.len() + 1).over("police_case")
    return pl.concat([money, things]).with_columns(item=pl.format("物{}", number))


def _items(draw: Draw, leads: pl.DataFrame, count: int, total: int, natures: dict[str, float]) -> pl.DataFrame:
    each = draw.shares(count, leads.height, 1, 0.6)
    rows = leads.select(pl.all().repeat_by(pl.Series(each))).explode(cs.all())
    taken = pl.col("caught") + pl.Series(draw.between(count, 0, 25))
    let_go = pl.when(pl.Series(draw.happens(count, 0.09))).then(taken + pl.Series(draw.between(count, 30, 400)))
    return rows.with_columns(
        nature=pl.Series(draw.chosen(count, list(natures), list(natures.values()))),
        amount=pl.Series(draw.shares(total, count, 10_000, 1.4)), taken=taken.clip(upper_bound=LAST), let_go=let_go,
        worth=pl.Series(draw.between(count, 80, 125)), again=pl.Series(draw.happens(count, 0.2)),
    )  # fmt: skip


def assets(rows: pl.DataFrame) -> Kept:
    """Yield the registers of the things given."""
    measure = pl.col("nature").replace_strict(NATURES)
    amount = {"amount_fen": pl.col("amount")}
    yield kept(
        "assets",
        "Controlled",
        rows,
        **AT,
        **amount,
        on=pl.col("taken"),
        measure=measure,
        nature=pl.col("nature"),
        scope=POLICE_TAGS,
    )
    yield from _renewals(rows.filter(measure == "冻结"))
    valued = rows.filter(
        pl.col("again") & pl.col("nature").is_in(["不动产", "车辆", "股权"]) & pl.col("let_go").is_null()
    )
    yield kept(
        "assets", "Valued", valued, **AT, on=pl.col("taken") + 90, amount_fen=pl.col("amount") * pl.col("worth") // 100
    )
    yield kept("assets", "Released", rows, **AT, **amount, on=pl.col("let_go"), scope=POLICE_TAGS)


def _renewals(rows: pl.DataFrame) -> Kept:
    """Everything frozen is frozen anew every 170 days, until it is let go or the registers end."""
    for turn in range(1, 8):
        day = pl.col("taken") + turn * TURN
        going = rows.filter(pl.col("let_go").is_null() | (pl.col("let_go") > day))
        until = pl.from_epoch(day, time_unit="d").dt.offset_by("6mo")
        yield kept("assets", "Renewed", going, **AT, on=day, until=until)
