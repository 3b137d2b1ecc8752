"""From a reading down to the records behind it: their positions in the ledger, what they say, a sample to audit.

Tokens of persons never leave the book: what is returned here has none.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TYPE_CHECKING, Any

from plumbline.figures.asking import Answer, answer
from plumbline.figures.mirror import schema
from plumbline.figures.shapes import Figure
from plumbline.figures.tables import Tables, TablesOf
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

Row = dict[str, Any]
"""A record: position, line, kind, case, body, on, at, recorded_at, entered_by, approved_by, and its own fields."""

PAGE = 100
"""Records of one page."""
TOKEN = "person"


def drill(
    figure: Figure,
    tables_of: TablesOf,
    period: Span,
    *,
    scope: str = "",
    body: str = "",
    limit: int = PAGE,
    after: int = -1,
) -> list[Row]:
    """Return the records that a reading counts, by position, of those after position ``after`` the first ``limit``.

    A figure that stands at the end of a period gives for each case the record that its rows point to.

    Raises:
        NotCounted: the figure cannot be narrowed so.
    """
    found = answer(figure, tables_of, period, scope, body)
    ordered = _positions(found).filter(lambda t: t.position > after).order_by("position").limit(limit)
    return records(found.tables, _listed(found, ordered))


def positions(figure: Figure, tables_of: TablesOf, period: Span, *, scope: str = "", body: str = "") -> list[int]:
    """Return the ledger positions of all records that a reading counts, rising."""
    found = answer(figure, tables_of, period, scope, body)
    return _listed(found, _positions(found).order_by("position"))


def sample(
    figure: Figure, tables_of: TablesOf, period: Span, size: int, seed: int, *, scope: str = "", body: str = ""
) -> list[Row]:
    """Return ``size`` of the records that a reading counts, drawn evenly by ``seed``: the same seed draws the same."""
    every = positions(figure, tables_of, period, scope=scope, body=body)
    drawn = Random(seed).sample(every, min(size, len(every)))
    return records([tables_of(line) for line in answer(figure, tables_of, period).touched], sorted(drawn))


def records(tables: Iterable[Tables], wanted: Sequence[int]) -> list[Row]:
    """Return the records at these positions, in order, as they were written, without persons' tokens."""
    found = [row for t in tables for kind in t.kinds for row in _of_kind(t, kind, wanted)]
    return sorted(found, key=lambda row: int(row["position"]))


def _of_kind(tables: Tables, kind: str, wanted: Sequence[int]) -> list[Row]:
    held = [s for s in tables.mirror.of(tables.line, kind) if any(s.first <= p <= s.last for p in wanted)]
    if not held:
        return []
    rows = tables.engine.scan([s.path for s in held], schema(tables.kinds[kind]))
    rows = rows.filter(rows.position.isin(list(wanted))).drop(*(c for c in (TOKEN,) if c in rows.columns))
    return [_row(tables.line, kind, said) for said in tables.engine.fetch(rows).to_pylist()]


def _row(line: str, kind: str, said: Row) -> Row:
    return {"position": said.pop("position"), "line": line, "kind": kind, **said}


def _positions(found: Answer) -> "Table":
    return found.rows.select("position").distinct()


def _listed(found: Answer, rows: "Table") -> list[int]:
    listed: list[int] = found.tables[0].engine.fetch(rows).column("position").to_pylist()
    return listed
