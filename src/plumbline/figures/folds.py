"""Folds: what a line's cases add up to at the end of a day, one wide row a case.

Each kind gives its columns by one grouping of its records; the kinds are then laid side by side over all cases. It is
written in SQL: nothing is counted here, and to compile it by way of Ibis took longer than to run it over a million records.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import Schema
from ibis.expr.datatypes import DataType

from plumbline.figures.mirror import schema

if TYPE_CHECKING:
    from plumbline.records import Kind

_SQL = {"string": "VARCHAR", "int64": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "timestamp(6)": "TIMESTAMP"}
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


def fold(kinds: Mapping[str, "Kind"], flows: Mapping[str, str], day: date) -> str:
    """Return DuckDB's SQL for one row a case as it stood at the end of a day, in ``columns``.

    ``flows`` gives the names of the tables of a line's standing records, of one kind at least; the columns of those it
    lacks are empty. The latest record is the last by day, time and position.
    """
    keys = _keys(kinds)
    parts = [f"{_part(name)} AS ({_folded(kinds[name], table, keys, day)})" for name, table in flows.items()]
    cases = " UNION ".join(f"SELECT {_listed(keys)} FROM {_part(name)}" for name in flows)
    joins = (
        f"LEFT JOIN {p} ON {' AND '.join(f'cases.{_q(k)} = {p}.{_q(k)}' for k in keys)}" for p in map(_part, flows)
    )
    wide = [f"cases.{_q(key)}" for key in keys]
    for name, kind in kinds.items():
        wide += [_said(kind, column, of, name in flows) for column, of in _types(kind, keys).items()]
    return f"WITH {', '.join(parts)}, cases AS ({cases}) SELECT {', '.join(wide)} FROM cases {' '.join(joins)}"


def _keys(kinds: Mapping[str, "Kind"]) -> list[str]:
    return list(next(iter(kinds.values())).model.keyed_by)


def _types(kind: "Kind", keys: list[str]) -> dict[str, DataType]:
    """Return what is said of a case by one kind, and the types."""
    whole, day = ibis.dtype("int64"), ibis.dtype("date")
    of_rows = Schema.from_pyarrow(schema(kind))
    said = {name: of_rows[name] for name in _carried(kind, keys)} | {"first_on": day, "times": whole}
    return said | ({"persons": whole, "tokens": whole} if kind.counts_persons else {})


def _said(kind: "Kind", column: str, of: DataType, held: bool) -> str:
    """Return a column of the wide row in its type, empty where the line has no such records; how often is then 0."""
    part = _part(kind.name)
    value = f"{part}.latest.{_q(column)}"
    if column in ("first_on", "times", "tokens"):
        value = f"{part}.{_q(column)}"
    if column == "persons" and kind.counts_persons:
        value = f"{part}.tokens + coalesce({part}.latest.persons, 0)"
    typed = f"CAST({value if held else 'NULL'} AS {_SQL[str(of.copy(nullable=True))]})"
    return f"{f'coalesce({typed}, 0)' if column == 'times' else typed} AS {_q(f'{snake(kind.name)}_{column}')}"


def _folded(kind: "Kind", table: str, keys: list[str], day: date) -> str:
    """Return the SQL for what one kind says, a row for each case that has such a record."""
    latest = ", ".join(f"'{name}': {_q(name)}" for name in _carried(kind, keys))
    order = """{'on': "on", 'at': coalesce("at", ''), 'position': position}"""
    tokens = ", count(DISTINCT person) AS tokens" if kind.counts_persons else ""
    return (
        f'SELECT {_listed(keys)}, min("on") AS first_on, count(*) AS times, arg_max({{{latest}}}, {order}) AS latest{tokens} '
        f"""FROM {table} WHERE "on" <= DATE '{day}' GROUP BY {_listed(keys)}"""
    )


def _part(name: str) -> str:
    return f"of_{snake(name)}"


def _q(name: str) -> str:
    return f'"{name}"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_q, names))


def _carried(kind: "Kind", keys: list[str]) -> list[str]:
    """Return the columns taken from the latest record: all of its own, and the body where that is no key."""
    own = [c.name for c in kind.own if c.name not in keys]
    return ["on", "moment", "position", *(["body"] if "body" not in keys else []), *own]
