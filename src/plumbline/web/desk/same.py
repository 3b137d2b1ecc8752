"""Whether the book has a record already: the same thing written down twice is found before it counts twice."""

import json
from typing import Any

import polars as pl

from plumbline.errors import Refused, Words
from plumbline.records import Kind, Record
from plumbline.web.book import Book
from plumbline.web.book.appending import arranged
from plumbline.web.book.cases import case


def require_new(book: Book, kind: Kind, record: Record) -> None:
    """Raise Refused where a standing record says exactly the same."""
    there = case(book, kind.line, record.case, body=record.body).filter(pl.col("kind") == kind.name)
    own = _said(arranged(record).row(0, named=True))
    for row in there.iter_rows(named=True):
        if _said(row) == own:
            at = row["position"]
            what = Words(f"账簿里已有同样的一条（第 {at} 条）", f"the book has the same record already (position {at})")
            todo = Words("若确是两件事，请写明时刻", "If both happened, give the times")
            raise Refused("case", what, todo)


def _said(row: dict[str, Any]) -> tuple[Any, ...]:
    fields = row["fields"]
    return row["on"], row["at"] or None, fields and json.loads(fields)
