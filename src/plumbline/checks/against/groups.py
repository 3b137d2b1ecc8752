"""Figures that reports call by one name (四项指标) said to have fallen or risen, without a number: answered one by one."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import reduce
from typing import Literal, NamedTuple

from plumbline.checks.against import saying, taken, telling
from plumbline.checks.against.bodies import WIDER
from plumbline.checks.against.book import Book, Days, Evidence
from plumbline.checks.against.chance import judged, moved
from plumbline.checks.against.counted import NEUTRAL
from plumbline.checks.against.dates import dates
from plumbline.checks.against.periods import covered, year_before
from plumbline.checks.against.words import LEAD, apart
from plumbline.checks.findings import Finding
from plumbline.claims import Reading
from plumbline.errors import FigureError, Words
from plumbline.figures.change import Change
from plumbline.figures.shapes import Figure
from plumbline.figures.shapes import Reading as Read
from plumbline.periods import read_period

DOWN, UP = "下降|减少|降低|回落|下滑", "上升|增长|增加|上涨|攀升"
SAID = (
    r"(?P<before>[^，。；：！？\n]{{0,24}})(?P<group>{})(?:均|都|全部|全面|继续|持续|实现|保持|呈|总体|同比|环比|(?:比|较|与)"
    r"(?:去年|上年)(?:同期)?(?:相比)?|[ \u3000“”\x22\x27‘’])*(?:(?P<down>{})|(?P<up>{}))"
    r"(?![到至])(?![^，。；\n]{{0,6}}[0-9０-９])"
)
STOPS = "。！？\n"


class Said(NamedTuple):
    """A group said to have moved: its name's span, the clause before it, the sentence up to it, the way it went."""

    group: str
    start: int
    end: int
    clause: str
    sentence: str
    way: Literal["down", "up"]


class Moved(NamedTuple):
    """One figure of a group for both years, and its change judged."""

    now: Read
    before: Read
    change: Change | None


def groups(reading: Reading, book: Book) -> Iterator[Finding]:
    """Yield what a book says to each group of figures that a text says fell or rose, in text order by group."""
    named = sorted({f.group for f in book.figures if f.group})
    for said in (s for group in named for s in _said(reading.text, group)):
        figures = [f for f in book.figures if f.group == said.group and f.line in book.bodies]
        if figures and (common := _common(figures)) and _about(said.sentence, common):
            yield from _answered(said, figures, common, reading, book)


def _said(text: str, group: str) -> Iterator[Said]:
    for m in re.finditer(SAID.format(re.escape(group), DOWN, UP), text):
        first = max(text.rfind(stop, 0, m.start("group")) for stop in STOPS) + 1
        sentence = text[first : m.start("group")]
        yield Said(group, *m.span("group"), m["before"], sentence, "down" if m["down"] else "up")


def _common(figures: Sequence[Figure]) -> str:
    """Return the words that all figures of a group share (道路交通事故)."""

    def shared(a: str, b: str) -> str:
        found = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
        return a[found.a : found.a + found.size]

    return reduce(shared, (f.zh for f in figures))


def _about(sentence: str, common: str) -> bool:
    return any(common[i : i + 2] in sentence for i in range(len(common) - 1))


def _answered(said: Said, figures: Sequence[Figure], common: str, reading: Reading, book: Book) -> Iterator[Finding]:
    days = _days(said, reading)
    if why := _missed(said, common, days, book):
        yield Finding(*why, tuple(telling.about(figures)))
        return
    assert days is not None
    try:
        found = [_moved(figure, days, book) for figure in figures]
    except FigureError as refused:
        yield Finding("no_record", said.start, said.end, telling.refused(refused))
        return
    yield from _findings(said, found, days, book)


def _days(said: Said, reading: Reading) -> Days | None:
    when = dates(reading)
    if found := read_period(said.sentence, when.published.year if when.published else None):
        return Days(found.span)
    whole = read_period(f"{when.year}年") if when.year else None
    return Days(whole.span, taken.of_year(when.year)) if whole and when.year else None


def _missed(said: Said, common: str, days: Days | None, book: Book) -> tuple[str, int, int, Words] | None:
    """Return what stands in the way: another place, words that narrow, no period, a year the book does not reach over."""
    at = said.start, said.end
    if WIDER.match(said.clause):
        return "no_record", *at, saying.beyond(said.clause)
    more = NEUTRAL.sub("", apart(LEAD.sub("", said.clause), f"{common}\1主要\1全市\1我市")[0])
    if len(more) > 1:
        return "ambiguous", *at, saying.narrowed(more)
    if days is None:
        return "ambiguous", *at, saying.no_period("")
    years = (days.value, year_before(days.value))
    missing = next((y for y in years if book.covers is None or not covered(y, book.covers)), None)
    return ("other_period", *at, saying.not_covered(missing, book.covers)) if missing else None


def _moved(figure: Figure, days: Days, book: Book) -> Moved:
    how = figure.countings[0]
    now, before = (book.ask(figure, how, span, "", "") for span in (days.value, year_before(days.value)))
    return Moved(now, before, judged(now, before, book))


def _findings(said: Said, found: Sequence[Moved], days: Days, book: Book) -> Iterator[Finding]:
    lines = (*(moved(*m) for m in found), *([days.why] if days.why else []))
    sign = 1 if said.way == "up" else -1
    against = [m for m in found if (m.now.value - m.before.value) * sign <= 0]
    kind = "differs" if against else "agrees"
    evidence = tuple(_evidence(r, book) for m in found for r in (m.now, m.before))
    yield Finding(kind, said.start, said.end, _sentence(said, against), lines, evidence=evidence)
    open_ = [m for m in found if m not in against and m.change and m.change.verdict == "unclear"]
    if not against and open_:
        yield Finding("chance", said.start, said.end, _open(open_, said), lines)


def _sentence(said: Said, against: Sequence[Moved]) -> Words:
    zh, en = ("下降", "lower") if said.way == "down" else ("上升", "higher")
    if not against:
        return Words(f"账内“{said.group}”各项的数都{zh}。", f"By the book all of “{said.group}” are {en}.")
    listed, are = _listed(against), "is" if len(against) == 1 else "are"
    return Words(f"账内{listed.zh}没有{zh}。", f"By the book {listed.en} {are} not {en}.")


def _open(found: Sequence[Moved], said: Said) -> Words:
    listed = _listed(found)
    zh = f"数字相符，但{listed.zh}的变化在随机波动范围内，尚不能判断{'下降' if said.way == 'down' else '上升'}。"
    return Words(zh, f"The numbers agree, but the change of {listed.en} is within chance: it cannot be told.")


def _listed(found: Sequence[Moved]) -> Words:
    names = [f"“{saying.title(m.now.figure)}”" for m in found]
    return Words("、".join(names), ", ".join(names))


def _evidence(reading: Read, book: Book) -> Evidence:
    positions = book.positions(reading)
    return Evidence(reading, len(positions), tuple(positions[:100]))
