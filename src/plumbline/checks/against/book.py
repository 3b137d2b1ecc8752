"""What a check may ask of a book: its figures in words, what it covers, and readings on request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from plumbline.errors import Words
from plumbline.figures.change import Change
from plumbline.figures.shapes import Counting, Figure, Reading
from plumbline.periods import Span


class Ask(Protocol):
    """Reads a figure: a function that knows the book."""

    def __call__(self, figure: Figure, counting: Counting, period: Span, scope: str, body: str) -> Reading:
        """Return the figure's reading; ``scope`` and ``body`` are "" for all."""
        ...


@dataclass(frozen=True)
class Book:
    """A book as a check sees it.

    ``scopes`` gives each named scope's tags; ``bodies`` the names of the bodies whose records each line holds (a line
    without records is absent); ``covers`` the days from the first record to the last, None for an empty book.
    ``positions`` returns where the records behind a reading lie, rising; ``judge`` judges the change from one reading to
    another, the later first, None where it knows no more than the two.
    """

    figures: Sequence[Figure]
    scopes: Mapping[str, frozenset[str]]
    bodies: Mapping[str, tuple[str, ...]]
    covers: Span | None
    ask: Ask
    positions: Callable[[Reading], Sequence[int]] = field(default=lambda reading: ())
    judge: Callable[[Reading, Reading], Change | None] = field(default=lambda now, before: None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reading that a finding rests on: how many records are behind it, and where the first of them lie."""

    reading: Reading
    records: int
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a slot of a match was filled with, and why where the words do not say it."""

    value: str
    why: Words | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The period a claim may speak of, and why where the words do not say it."""

    value: Span
    why: Words | None = None
