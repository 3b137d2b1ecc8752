"""How a figure stands against its target on a day: done, on course, behind, or cannot be told and why; or it has none.

Before the target's day a figure that only grows can have reached its number, or have gone past what it may not pass. For
all else there must be a declared basis (``even``): without one nobody can tell mid-year.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Figure
from plumbline.periods import Span
from plumbline.reports.plan import NONE, Kind, Target

Status = Literal["behind", "untold", "course", "done", "unset"]
STATUS: dict[Status, Words] = {
    "behind": Words("落后", "behind"),
    "untold": Words("无法判断", "cannot be told"),
    "course": Words("按进度", "on course"),
    "done": Words("完成", "done"),
    "unset": Words("未设目标", "no target"),
}
"""The statuses, the gravest first: a task has the gravest of its figures'."""

_MEETS: dict[Kind, Callable[[Fraction, Fraction], bool]] = {"at_least": ge, "at_most": le, "rising": gt, "falling": lt}
NO_BASIS = Words("未到期，也没有声明按日均匀推进（even）", "not due yet, and no even pace is declared")
NO_PACE = Words("未到期；这一指标不随时间累加，不能按日推算", "not due yet; this figure does not add up over time")


class Judged(NamedTuple):
    """A status, and why: empty where the numbers beside it say so."""

    status: Status
    why: Words = NONE


class Goal(NamedTuple):
    """What is to be reached: the number, which way, and what would be due on the day at an even pace (None: none)."""

    kind: Kind
    number: Fraction
    pace: Fraction | None


def grows(figure: Figure) -> bool:
    """Return whether a figure can only grow as its period goes on: a count or a sum, no stock, share or mean."""
    return not (figure.stock or figure.base or figure.daily)


def ends(target: Target, period: Span) -> date:
    """Return the day on which a target is due: its own, at the latest the last of the figure's period."""
    return min(target.by or period.last, period.last)


def plain(target: Target, figure: Figure) -> tuple[Kind, Fraction]:
    """Return a target as a bound; ``done`` is 100 % of a share, none left of a stock, one of what is counted."""
    if target.kind != "done":
        return target.kind, target.number
    if figure.unit == "%":
        return "at_least", Fraction(100)
    return ("at_most", Fraction(0)) if figure.stock else ("at_least", Fraction(1))


def paced(number: Fraction, gone: Span, whole: Span) -> Fraction:
    """Return the part of ``number`` that the days gone by are of the whole."""
    return number * gone.days / whole.days


def earlier(against: Span, period: Span, until: date) -> Span:
    """Return the days of an earlier period that answer to those of ``period`` up to ``until``."""
    if until >= period.last:
        return against
    years = period.first.year - against.first.year
    day = 28 if (until.month, until.day) == (2, 29) else until.day
    return Span(against.first, date(until.year - years, until.month, day))


def judged(value: Fraction, goal: Goal, figure: Figure, *, over: bool, gap: Words | None = None) -> Judged:
    """Return how ``value`` stands against ``goal``.

    ``over`` says that the target's day is reached, ``gap`` that records of part of the period are not there, and which:
    then only that can be told which further records would not change.
    """
    meets = _MEETS[goal.kind]
    met, upward = meets(value, goal.number), goal.kind in ("at_least", "rising")
    settled = grows(figure) and met == upward
    if settled or (over and not gap):
        return Judged("done" if met else "behind")
    if why := gap or _untold(goal, figure):
        return Judged("untold", why)
    assert goal.pace is not None
    return Judged("course" if meets(value, goal.pace) else "behind")


def _untold(goal: Goal, figure: Figure) -> Words | None:
    """Return why nothing can be said before the target's day; None where something can."""
    if goal.kind in ("at_least", "at_most") and not grows(figure):
        return NO_PACE
    return NO_BASIS if goal.pace is None else None


def gravest(statuses: list[Status]) -> Status:
    """Return the gravest of some statuses; what has none cannot be told."""
    return min(statuses, key=list(STATUS).index, default="untold")
