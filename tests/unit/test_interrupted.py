"""Ctrl-C while a problem is solved, or while the book's database works: it ends there, and nothing passes for an answer."""

import os
import random
import signal
from pathlib import Path
from threading import Timer

import adbc_driver_manager
import pytest

from plumbline.solvers.solving import cp_model, least
from plumbline.web.book.opening import open_book
from plumbline.web.book.sessions import reading


def market_split() -> tuple[cp_model.CpModel, cp_model.LinearExprT]:
    """A problem of 40 yes-or-no decisions that is solved at once but not proved the best in minutes."""
    drawn, model = random.Random(0), cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in range(40)]
    slack = [model.new_int_var(0, 10_000, "") for _ in range(5)]
    for off in slack:
        shares = [drawn.randrange(100) for _ in chosen]
        sold = sum(share * one for share, one in zip(shares, chosen, strict=True))
        model.add(sold - sum(shares) // 2 <= off)
        model.add(sum(shares) // 2 - sold <= off)
    return model, sum(slack)


def test_solving_ends_when_it_is_interrupted() -> None:
    model, aim = market_split()
    Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        least(model, aim, 30)


def test_a_driver_that_is_interrupted_is_no_database_in_trouble(tmp_path: Path) -> None:
    book = open_book(tmp_path / "book", url="", create=True)
    said = adbc_driver_manager.NotSupportedError("NOT_IMPLEMENTED")
    said.__cause__ = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt), reading(book):
        raise said
