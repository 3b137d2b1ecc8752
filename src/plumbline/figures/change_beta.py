"""The beta distribution: its share below a point, and the point below which a share lies (Lentz's continued fraction).

``beta_below`` is the regularised incomplete beta I_x(a, b); for whole numbers it is the upper tail of a binomial:
the chance of at least a successes in a + b - 1 trials of chance x (NIST Digital Library of Mathematical Functions 8.17).
"""

from itertools import count
from math import exp, lgamma, log, log1p

TINY = 1e-300
EXACT = 1e-15
HALVINGS = 200


def beta_below(x: float, a: float, b: float) -> float:
    """Return what share of a beta distribution with parameters ``a``, ``b`` > 0 lies below ``x``, from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(x, a, b) / a


def beta_point(share: float, a: float, b: float) -> float:
    """Return the point below which ``share`` of a beta distribution lies, by halving."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        low, high = (middle, high) if beta_below(middle, a, b) < share else (low, middle)
    return (low + high) / 2


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of DLMF 8.17.22 by Lentz's method; it settles fast for x below the mean."""
    c, d = 1.0, 1 / _not_nought(1 - (a + b) * x / (a + 1))
    value = d
    for m in count(1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            c, d = _not_nought(1 + step / c), 1 / _not_nought(1 + step * d)
            value *= c * d
        if abs(c * d - 1) < EXACT:
            break
    return value


def _not_nought(number: float) -> float:
    return number or TINY
