"""How long the deadlines of a million episodes in custody take, in columns and one by one, by the same rules.

Run: python tests/bench/limits.py [EPISODES]. Every tenth episode has a pause, three in ten an extension, one in a
hundred an extension by the wrong body; the states that come out of both ways are compared.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage

import ibis

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from clockwork import as_tables
from plumbline.figures.clocks import Clocks
from plumbline.figures.deadlines import judged
from plumbline.figures.holidays import published
from plumbline.law import Clock, Grant, Moment, Pause, deadline
from plumbline.lines.custody.limits import investigation

SAMPLE = 20_000
DAY = date(2021, 6, 30)
FIRST = date(2018, 10, 26)


def episodes(n: int, seed: int = 1) -> Iterator[Clock]:
    """Yield made-up episodes after arrest, 2018 to 2020."""
    r = Random(seed)
    for i in range(n):
        begins = FIRST + timedelta(r.randrange(780))
        stops = Moment(begins + timedelta(r.randrange(20, 150))) if i % 20 else None
        approver = "本级检察院" if i % 100 == 0 else "上一级检察院"
        grants = (Grant("侦查延长一个月", approver, begins + timedelta(r.randrange(40, 62))),) if i % 10 < 3 else ()
        first = begins + timedelta(r.randrange(50))
        pauses = (Pause(first, first + timedelta(r.randrange(1, 40)), "精神病鉴定"),) if i % 10 == 9 else ()
        yield Clock(
            f"兰看〔2020〕{i}号",
            "兰州市公安局城关分局",
            Moment(begins),
            stops,
            None,
            None,
            grants,
            pauses,
            True,
            False,
            i,
        )


def in_columns(con: ibis.BaseBackend, clocks: Clocks, name: str) -> Counter[str]:
    """Judge all clocks, keep the deadlines as a table of that name, and count the states."""
    found = con.create_table(name, judged(investigation, clocks, DAY, published()), temp=True)
    return Counter(
        {r["state"]: r["n"] for r in con.to_pyarrow(found.group_by("state").agg(n=found.count())).to_pylist()}
    )


def one_by_one(clocks: list[Clock]) -> Counter[str]:
    """Judge each clock alone."""
    return Counter(deadline(investigation, c, DAY, published()).state for c in clocks)


def stored(con: ibis.BaseBackend, clocks: Clocks, name: str) -> Clocks:
    """Keep the clocks in the engine, as those of a book are."""
    tables = zip(Clocks._fields, clocks, strict=True)
    return Clocks(*(con.create_table(f"{name}_{part}", table, temp=True) for part, table in tables))


def main(n: int = 1_000_000) -> float:
    """Measure, print, and return how many times faster the columns are."""
    con = ibis.duckdb.connect()
    published()
    some = list(episodes(n))
    clocks = stored(con, as_tables(some), "all")
    began = time.perf_counter()
    states = in_columns(con, clocks, "deadlines")
    columns = time.perf_counter() - began
    began = time.perf_counter()
    sampled = one_by_one(some[:SAMPLE])
    alone = (time.perf_counter() - began) * n / min(SAMPLE, n)
    again = in_columns(con, stored(con, as_tables(some[:SAMPLE]), "sample"), "sampled")
    assert again == sampled, (again, sampled)
    gb = getrusage(RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{n:,} episodes: columns {columns:.2f} s, one by one {alone:.1f} s ({SAMPLE:,} measured): {alone / columns:.0f} x"
    )
    print(f"states {dict(states)}; at most {gb:.1f} GB")
    return alone / columns


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
