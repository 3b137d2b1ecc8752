"""DuckDB, in this process: the engine that needs nothing else."""

import os
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.parquet as pq

from plumbline.figures.engines.narrow import narrowed

if TYPE_CHECKING:
    from ibis import Table

MEMORY = "3GB"
"""What DuckDB may hold before it goes to disk."""


class DuckDB:
    """Reads the mirror in ``folder``; what does not fit in memory goes to a temporary folder of its own."""

    name = "duckdb"

    def __init__(self, folder: Path) -> None:
        """Open a database in memory over a mirror's folder."""
        self.folder = folder
        self._numbers = count()
        self._aside = tempfile.TemporaryDirectory(prefix="plumbline-")
        self.connection = ibis.duckdb.connect(temp_directory=self._aside.name, memory_limit=MEMORY)
        ibis.options.sql.fuse_selects = False  # DuckDB merges nested selects itself, many times faster than Ibis does

    def scan(self, paths: Sequence[str], schema: pa.Schema) -> "Table":
        """Return the rows of these files; an empty table where there are none."""
        return self._read([self.folder / p for p in paths] or [self._empty(schema)])

    def _empty(self, schema: pa.Schema) -> Path:
        """Return a file of these columns and no rows; a table in memory would import pandas, a second."""
        path = Path(self._aside.name, f"empty-{next(self._numbers)}.parquet")
        pq.write_table(pa.Table.from_batches([], schema), path)
        return path

    def _read(self, files: Sequence[Path]) -> "Table":
        listed = ", ".join("'" + str(f).replace("'", "''") + "'" for f in files)
        held = ibis.Schema.from_pyarrow(pq.read_schema(files[0]))
        schema = ibis.Schema({name: of.copy(nullable=True) for name, of in held.items()})
        return self.query(f"SELECT * FROM read_parquet([{listed}])", schema)

    def query(self, sql: str, schema: ibis.Schema, what: str = "VIEW") -> "Table":
        """Return what a query gives as a view or a table; to ask DuckDB for its schema would cost more than to read rows."""
        name = f"plumbline_{next(self._numbers)}"
        self.connection.raw_sql(f"CREATE TEMP {what} {name} AS {sql}")
        return ops.DatabaseTable(name, schema, self.connection).to_expr()

    def view(self, table: "Table") -> "Table":
        """Return an expression as a table of its own, compiled once and not again in all that is built on it."""
        thin = narrowed(table)
        return self.query(self.connection.compile(thin), thin.schema())

    def settle(self, rows: "Table | pa.Table") -> "Table":
        """Return an expression's rows, or rows at hand, as a table of this session: run once, not in all built on it."""
        if isinstance(rows, pa.Table):
            name = f"plumbline_{next(self._numbers)}_given"
            self.connection.con.register(name, rows)
            return self.query(f"SELECT * FROM {name}", ibis.Schema.from_pyarrow(rows.schema))
        thin = narrowed(rows)
        return self.query(self.connection.compile(thin), thin.schema(), "TABLE")

    def fetch(self, table: "Table") -> pa.Table:
        """Run an expression and return its rows."""
        thin = narrowed(table)
        if thin.op().find(ops.InMemoryTable):
            return self.connection.to_pyarrow(thin)
        # What Ibis does for to_pyarrow, which besides imports pandas.
        found = self.connection.con.sql(self.connection.compile(thin)).to_arrow_table()
        schema = thin.schema().to_pyarrow()
        return pa.Table.from_arrays([found[each.name].cast(each.type) for each in schema], schema=schema)

    def kept(self, path: str) -> bool:
        """Return whether a table was kept under ``path``."""
        return (self.folder / path).exists()

    def keep(self, table: "Table", path: str) -> None:
        """Run an expression and keep its rows under ``path``, whole or not at all."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            self.connection.to_parquet(narrowed(table), part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def load(self, path: str) -> "Table":
        """Return the rows kept under ``path``: one file, or a folder of them where Spark kept it."""
        target = self.folder / path
        return self._read(sorted(target.glob("*.parquet")) if target.is_dir() else [target])
