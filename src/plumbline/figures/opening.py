"""Opening a mirror for reading: with which engine, as of which size."""

import gc
from pathlib import Path
from typing import NamedTuple

from plumbline.errors import FigureError, Words
from plumbline.figures.engines import Engine
from plumbline.figures.mirror import Mirror
from plumbline.figures.segments import checked
from plumbline.figures.tables import Kinds, TablesOf, tables_of

SELDOM = 100_000, 20, 100
"""How often garbage is looked for: expressions are made of very many small objects, nearly all of which stay to the end."""


class Open(NamedTuple):
    """A mirror, what reads it, and each line's tables by the line's name."""

    mirror: Mirror
    engine: Engine
    tables: TablesOf
    size: int


def open_mirror(
    folder: Path, kinds: Kinds, size: int | None = None, *, engine: str = "duckdb", at: str = "", master: str = ""
) -> Open:
    """Open the mirror in ``folder`` as of ``size`` (None: all of it).

    ``at`` is the address by which Spark reaches the mirror (default: the folder), ``master`` its cluster.

    Raises:
        NoMirror: there is none, or a damaged one.
        FigureError: it has not that many entries.
        NoEngine: the engine is not installed or does not start.
    """
    mirror = checked(folder)
    gc.set_threshold(*SELDOM)
    if size is not None and not 0 <= size <= mirror.size:
        what = Words(f"账内只有 {mirror.size} 条", f"the book has {mirror.size} entries")
        raise FigureError(f"--as-of {size}", what, Words("请给出不大于它的数", "Give a number not above that"))
    reader = _engine(folder, engine, at, master)
    until = mirror.size if size is None else size
    return Open(mirror, reader, tables_of(reader, mirror, kinds, until), until)


def _engine(folder: Path, name: str, at: str, master: str) -> Engine:
    if name == "spark":
        from plumbline.figures.engines.spark import Spark

        return Spark(at or str(folder.resolve()), master)
    from plumbline.figures.engines.duckdb import DuckDB

    return DuckDB(folder)
