"""What is due on a day: every deadline to attend to, in groups, the gravest first; computed once for a day and a size."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from plumbline.errors import Words
from plumbline.law import SORTS
from plumbline.law.clocks import LAST
from plumbline.lines import limits, names
from plumbline.periods import Span
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read
from plumbline.web.reading import narrowed
from plumbline.web.reading.deadlines import Asked, Row, listed
from plumbline.web.reading.named import named

GROUPS = {
    "over": Words("已超期", "Over"),
    "disputed": Words("是否超期有争议", "Over by one reading, not by another"),
    "today": Words("今日届满", "Due today"),
    "week": Words("七日内届满", "Due within seven days"),
    "plain": Words("已过一般期限，未过最长期限", "Past the plain term, not past the longest"),
    "later": Words("十五日内届满", "Due within fifteen days"),
    "untold": Words("无法判断", "Cannot be told"),
}
WEEK, AHEAD = 7, 15
"""Days ahead."""


class Item(NamedTuple):
    """A deadline as it is listed."""

    group: str
    title: Words
    rule: str
    sort: Words
    line: str
    body: str
    case: str
    position: int
    begins: str
    ends: Words
    article: Words
    more: str


@cache
def timed() -> list[str]:
    """Return the lines of work that have limits."""
    return [name for name in names() if limits(name)]


def due(size: int, day: date, line: str = "") -> list[Item]:
    """Return what is due on a day of a line, or of all, as of a size of the book: the gravest first."""
    return kept(size, ("due", day, line), lambda: _found(size, day, line))


def readable(items: Iterable[Item], account: Account, body: str = "") -> list[Item]:
    """Return the items of a body, or of all, that an account may read."""
    return [i for i in items if body in ("", i.body) and may_read(account, i.line, i.body)]


def days(size: int) -> Span | None:
    """Return the days that the book has records of, as of a size."""
    return kept(size, "days", lambda: _days(size))


def _days(size: int) -> Span | None:
    with shelf.reading(size) as open_:
        return narrowed.kept(open_).days


def grouped(items: Iterable[Item]) -> Mapping[str, list[Item]]:
    """Return the items of each group that has any."""
    found: dict[str, list[Item]] = {name: [] for name in GROUPS}
    for item in items:
        found[item.group].append(item)
    return {name: some for name, some in found.items() if some}


def _found(size: int, day: date, line: str) -> list[Item]:
    with shelf.reading(size) as open_:
        rows, _ = listed(open_.tables, Asked(day, line or None, within=AHEAD), lambda done, of: None)
        return sorted((_item(row, day) for row in named(rows, open_.tables)), key=_order)


def _order(item: Item) -> tuple[Any, ...]:
    return list(GROUPS).index(item.group), item.sort != SORTS["custody"], item.ends.zh, item.case


def _item(found: Row, day: date) -> Item:
    limit, row = found
    begins = row["begins_moment"] or row["begins_on"]
    who = f"{row['person'][:6]}…" if row["person"] else ""
    return Item(
        _group(row, day), limit.title, limit.rule, SORTS[limit.sort], limit.line, row["body"] or "", row["case"],
        row["position"], f"{begins:%Y-%m-%d}", _ends(row), limit.governing.words, row.get("item") or who,
    )  # fmt: skip


def _group(row: Mapping[str, Any], day: date) -> str:
    if row["state"] != "due":
        return "over" if row["state"] == "missed" else str(row["state"])
    plain, longest = ((row[end].date() - day).days for end in ("due", "earliest"))
    ahead = plain if plain >= 0 else longest
    if ahead <= WEEK:
        return "week" if ahead else "today"
    return "later" if plain >= 0 else "plain"


def _ends(row: Mapping[str, Any]) -> Words:
    """Return the days of both readings of the outermost end, after that of the plain length where it is another."""
    plain, first, last = (_end(row[name]) for name in ("due", "earliest", "latest"))
    outer = first if first == last else f"{first} / {last}"
    return Words(outer, outer) if plain == first else Words(f"{plain}，至迟 {outer}", f"{plain}, at the latest {outer}")


def _end(at: Any) -> str:
    if at is None:
        return "?"
    return str(at.date()) if at.time() == LAST else f"{at:%Y-%m-%d %H:%M}"
