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
    Where they say ``adds_up``, rows in the same words are one record with the sum of their headcounts.
    """
    merged: dict[tuple[Kind, str], Batch] = {}
    for batch in batches:
        before = merged.get((batch.kind, batch.sheet))
        frames = [before.frame, batch.frame.sort("on", ROW)] if before else [batch.frame.sort("on", ROW)]
        merged[batch.kind, batch.sheet] = batch._replace(frame=pl.concat(frames))
    once = {kind for rule, kind in mapped.rules if rule.once}
    heads = {kind for rule, kind in mapped.rules if rule.adds_up}
    return [_added(b) if b.kind in heads else _distinct(b, b.kind in once) for b in merged.values()]


def _added(batch: Batch) -> Batch:
    same = [column.name for column in batch.kind.columns if column.name != "persons"]
    found = batch.frame.group_by(same, maintain_order=True).agg(pl.col(ROW).min(), pl.col("persons").sum())
    return batch._replace(frame=found.select(batch.frame.columns).sort(ROW))


def _distinct(batch: Batch, once: bool) -> Batch:
    names = [column.name for column in batch.kind.columns]
    keys = [n for n in names if n in (*batch.kind.model.keyed_by, "person")] if once else names
    return batch._replace(frame=batch.frame.unique(keys, keep="first", maintain_order=True).sort(ROW))
