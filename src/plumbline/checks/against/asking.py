"""The readings that a matched claim may be about: the taken one first, then those its words allow as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product

from plumbline.checks.against import saying
from plumbline.checks.against.book import Book, Choice, Days
from plumbline.checks.against.matching import Match, Way
from plumbline.checks.against.periods import covered, year_before
from plumbline.claims import Claim
from plumbline.errors import Words
from plumbline.figures.shapes import Reading

MOST = 8
"""Readings asked for one claim."""
A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Answer:
    """What a book says to a claim under one way of understanding it.

    ``value`` is in the claim's own unit; None where it cannot be reckoned, and ``lacks`` says why. ``before`` is the
    reading of the year before, for a change. ``whys`` are the reasons for what the words leave open.
    """

    reading: Reading
    value: Fraction | None
    whys: tuple[Words, ...] = ()
    before: Reading | None = None
    lacks: Words | None = None


def answers(claim: Claim, match: Match, spans: tuple[Days, ...], book: Book) -> Iterator[Answer]:
    """Yield what the book says to a claim, for each way of understanding it, the taken one first; never none.

    Each is read when it is asked for; one that says what an earlier one said is left out.
    """
    ways = product(match.ways, spans, match.scopes, match.bodies)
    seen = set()
    for way in islice(ways, MOST):
        answer = _answer(claim, *way, book)
        if (same := (answer.reading.figure.id, answer.value)) not in seen:
            seen.add(same)
            yield answer


def _answer(claim: Claim, way: Way, days: Days, scope: Choice, body: str, book: Book) -> Answer:
    whys = tuple(why for why in (way.why, days.why, scope.why) if why)
    reading = book.ask(way.figure, way.counting, days.value, scope.value, body)
    if claim.rate != "yoy":
        return _level(reading, whys)
    earlier = year_before(days.value)
    if (days.value.last - days.value.first).days > A_YEAR:
        return Answer(reading, None, whys, lacks=saying.NOT_A_YEAR)
    if book.covers is None or not covered(earlier, book.covers):
        return Answer(reading, None, whys, lacks=saying.not_covered(earlier, book.covers))
    return _change(claim, reading, book.ask(way.figure, way.counting, earlier, scope.value, body), whys)


def _level(reading: Reading, whys: tuple[Words, ...]) -> Answer:
    if reading.denominator == 0:
        return Answer(reading, None, whys, lacks=saying.NO_BASE)
    return Answer(reading, reading.value, whys)


def _change(claim: Claim, now: Reading, before: Reading, whys: tuple[Words, ...]) -> Answer:
    """Reckon a change against the year before: positive where it goes the way the claim says."""
    if now.unit == "%" and claim.unit == "%":
        return Answer(now, None, whys, before, saying.POINTS_OR_PERCENT)
    if 0 in (now.denominator, before.denominator) or (claim.unit == "%" and not before.value):
        return Answer(now, None, whys, before, saying.NO_BASE)
    moved = now.value - before.value
    if claim.unit == "%":
        moved = moved / before.value * 100
    return Answer(now, -moved if claim.direction == "down" else moved, whys, before)
