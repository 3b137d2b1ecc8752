"""When a case first had a record of a kind: what loading needs to refuse a conclusion before its beginning."""

from collections.abc import Sequence

import polars as pl

from plumbline.records import Kind
from plumbline.sheets.order import Firsts
from plumbline.sheets.shapes import Batch
from plumbline.web.book.sessions import asked, cases_into, reading, size
from plumbline.web.book.shape import Book


def firsts(book: Book, kind: Kind, cases: pl.Series, *, but: int = -1) -> pl.DataFrame:
    """Return the fields ``kind`` is keyed by and ``first``, the earliest day on which a standing record of it says so.

    Of the cases given only, whatever body they are of; those without such a record are not in it.
    The record at ``but`` is passed over: one that is to be put right.
    """
    keys = list(kind.model.keyed_by)
    with reading(book) as cursor:
        if not size(cursor):
            return pl.DataFrame(schema={**dict.fromkeys(keys, pl.String()), "first": pl.Date()})
        cases_into(cursor, cases)
        found = asked(cursor, _statement(kind, but))
    own = [k for k in keys if k not in ("body", "case")]
    fields = [pl.col("payload").cast(pl.String).str.json_path_match(f"$.fields.{name}").alias(name) for name in own]
    days = pl.col("on").cast(pl.String).str.to_date("%Y-%m-%d").alias("first")
    return found.select(pl.col("case", "body").cast(pl.String), *fields, days).group_by(keys).agg(pl.col("first").min())


def first_days(book: Book) -> Firsts:
    """Return what gives the first day of a kind in the cases of some batches, as the checks across rows ask for it."""

    def asked_for(kind: Kind, batches: Sequence[Batch]) -> pl.DataFrame:
        return firsts(book, kind, pl.concat([b.frame["case"] for b in batches if b.kind.line == kind.line]))

    return asked_for


def _statement(kind: Kind, but: int) -> str:
    return (
        'SELECT e."case", e.body, CAST(e."on" AS TEXT) AS "on", c.payload FROM asked_cases a '
        "CROSS JOIN book_entry e LEFT JOIN book_content c ON c.position = e.position "
        f"WHERE e.\"case\" = a.\"case\" AND e.line = '{kind.line}' AND e.kind = '{kind.name}' "
        f"AND e.position <> {but} "
        "AND NOT EXISTS (SELECT 1 FROM book_entry s WHERE s.supersedes = e.position)"
    )
