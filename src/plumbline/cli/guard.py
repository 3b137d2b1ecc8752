"""How a command ends when something goes wrong: one line that says what, and an exit status."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBADF, EPIPE
from typing import NoReturn

from click import Abort

from plumbline.cli.language import error_line, printable
from plumbline.errors import PlumblineError, Words


@contextmanager
def guarded(lang: str) -> Iterator[None]:
    """Turn what goes wrong into one line and an exit status: 2 could not, 130 interrupted."""
    try:
        yield
        sys.stdout.flush()
    except PlumblineError as error:
        _end(2, error_line(error, lang))
    except (KeyboardInterrupt, Abort):
        interrupted(lang)
    except OSError as error:
        of_output = _of_output(error)
        if of_output and isinstance(error, BrokenPipeError):
            _end(0, "")
        _end(2, (_unwritten(error) if of_output else _unusable(error)).in_(lang))


def interrupted(lang: str) -> NoReturn:
    """Say that it was interrupted, and end with 130."""
    _end(130, Words("已中断，没有写了一半的文件。", "interrupted; no file was left half-written.").in_(lang))


def _of_output(error: OSError) -> bool:
    """Return whether standard output failed: no file is named, and its pipe is gone or does not take what is left."""
    if error.filename is not None:
        return False
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return error.errno in (None, EPIPE, EBADF)


def _unwritten(error: OSError) -> Words:
    return Words(f"标准输出写不进去（{error.strerror}）。", f"standard output cannot be written to ({error.strerror}).")


def _unusable(error: OSError) -> Words:
    """Return which file could not be read or written, and why."""
    file, reason = error.filename or "plumbline", error.strerror or error
    return Words(printable(f"{file}：无法读写（{reason}）。"), printable(f"{file}: {reason}."))


def _end(status: int, words: str) -> NoReturn:
    """Say why, and end; what standard output could not take is dropped, so that nothing complains on the way out."""
    with suppress(OSError):
        sys.stderr.write(words + "\n" if words else "")
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
