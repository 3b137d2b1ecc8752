"""Exact arithmetic of a report: shares, growth and means to the digits shown."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

ROUNDINGS = (ROUND_HALF_EVEN, ROUND_HALF_UP)


def quotient(numerator: Decimal, denominator: Decimal, places: int, rounding: str) -> Decimal:
    """The quotient to so many decimals; the fraction is exact before it is rounded."""
    scaled = Fraction(numerator) / Fraction(denominator) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    up = twice > 0 or (twice == 0 and (rounding == ROUND_HALF_UP or whole % 2 == 1))
    return Decimal(whole + up).scaleb(-places)


def percent(part: Decimal, whole: Decimal, places: int, rounding: str) -> Decimal:
    """The share of part in whole, in per cent."""
    return quotient(part * 100, whole, places, rounding)


def growth(new: Decimal, old: Decimal, places: int, rounding: str) -> Decimal:
    """The size of the change from old to new, in per cent of old, without sign."""
    return percent(abs(new - old), old, places, rounding)
