"""Whether a claim's number is what a book says, at the precision printed."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from plumbline.checks.against.asking import Answer
from plumbline.claims import Claim

HELD = ("agrees", "rounds", "within")


def verdict(claim: Claim, answers: Iterable[Answer]) -> tuple[str, list[Answer]]:
    """Return the finding's kind, and the answers it rests on, from what a book may say to a claim, the taken answer first.

    Only where the taken one does not bear the number out are the others looked at: where one of them does, it is
    ``ambiguous``, and ``differs`` only where none does.
    """
    found: list[Answer] = []
    for answer in answers:
        found.append(answer)
        kind = judge(claim, answer.value)
        if len(found) == 1 and kind != "differs":
            return "ambiguous" if kind == "untold" else kind, found
        if kind in HELD:
            return "ambiguous", found
    return "differs", found


def judge(claim: Claim, value: Fraction | None) -> str:
    """Return ``agrees``, ``rounds``, ``within`` or ``differs``; ``untold`` where there is no value."""
    if value is None or claim.value is None:
        return "untold"
    if claim.approx != "exact" or isinstance(claim.value, tuple):
        return "within" if inside(value, claim) else "differs"
    off = abs(value - Fraction(claim.value))
    step = Fraction(claim.step)
    if not off:
        return "agrees"
    cut = claim.unit in ("%", "个百分点") and off < step
    return "rounds" if cut or off <= step / 2 else "differs"


def inside(value: Fraction, claim: Claim) -> bool:
    """Say whether a value lies in what a claim's words allow; a daily mean where a whole number beside it does."""
    mean = claim.rate == "daily"
    most, least = (Fraction(ceil(value)), Fraction(floor(value))) if mean else (value, value)
    lower, upper = claim.lower, claim.upper
    return (lower is None or most >= Fraction(lower)) and (upper is None or least <= Fraction(upper))
