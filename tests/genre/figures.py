"""What a draft sentence is made of before it is laid out: figures, turns of direction, asides and links.

A link says which figures belong together by arithmetic; it names figures by their key, so that a figure
may be replaced (to plant an error) without touching the links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from string import Formatter

PERSON_MEASURES = ("人", "名", "位")
FORMATTER = Formatter()


@dataclass(frozen=True)
class Figure:
    """One claimed number: low == high unless it is a range; money in 元, percentages in hundredths (12.8 for 12.8%).

    measure is the word as written (名), way how the digits are written (plain, wan, yi, mixed, han, word),
    before/after/tail the vague words around the digits (近, 余, 左右), places the decimals shown.
    """

    key: int
    low: Decimal
    high: Decimal
    measure: str
    approx: str = "exact"
    rate: str = "none"
    direction: str = "none"
    way: str = "plain"
    before: str = ""
    after: str = ""
    tail: str = ""
    joint: str = "至"
    word: str = ""
    places: int = 0
    plan: bool = False

    @property
    def value(self) -> Decimal | tuple[Decimal, Decimal]:
        """The number meant, or (low, high) of a range."""
        return self.low if self.low == self.high else (self.low, self.high)

    @property
    def unit(self) -> str:
        """The measure normalised as in the labelling guide: 名 and 位 count 人."""
        return "人" if self.measure in PERSON_MEASURES else self.measure


@dataclass(frozen=True)
class Turn:
    """A direction word, written words[0] when up and words[1] when down."""

    words: tuple[str, str]
    up: bool

    @property
    def text(self) -> str:
        """The word as written."""
        return self.words[0] if self.up else self.words[1]


@dataclass(frozen=True)
class Aside:
    """A stretch of text with a number that is no claim, marked whole (a threshold, a name)."""

    text: str


Part = str | Figure | Turn | Aside
Slot = Part | tuple[Part, ...]


@dataclass(frozen=True)
class Link:
    """Figures bound by arithmetic: kind, key of the total (or None), keys of the parts in the order of the kind."""

    kind: str
    total: int | None
    parts: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """All keys, the total first."""
        return self.parts if self.total is None else (self.total, *self.parts)


def sum_of(total: Figure, *parts: Figure) -> Link:
    """The total is the sum of the parts."""
    return Link("sum", total.key, tuple(part.key for part in parts))


def within(total: Figure, *parts: Figure) -> Link:
    """Each part is at most the total."""
    return Link("part_le", total.key, tuple(part.key for part in parts))


def ratio(quotient: Figure, numerator: Figure, denominator: Figure) -> Link:
    """The quotient (a percentage, a multiple or a mean) is numerator over denominator."""
    return Link("ratio", quotient.key, (numerator.key, denominator.key))


def change(new: Figure, old: Figure, delta: Figure) -> Link:
    """The new value is the old one moved by delta; if old carries a direction it is the difference itself."""
    return Link("change", new.key, (old.key, delta.key))


def stack(*figures: Figure) -> Link:
    """One thing counted in several units (20件22人)."""
    return Link("stack", None, tuple(figure.key for figure in figures))


def aligned(figures: Iterable[Figure]) -> Link:
    """A 分别 list: one figure to each name before it."""
    return Link("list_align", None, tuple(figure.key for figure in figures))


def same(first: Figure, second: Figure) -> Link:
    """The same thing stated twice."""
    return Link("same", None, (first.key, second.key))


def pointed(rate: Figure, points: Figure) -> Link:
    """A rate and its change in points, the earlier rate left unsaid."""
    return Link("pointed", None, (rate.key, points.key))


@dataclass(frozen=True)
class Draft:
    """What a sentence form decides: the links and the slots for its wording."""

    links: tuple[Link, ...]
    slots: Mapping[str, Slot] = field(default_factory=dict)


@dataclass(frozen=True)
class Piece:
    """One sentence: its form's name, its parts in order and the links among its figures."""

    form: str
    parts: tuple[Part, ...]
    links: tuple[Link, ...] = ()

    @property
    def figures(self) -> dict[int, Figure]:
        """The figures by key."""
        return {part.key: part for part in self.parts if isinstance(part, Figure)}


def draft(*links: Link, **slots: Slot) -> Draft:
    """A draft of these links and slots."""
    return Draft(links, slots)


def listing(names: Iterable[str], figures: Iterable[Figure], joint: str = "、") -> tuple[Part, ...]:
    """Names each followed by its figure: A 3件、B 5件."""
    parts: list[Part] = []
    for name, figure in zip(names, figures, strict=True):
        parts += [joint, name, figure]
    return tuple(parts[1:])


def row(figures: Iterable[Figure], last: str = "、") -> tuple[Part, ...]:
    """Figures alone, parted by 、 and the last joint: 3件、5件和8件."""
    shown = list(figures)
    joints = ["、"] * (len(shown) - 2) + [last]
    return (shown[0], *(part for pair in zip(joints, shown[1:], strict=True) for part in pair))


def fill(wording: str, slots: Mapping[str, Slot]) -> tuple[Part, ...]:
    """The parts of a wording, its {slots} replaced by their parts."""
    parts: list[Part] = []
    for literal, name, _, _ in FORMATTER.parse(wording):
        slot = slots[name] if name is not None else ""
        parts += [literal, *(slot if isinstance(slot, tuple) else (slot,))]
    return tuple(joined(parts))


def joined(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with neighbouring literals made one, empty ones dropped."""
    for literal, group in groupby(parts, lambda part: isinstance(part, str)):
        run = list(group)
        text = "".join(part for part in run if isinstance(part, str))
        yield from ([text] if text else []) if literal else run
