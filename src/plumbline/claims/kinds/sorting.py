"""Which numbers are claims: a count of something done, an amount, a rate; and which only look like it."""

import re
from collections.abc import Callable

from plumbline.claims.kinds.bare import bare, too_long
from plumbline.claims.kinds.by_numeral import by_numeral
from plumbline.claims.kinds.by_unit import by_unit
from plumbline.claims.kinds.classes import capacity, duration, threshold
from plumbline.claims.kinds.spots import Spot
from plumbline.claims.numbers.lexicon import ABSTRACT, ABSTRACT_ENDING
from plumbline.claims.numbers.single import Mention
from plumbline.claims.shapes import Kind

Rule = Callable[[Spot], Kind | None]


def kind_of(text: str, m: Mention) -> Kind:
    """Say what the number ``m`` of the plain ``text`` is: a quantity, or which kind of number that is none."""
    s = Spot(text, m)
    return next((kind for rule in RULES if (kind := rule(s))), "quantity")


RATIOS = frozenset(("%", "‰", "个百分点", "倍"))
LOOSE_TIMES = frozenset("十百千万")
CLASS_SHARE = re.compile("的有[0-9]")


def _form(s: Spot) -> Kind | None:
    """Sort what its form gives away: a run of digits, 几名, a ratio."""
    if s.m.form in ("fused", "few"):
        return "fused" if s.m.form == "fused" else "name"
    if s.m.unit not in RATIOS and s.m.form != "fraction":
        return None
    figurative = s.next == "地" or (s.m.unit == "倍" and s.digits in LOOSE_TIMES and not s.ended)
    return "name" if figurative or (s.m.word and s.follows(CLASS_SHARE)) else "quantity"


GLOSSED = re.compile(r"(?m:^)[(][0-9]{1,2}[)][^，。；:\n]{0,20}$")
GLOSS = re.compile(r"[^，。；:\n]{0,16}:")
LISTED = frozenset("个 项 件 条 点 方面 类 大 种 步".split())
LIST_FOLLOWS = re.compile(r"[\u4e00-\u9fff]{1,10}:")
ANNOUNCES = re.compile(r"(?:以下|下列|如下|做好|抓好|抓了|抓住|把握|坚持|突出|做到|注重|围绕)$")


def _heading(s: Spot) -> Kind | None:
    """Name a number in the term a note explains ([10]两个基地:), or that announces the list to follow (抓好三件实事:)."""
    if s.follows(GLOSS) and s.after(GLOSSED, 24):
        return "name"
    announced = s.m.unit in LISTED and s.at_most(20) and s.follows(LIST_FOLLOWS)
    return "name" if announced and (not s.arabic or s.after(ANNOUNCES, 2)) else None


def _unitless(s: Spot) -> Kind | None:
    return None if s.m.unit else bare(s)


THOUGHTS = re.compile("|".join(sorted(ABSTRACT, key=len, reverse=True)))
ENDING_THOUGHTS = re.compile(rf"(?:{'|'.join(ABSTRACT_ENDING)})(?=[，。；、,;:()！？!?\n”“]|$)")
OF_THOUGHTS = frozenset("个 项 条 大".split())


def _abstract(s: Spot) -> Kind | None:
    """五个方面, 四个意识, 三个确保: headings of the text itself."""
    if s.m.unit not in OF_THOUGHTS or s.m.approx != "exact" or not s.at_most(20):
        return None
    return "name" if s.follows(THOUGHTS) or (not s.arabic and s.follows(ENDING_THOUGHTS)) else None


def _run_together(s: Spot) -> Kind | None:
    return "fused" if s.arabic and too_long(s.digits, s.m.unit) else None


RULES: tuple[Rule, ...] = (
    _form,
    _heading,
    threshold,
    capacity,
    duration,
    _unitless,
    by_unit,
    _abstract,
    _run_together,
    by_numeral,
)
"""The rules in order: the first that has a say decides, and what none names is a quantity."""
