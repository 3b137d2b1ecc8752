"""The tree of RFC 6962 over the leaves in order of position: its root, and growing it entry by entry (specification, part 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

from plumbline.ledger.leaves import HASH_BYTES

EMPTY = sha256(b"").digest()
"""The root of a ledger without entries."""
_NODE = b"\x01"
_PAIR = 2 * HASH_BYTES


def node(left: bytes, right: bytes) -> bytes:
    """Return SHA-256(01 || left || right)."""
    return sha256(_NODE + left + right).digest()


def root(leaves: bytes) -> bytes:
    """Return the root over ``leaves``, which lie one after the other, 32 bytes each."""
    if not leaves:
        return EMPTY
    while len(leaves) > HASH_BYTES:
        leaves = _level(leaves)
    return leaves


def _level(row: bytes) -> bytes:
    """Return the row above: a node for each pair; the last one, where it is alone, moves up as it is."""
    paired = len(row) - len(row) % _PAIR
    above = [sha256(_NODE + row[i : i + _PAIR]).digest() for i in range(0, paired, _PAIR)]
    return b"".join(above) + row[paired:]


@dataclass(frozen=True, slots=True)
class Frontier:
    """The roots of the full subtrees that a ledger of ``size`` entries is made of, largest first: all that growing takes."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> "Frontier":
        """Return the frontier after further leaves."""
        size, peaks = self.size, list(self.peaks)
        for top in leaves:
            peaks.append(top)
            size += 1
            for _ in range((size & -size).bit_length() - 1):
                right = peaks.pop()
                peaks[-1] = node(peaks[-1], right)
        return Frontier(size, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The root of the tree so far."""
        if not self.peaks:
            return EMPTY
        return reduce(lambda right, left: node(left, right), reversed(self.peaks))
