"""Bytes from a file or a stream, never more than the limit, and never from a pipe or device that a path leads to."""

import errno
import os
import stat
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from plumbline.documents import refusals
from plumbline.documents.limits import FILE_BYTES, HEAD_BYTES
from plumbline.errors import InputError

_CHUNK = 1_000_000
_NOWHERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL}


def shown(source: str | Path) -> str:
    """Return ``source`` fit to be printed: what is not text in it (bad bytes, control characters) is escaped."""
    letters = (c if unicodedata.category(c)[0] != "C" else c.encode("unicode_escape").decode() for c in str(source))
    return "".join(letters)


def read_file(path: str | Path, most: Callable[[bytes], int], largest: int = FILE_BYTES) -> bytes:
    """Return the bytes of a regular file; ``most`` is asked with its head how many bytes it may have, up to ``largest``.

    Raises NotFound, TooLarge, InputError for what is no regular file or not to be read, and whatever ``most`` raises.
    """
    name = shown(path)
    try:
        _refuse_other_than_file(os.stat(path), name)
        with open(path, "rb", opener=_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            _refuse_other_than_file(status, name)
            return _take(stream, name, most, status.st_size, largest)
    except (OSError, ValueError) as error:
        raise translated(error, name) from error


def read_stream(stream: BinaryIO | None, most: Callable[[bytes], int]) -> bytes:
    """Return the bytes of ``stream``, by default standard input; ``most`` as for ``read_file``.

    Raises TooLarge, InputError where there is no such stream or it fails, and whatever ``most`` raises.
    """
    stream = stream or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise refusals.no_stream()
    try:
        return _take(stream, "-", most, 0)
    except OSError as error:
        raise translated(error, "-") from error
    except ValueError as error:
        raise refusals.no_stream() from error


def _without_waiting(path: str, flags: int) -> int:
    # a pipe put in the file's place between stat and open would block for ever
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _refuse_other_than_file(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise refusals.a_folder(name)
    if not stat.S_ISREG(status.st_mode):
        raise refusals.not_a_file(name)


def _take(stream: BinaryIO, name: str, most: Callable[[bytes], int], size: int, largest: int = FILE_BYTES) -> bytes:
    if size > largest:
        raise refusals.too_large(name, largest)
    head = _fill(stream, HEAD_BYTES)
    allowed = most(head)
    if size > allowed:
        raise refusals.too_large(name, allowed)
    data = head + _fill(stream, allowed + 1 - len(head))
    if len(data) > allowed:
        raise refusals.too_large(name, allowed)
    return data


def _fill(stream: BinaryIO, wanted: int) -> bytes:
    chunks: list[bytes] = []
    while wanted > 0 and (chunk := stream.read(min(wanted, _CHUNK))):
        chunks.append(chunk)
        wanted -= len(chunk)
    return b"".join(chunks)


def translated(error: OSError | ValueError, name: str) -> InputError:
    """Return the error in words for what the system said of the file, folder or stream called ``name``."""
    if not isinstance(error, OSError):
        return refusals.nothing_there(name)
    if isinstance(error, PermissionError):
        return refusals.forbidden(name)
    if isinstance(error, IsADirectoryError):
        return refusals.a_folder(name)
    if error.errno in _NOWHERE:
        return refusals.nothing_there(name)
    return refusals.unreadable(name, error.strerror or type(error).__name__)
