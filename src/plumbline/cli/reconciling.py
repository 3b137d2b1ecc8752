"""What a reconciliation does: every bridge settled, every inconsistency found, over one mirror."""

from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from plumbline.errors import FigureError, Words
from plumbline.figures.bridges import Bridge, Scopes, Settled, settle
from plumbline.figures.consistency import Inconsistency, within
from plumbline.figures.linking import unlinked
from plumbline.figures.mistyped import meant
from plumbline.figures.opening import open_mirror
from plumbline.figures.tables import TablesOf
from plumbline.lines import bridges, kinds, names, part
from plumbline.periods import Span
from plumbline.records import scope_named

CHAIN = ("investigations", "prosecutions", "trials")
"""The lines a case goes through, in order."""
BEGINS = {"investigations": "Filed", "prosecutions": "Received", "trials": "Docketed", "assets": "Controlled"}
"""The kind of record that no case of a line can be without."""
COUNTS = {"investigations": "Transferred", "prosecutions": "Received", "trials": "Docketed"}
"""The kind of record by which a line counts the persons of a case."""
ENDS = {"investigations": "transferred", "prosecutions": "concluded", "trials": "concluded"}
"""The kind by which a case ends, as columns of the stock name it."""


class Asked(NamedTuple):
    """What to reconcile: the days (None: all there are), the scope on each side, one body or "" for all."""

    period: Span | None = None
    scopes: Scopes = Scopes()
    body: str = ""


class Reconciled(NamedTuple):
    """What came of it, over ``period`` and as of ``size`` entries: bridges by counting, and what does not fit together."""

    period: Span
    size: int
    settled: tuple[Settled, ...]
    findings: tuple[Inconsistency, ...]

    @property
    def holds(self) -> bool:
        """Whether every bridge closes and nothing was found."""
        return not self.findings and all(s.closes for s in self.settled)


def opened_tables(folder: Path, size: int | None = None) -> TablesOf:
    """Return the tables of the book in ``folder``; raises NoMirror where there is none, FigureError for a size it has not."""
    return open_mirror(folder / "mirror", kinds(), size).tables


def steps() -> int:
    """Return how many steps a reconciliation takes."""
    return len(bridges()) + len(names()) + len(CHAIN) - 1


def reconcile(tables: TablesOf, asked: Asked = Asked(), step: Callable[[], None] = lambda: None) -> Reconciled:  # noqa: B008
    """Settle every bridge and look for what does not fit together; ``step`` is called after each of ``steps()``.

    Raises:
        FigureError: there is no such scope, or the book has no records.
    """
    for name in asked.scopes:
        _require_scope(name)
    period = asked.period or whole(tables)
    settled: list[Settled] = []
    for bridge in bridges():
        settled += _settled(bridge, tables, period, asked)
        step()
    findings = []
    for found in _findings(tables, period):
        findings += [f for f in found if not asked.body or f.body == asked.body]
        step()
    return Reconciled(period, tables("trials").size, tuple(settled), tuple(findings))


def whole(tables: TablesOf) -> Span:
    """Return the days from the first to the last on which a case came in or ended; raises FigureError where there are none."""
    flows = [tables(line).flow(kind) for line in CHAIN for kind in tables(line).kinds]
    days = reduce(lambda a, b: a.union(b), [rows.select("on") for rows in flows])
    row = tables("trials").engine.fetch(days.aggregate(first=days.on.min(), last=days.on.max())).to_pylist()[0]
    if row["first"] is None:
        what = Words("账内没有案件记录", "the book has no records of cases")
        raise FigureError("--book", what, Words("请先用 plumbline load 导入", "Load some with plumbline load first"))
    return Span(row["first"], row["last"])


def _settled(bridge: Bridge, tables: TablesOf, period: Span, asked: Asked) -> Iterator[Settled]:
    scopes = Scopes(asked.scopes.left, asked.scopes.left) if bridge.within else asked.scopes
    yield from settle(bridge, tables, period, scopes, asked.body).values()


def _findings(tables: TablesOf, period: Span) -> Iterator[list[Inconsistency]]:
    for line in names():
        begins = BEGINS.get(line, "")
        found = within(tables, line, begins, COUNTS.get(line, ""), period)
        yield meant(found, tables(line), begins.lower(), ENDS[line], period) if line in ENDS else found
    ends = part("links", "figures").chains(*map(tables, CHAIN))
    yield from (unlinked(each, tables("links"), period) for each in ends)


def _require_scope(name: str) -> None:
    if name and not scope_named(name):
        from plumbline.records import SCOPES

        what = Words(f"没有“{name}”这个口径", f"there is no scope “{name}”")
        known = "、".join(SCOPES)
        raise FigureError("--scope", what, Words(f"口径有：{known}", f"The scopes are: {known}"))
