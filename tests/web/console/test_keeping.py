"""What was begun in the background: how far it is, once, what went wrong, and how much may wait."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from plumbline.errors import Busy, FigureError, Words


@pytest.fixture
def keeping(console: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    from plumbline.web.console import keeping

    monkeypatch.setattr(keeping, "PATIENCE", 0.05)
    return keeping


def until(ask: Callable[[], Any], kind: type) -> Any:
    """What is answered in the end, where it is no longer of a kind."""
    while isinstance(found := ask(), kind):
        time.sleep(0.01)
    return found


def test_what_takes_long_says_how_far_it_is_and_is_made_once(keeping: Any) -> None:
    go, made = threading.Event(), []

    def make(step: Callable[[], None]) -> str:
        step()
        step()
        go.wait()
        made.append(1)
        return "made"

    ask = lambda: keeping.begun(7, "long", 3, make)  # noqa: E731
    while ask().done < 2:
        time.sleep(0.01)
    assert (ask().done, ask().total) == (2, 3)
    go.set()
    assert until(ask, keeping.Underway) == "made"
    assert ask() == "made"
    assert made == [1]


def test_what_went_wrong_is_told_and_begun_anew(keeping: Any) -> None:
    failed: list[int] = []

    def make(step: Callable[[], None]) -> str:
        if not failed:
            failed.append(1)
            raise FigureError("--book", Words("空", "empty"), Words("导入", "load"))
        return "made"

    ask = lambda: keeping.begun(7, "wrong", 1, make)  # noqa: E731
    with pytest.raises(FigureError):
        until(ask, keeping.Underway)
    assert until(ask, keeping.Underway) == "made"


def test_too_much_at_once_is_sent_away(keeping: Any) -> None:
    go = threading.Event()
    wait = lambda step: go.wait()  # noqa: E731
    try:
        for n in range(keeping.WAITING):
            assert isinstance(keeping.begun(7, ("much", n), 1, wait), keeping.Underway)
        with pytest.raises(Busy):
            keeping.begun(7, ("much", "more"), 1, wait)
    finally:
        go.set()
    assert until(lambda: keeping.begun(7, ("much", 0), 1, wait), keeping.Underway)
