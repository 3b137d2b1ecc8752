"""Clocks in columns: the table a limit's function returns, and how it is made from the records of a line."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
from ibis import Table

from plumbline.law.units import Days, Months, month_and_days

if TYPE_CHECKING:
    import polars as pl

COLUMNS = {
    "position": "Int64", "case": "String", "body": "String", "person": "String", "begins_on": "Date",
    "begins_moment": "Datetime", "begins_early": "Date", "stops_on": "Date", "stops_moment": "Datetime",
    "next_on": "Date", "held": "Boolean", "longer": "Boolean",
}  # fmt: skip
"""The columns of a clocks table; those that a function leaves out are null (``held`` and ``longer`` false)."""
GRANTS = {"position": "Int64", "extension": "String", "approver": "String", "on": "Date", "n": "Int64"}
PAUSES = {"position": "Int64", "first": "Date", "back": "Date", "why": "String"}


class Clocks(NamedTuple):
    """One row per clock, and the extensions and pauses of them.

    ``rows``: the columns of COLUMNS; ``position`` is that of the record the clock began with and names the clock,
    ``next_on`` the day from which on records belong to the next clock of the case. ``grants``: position of the clock,
    extension, approver, on, n. ``pauses``: position of the clock, first, back (the day counting goes on), why. Both
    may have those of other clocks too.
    """

    rows: Table
    grants: Table | None = None
    pauses: Table | None = None


class Fetched(NamedTuple):
    """Clocks in memory: rows, grants and pauses as ``Clocks`` has them; all three are there, be they without rows."""

    rows: "pl.DataFrame"
    grants: "pl.DataFrame"
    pauses: "pl.DataFrame"


def fetched(clocks: Clocks, fetch: Callable[[Table], Any]) -> Fetched:
    """Run the tables of clocks; ``fetch`` runs an expression and returns its rows as an Arrow table."""
    rows = _frame(clocks.rows, COLUMNS, fetch)
    more = (None, None) if rows.is_empty() else (clocks.grants, clocks.pauses)
    grants, pauses = (_frame(table, types, fetch) for table, types in zip(more, (GRANTS, PAUSES), strict=True))
    return Fetched(rows, grants, pauses)


def _frame(table: Table | None, types: dict[str, str], fetch: Callable[[Table], Any]) -> "pl.DataFrame":
    """Return a table's rows with all their columns, in order."""
    import polars as pl

    if table is None:
        return pl.DataFrame(schema={name: getattr(pl, of) for name, of in types.items()})
    held = [name for name in types if name in table.columns]
    found = pl.DataFrame(pl.from_arrow(fetch(table.select(held))))
    none = {"held": False, "longer": False}
    made = {name: pl.col(name) if name in held else pl.lit(none.get(name)) for name in types}
    return found.select(made[name].cast(getattr(pl, of)).alias(name) for name, of in types.items())


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def last_day(day: date) -> date:  # type: ignore[empty-body]
    """Return the last day of a day's month."""


def after(day: Any, length: Months | Days) -> Any:
    """Return the day on which a length from a day ends, as the courts count months: from a last day to a last day."""
    months, days = month_and_days(length)
    like = day + ibis.interval(months=months)
    return ibis.ifelse(day == last_day(day), last_day(like), like) + ibis.interval(days=days)


def events(day: date, *kinds: tuple[Table, str], keys: Sequence[str] = ("body", "case")) -> Table:
    """Return what happened in each case up to ``day``: one row per case, kind of event and day.

    ``kinds`` are flows, each with the word for what its records mean here. Columns: the keys, event, rank (the order of
    the kinds given, which decides between events of one day), on, moment, position, and the body that recorded it.
    """
    return ibis.union(*(_happened(rows, word, rank, keys, day) for rank, (rows, word) in enumerate(kinds)))


def _happened(rows: Table, word: str, rank: int, keys: Sequence[str], day: date) -> Table:
    until = rows.filter(rows["on"] <= day)
    body = {} if "body" in keys else {"body": until["body"].min()}
    first = until.group_by([*keys, "on"]).aggregate(
        moment=until["moment"].min(), position=until["position"].min(), **body
    )
    shown = dict.fromkeys([*keys, "body", "on", "moment", "position"])
    return first.select(*shown, event=ibis.literal(word), rank=ibis.literal(rank, "int64"))


def stretches(happened: Table, keys: Sequence[str] = ("body", "case")) -> Table:
    """Return each event as the beginning of a stretch that stops at the next event of its case.

    Columns: position, the keys, body, event, last_event (the one before, null for the
    first), begins_on, begins_moment, stops_on, stops_moment, next_on.
    """
    window = ibis.window(group_by=list(keys), order_by=["on", "rank", "position"])
    t = happened.mutate(
        last_event=happened["event"].lag().over(window),
        stops_on=happened["on"].lead().over(window),
        stops_moment=happened["moment"].lead().over(window),
    )
    return t.mutate(next_on=t["stops_on"]).rename(begins_on="on", begins_moment="moment")


def belonging(clocks: Table, rows: Table, keys: Sequence[str] = ("body", "case"), **columns: Any) -> Table:
    """Return rows with the clock in whose time they happened: from its beginning up to the day before the next.

    ``columns`` are deferred expressions of the rows; the result has them and the clock's ``position``.
    """
    mine = rows.select(**{f"_{k}": rows[k] for k in keys}, _on=rows["on"], **columns)
    same = [clocks[k] == mine[f"_{k}"] for k in keys]
    within = (mine["_on"] >= clocks["begins_on"]) & (clocks["next_on"].isnull() | (mine["_on"] < clocks["next_on"]))
    joined = clocks.join(mine, [*same, within])
    return joined.select("position", *columns)


def first_after(clocks: Table, rows: Table, keys: Sequence[str] = ("body", "case")) -> Table:
    """Return clocks stopped by the first of ``rows`` of their case on or after their beginning (and before the next)."""
    found = belonging(clocks, rows, keys, on_=rows["on"], moment_=rows["moment"])
    earliest = found["on_"].min().over(ibis.window(group_by="position"))
    that_day = found.mutate(first=earliest).filter(lambda t: t["on_"] == t["first"])
    first = that_day.group_by("position").aggregate(stop_on=that_day["on_"].min(), stop_moment=_first_moment(that_day))
    joined = clocks.drop("stops_on", "stops_moment").left_join(first, "position").drop("position_right")
    return joined.rename(stops_on="stop_on", stops_moment="stop_moment")


def until(begun: Table, stops: Sequence[Table], day: date, keys: Sequence[str] = ("body", "case")) -> Table:
    """Return the clocks that each day of ``begun`` records of a case begins, stopped by the first of the other records."""
    ends = ibis.union(*(rows.select(*dict.fromkeys((*keys, "on", "moment", "position", "body"))) for rows in stops))
    return first_after(stretches(events(day, (begun, ""), keys=keys), keys), ends.filter(ends["on"] <= day), keys)


def _first_moment(that_day: Table) -> ibis.Value:
    """The first moment of one day's records; null where the time of day of one of them is not known."""
    moments = that_day["moment_"]
    return ibis.ifelse(moments.isnull().any(), ibis.null("timestamp"), moments.min())
