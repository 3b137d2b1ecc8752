"""Lines of work. Each is one folder of four short files; the folder is the registry: nothing else names a line."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from plumbline.errors import Words
from plumbline.figures import Figure
from plumbline.figures.ended import deadline_figures
from plumbline.law import Limit
from plumbline.records import Kind, Record, kind_of
from plumbline.sheets.plain import plain

if TYPE_CHECKING:
    from plumbline.figures.bridges import Bridge

PARTS = ("records", "limits", "figures", "examples")


class Line(NamedTuple):
    """A line of work: its code (the folder's name), its title, its kinds of record by name."""

    name: str
    title: Words
    kinds: dict[str, Kind]


def names() -> list[str]:
    """Return the code of every line there is, in alphabetical order."""
    return sorted(p.name for p in Path(__file__).parent.iterdir() if (p / "records.py").is_file())


def line(name: str) -> Line:
    """Return one line; raises KeyError for a name that is none."""
    if name not in names():
        raise KeyError(name)
    zh, _, en = (import_module(f"{__name__}.{name}").__doc__ or "").partition(":")[0].partition(" ")
    models = _declared(part(name, "records"))
    return Line(name, Words(zh, en), {m.__name__: kind_of(m) for m in models})


def code_of(text: str) -> str:
    """Return the code of the line that a code or a title names, in any case or width; "" for none."""
    if text in names():
        return text
    return next((found.name for found in lines() if plain(text) in map(plain, (found.name, *found.title))), "")


def lines() -> Iterator[Line]:
    """Yield every line."""
    return map(line, names())


def kinds() -> dict[str, dict[str, Kind]]:
    """Return the kinds of record of every line, by the line's name and their own."""
    return {found.name: found.kinds for found in lines()}


def figures() -> list[Figure]:
    """Return every figure of every line, in the order of their files."""
    return [v for name in names() if _has(name, "figures") for v in _figures(part(name, "figures"))]


def deadlines() -> list[Figure]:
    """Return the figures of deadlines of every line that has limits."""
    return [v for name in names() for v in deadline_figures(name, line(name).title, limits(name))]


def bridges() -> "list[Bridge]":
    """Return every bridge of every line, in the order of their files."""
    from plumbline.figures.bridges import Bridge  # which takes ibis in: no book command waits for that

    modules = [part(name, "figures") for name in names() if _has(name, "figures")]
    return [v for m in modules for v in vars(m).values() if isinstance(v, Bridge)]


def part(name: str, which: str) -> ModuleType:
    """Return one of a line's four files as a module."""
    return import_module(f"{__name__}.{name}.{which}")


def _has(name: str, which: str) -> bool:
    return (Path(__file__).parent / name / f"{which}.py").is_file()


def _figures(module: ModuleType) -> list[Figure]:
    """Return the figures a module declares, each under its own name."""
    return [v for v in vars(module).values() if isinstance(v, Figure) and v.rows.__module__ == module.__name__]


def limits(name: str) -> list[Limit]:
    """Return the limits of a line, in the order of its file."""
    return [v for v in vars(part(name, "limits")).values() if isinstance(v, Limit)]


def _declared(module: ModuleType) -> list[type[Record]]:
    """Return the record types a module declares itself, in the order of the file; a leading underscore hides one."""
    found = [v for v in vars(module).values() if isinstance(v, type) and issubclass(v, Record)]
    return [m for m in found if m.__module__ == module.__name__ and not m.__name__.startswith("_")]
