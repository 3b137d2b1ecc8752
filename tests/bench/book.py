"""Loading a sheet into the book, held against the driver's bare inserts, on SQLite and on PostgreSQL.

    PYTHONPATH=tests python -m bench.book [RECORDS] [postgresql://...]

Loading is all of it: the sheet's cells read and checked, each record's double looked for, hashed, salted, fingerprinted,
written as canonical text, guarded row by row. There are two bare inserts, of columns that stand ready, into tables without
index or trigger: the sheet's own columns, and the columns that the book's two tables keep. Each ends with its commit.
They take turns with the loading: three times with three tenths of the records, of which the medians count, and once with all.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import polars as pl

from books import BY, docketed, kind
from plumbline.sheets.checking import check
from plumbline.sheets.order import doubled, impossible, out_of_order
from plumbline.sheets.rows import rows_of
from plumbline.sheets.shapes import ROW, Sheet
from plumbline.web.book import Book, canonicals, load, open_book
from plumbline.web.book.checkpoints import seal
from plumbline.web.book.firsts import firsts
from plumbline.web.book.mirroring import mirror
from plumbline.web.book.posting import fingerprinted, prepared, signed
from plumbline.web.book.verifying import differences
from postgres import fresh

MOST = 6.0
"""How many times the bare insert loading may take."""
MOST_MEMORY = 1.5e9
"""Bytes that loading a million records may take."""
ROUNDS, PART = 3, 0.3


class Measured(NamedTuple):
    """Seconds: the sheet's columns bare, checking the sheet, loading what was checked, the book's columns bare."""

    bare: float
    check: float
    load: float
    kept: float

    @property
    def whole(self) -> float:
        """Checking and loading."""
        return self.check + self.load


def measured(records: int, folder: Path, url: str = "") -> tuple[Measured, Book]:
    """Load so many records bare, then checked into a new book, then bare again as the book keeps them."""
    frame = docketed(records)
    sheet = _sheet(frame)
    book = open_book(folder / "book", create=True, url=url)
    bare = _took(lambda: _bare(folder, url, frame))
    valid: list[pl.DataFrame] = []
    checking = _took(lambda: valid.append(_checked(sheet, book)))
    loading = _took(lambda: load(book, [(kind(), valid[0])], **BY))
    return Measured(bare, checking, loading, _kept(folder, book, frame)), book


def _sheet(frame: pl.DataFrame) -> Sheet:
    """Return records as the cells of a sheet: texts all, under the heads of the template."""
    written = {pl.Boolean: lambda c: pl.when(c).then(pl.lit("是")).otherwise(pl.lit("否"))}
    texts = [written.get(type(t), lambda c: c.cast(pl.String))(pl.col(n)).alias(n) for n, t in frame.schema.items()]
    cells = frame.select(texts)
    heads = tuple(column.label.zh for column in kind().columns)
    return Sheet(kind().title.zh, 1, heads, cells.rename({n: str(i) for i, n in enumerate(cells.columns)}))


def _checked(sheet: Sheet, book: Book) -> pl.DataFrame:
    """Return the sheet's records, put through all that ``plumbline load`` puts them through."""
    found, faults = rows_of(sheet, {kind().name: kind()})
    batch, wrong = check(found[0])
    wrong += impossible(batch, date.today()) + doubled([batch])
    wrong += out_of_order([batch], [kind()], lambda of, some: firsts(book, of, some[0].frame["case"]))
    _require(not faults and not wrong)
    return batch.frame.drop(ROW)


def _kept(folder: Path, book: Book, frame: pl.DataFrame) -> float:
    """Return what inserting the columns of the book's tables takes, made beforehand a stretch at a time."""
    by, at, took = signed(book, **BY), 0, 0.0
    with _connected(folder, book.url) as connection, connection.cursor() as cursor:
        for part in canonicals.arranged(kind(), frame).iter_slices(100_000):
            made = prepared(book, fingerprinted(book, part), by, at)
            at += len(part)
            for name, table in (("bare_entry", made.entries), ("bare_content", made.contents)):
                took += _took(lambda: cursor.adbc_ingest(name, table, mode="create_append"))  # noqa: B023
        return took + _took(connection.commit)


def _afterwards(book: Book, frame: pl.DataFrame) -> tuple[float, float, float, float]:
    again = _took(lambda: load(book, [(kind(), frame)], **BY))
    sealing = _took(lambda: seal(book, BY["recorded_at"]))
    mirroring = _took(lambda: mirror(book))
    return again, sealing, mirroring, _took(lambda: _require(not list(differences(book))))


def _bare(folder: Path, url: str, frame: pl.DataFrame) -> None:
    rows = frame.with_columns(pl.col("on").cast(pl.String), pl.col("at").cast(pl.String))
    with _connected(folder, url) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest("bare", rows.to_arrow(compat_level=pl.CompatLevel.oldest()), mode="create")
        connection.commit()


def _connected(folder: Path, url: str) -> Any:
    connect: Any = adbc_driver_postgresql.dbapi.connect if url else adbc_driver_sqlite.dbapi.connect
    return connect(url or str(folder / "bare.sqlite3"))


def _database(url: str) -> str:
    """Return the address of an empty database on the same server: each round has its own."""
    return fresh(url.rpartition("/")[0]) if url else ""


def _require(sound: bool) -> None:
    if not sound:
        raise AssertionError("the book that was measured differs from what was written")


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _told(records: int, rounds: list[Measured]) -> str:
    bare, whole, kept = (median(getattr(m, name) for m in rounds) for name in ("bare", "whole", "kept"))
    return (
        f"{records:,} records, {len(rounds)} x: {whole:.1f} s (of it checking {median(m.check for m in rounds):.1f} s), "
        f"{whole / bare:.1f} x the sheet's columns bare ({bare:.1f} s), "
        f"{whole / kept:.1f} x the book's columns bare ({kept:.1f} s)"
    )


def main(records: str = "1000000", url: str = "") -> None:
    """Print what loading takes, and what is done with a book afterwards."""
    some, rounds = int(int(records) * PART), []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            rounds.append(measured(some, Path(folder), _database(url))[0])
    print(_told(some, rounds), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        made, book = measured(int(records), Path(folder), _database(url))
        print(_told(int(records), [made]), flush=True)
        print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9:.2f} GB", flush=True)
        again, sealing, mirroring, verifying = _afterwards(book, docketed(int(records)))
    print(
        f"{book.vendor}: again {again:.1f} s, seal {sealing:.1f} s, mirror {mirroring:.1f} s, verify {verifying:.1f} s"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
