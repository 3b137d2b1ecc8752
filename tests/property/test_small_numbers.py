"""Any cross-table of persons: from what is shown and the sums, no small number can be computed."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from plumbline.figures.small import THRESHOLD, hidden

Key = tuple[str, ...]


@st.composite
def crossed(draw: st.DrawFn) -> dict[Key, int]:
    """A table of two or three attributes, all its cells given."""
    axes = draw(st.lists(st.integers(2, 4), min_size=2, max_size=3))
    keys = list(product(*([f"{axis}{i}" for i in range(size)] for axis, size in zip("abc", axes, strict=False))))
    numbers = draw(st.lists(st.integers(0, 12), min_size=len(keys), max_size=len(keys)))
    return dict(zip(keys, numbers, strict=True))


@given(crossed())
def test_what_is_shown_gives_no_small_number_away(cells: dict[Key, int]) -> None:
    gone = hidden(cells)
    small = {k for k, n in cells.items() if 0 < n < THRESHOLD}
    assert small <= gone
    for line in _lines(cells):
        away = gone.intersection(line)
        # All of a line may be hidden and still be small: then its sum alone is what is known.
        assert not away or away == set(line) or (len(away) > 1 and sum(cells[k] for k in away) >= THRESHOLD)
    for key in small:
        assert _moves(cells, gone, key), key


@given(crossed())
def test_without_small_numbers_nothing_is_hidden(cells: dict[Key, int]) -> None:
    large = {k: n + THRESHOLD for k, n in cells.items()}
    assert hidden(large) == set()
    assert hidden(cells, 0) == set()


def _lines(cells: dict[Key, int]) -> list[list[Key]]:
    sums: dict[tuple[int, Key], list[Key]] = {}
    for key in cells:
        for axis in range(len(key)):
            sums.setdefault((axis, key[:axis] + key[axis + 1 :]), []).append(key)
    return list(sums.values())


def _moves(cells: dict[Key, int], gone: set[Key], key: Key) -> bool:
    """Return whether a hidden number can change while every sum stays: whether a vector of the null space touches it."""
    unknown = sorted(gone)
    rows = [[int(k in line) for k in unknown] for line in map(set, _lines(cells))]
    unit = [int(k == key) for k in unknown]
    return _rank([*rows, unit]) > _rank(rows)


def _rank(rows: list[list[int]]) -> int:
    """The rank of a matrix over the field of a large prime, by elimination."""
    prime, left, rank = 2**61 - 1, [list(r) for r in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((r for r in left if r[column] % prime), None)
        if pivot is None:
            continue
        left.remove(pivot)
        inverse = pow(pivot[column], -1, prime)
        left = [[(a - b * r[column] * inverse) % prime for a, b in zip(r, pivot, strict=True)] for r in left]
        rank += 1
    return rank
