"""Objects of an OCEL log: cases of each line, bodies, and how they belong together; files joined by links."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import ibis

from plumbline.errors import Words
from plumbline.exports.ocel_events import Selected, rows
from plumbline.records import Kind

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis import Table
    from ibis.expr.types import StringValue

STATIC = "1970-01-01T00:00:00Z"
"""The time of what an object is from the first, by the specification."""
BODY, KEPT = "body", "kept by"
Data = dict[str, Any]


def declared(kinds: Sequence[Kind]) -> list[Data]:
    """Return the types of objects: a case of each line, a body. Links lead to cases of any line that they may name."""
    cases = [{"name": name, "attributes": [{"name": "number", "type": "string"}]} for name in _types(kinds)]
    return [*cases, {"name": BODY, "attributes": [{"name": "name", "type": "string"}]}]


def labels(kinds: Sequence[Kind]) -> Iterator[tuple[str, str, Words]]:
    """Yield what the types and their attributes are called."""
    for name in _types(kinds):
        yield "object type", name, Words("案件", "case")
        yield "attribute", f"{name}.number", Words("案号", "case number")
    yield "object type", BODY, Words("单位", "body")
    yield "attribute", f"{BODY}.name", Words("名称", "name")


def _types(kinds: Sequence[Kind]) -> list[str]:
    own = [kind.line for kind in kinds if not _links(kind)]
    ends = [
        line
        for kind in kinds
        if _links(kind)
        for c in kind.own
        if c.name in ("from_line", "to_line")
        for line in c.choices
    ]
    return [f"{line}.case" for line in dict.fromkeys([*own, *ends])]


def objects(chosen: Selected) -> Iterator[Data]:
    """Yield each case and body once, by id, with what it is related to."""
    tables = chosen.tables(chosen.lines[0])
    fetch = tables.engine.fetch
    found, related = _union([_objects, _ends], chosen), _union([_kept, _linked], chosen)
    rest = groupby(_rows(fetch(related.distinct().order_by("id", "to", "how"))), itemgetter("id"))
    ahead = next(rest, None)
    for row in _rows(fetch(found.group_by("id").agg(of=found.of.min(), said=found.said.min()).order_by("id"))):
        mine: list[Data] = []
        if ahead and ahead[0] == row["id"]:
            mine = [{"objectId": each["to"], "qualifier": each["how"]} for each in ahead[1]]
            ahead = next(rest, None)
        yield _object(row, mine)


def _object(row: Data, related: list[Data]) -> Data:
    name = "name" if row["of"] == BODY else "number"
    told = [{"name": name, "value": row["said"], "time": STATIC}]
    return {"id": row["id"], "type": row["of"], "attributes": told, "relationships": related}


def _rows(table: "pa.Table") -> Iterator[Data]:
    for batch in table.to_batches(5_000):
        yield from batch.to_pylist()


def _union(makes: Sequence[Any], chosen: Selected) -> "Table":
    every: list[Table] = [part for make in makes for kind in chosen.kinds for part in make(rows(chosen, kind), kind)]
    while len(every) > 1:  # by pairs, as a chain of a hundred unions is too deep to compile
        every = [reduce(lambda a, b: a.union(b), every[at : at + 2]) for at in range(0, len(every), 2)]
    return every[0]


def _objects(found: "Table", kind: Kind) -> Iterator["Table"]:
    yield found.select(id="body:" + found.body, of=ibis.literal(BODY), said=found.body).distinct()
    if not _links(kind):
        yield found.select(id=_id(found, kind), of=ibis.literal(f"{kind.line}.case"), said=found.case).distinct()


def _ends(found: "Table", kind: Kind) -> Iterator["Table"]:
    if _links(kind):
        yield found.select(id=_from(found), of=found.from_line + ".case", said=found.case).distinct()
        yield found.select(id=_to(found), of=found.to_line + ".case", said=found.to_case).distinct()
        yield found.select(id="body:" + found.to_body, of=ibis.literal(BODY), said=found.to_body).distinct()


def _kept(found: "Table", kind: Kind) -> Iterator["Table"]:
    if _links(kind):
        yield found.select(id=_from(found), to="body:" + found.body, how=ibis.literal(KEPT)).distinct()
        yield found.select(id=_to(found), to="body:" + found.to_body, how=ibis.literal(KEPT)).distinct()
    else:
        yield found.select(id=_id(found, kind), to="body:" + found.body, how=ibis.literal(KEPT)).distinct()


def _linked(found: "Table", kind: Kind) -> Iterator["Table"]:
    if _links(kind):
        yield found.select(id=_from(found), to=_to(found), how=found.how).distinct()


def _links(kind: Kind) -> bool:
    return "to_case" in kind.model.model_fields


def _id(found: "Table", kind: Kind) -> "StringValue":
    keys = [found[key] for key in kind.model.keyed_by]
    return reduce(lambda a, b: a + "|" + b, keys[1:], f"{kind.line}:" + keys[0])


def _from(found: "Table") -> "StringValue":
    return found.from_line + ":" + found.body + "|" + found.case


def _to(found: "Table") -> "StringValue":
    return found.to_line + ":" + found.to_body + "|" + found.to_case
