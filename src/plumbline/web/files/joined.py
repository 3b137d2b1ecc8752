"""Links between the bodies' files: where a case came from, and where it went."""

from collections import defaultdict
from typing import Any, NamedTuple, get_args

from plumbline.errors import Words
from plumbline.lines.links.records import Line, Linked
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.files import asking
from plumbline.web.files.addresses import case
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read

LINKS = "links"


class Joined(NamedTuple):
    """A link to another file: whether it came from there or went there, how, and whether the account may open it."""

    position: int
    came: bool
    how: str
    line: str
    title: Words
    body: str
    number: str
    persons: int | None
    opens: bool

    @property
    def address(self) -> str:
        """Where that file is shown."""
        return case(self.line, self.body, self.number)


def joined(size: int, account: Account, line: str, body: str, number: str) -> list[Joined]:
    """Return the links that stand as of a size and name a file, by position; none for a line that links do not join."""
    if line not in get_args(Line):
        return []
    shelf.refresh()  # an order of just now may have erased some of what was kept
    rows = kept(size, LINKS, lambda: _by_file(size)).get((line, body, number), ())
    return [
        _one(account, row, (row["to_line"], row["to_body"], row["to_case"]) == (line, body, number)) for row in rows
    ]


def _by_file(size: int) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """Return every link under both files that it joins: to ask for those of one file takes as long as to read them all."""
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    with shelf.reading(size) as open_:
        of = open_.tables(LINKS)
        known = of.mirror.of(LINKS, Linked.__name__, of.size)
        rows = of.engine.fetch(of.flow(Linked.__name__).order_by("position")).to_pylist() if known else ()
    for row in rows:
        found[row["from_line"], row["body"], row["case"]].append(row)
        found[row["to_line"], row["to_body"], row["to_case"]].append(row)
    return dict(found)


def _one(account: Account, row: dict[str, Any], came: bool) -> Joined:
    names = ("from_line", "body", "case") if came else ("to_line", "to_body", "to_case")
    line, body, number = (str(row[name]) for name in names)
    opens = may_read(account, line, body)
    return Joined(
        row["position"], came, row["how"], line, asking.known()[line].title, body, number, row["persons"], opens
    )
