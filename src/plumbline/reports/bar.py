"""The bar that shows how many numbers have which status: inline SVG, told apart by hatching as well as by colour."""

from collections.abc import Mapping

from markupsafe import Markup

from plumbline.reports.marks import Status
from plumbline.reports.wording import ORDER

_SLIVER = 0.8
"""The least width of a part, in percent: one number in 5,000 must still be seen."""

_RECT = '<rect {} x="{:.2f}%" y="0" width="{:.2f}%" height="100%"/>'
_PATTERN = '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse">{}</pattern>'
_HATCH: dict[Status, str] = {
    "differs": '<path class="hatch" d="M-1 1 2-2M0 8 8 0M6 10 10 6M-1 7 2 10M0 0 8 8M6-2 10 2"/>',
    "untold": '<path class="hatch" d="M-1 1 2-2M0 8 8 0M6 10 10 6"/>',
    "note": '<circle class="dot" cx="2" cy="2" r="1.1"/><circle class="dot" cx="6" cy="6" r="1.1"/>',
}


def bar(counts: Mapping[Status, int], key: str) -> Markup:
    """Return the bar for ``counts``; ``key`` keeps the ids of several bars in one page apart."""
    drawn, x = "", 0.0
    for status, width in _widths({status: counts[status] for status in ORDER if counts.get(status)}).items():
        drawn += _part(status, f"hatch-{status}-{key}", x, width)
        x += width
    return Markup(f'<svg class="bar" aria-hidden="true">{drawn}</svg>')


def _widths(counts: Mapping[Status, int]) -> dict[Status, float]:
    shares = {status: max(100 * count / sum(counts.values()), _SLIVER) for status, count in counts.items()}
    return {status: 100 * share / sum(shares.values()) for status, share in shares.items()}


def _part(status: Status, hatch: str, x: float, width: float) -> str:
    plain = _RECT.format(f'class="s-{status}"', x, width)
    if status not in _HATCH:
        return plain
    return _PATTERN.format(hatch, _HATCH[status]) + plain + _RECT.format(f'fill="url(#{hatch})"', x, width)
