"""Heads and names of sheets in the form they are compared in."""

import unicodedata


def plain(text: str) -> str:
    """Return a head in the form heads are compared in: one width, small letters, no blanks or underlines."""
    return "".join(unicodedata.normalize("NFKC", text).lower().replace("_", " ").split())
