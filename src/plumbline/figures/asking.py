"""What is asked of a figure, and the rows that answer: its own, narrowed to a scope and a body."""

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from inspect import signature
from operator import or_
from typing import TYPE_CHECKING

from plumbline.errors import NotCounted, Words
from plumbline.figures.engines import Engine
from plumbline.figures.shapes import Figure
from plumbline.figures.tables import Tables, TablesOf
from plumbline.periods import Span
from plumbline.records import scope_named

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis import Table


@dataclass(slots=True)
class Touched:
    """A line's tables as one figure sees them; it notes which kinds were read."""

    tables: Tables
    kinds: set[str] = field(default_factory=set)

    def flow(self, kind: str) -> "Table":
        """Return the standing records of a kind."""
        self.kinds.add(kind)
        return self.tables.flow(kind)

    def stock(self, day: date) -> "Table":
        """Return the cases as they stood at the end of a day."""
        self.kinds |= set(self.tables.kinds)
        return self.tables.stock(day)

    def once(self, name: str, day: date, made: "Callable[[], Table | pa.Table]") -> "Table":
        """Return what was made for a day, of whichever kinds it was made."""
        self.kinds |= set(self.tables.kinds)
        return self.tables.once(name, day, made)

    @property
    def engine(self) -> Engine:
        """What reads the tables."""
        return self.tables.engine


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure's rows, and the tables they were made from by the names of their lines."""

    rows: "Table"
    touched: dict[str, Touched]

    @property
    def tables(self) -> list[Tables]:
        """The tables of each line the figure reads; never empty."""
        return [t.tables for t in self.touched.values()]

    @property
    def kinds(self) -> Set[tuple[str, str]]:
        """The kinds read, each with its line."""
        return {(line, kind) for line, t in self.touched.items() for kind in t.kinds}

    @property
    def erased(self) -> int:
        """How many records of the kinds read were erased by order."""
        return sum(len(t.tables.erased(t.kinds)) for t in self.touched.values())


def answer(figure: Figure, tables_of: TablesOf, period: Span, scope: str = "", body: str = "") -> Answer:
    """Return the rows of a figure for a period; ``scope`` is a scope's name, ``body`` a body's, "" for all.

    Raises:
        NotCounted: there is no such scope, or the figure cannot be narrowed to a scope or a body.
    """
    *lines, _ = signature(figure.rows).parameters
    touched = {line: Touched(tables_of(line)) for line in lines}
    rows = figure.rows(*touched.values(), period)
    rows = _in_scope(rows, figure, scope) if scope else rows
    return Answer(_of_body(rows, figure, body) if body else rows, touched)


def _in_scope(rows: "Table", figure: Figure, name: str) -> "Table":
    scope = scope_named(name)
    if scope is None:
        what = Words(f"没有“{name}”这个口径", f"there is no scope “{name}”")
        raise NotCounted(
            figure.id, what, Words("口径见 plumbline figures --help", "plumbline figures --help lists them")
        )
    if "{scope}" not in figure.zh or "scope" not in rows.columns:
        what = Words("这个指标不分口径", "this figure cannot be narrowed to a scope")
        raise NotCounted(figure.id, what, Words("请不带口径读取", "Read it without a scope"))
    return rows.filter(reduce(or_, [rows.scope.contains(f"|{tag}|") for tag in sorted(scope.tags)]))


def _of_body(rows: "Table", figure: Figure, body: str) -> "Table":
    if "body" not in rows.columns:
        what = Words("这个指标不分单位", "this figure cannot be narrowed to a body")
        raise NotCounted(figure.id, what, Words("请不带单位读取", "Read it without a body"))
    return rows.filter(rows.body == body)
