"""Changes of amounts (a loss by crash), judged by drawing: no law of their sizes is assumed.

The interval is a bootstrap's: how many times each record is drawn is Poisson with mean one, as how many there are is chance
too. The p-value deals all records out again to the two periods by their days, as no change would. A seed always draws the
same, with any version of numpy: only the raw numbers of PCG64 are used, whose order is fixed.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from math import exp, factorial, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from plumbline.figures.change import LEVEL, Change, Days, settled, way

Amounts = npt.NDArray[np.float64]
Raw = npt.NDArray[np.uint64]
Weights = Callable[[Raw], npt.NDArray[np.generic]]

DRAWS = 1_999
"""An odd number one short of 2,000: the ends of a 95 % interval are then drawn values, the 50th from either side."""
MOST = 5_000
"""Records beyond which sums are as good as normal, and nothing is drawn."""
AT_ONCE = 2_000_000
ONES = (np.cumsum([exp(-1) / factorial(k) for k in range(17)]) * 2.0**64).clip(max=2.0**64 - 2**11).astype(np.uint64)
"""Below which raw number how many times is drawn."""


def seed_of(*words: object) -> int:
    """Return a seed that depends on the words alone: the same figure and periods draw the same on every machine."""
    return int.from_bytes(sha256("\n".join(map(str, words)).encode()).digest()[:8], "big")


def of_amounts(now: Amounts, before: Amounts, days: Days, seed: int) -> Change:
    """Judge two periods' amounts, one of each record; ``seed`` is what is drawn by."""
    now, before = np.asarray(now, np.float64), np.asarray(before, np.float64)
    moved = way(float(now.sum()), float(before.sum()), days)
    if not now.any() and not before.any():
        return Change(0, None, None, 1.0)
    if now.size + before.size > MOST:
        return _normal(now, before, days, moved)
    source = np.random.PCG64(seed)
    low, high = _interval(now, before, days, source)
    return settled(moved, low, high, _dealt(now, before, days, source))


def _interval(now: Amounts, before: Amounts, days: Days, source: np.random.PCG64) -> tuple[float | None, float | None]:
    """Return the 2.5 and 97.5 % points of the ratio; None where there was nothing before."""
    if not before.any():
        return None, None
    tops, below = (np.concatenate(list(_sums(each, source, _drawn))) for each in (now, before))
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.sort(np.where(below > 0, tops / below, np.inf)) * (days.before / days.now)
    last = int((DRAWS + 1) * LEVEL / 2)
    return float(ratios[last - 1]), float(ratios[-last])


def _dealt(now: Amounts, before: Amounts, days: Days, source: np.random.PCG64) -> float:
    """Return how often all records, dealt out anew by days, split at least as unevenly; twice the smaller side."""
    every, had = np.concatenate([now, before]), float(now.sum())
    cut = np.uint64(days.share * 2.0**64)
    sums = np.concatenate(list(_sums(every, source, lambda raw: raw < cut)))
    slack = 1e-9 * float(every.sum())
    least = min((sums >= had - slack).sum(), (sums <= had + slack).sum())
    return min(1.0, 2 * (int(least) + 1) / (DRAWS + 1))


def _sums(amounts: Amounts, source: np.random.PCG64, weights: Weights) -> Iterator[Amounts]:
    """Yield the sums of the amounts drawn, ``DRAWS`` in all, some at a time."""
    step = max(1, AT_ONCE // max(amounts.size, 1))
    for first in range(0, DRAWS, step):
        rows = min(step, DRAWS - first)
        raw = source.random_raw((rows, amounts.size)) if amounts.size else np.zeros((rows, 0), np.uint64)
        yield weights(raw).astype(np.float64) @ amounts


def _drawn(raw: Raw) -> npt.NDArray[np.generic]:
    return np.searchsorted(ONES, raw, side="right")


def _normal(now: Amounts, before: Amounts, days: Days, moved: int) -> Change:
    """Judge by the normal law that sums of very many approach: the interval on the scale of logarithms."""
    x, y = float(now.sum()), float(before.sum())
    xx, yy = float((now**2).sum()), float((before**2).sum())
    share = days.share
    z = (x - share * (x + y)) / sqrt(share * (1 - share) * (xx + yy))
    p = 2 * NormalDist().cdf(-abs(z))
    if not (x and y):
        return Change(moved, 0.0 if y else None, 0.0 if y else None, p)
    wide = exp(NormalDist().inv_cdf(1 - LEVEL / 2) * sqrt(xx / x**2 + yy / y**2))
    ratio = x / y * days.before / days.now
    return settled(moved, ratio / wide, ratio * wide, p)
