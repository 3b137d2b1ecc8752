"""A whole report against a book: every claim matched by its words, then read, then judged."""

from collections.abc import Callable, Iterator

from plumbline.checks.against import saying, telling
from plumbline.checks.against.asking import Answer, answers
from plumbline.checks.against.book import Book, Days, Evidence
from plumbline.checks.against.chance import chance_note
from plumbline.checks.against.context import Context, contexts
from plumbline.checks.against.dates import Dates, dates
from plumbline.checks.against.groups import groups
from plumbline.checks.against.judging import HELD, verdict
from plumbline.checks.against.matching import Match, match
from plumbline.checks.against.periods import OPEN, period_words, spans_of
from plumbline.checks.against.respectively import levels
from plumbline.checks.against.slots import Miss
from plumbline.checks.findings import Finding
from plumbline.claims import Claim, Reading
from plumbline.errors import FigureError, Words
from plumbline.figures.shapes import Reading as Read

NO_CUT_OFF = Words(
    "累计数没有写明截止哪一天，不同日期的数会不同。",
    "A running total does not say up to which day it reckons; on another day it is another number.",
)
LISTED = 100
"""Positions that a finding carries for each reading; how many there are it always says."""
Matched = tuple[Match, tuple[Days, ...]] | Miss


def against(reading: Reading, book: Book, step: Callable[[], None] = lambda: None) -> tuple[Finding, ...]:
    """Return a finding for every claim of a text, in text order, from the readings of a book.

    Kinds: ``agrees``, ``rounds``, ``within``, ``differs`` where one figure answers; ``other_unit``, ``other_period``,
    ``ambiguous``, ``no_record``, ``not_kept`` where none does; ``no_cut_off`` once, where a running total has no last day.
    ``chance`` besides, where a change agrees and is within chance; figures called by one name (四项指标) and said to have
    fallen or risen are answered as one. ``step`` is called after each claim.
    """
    found: list[Finding] = []
    for claim, matched in matches(reading, book):
        found += _findings(claim, matched, book)
        step()
    more = (*groups(reading, book), *_no_cut_off(reading))
    return tuple(sorted([*found, *more], key=lambda f: (f.start, f.kind == "chance", f.kind)))


def matches(reading: Reading, book: Book) -> Iterator[tuple[Claim, Matched]]:
    """Yield each claim with what its words name: figure, slots and periods, or what stands in the way. Reads no value."""
    when = dates(reading)
    level_of = levels(reading.text, [c for c in reading.claims if c.kind == "quantity"])
    found: dict[Claim, Matched] = {}
    for claim, context in contexts(reading, book):
        level = level_of.get(claim.start)
        found[claim] = found[level] if level else _matched(claim, reading.text, context, when, book)
        yield claim, found[claim]


def _matched(claim: Claim, text: str, context: Context, when: Dates, book: Book) -> Matched:
    found = match(claim, text, context, book)
    if isinstance(found, Miss):
        return found
    spans = spans_of(claim, text, context, when, book)
    return Miss(spans.kind, spans.why, (found.figure,)) if isinstance(spans, Miss) else (found, spans)


def _findings(claim: Claim, matched: Matched, book: Book) -> Iterator[Finding]:
    if isinstance(matched, Miss):
        yield Finding(matched.kind, claim.start, claim.end, matched.why, tuple(telling.about(matched.figures)))
        return
    try:
        kind, found = verdict(claim, answers(claim, *matched, book))
    except FigureError as refused:
        yield Finding("no_record", claim.start, claim.end, telling.refused(refused))
        return
    if kind == "differs" and matched[0].part:
        figures = tuple(telling.about((matched[0].figure,)))
        yield Finding("ambiguous", claim.start, claim.end, saying.narrowed(matched[0].part), figures)
        return
    evidence = tuple(_evidence(r, book) for a in found for r in _readings(a))
    said = telling.sentence(kind, claim, found)
    yield Finding(kind, claim.start, claim.end, said, telling.working(claim, found, evidence), evidence=evidence)
    if kind in HELD:
        yield from chance_note(claim, found[0], book)


def _evidence(reading: Read, book: Book) -> Evidence:
    positions = book.positions(reading)
    return Evidence(reading, len(positions), tuple(positions[:LISTED]))


def _readings(answer: Answer) -> Iterator[Read]:
    yield answer.reading
    if answer.before:
        yield answer.before


def _no_cut_off(reading: Reading) -> Iterator[Finding]:
    """Yield a note on the first running total of a report that does not say up to which day it reckons."""
    when = dates(reading)
    for claim in reading.claims:
        if claim.kind == "quantity" and not claim.plan and OPEN.search(period_words(claim, reading.text)):
            if when.cut_off is None:
                yield Finding("no_cut_off", claim.start, claim.end, NO_CUT_OFF)
            return
