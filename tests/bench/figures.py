"""How fast the figures of all lines are read over books of 10^5 to 10^7 records, beside SQL written by hand (bench.by_hand).

    python -m bench.figures [SIZE ...] [--folder FOLDER] [--slowest N]

Both read the same Parquet files and must give the same numbers. Prints a table; ratios say more than seconds. A figure
without a query is named, and neither side's time has it.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from bench.books import book, more, news
from bench.by_hand import Peer, connected, peers
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import drill
from plumbline.figures.mirror import FOLDS, HEAD, Mirror, opened
from plumbline.figures.opening import open_mirror
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, kinds
from plumbline.periods import span

PERIOD = span("2020")


class Took(NamedTuple):
    """What some work gave, the seconds it took by the clock, and of the processor, all threads together."""

    found: Any
    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Took:
    """Do some work and time it."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return Took(found, time.perf_counter() - wall, time.process_time() - cpu)


class Beside(NamedTuple):
    """One figure: what it took by hand, and read here for the first time and again."""

    peer: Peer
    hand: Took
    first: Took
    again: Took


def beside(tables: TablesOf, connection: duckdb.DuckDBPyConnection, written: Sequence[Peer]) -> list[Beside]:
    """Read each figure by hand and here, in turn, then all once more; AssertionError where two numbers differ."""
    catalogue = Catalogue(figures())
    pairs = [
        (timed(lambda p=p: by_hand(connection, p)), timed(lambda p=p: here(catalogue, tables, p))) for p in written
    ]
    for peer, (wanted, got) in zip(written, pairs, strict=True):
        assert got.found[: len(wanted.found)] == wanted.found, (peer.figure, peer.counting, got.found, wanted.found)
    again = [timed(lambda p=p: here(catalogue, tables, p)) for p in written]
    return [Beside(p, hand, first, last) for p, (hand, first), last in zip(written, pairs, again, strict=True)]


def by_hand(connection: duckdb.DuckDBPyConnection, peer: Peer) -> tuple[int, ...]:
    """Ask a query: the number, and of a share what it is divided by."""
    return connection.execute(peer.sql).fetchall()[0]


def here(catalogue: Catalogue, tables: TablesOf, peer: Peer) -> tuple[int, int]:
    """Read the same figure here."""
    reading = read(catalogue[peer.figure], tables, PERIOD, counting=peer.counting)
    return reading.numerator, reading.denominator


def measure(folder: Path, mirror: Mirror, all_: Sequence[Beside]) -> dict[str, float]:
    """Return the measures of one book, seconds or ratios."""
    hand, first, again = (_sum([getattr(b, turn) for b in all_]) for turn in ("hand", "first", "again"))
    catalogue, tables = Catalogue(figures()), open_mirror(folder, kinds()).tables
    drilled = [
        timed(lambda name=n: drill(catalogue[name], tables, PERIOD)) for n in ("trials.docketed", "trials.pending")
    ]
    small, large = (_refreshed(folder, size) for size in (1_000, 20_000))
    return {
        "hand, s": hand.wall,
        "first, s": first.wall,
        "again, s": again.wall,
        "first / hand": first.wall / hand.wall,
        "again / hand": again.wall / hand.wall,
        "first / hand, cpu": first.cpu / hand.cpu,
        "again / hand, cpu": again.cpu / hand.cpu,
        "drill, s": max(d.wall for d in drilled),
        "refresh 1,000, s": small.wall,
        "refresh 20,000, s": large.wall,
        "peak, GB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    }


def _sum(all_: list[Took]) -> Took:
    return Took(None, sum(t.wall for t in all_), sum(t.cpu for t in all_))


def _refreshed(folder: Path, size: int) -> Took:
    """Add new records to a mirror; making them is not counted."""
    mirror = opened(folder)
    batches = news(mirror, size)
    return timed(lambda: more(folder, mirror, batches))


def told(all_: Sequence[Beside], lacking: Sequence[Peer], slowest: int) -> None:
    """Print what each line took, which figures have no query, and the slowest."""
    for line, readings in Counter(_line(b.peer) for b in all_).items():
        hand, first, again = (
            sum(getattr(b, t).wall for b in all_ if _line(b.peer) == line) for t in Beside._fields[1:]
        )
        print(
            f"  {line:16} {readings:3} readings {hand:8.3f} s by hand, first {first / hand:5.2f} x, again {again / hand:5.2f} x"
        )
    for peer in lacking:
        print(f"  {peer.figure} ({peer.counting}): no query by hand")
    for b in sorted(all_, key=lambda b: b.hand.wall - b.first.wall)[:slowest]:
        took = f"{b.hand.wall:8.3f} {b.first.wall:8.3f} {b.again.wall:8.3f}"
        print(f"  {b.peer.figure:32} {b.peer.counting:8} {took}", file=sys.stderr)


def _line(peer: Peer) -> str:
    return peer.figure.split(".")[0]


def run(folder: Path, size: int, slowest: int) -> None:
    """Measure a book of about ``size`` records, which is made where ``folder`` has none."""
    mirror = opened(folder) if (folder / HEAD).exists() else book(folder, size)
    shutil.rmtree(folder / FOLDS, ignore_errors=True)
    every = peers(Catalogue(figures()), PERIOD)
    written, lacking = [p for p in every if p.sql], [p for p in every if not p.sql]
    print(f"{mirror.size:,} records, {len(written)} readings")
    all_ = beside(open_mirror(folder, kinds()).tables, connected(folder, mirror), written)
    told(all_, lacking, slowest)
    for name, value in measure(folder, mirror, all_).items():
        print(f"  {name:20} {value:10.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10**5, 10**6])
    parser.add_argument("--folder", type=Path, help="where books are kept for the next run")
    parser.add_argument("--slowest", type=int, default=0, help="how many of the slowest figures to tell")
    asked = parser.parse_args()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as aside:
            run((asked.folder or Path(aside)) / str(size), size, asked.slowest)


if __name__ == "__main__":
    main()
