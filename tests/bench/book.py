"""Loading into the book, held against the driver's bare insert of the same columns, on SQLite and on PostgreSQL.

    PYTHONPATH=tests python -m bench.book [RECORDS] [postgresql://...]

Both sides end with their commit. The bare side writes the records' own columns into one table without index or trigger;
the book also hashes, salts, fingerprints, keeps canonical text, looks for each record's double and guards each row.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import polars as pl

from books import BY, docketed, kind
from plumbline.web.book import Book, load, open_book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.verifying import differences

MOST = 6.0
"""How many times the bare insert loading may take."""
MOST_MEMORY = 1.5e9
"""Bytes that loading a million records may take."""


class Measured(NamedTuple):
    """Seconds of each piece of work on one book, and the most memory the process ever had, in bytes."""

    database: str
    records: int
    bare: float
    load: float
    again: float
    seal: float
    mirror: float
    verify: float
    memory: int

    @property
    def ratio(self) -> float:
        """Loading against the bare insert."""
        return self.load / self.bare


def measured(records: int, folder: Path, url: str = "") -> Measured:
    """Load so many records, once bare and once into a new book, then seal, mirror and verify it."""
    frame = docketed(records)
    bare = _took(lambda: _bare(folder, url, frame))
    book = open_book(folder / "book", create=True, url=url)
    loading = _took(lambda: load(book, [(kind(), frame)], **BY))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(book.vendor, records, bare, loading, *_afterwards(book, frame), memory)


def _afterwards(book: Book, frame: pl.DataFrame) -> tuple[float, float, float, float]:
    again = _took(lambda: load(book, [(kind(), frame)], **BY))
    sealing = _took(lambda: seal(book, BY["recorded_at"]))
    mirroring = _took(lambda: mirror(book))
    return again, sealing, mirroring, _took(lambda: _require(not list(differences(book))))


def _bare(folder: Path, url: str, frame: pl.DataFrame) -> None:
    connect: Any = adbc_driver_postgresql.dbapi.connect if url else adbc_driver_sqlite.dbapi.connect
    rows = frame.with_columns(pl.col("on").cast(pl.String), pl.col("at").cast(pl.String))
    with connect(url or str(folder / "bare.sqlite3")) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest("bare", rows.to_arrow(compat_level=pl.CompatLevel.oldest()), mode="create")
        connection.commit()


def _require(sound: bool) -> None:
    if not sound:
        raise AssertionError("the book that was measured differs from what was written")


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(records: str = "1000000", url: str = "") -> None:
    """Print what one book takes."""
    with tempfile.TemporaryDirectory() as folder:
        made = measured(int(records), Path(folder), url)
    print(
        f"{made.database}: {made.records:,} records, {made.ratio:.1f} x bare ({made.load:.1f} s against {made.bare:.1f} s)"
    )
    print(f"again {made.again:.1f} s, seal {made.seal:.1f} s, mirror {made.mirror:.1f} s, verify {made.verify:.1f} s")
    print(f"memory {made.memory / 1e9:.2f} GB")


if __name__ == "__main__":
    main(*sys.argv[1:])
