"""All records behind a reading, in columns: where each stands in the ledger, what it is, whose, and when."""

import ibis
import pyarrow as pa

from plumbline.figures.asking import Answer, answer
from plumbline.figures.mirror import schema
from plumbline.figures.shapes import Figure
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

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
        return _named(fetch(found.rows.select(*_READ)), line, kind)
    wanted = fetch(found.rows.select("position").distinct())
    parts = [_of_kind(found, line, kind, wanted) for line, kind in sorted(found.kinds)]
    return pa.concat_tables([SAID.empty_table(), *(p for p in parts if p is not None)])


def _of_kind(found: Answer, line: str, kind: str, wanted: pa.Table) -> pa.Table | None:
    tables = found.touched[line].tables
    segments = tables.mirror.of(line, kind, tables.size)
    if not segments or not wanted.num_rows:
        return None
    rows = tables.engine.scan([s.path for s in segments], schema(tables.kinds[kind]))
    return _named(tables.engine.fetch(rows.semi_join(ibis.memtable(wanted), "position").select(*_READ)), line, kind)


def _named(held: pa.Table, line: str, kind: str) -> pa.Table:
    names = {name: pa.array([said] * held.num_rows, pa.string()) for name, said in (("line", line), ("kind", kind))}
    return pa.table({name: held[name] if name in _READ else names[name] for name in SAID.names}).cast(SAID)
