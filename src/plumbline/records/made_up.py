"""Made-up cases: how the examples of a line are written. Every name in them is of a case; persons are numbers."""

from base64 import b32encode
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.records.record import Record


class Example(NamedTuple):
    """A case one remembers: its nickname, what it shows, its records in the order they happened."""

    name: Words
    shows: Words
    records: tuple[Record, ...]


def token(number: int) -> str:
    """Return the made-up person of that number: a token of the right form that no key ever gave."""
    return "p_" + b32encode(number.to_bytes(16, "big")).decode().rstrip("=").lower()


def example(name: str, shows: str, case: str, body: str, *happened: tuple[Any, ...]) -> Example:
    """Return a case: ``name`` and ``shows`` are 中文|English, each happening ``(kind, day, {field: value})``."""
    records = (kind(case=case, body=body, on=on, **dict(*own)) for kind, on, *own in happened)
    return Example(Words(*name.split("|")), Words(*shows.split("|")), tuple(records))
