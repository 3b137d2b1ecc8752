"""Road chiefs: who answers for a point of a road on a day. A segment holds its first metre and not its last.

On the day one ends and another begins the new one answers.
"""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import ibis

if TYPE_CHECKING:
    from ibis import Table, Value

    from plumbline.figures.tables import Tables


class Stretch(NamedTuple):
    """A stretch of a road, in metres from its beginning, and how many chiefs it has."""

    road: str
    from_metres: int
    to_metres: int
    chiefs: int


def metres(post: "Value") -> "Value":
    """Return a column of posts (K1745+300) in metres."""
    told = post.re_extract(r"^K(\d+)", 1).cast("int64") * 1000
    return told + post.re_extract(r"\+(\d+)$", 1).nullif("").cast("int64").fill_null(0)


def terms(hazards: "Tables") -> "Table":
    """Return one row an appointment: body, case, position, road, start, end (metres), duty, since, until (None: still)."""
    rows, ended = hazards.flow("ChiefAppointed"), hazards.flow("ChiefEnded")
    last = ended.group_by("body", "case").agg(until=ended.on.max())
    rows = rows.left_join(last, ["body", "case"]).drop("body_right", "case_right")
    return rows.select(
        "body", "case", "position", "road", "duty", "until",
        start=metres(rows.from_post), end=metres(rows.to_post), since=rows.on,
    )  # fmt: skip


def standing(hazards: "Tables", day: date) -> "Table":
    """Return the terms that stand at the end of a day."""
    rows = terms(hazards)
    return rows.filter((rows.since <= day) & (rows.until.isnull() | (rows.until > day)))


def answering(hazards: "Tables", found: "Table") -> "Table":
    """Return hazards found on a road at a post, each with ``chiefs``, how many answer for it on its day, and ``duty``.

    ``duty`` is the post of the one chief, None where there is none or are several.
    """
    found = found.filter(found.road.notnull() & found.post.notnull())
    found, held = found.mutate(metre=metres(found.post)), terms(hazards)
    near = found.join(held.drop("body", "case", "position"), "road")
    here = near.filter(
        (near.start <= near.metre) & (near.metre < near.end)
        & (near.since <= near.on) & (near.until.isnull() | (near.until > near.on))
    )  # fmt: skip
    told = here.group_by("position").agg(chiefs=here.duty.nunique(), duty=here.duty.min())
    rows = found.left_join(told, "position").drop("position_right")
    rows = rows.mutate(chiefs=rows.chiefs.fill_null(0))
    return rows.mutate(duty=(rows.chiefs == 1).ifelse(rows.duty, ibis.null("string")))


def not_of_one(hazards: "Tables", day: date) -> list[Stretch]:
    """Return the stretches, between posts at which segments ever began or ended, that have no chief on a day, or several."""
    every = terms(hazards)
    ends = every.select("road", metre="start").union(every.select("road", metre="end"), distinct=True)
    onward = ibis.window(group_by="road", order_by="metre")
    cut = ends.select("road", from_metres="metre", to_metres=ends.metre.lead().over(onward))
    held = standing(hazards, day).select("duty", "start", "end", on_road="road")
    met = cut.filter(cut.to_metres.notnull()).left_join(
        held, [cut.road == held.on_road, held.start <= cut.from_metres, held.end >= cut.to_metres]
    )
    told = met.group_by("road", "from_metres", "to_metres").agg(chiefs=met.duty.nunique())
    odd = told.filter(told.chiefs != 1).order_by("road", "from_metres")
    return [Stretch(**row) for row in hazards.engine.fetch(odd).to_pylist()]
