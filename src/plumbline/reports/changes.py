"""What a report may say of a change: down 3.2 % where it fell, and no more than chance where that cannot be told."""

import re
from collections.abc import Callable, Iterable

from plumbline.errors import PlanError, Words
from plumbline.figures.change import Change
from plumbline.figures.shapes import Reading
from plumbline.reports.composed import Number, Run

Judge = Callable[[Reading, Reading], Change]
"""Judges the change from one reading to another, the later first."""

UNTOLD = Words("（在随机波动范围内，尚不能判断升降）", " (within chance: cannot be told)")
DOWN = "下降|减少|降低|回落|下滑|下跌|fell|fallen|decreased|declined|dropped"
UP = "上升|增长|增加|上涨|攀升|rose|risen|increased|grew|grown"
_WAYS = re.compile(rf"(?P<down>{DOWN})|(?P<up>{UP})", re.IGNORECASE)
_ENDED = re.compile(r"[。！？\n]|[.!?](?=\s|$)")
_CLAUSE = re.compile("[，；,;]")
_MOVE = Words("请删去或改写这几个字，或另起一句", "Take those words out, word them otherwise, or begin a new sentence")


def told(change: Change | None, moved: int) -> bool:
    """Return whether it may be said that a number moved ``moved`` (1, -1) by more than chance; so where none is judged."""
    return change is None or change.verdict == {1: "rose", -1: "fell"}.get(moved)


def sentence(before: str, more: str) -> str:
    """Return the words of the last sentence begun, ``more`` added to what was said ``before``."""
    return _ENDED.split(before + more)[-1]


def require_agreement(said: str, runs: Iterable[Run], where: str) -> None:
    """Raise PlanError if the plan's own words before a change say that it fell or rose, and it did not.

    ``said`` are the words of its sentence so far. Of a figure that chance moves all of them bear on the change, of others
    those of its own clause; the last word that says a direction counts.
    """
    for number in (run for run in runs if not isinstance(run, str) and run.base):
        words = said if number.reading.figure.chance else _CLAUSE.split(said)[-1]
        if found := list(_WAYS.finditer(words)):
            _require(found[-1], number, where)


def _require(said: re.Match[str], number: Number, where: str) -> None:
    way = "up" if number.printed.exact > 0 else "down" if number.printed.exact < 0 else ""
    if said.lastgroup == way and number.printed.told:
        return
    slot, figure = number.text, number.reading.figure.id
    if said.lastgroup == way:
        zh = f"写了“{said[0]}”，而 {figure} 的变化在随机波动范围内，判断不了升降"
        raise PlanError(where, Words(zh, f"says “{said[0]}”, but the change of {figure} is within chance"), _MOVE)
    zh, en = f"写了“{said[0]}”，而 {figure} 是{slot}", f"says “{said[0]}”, but {figure} is {slot}"
    raise PlanError(where, Words(zh, en), _MOVE)
