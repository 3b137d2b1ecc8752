"""A report read back as anyone would read it: every number in it must be one of its readings, and say its value."""

from decimal import Decimal
from fractions import Fraction

from plumbline.checks.against.judging import inside
from plumbline.claims import Claim, read
from plumbline.errors import PlanError, Words
from plumbline.reports.composed import Composed, Number

_CORRECT = Words("请改写这一句", "Word the sentence otherwise")


def require_read_back(report: Composed) -> None:
    """Raise PlanError for the first number that is no reading, or that says something else than its reading.

    A 余 written after a number by hand, two numbers run together, a 下降 before a rise: each would be read so.
    Reports in English are not read.
    """
    if report.language != "zh":
        return
    claims = [claim for claim in read(report.text).claims if claim.kind == "quantity"]
    left = dict.fromkeys(claims)
    for start, end, number in report.spans():
        heard = [claim for claim in claims if claim.start < end and start < claim.end]
        for claim in heard:
            left.pop(claim, None)
        _require_same(number, heard)
    for claim in left:
        what = Words(f"“{claim.text}”不是读数", f"“{claim.text}” is a number that is no reading")
        raise PlanError(_near(report.text, claim), what, _CORRECT)


def _require_same(number: Number, heard: list[Claim]) -> None:
    if not heard and not number.printed.shown:
        return
    if len(heard) != 1 or not _says(heard[0], number):
        words = "、".join(claim.text for claim in heard) or "—"
        what = Words(
            f"“{number.text}”会被读成{words}，与读数不符",
            f"“{number.text}” would be read as {words}, which its reading is not",
        )
        raise PlanError(number.where, what, _CORRECT)


def _says(claim: Claim, number: Number) -> bool:
    exact = number.printed.exact
    if number.base:
        wanted = "up" if exact > 0 else "down"
        return claim.direction == wanted and _holds(claim, abs(exact))
    return _holds(claim, exact)


def _holds(claim: Claim, exact: Fraction) -> bool:
    """Say whether the words are true of the exact value: within the bounds of a vague number, or rounded to it."""
    if claim.approx != "exact":
        return inside(exact, claim)
    if not isinstance(claim.value, Decimal):
        return False
    return abs(Fraction(claim.value) - exact) <= Fraction(claim.step) / 2


def _near(text: str, claim: Claim) -> str:
    return text[max(text.rfind("\n", 0, claim.start) + 1, claim.start - 12) : claim.end + 8].partition("\n")[0]
