"""The form of a record, made from its kind: each field with its label, what it takes, an example, what was typed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.lines import part
from plumbline.records import TAGS, Column, Kind
from plumbline.web.desk.typed import Faults

YES_NO = (("true", Words("是", "yes")), ("false", Words("否", "no")))
_TAKES = {
    "date": Words("年-月-日", "year-month-day"),
    "time": Words("时:分", "hours:minutes"),
    "int64": Words("整数", "a whole number"),
}
_UNITS = {
    "_fen": Words("以分计，1 元 = 100 分", "in fen, 1 yuan = 100 fen"),
    "_microdegrees": Words("百万分之一度，36.061 度 = 36061000", "millionths of a degree, 36.061° = 36061000"),
}
_ONE_OF = Words("人员标识与人数只填一项", "either a person's token or a headcount")
_EXAMPLES = {"time": "09:30"}


class Field(NamedTuple):
    """One field of a form; ``choices`` are pairs of value and words; ``how`` is text, choice, tags or fixed."""

    name: str
    label: Words
    how: str
    needed: bool
    numeric: bool
    hints: tuple[Words, ...]
    value: str
    fault: Words | None
    choices: tuple[tuple[str, Words], ...] = ()

    @property
    def marked(self) -> list[str]:
        """The tags that are set."""
        return [v for v in self.value.split("|") if v]

    @property
    def described_by(self) -> str:
        """The ids of what describes the field: its fault goes first."""
        parts = (f"{self.name}-fault", self.fault), (f"{self.name}-hint", self.hints)
        return " ".join(name for name, there in parts if there)


def fields(kind: Kind, said: Mapping[str, str], faults: Faults, fixed: Sequence[str]) -> list[Field]:
    """Return the form's fields in the kind's order, filled with texts; what a text is missing for shows the default."""
    made = [_field(c, kind, said, faults.get(c.name)) for c in kind.columns]
    return [f._replace(how="fixed", hints=()) if f.name in fixed else f for f in made]


def _field(column: Column, kind: Kind, said: Mapping[str, str], fault: Words | None) -> Field:
    numeric = column.type == "int64" and not column.name.endswith("_microdegrees")  # a phone's digits have no minus
    return Field(
        column.name,
        Words(*column.label),
        _how(column),
        not column.optional,
        numeric,
        tuple(_hints(column, kind)),
        said.get(column.name, _default(column, kind)),
        fault,
        tuple(_choices(column)),
    )


def _hints(column: Column, kind: Kind) -> Iterator[Words]:
    """Yield what a field takes, in what unit, and an example."""
    if _how(column) != "text":
        return
    unit = next((w for end, w in _UNITS.items() if column.name.endswith(end)), None)
    if takes := unit or _TAKES.get(column.type):
        yield takes
    if kind.counts_persons and column.name in ("person", "persons"):
        yield _ONE_OF
    if example := _example(column, kind):
        yield Words(f"如 {example}", f"such as {example}")


def _how(column: Column) -> str:
    if column.name == "scope":
        return "tags"
    return "choice" if column.choices or column.type == "bool" else "text"


def _choices(column: Column) -> Iterator[tuple[str, Words]]:
    if column.name == "scope":
        yield from TAGS.items()
    elif column.type == "bool":
        yield from YES_NO
    else:
        yield from ((c, Words(c, c)) for c in column.choices)


def _default(column: Column, kind: Kind) -> str:
    field = kind.model.model_fields[column.name]
    return "" if field.is_required() or field.default is None else text_of(field.default)


def text_of(value: Any) -> str:
    """Return a value as a form writes it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _example(column: Column, kind: Kind) -> str:
    """Return what a made-up record of the kind says in a field; "" where none says anything."""
    made = (r for case in part(kind.line, "examples").EXAMPLES for r in case.records if type(r) is kind.model)
    said = (text_of(getattr(record, column.name)) for record in made)
    return next((text for text in said if text), _EXAMPLES.get(column.type, ""))
