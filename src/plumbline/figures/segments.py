"""Segments: written, checked, and written again where records are erased, a kind gains a field, or they are merged."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from plumbline.errors import NoMirror, Words
from plumbline.figures.mirror import ANEW, PAIRS, SUPERSEDED, Mirror, Segment, opened, schema, unsaid

if TYPE_CHECKING:
    from plumbline.records import Kind

GROUP = 2**17
"""Rows of a Parquet row group."""
LARGEST = 2**21
"""Rows beyond which segments are not merged."""
NAME = b"plumbline.segment"
"""What a file's footer says its own path under."""


def checked(folder: Path) -> Mirror:
    """Return what the mirror in ``folder`` holds, each file of it there, of its size, its rows and its own name.

    Only footers are read; that the rows are those that were written, ``altered`` tells.

    Raises:
        NoMirror: there is none, or something of it is not as it was written.
    """
    mirror = opened(folder)
    for segment in mirror.segments:
        if segment.last >= mirror.size or not _fits(folder / segment.path, segment):
            raise _damaged(folder, segment)
    return mirror


def altered(folder: Path, mirror: Mirror) -> list[Segment]:
    """Return the segments whose files, read whole, are not those that were written."""
    return [s for s in mirror.segments if not _fits(folder / s.path, s) or _sha256(folder / s.path) != s.sha256]


def _fits(path: Path, segment: Segment) -> bool:
    try:
        if path.stat().st_size != segment.bytes:
            return False
        footer = pq.read_metadata(path)
    except (OSError, pa.ArrowException):
        return False
    return footer.num_rows == segment.rows and (footer.metadata or {}).get(NAME) == segment.path.encode()


def _damaged(folder: Path, segment: Segment) -> NoMirror:
    what = Words(
        "镜像的这个文件不见了，或不是当初写下的", "this file of the mirror is missing, or not as it was written"
    )
    return NoMirror(str(folder / segment.path), what, ANEW)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
    return _store(folder, segment, rows.schema, rows.to_batches(GROUP))


def _store(folder: Path, segment: Segment, columns: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Segment:
    """Write a segment's file whole or not at all, see it on the disk, and return the segment with what the file is."""
    path = folder / segment.path
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        with pq.ParquetWriter(file, columns.with_metadata({NAME: segment.path})) as writer:
            for batch in batches:
                writer.write_batch(batch)
        file.flush()
        os.fsync(file.fileno())
    written = segment._replace(bytes=part.stat().st_size, sha256=_sha256(part))
    part.replace(path)
    return written


def without(folder: Path, segment: Segment, positions: set[int]) -> Segment:
    """Take the records at these positions out of a segment's file, and return the segment as it then is."""
    held = sorted(p for p in positions if segment.first <= p <= segment.last)
    if not held:
        return segment
    rows = pq.read_table(folder / segment.path, partitioning=None)
    kept = rows.filter(pc.invert(pc.is_in(rows.column("position"), pa.array(held, pa.int64()))))
    return _store(folder, segment._replace(rows=kept.num_rows), kept.schema, kept.to_batches(GROUP))


def renewed(folder: Path, segment: Segment, kind: "Kind | None") -> Segment:
    """Rewrite a segment of a kind that has new records in other columns, so that all segments of a kind have the same."""
    path = folder / segment.path
    if kind is None or pq.read_schema(path).names == schema(kind).names:
        return segment
    filled = unsaid(kind)
    batches = (_filled(batch, kind, filled) for batch in pq.ParquetFile(path).iter_batches(GROUP))
    return _store(folder, segment, schema(kind), batches)


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
    return _store(folder, both, columns, (batch for f in files for batch in f.iter_batches(GROUP)))
