"""How matters stand on a day: done or not, reviewed by whom, due when."""

from datetime import date
from typing import TYPE_CHECKING

import ibis

from plumbline.figures.accounting import beside
from plumbline.figures.standing import taken_on

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

SETS_DUE = {"Assigned": "due", "Reopened": "due", "Granted": "until"}
"""The kinds that set a due date, in the order they come in on one day, each with its field."""


def standing(matters: "Tables", day: date) -> "Table":
    """Return the matters assigned by the end of a day, one a row: the columns of the stock, and these.

    ``position`` of the record that assigned it, ``due`` as it then stands, ``by_doer`` (reviewed by a body that did it and
    by no post of its own), ``closed`` (found done by another, and neither reopened nor assigned again since).
    """
    return matters.once("standing", day, lambda: _standing(matters, day))


def _standing(matters: "Tables", day: date) -> "Table":
    t = _with_doer(matters, taken_on(matters, day, "assigned"))
    by_doer = t.doer.notnull() & t.reviewed_verified_post.isnull()
    done = t.reviewed_passed & ~by_doer & (t.reviewed_on >= t.assigned_on)
    again = (t.reopened_on >= t.reviewed_on).fill_null(False)
    rows = t.mutate(by_doer=by_doer, closed=done.fill_null(False) & ~again).drop("doer")
    given = dues(matters, day)
    return beside(rows, given.filter(given.latest).select("body", "case", "due"))


def _with_doer(matters: "Tables", cases: "Table") -> "Table":
    """Add ``doer``: the body that reviewed it where that is its lead or a supporting body, else null."""
    lead, supported = matters.flow("Assigned"), matters.flow("Supported")
    doers = (
        lead.select("body", "case", doer="lead").union(supported.select("body", "case", doer="supporter")).distinct()
    )
    same = [cases[key] == doers[key] for key in ("body", "case")]
    found = cases.left_join(doers, [*same, cases.reviewed_verified_by == doers.doer])
    return found.drop("body_right", "case_right")


def dues(matters: "Tables", day: date) -> "Table":
    """Return each due date given up to the end of a day: kind, position, body, case, on, due, ``due_before``, ``latest``."""
    parts = [_given(matters.flow(kind), kind, rank, day) for rank, kind in enumerate(SETS_DUE)]
    rows = ibis.union(*parts)
    order = ibis.window(group_by=["body", "case"], order_by=["on", "rank", "position"])
    return rows.mutate(due_before=rows.due.lag().over(order), latest=rows.position.lead().over(order).isnull())


def _given(rows: "Table", kind: str, rank: int, day: date) -> "Table":
    until = rows.filter(rows.on <= day)
    told = {"due": until[SETS_DUE[kind]], "kind": ibis.literal(kind), "rank": ibis.literal(rank, "int64")}
    return until.select("position", "body", "case", "on", **told)
