"""What a plan of a report is: its heads, its sections, its sentences. Shapes only; ``planfile`` reads them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.periods import Span

NONE = Words("", "")


class Said(NamedTuple):
    """A heading or a paragraph as the plan has it, numbers still in braces; ``where`` is its place in the plan."""

    where: str
    words: Words


class Setting(NamedTuple):
    """What a number is read for where its braces do not say: the period and the scope."""

    period: Span
    scope: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, what its numbers are read for, its paragraphs, the sections within it."""

    heading: Said
    setting: Setting
    paragraphs: tuple[Said, ...]
    sections: tuple["Section", ...]


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
    """A report to be written; ``names`` are words with digits in them that are no numbers of the report (“2·12”专案)."""

    name: str
    head: Head
    setting: Setting
    names: tuple[str, ...]
    paragraphs: tuple[Said, ...]
    sections: tuple[Section, ...]
