"""What a plan is: its head, its sections with their sentences and tasks. Shapes only; ``planfile`` reads them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.periods import Span
from plumbline.reports.slots import Slot

NONE = Words("", "")
Kind = Literal["at_least", "at_most", "rising", "falling", "done"]
KINDS: tuple[Kind, ...] = ("at_least", "at_most", "rising", "falling", "done")
"""What a target may ask of a figure: a number, a direction against an earlier period, or that the thing be done."""

AgainstPeriod = Span | None


def spoken(words: Words) -> Words:
    """Return words for a board, which shows both languages: the Chinese ones where there are no English ones."""
    return words if words.en else Words(words.zh, words.zh)


class Said(NamedTuple):
    """A heading or a paragraph as the plan has it, numbers still in braces; ``where`` is its place in the plan."""

    where: str
    words: Words


class Setting(NamedTuple):
    """What a number is read for where its braces do not say: the period and the scope."""

    period: Span
    scope: str


class Target(NamedTuple):
    """What a task's figures are to reach ``by`` a day.

    ``number`` is in the figure's unit (yuan for amounts, % for shares), for ``at_least`` and ``at_most``; ``against`` the
    earlier period for ``rising`` and ``falling``. ``done`` is 100 % of a share, none left of a stock, one of what is
    counted. ``even`` declares that before that day the part of the period gone by is the part to be reached.
    """

    kind: Kind
    number: Fraction
    against: AgainstPeriod
    by: date | None
    even: bool


class Task(NamedTuple):
    """A task: its words, what its figures are read for, who owns it, the target.

    ``known_gap`` says why one of these lacks, ``note`` what its figures count.
    """

    said: Said
    setting: Setting
    owner: Words
    figures: tuple[Slot, ...]
    target: Target | None
    known_gap: Words
    note: Words = NONE


class Announced(NamedTuple):
    """How many focus areas are announced, in which words; ``known_gap`` says why others are given."""

    areas: int | None = None
    words: Words = NONE
    known_gap: Words = NONE


UNANNOUNCED = Announced()


class Sketch(NamedTuple):
    """A chart to be drawn: its caption, its kind, the figure (None: the flow's own), what it is read for, whose."""

    caption: Said
    kind: str
    figure: Slot | None
    setting: Setting
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, what its numbers are read for, its paragraphs, the sections within it.

    A focus area (聚焦) is a section with ``focus``, its ``aim`` (提升) and its ``tasks``; ``programmes`` are campaigns
    whose boards belong to it, by name.
    """

    heading: Said
    setting: Setting
    paragraphs: tuple[Said, ...]
    sections: tuple["Section", ...]
    aim: Words = NONE
    focus: bool = False
    tasks: tuple[Task, ...] = ()
    programmes: tuple[str, ...] = ()
    charts: tuple[Sketch, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the text of an official document.

    ``mark`` is the red head, ``number`` the document's number, ``to`` whom it goes to, ``body`` who signs it, ``printed``
    who prints it and when, ``copies`` who else gets it. ``title`` may have line breaks: where it breaks by its sense.
    """

    title: Words
    body: Words
    dated: date
    mark: Words = NONE
    number: Words = NONE
    to: Words = NONE
    copies: Words = NONE
    printed: Words = NONE
    printed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A report to be written; ``names`` are words with digits in them that are no numbers of the report (“2·12”专案).

    ``note`` is what its board says of it.
    """

    name: str
    head: Head
    setting: Setting
    names: tuple[str, ...]
    paragraphs: tuple[Said, ...]
    sections: tuple[Section, ...]
    announced: Announced = UNANNOUNCED
    note: Words = NONE
