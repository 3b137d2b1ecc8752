"""Small numbers: which cells of a cross-table of persons must be hidden so that none of the small ones can be told.

A number from 1 to one below the threshold is small. Hiding it alone does not hide it: the sums of rows and columns give it
back. So others are hidden with it, until no small number can be computed from the sums and the numbers still shown,
and until what is hidden in one line adds up to the threshold at least.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

Key = tuple[str, ...]
Line = list[Key]

THRESHOLD = 5
"""No published rule names one for China's justice figures; 3, 5 and 10 are in use elsewhere."""


def hidden(cells: Mapping[Key, int], threshold: int = THRESHOLD) -> set[Key]:
    """Return the cells to hide, zeros (that ``cells`` need not list) included; none for a ``threshold`` of 0.

    ``cells`` are numbers by their values of each attribute; the sums over one attribute count as known.
    """
    grid = dict.fromkeys(_grid(cells), 0) | dict(cells)
    small = {key for key, number in grid.items() if 0 < number < threshold}
    gone = set(small)
    lines = list(_lines(grid))
    while found := _more(grid, lines, gone, small, threshold):
        gone |= found
    return gone


def _grid(cells: Mapping[Key, int]) -> Iterator[Key]:
    axes = [sorted(set(values)) for values in zip(*cells, strict=True)]
    return product(*axes) if axes else iter(())


def _lines(grid: Mapping[Key, int]) -> Iterator[Line]:
    """Yield the cells of each sum: those that differ in one attribute alone, for attributes of two values or more."""
    for axis in range(len(next(iter(grid), ()))):
        sums: dict[Key, Line] = {}
        for key in grid:
            sums.setdefault(key[:axis] + key[axis + 1 :], []).append(key)
        yield from (line for line in sums.values() if len(line) > 1)


def _more(grid: Mapping[Key, int], lines: list[Line], gone: set[Key], small: set[Key], threshold: int) -> set[Key]:
    """Return cells to hide besides: one for each line that hides too little, else one for each small cell still told."""
    open_lines = [line for line in lines if not gone.issuperset(line)]
    thin = [line for line in open_lines if _thin(grid, line, gone, threshold)]
    if not thin:
        told = _told(lines, gone) & small
        thin = [line for line in open_lines if told.intersection(line)]
    return {_next(grid, line, gone) for line in thin}


def _thin(grid: Mapping[Key, int], line: Line, gone: set[Key], threshold: int) -> bool:
    away = gone.intersection(line)
    return bool(away) and (len(away) < 2 or sum(grid[k] for k in away) < threshold)


def _next(grid: Mapping[Key, int], line: Line, gone: set[Key]) -> Key:
    """Return the smallest number of a line still shown, a zero only where there is no other."""
    return min((k for k in line if k not in gone), key=lambda k: (grid[k] == 0, grid[k], k))


def _told(lines: list[Line], gone: set[Key]) -> set[Key]:
    """Return the hidden cells that the sums determine: those with a row of their own in the reduced equations."""
    unknown = sorted(gone)
    rows = [{k: Fraction(1) for k in line if k in gone} for line in lines]
    solved: list[dict[Key, Fraction]] = []
    for pivot in unknown:
        row = next((r for r in rows if pivot in r), None)
        if row is None:
            continue
        rows.remove(row)
        row = {k: v / row[pivot] for k, v in row.items()}
        rows = [_less(r, row, pivot) for r in rows]
        solved = [*(_less(r, row, pivot) for r in solved), row]
    return {next(iter(r)) for r in solved if len(r) == 1}


def _less(row: dict[Key, Fraction], other: dict[Key, Fraction], pivot: Key) -> dict[Key, Fraction]:
    times = row.get(pivot, Fraction(0))
    if not times:
        return row
    left = {k: row.get(k, Fraction(0)) - times * other.get(k, Fraction(0)) for k in row.keys() | other.keys()}
    return {k: v for k, v in left.items() if v}
