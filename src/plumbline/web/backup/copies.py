"""Copies of the two databases, each as it was at one moment whatever is written meanwhile.

The console's comes first: a draft that was approved in between is in the book and still waiting, which approving again
finds out; the other way round a record would be lost.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from plumbline.web.book.shape import Book
from plumbline.web.databases import CONSOLE, FILE, address

SESSIONS = "django_session"
LEFT_OUT = (SESSIONS, "django_migrations")
"""Nobody is signed in to a book that was restored; which tables there are, the restoring version knows."""
TABLES = "tables"
"""The folder of PostgreSQL's tables, a file for each."""


def lite(book: Book, aside: Path) -> None:
    """Copy the SQLite files into ``aside``."""
    _lite(str(book.folder / CONSOLE), aside / CONSOLE)
    with closing(sqlite3.connect(aside / CONSOLE)) as console:
        console.execute("PRAGMA secure_delete=ON")
        if console.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (SESSIONS,)).fetchone():
            console.execute(f"DELETE FROM {SESSIONS}")
        console.commit()
        console.execute("PRAGMA journal_mode=DELETE")
    _lite(address(book.folder), aside / FILE)


def _lite(source: str, target: Path) -> None:
    read = sqlite3.connect(source, uri=source.startswith("file:"))
    with closing(read), closing(sqlite3.connect(target)) as written:
        read.backup(written)


def tables(url: str, aside: Path) -> dict[str, list[str]]:
    """Copy every table of a PostgreSQL into ``aside``, in one snapshot; return each one's columns."""
    import psycopg

    (aside / TABLES).mkdir()
    found = {}
    with psycopg.connect(url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for (table,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema"):
            if table not in LEFT_OUT:
                found[table] = columns(connection, table)
                _out(connection, table, found[table], aside / TABLES / table)
    return found


def columns(connection: Any, table: str) -> list[str]:
    """Return a table's columns in their order."""
    said = (
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema AND table_name = %s ORDER BY ordinal_position"
    )
    return [name for (name,) in connection.execute(said, (table,))]


def _out(connection: Any, table: str, names: list[str], path: Path) -> None:
    from psycopg import sql

    listed = sql.SQL(", ").join(map(sql.Identifier, names))
    said = sql.SQL("COPY (SELECT {} FROM {} ORDER BY 1) TO STDOUT").format(listed, sql.Identifier(table))
    with path.open("wb") as file, connection.cursor().copy(said) as rows:
        for block in rows:
            file.write(block)


def fill(url: str, aside: Path, held: dict[str, list[str]]) -> None:
    """Fill the empty tables of a PostgreSQL from the copies, all or none of them; its triggers hold here as ever."""
    import psycopg

    first = ["book_entry", "book_content", "book_checkpoint"]
    with psycopg.connect(url) as connection:
        connection.execute("SET CONSTRAINTS ALL DEFERRED")
        _empty(connection, [name for name in held if name not in first])
        for table in [*first, *(name for name in held if name not in first)]:
            _in(connection, table, held[table], aside / TABLES / table)
            _go_on(connection, table)


def _empty(connection: Any, names: list[str]) -> None:
    """Take out what making the tables has put there."""
    from psycopg import sql

    if names:
        listed = sql.SQL(", ").join(map(sql.Identifier, names))
        connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(listed))


def _in(connection: Any, table: str, names: list[str], path: Path) -> None:
    from psycopg import sql

    if not path.stat().st_size:
        return  # a statement that adds nothing is refused by the book's triggers
    listed = sql.SQL(", ").join(map(sql.Identifier, names))
    said = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), listed)
    with path.open("rb") as file, connection.cursor().copy(said) as rows:
        while block := file.read(1 << 20):
            rows.write(block)


def _go_on(connection: Any, table: str) -> None:
    """Have the numbers that the table gives go on after the greatest."""
    from psycopg import sql

    if "id" not in columns(connection, table):
        return
    name = sql.Identifier(table)
    if connection.execute("SELECT pg_get_serial_sequence(%s, 'id')", (table,)).fetchone()[0]:
        said = "SELECT setval(pg_get_serial_sequence({}, 'id'), coalesce(max(id), 0) + 1, false) FROM {}"
        connection.execute(sql.SQL(said).format(sql.Literal(table), name))
