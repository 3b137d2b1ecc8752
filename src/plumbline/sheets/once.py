"""One record for what a register says in many rows."""

from collections.abc import Iterable

import polars as pl

from plumbline.records import Kind
from plumbline.sheets.mapped import Mapped
from plumbline.sheets.shapes import ROW, Batch


def once_each(batches: Iterable[Batch], mapped: Mapped) -> list[Batch]:
    """Return one batch a kind and sheet, each record once.

    Registers write a row a charge, so that one event stands in many rows. Where the rules of a kind say ``once``, a
    person (or, where records name none, a case) has one record of it: by the first rule that fits, the earliest day.
    """
    merged: dict[tuple[Kind, str], Batch] = {}
    for batch in batches:
        before = merged.get((batch.kind, batch.sheet))
        frames = [before.frame, batch.frame.sort("on", ROW)] if before else [batch.frame.sort("on", ROW)]
        merged[batch.kind, batch.sheet] = batch._replace(frame=pl.concat(frames))
    once = {kind for rule, kind in mapped.rules if rule.once}
    return [_distinct(batch, batch.kind in once) for batch in merged.values()]


def _distinct(batch: Batch, once: bool) -> Batch:
    names = [column.name for column in batch.kind.columns]
    keys = [n for n in names if n in (*batch.kind.model.keyed_by, "person")] if once else names
    return batch._replace(frame=batch.frame.unique(keys, keep="first", maintain_order=True).sort(ROW))
