"""What took long to compute is kept while the book has not moved on: the last few results, each made once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 64
"""Results kept; the one not asked for longest goes first."""

_found: OrderedDict[Hashable, Any] = OrderedDict()
_making: dict[Hashable, threading.Lock] = {}
_lock = threading.Lock()


def kept(size: int, key: Hashable, make: Callable[[], T]) -> T:
    """Return what ``make`` gives for a key as of a size of the book; who asks at the same time waits for the first."""
    whole = size, key
    with _lock:
        making = _making.setdefault(whole, threading.Lock())
    with making:
        if whole not in _found:
            made = make()
            with _lock:
                _found[whole] = made
                _trim()
        with _lock:
            _found.move_to_end(whole)
            result: T = _found[whole]
        return result


def _trim() -> None:
    while len(_found) > MOST:
        old, _ = _found.popitem(last=False)
        _making.pop(old, None)
