"""Rounding by GB/T 8170: to the nearest, a half to the even digit; and the note that says it was done."""

from fractions import Fraction

from plumbline.errors import Words

YUAN, PERCENT, PLAINLY = Words("元", " yuan"), Words("%", "%"), Words("", "")
_EXACT_TO = {YUAN: 2, PERCENT: 6, PLAINLY: 2}
"""Decimals a note gives of the value before rounding: all there are of money."""


def rounded(value: Fraction, places: int) -> tuple[Fraction, str]:
    """Return ``value`` to so many decimals, and how it is written: 2.5 to none is 2, 3.5 is 4."""
    scaled = round(value * 10**places)
    digits = f"{abs(scaled):0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return Fraction(scaled, 10**places), f"-{text}" if scaled < 0 else text


def least(places: int) -> str:
    """Return one in the last of so many decimals: 0.01 for two."""
    return rounded(Fraction(1, 10**places), places)[1]


def grouped(number: str) -> str:
    """Return a number written in digits with a comma before every third: -2926000 is -2,926,000."""
    whole, dot, decimals = number.removeprefix("-").partition(".")
    return f"{'-' * number.startswith('-')}{int(whole):,}{dot}{decimals}"


def noted(exact: Fraction, shown: Fraction, unit: Words, step: Words) -> Words:
    """Return what a number was rounded from and to the nearest what; empty words where it was not rounded."""
    if exact == shown:
        return Words("", "")
    near, full = rounded(exact, _EXACT_TO[unit])
    sign = "" if near == exact else "≈"
    return Words(
        f"由{sign}{full}{unit.zh}按 GB/T 8170 修约，修约间隔{step.zh}",
        f"rounded by GB/T 8170 from {sign}{grouped(full)}{unit.en}, to the nearest {step.en}",
    )
