"""A figure read for two periods, and whether it moved by more than chance; the same for each of its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from plumbline.errors import NotCounted, Words
from plumbline.figures.asking import answer
from plumbline.figures.breakdown import Cell, breakdown, said
from plumbline.figures.change import Change, Days, dispersion, of_clusters, of_counts, together, why_not
from plumbline.figures.change_drawn import Amounts, of_amounts, seed_of
from plumbline.figures.counting import MONTH, counted
from plumbline.figures.reading import read
from plumbline.figures.shapes import Reading
from plumbline.figures.small import THRESHOLD, Key
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span

OF_CASES = ("body", "case")
"""What tells clusters apart: all persons or amounts of one case of a body come together."""
NONE = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Compared:
    """One reading against another: ``change`` is None where a change of it is not judged (``why_not``)."""

    now: Reading
    before: Reading
    change: Change | None

    @property
    def percent(self) -> Fraction | None:
        """By how many per cent the value moved, exactly; None where it was nought before, or is a rate itself."""
        known = self.now.denominator and self.before.numerator and self.now.unit != "%"
        return (self.now.value - self.before.value) * 100 / self.before.value if known else None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a breakdown, now and before; ``change`` is None where it is not judged or a number is hidden."""

    values: tuple[str, ...]
    now: Cell
    before: Cell
    change: Change | None

    @property
    def percent(self) -> Fraction | None:
        """By how many per cent it moved, exactly; None where it was nought before or is hidden."""
        if not (self.before.numerator and self.before.denominator and self.now.denominator):
            return None
        if self.now.numerator is None:
            return None
        now = Fraction(self.now.numerator, self.now.denominator)
        return now * 100 / Fraction(self.before.numerator, self.before.denominator) - 100


def compare(now: Reading, tables_of: TablesOf, against: Span) -> Compared:
    """Hold a reading against that of another period, and judge the change where it can be."""
    how, scope, body = now.counting, now.scope, now.body
    before = read(now.figure, tables_of, against, counting=how, scope=scope, body=body)
    return Compared(now, before, None if why_not(now.figure) else judged(now, before, tables_of))


def judged(now: Reading, before: Reading, tables_of: TablesOf) -> Change:
    """Judge the change between two readings of one figure, counted alike."""
    days = Days(now.period.days, before.period.days)
    if now.counting == "cases":
        return of_counts(now.numerator, before.numerator, days)
    return _of_sizes(now, before, (_sizes(now, tables_of, ())[()], _sizes(before, tables_of, ())[()]), days)


def compare_parts(whole: Compared, tables_of: TablesOf, by: Sequence[str], *, threshold: int = THRESHOLD) -> list[Part]:
    """Return a comparison broken down by columns of the rows, in their order, the parts judged together.

    Raises:
        NotCounted: the rows have no such column; by month, as months of two years have no name in common.
    """
    if MONTH in by:
        what = Words("不能按月分列作比", "it cannot be compared by month")
        todo = Words(
            "请逐月读取：--period 2020-06 --against 2019-06", "Read month by month: --period 2020-06 --against 2019-06"
        )
        raise NotCounted(whole.now.figure.id, what, todo)
    now, before = ({c.values: c for c in _cells(r, tables_of, by, threshold)} for r in (whole.now, whole.before))
    none = {r: Cell((), 0, 0 if r.figure.base else r.denominator) for r in (whole.now, whole.before)}
    pairs = {k: (now.get(k, none[whole.now]), before.get(k, none[whole.before])) for k in sorted({*now, *before})}
    changes = {} if whole.change is None else _changes(whole, tables_of, by, pairs)
    return [Part(key, *cells, changes.get(key)) for key, cells in pairs.items()]


def _cells(r: Reading, tables_of: TablesOf, by: Sequence[str], threshold: int) -> list[Cell]:
    more = {"counting": r.counting, "scope": r.scope, "body": r.body, "threshold": threshold}
    return breakdown(r.figure, tables_of, r.period, by, **more)  # type: ignore[arg-type]


def _changes(
    whole: Compared, tables_of: TablesOf, by: Sequence[str], pairs: dict[Key, tuple[Cell, Cell]]
) -> dict[Key, Change]:
    """Judge the parts of which both numbers are shown, and adjust for how many they are."""
    shown = {k: (a.numerator, b.numerator) for k, (a, b) in pairs.items() if None not in (a.numerator, b.numerator)}
    days = Days(whole.now.period.days, whole.before.period.days)
    if whole.now.counting == "cases":
        found = [of_counts(a or 0, b or 0, days) for a, b in shown.values()]
    else:
        ours, theirs = (_sizes(r, tables_of, by) for r in (whole.now, whole.before))
        sizes = {k: (ours.get(k, NONE), theirs.get(k, NONE)) for k in shown}
        found = [_of_sizes(whole.now, whole.before, sizes[k], days, k) for k in shown]
    return dict(zip(shown, together(found), strict=True))


def _of_sizes(now: Reading, before: Reading, sizes: tuple[Amounts, Amounts], days: Days, key: Key = ()) -> Change:
    if now.unit == "元":
        seed = seed_of(now.figure.id, now.period, before.period, now.scope, now.body, *key)
        return of_amounts(*sizes, days, seed)
    every = np.concatenate(sizes)
    spread = dispersion(float(every.sum()), float((every**2).sum()))
    return of_clusters(int(sizes[0].sum()), int(sizes[1].sum()), days, spread)


def _sizes(r: Reading, tables_of: TablesOf, by: Sequence[str]) -> dict[Key, Amounts]:
    """Return the sizes of all clusters of each part of a reading, in an order that the records alone decide."""
    found = answer(r.figure, tables_of, r.period, r.scope, r.body)
    clusters = list(dict.fromkeys([*by, *(c for c in OF_CASES if c in found.rows.columns)]))
    rows = counted(found.rows, r.figure, r.counting, clusters)
    sizes = found.tables[0].engine.fetch(rows.select(*by, "number").order_by([*by, "number"]))
    numbers = sizes.column("number").to_numpy().astype(np.float64)
    if not by:
        return {(): numbers}
    keys = list(zip(*([said(c, v) for v in sizes.column(c).to_pylist()] for c in by), strict=True))
    ends = [at for at in range(1, len(keys)) if keys[at] != keys[at - 1]]
    return {keys[first]: part for first, part in zip([0, *ends], np.split(numbers, ends), strict=True) if len(part)}
