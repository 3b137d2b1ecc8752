"""Canonical bytes: the one way in which a record's content is written down before it is hashed (specification, part 1)."""

import json
from collections.abc import Mapping
from typing import Any

MOST = 2**53 - 1


def canonical(content: Mapping[str, Any]) -> bytes:
    """Return ``content`` as canonical JSON: what RFC 8785 makes of objects, texts, whole numbers, booleans and nulls.

    Raises ValueError, naming the place (``fields.amount_fen``), for anything else: a fraction, a number beyond 2^53 - 1,
    a text that is not Unicode, a key that is not ASCII.
    """
    _examine(content, "")
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _examine(value: Any, place: str) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _key(key, place)
            _examine(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, str):
        _text(value, place)
    elif isinstance(value, bool) or value is None:
        return
    elif not isinstance(value, int) or abs(value) > MOST:
        raise ValueError(f"{place}: {value!r} has no canonical form")


def _key(key: Any, place: str) -> None:
    if not isinstance(key, str) or not key.isascii():
        raise ValueError(f"{place}: {key!r} cannot be a key")


def _text(value: str, place: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{place}: {value!r} is not Unicode text") from None
