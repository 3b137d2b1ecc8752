"""By how much a value moved, as it is shown: in per cent, of a share in points."""

from fractions import Fraction

from plumbline.errors import Words
from plumbline.figures.change_reading import Compared
from plumbline.reports.rounding import rounded

NO_PERCENT = Words("基数为零", "from nought")


def moved_by(compared: Compared) -> Words:
    """Return by how much a value moved."""
    return _points(compared) if compared.now.unit == "%" else percent(compared.percent)


def percent(moved: Fraction | None) -> Words:
    """Return per cent as they are shown, with their sign; None for what was nought before."""
    return NO_PERCENT if moved is None else Words(*2 * (_signed(moved),))


def _points(compared: Compared) -> Words:
    if not (compared.now.denominator and compared.before.denominator):
        return Words("—", "—")
    size = _signed(compared.now.value - compared.before.value, 2).removesuffix("%")
    return Words(f"{size} 个百分点", f"{size} points")


def _signed(percent: Fraction, places: int = 1) -> str:
    text = rounded(percent, places)[1]
    return f"{'+' if percent > 0 else ''}{text}%"
