"""Spark: the same definitions over the same files, for books that one machine does not hold. An optional part.

The mirror may lie in a local folder or where the cluster reads it (``s3a://…``, ``hdfs://…``): folds are kept there too.
"""

import os
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa
import sqlglot

from plumbline.errors import NoEngine, Words
from plumbline.figures.engines.narrow import narrowed

if TYPE_CHECKING:
    from ibis import Table

LOCAL = "local[2]"
MASTER = "SPARK_MASTER"
"""The environment's variable that names the cluster."""


class Spark:
    """Reads the mirror that lies ``at`` a path or an address that Spark and its workers reach."""

    name = "spark"

    def __init__(self, at: str, master: str = "", settings: dict[str, str] | None = None) -> None:
        """Start a session on ``master`` (default: $SPARK_MASTER, else two cores of this machine).

        Raises:
            NoEngine: pyspark or Java is not installed, or the session does not start.
        """
        self.at, self._numbers = at, count()
        self.session = _session(master or os.environ.get(MASTER, LOCAL), settings or {})
        self.connection = ibis.pyspark.connect(self.session)

    def scan(self, paths: Sequence[str], schema: pa.Schema) -> "Table":
        """Return the rows of these files; an empty table where there are none."""
        if not paths:
            return self._named(self.session.createDataFrame([], _columns(schema)))
        return self._named(self.session.read.parquet(*(f"{self.at}/{p}" for p in paths)))

    def view(self, table: "Table") -> "Table":
        """Return an expression as a table of its own, compiled once and not again in all that is built on it."""
        return self._named(self.session.sql(ibis.to_sql(narrowed(table), dialect="pyspark")))

    def settle(self, rows: "Table | pa.Table") -> "Table":
        """Return an expression's rows, or rows at hand, as a table of this session: run once, not in all built on it."""
        if isinstance(rows, pa.Table):
            told = [tuple(row.values()) for row in rows.to_pylist()]
            return self._named(self.session.createDataFrame(told, _columns(rows.schema)))
        return self._named(self.session.sql(ibis.to_sql(narrowed(rows), dialect="pyspark")).cache())

    def query(self, sql: str, schema: ibis.Schema) -> "Table":
        """Return what a query in DuckDB's SQL gives; Spark itself says of which schema."""
        return self._named(self.session.sql(sqlglot.transpile(sql, read="duckdb", write="spark")[0]))

    def fetch(self, table: "Table") -> pa.Table:
        """Run an expression and return its rows."""
        return self.connection.to_pyarrow(narrowed(table))

    def kept(self, path: str) -> bool:
        """Return whether a table was kept under ``path``: a folder of Spark's with its mark, or DuckDB's one file."""
        target = self._path(path)
        files = target.getFileSystem(self._hadoop)
        return bool(files.isFile(target) or files.exists(self._path(f"{path}/_SUCCESS")))

    def keep(self, table: "Table", path: str) -> None:
        """Run an expression and keep its rows under ``path``; without its mark ``_SUCCESS`` a folder is not taken."""
        frame = self.session.sql(ibis.to_sql(narrowed(table), dialect="pyspark"))
        frame.write.mode("overwrite").parquet(f"{self.at}/{path}")

    def load(self, path: str) -> "Table":
        """Return the rows kept under ``path``."""
        return self._named(self.session.read.parquet(f"{self.at}/{path}"))

    def close(self) -> None:
        """End the session."""
        self.session.stop()

    @property
    def _hadoop(self) -> Any:
        return self.session._jsc.hadoopConfiguration()

    def _path(self, path: str) -> Any:
        return self.session._jvm.org.apache.hadoop.fs.Path(f"{self.at}/{path}")

    def _named(self, frame: Any) -> "Table":
        name = f"plumbline_{next(self._numbers)}"
        frame.createOrReplaceTempView(name)
        return self.connection.table(name)


def _session(master: str, settings: dict[str, str]) -> Any:
    try:
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.appName("plumbline").master(master)
        few = {"spark.sql.shuffle.partitions": "2"} if master.startswith("local") else {}
        for name, value in (_SETTINGS | few | settings).items():
            builder = builder.config(name, value)
        return builder.getOrCreate()
    except Exception as error:  # pyspark raises its own, and Java's, in many shapes
        what = Words(f"Spark 无法启动（{_first_line(error)}）", f"Spark does not start ({_first_line(error)})")
        todo = Words(
            "请安装可选组 spark（pip install 'plumbline[spark]'）和 Java 17，或改用 --engine duckdb",
            "Install the optional group spark (pip install 'plumbline[spark]') and Java 17, or use --engine duckdb",
        )
        raise NoEngine("--engine spark", what, todo) from error


_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _columns(schema: pa.Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)
