"""Where a draft went in the ledger, told by who entered it, who approved it and the moment, which no two share."""

import polars as pl

from plumbline.web.book import Book
from plumbline.web.book.dialects import moment_text
from plumbline.web.book.sessions import cases_into, entries_where, reading
from plumbline.web.desk.models import Draft


def positions(book: Book, draft: Draft, cases: list[str]) -> list[int]:
    """Return the positions of the entries that a draft became, all of its cases given; none where it has not yet."""
    assert draft.moment is not None
    with reading(book) as cursor:
        cases_into(cursor, pl.Series(cases, dtype=pl.String))
        found = entries_where(book, cursor, 'e."case" IN (SELECT "case" FROM asked_cases)')
    own = found.filter(
        pl.col("body") == draft.body,
        pl.col("entered_by") == draft.entered_by,
        pl.col("approved_by") == draft.checked_by,
        pl.col("recorded_at") == moment_text(draft.moment),
    )
    return own["position"].to_list()
