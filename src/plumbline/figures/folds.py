"""Folds: what a line's cases add up to at the end of a day, one wide row a case.

Each kind gives its columns by one grouping of its records; the kinds are then laid side by side over all cases.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import ibis
from ibis import Schema
from ibis.expr.datatypes import DataType

from plumbline.figures.mirror import schema

if TYPE_CHECKING:
    from ibis import Column, Table, Value

    from plumbline.records import Kind

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """Return a class name as its columns begin: ``arrest_decided`` for ``ArrestDecided``."""
    return _CAPITAL.sub("_", name).lower()


def columns(kinds: Mapping[str, "Kind"]) -> dict[str, DataType]:
    """Return the columns of a line's folds and their types.

    First the keys of a case, then for each kind ``k``: ``k_on`` of the latest record, ``k_first_on``, ``k_times`` (0 where
    none), ``k_moment``, ``k_position`` and ``k_<field>`` of the latest; for kinds that count persons ``k_persons``, of
    these ``k_tokens`` told by token.
    """
    types = {key: ibis.dtype("string") for key in _keys(kinds)}
    for kind in kinds.values():
        types |= {f"{snake(kind.name)}_{name}": of for name, of in _types(kind, _keys(kinds)).items()}
    return types


def fold(kinds: Mapping[str, "Kind"], flows: Mapping[str, "Table"]) -> "Table":
    """Return one row a case, in ``columns``, from the standing records of a line.

    ``flows`` has one kind at least; the columns of those it lacks are empty. The latest record is the last by day, time
    and position.
    """
    keys = _keys(kinds)
    parts = {name: _folded(kinds[name], rows, keys) for name, rows in flows.items()}
    cases = ibis.union(*(part.select(keys) for part in parts.values())).distinct()
    wide, found = cases, {key: cases[key] for key in keys}
    for name, part in parts.items():
        named = part.rename({f"{key}_of_{name}": key for key in keys})
        wide = wide.left_join(named, [cases[key] == named[f"{key}_of_{name}"] for key in keys])
        found |= {c: named[c] for c in part.columns if c not in keys}
    return wide.select(**{name: _filled(found.get(name), name, of) for name, of in columns(kinds).items()})


def _keys(kinds: Mapping[str, "Kind"]) -> list[str]:
    return list(next(iter(kinds.values())).model.keyed_by)


def _types(kind: "Kind", keys: list[str]) -> dict[str, DataType]:
    """Return what is said of a case by one kind, and the types."""
    whole, day = ibis.dtype("int64"), ibis.dtype("date")
    of_rows = Schema.from_pyarrow(schema(kind))
    said = {name: of_rows[name] for name in _carried(kind, keys)} | {"first_on": day, "times": whole}
    return said | ({"persons": whole, "tokens": whole} if kind.counts_persons else {})


def _filled(column: "Column | None", name: str, of: DataType) -> "Value":
    """Return a column in its type, empty where the kind has no records; how often it happened is then 0."""
    said = ibis.null(of.copy(nullable=True)) if column is None else column.cast(of.copy(nullable=True))
    return said.fill_null(0) if name.endswith("_times") else said


def _folded(kind: "Kind", rows: "Table", keys: list[str]) -> "Table":
    """Return the columns of one kind, a row for each case that has such a record."""
    order = ibis.struct({"on": rows.on, "at": rows["at"].fill_null(""), "position": rows.position})
    carried = _carried(kind, keys)
    latest = ibis.struct({name: rows[name] for name in carried}).argmax(order)
    found = rows.group_by(keys).agg(first_on=rows.on.min(), times=rows.count(), latest=latest, **_tokens(kind, rows))
    said = {name: found.latest[name] for name in carried}
    if kind.counts_persons:
        said["persons"] = found.tokens + found.latest["persons"].fill_null(0)
        said["tokens"] = found.tokens
    begin = snake(kind.name)
    said |= {"first_on": found.first_on, "times": found.times}
    return found.select(*keys, **{f"{begin}_{name}": column for name, column in said.items()})


def _tokens(kind: "Kind", rows: "Table") -> dict[str, Any]:
    return {"tokens": rows.person.nunique()} if kind.counts_persons else {}


def _carried(kind: "Kind", keys: list[str]) -> list[str]:
    """Return the columns taken from the latest record: all of its own, and the body where that is no key."""
    own = [c.name for c in kind.own if c.name not in keys]
    return ["on", "moment", "position", *(["body"] if "body" not in keys else []), *own]
