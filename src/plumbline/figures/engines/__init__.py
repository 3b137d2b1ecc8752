"""Engines: what counts. Each reads the same Parquet files through Ibis, so that one definition serves all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis import Table


class Engine(Protocol):
    """What reads a mirror's files. Paths are relative to the mirror's folder."""

    def scan(self, paths: Sequence[str], schema: "pa.Schema") -> "Table":
        """Return the rows of these files, all of one ``schema``; an empty table where there are none."""

    def view(self, table: "Table") -> "Table":
        """Return an expression as a table of its own, compiled once and not again in all that is built on it."""

    def fetch(self, table: "Table") -> "pa.Table":
        """Run an expression and return its rows."""

    def kept(self, path: str) -> bool:
        """Return whether a table was kept under ``path``."""

    def keep(self, table: "Table", path: str) -> None:
        """Run an expression and keep its rows under ``path``, whole or not at all."""

    def load(self, path: str) -> "Table":
        """Return the rows kept under ``path``."""
