"""Whether the arithmetic that words assert holds, at the precision the numbers are printed with."""

from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Literal, NamedTuple

from plumbline.numerals import EXACT

HUNDRED = Decimal(100)
Form = Literal["percent", "fraction", "times", "multiple", "difference"]


class Interval(NamedTuple):
    """The values a printed number may stand for; None is no bound."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Interval") -> bool:
        """Say whether some value lies in both."""
        above = self.low is not None and other.high is not None and self.low > other.high
        below = self.high is not None and other.low is not None and self.high < other.low
        return not above and not below

    def plus(self, other: "Interval") -> "Interval":
        """Return the interval of sums."""
        return Interval(_added(self.low, other.low), _added(self.high, other.high))

    def minus(self, other: "Interval") -> "Interval":
        """Return the interval of differences."""
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
        )

    def over(self, other: "Interval") -> "Interval | None":
        """Return the interval of quotients of positive numbers; None where the divisor may be zero."""
        if other.low is None or other.low <= 0 or self.low is None or self.low < 0:
            return None
        low = Decimal(0) if other.high is None else EXACT.divide(self.low, other.high)
        return Interval(low, None if self.high is None else EXACT.divide(self.high, other.low))

    def times(self, factor: Decimal) -> "Interval":
        """Return the interval scaled by a positive factor."""
        return Interval(
            None if self.low is None else self.low * factor, None if self.high is None else self.high * factor
        )

    def widened(self, by: Decimal) -> "Interval":
        """Return the interval with ``by`` added at both ends."""
        return Interval(None if self.low is None else self.low - by, None if self.high is None else self.high + by)


def _added(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


class Printed(NamedTuple):
    """A number as printed: the closed bounds its words allow, the step of its last digit, whether it is rounded."""

    lower: Decimal | None
    upper: Decimal | None
    step: Decimal
    rounded: bool

    def interval(self) -> Interval:
        """Return what the number may stand for: half a step to each side where it is rounded."""
        return Interval(self.lower, self.upper).widened(self.step / 2 if self.rounded else Decimal(0))


def sum_holds(total: Printed, parts: list[Printed]) -> bool:
    """Say whether the parts can add up to the total."""
    together = Interval(Decimal(0), Decimal(0))
    for part in parts:
        together = together.plus(part.interval())
    return together.meets(total.interval())


def part_holds(total: Printed, part: Printed) -> bool:
    """Say whether the part can lie within the total."""
    low, high = part.interval().low, total.interval().high
    return low is None or high is None or low <= high


def share_holds(share: Printed, numerator: Printed, denominator: Printed, scale: Decimal) -> bool | None:
    """Say whether ``share`` (in units of 1/``scale``) can be the quotient; None where it cannot be told."""
    try:
        quotient = numerator.interval().over(denominator.interval())
    except (DivisionByZero, InvalidOperation):
        return None
    return quotient.times(scale).meets(tolerant(share)) if quotient else None


def change_holds(change: Printed, before: Printed, after: Printed, form: Form, falls: bool) -> bool | None:
    """Say whether ``change`` can lead from ``before`` to ``after``.

    ``form``: "percent" of before, "times" (by n times more), "multiple" (after is n times before), "difference".
    ``falls`` says that the change is stated as a fall.
    """
    first, second = (after.interval(), before.interval()) if falls else (before.interval(), after.interval())
    if form == "difference":
        return second.minus(first).meets(tolerant(change))
    if form == "multiple":
        quotient = after.interval().over(before.interval())
        return quotient.meets(tolerant(change)) if quotient else None
    quotient = _growth(before.interval(), after.interval(), falls)
    scale = HUNDRED if form == "percent" else Decimal(1)
    return quotient.times(scale).meets(tolerant(change)) if quotient else None


def _growth(before: Interval, after: Interval, falls: bool) -> Interval | None:
    ratio = after.over(before)
    if ratio is None:
        return None
    one = Interval(Decimal(1), Decimal(1))
    return one.minus(ratio) if falls else ratio.minus(one)


def tolerant(printed: Printed) -> Interval:
    """Return what a percentage or difference may stand for: rounded, or with its last digits cut off as some reports do."""
    around = Interval(printed.lower, printed.upper)
    if printed.lower != printed.upper:
        return around.widened(printed.step / 2)
    if not printed.rounded or printed.lower is None or printed.upper is None:
        return around
    return Interval(printed.lower - printed.step / 2, printed.upper + printed.step)
