"""Which values a field may hold. The record's model decides; columns of plain values are let through without asking it."""

import typing
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import polars as pl
from pydantic import StringConstraints, TypeAdapter, ValidationError

from plumbline.errors import Words
from plumbline.records import CaseNumber, Column, Kind, Record, Token
from plumbline.records.fields import DATED, NUMBERS, NUMERALS, numbered
from plumbline.sheets.wording import said

_CLEANING = {
    part.func for kept in (CaseNumber, Token) for part in typing.cast(Any, kept).__metadata__ if hasattr(part, "func")
}
_SIGNS = r"!-~\x{3400}-\x{4dbf}\x{4e00}-\x{9fff}（）〔〕、，。：；《》“”〇"
_PLAIN = rf"^[{_SIGNS}](?:[{_SIGNS} ]*[{_SIGNS}])?$"
"""Texts that the cleaning of fields leaves as they are: printable, composed, no blanks around. Others are put to the model."""
_IDENTITY = f"(?:^|[^0-9]){NUMBERS}(?:[^0-9]|$)"
_DATED = f"(?:^|[^0-9]){DATED}(?:[^0-9]|$)"
_NUMERALS = f"[{NUMERALS}零]"
_LONG = f"[{NUMERALS}零0-9]{{15}}"


def allowed(kind: Kind, column: Column, values: pl.Series) -> tuple[pl.Series, dict[Any, Words]]:
    """Return values as the model writes them, null where it refuses one, and what it says of each it refuses.

    ``values`` are of the column's type; null stays null.
    """
    odd = values.filter(~plainly(kind, column, values)).drop_nulls().unique()
    if odd.is_empty():
        return values, {}
    accept = _adapter(kind.model, column.name)
    answers = {value: _answer(accept, value) for value in odd}
    refused = {value: words for value, words in answers.items() if isinstance(words, Words)}
    changed = {
        value: None if value in refused else new for value, new in answers.items() if value in refused or new != value
    }
    return (values.replace(changed) if changed else values), refused


def plainly(kind: Kind, column: Column, values: pl.Series) -> pl.Series:
    """Return which values the model surely accepts and leaves as they are; a null counts as such."""
    schema, functions = _described(kind.model, column.name)
    if not functions <= _CLEANING:
        return values.is_null()
    if column.choices:
        return values.is_in(column.choices).fill_null(True)
    if column.type == "string":
        plain = _plain_texts(values, schema)
        return (plain & values.str.contains("[0-9]") if numbered in functions else plain).fill_null(True)
    if column.type == "int64":
        low, high = int(schema.get("minimum", -(2**63))), int(schema.get("maximum", 2**63 - 1))
        return values.is_between(low, high).fill_null(True)
    return pl.repeat(True, values.len(), eager=True)


def _plain_texts(values: pl.Series, schema: dict[str, Any]) -> pl.Series:
    length = values.str.len_chars()
    fits = (length >= schema.get("minLength", 0)) & (length <= schema.get("maxLength", 2**31))
    plain = values.str.contains(_PLAIN) & ~_identities(values)
    found: pl.Series = fits & plain & values.str.contains(schema.get("pattern", ""))
    return found


def _identities(values: pl.Series) -> pl.Series:
    """Return which plain texts hold an identity or telephone number, or so many numerals that they might."""
    bare = values.str.replace_all(r"[\W_]", "")
    numerals = values.str.contains(_NUMERALS) & bare.str.contains(_LONG)
    close = values.str.contains(_IDENTITY) | values.str.replace_all("[ -]", "").str.contains(_IDENTITY)
    return close | bare.str.contains(_DATED) | numerals


def _answer(adapter: TypeAdapter[Any], value: Any) -> Any:
    try:
        accepted = adapter.validate_python(value)
    except ValidationError as error:
        return said(error.errors()[0])
    return getattr(accepted, "value", accepted)


@cache
def _adapter(model: type[Record], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(typing.get_type_hints(model, include_extras=True)[name])


@cache
def _described(model: type[Record], name: str) -> tuple[dict[str, Any], frozenset[Callable[..., Any]]]:
    """Return a field's JSON schema (of what is not null) and the functions that check it beyond that."""
    schema = _adapter(model, name).json_schema()
    arms = [arm for arm in schema.get("anyOf", [schema]) if arm.get("type") != "null"]
    parts = _parts(typing.get_type_hints(model, include_extras=True)[name])
    functions = {part.func for part in parts if hasattr(part, "func")}
    if sum(isinstance(part, StringConstraints) for part in parts) > 1:
        functions.add(StringConstraints)  # of constraints laid over others the schema says only the first
    return arms[0], frozenset(functions)


def _parts(annotation: Any) -> list[Any]:
    """Return everything that ``Annotated`` says of a type, at any depth."""
    own = list(getattr(annotation, "__metadata__", ()))
    return own + [part for inner in get_args(annotation) if not isinstance(inner, str) for part in _parts(inner)]
