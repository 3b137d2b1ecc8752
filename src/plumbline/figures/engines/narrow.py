"""Leaving out the columns that nothing reads, before an expression is compiled.

What compiling costs grows with columns times steps: each step of an expression over a stock of a hundred columns names
them all. Rows stay the same, for only values are left out, never a condition, a key or a step.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import ibis.expr.operations as ops
from ibis.common.graph import Graph

if TYPE_CHECKING:
    from ibis import Table

Args = dict[str, Any]

PASSING = (ops.Filter, ops.Sort, ops.Limit, ops.JoinReference, ops.SelfReference, ops.DropColumns)
"""Steps with the columns of the table below them."""
CHOOSING = {ops.Project: "values", ops.Aggregate: "metrics", ops.JoinChain: "values", ops.DatabaseTable: "schema"}
"""Steps that list what they give, and where."""
NAMING = (*CHOOSING, ops.JoinLink, ops.CountStar)
"""What names each column it reads of a table below; whatever else there is needs all of them."""


def narrowed(table: "Table") -> "Table":
    """Return an expression of the same rows and columns in which no step has a column that nothing above it reads."""
    root = table.op()
    order = list(Graph.from_bfs(root).toposort()[0])
    read: dict[Any, dict[str, None]] = {root: dict.fromkeys(root.schema)}
    kept: dict[Any, Args] = {}
    for node in reversed(order):
        if node in read:
            kept[node] = _kept(node, read[node])
            for below, names in _below(node, kept[node], read[node]):
                read.setdefault(below, {}).update(names)
    made: dict[Any, Any] = {}
    for node in order:
        if node in kept:
            made[node] = _made(node, kept[node], made)
    return made[root].to_expr()


def _kept(node: Any, names: Mapping[str, None]) -> Args:
    """Return a step's arguments, of what it gives only what is read.

    A table keeps one column more: Ibis writes * for all columns of one, which the database takes to be all it has.
    """
    args = dict(zip(node.__argnames__, node.__args__, strict=True))
    if listed := CHOOSING.get(type(node)):
        told = dict(args[listed].items())
        spare = isinstance(node, ops.DatabaseTable) or not (names or args.get("groups"))
        left = [name for name in told if name not in names][:spare]
        args[listed] = {name: of for name, of in told.items() if name in names or name in left}
    return args


def _below(node: Any, args: Args, names: Mapping[str, None]) -> Iterator[tuple[Any, Mapping[str, None]]]:
    """Yield what a node is made of, each with the columns read of it."""
    if isinstance(node, ops.Field):
        yield node.rel, {node.name: None}
        return
    for below in _nodes(args.values()):
        if not isinstance(below, ops.Relation) or isinstance(node, NAMING):
            yield below, {}
        else:
            yield below, names if isinstance(node, PASSING) else dict.fromkeys(below.schema)


def _nodes(args: Any) -> Iterator[Any]:
    for each in args:
        if isinstance(each, ops.Node):
            yield each
        elif isinstance(each, Mapping):
            yield from _nodes(each.values())
        elif isinstance(each, tuple):
            yield from _nodes(each)


def _made(node: Any, args: Args, made: Mapping[Any, Any]) -> Any:
    new = {name: _replaced(value, made) for name, value in args.items()}
    if isinstance(node, ops.DropColumns):
        return ops.Project(
            new["parent"], {n: ops.Field(new["parent"], n) for n in node.schema if n in new["parent"].schema}
        )
    old = dict(zip(node.__argnames__, node.__args__, strict=True))
    return node if new == old else node.__recreate__(new)


def _replaced(value: Any, made: Mapping[Any, Any]) -> Any:
    if isinstance(value, ops.Node):
        return made[value]
    if isinstance(value, Mapping):
        return {k: _replaced(v, made) for k, v in value.items()}
    return tuple(_replaced(v, made) for v in value) if isinstance(value, tuple) else value
