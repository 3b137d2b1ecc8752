"""What the two databases say differently: how a writer waits its turn, how entries are read and written as columns."""

from datetime import UTC, datetime
from typing import NamedTuple

import polars as pl

from plumbline.web.databases import PATIENCE

ENTRY = (
    "position", "line", "kind", "case", "body", "on", "at", "recorded_at", "entered_by", "approved_by", "supersedes",
    "erases", "leaf",
)  # fmt: skip
CONTENT = ("position", "payload", "salt", "fingerprint")
MOMENT = "%Y-%m-%dT%H:%M:%S%.6fZ"
"""How moments are written: UTC, with microseconds."""
_TEXTS = ("line", "kind", "case", "body", "on", "at", "entered_by", "approved_by", "payload")
_BYTES = ("leaf", "salt", "fingerprint")
_LOCK = 0x706C756D  # "plum": any number that nobody else locks in the same database


def moment_text(moment: datetime) -> str:
    """Return a moment with its zone as it is written: in ``MOMENT``, UTC."""
    return moment.astimezone(UTC).strftime(MOMENT.replace("%.6f", ".%f"))


class Dialect(NamedTuple):
    """Statements of one database.

    ``settings`` are for each connection; ``turn`` begins a writer's transaction and ``snapshot`` a reader's; ``scrub``
    drops what the files still hold of rows that are gone; ``select`` reads entries with their content, ``seals`` checkpoints.
    """

    settings: tuple[str, ...]
    turn: tuple[str, ...]
    snapshot: tuple[str, ...]
    scrub: str
    select: str
    seals: str
    days: pl.Expr
    moments: pl.Expr


def _joined(columns: list[str]) -> str:
    return f"SELECT {', '.join(columns)} FROM book_entry e LEFT JOIN book_content c ON c.position = e.position"


def _sqlite_column(name: str) -> str:
    """Return a column as bytes: the driver guesses types from the first rows, and damaged text would stop it."""
    value = f"replace(e.\"{name}\", ' ', 'T') || 'Z'" if name == "recorded_at" else f'"{name}"'
    if name in (*_TEXTS, *_BYTES, "recorded_at"):
        return f"coalesce(CAST({value} AS BLOB), x'') AS \"{name}\""
    return f'e."{name}"'


def _postgresql_column(name: str) -> str:
    if name == "recorded_at":
        return "to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS recorded_at"
    return '"on"::text AS "on"' if name == "on" else f'"{name}"' if name != "position" else "e.position"


_SEALS = "SELECT size, root, {0} AS note, frontier FROM book_checkpoint ORDER BY size"
_COLUMNS = (*ENTRY, *CONTENT[1:])

SQLITE = Dialect(
    settings=(
        f"PRAGMA busy_timeout={PATIENCE}000",
        "PRAGMA cache_size=-262144",  # 256 MB: what a load changes is written once, not each time the cache is full
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "PRAGMA recursive_triggers=ON",
        "PRAGMA trusted_schema=OFF",
    ),
    # The first statement of the transaction has to write, or two writers that have both read could not both go on.
    turn=("DELETE FROM book_entry WHERE 0",),
    snapshot=(),
    scrub="PRAGMA wal_checkpoint(TRUNCATE)",
    select=_joined([_sqlite_column(name) for name in _COLUMNS]),
    seals=_SEALS.format("CAST(note AS BLOB)"),
    days=pl.col("on"),
    moments=pl.col("recorded_at").str.replace("T", " ").str.strip_suffix("Z"),
)
POSTGRESQL = Dialect(
    settings=(),
    turn=(f"SET LOCAL lock_timeout = '{PATIENCE}s'", f"SELECT pg_advisory_xact_lock({_LOCK})"),
    snapshot=("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",),
    scrub="VACUUM book_content",
    select=_joined([_postgresql_column(name) for name in _COLUMNS]),
    seals=_SEALS.format("convert_to(note, 'UTF8')"),
    days=pl.col("on").str.to_date("%Y-%m-%d"),
    moments=pl.col("recorded_at").str.to_datetime(MOMENT, time_unit="us", time_zone="UTC"),
)
DIALECTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def legible(frame: pl.DataFrame) -> pl.DataFrame:
    """Return entries as read from either database, texts as texts: null where there is none or it is no text any more."""
    frame = frame.with_columns(
        *(_text(frame[n]) for n in (*_TEXTS, "recorded_at")),
        *(pl.col(n).cast(pl.Binary).fill_null(b"") for n in _BYTES),
    )
    empty = [pl.when(pl.col(n) != "").then(pl.col(n)).alias(n) for n in ("at", "payload")]
    return frame.with_columns(*empty, *(pl.col(n).cast(pl.Int64) for n in ("position", "supersedes", "erases")))


def _text(column: pl.Series) -> pl.Series:
    try:
        return column.cast(pl.String)
    except pl.exceptions.ComputeError:  # damaged: worth the slow way, to tell which entry it is
        return pl.Series(column.name, [_decoded(value) for value in column], dtype=pl.String)


def _decoded(value: bytes | None) -> str | None:
    try:
        return None if value is None else value.decode()
    except UnicodeDecodeError:
        return None
