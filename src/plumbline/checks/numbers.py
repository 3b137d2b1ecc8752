"""How a number is shown in a working: exact, in its own unit, never in powers of ten."""

from decimal import Context, Decimal
from fractions import Fraction

from plumbline.claims import Claim

YI = Decimal(100_000_000)
WAN = Decimal(10_000)
EXACT = Context(prec=60)


def shown(number: Decimal, places: int | None = None) -> str:
    """Return a number in plain digits, grouped by thousands; ``places`` rounds it."""
    if places is not None:
        number = round(number, places)
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal(number: Fraction) -> Decimal:
    """Return a fraction as a decimal, to sixty digits where it does not end."""
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


def quantity(number: Decimal, unit: str) -> str:
    """Return a number with its unit, money in 亿元 or 万元 where it comes to that: ``1,022人``, ``29.26亿元``."""
    if unit == "元" and abs(number) >= WAN:
        return f"{shown(number / YI)}亿元" if abs(number) >= YI else f"{shown(number / WAN)}万元"
    return f"{shown(number)}{unit}"


def amount(claim: Claim) -> str:
    """Return a claim's number as the working uses it, with its unit: ``1,022人``, ``2.926e9`` never."""
    if isinstance(claim.value, tuple):
        return f"{shown(claim.value[0])}–{shown(claim.value[1])}{claim.unit}"
    unit = claim.unit if claim.unit == "元" else claim.unit_written or claim.unit
    return claim.text if claim.value is None else quantity(claim.value, unit)


def middle(claim: Claim) -> Decimal:
    """Return the value a working reckons with: that of the claim, or the middle of its range."""
    if isinstance(claim.value, tuple):
        return (claim.value[0] + claim.value[1]) / 2
    return claim.value or Decimal(0)


def places(claim: Claim) -> int:
    """Return how many decimals a claim is printed with."""
    exponent = claim.step.normalize().as_tuple().exponent
    return max(0, -int(exponent))


def squeezed(text: str) -> str:
    """Return text without blanks, for quoting in a sentence."""
    return "".join(text.split())
