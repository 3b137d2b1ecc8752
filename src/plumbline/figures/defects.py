"""Defects: what lines share in which a thing is Found, Rectified, Verified by another, Closed, and maybe FoundAgain."""

from datetime import date
from typing import TYPE_CHECKING

import ibis

from plumbline.figures.standing import happened
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

CASE = ("body", "case")


def defects(tables: "Tables", day: date) -> "Table":
    """Return the cases found by the end of a day, one a row, and how they stood since they were last found.

    Beside the columns of the stock: ``position``, ``opened`` (the day last found), and whether they are ``mended`` (put
    right, and no verification on that day or later failed), ``checked`` (mended and verified) and ``gone`` (closed).
    """
    cases = tables.stock(day)
    cases = cases.filter(cases.found_on.notnull())
    again = cases.found_again_on if "found_again_on" in cases.columns else ibis.null("date")
    cases = cases.mutate(opened=again.coalesce(cases.found_on), position=cases.found_position)
    fixed = (cases.rectified_on >= cases.opened).fill_null(False)
    seen = fixed & (cases.verified_on >= cases.rectified_on).fill_null(False)
    passed = seen & cases.verified_passed.fill_null(False)
    gone = (cases.closed_on >= cases.opened).fill_null(False)
    return cases.mutate(mended=fixed & (passed | ~seen), checked=passed, gone=gone)


def found_of(tables: "Tables", period: Span, which: "Table") -> "Table":
    """Return the records by which those of ``which`` were first found in the period."""
    return happened(tables, "Found", period).semi_join(which, list(CASE))


def passed(tables: "Tables", period: Span) -> "Table":
    """Return the verifications of the period that were passed."""
    rows = happened(tables, "Verified", period)
    return rows.filter(rows.passed)


def own_work(tables: "Tables", period: Span) -> "Table":
    """Return the verifications of the period by who had put it right, as the last record of that before it says.

    Two posts of one body, both named, are two.
    """
    rows, fixed = happened(tables, "Verified", period), tables.flow("Rectified")
    told = {"day": fixed.on, "came": fixed.position, "by": fixed.fixed_by, "desk": fixed.fixed_post.fill_null("")}
    met = rows.join(fixed.select(*CASE, **told), CASE)
    met = met.filter(met.day <= met.on)
    latest = ibis.struct({"day": met.day, "came": met.came})
    last = met.group_by("position").agg(by=met.by.argmax(latest), desk=met.desk.argmax(latest))
    rows = rows.join(last, "position")
    same = (rows.desk == "") | rows.verified_post.isnull() | (rows.desk == rows.verified_post)
    return rows.filter((rows.by == rows.verified_by) & same)


def closed_unchecked(tables: "Tables", period: Span, again: "Table | None" = None) -> "Table":
    """Return the closings of the period by whose day no verification was passed since the thing was last found (``again``)."""
    rows, seen = happened(tables, "Closed", period), tables.flow("Verified")
    opened = rows.select(*CASE, "position", "on", since=ibis.null("date"))
    if again is not None:
        opened = _reopened(opened.drop("since"), again)
    met = opened.join(seen.filter(seen.passed).select(*CASE, seen=seen.on), CASE)
    good = met.filter((met.seen <= met.on) & (met.since.isnull() | (met.seen >= met.since)))
    return rows.anti_join(good, "position")


def _reopened(rows: "Table", again: "Table") -> "Table":
    ever = rows.left_join(again.select(*CASE, day=again.on), CASE)
    return ever.group_by(*CASE, "position", "on").agg(since=ever.day.max(where=ever.day <= ever.on))
