"""What a book has records of: whose, and of which days."""

from typing import TYPE_CHECKING, NamedTuple

import ibis

from plumbline.figures.engines import Engine
from plumbline.figures.mirror import Mirror
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table


class Held(NamedTuple):
    """``bodies`` gives, for each line with records, the names of the bodies they come from; ``days`` None for no records.

    ``years`` are those in which anything happened and that were over when the last record was written, the first one first.
    """

    bodies: dict[str, tuple[str, ...]]
    days: Span | None
    years: tuple[int, ...] = ()


def held(engine: Engine, mirror: Mirror, tables: TablesOf) -> Held:
    """Return what the standing records of all lines come from and span.

    Days end with the last on which anything was recorded at all: a date in the future is a slip.
    """
    kinds = sorted({(s.line, s.kind) for s in mirror.segments if s.kind})
    if not kinds:
        return Held({}, None)
    parts = [_part(tables, line, kind) for line, kind in kinds]
    every = _together(parts)
    of = ("line", "body", every.on.year().name("year"))
    known = every.group_by(*of).agg(first=every.on.min(), last=every.on.max(), known=every.recorded_at.max())
    rows = engine.fetch(known).to_pylist()
    if not rows:
        return Held({}, None)
    lines = sorted({row["line"] for row in rows})
    bodies = {line: tuple(sorted({row["body"] for row in rows if row["line"] == line})) for line in lines}
    written = max(row["known"] for row in rows).date()
    last = min(max(row["last"] for row in rows), written)
    years = tuple(sorted({row["year"] for row in rows if row["year"] < written.year}))
    return Held(bodies, Span(min(row["first"] for row in rows), last), years)


def _together(parts: list["Table"]) -> "Table":
    """Return all parts in one table, joined by halves: one after the other they nest deeper than can be compiled."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return _together(parts[:half]).union(_together(parts[half:]))


def _part(tables: TablesOf, line: str, kind: str) -> "Table":
    return tables(line).flow(kind).select("body", "on", "recorded_at", line=ibis.literal(line))
