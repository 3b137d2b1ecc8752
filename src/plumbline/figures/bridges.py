"""Bridges: how figures must meet. Each difference is accounted for by named causes with their records; the rest must be 0."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any, Literal, NamedTuple, get_args

from plumbline.errors import Words
from plumbline.figures.accounting import TERMS, Account, Found, Row, accounted
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

Weight = Literal["cases", "persons"]
ENDS = ("sent_at", "taken_at", "done_at")
"""The facts that name a case's own records on the two sides."""


NONE: Mapping[str, tuple[str, str]] = {}


class Scopes(NamedTuple):
    """The scope each side is read in, "" for all; what one body tags another may not."""

    left: str = ""
    right: str = ""


ALL = Scopes()


@dataclass(frozen=True, slots=True)
class Bridge:
    """How figures must meet: the sum of ``left`` less the sum of ``right`` is the sum of the causes.

    ``rows`` takes the tables of the lines its parameters name, a Span and Scopes; it returns an
    Account: both sides, the cases in which they differ, and the causes, which are positive where the left has more.
    ``terms`` are the words of all that may come up in it.
    """

    line: str
    name: str
    zh: str
    en: str
    definition: Words
    left: tuple[str, ...]
    right: tuple[str, ...]
    rows: Callable[..., Account]
    within: bool
    weights: tuple[Weight, ...]
    terms: Mapping[str, Words]

    @property
    def id(self) -> str:
        """``line.name``."""
        return f"{self.line}.{self.name}"


class Part(NamedTuple):
    """A term of a bridge: what it is called, its number and, for causes, the positions of the records that show it."""

    term: str
    words: Words
    number: int
    records: tuple[int, ...] = ()


class Unexplained(NamedTuple):
    """A case whose difference nothing accounts for: positive where the left has more."""

    body: str
    case: str
    number: int
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A bridge read for a period: both sides, the causes, and what is left; as of ``size`` entries."""

    bridge: Bridge
    counting: Weight
    period: Span
    scopes: Scopes
    size: int
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    causes: tuple[Part, ...]
    unexplained: tuple[Unexplained, ...]
    rest: int

    @property
    def difference(self) -> int:
        """What the left has more than the right."""
        return sum(p.number for p in self.left) - sum(p.number for p in self.right)

    @property
    def closes(self) -> bool:
        """Whether every case is accounted for; two unexplained cases that cancel out do not close it."""
        return not self.unexplained


def bridge(
    *,
    zh: str,
    en: str,
    left: tuple[str, ...],
    right: tuple[str, ...],
    within: bool = False,
    weights: tuple[Weight, ...] = get_args(Weight),
    terms: Mapping[str, tuple[str, str]] = NONE,
) -> Callable[[Callable[..., Any]], Bridge]:
    """Declare a bridge; the docstring of the decorated function says in zh (first line) and en (last) what must meet what.

    ``within`` marks one inside a body: both sides are the same body's, read in one scope. ``weights`` are what it balances.
    ``terms`` gives the words (zh, en) of sides and causes that are this bridge's alone.
    """

    def declared(rows: Callable[..., Any]) -> Bridge:
        said = [line.strip() for line in (rows.__doc__ or "").splitlines() if line.strip()]
        known = TERMS | {name: Words(*words) for name, words in terms.items()}
        if len(said) < 2 or not zh or not en or not {*left, *right} <= known.keys():
            raise ValueError(f"{rows.__name__}: a bridge needs its definition in zh and en, and sides that have words")
        line = rows.__module__.split(".")[-2]
        return Bridge(line, rows.__name__, zh, en, Words(said[0], said[-1]), left, right, rows, within, weights, known)

    return declared


def settle(
    over: Bridge, tables_of: TablesOf, period: Span, scopes: Scopes = ALL, body: str = ""
) -> dict[Weight, Settled]:
    """Read both sides of a bridge for a period, in cases and in persons, and account for what differs."""
    *lines, _, _ = signature(over.rows).parameters
    tables = [tables_of(line) for line in lines]
    account = over.rows(*tables, period, scopes)
    sides, odd = ((t.filter(t.body == body) if body else t) for t in (account.sides, account.odd))
    fetch = tables[0].engine.fetch
    sums = fetch(sides.group_by("term").agg(cases=sides.cases.sum(), persons=sides.persons.sum())).to_pylist()
    rows = fetch(odd.order_by("body", "case")).to_pylist()
    found = [each for row in rows for each in accounted(row, account.steps)]
    read = (over, period, scopes, tables[0].size)
    return {weight: _settled(read, weight, sums, found, rows) for weight in over.weights}


def _settled(
    read: tuple[Bridge, Span, Scopes, int], weight: Weight, sums: list[Row], found: list[Found], rows: list[Row]
) -> Settled:
    over, period, scopes, size = read
    told = {row["term"]: int(row[weight]) for row in sums}
    left, right = (
        tuple(Part(name, over.terms[name], told.get(name, 0)) for name in side) for side in (over.left, over.right)
    )
    causes = tuple(part for name, words in over.terms.items() if (part := _part(name, words, found, weight)).records)
    open_ = [row for row in rows if row[f"open_{weight}"]]
    rest = sum(row[f"open_{weight}"] for row in open_)
    unexplained = tuple(_unexplained(row, row[f"open_{weight}"]) for row in open_)
    return Settled(over, weight, period, scopes, size, left, right, causes, unexplained, rest)


def _part(name: str, words: Words, found: list[Found], weight: Weight) -> Part:
    shown = [f for f in found if f.term == name and getattr(f, weight)]
    return Part(name, words, sum(getattr(f, weight) for f in shown), tuple(f.position for f in shown))


def _unexplained(row: Row, number: int) -> Unexplained:
    ends = (row.get(at) for at in ENDS)
    return Unexplained(row["body"], row["case"], number, tuple(sorted({at for at in ends if at is not None})))
