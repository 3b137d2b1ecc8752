"""All records behind a reading, in columns: where each stands in the ledger, what it is, whose, and when."""

from typing import TYPE_CHECKING

import pyarrow as pa

from plumbline.figures.asking import Answer, answer
from plumbline.figures.mirror import schema
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


def behind(figure: Figure, tables_of: TablesOf, period: Span, *, scope: str = "", body: str = "") -> pa.Table:
    """Return the records that a reading counts, by position, in the columns of ``SAID``.

    Raises:
        NotCounted: the figure cannot be narrowed so.
    """
    found = answer(figure, tables_of, period, scope, body)
    wanted = found.rows.select("position").distinct()
    parts = [_of_kind(found, line, kind, wanted) for line, kind in sorted(found.kinds)]
    return pa.concat_tables([SAID.empty_table(), *(p for p in parts if p is not None)]).sort_by("position")


def _of_kind(found: Answer, line: str, kind: str, wanted: "Table") -> pa.Table | None:
    tables = found.touched[line].tables
    segments = tables.mirror.of(line, kind, tables.size)
    if not segments:
        return None
    rows = tables.engine.scan([s.path for s in segments], schema(tables.kinds[kind])).semi_join(wanted, "position")
    held = tables.engine.fetch(rows.select("position", "case", "body", "on"))
    names = {
        "line": pa.array([line] * held.num_rows, pa.string()),
        "kind": pa.array([kind] * held.num_rows, pa.string()),
    }
    columns = {name: names[name] if name in names else held.column(name) for name in SAID.names}
    return pa.table(columns).cast(SAID)
