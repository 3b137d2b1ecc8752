"""How long the deadlines of a million episodes in custody take, in columns and one by one, by the same rules.

Run: python tests/bench/limits.py [EPISODES]. Every tenth episode has a pause, three in ten an extension, one in a
hundred an extension by the wrong body; of the sample the state of each is compared.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median
from typing import Any

import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from clockwork import as_frames
from plumbline.figures.clocks import Fetched
from plumbline.figures.deadlines import judged
from plumbline.figures.holidays import published
from plumbline.law import Clock, Grant, Moment, Pause, State, deadline
from plumbline.lines.custody.limits import investigation

SAMPLE = 20_000
TURNS = 5
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


def in_columns(clocks: Fetched) -> pl.DataFrame:
    """Judge all clocks at once."""
    return judged(investigation, clocks, DAY, published())


def one_by_one(clocks: Sequence[Clock]) -> list[State]:
    """Judge each clock alone."""
    return [deadline(investigation, c, DAY, published()).state for c in clocks]


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Do some work; return what it gave and the seconds it took."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def main(n: int = 1_000_000) -> float:
    """Measure in turns, print, and return how many times faster the columns are: a ratio of medians."""
    some = list(episodes(n))
    clocks, sampled = as_frames(some), some[:SAMPLE]
    assert in_columns(as_frames(sampled)).sort("position")["state"].to_list() == one_by_one(sampled)
    columns, alone = [], []
    for _ in range(TURNS):
        found, took = timed(lambda: in_columns(clocks))
        columns.append(took)
        alone.append(timed(lambda: one_by_one(sampled))[1] * n / len(sampled))
    here, there = median(columns), median(alone)
    print(
        f"{n:,} episodes: columns {here:.2f} s, one by one {there:.1f} s ({len(sampled):,} measured): {there / here:.0f} x"
    )
    print(f"states {Counter(found['state'].to_list())}; at most {getrusage(RUSAGE_SELF).ru_maxrss / 2**20:.1f} GB")
    return there / here


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
