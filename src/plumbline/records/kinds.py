"""What is known of a kind of record from its model alone: its title, its columns, the order it comes in."""

import types
import typing
from collections.abc import Mapping
from datetime import date, time
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

from plumbline.errors import Words
from plumbline.records.fields import label_of
from plumbline.records.record import Persons, Record, Role

ColumnType = Literal["string", "int64", "bool", "date", "time"]
ENVELOPE = ("case", "body", "on", "at")
_TYPES: dict[type, ColumnType] = {str: "string", bool: "bool", int: "int64", date: "date", time: "time"}


class Column(NamedTuple):
    """A field of a kind: its name, its labels, its type in any store, whether it may be empty, the words it may hold."""

    name: str
    label: Words
    type: ColumnType
    optional: bool
    choices: tuple[str, ...] = ()


class Kind(NamedTuple):
    """A kind of record of a line: ``Docketed`` of ``trials``."""

    line: str
    name: str
    title: Words
    model: type[Record]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All fields in the model's order, those of the envelope (case, body, on, at) first."""
        return tuple(_column(name, self.model) for name in self.model.model_fields)

    @property
    def own(self) -> tuple[Column, ...]:
        """The fields this kind has beyond the envelope."""
        return tuple(c for c in self.columns if c.name not in ENVELOPE)

    @property
    def counts_persons(self) -> bool:
        """Whether its records say how many persons."""
        return issubclass(self.model, Persons)


def kind_of(model: type[Record]) -> Kind:
    """Return what a model says of itself; its line is the folder of ``lines`` it is declared in."""
    first = (model.__doc__ or "").strip().splitlines()[0].rstrip(".") if model.__doc__ else ""
    zh, _, en = first.partition(" ")
    if not zh or not en:
        raise TypeError(f"{model.__name__}: its docstring must begin with a title: 中文 English.")
    return Kind(model.__module__.split(".")[-2], model.__name__, Words(zh, en), model)


def playing(role: Role, kinds: Mapping[str, Kind]) -> str:
    """Return the name of the kind, of a line's, that has a role; "" where none has."""
    return next((name for name, kind in kinds.items() if role in kind.model.roles), "")


def _column(name: str, model: type[Record]) -> Column:
    field = model.model_fields[name]
    inner, optional = _unwrapped(field.annotation)
    choices: tuple[str, ...] = ()
    if get_origin(inner) is Literal:
        choices, inner = tuple(str(a) for a in get_args(inner)), str
    elif isinstance(inner, type) and issubclass(inner, Enum):
        choices, inner = tuple(str(e.value) for e in inner), str
    return Column(name, label_of(field), _TYPES[inner], optional or not field.is_required(), choices)


def _unwrapped(annotation: Any) -> tuple[Any, bool]:
    """Return a type without Annotated and without None, and whether None was there."""
    if get_origin(annotation) in (types.UnionType, typing.Union):
        kept = [a for a in get_args(annotation) if a is not type(None)]
        return _unwrapped(kept[0])[0], True
    if hasattr(annotation, "__metadata__"):
        return _unwrapped(annotation.__origin__)
    return annotation, False
