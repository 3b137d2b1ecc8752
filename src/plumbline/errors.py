"""Everything Plumbline raises on purpose, and the bilingual words it speaks in.

PlumblineError
├── InputError          a file, folder or stream that cannot be read
│   ├── NotFound        nothing at that path
│   ├── TooLarge        over the size Plumbline reads
│   ├── NotText         binary, empty of text, or in no known encoding
│   ├── Unsafe          built to harm the reader: a bomb, an entity trick
│   └── Broken          damaged, or not of the format its name says
├── FigureError         a figure that cannot be read as asked
│   ├── NoMirror        no mirror of a book, or a damaged one
│   ├── NoEngine        an engine that is not installed or does not start
│   ├── NotCounted      asked to count, narrow or break down by what its rows have not
│   └── NotAPart        a share whose rows are not all among those it is a share of
├── PlanError           a plan from which no report can be written as it stands
├── BookError           the book cannot do what was asked; nothing was written
│   ├── NoBook          no book there, or not one of this version
│   ├── Refused         against a rule of the book
│   ├── Busy            somebody else has been writing to it all the while
│   ├── Full            no room left on the disk
│   └── Damaged         it is not what was written, or not what was sealed
├── OutputError         a result that cannot be written
└── BeyondCalendar      a day of a year whose holidays are not known
"""

from typing import NamedTuple


class Words(NamedTuple):
    """One message in both languages of the interface."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """Return the message in ``language``: "zh", or English for anything else."""
        return self.zh if language == "zh" else self.en


class PlumblineError(Exception):
    """A failure that says where it happened, what is wrong and what to do about it.

    ``where`` names a file, sheet, row or option as the user knows it; ``what`` and ``todo`` are bilingual sentences.
    """

    def __init__(self, where: str, what: Words, todo: Words) -> None:
        """Keep the three parts; ``str()`` of the error is its English form."""
        super().__init__(where, what, todo)
        self.where, self.what, self.todo = where, what, todo

    def in_(self, language: str) -> str:
        """Return the whole message in one language: ``where: what. todo.``"""
        stop = "。" if language == "zh" else ". "
        colon = "：" if language == "zh" else ": "
        return f"{self.where}{colon}{self.what.in_(language)}{stop}{self.todo.in_(language)}{stop.strip()}"

    def __str__(self) -> str:
        """Return the English message."""
        return self.in_("en")


class InputError(PlumblineError):
    """A file, folder or stream that cannot be read."""


class NotFound(InputError):
    """Nothing at that path."""


class TooLarge(InputError):
    """Over the size Plumbline reads."""


class NotText(InputError):
    """Binary, empty of text, or in no known encoding."""


class Unsafe(InputError):
    """Built to harm the reader: a compression bomb, an entity trick."""


class Broken(InputError):
    """Damaged, or not of the format its name says."""


class BookError(PlumblineError):
    """The book cannot do what was asked; nothing was written."""


class NoBook(BookError):
    """No book there, or not one of this version."""


class Refused(BookError):
    """Against a rule of the book."""


class Busy(BookError):
    """Somebody else has been writing to the book all the while."""


class Full(BookError):
    """No room left on the disk."""


class Damaged(BookError):
    """The book is not what was written, or not what was sealed."""


class OutputError(PlumblineError):
    """A result that cannot be written."""

    @classmethod
    def unwritable(cls, where: str, error: OSError) -> "OutputError":
        """Return the error that a place cannot be written to, with the system's reason."""
        what = Words(f"无法写入（{error.strerror}）", f"cannot be written ({error.strerror})")
        return cls(where, what, Words("请换一个可写的位置", "Choose a place that can be written to"))


class FigureError(PlumblineError):
    """A figure that cannot be read as asked."""


class NoMirror(FigureError):
    """No mirror of a book where one was looked for, or a damaged one."""


class NoEngine(FigureError):
    """An engine that is not installed or does not start."""


class NotCounted(FigureError):
    """Asked to count, to be narrowed or to be broken down by what its rows have not."""


class NotAPart(FigureError):
    """A share whose rows are not all among those it is a share of."""


class PlanError(PlumblineError):
    """A plan from which no report can be written as it stands."""


class BeyondCalendar(PlumblineError):
    """A day of a year whose holidays are not known: what depends on it cannot be told."""
