"""Days that cannot be: in the future, before the law, before what must have come first in the same case; doubled rows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import polars as pl

from plumbline.errors import Words
from plumbline.records import Kind
from plumbline.records.fields import FIRST_DAY
from plumbline.sheets.shapes import ROW, Batch, Fault

Firsts = Callable[[Kind, Sequence[Batch]], pl.DataFrame]
"""Gives what the book has of a kind in the cases of these batches: the fields it is keyed by, and ``first``, a day."""

_CORRECT = Words("改正其中一个日期", "Correct one of the dates")
_ONE = Words(
    "删去一行；若确是两件事，请写明时刻或合并人数", "Delete one; if both happened, give the times or add up the persons"
)
_SHEET = "#sheet"


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults by sheet and row, those of a row in the order they came, each once."""
    return sorted(dict.fromkeys(faults), key=lambda f: (f.sheet, f.row))


def impossible(batch: Batch, today: date) -> list[Fault]:
    """Return a fault for each record whose day is after ``today`` or before 1979."""
    wrong = batch.frame.filter((pl.col("on") > today) | (pl.col("on") < FIRST_DAY)).select(ROW, "on")
    todo = Words("改正日期", "Correct the date")
    return [Fault(batch.sheet, row, batch.day, _cannot_be(on, today), todo) for row, on in wrong.iter_rows()]


def _cannot_be(on: date, today: date) -> Words:
    if on > today:
        return Words(f"{on} 还没有到", f"{on} is still to come")
    return Words(f"{on} 早于 1979 年", f"{on} is before 1979")


def doubled(batches: Iterable[Batch]) -> list[Fault]:
    """Return a fault for each record that stands in the same file already, naming the row it repeats."""
    kinds: dict[Kind, list[Batch]] = {}
    for batch in batches:
        kinds.setdefault(batch.kind, []).append(batch)
    return [fault for kind, some in kinds.items() for fault in _doubled(kind, some)]


def _doubled(kind: Kind, batches: list[Batch]) -> list[Fault]:
    fields = [column.name for column in kind.columns]
    frame = pl.concat([b.frame.with_columns(pl.lit(b.sheet).alias(_SHEET)) for b in batches])
    again = frame.filter(~pl.struct(fields).is_first_distinct())
    if again.is_empty():
        return []
    firsts = frame.unique(fields, keep="first", maintain_order=True).rename({ROW: "first", _SHEET: "there"})
    pairs = again.join(firsts, on=fields, nulls_equal=True).sort(_SHEET, ROW).select(_SHEET, ROW, "there", "first")
    return [Fault(here, row, "", _same(here, there, first), _ONE) for here, row, there, first in pairs.iter_rows()]


def _same(here: str, there: str, first: int) -> Words:
    if here == there:
        return Words(f"与第 {first} 行完全相同", f"is the same as row {first}")
    return Words(f"与工作表“{there}”第 {first} 行完全相同", f"is the same as row {first} of sheet “{there}”")


def out_of_order(batches: Sequence[Batch], kinds: Sequence[Kind], book: Firsts | None = None) -> list[Fault]:
    """Return a fault for each record that comes before what its kind follows, in the same case, in file or book.

    ``kinds`` are all kinds of the lines concerned. A record that belongs before one already in the book, but comes
    after it, is at fault too.
    """
    here = {kind: found for kind in kinds if (found := [b for b in batches if b.kind == kind and len(b.frame)])}
    there = _there([kind for kind in kinds if any(_related(kind, one) for one in here)], batches, book)
    faults: list[Fault] = []
    for kind, found in here.items():
        for other in (o for o in kinds if o.line == kind.line):
            if other.name in kind.model.follows and (other in here or other in there):
                firsts = _firsts(other, here.get(other, []), there.get(other))
                faults += [f for batch in found for f in _before(batch, other, firsts)]
            if kind.name in other.model.follows and other in there:
                own = _firsts(kind, found, there.get(kind))
                faults += [f for batch in found for f in _late(batch, other, own, there[other])]
    return in_order(faults)


def _there(kinds: Sequence[Kind], batches: Sequence[Batch], book: Firsts | None) -> dict[Kind, pl.DataFrame]:
    """Return what the book has of these cases, for each kind of which it has anything."""
    found = {kind: book(kind, batches) for kind in kinds} if book else {}
    return {kind: firsts for kind, firsts in found.items() if len(firsts)}


def _related(kind: Kind, one: Kind) -> bool:
    follows = kind.name in one.model.follows or one.name in kind.model.follows
    return kind.line == one.line and (kind == one or follows)


def _firsts(kind: Kind, here: Sequence[Batch], there: pl.DataFrame | None) -> pl.DataFrame:
    """Return the first day of a kind in each case, in the file or the book."""
    keys = list(kind.model.keyed_by)
    days = [b.frame.select(*keys, pl.col("on").alias("first")) for b in here]
    days += [] if there is None else [there.select(*keys, "first")]
    return pl.concat(days).group_by(keys).agg(pl.col("first").min())


def _before(batch: Batch, other: Kind, firsts: pl.DataFrame) -> list[Fault]:
    keys = list(batch.kind.model.keyed_by)
    wrong = batch.frame.join(firsts, on=keys).filter(pl.col("on") < pl.col("first")).select(ROW, "on", "first", "case")
    title, then = batch.kind.title, other.title
    return [
        Fault(batch.sheet, row, batch.day, Words(
            f"案件{case}的“{title.zh}”{on} 早于“{then.zh}”{first}",
            f"{title.en} {on} is before {then.en} {first} of case {case}",
        ), _CORRECT)
        for row, on, first, case in wrong.iter_rows()
    ]  # fmt: skip


def _late(batch: Batch, after: Kind, own: pl.DataFrame, firsts: pl.DataFrame) -> list[Fault]:
    """Return the records that are the first of their kind in a case and later than what follows them in the book."""
    keys = list(batch.kind.model.keyed_by)
    earliest = batch.frame.join(own.rename({"first": "own"}), on=keys).filter(pl.col("on") == pl.col("own"))
    wrong = earliest.join(firsts, on=keys).filter(pl.col("on") > pl.col("first")).select(ROW, "on", "first", "case")
    title, then = batch.kind.title, after.title
    return [
        Fault(batch.sheet, row, batch.day, Words(
            f"案件{case}的“{title.zh}”{on} 晚于簿册中的“{then.zh}”{first}",
            f"{title.en} {on} is after {then.en} {first} of case {case} in the book",
        ), _CORRECT)
        for row, on, first, case in wrong.iter_rows()
    ]  # fmt: skip
