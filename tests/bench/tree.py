"""The tree against a bare loop of as many hashes, in one run."""

import sys
from hashlib import sha256
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from plumbline.ledger import root


def measure(size: int, rounds: int = 3) -> list[float]:
    """Return, for each round, the time of a root over ``size`` leaves divided by that of as many bare hashes as long."""
    leaves = bytes(32) * size
    return [_root(leaves) / _bare(leaves) for _ in range(rounds)]


def _root(leaves: bytes) -> float:
    began = perf_counter()
    root(leaves)
    return perf_counter() - began


def _bare(leaves: bytes) -> float:
    """Hash 65 bytes at each leaf: what a node is made of."""
    began = perf_counter()
    for i in range(0, len(leaves), 32):
        sha256(leaves[i : i + 65]).digest()
    return perf_counter() - began


def main(size: str = "10000000") -> None:
    """Print how the tree over so many leaves compares, and the most memory it took."""
    ratios = measure(int(size))
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{int(size):,} leaves: {median(ratios):.2f} x a bare loop ({min(ratios):.2f} to {max(ratios):.2f})")
    print(f"memory {peak:.2f} GB")


if __name__ == "__main__":
    main(*sys.argv[1:])
