"""Which kind of record a sheet holds, and which of its columns is which field."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.records import Column, Kind
from plumbline.sheets.cells import READERS, dates, dates_1904, fen_of_yuan
from plumbline.sheets.personal import personal
from plumbline.sheets.plain import plain
from plumbline.sheets.shapes import Fault, Reader, Sheet
from plumbline.sheets.wording import echoed

KIND_HEADS = ("记录", "kind", "记录 kind", "记录类型")
WHY = Words("未录入原因", "why refused")
BOTH_WHY = f"{WHY.zh} {WHY.en}"
"""The head of the column in which refused rows say why; a file that has it can be corrected and loaded again."""

NOTED = Words("填写说明", "How to fill in")
"""The name of the sheet of notes in an empty workbook."""


class Head(NamedTuple):
    """One column of a sheet put to one field: its place, its text, the field, what reads it."""

    place: int
    text: str
    column: Column
    read: Reader


def names_of(column: Column) -> dict[str, Reader]:
    """Return every head a field goes by, in plain form, and what reads the cells under it.

    A field in fen also goes by its name and labels in 元 (yuan), and then converts.
    """
    zh, en = column.label
    given = (column.name, zh, en, f"{zh} {en}", f"{zh} {column.name}")
    names = {plain(name): READERS[column.type] for name in given}
    if column.name.endswith("_fen"):
        names |= {plain(_yuan(name)): fen_of_yuan for name in given}
    return names


def _yuan(name: str) -> str:
    return name.replace("分", "元").replace("fen", "yuan")


def head_in_yuan(column: Column) -> str:
    """Return the head an empty workbook gives a column: both labels, money in 元."""
    text = f"{column.label.zh} {column.label.en}"
    return _yuan(text) if column.name.endswith("_fen") else text


def known(kinds: Iterable[Kind]) -> frozenset[str]:
    """Return every head, in plain form, that some kind knows."""
    fields = {name for kind in kinds for column in kind.columns for name in names_of(column)}
    return frozenset(fields | {plain(head) for head in KIND_HEADS})


def kind_named(text: str, kinds: Mapping[str, Kind]) -> Kind | None:
    """Return the kind that ``text`` names by its class, its Chinese or its English title; None for none."""
    asked = plain(text)
    for kind in kinds.values():
        zh, en = kind.title
        if asked in (plain(kind.name), plain(zh), plain(en), plain(f"{zh} {en}")):
            return kind
    return None


def kind_column(sheet: Sheet) -> int | None:
    """Return the place of the column that names each row's kind; None where there is none."""
    wanted = {plain(head) for head in KIND_HEADS}
    return next((i for i, head in enumerate(sheet.heads) if plain(head) in wanted), None)


def matched(sheet: Sheet, kinds: Iterable[Kind]) -> tuple[list[Head], list[Fault]]:
    """Return the columns of a sheet put to fields of ``kinds`` (one, or those its rows name), and what is wrong with them."""
    kinds = list(kinds)
    fields = {
        name: (column, read) for kind in kinds for column in kind.columns for name, read in names_of(column).items()
    }
    heads: list[Head] = []
    faults: list[Fault] = []
    for place, text in enumerate(sheet.heads):
        if plain(text) in fields:
            column, read = fields[plain(text)]
            heads.append(Head(place, text, column, dates_1904 if sheet.since_1904 and read is dates else read))
        elif fault := _unknown(sheet, place, text, fields):
            faults.append(fault)
    return heads, [*faults, *_doubled(sheet, heads), *_missing(sheet, heads, kinds)]


def _unknown(sheet: Sheet, place: int, text: str, fields: dict[str, tuple[Column, Reader]]) -> Fault | None:
    if plain(text) in {plain(WHY.zh), plain(WHY.en), plain(BOTH_WHY), *map(plain, KIND_HEADS)}:
        return None
    if not text:
        if sheet.cells[str(place)].null_count() == sheet.cells.height:
            return None
        what = Words(f"第 {place + 1} 列有内容但没有表头", f"column {place + 1} has content but no head")
        return Fault(sheet.name, sheet.head_row, "", what, Words("补写表头或删去该列", "Give it a head or take it out"))
    if personal(text):
        what = Words(f"“{echoed(text)}”不得出现在登记簿中", f"“{echoed(text)}” may not be in a register")
        return Fault(sheet.name, sheet.head_row, text, what, Words("删去该列", "Delete the column"))
    near = get_close_matches(plain(text), fields, 1, 0.5)
    labels = fields[near[0]][0].label if near else Words("", "")
    what = Words(f"没有“{echoed(text)}”这一列", f"there is no such column: {echoed(text)}")
    todo = Words(
        f"改为“{labels.zh}”，或删去该列" if near else "删去该列，或用 --map 说明对应关系",
        f"Write “{labels.en}” ({labels.zh}), or take the column out"
        if near
        else "Take it out, or say with --map what it is",
    )
    return Fault(sheet.name, sheet.head_row, text, what, todo)


def _doubled(sheet: Sheet, heads: list[Head]) -> list[Fault]:
    first: dict[str, Head] = {}
    faults = []
    for head in heads:
        before = first.setdefault(head.column.name, head)
        if before is not head:
            what = Words(f"与“{echoed(before.text)}”是同一列", f"it is the same column as “{echoed(before.text)}”")
            faults.append(
                Fault(sheet.name, sheet.head_row, head.text, what, Words("两列留一列", "Keep one of the two"))
            )
    return faults


def _missing(sheet: Sheet, heads: list[Head], kinds: list[Kind]) -> list[Fault]:
    present = {head.column.name for head in heads}
    lacking = {c.name: c for kind in kinds for c in kind.columns if not c.optional and c.name not in present}
    return [_lacks(sheet, column) for column in lacking.values()]


def _lacks(sheet: Sheet, column: Column) -> Fault:
    what = Words(f"缺少“{column.label.zh}”一列", f"the column “{column.label.en}” ({column.label.zh}) is missing")
    return Fault(sheet.name, sheet.head_row, "", what, Words("补上该列", "Add it"))
