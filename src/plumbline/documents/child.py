"""The process that parses: a file's bytes come in on standard input, one answer goes out, and nothing else can happen.

Run as ``python -P -m plumbline.documents.child docx|pdf|html``. It first limits its own memory, processor time and
files, so that a hostile file can harm only this process.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import cast

from plumbline.documents import refusals
from plumbline.documents.answers import Answer, pack
from plumbline.documents.limits import ANSWER_BYTES, CPU_SECONDS, MEMORY_BYTES, TEXT_BYTES
from plumbline.errors import InputError

PARSERS = {"docx": "word", "pdf": "pdf", "html": "markup"}
"""The module that parses each format."""

_LIBXML_NO_MEMORY = 2


def main() -> None:
    """Read standard input, write the packed answer to standard output."""
    confine()
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(reply(sys.argv[1], data))


def confine(memory: int = 0, seconds: int = 0) -> None:
    """Limit this process: bytes of memory, processor seconds, no core dump, no file of any size written."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's clock alone stops the child
        return
    wanted = {
        resource.RLIMIT_AS: memory or MEMORY_BYTES,
        resource.RLIMIT_CPU: seconds or CPU_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in wanted.items():
        hard = resource.getrlimit(limit)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (least, least))
        except (OSError, ValueError):  # macOS refuses some; the others still hold
            continue


def reply(format: str, data: bytes) -> bytes:
    """Return the packed answer for ``data``; every failure of the parser becomes an error in words."""
    try:
        answer = parser(format)(data)
        packed = pack(answer)
    except InputError as error:
        return pack(error)
    except Exception as error:  # parsers of foreign formats raise anything at all
        is_memory = isinstance(error, MemoryError) or getattr(error, "code", None) == _LIBXML_NO_MEMORY
        return pack(refusals.over_memory("") if is_memory else refusals.damaged(""))
    fits = len(answer.text.encode()) <= TEXT_BYTES and len(packed) <= ANSWER_BYTES
    return packed if fits else pack(refusals.too_large("", TEXT_BYTES))


def parser(format: str) -> Callable[[bytes], Answer]:
    """Return the parser of ``format``. Imported only now: each is slow to import, and one is enough."""
    if format not in PARSERS:
        raise ValueError(format)
    module = import_module(f"plumbline.documents.{PARSERS[format]}")
    return cast(Callable[[bytes], Answer], module.parse)


if __name__ == "__main__":
    main()
