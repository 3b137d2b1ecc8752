"""Starting without what nobody asked for: pyarrow takes pandas in where it is installed, which costs every command a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any


class _Without(MetaPathFinder):
    """Finds nothing, and says that there is no pandas."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError(f"no {name} here", name=name)
        return None


_WITHOUT = _Without()


def without_pandas() -> None:
    """Have this process do without pandas from here on, unless it has it already."""
    if "pandas" not in sys.modules and _WITHOUT not in sys.meta_path:
        sys.meta_path.insert(0, _WITHOUT)


@contextmanager
def with_pandas() -> Iterator[None]:
    """Let it be imported after all, by a library that cannot be without."""
    there = _WITHOUT in sys.meta_path
    if there:
        sys.meta_path.remove(_WITHOUT)
    try:
        yield
    finally:
        if there:
            without_pandas()
