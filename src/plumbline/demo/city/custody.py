"""What the detention houses write down: each person's episode, from detention to release, with its times."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.registers import Register, kept

Kept = Iterator[tuple[tuple[str, str], Register]]
AT = {"case": pl.col("episode"), "body": pl.col("house"), "person": pl.col("person")}
EXTENSIONS = (
    (58, 47, "侦查延长一个月", "上一级检察院", "3mo"),
    (88, 77, "侦查延长二个月", "省级检察院", "5mo"),
    (148, 133, "重刑再延长二个月", "省级检察院", "7mo"),
)
"""Needed from so many days after arrest; granted on that day; by what rule, by whom, to which month after arrest."""
MOVED = ("review_elsewhere", "court_elsewhere", "sent_elsewhere")
MINUTES = 1440


def episodes(draw: Draw, persons: pl.DataFrame, let_go: pl.DataFrame) -> pl.DataFrame:
    """Return one row an episode: those of held persons, and those of persons let go, with day and minute of their steps."""
    held = persons.filter("held").with_columns(kept=pl.lit(True), arrested=_arrested())
    free = let_go.with_columns(
        kept=pl.lit(False), granted=pl.lit(False), fate=pl.lit("released"), arrested=pl.lit(None, pl.Int64)
    )
    rows = pl.concat([held, free], how="diagonal").with_columns(detained=pl.col("caught") + pl.col("lag"))
    return rows.with_columns(_minutes(draw, rows.height))


def _arrested() -> pl.Expr:
    return pl.col("arrested") + pl.col("lag")


def _minutes(draw: Draw, n: int) -> list[pl.Series]:
    """Minutes of the day something begins, and minutes from then until what must follow within 24 hours."""
    spans = {
        "m_detained": (420, 1300), "m_housed": (90, 1200), "m_told": (120, 1260), "m_asked": (60, 1200),
        "m_arrested": (540, 1080), "m_told_2": (60, 1200), "m_asked_2": (30, 1100),
    }  # fmt: skip
    return [pl.Series(name, draw.between(n, *span)) for name, span in spans.items()]


def custody(rows: pl.DataFrame) -> Kept:
    """Yield the registers of the episodes given, which have their numbers."""
    yield from _detention(rows)
    yield from _arrest(rows.filter(pl.col("kept") | pl.col("denied").fill_null(False)))
    charged = rows.filter(pl.col("kept") & pl.col("granted"))
    yield from _inquiry(charged)
    yield from _stages(charged)
    yield from _leaving(rows)


def _moment(day: pl.Expr, minute: pl.Expr) -> dict[str, pl.Expr]:
    """A day and a time of day, from minutes that may run past midnight."""
    clock = (minute % MINUTES * 60_000_000_000).cast(pl.Time)
    return {"on": day + minute // MINUTES, "at": clock}


def _detention(rows: pl.DataFrame) -> Kept:
    day, start = pl.col("detained"), pl.col("m_detained")
    file = pl.coalesce("police_case", "review_case")
    yield kept("custody", "Detained", rows, **AT, **_moment(day, start), file=file, ground=pl.col("ground"))
    yield kept("custody", "Housed", rows, **AT, **_moment(day, start + pl.col("m_housed")))
    yield kept("custody", "FamilyTold", rows, **AT, **_moment(day, start + pl.col("m_told")))
    yield kept("custody", "Interrogated", rows, **AT, **_moment(day, start + pl.col("m_asked")))


def _arrest(rows: pl.DataFrame) -> Kept:
    decided, start = pl.col("decided"), pl.col("m_arrested")
    rows = rows.with_columns(decided=pl.coalesce("arrested", pl.col("detained") + pl.col("stay")))
    asked = (
        pl.when(~pl.col("kept")).then((decided - 2).clip(pl.col("detained")))
        .otherwise(pl.col("asked") + pl.col("lag"))
    )  # fmt: skip
    yield kept("custody", "ArrestAsked", rows, **AT, on=asked)
    yield kept("custody", "ArrestDecided", rows, **AT, on=decided, approved=pl.col("granted"))
    granted = rows.filter("granted")
    file = pl.coalesce("police_case", "review_case")
    yield kept("custody", "Arrested", granted, **AT, **_moment(decided, start), file=file)
    yield kept("custody", "FamilyTold", granted, **AT, **_moment(decided, start + pl.col("m_told_2")))
    yield kept("custody", "Interrogated", granted, **AT, **_moment(decided, start + pl.col("m_asked_2")))


def _inquiry(rows: pl.DataFrame) -> Kept:
    """Extensions of custody during investigation, for as long as it lasted; planted episodes have none."""
    lasted = pl.coalesce("received", "transferred") - pl.col("arrested")
    needing = rows.filter(pl.col("inquiry") == 0)
    for needed, day, rule, approver, months in EXTENSIONS:
        some = needing.filter(lasted > needed)
        until = pl.from_epoch(pl.col("arrested"), time_unit="d").dt.offset_by(months)
        yield kept(
            "custody", "Extended", some, **AT, on=pl.col("arrested") + day, rule=rule, approver=approver, until=until
        )


def _stages(rows: pl.DataFrame) -> Kept:
    """Each time another body takes the person over; a file that another city takes ends the episode here."""
    entered = pl.max_horizontal("received", "arrested")
    yield kept(
        "custody",
        "HandedOver",
        rows,
        **AT,
        on=pl.when(pl.col("received").is_not_null()).then(entered),
        stage="审查起诉",
    )
    yield kept("custody", "Extended", rows, **AT, on=pl.col("prolonged"), rule="审查起诉延长", approver="本级检察院")
    for turn in (1, 2):
        yield kept("custody", "HandedOver", rows, **AT, on=pl.col(f"returned_{turn}"), stage="补充侦查")
        yield kept("custody", "HandedOver", rows, **AT, on=pl.col(f"resent_{turn}"), stage="审查起诉")
    tried = rows.filter((pl.col("outcome") == "起诉") & pl.col("docketed").is_not_null())
    yield kept("custody", "HandedOver", tried, **AT, on=pl.col("concluded"), stage="审判")
    yield kept(
        "custody", "Extended", tried, **AT, on=pl.col("lengthened"), rule="审判延长三个月", approver="上一级法院"
    )


def _leaving(rows: pl.DataFrame) -> Kept:
    """The day and the way each person leaves: at once when arrest is refused or the file ends without a charge."""
    done = pl.col("fate").is_in(MOVED)
    tried = (pl.col("outcome") == "起诉") & pl.col("docketed").is_not_null()
    on = (
        pl.when(~pl.col("kept")).then(pl.col("detained") + pl.col("stay"))
        .when(~pl.col("granted")).then(pl.col("arrested"))
        .when(tried).then(pl.when("lenient").then(pl.col("judged")).otherwise("served"))
        .otherwise(pl.coalesce("concluded", pl.when(done).then("transferred")))
    )  # fmt: skip
    how = (
        pl.when(~pl.col("kept")).then(pl.when("bail").then(pl.lit("取保候审")).otherwise(pl.lit("释放")))
        .when(~pl.col("granted")).then(pl.lit("取保候审"))
        .when(done & (pl.col("outcome") != "酌定不起诉")).then(pl.lit("移交"))
        .when(tried & ~pl.col("lenient")).then(pl.lit("交付执行"))
        .otherwise(pl.lit("释放"))
    )  # fmt: skip
    yield kept("custody", "Freed", rows, **AT, on=on, at=_clock(), how=how)
    bailed = rows.filter(how == "取保候审")
    yield kept("custody", "Ordered", bailed, **AT, on=on, measure="取保候审")
    yield kept("custody", "Lifted", bailed, **AT, on=on + pl.col("m_asked") // 4)


def _clock() -> pl.Expr:
    return pl.lit(np.int64(17 * 3600 + 1800) * 1_000_000_000).cast(pl.Time)
