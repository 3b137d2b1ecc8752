"""Small numbers: which cells of a cross-table of persons must be hidden so that none of the small ones can be told.

A number from 1 to one below the threshold is small. Hiding it alone does not hide it: the sums of rows and columns give it
back. So others are hidden with it, until no small number can be computed from the sums and the numbers still shown,
and until what is hidden in one line adds up to the threshold at least.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

Key = tuple[str, ...]
Line = list[Key]
Row = dict[Key, int]

THRESHOLD = 5
"""No published rule names one for China's justice figures; 3, 5 and 10 are in use elsewhere."""

FINEST = 2_000
"""Cells of a table beyond which it is not worked out what gives what away."""
PRIME = 2**61 - 1
"""Equations are reduced in the field of this prime: exact, and fast where fractions would grow."""


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


def too_fine(cells: Mapping[Key, int]) -> bool:
    """Return whether a table has more cells, the empty ones counted, than can be protected."""
    return bool(cells) and prod(len(set(values)) for values in zip(*cells, strict=True)) > FINEST


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
    """Return the hidden cells that the sums determine: those with an equation of their own once all are reduced."""
    rows: list[Row] = [dict.fromkeys(gone.intersection(line), 1) for line in lines if not gone.isdisjoint(line)]
    solved: list[Row] = []
    while rows:
        row = rows.pop(min(range(len(rows)), key=lambda i: len(rows[i])))
        pivot = next(iter(row))
        inverse = pow(row[pivot], -1, PRIME)
        row = {k: v * inverse % PRIME for k, v in row.items()}
        rows = [left for r in rows if (left := _less(r, row, pivot))]
        solved = [*(_less(r, row, pivot) for r in solved), row]
    return {next(iter(r)) for r in solved if len(r) == 1}


def _less(row: Row, other: Row, pivot: Key) -> Row:
    times = row.get(pivot, 0)
    if not times:
        return row
    left = dict(row)
    for key, value in other.items():
        left[key] = (left.get(key, 0) - times * value) % PRIME
        if not left[key]:
            del left[key]
    return left
