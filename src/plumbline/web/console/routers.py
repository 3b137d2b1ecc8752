"""Which tables belong where: the book's own database is only the book's, whatever else the console keeps is apart."""

from typing import Any

BOOK = "book"


class Apart:
    """Django makes the book's tables in the book's database alone, and all others in the console's."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Return whether an app's tables are made in a database."""
        return (app_label == BOOK) != (db == "default")
