"""What the child process says to its parent, and the bytes it says it in: a kind, then parts, each after its length."""

import struct
from itertools import chain, islice
from typing import NamedTuple

from plumbline.documents.limits import ANSWER_BYTES
from plumbline.errors import Broken, InputError, NotText, TooLarge, Unsafe, Words

_LENGTH = struct.Struct(">Q")
_ERRORS = {kind.__name__: kind for kind in (InputError, Broken, NotText, TooLarge, Unsafe)}
_TEXT = "text"


class Answer(NamedTuple):
    """What a parser made of a file: its text, the spans of its paragraphs, whether python-docx can open it."""

    text: str
    paragraphs: tuple[tuple[int, int], ...] = ()
    commentable: bool = False


def pack(answer: Answer | InputError) -> bytes:
    """Return ``answer`` as bytes. The name of the place is left out of an error: the child does not know it."""
    if isinstance(answer, InputError):
        return joined([type(answer).__name__, *answer.what, *answer.todo])
    spans = struct.pack(f">{2 * len(answer.paragraphs)}I", *chain.from_iterable(answer.paragraphs))
    return joined([_TEXT, answer.text, "yes" if answer.commentable else "no"], spans)


def unpack(data: bytes, where: str) -> Answer:
    """Return the answer in ``data``; ``where`` names the file in an error.

    Raises the error the child said; ValueError for bytes ``pack`` did not make.
    """
    kind, *parts = split(data, ANSWER_BYTES)
    if kind == _TEXT.encode() and len(parts) == 3 and len(parts[2]) % 8 == 0:
        numbers = struct.unpack(f">{len(parts[2]) // 4}I", parts[2])
        spans = tuple(zip(islice(numbers, 0, None, 2), islice(numbers, 1, None, 2), strict=True))
        return Answer(parts[0].decode(), spans, parts[1] == b"yes")
    raise error_in(kind, parts, where)


def error_in(kind: bytes, parts: list[bytes], where: str) -> InputError:
    """Return the error that an answer's kind and parts are; ValueError where they are none."""
    error = _ERRORS.get(kind.decode())
    if error is None or len(parts) != 4:
        raise ValueError("not an answer")
    words = [part.decode() for part in parts]
    return error(where, Words(*words[:2]), Words(*words[2:]))


def joined(words: list[str], *parts: bytes) -> bytes:
    """Return words and parts as one piece, each after its length."""
    return b"".join(_LENGTH.pack(len(part)) + part for part in [*(word.encode() for word in words), *parts])


def split(data: bytes, most: int) -> list[bytes]:
    """Return what ``joined`` put together, of at most ``most`` bytes; ValueError for anything else."""
    parts, at = [], 0
    while at + _LENGTH.size <= len(data) <= most:
        end = at + _LENGTH.size + _LENGTH.unpack_from(data, at)[0]
        parts.append(data[at + _LENGTH.size : end])
        at = end
    if not parts or at != len(data):
        raise ValueError("not an answer")
    return parts
