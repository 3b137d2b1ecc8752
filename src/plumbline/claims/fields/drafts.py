"""A quantity in the making, set in its sentence and clause."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from plumbline.claims.numbers.mentions import Mention
from plumbline.claims.shapes import Direction, How, Rate

RATIO_UNITS = frozenset(("%", "‰", "个百分点", "倍"))
DURATIONS = frozenset(("年", "个月", "月", "天", "小时", "分钟", "秒", "周", "个工作日", "工作日"))
STOPS = re.compile(r"[。！？!?\n]")
CLAUSE_STOPS = frozenset("，；：:()!?！？。\n")
LIST_JOIN = re.compile(r"^(?:、|，|和|及|与|以及|:)+$")
JOINS = ("、", "和", "及", "与", "以及")
REACH = 70
"""How far back, in characters, the words that govern a number are looked for."""
AHEAD = 26
"""How far on, in characters, the noun that follows a number is looked for."""


@dataclass(slots=True)
class Draft:
    """A quantity in the making: its mention ``m`` and the fields read so far; every offset is into the plain text.

    ``sentence`` and ``clause`` are where those begin. ``lead`` holds the words of the clause before the number, ``left`` the
    same less the words of change, ``right`` the words after it. ``verb`` and ``object`` split ``counted``. ``ratio`` says that
    the number is the change of something, ``partial`` that a part is named by its kind alone (其中刑事110件). ``list_of`` is
    not 0 for members of one 分别 list, and the same for all of them.
    Each ``..._how`` is "stated", "inherited" or "implied", each ``..._span`` the words it was read from.
    """

    m: Mention
    sentence: int
    clause: int
    left: str
    lead: str
    right: str
    counted: str = ""
    counted_how: How = "stated"
    counted_span: tuple[int, int] = (0, 0)
    verb: str = ""
    object: str = ""
    who: str = ""
    who_how: How = "stated"
    who_span: tuple[int, int] = (0, 0)
    period: str = ""
    period_how: How = "stated"
    period_span: tuple[int, int] = (0, 0)
    rate: Rate = "none"
    rate_how: How = "stated"
    rate_span: tuple[int, int] = (0, 0)
    direction: Direction = "none"
    plan: bool = False
    ratio: bool = False
    stacked: bool = False
    list_of: int = 0
    partial: bool = False


def is_duration(d: Draft) -> bool:
    """Say whether the number is a length of time or a run (连续五次), which no period governs."""
    return d.m.unit in DURATIONS or d.lead.endswith("连续")


def set_out(text: str, numbers: list[Mention]) -> list[Draft]:
    """Return a draft for each quantity of the plain ``text``, with the words to its left and right."""
    ends = [m.end() for m in STOPS.finditer(text)]
    drafts: list[Draft] = []
    previous_end = 0
    for m, following in zip(numbers, [*(n.start for n in numbers[1:]), len(text)], strict=False):
        k = bisect_right(ends, m.start)
        sentence = ends[k - 1] if k else 0
        clause, left = words_before(text, m.start, max(sentence, previous_end))
        drafts.append(Draft(m, sentence, clause, left, left, _words_after(text, m.end, following)))
        previous_end = m.end
    return drafts


def words_before(text: str, at: int, floor: int) -> tuple[int, str]:
    """Return where the clause before ``at`` begins (not before ``floor``), and its words."""
    begin = max(floor, at - REACH)
    while at > begin and text[at - 1] == "(":
        at -= 1
    for i in range(at - 1, begin - 1, -1):
        if text[i] in CLAUSE_STOPS:
            return i + 1, text[i + 1 : at]
    return begin, text[begin:at]


def _words_after(text: str, at: int, ceiling: int) -> str:
    end = min(ceiling, at + AHEAD)
    for i in range(at, end):
        if text[i] in CLAUSE_STOPS or text[i] == "、":
            return text[at:i]
    return text[at:end]


def clauses(text: str, begin: int, end: int, ahead: int = 12) -> list[tuple[int, str]]:
    """Return the clauses of ``text[begin:end]`` as (offset, words); the last one is read ``ahead`` a little further."""
    found: list[tuple[int, str]] = []
    at = begin
    for i in range(begin, end):
        if text[i] in CLAUSE_STOPS:
            if i > at:
                found.append((at, text[at:i]))
            at = i + 1
    if end > at:
        found.append((at, text[at : min(end + ahead, at + 60)]))
    return found
