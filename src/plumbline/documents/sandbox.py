"""Parsing at arm's length: the file goes to a child process, and what comes back is text or a reason."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread, Timer
from typing import IO

from plumbline.documents import refusals
from plumbline.documents.answers import Answer, unpack
from plumbline.documents.formats import Format
from plumbline.documents.limits import ANSWER_BYTES, WALL_SECONDS

_SOURCE = str(Path(__file__).parents[2])
# -P: a folder the user stands in must not lend the child its modules
_COMMAND = ("-P", "-X", "utf8", "-m", "plumbline.documents.child")
# only what finding Python and its libraries takes; no secret of the environment reaches the parser
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_STOPPED = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}


def parse(format: Format, data: bytes, name: str) -> Answer:
    """Return the text a child process finds in ``data``; it is over within WALL_SECONDS.

    Raises what the child says is wrong (Broken, NotText, TooLarge, Unsafe); Unsafe if it ran out of time, Broken if it
    crashed, InputError if it cannot be started.
    """
    said = ask((*_COMMAND, format), data, name, ANSWER_BYTES, WALL_SECONDS)
    try:
        return unpack(said, name)
    except ValueError:
        raise refusals.damaged(name) from None


def ask(arguments: Sequence[str], data: bytes, name: str, most: int, seconds: float) -> bytes:
    """Return what a child Python, started with ``arguments`` and fed ``data``, says: up to ``most`` bytes and one more.

    Raises Unsafe if it was stopped or not done after ``seconds``, InputError if it cannot be started.
    """
    try:
        status, said = _asked([sys.executable, *arguments], data, most, seconds)
    except OSError as error:
        raise refusals.unreadable(name, error.strerror or type(error).__name__) from error
    if status in _STOPPED:
        raise refusals.over_time(name)
    return said


def _asked(command: list[str], data: bytes, most: int, seconds: float) -> tuple[int, bytes]:
    child = _started(command)
    clock, feeder = Timer(seconds, child.kill), Thread(target=_feed, args=(child.stdin, data))
    try:
        clock.start()
        feeder.start()
        said = child.stdout.read(most + 1) if child.stdout else b""
        return (child.wait() if len(said) <= most else 0), said
    finally:
        _end(child, clock, feeder)


def _started(command: list[str]) -> "subprocess.Popen[bytes]":
    environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ} | {"PYTHONPATH": _SOURCE}
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _feed(pipe: IO[bytes], data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except OSError:  # the child ended before it had read everything; its status says why
        return


def _end(child: "subprocess.Popen[bytes]", clock: Timer, feeder: Thread) -> None:
    clock.cancel()
    child.kill()
    child.wait()
    feeder.join()
    if child.stdout:
        child.stdout.close()
