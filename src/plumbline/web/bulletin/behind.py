"""The records behind a figure's value, for whoever may read them; of the others only how many there are."""

from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from django.http import HttpRequest

from plumbline.figures.behind import behind
from plumbline.figures.opening import Open
from plumbline.figures.shapes import Figure
from plumbline.lines import kinds
from plumbline.records import Kind
from plumbline.web.bulletin import asking, places
from plumbline.web.people import trail
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read, may_read_all
from plumbline.web.reading.asked import Asked

PAGE = 50
"""Records of one page."""


class Records(NamedTuple):
    """A page of records: those shown, how many the account may read, how many there are, where the next page begins."""

    rows: list[dict[str, Any]]
    readable: int
    total: int
    after: int | None


def after(request: HttpRequest) -> int:
    """Return the position after which records are listed; raises FigureError for what is none."""
    found = asking.number(request, "after")
    return -1 if found is None else found


def records(account: Account, figure: Figure, asked: Asked, book: Open, after: int) -> Records:
    """Return the records that a figure counts, after a position, and write down that they were read."""
    found = behind(figure, book.tables, asked.period, scope=asked.scope, body=asked.body)
    mine = readable(found, account)
    page = mine.filter(pc.greater(mine["position"], after)).slice(0, PAGE + 1).to_pylist()
    shown = page[:PAGE]
    if shown:
        trail.note(account, figure.id, line=figure.line, body=asked.body)
    last = shown[-1]["position"] if len(page) > PAGE else None
    known = kinds()
    return Records([_row(row, known) for row in shown], mine.num_rows, found.num_rows, last)


def readable(found: pa.Table, account: Account) -> pa.Table:
    """Return those of some records (line, body) that an account may read."""
    if may_read_all(account):
        return found
    whose = found.group_by(["line", "body"]).aggregate([]).to_pylist()
    may = [f"{each['line']} {each['body']}" for each in whose if may_read(account, each["line"], each["body"])]
    named = pc.binary_join_element_wise(found["line"], found["body"], " ")
    return found.filter(pc.is_in(named, value_set=pa.array(may, pa.string())))


def _row(row: dict[str, Any], known: dict[str, dict[str, Kind]]) -> dict[str, Any]:
    """Return a record as it is listed: its kind in words, where its case is shown."""
    number, _, rule = row["case"].partition(" · ")
    title = known[row["line"]][row["kind"]].title
    return row | {
        "case": number,
        "rule": rule,
        "title": title,
        "address": places.case(row["line"], row["body"], number),
    }
