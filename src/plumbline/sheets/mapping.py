"""A mapping file (TOML): how a foreign register's columns become records. Read strictly; what it cannot mean is refused."""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plumbline.errors import Broken, NotFound, Words

SHIPPED = Path(__file__).parent / "mappings"
"""The mappings that come with Plumbline; each goes by its file's name."""

Wanted = dict[str, bool | list[str]]
"""Columns and what they must hold: one of some words, anything (true), nothing (false)."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Source(_Strict):
    """Where a field comes from: a column, a constant, or a person's key turned into a token.

    ``words`` puts other words in the place of a column's; ``otherwise`` for all not listed; ``empty`` for empty cells.
    """

    column: str = ""
    is_: str | int | bool | None = Field(None, alias="is")
    token: str = ""
    words: dict[str, str] = Field(default_factory=dict)
    otherwise: str = ""
    empty: str = ""


class Rule(_Strict):
    """One kind of record and which rows of which file make it.

    Rows in the same words are one record; where they ``adds_up``, with their headcounts added up: a row a casualty.
    """

    file: str = ""
    line: str
    kind: str
    fields: dict[str, str | Source]
    when: Wanted = Field(default_factory=dict)
    not_: Wanted = Field(default_factory=dict, alias="not")
    unless: dict[str, str | list[str]] = Field(default_factory=dict)
    once: bool = False
    adds_up: bool = False


class Mapping(_Strict):
    """A whole mapping: the register's title in both languages, its ways to write dates and times, its rules in order.

    ``words`` puts other words in the place of those in a column, wherever it is read; ``heads`` are other heads that a
    column goes by; columns of ``never`` are dropped unread.
    """

    title: tuple[str, str]
    dates: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    heads: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    never: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = Field(default_factory=dict)
    order: Literal["refuse", "flag"] = "refuse"
    impossible: Literal["refuse", "leave out"] = "refuse"
    record: list[Rule]


def mapping_named(name: str) -> Mapping:
    """Return the mapping in the file ``name``, or the one of that name that ships with Plumbline.

    Raises NotFound, or Broken with the first thing wrong in it.
    """
    path = Path(name) if Path(name).is_file() else SHIPPED / f"{name}.toml"
    try:
        return Mapping(**tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        raise _no_such(name) from None
    except ValidationError as error:
        raise broken(name, _first_wrong(error.errors()[0])) from None
    except (ValueError, RecursionError) as error:
        raise broken(name, Words(f"不是 TOML（{error}）", f"it is no TOML ({error})")) from None


def broken(name: str, what: Words) -> Broken:
    """Return the error for a mapping that cannot be used."""
    todo = Words("按 docs/reference/mappings.md 改正", "Correct it; docs/reference/mappings.md says how it is written")
    return Broken(name, what, todo)


def _first_wrong(error: Any) -> Words:
    place = ".".join(str(part) for part in error["loc"])
    return Words(f"{place}：{error['msg']}", f"{place}: {error['msg']}")


def _no_such(name: str) -> NotFound:
    shipped = ", ".join(sorted(path.stem for path in SHIPPED.glob("*.toml")))
    what = Words("没有这个对应关系文件", "there is no such mapping")
    return NotFound(name, what, Words(f"给出文件，或用随附的：{shipped}", f"Name a file, or one that ships: {shipped}"))
