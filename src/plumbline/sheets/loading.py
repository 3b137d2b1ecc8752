"""One file from path to records: read, put to kinds, checked row by row and across rows. Nothing is stored here."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plumbline.records import Kind
from plumbline.sheets.checking import check
from plumbline.sheets.heads import known
from plumbline.sheets.mapped import Mapped
from plumbline.sheets.once import once_each
from plumbline.sheets.order import Firsts, doubled, impossible, in_order, out_of_order
from plumbline.sheets.reading import read
from plumbline.sheets.rows import rows_of
from plumbline.sheets.shapes import Batch, Fault, Rows, Sheet


class Checked(NamedTuple):
    """A file's sheets; its records, none if anything was refused; what was refused; what was only noted.

    ``noted`` are faults that a mapping lets pass: records out of order, loaded all the same, and impossible days, left
    out.
    """

    sheets: list[Sheet]
    batches: list[Batch]
    refused: list[Fault]
    noted: list[Fault]


def checked(
    path: Path,
    kinds: Mapping[str, Kind],
    today: date,
    *,
    kind: Kind | None = None,
    mapped: Mapped | None = None,
    book: Firsts | None = None,
) -> Checked:
    """Return what a file's rows are as records of ``kinds`` (by name), or by a mapping of those it names.

    Raises InputError where the file cannot be read at all.
    """
    sheets = read(path, frozenset() if mapped else known(kinds.values()))
    sheets = [mapped.seen(sheet) for sheet in sheets] if mapped else sheets
    rows, refused = _rows(sheets, kinds, kind, mapped, path.stem)
    batches: list[Batch] = []
    for some in rows:
        batch, wrong = check(some)
        batches.append(batch)
        refused += wrong
    batches, noted, wrong = _across(batches, list(mapped.kinds if mapped else kinds.values()), today, mapped, book)
    refused = in_order([*refused, *wrong])
    return Checked(sheets, [] if refused else batches, refused, noted)


def _rows(
    sheets: list[Sheet], kinds: Mapping[str, Kind], kind: Kind | None, mapped: Mapped | None, stem: str
) -> tuple[list[Rows], list[Fault]]:
    found: list[Rows] = []
    faults: list[Fault] = []
    for sheet in sheets:
        rows, wrong = mapped.rows_of(sheet, stem) if mapped else rows_of(sheet, kinds, kind)
        found += rows
        faults += wrong
    return found, faults


def _across(
    batches: list[Batch], kinds: list[Kind], today: date, mapped: Mapped | None, book: Firsts | None
) -> tuple[list[Batch], list[Fault], list[Fault]]:
    """Return the batches kept, the faults noted and those refused, of what only shows between rows and against the day."""
    never = [fault for batch in batches for fault in impossible(batch, today)]
    kept = [batch.without(impossible(batch, today)) for batch in batches]
    kept = once_each(kept, mapped) if mapped else kept
    late = out_of_order(kept, kinds, book)
    twice = [] if mapped else doubled(kept)
    noted = (never if mapped and mapped.leaves_out else []) + (late if mapped and mapped.flags else [])
    return kept, in_order(noted), [f for f in never + late + twice if f not in noted]
