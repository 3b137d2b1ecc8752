"""Cases found in the book itself: by their number, or the last ones that a body wrote something down of."""

from functools import reduce
from typing import Any, NamedTuple
from unicodedata import normalize

import polars as pl

from plumbline.errors import NotFound, Refused
from plumbline.lines import lines
from plumbline.web.book import Book
from plumbline.web.book.records import LINE
from plumbline.web.book.sessions import asked, cases_into, reading
from plumbline.web.book.showing import at, of_case
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read
from plumbline.web.reading import narrowed

PAGE = 30
"""Cases of one page."""


class File(NamedTuple):
    """A case at one body, as its last entry shows it: that entry's position, kind and day."""

    line: str
    body: str
    number: str
    position: int
    kind: str
    on: str


class Page(NamedTuple):
    """The cases of a page, and the position below which the next one begins (None: there is none)."""

    files: list[File]
    before: int | None


def entry_at(book: Book, position: int) -> dict[str, Any]:
    """Return the entry at a position; NotFound where there is none."""
    try:
        return at(book, [position])[0].entry
    except Refused as error:
        raise NotFound(str(position), error.what, error.todo) from None


def found(book: Book, account: Account, number: str, line: str = "") -> list[File]:
    """Return the cases of a number, one for each line and body, that an account may read."""
    try:
        entries = [one.entry for one in of_case(book, normalize("NFC", number).strip())]
    except Refused:
        return []
    last = {(e["line"], e["body"]): _file(e) for e in entries if e["line"] != LINE and line in ("", e["line"])}
    return [file for file in last.values() if may_read(account, file.line, file.body)]


def recent(book: Book, size: int, line: str, body: str = "", before: int | None = None) -> Page:
    """Return the cases of a line last written to, of one body if named, by position, the newest first.

    The book is walked back by its key from position ``before``: what came since a ``size``, then where, of what it had
    then, the line has its entries.
    """
    first, end = _reach(size, line, body)
    until = 2**62 if before is None else before
    rows: list[dict[str, Any]] = []
    with reading(book) as cursor:
        cases_into(cursor, pl.Series([body]))
        for low, high in ((size, until), (first, min(end, size, until))):
            if low < high and len(rows) <= PAGE:
                rows += asked(cursor, _LAST.format(low=low, high=high, line=line, of=_OF if body else "")).to_dicts()
    files = [File(**row) for row in rows[: PAGE + 1]]
    return Page(files[:PAGE], files[PAGE - 1].position if len(files) > PAGE else None)


_LAST = f"""SELECT e.line, e.body, e."case" AS number, e.position, e.kind, CAST(e."on" AS TEXT) AS "on" FROM book_entry e
WHERE e.position >= {{low}} AND e.position < {{high}} AND e.line = '{{line}}' {{of}}AND NOT EXISTS (
SELECT 1 FROM book_entry n WHERE n."case" = e."case" AND n.position > e.position AND n.line = e.line AND n.body = e.body)
ORDER BY e.position DESC LIMIT {PAGE + 1}"""
"""The last entry of each case in a stretch of the book."""
_OF = 'AND e.body IN (SELECT "case" FROM asked_cases) '


def _reach(size: int, line: str, body: str) -> tuple[int, int]:
    """Return from which position up to which, not with it, a line has entries as of a size, of one body if named."""
    found = kept(size, ("reach", line), lambda: _reached(size, line))
    if body:
        return found.get(body, (0, 0))
    return min((first for first, _ in found.values()), default=0), max((end for _, end in found.values()), default=0)


def keepers(size: int) -> dict[str, frozenset[str]]:
    """Return which bodies have entries of each line, by the line's name, as of a size or up to a hundredth of it before."""
    step = max(1, size // 100)
    return kept(size - size % step, "keepers", lambda: _keepers(size))


def _keepers(size: int) -> dict[str, frozenset[str]]:
    with shelf.reading(size) as open_:
        found = narrowed.kept(open_).bodies
    return {line.name: frozenset(found.get(line.name, ())) for line in lines()}


def _reached(size: int, line: str) -> dict[str, tuple[int, int]]:
    with shelf.reading(size) as open_:
        of = open_.tables(line)
        parts = [of.written(kind).select("body", "position") for kind in of.kinds if of.mirror.of(line, kind, size)]
        if not parts:
            return {}
        every = reduce(lambda a, b: a.union(b), parts)
        rows = of.engine.fetch(
            every.group_by("body").agg(first=every.position.min(), last=every.position.max())
        ).to_pylist()
    gone = [erased.position for erased in of.erased(set(of.kinds))]  # whose they were the mirror does not say any more
    return {row["body"]: (min([row["first"], *gone]), max([row["last"], *gone]) + 1) for row in rows}


def _file(entry: dict[str, Any]) -> File:
    kept = {name: entry[name] for name in ("line", "body", "position", "kind", "on")}
    return File(number=entry["case"], **kept)
