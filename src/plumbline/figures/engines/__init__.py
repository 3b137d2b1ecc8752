"""Engines: what counts. Each reads the same Parquet files through Ibis, so that one definition serves all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis import Schema, Table


class Engine(Protocol):
    """What reads a mirror's files. Paths are relative to the mirror's folder."""

    def scan(self, paths: Sequence[str], schema: "pa.Schema") -> "Table":
        """Return the rows of these files, all of one ``schema``; an empty table where there are none."""

    def view(self, table: "Table") -> "Table":
        """Return an expression as a table of its own, compiled once and not again in all that is built on it."""

    def settle(self, rows: "Table | pa.Table") -> "Table":
        """Return an expression's rows, or rows at hand, as a table of this session: run once, not in all built on it."""

    def query(self, sql: str, schema: "Schema") -> "Table":
        """Return what a query in DuckDB's SQL gives, in columns of that schema; it names tables by their ``get_name()``."""

    def fetch(self, table: "Table") -> "pa.Table":
        """Run an expression and return its rows."""

    def kept(self, path: str) -> bool:
        """Return whether a table was kept under ``path``."""

    def keep(self, table: "Table", path: str) -> None:
        """Run an expression and keep its rows under ``path``, whole or not at all."""

    def load(self, path: str) -> "Table":
        """Return the rows kept under ``path``."""
