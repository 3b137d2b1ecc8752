"""Words of rank and of praise in a text: 均列全省第一, 位居全省前列, 全国唯一一起, 水平不断提升."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from plumbline.claims import Claim, Reading
from plumbline.claims.plain import Plain, plain
from plumbline.numerals import value

Sort = Literal["at", "within", "vague", "only", "praise"]

FEW = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
OF_SEVERAL = "次批届个轮起例家线时书季阶步期章条款代年月"
NTH = f"第[一二三四]?方阵|第[一二三四]梯队|第{FEW}(?:位|名)?(?![{OF_SEVERAL}]|产业)"
WITHIN = f"前{FEW}(?:位|名|强|甲)|前{FEW}(?![0-9一-龥%.])"
AREA = "全国|全省|全自治区|全市|全州|全区|全县|全系统"
PLACED = re.compile(
    "(?:位列|位居|列居|列|居于|居|排名|排在|名列|跃居|稳居|保持|进入|跻身|走在|处于)?"
    f"(?:{AREA})(?:[^，。；：、\n第前首榜0-9]{{0,8}})(?P<place>{NTH}|{WITHIN}|首位|榜首|前列)"
)
ONLY = re.compile("(?:全国|全省|全市)?唯一(?:一[起个家名座例件])?")
MATTERS = "水平|能力|素质|质量|质效|形象|满意度|安全感|获得感|荣誉感|环境|生态|秩序|面貌|基础|合力|氛围"
GREATLY = "(?:不断|持续|进一步|显著|明显|大幅|稳步|有效|全面)"
PRAISE = re.compile(
    f"(?:成效|成果|效果|成绩)(?:显著|明显|突出|丰硕|喜人)|取得(?:了)?(?:显著|明显|积极|良好|丰硕)(?:的)?(?:成效|成果|进展)"
    f"|(?:{MATTERS})?{GREATLY}(?:得到)?(?:提升|提高|增强|改善|好转|攀升|优化|净化)"
)
STOP, END = re.compile("[，。；：\n]"), re.compile("[。；\n]")
VAGUE = re.compile("前列|方阵|梯队|%|分之|唯一")
LONGEST = 200
"""Characters before a rank that are looked at."""
FIGURES = re.compile("[0-9]")
NUMBER = re.compile(FEW)


class Said(NamedTuple):
    """Words of rank or praise: where they stand (``text[start:end]``), what they say, and the words around them.

    ``sort``: a place (``at``), one of the first so many (``within``), no number (``vague``), alone of its kind (``only``),
    or praise. ``n`` is the place, 0 for none. ``clause`` and ``sentence`` are the words before it, without blanks.
    """

    start: int
    end: int
    sort: Sort
    n: int
    clause: str
    sentence: str


def said(reading: Reading) -> tuple[Said, ...]:
    """Return the words of rank and praise of a text, in text order, without overlaps; praise beside a number is none."""
    p = plain(reading.text)
    kept: list[Said] = []
    for start, end, sort, n in sorted(_found(p), key=lambda f: (f[0], -f[1])):
        at = _whole(reading, *p.span(start, end))
        if at and not (kept and at[0] < kept[-1].end):
            kept.append(Said(*at, sort, n, *_around(p.text, start)))
    taken = {s.start for s in kept}
    bare = (c for c in reading.claims if c.kind == "rank" and c.start not in taken and not _ordinal(c, reading.text))
    return tuple(sorted([*kept, *(_bare(c, reading.text) for c in bare)]))


def _bare(c: Claim, text: str) -> Said:
    """Return a rank that names no area (排名第3位)."""
    return Said(c.start, c.end, *_place("".join(c.text.split())), *_around(text, c.start))


def _ordinal(c: Claim, text: str) -> bool:
    """Say whether a first is the first of several (全省第一批), not a place."""
    return c.text.startswith("第") and text[c.end : c.end + 1] in OF_SEVERAL


def _found(p: Plain) -> Iterator[tuple[int, int, Sort, int]]:
    """Yield spans of the plain text."""
    for m in PLACED.finditer(p.text):
        yield (*m.span(), *_place(m["place"]))
    for m in ONLY.finditer(p.text):
        yield (*m.span(), "only", 0)
    for m in PRAISE.finditer(p.text):
        if not FIGURES.search(_in_clause(p.text, m)):
            yield (*m.span(), "praise", 0)


def _place(words: str) -> tuple[Sort, int]:
    if words in ("首位", "榜首"):
        return "at", 1
    number = NUMBER.search(words)
    if number is None or VAGUE.search(words):
        return ("only" if "唯一" in words else "vague"), 0
    try:
        n = int(value(number.group()))
    except ValueError:
        return "vague", 0
    return ("within" if "前" in words else "at"), n


def _in_clause(text: str, m: re.Match[str]) -> str:
    """Return the clause that a match stands in, from comma to comma, without the match."""
    after = STOP.search(text, m.end())
    return _before(text, m.start(), STOP) + text[m.end() : after.start() if after else len(text)]


def _around(text: str, at: int) -> tuple[str, str]:
    """Return the words of the clause and of the sentence before a place, without blanks."""
    clause, sentence = (_before(text, at, stop) for stop in (STOP, END))
    return "".join(clause.split()), "".join(sentence.split())


def _before(text: str, at: int, stop: re.Pattern[str]) -> str:
    begin = max(0, at - LONGEST)
    return text[max((m.end() for m in stop.finditer(text, begin, at)), default=begin) : at]


def _whole(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return a span widened to the rank kept apart that it meets; None where it meets a number of another kind."""
    met = [c for c in reading.claims if c.start < end and start < c.end]
    if any(c.kind != "rank" for c in met) or len(met) > 1:
        return None
    return (met[0].start, met[0].end) if met else (start, end)
