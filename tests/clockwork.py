"""Clocks as tests write them, made into the columns that figures.deadlines takes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import polars as pl
import pyarrow as pa

from plumbline.figures.clocks import Fetched
from plumbline.law import Clock, Moment

ROWS = pa.schema([
    ("position", pa.int64()), ("case", pa.string()), ("body", pa.string()), ("person", pa.string()),
    ("begins_on", pa.date32()), ("begins_moment", pa.timestamp("us")), ("begins_early", pa.date32()),
    ("stops_on", pa.date32()), ("stops_moment", pa.timestamp("us")), ("next_on", pa.date32()),
    ("held", pa.bool_()), ("longer", pa.bool_()),
])  # fmt: skip
GRANTS = pa.schema([
    ("position", pa.int64()), ("extension", pa.string()), ("approver", pa.string()), ("on", pa.date32()), ("n", pa.int64()),
])  # fmt: skip
PAUSES = pa.schema([("position", pa.int64()), ("first", pa.date32()), ("back", pa.date32()), ("why", pa.string())])


def as_frames(clocks: Sequence[Clock]) -> Fetched:
    """Return clocks in columns; a clock's position is its place in the list."""
    rows = [_row(i, c) for i, c in enumerate(clocks)]
    grants = [(i, *g) for i, c in enumerate(clocks) for g in c.grants]
    pauses = [(i, *p) for i, c in enumerate(clocks) for p in c.pauses]
    return Fetched(frame(rows, ROWS), frame(grants, GRANTS), frame(pauses, PAUSES))


def _row(i: int, c: Clock) -> tuple[object, ...]:
    stops = (c.stops.on, _moment(c.stops)) if c.stops else (None, None)
    return (i, c.case, c.body, c.person, c.begins.on, _moment(c.begins), c.begins_early, *stops, None, c.held, c.longer)


def _moment(m: Moment) -> datetime | None:
    return datetime.combine(m.on, m.at) if m.at else None


def frame(rows: Iterable[Sequence[object]], schema: pa.Schema) -> pl.DataFrame:
    """Return rows as columns of this schema, be there none."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pl.DataFrame(pl.from_arrow(pa.table(arrays, schema=schema)))
