"""What a face is handed: a text, the marks on it, the notes about it. Faces know neither claims nor checks."""

from dataclasses import dataclass
from typing import Literal

from plumbline.errors import Words

Status = Literal["holds", "differs", "untold", "note", "claim", "apart"]
"""holds: a finding that the figure stands; differs: it does not; untold: it cannot be told; note: worth a look;
claim: a claim no check speaks of; apart: a number that is no claim (a date, a name, an ordinal)."""

How = Literal["stated", "inherited", "implied"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim: its label and value, how it was come by, and the span ``(start, end)`` it was read from."""

    label: Words
    value: Words
    how: How
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding about a mark: its name, one plain sentence, the working line by line, the other spans it speaks of."""

    status: Status
    name: Words
    sentence: Words
    working: tuple[Words, ...] = ()
    related: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text: ``text[start:end]``; its worst status, its fields, the remarks on it (worst first).

    Marks of one page are in text order and never overlap.
    """

    start: int
    end: int
    status: Status
    fields: tuple[Field, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A read report ready to be shown: its name, its text, the marks in it, remarks on the text as a whole."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    remarks: tuple[Remark, ...] = ()
