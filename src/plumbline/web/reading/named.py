"""What deadlines do not say of themselves: whose file a deadline began in, which item it holds."""

from typing import TYPE_CHECKING

import ibis
import polars as pl

from plumbline.figures.deadlines import lines_of
from plumbline.figures.tables import TablesOf
from plumbline.web.reading.deadlines import chosen

if TYPE_CHECKING:
    from ibis import Table

BEGUN = pl.Schema({"position": pl.Int64, "file": pl.String, "item": pl.String})


def named(t: pl.DataFrame, tables: TablesOf) -> pl.DataFrame:
    """Return deadlines in columns with ``item`` (of property, else null) and, where no body answers, that of the file."""
    limits = [limit for limit in chosen(None) if limit.id in t["limit"].unique()]
    some = [_begun(t, tables, line) for line in sorted({line for limit in limits for line in lines_of(limit)})]
    begun = pl.concat([pl.DataFrame(schema=BEGUN), *some]).unique("position", keep="last")
    t = t.join(begun, on="position", how="left", maintain_order="left")
    return t.with_columns(body=pl.coalesce("body", "file")).drop("file")


def _begun(t: pl.DataFrame, tables: TablesOf, line: str) -> pl.DataFrame:
    """Return the records of a line that deadlines began with, of those that do not say enough themselves."""
    limits = [limit.id for limit in chosen(None) if line in lines_of(limit)]
    dark = pl.lit(True) if line == "assets" else pl.col("body").is_null()
    wanted = t.filter(pl.col("limit").cast(pl.String).is_in(limits) & dark).select("position")
    of = tables(line)
    if wanted.is_empty():
        return pl.DataFrame(schema=BEGUN)
    given = of.engine.settle(wanted.to_arrow())
    kinds = [kind for kind in of.kinds if of.mirror.of(line, kind, of.size)]
    found = [pl.DataFrame(of.engine.fetch(_picked(of.flow(kind), given))).cast(BEGUN) for kind in kinds]
    return pl.concat([pl.DataFrame(schema=BEGUN), *found])


def _picked(rows: "Table", wanted: "Table") -> "Table":
    item = rows["item"] if "item" in rows.columns else ibis.null("string")
    return rows.semi_join(wanted, "position").select("position", file=rows.body, item=item)
