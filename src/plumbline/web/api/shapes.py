"""What the interface for programs answers with."""

from typing import Any

from ninja import Schema

from plumbline.errors import Words


class Both(Schema):
    """Words in both languages."""

    zh: str
    en: str


class Failure(Schema):
    """What went wrong: where, what, and what to do."""

    where: str
    what: Both
    todo: Both


FAILURES: dict[Any, Any] = {frozenset({400, 401, 403, 404, 409, 422, 503}): Failure}
"""What any request may be answered with instead."""


def both(words: Words) -> Both:
    """Return words as they are answered."""
    return Both(zh=words.zh, en=words.en)


class Definition(Schema):
    """A figure, and what it counts."""

    figure: str
    zh: str
    en: str
    unit: str
    counts: str
    stock: bool
    definition_zh: str
    definition_en: str
    leaves_out_zh: str
    leaves_out_en: str
    base: str


class Value(Schema):
    """A reading of a figure: two whole numbers, of what, as of which size and root of the ledger; its parts by ``by``."""

    figure: str
    counting: str
    period: str
    scope: str
    body: str
    numerator: int
    denominator: int
    unit: str
    size: int
    root: str
    by: list[dict[str, Any]] = []  # noqa: RUF012


class File(Schema):
    """A case at one body: its last entry's position, kind and day."""

    line: str
    body: str
    number: str
    position: int
    kind: str
    on: str


class Field(Schema):
    """A field's name and its value."""

    label: Both
    value: Both


class Event(Schema):
    """An entry of a case; ``stands`` where nothing took its place or its content."""

    position: int
    title: Both
    on: str
    at: str
    said: list[Field]
    signed: dict[str, str]
    stands: bool
    erased: bool


class Deadline(Schema):
    """A deadline to attend to; ``group``: over, disputed, today, week, plain, later, untold."""

    group: str
    title: Both
    rule: str
    line: str
    body: str
    case: str
    position: int
    begins: str
    ends: Both
    article: Both


class Sealed(Schema):
    """A checkpoint: its size, and the signed note."""

    size: int
    note: str


class Drafted(Schema):
    """A draft of the account's own, and how far it has come."""

    id: int
    line: str
    kind: str
    state: str
    reason: str
    position: int | None


def spoken(value: Any) -> Any:
    """Return named tuples as what JSON is made of, both languages kept apart."""
    if isinstance(value, Words):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: spoken(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [spoken(each) for each in value]
    return value
