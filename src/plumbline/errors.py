"""Everything Plumbline raises on purpose, and the bilingual words it speaks in.

PlumblineError
├── InputError          a file, folder or stream that cannot be read
│   ├── NotFound        nothing at that path
│   ├── TooLarge        over the size Plumbline reads
│   ├── NotText         binary, empty of text, or in no known encoding
│   ├── Unsafe          built to harm the reader: a bomb, an entity trick
│   └── Broken          damaged, or not of the format its name says
└── OutputError         a result that cannot be written
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


class OutputError(PlumblineError):
    """A result that cannot be written."""
