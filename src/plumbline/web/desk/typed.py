"""What a form said, as texts, and the record it makes: the model itself judges, in the words that sheets use."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import polars as pl
from django.http import QueryDict
from pydantic import ValidationError

from plumbline.errors import PlumblineError, Refused, Words
from plumbline.records import Column, Kind, Record
from plumbline.records.fields import holds_identity
from plumbline.sheets.cells import READERS
from plumbline.sheets.wording import said
from plumbline.web.book import Book
from plumbline.web.book.admitting import require_day, require_order
from plumbline.web.desk.same import require_new

MOST = 200
"""Characters of any text that a draft keeps."""
Faults = dict[str, Words]
"""What is wrong, by the field's name; "" for what is wrong with the whole."""


class Judged(NamedTuple):
    """A record, or what is wrong."""

    record: Record | None
    faults: Faults


def texts(kind: Kind, post: QueryDict) -> dict[str, str]:
    """Return what was typed, by field, "" where nothing was; tags come joined."""
    return {c.name: "|".join(post.getlist(c.name)).strip() for c in kind.columns}


def unkeepable(fields: Mapping[str, str]) -> Faults:
    """Return what not even a draft keeps: texts that are too long, identity and telephone numbers, what cannot be seen."""
    return {name: why for name, text in fields.items() if (why := _unkeepable(text))}


def _unkeepable(text: str) -> Words | None:
    if len(text) > MOST:
        return said({"type": "string_too_long", "ctx": {"max_length": MOST}})
    return forbidden(text)


def forbidden(text: str) -> Words | None:
    """Return why a text may be kept nowhere: it holds an identity or telephone number, or what cannot be seen."""
    if holds_identity(text):
        return said({"type": "identity"})
    return None if text.isprintable() else said({"type": "unprintable"})


def judged(book: Book, kind: Kind, fields: Mapping[str, str], now: datetime, instead_of: int | None = None) -> Judged:
    """Return the record that texts make, fit to come into the book now, or everything that is wrong with them."""
    try:
        record = made(kind, fields)
    except ValidationError as error:
        return Judged(None, _faults(error))
    try:
        require_day("on", record, now)
        require_order(book, record, -1 if instead_of is None else instead_of)
    except Refused as error:
        return Judged(None, {"on": sentence(error)})
    try:
        require_new(book, kind, record)
    except Refused as error:
        return Judged(None, {"": sentence(error)})
    return Judged(record, {})


def made(kind: Kind, fields: Mapping[str, str]) -> Record:
    """Return the record that texts make; pydantic's ValidationError where they make none."""
    return kind.model.model_validate_strings(_read(kind, fields))


def sentence(error: PlumblineError) -> Words:
    """Return what is wrong and what to do as two sentences."""
    return Words(f"{error.what.zh}。{error.todo.zh}。", f"{error.what.en}. {error.todo.en}.")


def _faults(error: ValidationError) -> Faults:
    found: Faults = {}
    for one in error.errors():
        found.setdefault(str(one["loc"][0]) if one["loc"] else "", said(one))
    return found


def _read(kind: Kind, fields: Mapping[str, str]) -> dict[str, str]:
    """Return texts as the model reads them: days, times, numbers and yes or no in any form a sheet may have."""
    return {c.name: _plain(c, text) for c in kind.columns if (text := fields.get(c.name, ""))}


def _plain(column: Column, text: str) -> str:
    if column.type == "string":
        return text
    value = READERS[column.type](pl.Series("t", [text])).to_list()[0]
    return text if value is None else str(value).lower() if isinstance(value, bool) else str(value)
