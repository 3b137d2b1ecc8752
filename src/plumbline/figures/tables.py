"""What a figure is written over: one line's records, as of a size of the ledger, as flows and as stocks."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ibis import Schema, literal

from plumbline.figures.engines import Engine
from plumbline.figures.folds import columns, fold
from plumbline.figures.mirror import PAIRS, SUPERSEDED, Erased, Mirror, fold_path, schema, unsaid

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis import Table

    from plumbline.records import Kind

Kinds = Mapping[str, Mapping[str, "Kind"]]
"""The kinds of each line, by their names."""


class Tables:
    """One line's records. A record stands as of ``size`` if its position is below, and none below supersedes it."""

    def __init__(self, engine: Engine, mirror: Mirror, line: str, kinds: Mapping[str, "Kind"], size: int) -> None:
        """Take a mirror of at least ``size`` entries, what reads it, and the line's kinds by name."""
        self.engine, self.mirror, self.line, self.kinds, self.size = engine, mirror, line, kinds, size
        self._written: dict[str, Table] = {}
        self._flows: dict[str, Table] = {}
        self._stocks: dict[date, Table] = {}
        self._settled: dict[tuple[str, date], Table] = {}

    @property
    def root(self) -> str:
        """The root of the checkpoint at ``size``; "" where none was sealed there."""
        return self.mirror.roots.get(self.size, "")

    def flow(self, kind: str) -> "Table":
        """Return the standing records of a kind, one a row; raises KeyError for a kind the line has not.

        Columns: position, case, body, on, at, moment (of on and at), recorded_at, entered_by, approved_by, and the
        kind's own fields.
        """
        if kind not in self._flows:
            self._flows[kind] = self.engine.view(self._standing(kind))
        return self._flows[kind]

    def written(self, kind: str) -> "Table":
        """Return all records of a kind in the segments that begin below ``size``, also those since superseded."""
        if kind not in self._written:
            own, segments = self.kinds[kind], self.mirror.of(self.line, kind, self.size)
            self._written[kind] = _whole(self.engine.scan([s.path for s in segments], schema(own)), own)
        return self._written[kind]

    def stock(self, day: date) -> "Table":
        """Return the line's cases as they stood at the end of ``day``, one a row (plumbline.figures.folds.fold).

        The first reading of a day folds the records and keeps the result beside the mirror; later ones read that.
        """
        if day not in self._stocks:
            self._stocks[day] = self._fold(day)
        return self._stocks[day]

    def once(self, name: str, day: date, made: "Callable[[], Table | pa.Table]") -> "Table":
        """Return what ``made`` gives for a day, run once under that name and kept for all that ask again."""
        if (name, day) not in self._settled:
            self._settled[name, day] = self.engine.settle(made())
        return self._settled[name, day]

    def erased(self, kinds: set[str]) -> list[Erased]:
        """Return which records of these kinds were erased by order, of those below ``size``."""
        return [e for e in self.mirror.erased if e.line == self.line and e.kind in kinds and e.position < self.size]

    def _standing(self, kind: str) -> "Table":
        rows = self.written(kind)
        if any(s.last >= self.size for s in self.mirror.of(self.line, kind, self.size)):
            rows = rows.filter(rows.position < self.size)
        gone = self._superseded
        standing = rows if gone is None else rows.anti_join(gone, rows.position == gone.gone)
        return standing.select([name for name in schema(self.kinds[kind]).names if name != "supersedes"])

    @cached_property
    def _superseded(self) -> "Table | None":
        segments = self.mirror.of(SUPERSEDED, size=self.size)
        if not segments:
            return None
        pairs = self.engine.scan([s.path for s in segments], PAIRS)
        return pairs.filter(pairs.position < self.size).select(gone="supersedes")

    def _fold(self, day: date) -> "Table":
        path = fold_path(self.size, self.line, day)
        if self.engine.kept(path):
            kept = self.engine.load(path)
            if list(kept.columns) == list(columns(self.kinds)):
                return kept
        held = [k for k in self.kinds if self.mirror.of(self.line, k, self.size)] or list(self.kinds)[:1]
        flows = {k: self.flow(k).get_name() for k in held}
        self.engine.keep(self.engine.query(fold(self.kinds, flows, day), Schema(columns(self.kinds))), path)
        return self.engine.load(path)


def _whole(rows: "Table", kind: "Kind") -> "Table":
    """Return the rows with all the kind's own columns, those it was given after the rows were written filled in."""
    own = schema(kind)
    missing = [name for name in own.names if name not in rows.columns]
    types = {name: of.copy(nullable=True) for name, of in Schema.from_pyarrow(own).items()}
    return rows.mutate(**{name: literal(unsaid(kind)[name], types[name]) for name in missing}) if missing else rows


TablesOf = Callable[[str], Tables]


def tables_of(engine: Engine, mirror: Mirror, kinds: Kinds, size: int | None = None) -> TablesOf:
    """Return what gives a line's tables by its name, as of ``size`` (default: all that the mirror holds)."""
    until = mirror.size if size is None else min(size, mirror.size)
    return cache(lambda line: Tables(engine, mirror, line, kinds[line], until))
