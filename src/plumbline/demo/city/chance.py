"""Chance, drawn from a seed that is handed in: whole days, shares of a total, words from a list, tokens."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
BASE32 = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz234567", dtype="S1")


class Draw:
    """Draws in columns: each method returns ``n`` values."""

    def __init__(self, seed: int, stream: int) -> None:
        """Begin stream ``stream`` of a seed: the same two numbers give the same draws."""
        self.rng = np.random.default_rng([seed, stream])

    def between(self, n: int, least: int | Ints, most: int | Ints) -> Ints:
        """Return whole numbers from ``least`` to ``most``, all alike likely."""
        drawn: Ints = self.rng.integers(least, np.asarray(most) + 1, size=n)
        return drawn

    def days(self, n: int, median: float, spread: float, least: int, most: int) -> Ints:
        """Return durations: log-normal about ``median``; those out of bounds are drawn anew, evenly within them."""
        drawn = np.rint(self.rng.lognormal(np.log(median), spread, n)).astype(np.int64)
        return np.where((drawn < least) | (drawn > most), self.between(n, least, most), drawn)

    def chosen(self, n: int, words: Sequence[str], weights: Sequence[float]) -> npt.NDArray[np.str_]:
        """Return words of a list, as often as their weights say."""
        return np.asarray(words)[self.places(n, weights)]

    def places(self, n: int, weights: Sequence[float]) -> Ints:
        """Return indices into a list, as often as their weights say."""
        drawn: Ints = self.rng.choice(len(weights), size=n, p=np.asarray(weights) / sum(weights))
        return drawn

    def happens(self, n: int, chance: float) -> Bools:
        """Return whether something of that chance happens."""
        return self.rng.random(n) < chance

    def shares(self, total: int, n: int, least: int, spread: float = 0.8) -> Ints:
        """Return ``n`` whole numbers of at least ``least``, uneven as log-normal weights, whose sum is exactly ``total``."""
        weights = self.rng.lognormal(0, spread, n)
        exact = weights / weights.sum() * (total - least * n)
        whole = np.floor(exact).astype(np.int64)
        whole[np.argsort(whole - exact, kind="stable")[: total - least * n - int(whole.sum())]] += 1
        parts: Ints = whole + least
        return parts

    def tokens(self, n: int) -> npt.NDArray[np.str_]:
        """Return tokens of persons: ``p_`` and 26 letters of base 32."""
        letters = BASE32[self.rng.integers(0, 32, (n, 26))]
        return np.char.add("p_", np.ascontiguousarray(letters).view("S26").reshape(n).astype(str))
