"""What the book has of the cases that a sheet's rows belong to, as the checks across rows ask for it."""

from collections.abc import Sequence

import polars as pl

from plumbline.records import Kind
from plumbline.sheets.order import Firsts
from plumbline.sheets.shapes import Batch
from plumbline.web.book import Book
from plumbline.web.book.firsts import firsts


def first_days(book: Book) -> Firsts:
    """Return what gives the first day of a kind in the cases of some batches."""

    def asked(kind: Kind, batches: Sequence[Batch]) -> pl.DataFrame:
        return firsts(book, kind, pl.concat([b.frame["case"] for b in batches if b.kind.line == kind.line]))

    return asked
