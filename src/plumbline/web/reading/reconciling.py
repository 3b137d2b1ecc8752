"""What a reconciliation does: every bridge settled, every inconsistency found, over one mirror."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from inspect import signature
from typing import NamedTuple

from plumbline.errors import FigureError, Words
from plumbline.figures.bridges import Bridge, Scopes, Settled, settle
from plumbline.figures.chains import Ends
from plumbline.figures.consistency import Inconsistency, within
from plumbline.figures.linking import unlinked
from plumbline.figures.mistyped import meant
from plumbline.figures.tables import Tables, TablesOf
from plumbline.lines import bridges, names, part
from plumbline.periods import Span
from plumbline.records import playing
from plumbline.web.reading.narrowed import scope_of


class Asked(NamedTuple):
    """What to reconcile: the days (None: all there are), the scope on each side, one body or "" for all."""

    period: Span | None = None
    scopes: Scopes = Scopes()
    body: str = ""


class Unsettled(NamedTuple):
    """A bridge that cannot be reconciled, for the book has no registers at all of these lines."""

    bridge: Bridge
    missing: tuple[str, ...]


class Reconciled(NamedTuple):
    """What came of it, over ``period`` and as of ``size`` entries: bridges by counting, and what does not fit together."""

    period: Span
    size: int
    settled: tuple[Settled, ...]
    findings: tuple[Inconsistency, ...]
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every bridge closes and nothing was found."""
        return not self.findings and all(s.closes for s in self.settled)


def steps() -> int:
    """Return how many steps a reconciliation takes."""
    return len(bridges()) + len(names()) + len(_chains())


def _chains() -> dict[Callable[..., Ends], tuple[str, ...]]:
    """Return the chains that links declare, each with the lines it joins."""
    return {chain: tuple(signature(chain).parameters) for chain in part("links", "figures").CHAINS}


def reconcile(tables: TablesOf, asked: Asked = Asked(), step: Callable[[], None] = lambda: None) -> Reconciled:  # noqa: B008
    """Settle every bridge and look for what does not fit together; ``step`` is called after each of ``steps()``.

    Raises:
        FigureError: there is no such scope, or the book has no records.
    """
    for name in asked.scopes:
        scope_of(name)
    period = asked.period or whole(tables)
    settled: list[Settled] = []
    unsettled: list[Unsettled] = []
    for bridge in bridges():
        if missing := _missing(bridge, tables):
            unsettled.append(Unsettled(bridge, missing))
        else:
            settled += _settled(bridge, tables, period, asked)
        step()
    findings = []
    for found in _findings(tables, period):
        findings += [f for f in found if not asked.body or f.body == asked.body]
        step()
    return Reconciled(period, tables("trials").size, tuple(settled), tuple(findings), tuple(unsettled))


def whole(tables: TablesOf) -> Span:
    """Return the days from the first to the last on which a case came in or ended; raises FigureError where there are none."""
    chained = dict.fromkeys(line for joined in _chains().values() for line in joined)
    days = _days(tables, chained) or _days(tables, names())
    if days is None:
        what = Words("账内没有案件记录", "the book has no records of cases")
        raise FigureError("--book", what, Words("请先用 plumbline load 导入", "Load some with plumbline load first"))
    return days


def _days(tables: TablesOf, lines: Iterable[str]) -> Span | None:
    """Return the days from the first record of some lines to their last; None where they have none."""
    held = [tables(line) for line in lines if _sent(tables(line))]
    flows = [t.flow(kind).select("on") for t in held for kind in t.kinds]
    if not flows:
        return None
    on = reduce(lambda a, b: a.union(b), flows).on
    row = held[0].engine.fetch(on.as_table().aggregate(first=on.min(), last=on.max())).to_pylist()[0]
    return Span(row["first"], row["last"])


def _settled(bridge: Bridge, tables: TablesOf, period: Span, asked: Asked) -> Iterator[Settled]:
    """Yield a bridge in each counting; none of a body that has no part in it."""
    found = settle(bridge, tables, period, sides(bridge, asked.scopes), asked.body).values()
    if not asked.body or any(s.unexplained or any(p.number for p in (*s.left, *s.right, *s.causes)) for s in found):
        yield from found


def sides(bridge: Bridge, scopes: Scopes) -> Scopes:
    """Return the scope of each side of a bridge: only courts take on in one of their own."""
    courts = "docketed" in bridge.right and not bridge.within
    return scopes if courts else Scopes(scopes.left, scopes.left)


def _missing(bridge: Bridge, tables: TablesOf) -> tuple[str, ...]:
    """Return the lines a bridge rests on of which the book has nothing; inside a body links may well be none."""
    *lines, _, _ = signature(bridge.rows).parameters
    return tuple(line for line in lines if not (bridge.within and line == "links") and not _sent(tables(line)))


def _sent(tables: Tables) -> bool:
    return any(tables.mirror.of(tables.line, kind, tables.size) for kind in tables.kinds)


def _findings(tables: TablesOf, period: Span) -> Iterator[list[Inconsistency]]:
    for line in names():
        found = within(tables, line, period)
        begins, ends = (playing(role, tables(line).kinds) for role in ("begins", "ends"))
        yield meant(found, tables(line), begins.lower(), ends.lower(), period) if begins and ends else found
    for chain, lines in _chains().items():
        kept = all(_sent(tables(line)) for line in (*lines, "links"))
        yield unlinked(chain(*map(tables, lines)), tables("links"), period) if kept else []
