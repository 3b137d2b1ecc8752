"""The tree against a bare loop of as many hashes, in one run."""

from hashlib import sha256
from time import perf_counter

from plumbline.ledger import root


def measure(size: int, rounds: int = 3) -> list[float]:
    """Return, for each round, the time of a root over ``size`` leaves divided by that of ``size`` bare hashes of 65 bytes."""
    leaves = bytes(32) * size
    return [_root(leaves) / _bare(size) for _ in range(rounds)]


def _root(leaves: bytes) -> float:
    began = perf_counter()
    root(leaves)
    return perf_counter() - began


def _bare(size: int) -> float:
    content = bytes(65)
    began = perf_counter()
    for _ in range(size):
        sha256(content).digest()
    return perf_counter() - began
