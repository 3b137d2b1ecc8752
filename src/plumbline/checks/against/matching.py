"""Which figure a claim speaks of, from its words alone: the value takes no part."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from plumbline.checks.against import kept, saying, taken
from plumbline.checks.against.book import Book, Choice
from plumbline.checks.against.candidates import Candidate, candidates
from plumbline.checks.against.context import Context
from plumbline.checks.against.counted import here, own, unaccounted, with_old
from plumbline.checks.against.slots import Miss, scopes_of
from plumbline.checks.against.units import counted_in
from plumbline.checks.against.words import EXTRA, OLD, plain
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.shapes import Counting, Figure

MARGIN = 0.1
"""How much nearer the best figure's words must be than the second's."""
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
    """The figure that a claim speaks of, and what its slots may hold: the first of each is taken."""

    ways: tuple[Way, ...]
    scopes: tuple[Choice, ...]
    bodies: tuple[str, ...] = ("",)

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
    claim = with_old(own(here(claim, text), text, book), text)
    everyone = sorted(candidates(claim, context, book), key=lambda c: (-c.fit.score, c.figure.id))
    alike = [c for c in everyone if c.fit.same]
    ours = [c for c in alike if c.whose.fits]
    if not ours or ours[0].fit.loose:
        return _none(claim, alike or everyone)
    if claim.rate in AVERAGES and not ours[0].figure.daily:
        return Miss("no_record", saying.AVERAGE, (ours[0].figure,))
    if claim.rate == "change" or (claim.rate == "none" and claim.direction != "none"):
        return Miss("ambiguous", saying.OTHER_BASE, (ours[0].figure,))
    if claim.rate == "yoy" and "分别" in kept.clause(text, claim.start):
        return Miss("ambiguous", saying.RESPECTIVELY, (ours[0].figure,))
    if len(more := unaccounted(claim, text)) > 1:
        return Miss("ambiguous", saying.narrowed(more), (ours[0].figure,))
    return _one(claim, ours, context, book)


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
    if context.narrowed:
        return Miss("ambiguous", saying.narrowed(context.narrowed), (best.figure,))
    scopes = scopes_of(claim, best.figure, best.scope, best.fit, context, book)
    if isinstance(scopes, Miss):
        return scopes
    others = (_otherwise(c, how) for c, how in counted[1:] if c.whose == best.whose)
    return Match((Way(best.figure, counted[0][1]), *others), scopes, best.whose.bodies)


def _otherwise(c: Candidate, counting: Counting) -> Way:
    if OLD in plain(c.phrase):
        return Way(c.figure, counting, taken.WITH_OLD)
    return Way(c.figure, counting, taken.loosely(c.figure) if c.fit.loose else taken.otherwise(c.figure))
