"""As of which size of the book a page is read that may lag behind it a little: to follow every record saved is dear."""

import time

from plumbline.web.console import shelf

LAG = 20
"""Seconds that such a page may lag behind the book."""
_seen: list[tuple[float, int]] = [(float("-inf"), 0)]


def as_of() -> int:
    """Return the size of the book as it is, or as it was up to ``LAG`` seconds ago."""
    at, size = _seen[0]
    if time.monotonic() - at > LAG:
        size = shelf.size()
        _seen[0] = time.monotonic(), size
    return size


def forget() -> None:
    """Have the next page follow the book as it is."""
    _seen[0] = float("-inf"), 0
