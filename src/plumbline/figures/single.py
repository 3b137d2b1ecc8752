"""From rows of clocks tables to single clocks, which law.deadline counts and explains step by step."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from ibis import Table

from plumbline.figures.clocks import Clocks, fetched
from plumbline.law import Clock, Grant, Moment, Pause

Fetch = Callable[[Table], Any]
"""Runs an expression and returns its rows as an Arrow table."""


def single(clocks: Clocks, case: str, fetch: Fetch) -> list[Clock]:
    """Return the clocks of one case, each with its extensions and pauses, in order of their beginnings."""
    mine = clocks.rows.filter(clocks.rows["case"] == case)
    more = (table if table is None else table.semi_join(mine, "position") for table in clocks[1:])
    rows, grants, pauses = (frame.to_dicts() for frame in fetched(Clocks(mine, *more), fetch))
    of_clock = _by_clock(grants), _by_clock(pauses)
    return sorted((_clock(row, *of_clock) for row in rows), key=lambda c: (c.begins.first, c.position or 0))


def _by_clock(rows: Iterable[dict[str, Any]]) -> Mapping[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.pop("position")].append(row)
    return found


def _clock(row: dict[str, Any], grants: Mapping[int, Any], pauses: Mapping[int, Any]) -> Clock:
    position = row["position"]
    return Clock(
        row["case"], row["body"] or "", _moment(row["begins_on"], row["begins_moment"]),
        _moment(row["stops_on"], row["stops_moment"]) if row["stops_on"] else None,
        row["person"], row["begins_early"],
        tuple(Grant(**g) for g in grants.get(position, ())), tuple(Pause(**p) for p in pauses.get(position, ())),
        row["held"], bool(row["longer"]), position,
    )  # fmt: skip


def _moment(on: Any, moment: datetime | None) -> Moment:
    return Moment(on, moment.time() if moment else None)
