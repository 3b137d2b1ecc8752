"""The shapes of small tables that commands are given: fields, tables, rows; where each stands in its file."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from plumbline.errors import Broken, Words
from plumbline.records.kinds import ColumnType
from plumbline.reports.nearest import did_you_mean
from plumbline.sheets.plain import plain


class Field(NamedTuple):
    """A column: its key in TOML, its Chinese head, its type ("decimal": a Decimal, %, read as its number), may it be empty."""

    name: str
    zh: str
    type: ColumnType | Literal["decimal"] = "string"
    optional: bool = False

    @property
    def heads(self) -> set[str]:
        """The heads it may stand under, in the form heads are compared in."""
        return {plain(self.name), plain(self.zh), plain(f"{self.zh} {self.name}")}


class Table(NamedTuple):
    """A table: its key in TOML, the Chinese name of its sheet, its columns; with ``more`` a sheet may have others beside."""

    name: str
    zh: str
    fields: tuple[Field, ...]
    optional: bool = False
    more: bool = False


class Row(NamedTuple):
    """A row: where its file shows it and each of its fields, and what it says; None where a field is empty."""

    where: str
    said: dict[str, Any]
    places: Mapping[str, str]

    def wrong(self, what: Words, todo: Words, field: str = "") -> Broken:
        """Return the error that something is wrong with it, or with one of its fields."""
        return Broken(self.places.get(field, self.where), what, todo)


class Cell(NamedTuple):
    """A cell as it was written: where its file shows it, its text."""

    where: str
    text: str | None


def unknown(where: str, name: str, known: Any) -> Broken:
    """Return the error that a name is none of the known ones; it names the nearest."""
    what = Words(f"没有“{name}”这一项", f"“{name}” is not known here")
    near = did_you_mean(name, known)
    todo = Words(f"{near.zh}；可用：{'、'.join(known)}", f"{near.en}; known are: {', '.join(known)}")
    return Broken(where, what, todo)
