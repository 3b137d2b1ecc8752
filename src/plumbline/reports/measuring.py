"""A figure of a task read as of a day, beside what it is to reach: only what the records can say."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.periods import Span
from plumbline.reports import dates
from plumbline.reports.asking import Catalogue, Question, Read
from plumbline.reports.changes import Judge
from plumbline.reports.judging import Goal, Judged, earlier, ends, judged, paced, plain
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import NONE, Target
from plumbline.reports.printing import Asked, printed

NO_DATE = Words("目标没有期限", "the target has no date")
NO_RECORD = Words("账内没有这条线的记录", "the book has no record of this line of work")
NOT_BEGUN = Words("期间尚未开始", "the period has not begun")
NOTHING = Words("没有可作分母的", "there is nothing to divide by")
CHANCE = Words("变化在随机波动范围内，判断不了升降", "the change is within chance: no rise or fall can be told")
LENIENT = timedelta(31)
"""Days by which records may begin after a period or end before a day and still be taken to cover it."""


class Book(NamedTuple):
    """What a board is read from: the figures there are, a reader of them, the bodies with records of each line, their days.

    ``judge`` tells a change of a figure that chance moves from chance.
    """

    catalogue: Catalogue
    read: Read
    bodies: Mapping[str, Collection[str]]
    days: Span | None
    judge: Judge


class Wanted(NamedTuple):
    """A figure a task names: what it asks, how it is printed, its place in the plan."""

    asked: Question
    options: Mapping[str, str]
    where: str


class Measured(NamedTuple):
    """A figure's reading as of the day (None: none) beside its goal; ``base`` is the reading a direction is told from.

    ``value`` and ``goal`` are as printed. ``share`` is the part of the goal that is reached, ``pace`` the part due on the
    day, for the bar; None where there is no such part.
    """

    asked: Question
    judged: Judged
    reading: Reading | None = None
    base: Reading | None = None
    value: Words = NONE
    goal: Words = NONE
    by: date | None = None
    share: Fraction | None = None
    pace: Fraction | None = None


def measured(target: Target | None, wanted: Wanted, book: Book, on: date) -> Measured:
    """Return how a figure stands at the end of ``on`` against ``target``, which may be none."""
    asked, period = wanted.asked, wanted.asked.period
    until = min(on, ends(target, period) if target else period.last)
    if why := _unread(asked, book, until):
        return Measured(asked, Judged("untold", why), by=target.by if target else None)
    reading = book.read(asked._replace(period=Span(period.first, until)))
    if not reading.denominator:
        return Measured(asked, Judged("untold", NOTHING), reading, by=target.by if target else None)
    found = Measured(asked, Judged("unset"), reading, value=_shown(reading, wanted))
    return _against(found, target, wanted, book) if target else found


def _unread(asked: Question, book: Book, until: date) -> Words | None:
    known = book.bodies.get(asked.figure.line)
    if not known or not book.days:
        return NO_RECORD
    if asked.body and asked.body not in known:
        return _no_body(asked.body, known)
    if until < asked.period.first:
        return NOT_BEGUN
    return _gap(asked.period, until, book) if book.days.last < asked.period.first else None


def _no_body(name: str, known: Collection[str]) -> Words:
    near = did_you_mean(name, known)
    return Words(
        f"账内没有“{name}”在这条线的记录；{near.zh}", f"the book has no record of this line from “{name}”; {near.en}"
    )


def _gap(period: Span, until: date, book: Book) -> Words | None:
    """Return of which days the book has records, where these do not cover a period up to ``until``."""
    days = book.days
    if days and days.first - period.first <= LENIENT and until - days.last <= LENIENT:
        return None
    return Words(f"账内记录只有{days}的", f"the book's records are of {days} only")


def _against(found: Measured, target: Target, wanted: Wanted, book: Book) -> Measured:
    """Return ``found`` with its goal and how it stands."""
    assert found.reading is not None
    asked, until, due = wanted.asked, found.reading.period.last, ends(target, wanted.asked.period)
    if why := _incomparable(target, book):
        return found._replace(judged=Judged("untold", why), by=target.by)
    base = book.read(asked._replace(period=earlier(target.against, asked.period, due))) if target.against else None
    if base and not base.denominator:
        return found._replace(judged=Judged("untold", NOTHING), by=target.by)
    kind, number = plain(target, asked.figure)
    goal = Goal(kind, base.value if base else number, None)
    if target.even and until < due:
        goal = goal._replace(pace=_pace(goal.number, target, asked, until, book))
    stands = judged(found.reading.value, goal, asked.figure, over=until >= due, gap=_gap(asked.period, until, book))
    stands = _beyond_chance(stands, found.reading, target, wanted, book) if target.by else Judged("untold", NO_DATE)
    share, pace = _part(found.reading.value, goal), None if goal.pace is None else _part(goal.pace, goal)
    said = _worded(target, found.reading, base, goal.number, wanted)
    return found._replace(judged=stands, base=base, goal=said, by=target.by, share=share, pace=pace)


def _beyond_chance(stands: Judged, reading: Reading, target: Target, wanted: Wanted, book: Book) -> Judged:
    """Return how a direction stands where chance moves the figure: only what more than chance shows is told."""
    if not target.against or not reading.figure.chance or stands.status == "untold":
        return stands
    same_days = earlier(target.against, wanted.asked.period, reading.period.last)
    verdict = book.judge(reading, book.read(wanted.asked._replace(period=same_days))).verdict
    return Judged("untold", CHANCE) if verdict == "unclear" else stands


def _incomparable(target: Target, book: Book) -> Words | None:
    return _gap(target.against, target.against.last, book) if target.against else None


def _part(value: Fraction, goal: Goal) -> Fraction | None:
    """Return which part of the goal a value is, at most all of it; None of a goal of nothing."""
    return min(value / goal.number, Fraction(1)) if goal.number else None


def _pace(number: Fraction, target: Target, asked: Question, until: date, book: Book) -> Fraction:
    """Return what is due on the day: the earlier period's value on that day, or the even part of the number."""
    first = asked.period.first
    if not target.against:
        return paced(number, Span(first, until), Span(first, ends(target, asked.period)))
    then = book.read(asked._replace(period=earlier(target.against, asked.period, until)))
    return then.value if then.denominator else number


def _worded(target: Target, reading: Reading, base: Reading | None, number: Fraction, wanted: Wanted) -> Words:
    if base and target.against:
        when, then = dates.period(base.period), _shown(base, wanted)
        zh, en = ("高于", "above") if target.kind == "rising" else ("低于", "below")
        return Words(f"{zh}{when.zh}的{then.zh}", f"{en} {then.en} of {when.en}")
    if target.kind == "done" and not number:
        return Words("清零", "none left")
    if target.kind == "done" and reading.unit != "%":
        return Words("办成", "done")
    said = _shown(_goal(reading, number), wanted)
    return Words(f"不多于{said.zh}", f"at most {said.en}") if target.kind == "at_most" else _least(said)


def _least(said: Words) -> Words:
    return Words(f"不少于{said.zh}", f"at least {said.en}")


def _goal(reading: Reading, number: Fraction) -> Reading:
    """Return a number in the unit of ``reading`` as a reading, so that both are printed alike."""
    scaled = number * {"元": Fraction(100), "%": Fraction(1, 100)}.get(reading.unit, Fraction(1))
    return replace(reading, numerator=scaled.numerator, denominator=scaled.denominator)


def _shown(reading: Reading, wanted: Wanted) -> Words:
    zh, en = (printed(Asked(reading, None, wanted.options, lang, wanted.where)).text for lang in ("zh", "en"))
    return Words(zh, en)
