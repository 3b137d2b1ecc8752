"""Segments: writing them, and rewriting them where records are erased, a kind gains a field, or neighbours are merged."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from plumbline.figures.mirror import PAIRS, SUPERSEDED, Segment, schema, unsaid

if TYPE_CHECKING:
    from plumbline.records import Kind

GROUP = 2**17
"""Rows of a Parquet row group."""
LARGEST = 2**21
"""Rows beyond which segments are not merged."""


def write_segment(folder: Path, kind: "Kind", rows: pa.Table) -> Segment:
    """Write one segment of a kind: ``rows`` in order of position, not empty."""
    return _segment(folder, kind.line, kind.name, rows.select(schema(kind).names).cast(schema(kind)))


def pairs(folder: Path, said: Iterable[tuple[int, int]]) -> list[Segment]:
    """Write a segment of what supersedes what: (position, supersedes); none where there is nothing."""
    listed = sorted(said)
    if not listed:
        return []
    columns = {"position": [p for p, _ in listed], "supersedes": [s for _, s in listed]}
    return [_segment(folder, SUPERSEDED, "", pa.table(columns, PAIRS))]


def _segment(folder: Path, line: str, kind: str, rows: pa.Table) -> Segment:
    positions = rows.column("position")
    segment = Segment(line, kind, positions[0].as_py(), positions[-1].as_py(), rows.num_rows)
    _store(folder, segment, rows.schema, rows.to_batches(GROUP))
    return segment


def _store(folder: Path, segment: Segment, columns: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
    """Write a segment's file whole or not at all, and see it on the disk."""
    path = folder / segment.path
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        with pq.ParquetWriter(file, columns) as writer:
            for batch in batches:
                writer.write_batch(batch)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def without(folder: Path, segment: Segment, positions: set[int]) -> Segment:
    """Take the records at these positions out of a segment's file, and return the segment as it then is."""
    held = sorted(p for p in positions if segment.first <= p <= segment.last)
    if not held:
        return segment
    rows = pq.read_table(folder / segment.path, partitioning=None)
    kept = rows.filter(pc.invert(pc.is_in(rows.column("position"), pa.array(held, pa.int64()))))
    _store(folder, segment, kept.schema, kept.to_batches(GROUP))
    return segment._replace(rows=kept.num_rows)


def renewed(folder: Path, segment: Segment, kind: "Kind | None") -> Segment:
    """Rewrite a segment of a kind that has new records in other columns, so that all segments of a kind have the same."""
    path = folder / segment.path
    if kind is None or pq.read_schema(path).names == schema(kind).names:
        return segment
    filled = unsaid(kind)
    batches = (_filled(batch, kind, filled) for batch in pq.ParquetFile(path).iter_batches(GROUP))
    _store(folder, segment, schema(kind), batches)
    return segment


def _filled(batch: pa.RecordBatch, kind: "Kind", filled: Mapping[str, Any]) -> pa.RecordBatch:
    columns = [
        batch.column(f.name)
        if f.name in batch.schema.names
        else pa.repeat(pa.scalar(filled[f.name], f.type), len(batch))
        for f in schema(kind)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema(kind))


def merged(folder: Path, segments: list[Segment]) -> list[Segment]:
    """Return the segments by kind and position, small neighbours merged: each kind keeps a few, of falling sizes."""
    done: list[Segment] = []
    for segment in sorted(segments):
        done.append(segment)
        while len(done) > 1 and _belong(done[-2], done[-1]):
            done[-2:] = [_joined(folder, done[-2], done[-1])]
    return done


def _belong(a: Segment, b: Segment) -> bool:
    return a[:2] == b[:2] and a.rows < 2 * b.rows and a.rows + b.rows <= LARGEST


def _joined(folder: Path, a: Segment, b: Segment) -> Segment:
    both = a._replace(last=b.last, rows=a.rows + b.rows)
    files = [pq.ParquetFile(folder / s.path) for s in (a, b)]
    columns = files[0].schema_arrow
    _store(folder, both, columns, (batch for f in files for batch in f.iter_batches(GROUP)))
    return both
