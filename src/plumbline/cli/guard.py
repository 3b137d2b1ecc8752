"""How a command ends when something goes wrong: one line that says what, and an exit status."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from plumbline.cli.language import error_line
from plumbline.errors import PlumblineError, Words


@contextmanager
def guarded(lang: str) -> Iterator[None]:
    """Turn what goes wrong into one line and an exit status: 2 could not, 130 interrupted."""
    try:
        yield
        sys.stdout.flush()
    except PlumblineError as error:
        _end(2, error_line(error, lang))
    except KeyboardInterrupt:
        _end(130, Words("已中断，没有写了一半的文件。", "interrupted; no file was left half-written.").in_(lang))
    except BrokenPipeError:
        _end(0, "")
    except OSError as error:
        _end(2, _unusable(error).in_(lang))


def _unusable(error: OSError) -> Words:
    """Return which file could not be read or written; an error without a file is one of standard output."""
    if error.filename is not None:
        return Words(f"{error.filename}：无法读写（{error.strerror}）。", f"{error.filename}: {error.strerror}.")
    return Words(f"标准输出写不进去（{error.strerror}）。", f"standard output cannot be written to ({error.strerror}).")


def _end(status: int, words: str) -> NoReturn:
    """Say why, and end; what standard output could not take is dropped, so that nothing complains on the way out."""
    with suppress(OSError):
        sys.stderr.write(words + "\n" if words else "")
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
