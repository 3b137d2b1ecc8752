"""Work in a process of its own: a folder holds what was asked, how far the work is, and what came of it.

Run as ``python -P -m plumbline.web.reading.job FOLDER MODULE:FUNCTION``. The function is given the folder, what was
asked and a step to tell of; what it returns is written down, or what went wrong. The process ends with its parent.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from plumbline.errors import PlumblineError, Words
from plumbline.lean import without_pandas

ASKED, STEP, DONE, FAILED = "asked.json", "step.json", "done.json", "failed.json"
OFTEN = 0.2
"""Seconds within which no further step of the same work is written down."""

Step = Callable[[Words, int, int], None]
"""Is told what is being done, and how much of how much of it."""


def write(folder: Path, name: str, said: Any) -> None:
    """Write a file of a job whole, or not at all."""
    part = folder / f".{name}"
    part.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    os.replace(part, folder / name)


def read(folder: Path, name: str) -> Any:
    """Return what a file of a job says; None where there is none."""
    try:
        return json.loads((folder / name).read_bytes())
    except FileNotFoundError:
        return None


def fail(folder: Path, where: str, what: Words, todo: Words) -> None:
    """Write down what went wrong."""
    write(folder, FAILED, {"where": where, "what": what, "todo": todo})


def crash(folder: Path) -> None:
    """Write down that the work ended for no reason that was foreseen."""
    fail(folder, "", Words("没有做完就中断了", "it ended before it was done"), Words("请再试一次", "Try again"))


def main(folder: Path, work: str) -> None:
    """Do the work asked for in ``folder``."""
    Thread(target=_end_with_parent, daemon=True).start()
    without_pandas()
    module, _, function = work.partition(":")
    try:
        done = getattr(import_module(module), function)(folder, read(folder, ASKED), _told(folder))
    except PlumblineError as error:
        fail(folder, error.where, error.what, error.todo)
    else:
        write(folder, DONE, done)


def _told(folder: Path) -> Step:
    last, saying = 0.0, None

    def step(what: Words, done: int, total: int) -> None:
        nonlocal last, saying
        now = time.monotonic()
        if now - last >= OFTEN or what != saying:
            last, saying = now, what
            write(folder, STEP, {"what": what, "done": done, "total": total})

    return step


def _end_with_parent() -> None:
    os.read(0, 1)  # the parent never writes; its end closes the pipe
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
