"""A mirror written from records at hand: what a book would write, without a book."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from plumbline.figures.engines.duckdb import DuckDB
from plumbline.figures.mirror import Erased, Mirror, opened, schema
from plumbline.figures.mirroring import Batch, extend
from plumbline.figures.tables import TablesOf, tables_of
from plumbline.lines import kinds
from plumbline.records import Kind, Record, kind_of

FIRST_RECORDED = datetime(2021, 1, 1, tzinfo=UTC)


def rows(kind: Kind, placed: Sequence[tuple[int, Record]], supersedes: Mapping[int, int]) -> pa.Table:
    """Return records of one kind, each with its position, as the mirror keeps them."""
    return pa.Table.from_pylist([_row(p, record, supersedes.get(p)) for p, record in placed], schema(kind))


def batches(records: Iterable[Record], first: int = 0, supersedes: Mapping[int, int] | None = None) -> list[Batch]:
    """Return records in order of arrival as batches by kind; positions count from ``first``."""
    by_kind: dict[type[Record], list[tuple[int, Record]]] = {}
    for position, record in enumerate(records, first):
        by_kind.setdefault(type(record), []).append((position, record))
    return [(kind_of(m), rows(kind_of(m), placed, supersedes or {})) for m, placed in by_kind.items()]


def written(
    folder: Path,
    records: Sequence[Record],
    *,
    supersedes: Mapping[int, int] | None = None,
    roots: Mapping[int, str] | None = None,
    erased: Iterable[Erased] = (),
) -> Mirror:
    """Add records to the mirror in ``folder``; ``supersedes`` gives, by position, the position that is corrected."""
    first = opened(folder).size if (folder / "mirror.json").exists() else 0
    new = batches(records, first, supersedes)
    return extend(folder, new, size=first + len(records), origin="example.test/book", roots=roots or {}, erased=erased)


def tables(folder: Path, records: Sequence[Record], size: int | None = None, **more: Any) -> TablesOf:
    """Write records to a mirror in ``folder`` and open the tables of every line over it, as of ``size``."""
    mirror = written(folder, records, **more)
    return tables_of(DuckDB(folder), mirror, kinds(), size)


def _row(position: int, record: Record, supersedes: int | None) -> dict[str, Any]:
    said = record.model_dump(mode="python")
    at = said["at"]
    return {
        **said,
        "position": position,
        "at": at.isoformat("seconds") if at else None,
        "moment": datetime.combine(said["on"], at) if at else None,
        "recorded_at": FIRST_RECORDED + timedelta(minutes=position),
        "entered_by": "clerk",
        "approved_by": "chief",
        "supersedes": supersedes,
    }
