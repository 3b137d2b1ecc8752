"""The leaves of the ledger's tree, as the book keeps them."""

from typing import Any

from plumbline.web.book.sessions import asked


def leaves(cursor: Any, first: int, end: int) -> list[bytes]:
    """Return the leaves from ``first`` up to, not with, ``end``, as the book keeps them."""
    where = f"WHERE position >= {first} AND position < {end} ORDER BY position"
    found: list[bytes] = asked(cursor, f"SELECT leaf FROM book_entry {where}")["leaf"].to_list()
    return found
