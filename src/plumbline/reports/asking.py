"""From a slot to the question put to the figures: which figure, for what period, scope, body, counting what."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plumbline.errors import PlanError, Words
from plumbline.figures.shapes import Counting, Figure, Reading, unit_of
from plumbline.periods import Span
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import Setting
from plumbline.reports.planvalues import period_of, scope_of
from plumbline.reports.slots import Slot
from plumbline.reports.ways import Way, require_way

Catalogue = Mapping[str, Figure]
"""Every figure there is, by its id."""


class Question(NamedTuple):
    """One reading asked for; ``scope`` and ``body`` are empty for all."""

    figure: Figure
    counting: Counting
    period: Span
    scope: str
    body: str


Read = Callable[[Question], Reading]


def question(slot: Slot, setting: Setting, catalogue: Catalogue, where: str) -> Question:
    """Return what ``slot`` asks, its gaps filled from ``setting``; raises PlanError where it asks what no figure gives."""
    figure = catalogue.get(slot.figure)
    if figure is None:
        what = Words(f"没有“{slot.figure}”这个指标", f"there is no figure “{slot.figure}”")
        raise PlanError(where, what, did_you_mean(slot.figure, sorted(catalogue)))
    period = period_of(slot.options["period"], where) if "period" in slot.options else setting.period
    counting, body = _counting(slot, figure, where), slot.options.get("body", "")
    require_way(Way(unit_of(figure, counting), "against" in slot.options, slot.options, where))
    return Question(figure, counting, period, _scope(slot, figure, setting, where), body)


def earlier(asked: Question, slot: Slot, where: str) -> Question | None:
    """Return the question for the period a change is reckoned from; None where the slot asks for no change."""
    return asked._replace(period=period_of(slot.options["against"], where)) if "against" in slot.options else None


def _counting(slot: Slot, figure: Figure, where: str) -> Counting:
    word = slot.options.get("counting", figure.countings[0])
    for counting in figure.countings:
        if counting == word:
            return counting
    what = Words(f"{figure.id} 不按“{word}”计", f"{figure.id} does not count “{word}”")
    ways = figure.countings
    raise PlanError(where, what, Words(f"它按 {'、'.join(ways)} 计", f"It counts {', '.join(ways)}"))


def _scope(slot: Slot, figure: Figure, setting: Setting, where: str) -> str:
    """A scope given in the slot must be one the figure can be narrowed to; that of the setting is for those that can."""
    narrows = "{scope}" in figure.zh
    if "scope" not in slot.options:
        return setting.scope if narrows else ""
    scope = scope_of(slot.options["scope"], where)
    if not narrows:
        what = Words(f"{figure.id} 不分口径", f"{figure.id} cannot be narrowed to a scope")
        raise PlanError(where, what, Words("请删去 scope", "Take the scope out"))
    return scope
