"""DuckDB, in this process: the engine that needs nothing else."""

import os
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

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

    def scan(self, paths: Sequence[str], schema: pa.Schema) -> "Table":
        """Return the rows of these files; an empty table where there are none."""
        files = [str(self.folder / p) for p in paths] or [self._empty(schema)]
        return self.connection.read_parquet(files)

    def _empty(self, schema: pa.Schema) -> str:
        """Return a file of these columns and no rows; a table in memory would import pandas, a second."""
        path = Path(self._aside.name, f"empty-{next(self._numbers)}.parquet")
        pq.write_table(pa.Table.from_batches([], schema), path)
        return str(path)

    def view(self, table: "Table") -> "Table":
        """Return an expression as a table of its own, compiled once and not again in all that is built on it."""
        return self.connection.create_view(f"plumbline_{next(self._numbers)}", table)

    def fetch(self, table: "Table") -> pa.Table:
        """Run an expression and return its rows."""
        return self.connection.to_pyarrow(table)

    def kept(self, path: str) -> bool:
        """Return whether a table was kept under ``path``."""
        return (self.folder / path).exists()

    def keep(self, table: "Table", path: str) -> None:
        """Run an expression and keep its rows under ``path``, whole or not at all."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            self.connection.to_parquet(table, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def load(self, path: str) -> "Table":
        """Return the rows kept under ``path``: one file, or a folder of them where Spark kept it."""
        target = self.folder / path
        return self.connection.read_parquet(str(target / "*.parquet" if target.is_dir() else target))
