"""Addresses of cases."""

from urllib.parse import quote


def case(line: str, body: str, number: str) -> str:
    """Return where a case is shown."""
    return f"/cases/{_file(line, body, number)}"


def limits(line: str, body: str, number: str) -> str:
    """Return where a case's time limits are shown."""
    return f"/limits/{_file(line, body, number)}"


def _file(*parts: str) -> str:
    return "/".join(quote(part, safe="") for part in parts)
