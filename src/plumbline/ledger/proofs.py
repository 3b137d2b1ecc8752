"""Proofs: that an entry is in the ledger, and that a later ledger only added to an earlier one (specification, part 4)."""

from collections.abc import Iterator, Sequence

from plumbline.ledger.leaves import HASH_BYTES
from plumbline.ledger.tree import EMPTY, node, root


def inclusion(leaves: bytes, position: int) -> list[bytes]:
    """Return the hashes that lead from the leaf at ``position`` to the root over ``leaves``, lowest first.

    Raises IndexError for a position that is not in the ledger.
    """
    if not 0 <= position < _size(leaves):
        raise IndexError(position)
    return [_root_of(leaves, beside) for beside in _siblings(position, 0, _size(leaves))][::-1]


def consistency(leaves: bytes, earlier: int) -> list[bytes]:
    """Return the hashes that show the first ``earlier`` of ``leaves`` to be where the ledger grew from.

    Raises IndexError for an earlier size of 0 or beyond the ledger's.
    """
    if not 0 < earlier <= _size(leaves):
        raise IndexError(earlier)
    return _subproof(leaves, 0, _size(leaves), earlier, whole=True)


def includes(leaf: bytes, position: int, size: int, proof: Sequence[bytes], top: bytes) -> bool:
    """Return whether ``proof`` leads from ``leaf`` at ``position`` to ``top``, the root of a ledger of ``size`` entries."""
    if not 0 <= position < size:
        return False
    steps, here, at, last = iter(proof), leaf, position, size - 1
    while last:
        if at % 2 or at < last:
            beside = next(steps, None)
            if beside is None:
                return False
            here = node(beside, here) if at % 2 else node(here, beside)
        at, last = at // 2, last // 2
    return next(steps, None) is None and here == top


def grew(earlier: int, old: bytes, size: int, new: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether ``proof`` shows that the ledger of ``size`` entries with root ``new`` begins with the earlier one."""
    if not 0 <= earlier <= size:
        return False
    if earlier in (0, size):
        return not proof and old == (EMPTY if earlier == 0 else new)
    steps = [old, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    return bool(steps) and _both(earlier, size, steps) == (old, new)


def _both(earlier: int, size: int, steps: list[bytes]) -> tuple[bytes, bytes] | None:
    """Return the two roots that the steps of a consistency proof make; None where there are too few or too many."""
    at, last = earlier - 1, size - 1
    while at % 2:
        at, last = at // 2, last // 2
    before = after = steps[0]
    rest = iter(steps[1:])
    while last:
        if at % 2 or at < last:
            beside = next(rest, None)
            if beside is None:
                return None
            after = node(beside, after) if at % 2 else node(after, beside)
            before = node(beside, before) if at % 2 else before
        at, last = at // 2, last // 2
    return None if next(rest, None) is not None else (before, after)


def _siblings(position: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges beside the path from the root down to ``position``."""
    while high - low > 1:
        middle = low + _split(high - low)
        if position < middle:
            yield middle, high
            high = middle
        else:
            yield low, middle
            low = middle


def _subproof(leaves: bytes, low: int, high: int, earlier: int, whole: bool) -> list[bytes]:
    if earlier == high:
        return [] if whole else [_root_of(leaves, (low, high))]
    middle = low + _split(high - low)
    if earlier <= middle:
        return [*_subproof(leaves, low, middle, earlier, whole), _root_of(leaves, (middle, high))]
    return [*_subproof(leaves, middle, high, earlier, whole=False), _root_of(leaves, (low, middle))]


def _split(size: int) -> int:
    """Return the largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _root_of(leaves: bytes, between: tuple[int, int]) -> bytes:
    low, high = between
    return root(leaves[low * HASH_BYTES : high * HASH_BYTES])


def _size(leaves: bytes) -> int:
    return len(leaves) // HASH_BYTES
