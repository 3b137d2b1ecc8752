"""Who is at which site at the end of which day, from what came, left and was taken to hospital."""

from datetime import date
from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

STAY = ("body", "case", "site")
PLACE = ("body", "site")
SIGNS = {"Placed": 1, "Left": -1, "Transferred": -1}


def here(arrivals: "Tables", day: date) -> "Table":
    """Return the batches still at a site at a day's end, one row a batch and site: how many, first placing's position."""
    moved = _moves(arrivals, day)
    each = moved.group_by(STAY).agg(
        position=moved.position.min(where=moved.persons > 0),
        on=moved.on.max(),
        persons=moved.persons.sum().cast("int64"),
    )
    return each.filter((each.persons > 0) & each.position.notnull())


def crowded(arrivals: "Tables", day: date) -> "Table":
    """Return body, site and day, of days with moves up to ``day``, at whose end more were there than the site holds."""
    moved = _moves(arrivals, day)
    days = moved.group_by(*PLACE, "on").agg(change=moved.persons.sum())
    so_far = ibis.window(group_by=PLACE, order_by="on", preceding=None, following=0)
    days = days.mutate(held=days.change.sum().over(so_far))
    held = days.left_join(_capacities(arrivals, days), [*PLACE, "on"])
    return held.filter(held.held > held.capacity.fill_null(ibis.literal(0))).select(*PLACE, "on")


def _moves(arrivals: "Tables", day: date) -> "Table":
    """Return all moves up to a day, ``persons`` less than nought for those who went."""
    flows = ((arrivals.flow(kind), sign) for kind, sign in SIGNS.items())
    every = ibis.union(*(rows.select(*STAY, "position", "on", persons=rows.persons * sign) for rows, sign in flows))
    return every.filter(every.on <= day)


def _capacities(arrivals: "Tables", days: "Table") -> "Table":
    """Return what each site of ``days`` holds by the last word on it up to that day."""
    opened, closed = arrivals.flow("SiteOpened"), arrivals.flow("SiteClosed")
    words = opened.select("body", "position", site="case", since="on", capacity="capacity").union(
        closed.select("body", "position", site="case", since="on", capacity=ibis.literal(0, "int64"))
    )
    met = days.join(words, PLACE)
    met = met.filter(met.since <= met.on)
    last = met.since.cast("string") + met.position.cast("string").lpad(20, "0")
    return met.group_by(*PLACE, "on").agg(capacity=met.capacity.argmax(last))
