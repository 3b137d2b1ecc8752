"""Figures of deadlines: how many clocks of a line were kept, missed or disputed in a period, by body and rule."""

from collections.abc import Callable, Sequence
from inspect import Parameter, Signature, signature
from typing import Any

import ibis
from ibis import Table

from plumbline.errors import Words
from plumbline.figures.deadlines import judged
from plumbline.figures.holidays import published
from plumbline.figures.shapes import Figure
from plumbline.law import STATES, Limit, State
from plumbline.periods import Span

LEAVES_OUT = Words(
    "尚未届满的；无从判断的；法律未定期限的事项",
    "clocks still running; those that cannot be told; whatever the law sets no limit to",
)
ENDED: dict[State, str] = {"kept": "kept", "disputed": "disputed", "missed": "missed"}


def deadline_figures(line: str, title: Words, limits: Sequence[Limit]) -> tuple[Figure, ...]:
    """Return a line's figures of deadlines: kept, disputed, missed; and of those held too long, where it has custody.

    Rows: position (of the record a clock began with), case (with the rule after it, as a case has many clocks), body,
    person, on (the day it stopped; for a clock still running the last day of its limit), rule, limit, sort, state.
    """
    made = [_figure(line, title, limits, state) for state in ENDED]
    held = [each for each in limits if each.sort == "custody"]
    return (*made, _overlong(line, held)) if held else tuple(made)


def lines_of(limit: Limit) -> list[str]:
    """Return the lines whose tables a limit takes, in order: all its parameters but the last, which is the day."""
    *lines, _ = signature(limit.clocks).parameters
    return lines


def _figure(line: str, title: Words, limits: Sequence[Limit], state: State) -> Figure:
    said = STATES[state]
    zh, en = f"{title.zh}期限{said.zh}", f"{title.en.lower()} deadlines {said.en}"
    meaning = Words(
        f"期间内结束或届满的法定期限中{said.zh}的", f"Limits that stopped or ran out in the period: {said.en}."
    )
    return Figure(line, f"deadlines_{state}", zh, en, "项", LEAVES_OUT, _rows(line, limits, state), meaning)


def _overlong(line: str, limits: Sequence[Limit]) -> Figure:
    meaning = Words(
        "期间内结束或届满的羁押中超过最晚一种算法的，按人、羁押期、阶段计",
        "Stays in custody past the latest reading of their limit, per person, episode and stage.",
    )
    rows = _rows(line, limits, "missed")
    return Figure(
        line, "overlong_custody", "超期羁押", "over-long custody", "人次", LEAVES_OUT, rows, meaning, persons=True
    )


def _rows(line: str, limits: Sequence[Limit], state: State) -> Callable[..., Table]:
    """Return the function of a figure; its first parameter bears the line's name, as that of every figure does."""

    def rows(tables: Any, period: Span) -> Table:
        return ibis.union(*(_ended(limit, tables, period, state) for limit in limits))

    names = (line, "period")
    rows.__signature__ = Signature([Parameter(n, Parameter.POSITIONAL_OR_KEYWORD) for n in names])  # type: ignore[attr-defined]
    return rows


def _ended(limit: Limit, tables: Any, period: Span, state: State) -> Table:
    t = judged(limit, limit.clocks(tables, period.last), period.last, published())
    ran_out = t["latest" if state == "missed" else "earliest"].cast("date")
    t = t.mutate(on=t["stops_on"].fill_null(ran_out)).filter(t["state"] == state)
    return t.filter(period.has(t["on"])).select(
        "position",
        "body",
        "person",
        "on",
        "state",
        case=t["case"] + ibis.literal(f" · {limit.rule} {limit.zh}"),
        rule=ibis.literal(limit.rule),
        limit=ibis.literal(limit.id),
        sort=ibis.literal(limit.sort),
    )
