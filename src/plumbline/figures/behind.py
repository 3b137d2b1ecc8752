"""All records behind a reading, in columns: where each stands in the ledger, what it is, whose, and when."""

from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from plumbline.figures.asking import Answer, answer
from plumbline.figures.shapes import Figure
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

SAID = pa.schema(
    [
        ("position", pa.int64()),
        ("line", pa.string()),
        ("kind", pa.string()),
        ("case", pa.string()),
        ("body", pa.string()),
    ]
).append(pa.field("on", pa.date32()))
"""What is said of a record; nothing of any person."""

_READ = ("position", "case", "body", "on")


def behind(figure: Figure, tables_of: TablesOf, period: Span, *, scope: str = "", body: str = "") -> pa.Table:
    """Return the records that a reading counts, by position, in the columns of ``SAID``.

    Raises:
        NotCounted: the figure cannot be narrowed so.
    """
    found = answer(figure, tables_of, period, scope, body)
    return _held(found).sort_by("position")


def _held(found: Answer) -> pa.Table:
    """Rows of a flow are records themselves; those of a stock point to records of any of their line's kinds."""
    fetch = found.tables[0].engine.fetch
    if len(found.kinds) == 1 and set(_READ) <= set(found.rows.columns):
        line, kind = next(iter(found.kinds))
        return fetch(_named(found.rows, line, kind)).cast(SAID)
    wanted = found.tables[0].engine.view(found.rows.select("position"))
    parts = [_of_kind(found, line, kind) for line, kind in sorted(found.kinds)]
    parts = [rows.semi_join(wanted, "position") for rows in parts if rows is not None]
    return fetch(ibis.union(*parts) if len(parts) > 1 else parts[0]).cast(SAID) if parts else SAID.empty_table()


def _of_kind(found: Answer, line: str, kind: str) -> "Table | None":
    tables = found.touched[line].tables
    return _named(tables.written(kind), line, kind) if tables.mirror.of(line, kind, tables.size) else None


def _named(rows: "Table", line: str, kind: str) -> "Table":
    names = {"line": ibis.literal(line), "kind": ibis.literal(kind)}
    return rows.select(**{name: rows[name] if name in _READ else names[name] for name in SAID.names})
