"""A figure's parts as a table: a row for each, a column for each way it counts, or for both periods and the change."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.figures.breakdown import Cell
from plumbline.figures.change import WORDS, Change, ends, why_not
from plumbline.figures.change_reading import Part
from plumbline.figures.shapes import Counting, Figure
from plumbline.lines import kinds
from plumbline.web.reading.asked import Asked, Found
from plumbline.web.reading.moves import percent
from plumbline.web.reading.numbers import COUNTINGS, valued
from plumbline.web.reading.parted import OF_ALL

HIDDEN = Words("不显示", "hidden")
EMPTY = Words("", "")


class Shown(NamedTuple):
    """A number in a table: as it is shown, its whole numbers ("" where hidden), how long its bar is in per cent."""

    words: Words
    exact: str = ""
    share: float | None = None


class Table(NamedTuple):
    """Parts of a breakdown: the heads of the columns, the rows, whether some are hidden and how small is too small."""

    names: list[Words]
    heads: list[Words]
    rows: Sequence[tuple[tuple[str, ...], list[Shown], Words | None]]
    small: int
    together: int = 0


def parts(figure: Figure, found: Sequence[Found], asked: Asked) -> list[Table]:
    """Return the tables of a breakdown: one for all ways of counting, or one for each way that is held against another."""
    if not asked.by:
        return []
    names = [label(figure, column) for column in asked.by]
    if asked.against:
        return [_compared(names, each, asked) for each in found]
    return [_counted(names, found, asked)]


def way(figure: Figure, counting: Counting) -> Words:
    """Return how a figure is counted, where it is in more ways than one."""
    return COUNTINGS[counting] if len(figure.countings) > 1 else Words("数值", "value")


def label(figure: Figure, column: str) -> Words:
    """Return what a column of a figure's rows is called."""
    own = (c for kind in kinds()[figure.line].values() for c in kind.columns if c.name == column)
    return OF_ALL.get(column) or next((c.label for c in own), Words(column, column))


def _counted(names: list[Words], found: Sequence[Found], asked: Asked) -> Table:
    numbers = [{c.values: c for c in f.cells} for f in found]
    most = [max((c.numerator or 0 for c in cells.values()), default=0) for cells in numbers]
    rows: list[tuple[tuple[str, ...], list[Shown], Words | None]] = []
    for values in sorted({v for cells in numbers for v in cells}):
        cells = [
            _cell(each.get(values), f.reading.unit, top) for each, f, top in zip(numbers, found, most, strict=True)
        ]
        rows.append((values, cells, None))
    small = asked.threshold if any(c.numerator is None for cells in numbers for c in cells.values()) else 0
    return Table(names, [way(f.reading.figure, f.reading.counting) for f in found], rows, small)


def _cell(cell: Cell | None, unit: str, most: int = 0) -> Shown:
    if cell is None:
        return Shown(EMPTY)
    if cell.numerator is None:
        return Shown(HIDDEN)
    share = cell.numerator * 100 / most if most and cell.denominator == 1 else None
    return Shown(valued(cell.numerator, cell.denominator or 0, unit), f"{cell.numerator}/{cell.denominator}", share)


def _compared(names: list[Words], found: Found, asked: Asked) -> Table:
    heads = [Words("本期", "now"), Words("基期", "before"), Words("变化", "change"), Words("95%区间", "95 % interval")]
    rows = [(p.values, list(_moves(p, found.reading.unit)), _verdict(p.change)) for p in found.parts]
    hidden = any(None in (p.now.numerator, p.before.numerator) for p in found.parts)
    judged = len(rows) if found.compared and found.compared.change else 0
    return Table(
        names,
        [*heads, way(found.reading.figure, found.reading.counting)],
        rows,
        asked.threshold if hidden else 0,
        judged,
    )


def _moves(part: Part, unit: str) -> Iterator[Shown]:
    yield _cell(part.now, unit)
    yield _cell(part.before, unit)
    yield Shown(percent(part.percent) if part.change else EMPTY)
    yield Shown(_interval(part.change))


def _interval(change: Change | None) -> Words:
    text = " ~ ".join((change and ends(change)) or ("—",)) if change else ""
    return Words(text, text)


def _verdict(change: Change | None) -> Words:
    return WORDS[change.verdict] if change else EMPTY


def verdict(figure: Figure, change: Change | None) -> dict[str, Any]:
    """Return a change's interval and verdict in words, or why it is not judged."""
    return {"interval": _interval(change), "verdict": _verdict(change), "why_not": None if change else why_not(figure)}
