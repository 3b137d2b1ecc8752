"""What rows of deadlines do not say of themselves: whose file a deadline began in, which item it holds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis

from plumbline.figures.deadlines import lines_of
from plumbline.figures.tables import TablesOf
from plumbline.web.reading.deadlines import Row

if TYPE_CHECKING:
    from ibis import Table


def named(rows: Sequence[Row], tables: TablesOf) -> list[Row]:
    """Return the rows with ``item`` (of property, else None) and, where no body answers, that of the file they began in."""
    found: dict[int, dict[str, Any]] = {}
    for line in sorted({line for r in rows for line in lines_of(r.limit)}):
        wanted = [
            r.row["position"] for r in rows if line in lines_of(r.limit) and (line == "assets" or not r.row["body"])
        ]
        found |= _begun(tables, line, wanted) if wanted else {}
    return [Row(r.limit, _row(r.row, found.get(r.row["position"], {}))) for r in rows]


def _row(row: dict[str, Any], begun: dict[str, Any]) -> dict[str, Any]:
    return {**row, "body": row["body"] or begun.get("body"), "item": begun.get("item")}


def _begun(tables: TablesOf, line: str, wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
    of = tables(line)
    kinds = [k for k in of.kinds if of.mirror.of(line, k, of.size)]
    found = [row for kind in kinds for row in of.engine.fetch(_picked(of.flow(kind), wanted)).to_pylist()]
    return {row["position"]: row for row in found}


def _picked(rows: "Table", wanted: Sequence[int]) -> "Table":
    item = rows["item"] if "item" in rows.columns else ibis.null("string")
    return rows.filter(rows.position.isin(list(wanted))).select("position", "body", item=item)
