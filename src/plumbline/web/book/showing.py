"""Entries to look at: what each says, and what later entries did to it."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

import polars as pl

from plumbline.errors import Refused, Words
from plumbline.lines import line
from plumbline.records import Kind, kind_of
from plumbline.web.book.appending import entry_of
from plumbline.web.book.records import LINE, Erased, Withdrawn
from plumbline.web.book.sessions import cases_into, entries_where, reading
from plumbline.web.book.shape import Book

_OWN = {model.__name__: kind_of(model) for model in (Withdrawn, Erased)}


class Shown(NamedTuple):
    """An entry: its kind, its columns with ``fields`` (None once erased), and the positions of what befell it."""

    kind: Kind
    entry: dict[str, Any]
    superseded_by: int | None = None
    withdrawn_by: int | None = None
    erased_by: int | None = None


def at(book: Book, positions: Sequence[int]) -> list[Shown]:
    """Return the entries at these positions, in order of position; Refused where one of them has none."""
    found = _shown(book, f"e.position IN ({', '.join(map(str, map(int, positions)))})")
    there = {one.entry["position"] for one in found}
    for position in positions:
        if position not in there:
            what = Words(f"没有第 {position} 条", f"there is no position {position}")
            todo = Words("请核对位置，位置从 0 数起", "Check the position; they count from 0")
            raise Refused(str(book.folder), what, todo)
    return found


def of_case(book: Book, number: str, body: str = "") -> list[Shown]:
    """Return all entries of a case, of one ``body`` if named, in order of position; Refused where there are none."""
    number, body = normalize("NFC", number), normalize("NFC", body)
    condition = 'e."case" IN (SELECT "case" FROM asked_cases)'
    found = [one for one in _shown(book, condition, number) if body in ("", one.entry["body"])]
    if not found:
        of = Words(f"{body}的", f" of {body}") if body else Words("", "")
        what = Words(f"账簿里没有{of.zh}案件 {number}", f"the book has no case {number}{of.en}")
        todo = Words("请核对案号和单位，照登记时的写法", "Check the number and the body, as they were entered")
        raise Refused(str(book.folder), what, todo)
    return found


def _shown(book: Book, condition: str, case: str = "") -> list[Shown]:
    with reading(book) as cursor:
        if case:
            cases_into(cursor, pl.Series([case]))
        rows = entries_where(book, cursor, condition)
        if not len(rows):
            return []
        some = ", ".join(map(str, rows["position"]))
        later = entries_where(book, cursor, f"e.supersedes IN ({some}) OR e.erases IN ({some})")
    return [_one(rows[i], later) for i in range(len(rows))]


def _one(row: pl.DataFrame, later: pl.DataFrame) -> Shown:
    was = entry_of(row)
    own = was["line"] == LINE
    kind = _OWN[was["kind"]] if own else line(was["line"]).kinds[was["kind"]]
    place, withdrawal = was["position"], pl.col("line") == LINE
    superseding = later.filter(pl.col("supersedes") == place)
    return Shown(
        kind,
        was,
        superseded_by=_position(superseding.filter(~withdrawal)),
        withdrawn_by=_position(superseding.filter(withdrawal)),
        erased_by=_position(later.filter(pl.col("erases") == place)),
    )


def _position(rows: pl.DataFrame) -> int | None:
    return int(rows["position"][0]) if len(rows) else None
