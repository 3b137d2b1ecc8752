"""What the book says of one case: as it stood on a day (what was true), as of a size (what was known)."""

from datetime import date

import polars as pl

from plumbline.web.book import canonicals
from plumbline.web.book.sessions import cases_into, entries_where, reading
from plumbline.web.book.shape import Book

_STANDING = "NOT EXISTS (SELECT 1 FROM book_entry s WHERE s.supersedes = e.position AND s.position < {size})"


def case(
    book: Book, line: str, number: str, *, body: str = "", on: date | None = None, size: int | None = None
) -> pl.DataFrame:
    """Return the standing records of a case, in order of what happened: the entry's columns and ``fields`` (JSON text).

    ``on`` leaves out what happened later; ``size`` what the book learned later, corrections too. A case number that two
    bodies use gives the records of both, unless ``body`` names one.
    """
    until = 2**62 if size is None else size
    asked_for = 'e."case" IN (SELECT "case" FROM asked_cases)'
    with reading(book) as cursor:
        cases_into(cursor, pl.Series([number]))
        rows = entries_where(book, cursor, f"{asked_for} AND e.position < {until} AND {_STANDING.format(size=until)}")
    kept = rows.filter((pl.col("line") == line) & (pl.col("body") == body if body else pl.lit(True)))
    if on is not None:
        kept = kept.filter(pl.col("on") <= str(on))
    return kept.with_columns(canonicals.fields()).sort("on", "at", "position", nulls_last=False)
