"""A second way to the same numbers: the mirror's Parquet rows, counted one by one in plain Python."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from plumbline.figures.mirror import SUPERSEDED, opened

Row = dict[str, Any]


def standing(folder: Path, line: str, kind: str, size: int) -> list[Row]:
    """Return the records of a kind that stand as of ``size``: below it, and superseded by none below it."""
    gone = {r["supersedes"] for r in _rows(folder, SUPERSEDED, "") if r["position"] < size}
    return [r for r in _rows(folder, line, kind) if r["position"] < size and r["position"] not in gone]


def cases(rows: Iterable[Row]) -> int:
    """Count cases of a flow: each body, case and day once."""
    return len({(r["body"], r["case"], r["on"]) for r in rows})


def persons(rows: Iterable[Row]) -> int:
    """Count persons of a flow: each token once a body and case, and all headcounts."""
    listed = list(rows)
    tokens = {(r["body"], r["case"], r["person"]) for r in listed if r["person"]}
    return len(tokens) + sum(r["persons"] for r in listed if not r["person"])


def within(rows: Iterable[Row], first: date, last: date) -> list[Row]:
    """Return the rows that happened from the first day to the last."""
    return [r for r in rows if first <= r["on"] <= last]


def pending(entered: Iterable[Row], left: Iterable[Row], day: date) -> dict[tuple[str, str], list[Row]]:
    """Return the cases whose last entry by the end of a day no leaving follows, each with its entries up to then."""
    held: dict[tuple[str, str], list[Row]] = {}
    for row in entered:
        if row["on"] <= day:
            held.setdefault((row["body"], row["case"]), []).append(row)
    for row in left:
        key = (row["body"], row["case"])
        if row["on"] <= day and key in held and row["on"] >= max(r["on"] for r in held[key]):
            del held[key]
    return held


def persons_of(entries: list[Row]) -> int:
    """Count a case's persons in a stock: its tokens, and the headcount of the latest entry by day, time, position."""
    latest = max(entries, key=lambda r: (r["on"], r["at"] or "", r["position"]))
    return len({r["person"] for r in entries if r["person"]}) + (latest["persons"] or 0)


def _rows(folder: Path, line: str, kind: str) -> list[Row]:
    segments = [s for s in opened(folder).segments if (s.line, s.kind) == (line, kind)]
    return [row for s in segments for row in pq.ParquetFile(folder / s.path).read().to_pylist()]
