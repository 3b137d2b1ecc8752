"""The shapes of reading: a claim, where each of its fields came from, a relation between claims."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

How = Literal["stated", "inherited", "implied"]
Kind = Literal["quantity", "rank", "date", "period", "name", "ordinal", "fused", "zero"]
Approx = Literal["exact", "over", "near", "about", "under", "range"]
Rate = Literal["none", "daily", "monthly", "per_capita", "share", "yoy", "change", "multiple"]
Direction = Literal["none", "up", "down"]


class Source(NamedTuple):
    """How a field was come by, and the span ``text[start:end]`` that says it (``start == end`` where nothing does)."""

    how: How
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in a text and what it says; ``text == whole_text[start:end]``.

    ``value`` is exact and in the plain unit (29.26亿元 is 2926000000 元): a number, a pair for a range or a vague count,
    or None. ``lower`` and ``upper`` are the closed bounds an exact number must lie in for the words to be true
    (60余 is 61 to 69, 5万余 is 50001 to 59999; for an exact number both equal ``value``); None is no bound.
    ``step`` is the printed precision: one in the last digit shown (29.26亿元: 1000000). ``unit`` is the normalised measure
    word, ``unit_written`` as printed. Only ``kind == "quantity"`` is a claim that records could bear out; ``plan`` marks
    a target for the future. ``sources`` has one entry per field among unit, rate, direction, counted, who, period.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | tuple[Decimal, Decimal] | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    step: Decimal = Decimal(1)
    unit: str = ""
    unit_written: str = ""
    approx: Approx = "exact"
    rate: Rate = "none"
    direction: Direction = "none"
    counted: str = ""
    who: str = ""
    period: str = ""
    plan: bool = False
    sources: tuple[tuple[str, Source], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Arithmetic that the words assert between claims, each named by its start offset.

    ``sum``: total = the parts together. ``part_le``: the part is within the total (其中). ``ratio``: total is the
    percentage that parts[0] is of parts[1]. ``change``: from parts[0] to parts[1], by total. ``stack``: two units of one
    thing. ``list_align``: a 分别 list. ``again``: parts[0] states once more what total states. ``holds`` is the
    arithmetic's answer at printed precision; None where it cannot be told. ``why`` names the words that assert it;
    ``text[start:end]`` holds all claims concerned.
    """

    type: Literal["sum", "part_le", "ratio", "change", "stack", "list_align", "again"]
    total: int | None
    parts: tuple[int, ...]
    holds: bool | None = None
    why: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: every number in text order (claims and those kept apart), and the relations its words assert."""

    text: str
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
