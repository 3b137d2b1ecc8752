"""How fast figures are read over books of 10^5 to 10^7 records, beside SQL written by hand for DuckDB.

    python -m bench.figures [SIZE ...] [--folder FOLDER]

Both read the same Parquet files and must give the same numbers. Prints a table; ratios say more than seconds.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from bench.books import book, more, news
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import drill
from plumbline.figures.mirror import FOLDS, HEAD, SUPERSEDED, Mirror, opened
from plumbline.figures.opening import open_mirror
from plumbline.figures.reading import read
from plumbline.figures.shapes import Counting
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, kinds
from plumbline.periods import span

PERIOD = span("2020")
CASES = 'count(distinct (body, "case", "on"))'
PERSONS = 'count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)'
IN_2020 = "\"on\" between date '2020-01-01' and date '2020-12-31'"
UNTIL = "\"on\" <= date '{}'"
CASES_HELD = "count(*)"
PERSONS_HELD = "coalesce(sum(i.heads + i.tokens), 0)"
LAST = """{name} as (select body, "case", max("on") d {more} from {view} where {until} group by all)"""
HEADS = (
    """, coalesce(arg_max(coalesce(persons, 0), {'d': "on", 'p': position}), 0) heads, count(distinct person) tokens"""
)
"""What a person writes to count persons of cases as they stand: the latest headcount and the tokens of each case."""


class Task(NamedTuple):
    """A figure, how it is counted, and the SQL a person would write for it: of the numerator, and of a share's base."""

    figure: str
    counting: Counting
    sql: str
    base: str = ""


def _flow(figure: str, kind: str, where: str = "true", counting: Counting = "cases", base: str = "") -> Task:
    counts = {"cases": CASES, "persons": PERSONS}.get(counting, f"coalesce(sum({AMOUNTS.get(kind, 'amount_fen')}), 0)")
    line = figure.split(".")[0]
    below = f"select {counts} from {line}_{base} where {IN_2020}" if base else ""
    return Task(figure, counting, f"select {counts} from {line}_{kind} where {IN_2020} and {where}", below)


def _held(
    figure: str, into: str, out: str, keep: str, counting: Counting, more: tuple[str, ...] = (), base: str = ""
) -> Task:
    """Cases as they stand: the latest entry ``i``, the latest leaving ``o``, and of further kinds the latest record."""
    line, until = figure.split(".")[0], UNTIL.format("2019-12-31" if figure.endswith("carried_over") else "2020-12-31")
    persons = counting == "persons"
    named = [
        ("i", into, HEADS if persons else ""),
        ("o", out, ""),
        *((kind[0].lower() + "_", kind, "") for kind in more),
    ]
    parts = ", ".join(LAST.format(name=n, view=f"{line}_{kind}", until=until, more=m) for n, kind, m in named)
    joins = " ".join(f'left join {n} using (body, "case")' for n, _, _ in named[1:])
    sql = f"with {parts} select {PERSONS_HELD if persons else CASES_HELD} from i {joins} where "
    return Task(figure, counting, sql + keep, sql + base if base else "")


AMOUNTS = {"Cleared": "incidents"}
STAYS = "(o.d is null or o.d < i.d)"
GONE_IN_2020 = "o.d between date '2020-01-01' and date '2020-12-31' and o.d >= i.d"
HAND = "(o.d is null or o.d >= date '2020-01-01' or o.d < i.d)"
BOTH: tuple[Counting, ...] = ("cases", "persons")


def _tasks() -> Iterator[Task]:
    """Every figure that SQL can be written for without repeating how the figures themselves are built."""
    for figure, kind, where in (
        ("investigations.transferred", "Transferred", "true"),
        ("prosecutions.received", "Received", "true"),
        ("prosecutions.concluded", "Concluded", "true"),
        ("prosecutions.prosecuted", "Decided", "outcome = '起诉'"),
        (
            "prosecutions.not_prosecuted",
            "Decided",
            "outcome in ('法定不起诉', '酌定不起诉', '存疑不起诉', '附条件不起诉')",
        ),
        ("trials.docketed", "Docketed", "true"),
        ("trials.docketed_first", "Docketed", "instance = '一审公诉'"),
        ("trials.concluded", "Concluded", "true"),
    ):
        yield from (_flow(figure, kind, where, counting) for counting in BOTH)
    yield from (_flow("trials.concluded_per_docketed", "Concluded", "true", c, "Docketed") for c in BOTH)
    yield _flow("investigations.caught", "Caught", counting="persons")
    for figure, kind, where in (
        ("investigations.filed", "Filed", "true"),
        ("investigations.cleared_files", "Cleared", "true"),
        ("investigations.dropped", "Dropped", "true"),
        ("investigations.mafia_disbanded", "Disbanded", "group_class = '黑社会性质组织'"),
        ("prosecutions.returned", "Returned", "true"),
        ("prosecutions.resubmitted", "Resubmitted", "true"),
        ("trials.suspended", "Suspended", "true"),
        ("trials.extended", "Extended", "true"),
        ("custody.detained", "Detained", "true"),
        ("custody.arrests_asked", "ArrestAsked", "true"),
        ("custody.arrests_decided", "ArrestDecided", "true"),
        ("custody.arrests_approved", "ArrestDecided", "approved"),
        ("custody.arrests_refused", "ArrestDecided", "not approved"),
        ("custody.arrested", "Arrested", "true"),
        ("custody.extended", "Extended", "true"),
        ("custody.freed", "Freed", "true"),
    ):
        yield _flow(figure, kind, where)
    yield _flow("custody.approval_rate", "ArrestDecided", "approved", base="ArrestDecided")
    yield _flow("custody.refusal_rate", "ArrestDecided", "not approved", base="ArrestDecided")
    yield _flow("investigations.cleared", "Cleared", counting="amount")
    yield _flow("assets.controlled", "Controlled", "nature = '资金'", counting="amount")
    yield _flow("assets.property_controlled", "Controlled", counting="amount")
    yield _flow("assets.released", "Released", counting="amount")
    yield from (task for counting in BOTH for task in _standing(counting))


def _standing(counting: Counting) -> Iterator[Task]:
    unheard = f"{STAYS} and (h_.d is null or h_.d < i.d)"
    for line, into in (("prosecutions", "Received"), ("trials", "Docketed")):
        yield _held(f"{line}.pending", into, "Concluded", STAYS, counting)
        yield _held(f"{line}.carried_over", into, "Concluded", STAYS, counting)
        yield _held(f"{line}.on_hand", into, "Concluded", HAND, counting)
    yield _held("prosecutions.conclusion_rate", "Received", "Concluded", GONE_IN_2020, counting, (), HAND)
    yield _held("trials.clearance_rate", "Docketed", "Concluded", GONE_IN_2020, counting, (), HAND)
    yield _held("trials.heard_pending", "Docketed", "Concluded", f"{STAYS} and h_.d >= i.d", counting, ("Heard",))
    yield _held("trials.unheard", "Docketed", "Concluded", unheard, counting, ("Heard",))


TASKS = tuple(_tasks())


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


def measure(folder: Path, mirror: Mirror) -> dict[str, float]:
    """Return the measures of one book, seconds or ratios; raises AssertionError where two numbers differ."""
    catalogue = Catalogue(figures())
    tables = open_mirror(folder, kinds()).tables
    connection = by_hand(folder, mirror)
    hand, first = _beside(catalogue, tables, connection)
    again = timed(lambda: [read(catalogue[t.figure], tables, PERIOD, counting=t.counting) for t in TASKS])
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


def _beside(catalogue: Catalogue, tables: TablesOf, connection: duckdb.DuckDBPyConnection) -> tuple[Took, Took]:
    """Read each figure by hand and by Plumbline, in turn, and return the sums."""
    by_hand_, here = [], []
    for task in TASKS:
        by_hand_.append(timed(lambda t=task: [connection.execute(q).fetchall()[0][0] for q in (t.sql, t.base) if q]))
        here.append(timed(lambda t=task: read(catalogue[t.figure], tables, PERIOD, counting=t.counting)))
        wanted, reading = by_hand_[-1].found, here[-1].found
        got = [reading.numerator, reading.denominator][: len(wanted)]
        assert got == wanted, (task, got, wanted)
        took = f"{by_hand_[-1].wall:8.3f} {here[-1].wall:8.3f}"
        print(f"  {task.figure:32} {task.counting:8} {wanted[0]:>16,} {took}", file=sys.stderr)
    return _sum(by_hand_), _sum(here)


def _sum(all_: list[Took]) -> Took:
    return Took(None, sum(t.wall for t in all_), sum(t.cpu for t in all_))


def _refreshed(folder: Path, size: int) -> Took:
    """Add new records to a mirror; making them is not counted."""
    mirror = opened(folder)
    batches = news(mirror, size)
    return timed(lambda: more(folder, mirror, batches))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10**5, 10**6])
    parser.add_argument("--folder", type=Path, help="where books are kept for the next run")
    asked = parser.parse_args()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as aside:
            folder = (asked.folder or Path(aside)) / str(size)
            mirror = opened(folder) if (folder / HEAD).exists() else book(folder, size)
            shutil.rmtree(folder / FOLDS, ignore_errors=True)
            print(f"{mirror.size:,} records, {len(TASKS)} readings")
            for name, value in measure(folder, mirror).items():
                print(f"  {name:20} {value:10.2f}")


if __name__ == "__main__":
    main()
