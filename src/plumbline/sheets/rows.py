"""From sheets to rows of one kind: what each sheet holds is told by its name, a column of it, or the user."""

from collections.abc import Mapping
from difflib import get_close_matches

import polars as pl

from plumbline.errors import Words
from plumbline.records import Kind
from plumbline.sheets.heads import NOTED, Head, kind_column, kind_named, matched
from plumbline.sheets.plain import plain
from plumbline.sheets.shapes import ROW, Cells, Fault, Rows, Sheet
from plumbline.sheets.wording import echoed

Found = tuple[list[Rows], list[Fault]]


def rows_of(sheet: Sheet, kinds: Mapping[str, Kind], kind: Kind | None = None) -> Found:
    """Return the rows of a sheet by kind, and what is wrong with its heads.

    ``kind`` is what the user says it holds; else a column (记录, kind) says it row by row, else the sheet's name.
    """
    if plain(sheet.name) in (plain(NOTED.zh), plain(NOTED.en), plain("".join(NOTED))):
        return [], []
    filled = _filled(sheet)
    place = None if kind else kind_column(sheet)
    if place is not None:
        return _mixed(sheet, filled, str(place), kinds)
    kind = kind or kind_named(sheet.name, kinds)
    if kind is None:
        return [], [_no_kind(sheet, kinds)]
    heads, faults = matched(sheet, [kind])
    faults += _of_others(sheet, filled, kind, kinds)
    return ([] if faults else [_rows(sheet, filled, kind, heads)]), faults


def _of_others(sheet: Sheet, cells: pl.DataFrame, kind: Kind, kinds: Mapping[str, Kind]) -> list[Fault]:
    """Return a fault for each row that says, in a column of its own, that it is of another kind than the user says."""
    place = kind_column(sheet)
    if place is None:
        return []
    head = sheet.heads[place]
    zh, en = kind.title
    todo = Words("改正该格，或不用 --kind", "Correct the cell, or leave out --kind")
    return [
        Fault(sheet.name, row, head, Words(f"“{echoed(text)}”不是“{zh}”", f"“{echoed(text)}” is not “{en}”"), todo)
        for row, text in cells.select(ROW, str(place)).drop_nulls().iter_rows()
        if kind_named(text, kinds) != kind
    ]


def _filled(sheet: Sheet) -> pl.DataFrame:
    """Return the rows that are not blank, each with its number as Excel shows it."""
    numbered = sheet.cells.with_row_index(ROW, sheet.head_row + 1).with_columns(pl.col(ROW).cast(pl.Int64))
    return numbered.filter(pl.any_horizontal(pl.exclude(ROW).is_not_null()))


def _rows(sheet: Sheet, cells: pl.DataFrame, kind: Kind, heads: list[Head]) -> Rows:
    own = {column.name for column in kind.columns}
    fields = {h.column.name: Cells(h.text, cells[str(h.place)], h.read) for h in heads if h.column.name in own}
    return Rows(kind, sheet.name, cells[ROW], fields)


def _mixed(sheet: Sheet, cells: pl.DataFrame, place: str, kinds: Mapping[str, Kind]) -> Found:
    names = {text: kind_named(text, kinds) for text in cells[place].drop_nulls().unique(maintain_order=True)}
    faults = _unnamed(sheet, cells, place, [text for text, kind in names.items() if kind is None], kinds)
    found = {kind.name: kind for kind in names.values() if kind}
    if not found:
        return [], faults
    heads, wrong = matched(sheet, found.values())
    faults += wrong
    rows = []
    for kind in found.values():
        part = cells.filter(pl.col(place).is_in([text for text, named in names.items() if named == kind]))
        rows.append(_rows(sheet, part, kind, heads))
        faults += _foreign(sheet, part, kind, heads)
    return ([] if faults else rows), faults


def _unnamed(
    sheet: Sheet, cells: pl.DataFrame, place: str, unknown: list[str], kinds: Mapping[str, Kind]
) -> list[Fault]:
    wrong = cells.filter(pl.col(place).is_null() | pl.col(place).is_in(unknown))
    todo = _titles(kinds)
    what = {
        text: Words(f"没有“{echoed(text)}”这种记录", f"there is no such kind of record: {echoed(text)}")
        for text in unknown
    }
    empty = Words("没有写明是哪种记录", "it does not say what kind of record it is")
    head = sheet.heads[int(place)]
    return [
        Fault(sheet.name, row, head, what.get(text, empty), todo) for row, text in wrong.select(ROW, place).iter_rows()
    ]


def _foreign(sheet: Sheet, part: pl.DataFrame, kind: Kind, heads: list[Head]) -> list[Fault]:
    """Return a fault for each cell under a head that is another kind's."""
    own = {column.name for column in kind.columns}
    what = Words(f"“{kind.title.zh}”没有这一项", f"“{kind.title.en}” has no such field")
    todo = Words("清空该格或改正记录种类", "Empty the cell or correct the kind")
    faults = []
    for head in (h for h in heads if h.column.name not in own):
        rows = part.filter(pl.col(str(head.place)).is_not_null())[ROW]
        faults += [Fault(sheet.name, row, head.text, what, todo) for row in rows]
    return faults


def _no_kind(sheet: Sheet, kinds: Mapping[str, Kind]) -> Fault:
    titles = {plain(t): k for k in kinds.values() for t in (*k.title, k.name)}
    near = get_close_matches(plain(sheet.name), titles, 1, 0.5)
    what = Words(
        f"工作表名“{echoed(sheet.name)}”不是记录种类", f"the sheet's name “{echoed(sheet.name)}” is no kind of record"
    )
    if not near:
        return Fault(sheet.name, sheet.head_row, "", what, _titles(kinds))
    zh, en = titles[near[0]].title
    todo = Words(f"改名为“{zh}”，或用 --kind 写明", f"Rename it “{zh}” ({en}), or say which with --kind")
    return Fault(sheet.name, sheet.head_row, "", what, todo)


def _titles(kinds: Mapping[str, Kind]) -> Words:
    zh = "、".join(k.title.zh for k in kinds.values())
    en = ", ".join(f"{k.title.zh} ({k.title.en})" for k in kinds.values())
    return Words(f"改为下列之一：{zh}", f"Write one of: {en}")
