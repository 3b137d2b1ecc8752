"""Whether a number moved from one period to another by more than chance: its interval, its p-value, the verdict.

Events that come by chance, each on its own, split over two periods as a binomial with the share of days of each (Przyborowski
and Wilenski 1940). The test is two-sided mid-p, the interval Jeffreys' for the share, made a ratio of numbers a day. Numbers
that come in clusters (deaths by crash) are divided by their dispersion, the sum of squared sizes over the sum of sizes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isinf
from typing import Literal, NamedTuple

from plumbline.errors import Words
from plumbline.figures.change_beta import beta_below, beta_point
from plumbline.figures.shapes import Figure

Verdict = Literal["fell", "rose", "unclear"]

LEVEL = 0.05
"""From what p-value down a change is told from chance; the interval leaves as much outside, half to a side."""

WORDS: dict[Verdict, Words] = {
    "fell": Words("降", "fell"),
    "rose": Words("升", "rose"),
    "unclear": Words("分不清", "cannot be told"),
}


class Days(NamedTuple):
    """How many days two periods have."""

    now: int
    before: int

    @property
    def share(self) -> float:
        """The share of all days that are of the period now: where an event falls under no change."""
        return self.now / (self.now + self.before)

    def ratio(self, share: float) -> float:
        """Return the ratio of numbers a day, now over before, of which ``share`` of the events would be of now."""
        return share / (1 - share) * self.before / self.now if share < 1 else float("inf")


@dataclass(frozen=True, slots=True)
class Change:
    """How a number a day moved: ``low`` and ``high`` bound its ratio, now over before; None where there was none before.

    ``way`` is 1 where it is more now, -1 less, 0 the same. ``p`` is the chance of as uneven a split under no change; where
    ``of`` changes were judged together it is adjusted for that.
    """

    way: int
    low: float | None
    high: float | None
    p: float
    of: int = 1

    @property
    def verdict(self) -> Verdict:
        """What may be said: that it fell or rose where chance alone would seldom do it, else that it cannot be told."""
        low, high = self.low, self.high
        same = low is not None and high is not None and low <= 1 <= high
        if self.p > LEVEL or not self.way or same:
            return "unclear"
        return "rose" if self.way > 0 else "fell"


def ends(change: Change) -> tuple[str, str] | None:
    """Return the ends of a change's interval as they are written: -30.9%, +21.7%, ∞; None where there is none."""
    if change.low is None or change.high is None:
        return None
    low, high = ("∞" if isinf(end) else f"{(end - 1) * 100:+.1f}%" for end in (change.low, change.high))
    return low, high


def bounds(change: Change | None) -> Words:
    """Return the interval of a change in words; empty where none was judged, or there was nothing before."""
    found = ends(change) if change else None
    if found is None:
        return Words("", "")
    zh, en = "每日之数变化的95%区间为{}至{}", "95% interval of the change a day: {} to {}"
    return Words(zh.format(*found), en.format(*found))


def why_not(figure: Figure) -> Words | None:
    """Return why a figure's changes are not judged; None where they are: where it counts what happened in a period."""
    if figure.base:
        return Words("比率，不作判断", "a rate: not judged")
    return Words("存量，不作判断", "a stock: not judged") if figure.stock else None


def of_counts(now: int, before: int, days: Days) -> Change:
    """Judge numbers of events that come one by one."""
    return of_clusters(now, before, days, 1.0)


def of_clusters(now: int, before: int, days: Days, dispersion: float) -> Change:
    """Judge numbers that come in clusters, by the ``dispersion`` of the clusters of both periods."""
    x, y = now / dispersion, before / dispersion
    return settled(way(now, before, days), *interval(x, y, days), mid_p(x, y, days.share))


def settled(moved: int, low: float | None, high: float | None, p: float) -> Change:
    """Return a change whose interval reaches to no change where the test does not tell it from that."""
    if low is not None and high is not None and p > LEVEL:
        low, high = min(low, 1.0), max(high, 1.0)
    return Change(moved, low, high, p)


def dispersion(total: float, squares: float) -> float:
    """Return the dispersion of clusters from the sum of their sizes and that of the squares; 1 for none, never below."""
    return max(squares / total, 1.0) if total else 1.0


def way(now: float, before: float, days: Days) -> int:
    """Return 1 where there is more a day now than before, -1 where less, 0 where as much."""
    left, right = now * days.before, before * days.now
    return (left > right) - (left < right)


def mid_p(x: float, y: float, share: float) -> float:
    """Return the two-sided mid-p value of ``x`` events now and ``y`` before, each now with the chance ``share``."""
    below = beta_below(1 - share, y + 1, x) if x else 0.0
    up_to = beta_below(1 - share, y, x + 1) if y else 1.0
    middle = (below + up_to) / 2
    return min(1.0, 2 * min(middle, 1 - middle))


def interval(x: float, y: float, days: Days) -> tuple[float | None, float | None]:
    """Return Jeffreys' interval of the ratio of numbers a day; its ends None where there was nothing before."""
    if not y:
        return None, None
    low = beta_point(LEVEL / 2, x + 0.5, y + 0.5) if x else 0.0
    return days.ratio(low), days.ratio(beta_point(1 - LEVEL / 2, x + 0.5, y + 0.5))


def together(changes: Sequence[Change]) -> list[Change]:
    """Return changes judged together, in order, each p-value adjusted (Benjamini and Hochberg 1995)."""
    many, least, adjusted = len(changes), 1.0, list(changes)
    for rank, at in sorted(enumerate(_by_p(changes), 1), reverse=True):
        least = min(least, changes[at].p * many / rank)
        adjusted[at] = replace(changes[at], p=least, of=many)
    return adjusted


def _by_p(changes: Sequence[Change]) -> list[int]:
    return sorted(range(len(changes)), key=lambda at: changes[at].p)
