"""Which figure a claim speaks of, from its words alone: the value takes no part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from plumbline.checks.against import kept, saying, taken
from plumbline.checks.against.book import Book, Choice
from plumbline.checks.against.candidates import Candidate, aim, candidates
from plumbline.checks.against.context import Context
from plumbline.checks.against.counted import here, of_accident, own, unaccounted, with_old, within
from plumbline.checks.against.respectively import in_place
from plumbline.checks.against.scopes import CRIME
from plumbline.checks.against.slots import Miss, scopes_of
from plumbline.checks.against.units import counted_in
from plumbline.checks.against.words import EXTRA, OLD, apart, plain
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.shapes import Counting, Figure

MARGIN = 0.1
"""How much nearer the best figure's words must be than the second's."""
OWN = 4
"""Signs from which on words in common name what a figure is about."""
DONE = re.compile("实行|实施|进行|予以|开展|做到")
ADDED = re.compile("充实|增配|补充")
"""Words by which a number may be what was added to a stock, or what it came to."""
NEAR = 0.55
"""From which nearness on a figure is worth naming as the nearest."""
AVERAGES = ("daily", "monthly", "per_capita", "multiple")


@dataclass(frozen=True, slots=True)
class Way:
    """A figure and what is counted of it; ``why`` where the words would allow another figure as well."""

    figure: Figure
    counting: Counting
    why: Words | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The figure that a claim speaks of, and what its slots may hold: the first of each is taken.

    ``part`` quotes words by which the number may be of a part alone, "" where there are none: it is then not denied.
    """

    ways: tuple[Way, ...]
    scopes: tuple[Choice, ...]
    bodies: tuple[str, ...] = ("",)
    part: str = ""

    @property
    def figure(self) -> Figure:
        """The figure taken."""
        return self.ways[0].figure


def match(claim: Claim, text: str, context: Context, book: Book) -> Match | Miss:
    """Return the one figure that the words of a claim name, or what stands in the way."""
    if claim.plan:
        return Miss("no_record", saying.TARGET)
    if why := kept.reason(claim, text):
        return Miss("not_kept", saying.not_kept(why))
    listed = in_place(claim, text)
    claim = with_old(own(within(here(claim, text), text), text, book), text)
    claim = of_accident(claim, context.before)
    everyone = sorted(candidates(claim, context, book), key=lambda c: (-c.fit.score, c.figure.id))
    alike = [c for c in everyone if c.fit.same]
    ours = [c for c in alike if c.whose.fits]
    if not ours or ours[0].fit.loose:
        return _none(claim, alike or everyone)
    if claim.rate in AVERAGES and not ours[0].figure.daily:
        return Miss("no_record", saying.AVERAGE, (ours[0].figure,))
    if claim.rate == "change" or (claim.rate == "none" and claim.direction != "none"):
        return Miss("ambiguous", saying.OTHER_BASE, (ours[0].figure,))
    if claim.rate == "yoy" and not listed and "分别" in kept.clause(text, claim.start):
        return Miss("ambiguous", saying.RESPECTIVELY, (ours[0].figure,))
    if not listed and len(more := unaccounted(claim, text)) > 1:
        return Miss("ambiguous", saying.narrowed(more), (ours[0].figure,))
    found = _one(claim, ours, context, book)
    return replace(found, part=_part(claim, text, found.figure)) if isinstance(found, Match) else found


def _part(claim: Claim, text: str, figure: Figure) -> str:
    if any(claim.who in body.split("、") for body in figure.body if "、" in body):
        return claim.who
    added = ADDED.match(claim.counted) if figure.stock else None
    return aim(claim, text) if figure.daily else added.group() if added else ""


def _none(claim: Claim, everyone: Sequence[Candidate]) -> Miss:
    best = next((c for c in everyone if c.fit.same and c.whose.why), next(iter(everyone), None))
    if best and best.fit.same and not best.fit.loose:
        return Miss("no_record", best.whose.why or saying.other_body(claim, best.figure), (best.figure,))
    if both := _together([c for c in everyone if c.fit.extra and c.whose.fits]):
        return Miss("ambiguous", saying.together(claim, both), both)
    if best and best.fit.score >= NEAR:
        return Miss("no_record", saying.nearest(claim, best.figure), (best.figure,))
    return Miss("no_record", saying.no_figure(claim))


def _together(everyone: Sequence[Candidate]) -> tuple[Figure, ...]:
    """Return two figures whose words a claim has both (起诉破获案件): one number for two stages."""
    for a, b in combinations(everyone, 2):
        ours, theirs = (EXTRA.sub("", plain(c.fit.extra)) for c in (a, b))
        if a.figure.line != b.figure.line and ours in plain(b.phrase) and theirs in plain(a.phrase):
            return a.figure, b.figure
    return ()


def _one(claim: Claim, ours: Sequence[Candidate], context: Context, book: Book) -> Match | Miss:
    counted = [(c, how) for c in ours if (how := counted_in(c.figure, claim, context.before))]
    if not counted:
        return Miss("other_unit", saying.other_unit(claim, ours[0].figure), (ours[0].figure,))
    best = counted[0][0]
    rivals = [c.figure for c, _ in counted if best.fit.score - c.fit.score < MARGIN]
    if len(rivals) > 1:
        return Miss("ambiguous", saying.several(claim, rivals), tuple(rivals))
    if best.figure.line not in book.bodies:
        return Miss("no_record", saying.no_line(best.figure), (best.figure,))
    if context.narrowed and not _of_its_own(context.narrowed, best.figure):
        return Miss("ambiguous", saying.narrowed(context.narrowed), (best.figure,))
    if _of_anything(claim, best.figure, context):
        return Miss("no_record", saying.nearest(claim, best.figure), (best.figure,))
    scopes = scopes_of(claim, best.figure, best.scope, best.fit, context, book)
    if isinstance(scopes, Miss):
        return scopes
    others = (_otherwise(c, how) for c, how in counted[1:] if c.whose == best.whose)
    return Match((Way(best.figure, counted[0][1]), *others), scopes, best.whose.bodies)


def _of_its_own(words: str, figure: Figure) -> bool:
    """Say whether narrowing words only name what the figure is about: 对境外回国人员闭环接送，接转留观8批次."""
    at, _, n = SequenceMatcher(None, words, figure.zh, autojunk=False).find_longest_match()
    return n >= OWN and not at and bool(DONE.match(words[n:])) and not CRIME.search(words[:n])


def _of_anything(claim: Claim, figure: Figure, context: Context) -> bool:
    """Say whether a bare rate (整改率97%) is of something that neither its sentence nor its body names."""
    if figure.unit != "%" or "{scope}" in figure.zh or any(body in claim.who for body in figure.body):
        return False
    left = apart(plain(figure.zh), plain(claim.counted))[0]
    before = context.before.removesuffix(claim.counted)
    return len(left) > 1 and not any(left[i : i + 2] in before for i in range(len(left) - 1))


def _otherwise(c: Candidate, counting: Counting) -> Way:
    if OLD in plain(c.phrase):
        return Way(c.figure, counting, taken.WITH_OLD)
    return Way(c.figure, counting, taken.loosely(c.figure) if c.fit.loose else taken.otherwise(c.figure))
