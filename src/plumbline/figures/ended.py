"""Figures of deadlines: how many clocks of a line were kept, missed or disputed in a period, by body and rule.

They are declared from a line's limits, and read only where they are asked for: the deadlines of a day are then counted
once for all of them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any

from plumbline.errors import Words
from plumbline.figures.shapes import Figure
from plumbline.law import STATES, Limit, State
from plumbline.periods import Span

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa
    from ibis import Table

LEAVES_OUT = Words(
    "尚未届满的；无从判断的；法律未定期限的事项",
    "clocks still running; those that cannot be told; whatever the law sets no limit to",
)
ENDED: tuple[State, ...] = ("kept", "disputed", "missed")


def deadline_figures(line: str, title: Words, limits: Sequence[Limit]) -> tuple[Figure, ...]:
    """Return a line's figures of deadlines: kept, disputed, missed; and of those held too long, where it has custody.

    Rows: position (of the record a clock began with), case (with the rule after it, as a case has many clocks), body,
    person, on (the day it stopped; for a clock still running the last day of its limit), rule, limit, sort, state.
    """
    made = tuple(_figure(line, title, limits, state) for state in ENDED) if limits else ()
    return (*made, _overlong(line, limits)) if any(each.sort == "custody" for each in limits) else made


def _figure(line: str, title: Words, limits: Sequence[Limit], state: State) -> Figure:
    said = STATES[state]
    zh, en = f"{title.zh}期限{said.zh}", f"{title.en.lower()} deadlines {said.en}"
    meaning = Words(
        f"期间内结束或届满的法定期限中{said.zh}的。", f"Limits that stopped or ran out in the period: {said.en}."
    )
    return Figure(line, f"deadlines_{state}", zh, en, "项", LEAVES_OUT, _rows(line, limits, state), meaning)


def _overlong(line: str, limits: Sequence[Limit]) -> Figure:
    meaning = Words(
        "期间内结束或届满的羁押中超过最晚一种算法的，按人、羁押期、阶段计。",
        "Stays in custody past the latest reading of their limit, per person, episode and stage.",
    )
    rows = _rows(line, limits, "missed", "custody")
    return Figure(
        line, "overlong_custody", "超期羁押", "over-long custody", "人次", LEAVES_OUT, rows, meaning, persons=True
    )


def _rows(line: str, limits: Sequence[Limit], state: State, sort: str = "") -> Callable[..., "Table"]:
    """Return the function of a figure; its first parameter bears the line's name, as that of every figure does."""

    def rows(tables: Any, period: Span) -> "Table":
        t = tables.once("ended", period.last, lambda: _ended(limits, tables, period.last))
        t = t.filter((t["state"] == state) & period.has(t["on"]))
        return t.filter(t["sort"] == sort) if sort else t

    names = (line, "period")
    rows.__signature__ = Signature([Parameter(n, Parameter.POSITIONAL_OR_KEYWORD) for n in names])  # type: ignore[attr-defined]
    return rows


def _ended(limits: Sequence[Limit], tables: Any, day: date) -> "pa.Table":
    """Return the clocks of these limits that ended up to a day."""
    import polars as pl

    from plumbline.figures.deadlines import in_book

    return pl.concat([_told(limit, in_book(limit, [tables], day)) for limit in limits]).to_arrow(
        compat_level=pl.CompatLevel.oldest()
    )


def _told(limit: Limit, deadlines: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    ran_out = pl.when(pl.col("state") == "missed").then("latest").otherwise("earliest").dt.date()
    return deadlines.filter(pl.col("state").is_in(ENDED)).select(
        "position",
        "body",
        "person",
        "state",
        on=pl.col("stops_on").fill_null(ran_out),
        case=pl.col("case") + f" · {limit.rule} {limit.zh}",
        rule=pl.lit(limit.rule),
        limit=pl.lit(limit.id),
        sort=pl.lit(limit.sort),
    )
