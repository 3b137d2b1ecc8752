"""A book that is open."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plumbline.web.book.keys import Keys


@dataclass(frozen=True)
class Book:
    """An open book: a folder, the name of its ledger (``origin``), and the address of its PostgreSQL, if that keeps it."""

    folder: Path
    origin: str
    url: str = ""

    @property
    def vendor(self) -> str:
        """Which database keeps it: "sqlite" or "postgresql"."""
        return "postgresql" if self.url else "sqlite"

    @property
    def alias(self) -> str:
        """What Django calls its database."""
        return self.url or str(self.folder)

    @property
    def mirror(self) -> Path:
        """The folder of its mirror."""
        return self.folder / "mirror"

    @cached_property
    def keys(self) -> Keys:
        """Its keys; BookError where they cannot be read."""
        return Keys(self.folder)
