"""What passes from step to step while a file is loaded: a sheet, the rows of one kind in it, and what is wrong."""

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from plumbline.errors import Words
from plumbline.records import Kind

ROW = "#row"
"""The column that carries each row's number as Excel shows it; ``#`` keeps it apart from every field."""


class Sheet(NamedTuple):
    """One sheet as it stands in a file.

    ``heads`` are the texts of its head row, which Excel numbers ``head_row``; ``cells`` the rows below, all columns
    Utf8, named "0", "1", ... as the heads stand, null where empty; the first of them is row ``head_row + 1``.
    ``since_1904`` says that its serials count days from 1904.
    """

    name: str
    head_row: int
    heads: tuple[str, ...]
    cells: pl.DataFrame
    since_1904: bool = False


class Fault(NamedTuple):
    """One thing wrong with one cell: where Excel shows it, what is wrong, what to do. ``column`` is its head."""

    sheet: str
    row: int
    column: str
    what: Words
    todo: Words


Reader = Callable[[pl.Series], pl.Series]
"""Turns texts into values of a column's type: null where a text cannot be read."""


class Cells(NamedTuple):
    """The texts of one field, as they stand under ``head``, and what reads them."""

    head: str
    texts: pl.Series
    read: Reader


class Rows(NamedTuple):
    """Rows of one sheet that are records of one kind: their numbers as Excel shows them, the texts of each field."""

    kind: Kind
    sheet: str
    numbers: pl.Series
    fields: dict[str, Cells]


class Batch(NamedTuple):
    """Records of one kind, each row valid: ``#row`` and the kind's columns in order, of the types ``cells.TYPES`` gives.

    ``day`` is the head under which the sheet has their day.
    """

    kind: Kind
    sheet: str
    frame: pl.DataFrame
    day: str

    def without(self, faults: list[Fault]) -> "Batch":
        """The batch without the rows that faults name."""
        bad = {fault.row for fault in faults if fault.sheet == self.sheet}
        return self._replace(frame=self.frame.filter(~pl.col(ROW).is_in(bad))) if bad else self
