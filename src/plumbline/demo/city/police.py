"""What the police write down: cases filed and cleared, groups broken up, persons caught, files sent on."""

from collections.abc import Iterator

import numpy as np
import polars as pl
import polars.selectors as cs

from plumbline.demo.city.chance import Draw
from plumbline.demo.city.plan import LAST
from plumbline.demo.city.registers import Register, kept
from plumbline.demo.city.tags import POLICE_TAGS

Kept = Iterator[tuple[tuple[str, str], Register]]
CASE, BODY = pl.col("police_case"), pl.col("police")


def incidents(draw: Draw, leads: pl.DataFrame, count: int) -> pl.DataFrame:
    """Return cleared cases beside the groups' own: each with its group's traits (``file`` is the group's), its own days."""
    each = draw.shares(count, leads.height, 0, 1.0)
    rows = leads.select(pl.all().repeat_by(pl.Series(each))).explode(cs.all()).drop_nulls("file")
    n, filed, caught = rows.height, rows["filed"].to_numpy(), rows["caught"].to_numpy()
    own = draw.between(n, filed, np.maximum(caught - 1, filed))
    cleared = np.minimum(np.maximum(own, caught) + draw.days(n, 12, 1.0, 0, 60), LAST)
    return rows.with_columns(filed=own, cleared=cleared)


def police(cases: pl.DataFrame, persons: pl.DataFrame, let_go: pl.DataFrame) -> Kept:
    """Yield the registers. ``cases`` are files and incidents with their numbers; persons come with their file's columns."""
    at = {"case": CASE, "body": BODY, "scope": POLICE_TAGS}
    yield kept("investigations", "Filed", cases, **at, on=pl.col("filed"), offence=pl.col("offence"))
    yield kept("investigations", "Cleared", cases, **at, on=pl.col("cleared"))
    yield kept("investigations", "Dropped", cases, case=CASE, body=BODY, on=pl.col("dropped"))
    groups = cases.filter(pl.col("lead") & pl.col("scope").is_in(["group", "bully"]))
    yield kept("investigations", "Disbanded", groups, **at, on=pl.col("caught"), group_class=pl.col("class"))
    yield from _persons(pl.concat([persons, let_go], how="diagonal").filter(CASE.is_not_null()), at)


def _persons(persons: pl.DataFrame, at: dict[str, pl.Expr]) -> Kept:
    caught = pl.col("caught") + pl.col("lag")
    yield kept("investigations", "Caught", persons, **at, on=caught, person=pl.col("person"))
    sent = persons.filter(pl.col("outcome").is_not_null())
    yield kept("investigations", "Transferred", sent, **at, on=pl.col("transferred"), person=pl.col("person"))
