"""How a number is shown in a working: exact, in its own unit, never in powers of ten."""

from decimal import Decimal

from plumbline.claims import Claim


def shown(number: Decimal, places: int | None = None) -> str:
    """Return a number in plain digits, grouped by thousands; ``places`` rounds it."""
    if places is not None:
        number = round(number, places)
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(claim: Claim) -> str:
    """Return a claim's number as the working uses it, with its unit: ``1,022人``, ``2.926e9`` never."""
    if isinstance(claim.value, tuple):
        return f"{shown(claim.value[0])}–{shown(claim.value[1])}{claim.unit}"
    if claim.value is None:
        return claim.text
    if claim.unit == "元" and abs(claim.value) >= 100_000_000:
        return f"{shown(claim.value / 100_000_000)}亿元"
    if claim.unit == "元" and abs(claim.value) >= 10_000:
        return f"{shown(claim.value / 10_000)}万元"
    return f"{shown(claim.value)}{claim.unit}"


def squeezed(text: str) -> str:
    """Return text without blanks, for quoting in a sentence."""
    return "".join(text.split())
