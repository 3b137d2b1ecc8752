"""How Django reaches the database of a book: one SQLite file in the book's folder, or PostgreSQL by its address."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

FILE = "book.sqlite3"
CONSOLE = "console.sqlite3"
"""What the console keeps apart from the ledger: two libraries that hold one file in one process lose its locks."""
PRAGMAS = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA foreign_keys=ON;
PRAGMA recursive_triggers=ON;
PRAGMA secure_delete=ON;
"""
"""Without recursive_triggers INSERT OR REPLACE slips past a delete trigger; secure_delete overwrites what is erased."""
UNTRUSTING = "PRAGMA trusted_schema=OFF;\n"
"""For the book's file; the console's tables hold JSON, whose checks SQLite would refuse to run."""
PATIENCE = 60
"""Seconds to wait while another process writes."""


def stands_still(folder: Path) -> bool:
    """Return whether the SQLite file in ``folder`` is to be read as it stands: nothing may be made there, no log lies there."""
    log = folder / f"{FILE}-wal"
    return not os.access(folder, os.W_OK) and not (log.exists() and log.stat().st_size)


def address(folder: Path) -> str:
    """Return where SQLite finds the book in ``folder``; WAL needs a folder to write in, unless the file stands still."""
    file = folder.resolve() / FILE
    return f"{file.as_uri()}?immutable=1" if stands_still(folder) else str(file)


def database(folder: str | Path, url: str = "", file: str = FILE) -> dict[str, Any]:
    """Return Django's settings for a database of the book in ``folder``, or at ``url`` (postgresql://...)."""
    if url:
        return _postgresql(url)
    options = {
        "init_command": PRAGMAS + (UNTRUSTING if file == FILE else ""),
        "transaction_mode": "IMMEDIATE",
        "timeout": PATIENCE,
    }
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(folder, file)), "OPTIONS": options}


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
