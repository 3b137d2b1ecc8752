"""How fast figures are read over books of 10^5 to 10^7 records, beside SQL written by hand for DuckDB.

    python -m bench.figures [SIZE ...] [--folder FOLDER]

Both read the same Parquet files and must give the same numbers. Prints a table; ratios say more than seconds.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import duckdb

from bench.books import book
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import drill
from plumbline.figures.engines.duckdb import DuckDB
from plumbline.figures.mirror import HEAD, SUPERSEDED, Mirror, opened
from plumbline.figures.reading import read
from plumbline.figures.shapes import Counting
from plumbline.figures.tables import tables_of
from plumbline.lines import figures, kinds
from plumbline.periods import span

PERIOD = span("2020")
CASES = 'count(distinct (body, "case", "on"))'
PERSONS = 'count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)'
IN_2020 = "\"on\" between date '2020-01-01' and date '2020-12-31'"
UNTIL = "\"on\" <= date '{}'"
OPEN = """
    with i as (select body, "case", max("on") d from {into} where {by_end} group by all),
    o as (select body, "case", max("on") d from {out} where {by_end} group by all)
    select count(*) from i left join o using (body, "case") where o.d is null or o.d < i.d"""


class Task(NamedTuple):
    """A figure, how it is counted, and the SQL a person would write for it."""

    figure: str
    counting: Counting
    sql: str


def _flow(figure: str, kind: str, where: str = "true", counting: Counting = "cases") -> Task:
    counts = {"cases": CASES, "persons": PERSONS}.get(counting, "coalesce(sum(amount_fen), 0)")
    return Task(figure, counting, f"select {counts} from {figure.split('.')[0]}_{kind} where {IN_2020} and {where}")


def _open(figure: str, into: str, out: str, day: str = "2020-12-31") -> Task:
    line = figure.split(".")[0]
    return Task(figure, "cases", OPEN.format(into=f"{line}_{into}", out=f"{line}_{out}", by_end=UNTIL.format(day)))


TASKS = (
    _flow("investigations.filed", "Filed"),
    _flow("investigations.caught", "Caught", counting="persons"),
    _flow("investigations.transferred", "Transferred"),
    _flow("investigations.transferred", "Transferred", counting="persons"),
    _flow("prosecutions.received", "Received"),
    _flow("prosecutions.received", "Received", counting="persons"),
    _flow("prosecutions.concluded", "Concluded"),
    _flow("prosecutions.concluded", "Concluded", counting="persons"),
    _flow("prosecutions.prosecuted", "Decided", "outcome = '起诉'"),
    _flow("prosecutions.prosecuted", "Decided", "outcome = '起诉'", counting="persons"),
    _flow("prosecutions.returned", "Returned"),
    _flow("trials.docketed", "Docketed"),
    _flow("trials.docketed", "Docketed", counting="persons"),
    _flow("trials.docketed_first", "Docketed", "instance = '一审公诉'"),
    _flow("trials.concluded", "Concluded"),
    _flow("trials.concluded", "Concluded", counting="persons"),
    _flow("trials.suspended", "Suspended"),
    _flow("custody.detained", "Detained"),
    _flow("custody.arrests_approved", "ArrestDecided", "approved"),
    _flow("custody.arrested", "Arrested"),
    _flow("custody.freed", "Freed"),
    _flow("assets.controlled", "Controlled", "nature = '资金'", counting="amount"),
    _flow("assets.released", "Released", counting="amount"),
    _open("prosecutions.pending", "Received", "Concluded"),
    _open("trials.pending", "Docketed", "Concluded"),
    _open("prosecutions.carried_over", "Received", "Concluded", "2019-12-31"),
    _open("trials.carried_over", "Docketed", "Concluded", "2019-12-31"),
    Task(
        "trials.heard_pending",
        "cases",
        f"""
    with i as (select body, "case", max("on") d from trials_Docketed where {UNTIL.format("2020-12-31")} group by all),
    o as (select body, "case", max("on") d from trials_Concluded where {UNTIL.format("2020-12-31")} group by all),
    h as (select body, "case", max("on") d from trials_Heard where {UNTIL.format("2020-12-31")} group by all)
    select count(*) from i left join o using (body, "case") join h using (body, "case")
    where (o.d is null or o.d < i.d) and h.d >= i.d""",
    ),
)


def by_hand(folder: Path, mirror: Mirror) -> duckdb.DuckDBPyConnection:
    """Return a database with a view for each kind: its records less those superseded."""
    connection = duckdb.connect(config={"memory_limit": "3GB"})
    gone = [str(folder / s.path) for s in mirror.of(SUPERSEDED)]
    for line, of_line in kinds().items():
        for kind in of_line:
            if files := [str(folder / s.path) for s in mirror.of(line, kind)]:
                connection.execute(
                    f"create view {line}_{kind} as select * from read_parquet({files}) "
                    f"where position not in (select supersedes from read_parquet({gone}))"
                )
    return connection


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return how long some work took and what it gave."""
    begun = time.perf_counter()
    found = work()
    return time.perf_counter() - begun, found


def measure(folder: Path, mirror: Mirror) -> dict[str, float]:
    """Return the seconds of each measure over one book; raises AssertionError where two numbers differ."""
    catalogue = Catalogue(figures())
    tables = tables_of(DuckDB(folder), mirror, kinds())
    connection = by_hand(folder, mirror)
    hand = plumb = 0.0
    for task in TASKS:
        took, wanted = timed(lambda t=task: connection.execute(t.sql).fetchall()[0][0])
        took_here, reading = timed(lambda t=task: read(catalogue[t.figure], tables, PERIOD, counting=t.counting))
        assert reading.numerator == wanted, (task, reading.numerator, wanted)
        hand, plumb = hand + took, plumb + took_here
        print(f"  {task.figure:32} {task.counting:8} {wanted:>16,} {took:7.3f} {took_here:7.3f}", file=sys.stderr)
    again, _ = timed(lambda: [read(catalogue[t.figure], tables, PERIOD, counting=t.counting) for t in TASKS])
    drilled, _ = timed(lambda: drill(catalogue["trials.docketed"], tables, PERIOD))
    stock, _ = timed(lambda: drill(catalogue["trials.pending"], tables, PERIOD))
    return {"hand": hand, "plumbline": plumb, "again": again, "drill": drilled, "drill stock": stock}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10**5, 10**6])
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as aside:
            folder = (asked.folder or Path(aside)) / str(size)
            mirror = opened(folder) if (folder / HEAD).exists() else book(folder, size)
            found = measure(folder, mirror)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            ratio = found["plumbline"] / found["hand"], found["again"] / found["hand"]
            print(
                f"{mirror.size:>10,} "
                + "  ".join(f"{k} {v:.2f} s" for k, v in found.items())
                + f"  ratio {ratio[0]:.2f} (again {ratio[1]:.2f})  peak {peak:.1f} GB"
            )


if __name__ == "__main__":
    main()
