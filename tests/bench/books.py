"""The example city of any size, straight to a mirror: every line of work, a run of the city at a time."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pyarrow as pa

from plumbline.demo.city.city import city
from plumbline.demo.city.registers import Registers
from plumbline.figures.mirror import Mirror, schema
from plumbline.figures.mirroring import Batch, extend
from plumbline.lines import kinds
from plumbline.records import Kind

CITY = 88_000
"""Records of the city at scale 1, about."""
CORRECTED = 500
"""One record in so many corrects an earlier one of its kind."""
SEED = 2020


def book(folder: Path, size: int) -> Mirror:
    """Write a book of about ``size`` records, a city's at least, to a mirror in ``folder``; returns what it holds."""
    mirror = Mirror()
    for run in city(SEED, max(1, round(size / CITY))):
        mirror = more(folder, mirror, list(_batches(run.registers, mirror.size)))
    return mirror


def news(mirror: Mirror, size: int) -> list[Batch]:
    """Return about ``size`` records of new cases, to follow those of a mirror that ``book`` wrote."""
    registers = next(city(SEED + 1)).registers
    new = pl.format("新{}", "case").alias("case")
    return list(
        _batches({k: r.head(r.height * size // CITY).with_columns(new) for k, r in registers.items()}, mirror.size)
    )


def more(folder: Path, mirror: Mirror, batches: list[Batch]) -> Mirror:
    """Bring a mirror up to date with these records."""
    total = mirror.size + sum(rows.num_rows for _, rows in batches)
    return extend(folder, batches, size=total, origin="bench.test/book", roots={total: f"{total:064x}"})


def _batches(registers: Registers, first: int) -> Iterator[Batch]:
    known = kinds()
    for (line, name), rows in sorted(registers.items()):
        yield known[line][name], _rows(known[line][name], rows, first)
        first += rows.height


def _rows(kind: Kind, rows: pl.DataFrame, first: int) -> pa.Table:
    """Return a register in the columns of the mirror, its positions counted from ``first``."""
    index = pl.int_range(pl.len())
    wide = rows.with_columns(
        (first + index).alias("position"), pl.col("at").cast(pl.String), pl.col("on").dt.combine(pl.col("at")).alias("moment"),
        pl.when(index % CORRECTED == 7).then(first + index - 5).alias("supersedes"),
        recorded_at=pl.datetime(2021, 1, 1, time_zone="UTC"), entered_by=pl.lit("clerk"), approved_by=pl.lit("chief"),
    )  # fmt: skip
    return wide.to_arrow(compat_level=pl.CompatLevel.oldest()).select(schema(kind).names).cast(schema(kind))
