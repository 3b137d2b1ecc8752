"""Lines of work. Each is one folder of four short files; the folder is the registry: nothing else names a line."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.records import Kind, Record, kind_of

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


def lines() -> Iterator[Line]:
    """Yield every line."""
    return map(line, names())


def part(name: str, which: str) -> ModuleType:
    """Return one of a line's four files as a module."""
    return import_module(f"{__name__}.{name}.{which}")


def _declared(module: ModuleType) -> list[type[Record]]:
    """Return the record types a module declares itself, in the order of the file; a leading underscore hides one."""
    found = [v for v in vars(module).values() if isinstance(v, type) and issubclass(v, Record)]
    return [m for m in found if m.__module__ == module.__name__ and not m.__name__.startswith("_")]
