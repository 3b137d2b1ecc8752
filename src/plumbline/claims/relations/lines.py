"""The claims of a sentence in lines: those outside brackets, and for each bracket those in it, after the claim it comments on."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from plumbline.claims.fields.drafts import DURATIONS, RATIO_UNITS, Draft

LONGEST = 60
"""Claims of one sentence that are read together; a sentence without stops is cut, so that work grows with its length."""
REMEMBERED = 40
"""Claims of earlier sentences that a sentence may refer back to."""
HEAD, TAIL = 100, 200
"""Characters kept of the beginning and the end of the words between two claims."""
CLAUSE_END = re.compile(r"[，：:]")
STOP = re.compile(r"[，：:；]")
ASIDE = re.compile(r"\([^()]*\)")
JOINS = "、和及与"


class Before(NamedTuple):
    """What a sentence may refer back to: the plain text, and the claims of the sentence, paragraph, paragraphs before."""

    text: str
    sentence: list[Draft]
    paragraph: list[Draft]
    earlier: list[Draft]


class Line:
    """Claims in text order on one level, with the words between them.

    ``gaps[i]`` are the words between claim ``i`` and the one before it, from the last semicolon on; ``segments[i]`` counts
    the semicolons before it; ``counts[i]`` says that it counts things. ``asides`` holds, for a claim, the line of the bracket
    right after it; that line (a ``bracket``) begins with the claim itself, where it is ``hosted``.
    """

    def __init__(self, before: Before, bracket: bool = False, host: Draft | None = None) -> None:
        """Begin a line; that of a bracket begins with the claim the bracket stands after, its ``host``, if there is one."""
        self.before, self.bracket, self.hosted = before, bracket, host is not None
        self.claims: list[Draft] = []
        self.gaps: list[str] = []
        self.segments: list[int] = []
        self.counts: list[bool] = []
        self.asides: dict[int, Line] = {}
        if host:
            self.add(host, "")

    def add(self, claim: Draft, words: str) -> None:
        """Put a claim at the end, after the ``words`` before it."""
        words = ASIDE.sub("", words)
        last = self.segments[-1] if self.segments else 0
        gap = words.rpartition("；")[2]
        self.claims.append(claim)
        self.gaps.append(gap if len(gap) <= HEAD + TAIL else gap[:HEAD] + gap[-TAIL:])
        self.segments.append(last + words.count("；"))
        self.counts.append(is_count(claim))

    def unit(self, i: int) -> str:
        """Return the normalised unit of claim ``i``."""
        return self.claims[i].m.unit

    def clause(self, i: int) -> str:
        """Return the words right before claim ``i`` in its clause."""
        return CLAUSE_END.split(self.gaps[i])[-1].lstrip(JOINS)

    def told(self, i: int) -> str:
        """Return the words of claim ``i`` on both sides of its number."""
        return self.clause(i) + self.claims[i].right

    def after(self, i: int) -> str:
        """Return the characters right after claim ``i``, be they words or numbers."""
        end = self.claims[i].m.end
        return self.before.text[end : end + 12]

    def stacked(self, i: int) -> bool:
        """Say whether claim ``i`` is a second unit of the one before (20件22人)."""
        return i > 0 and self.claims[i - 1].m.end == self.claims[i].m.start

    def together(self, i: int, k: int) -> bool:
        """Say whether no semicolon stands between two claims."""
        return self.segments[i] == self.segments[k]

    def back(self, i: int, unit: str) -> Iterator[int]:
        """Yield the places of the counts in ``unit`` before ``i``, the nearest first."""
        return (k for k in range(i - 1, -1, -1) if self.counts[k] and self.unit(k) == unit)

    def on(self, i: int, unit: str) -> Iterator[int]:
        """Yield the places of the counts in ``unit`` after ``i``, the nearest first."""
        return (k for k in range(i + 1, len(self.claims)) if self.counts[k] and self.unit(k) == unit)

    def drafts(self, places: list[int]) -> list[Draft]:
        """Return the claims at the given places."""
        return [self.claims[k] for k in places]


RELATIVE_RATES = frozenset(("yoy", "change", "share", "multiple", "daily", "monthly", "per_capita"))
EACH_ONE = re.compile(r"每(?![年月季日天])|平均|均(?:为|达|有)?$")


def is_count(d: Draft) -> bool:
    """Say whether a claim counts things, so that it may be a total or a part: no ratio, change, mean or length of time."""
    if d.m.value is None or d.direction != "none" or d.rate in RELATIVE_RATES or d.m.form != "number":
        return False
    return d.m.unit not in RATIO_UNITS and d.m.unit not in DURATIONS and not EACH_ONE.search(d.lead)


def is_level(d: Draft) -> bool:
    """Say whether a claim is a level that can rise or fall: a count, a length of time, or a rate."""
    if d.m.value is None or d.direction != "none" or d.rate in ("yoy", "change", "multiple"):
        return False
    return d.m.unit not in ("倍", "个百分点") and d.m.form not in ("doubled", "proportion")


def sentences(text: str, drafts: list[Draft]) -> Iterator[list[Line]]:
    """Yield the lines of each sentence that has claims, in text order."""
    sentence: list[Draft] = []
    paragraph: list[Draft] = []
    earlier: list[Draft] = []
    for claims in _groups(drafts):
        if sentence and text.find("\n", sentence[-1].m.end, claims[0].m.start) >= 0:
            earlier, paragraph = [*earlier, *paragraph][-REMEMBERED:], []
        lines = lines_of(Before(text, sentence, paragraph, earlier), claims)
        yield lines
        sentence = [d for line in lines if not line.bracket for d in line.claims] or sentence
        paragraph = [*paragraph, *sentence][-REMEMBERED:]


def _groups(drafts: list[Draft]) -> Iterator[list[Draft]]:
    for _, group in groupby(drafts, key=lambda d: d.sentence):
        members = [d for d in group if not _names_time(d)]
        yield from (members[i : i + LONGEST] for i in range(0, len(members), LONGEST))


def _names_time(d: Draft) -> bool:
    """Say whether a length of time only tells when (前六个月, 近三年, 五年累计)."""
    said = d.lead.endswith(("前", "后", "近", "头", "这")) or d.right.startswith(("合计", "累计", "共"))
    return d.m.unit in DURATIONS and said


def lines_of(before: Before, claims: list[Draft]) -> list[Line]:
    """Return the line outside brackets and one for each bracket that holds claims; a bracket in a bracket is one with it."""
    outer = Line(before)
    lines = [outer]
    inner: Line | None = None
    waiting = ""
    at = max(claims[0].sentence, claims[0].m.start - TAIL)
    for d in claims:
        words, at = before.text[at : d.m.start], d.m.end
        if inner and ")" in words:
            inner, words = None, waiting + words.partition(")")[2]
        head, opens, rest = words.rpartition("(")
        if not inner and opens and ")" not in rest:
            inner, waiting, words = _bracket(outer, head), head, "(" + rest
            lines.append(inner)
        (inner or outer).add(d, words)
    return [line for line in lines if line.claims]


def _bracket(outer: Line, words: str) -> Line:
    """Begin the line of a bracket that opens ``words`` after the last claim; it has a host where no stop comes between."""
    if not outer.claims or STOP.search(words):
        return Line(outer.before, bracket=True)
    line = outer.asides[len(outer.claims) - 1] = Line(outer.before, bracket=True, host=outer.claims[-1])
    return line
