"""What took long to compute is kept while the book has not moved on: the last few results, each made once.

What may take longer than a page should is begun in the background, one at a time, and asked for again until it is there.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from plumbline.errors import Busy, Words

T = TypeVar("T")
MOST = 64
"""Results kept; the one not asked for longest goes first."""
HEAVY = 256 << 20
"""Bytes that the results may hold, of those that say so by their ``weight``."""
PATIENCE = 1.0
"""Seconds that a page waits for what was begun."""
WAITING = 20
"""Most that is begun and not done."""

_found: OrderedDict[tuple[int, Hashable], Any] = OrderedDict()
_made: dict[Hashable, tuple[float, int]] = {}
_making: dict[Hashable, threading.Lock] = {}
_lock = threading.Lock()


def kept(size: int, key: Hashable, make: Callable[[], T]) -> T:
    """Return what ``make`` gives for a key as of a size of the book; who asks at the same time waits for the first."""
    whole = size, key
    with _lock:
        making = _making.setdefault(whole, threading.Lock())
    with making:
        with _lock:
            if whole in _found:
                _found.move_to_end(whole)
                found: T = _found[whole]
                return found
        made = _tried(whole, make)
        with _lock:
            _found[whole] = made
            _made[key] = time.monotonic(), size
            _trim()
        return made


def _tried(whole: Hashable, make: Callable[[], T]) -> T:
    """Return what ``make`` gives; where it fails nothing is kept of the question either."""
    try:
        return make()
    except BaseException:
        _making.pop(whole, None)
        raise


def forget() -> None:
    """Keep nothing of what was found: an order erased some of it, of whatever size of the book it was."""
    with _lock:
        _found.clear()
        _made.clear()


def _trim() -> None:
    while len(_found) > MOST or (len(_found) > 1 and _weight() > HEAVY):
        old, _ = _found.popitem(last=False)
        _making.pop(old, None)
        if _made.get(old[1], (0.0, -1))[1] == old[0]:
            del _made[old[1]]


def lately(key: Hashable, within: float) -> tuple[int, Any] | None:
    """Return what was last made for a key, if it was in so many seconds, after the size it is of."""
    with _lock:
        at, size = _made.get(key, (float("-inf"), 0))
        return (size, _found[size, key]) if time.monotonic() - at <= within else None


def _weight() -> int:
    return sum(getattr(each, "weight", 0) for each in _found.values())


@dataclass
class Underway:
    """How far something that was begun is: ``done`` steps of ``total``."""

    total: int
    done: int = 0
    result: "Future[Any]" = field(default_factory=Future)

    def step(self) -> None:
        """Say that one more step is done."""
        self.done += 1

    def told(self, what: Words) -> dict[str, Any]:
        """Return how far it is as pages show it (state.html): what, done, total."""
        return {"what": what, "done": self.done, "total": self.total}


_begun: dict[Hashable, Underway] = {}
_one = threading.Lock()


def begun(size: int, key: Hashable, total: int, make: Callable[[Callable[[], None]], T]) -> T | Underway:
    """Return what ``make`` gives, which calls what it is given after each of ``total`` steps; how far it is until then.

    Raises what ``make`` raises, and Busy where too much is waiting; what failed is begun anew when asked for again.
    """
    if (size, key) in _found:
        return kept(size, key, lambda: make(lambda: None))
    work = _begin(size, key, total, make)
    try:
        result: T = work.result.result(PATIENCE)
    except TimeoutError:
        if work.result.done():  # its own
            raise
        return work
    return result


def _begin(size: int, key: Hashable, total: int, make: Callable[[Callable[[], None]], T]) -> Underway:
    whole = size, key
    with _lock:
        if work := _begun.get(whole):
            return work
        if len(_begun) >= WAITING:
            said = Words("正在计算的太多", "too much is being computed already")
            raise Busy("/", said, Words("请过一会儿再来", "Come back in a while"))
        work = _begun[whole] = Underway(total)
    what = whole, work, lambda: kept(size, key, lambda: make(work.step))
    threading.Thread(target=_do, args=what, daemon=True).start()
    return work


def _do(whole: Hashable, work: Underway, make: Callable[[], Any]) -> None:
    try:
        with _one:
            work.result.set_result(make())
    except BaseException as error:  # whoever asked is told
        work.result.set_exception(error)
    finally:
        with _lock:
            _begun.pop(whole, None)
