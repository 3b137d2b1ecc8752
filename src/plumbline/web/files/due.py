"""What is due on a day: every deadline to attend to, in groups, the gravest first; computed once for a day and a size."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

import polars as pl

from plumbline.errors import Words
from plumbline.law import SORTS
from plumbline.law.clocks import LAST
from plumbline.lines import limits, names
from plumbline.periods import Span
from plumbline.web.console import keeping, shelf
from plumbline.web.console.keeping import Underway, begun, kept
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_read
from plumbline.web.reading import narrowed
from plumbline.web.reading.deadlines import Asked, Row, chosen, listed, rows
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
RECENT = 300
"""Seconds for which a list is shown while a newer one is reckoned."""
ENDS = ("due", "earliest", "latest")
SHOWN = ("limit", "sort", "state", "body", "case", "position", "begins_on", "begins_moment", *ENDS, "person", "item")


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


@dataclass(frozen=True)
class Due:
    """Deadlines in columns by group, the gravest first: of reading.named, and ``group``, ``line`` and ``pair``.

    ``tally``: how many there are of each group and pair; a pair is the number of a line and a body together.
    """

    rows: pl.DataFrame
    tally: pl.DataFrame

    @property
    def weight(self) -> int:
        """Bytes that they hold."""
        return int(self.rows.estimated_size())

    def bodies(self) -> list[str]:
        """Return the bodies that have any."""
        return sorted(self.tally["body"].drop_nulls().cast(pl.String).unique())

    def readable(self, account: Account, body: str = "") -> "Readable":
        """Return those of a body, or of all, that an account may read."""
        pairs = self.tally.select("pair", "line", "body").unique()
        mine = [pair for pair, of, by in pairs.rows() if body in ("", by) and may_read(account, of, by or "")]
        return Readable(self, None if len(mine) == len(pairs) else pl.Series(mine, dtype=pl.UInt32))


@dataclass(frozen=True)
class Readable:
    """The deadlines of some pairs, or of all, in one group or in all: listed some at a time, none copied till then."""

    of: Due
    pairs: pl.Series | None
    group: str = ""

    def counts(self) -> dict[str, int]:
        """Return how many are in each group that has any."""
        tally = (
            self.of.tally if self.pairs is None else self.of.tally.filter(pl.col("pair").is_in(self.pairs.implode()))
        )
        found = dict(tally.group_by("group").agg(pl.col("number").sum()).rows())
        return {name: found[name] for name in GROUPS if name in found}

    def in_group(self, group: str) -> "Readable":
        """Return those of one group."""
        return replace(self, group=group)

    def __len__(self) -> int:
        """Return how many there are."""
        counts = self.counts()
        return counts.get(self.group, 0) if self.group else sum(counts.values())

    def __getitem__(self, some: slice) -> list[Item]:
        """Return some of them, each as it is listed."""
        t = self._rows()
        if self.pairs is None:
            return [_item(row) for row in rows(t[some])]
        mine = t["pair"].is_in(self.pairs.implode()).arg_true()
        return [_item(row) for row in rows(t[mine[some]])]

    def _rows(self) -> pl.DataFrame:
        if not self.group:
            return self.of.rows
        numbers = Readable(self.of, None).counts()
        before = takewhile(lambda name: name != self.group, GROUPS)
        return self.of.rows.slice(sum(numbers.get(name, 0) for name in before), numbers.get(self.group, 0))


def due(size: int, day: date, line: str = "") -> Due | Underway:
    """Return what is due on a day, of a line or of all, as of a size of the book, or how far the reckoning of it is."""
    steps = len(chosen(line or None))
    return begun(size, ("due", day, line), steps, lambda step: _found(size, day, line, step))


def lately(day: date, line: str = "") -> tuple[int, Due] | None:
    """Return what was due on a day as it was reckoned a short while ago, after the size it is of."""
    return keeping.lately(("due", day, line), RECENT)


def due_at_last(size: int, day: date, line: str = "") -> Due:
    """Return what is due on a day, however long it takes."""
    return kept(size, ("due", day, line), lambda: _found(size, day, line, lambda: None))


def days(size: int) -> Span | None:
    """Return the days that the book has records of, as of a size."""
    return kept(size, "days", lambda: _days(size))


def _days(size: int) -> Span | None:
    with shelf.reading(size) as open_:
        return narrowed.kept(open_).days


def _found(size: int, day: date, line: str, step: Callable[[], None]) -> Due:
    with shelf.reading(size) as open_:
        found, _ = listed(open_.tables, Asked(day, line or None, within=AHEAD), lambda done, of: step())
        t = named(found, open_.tables).select(*SHOWN)
    lines = {limit.id: limit.line for limit in chosen(None)}
    of = pl.col("limit").cast(pl.String).replace_strict(lines, return_dtype=pl.String).cast(pl.Categorical)
    t = t.with_columns(pl.col("body").cast(pl.Categorical), line=of, group=_group(day).cast(pl.Enum(list(GROUPS))))
    t = t.with_columns(pair=pl.struct("line", "body").rank("dense").cast(pl.UInt32))
    t = t.sort("group", pl.col("sort") != "custody", *ENDS, "case", nulls_last=True)
    return Due(t, t.group_by("group", "pair", "line", "body").len("number"))


def _group(day: date) -> pl.Expr:
    plain, longest = ((pl.col(end).dt.date() - day).dt.total_days() for end in ("due", "earliest"))
    ahead = pl.when(plain >= 0).then(plain).otherwise(longest)
    late = pl.when(pl.col("state") == "missed").then(pl.lit("over")).otherwise(pl.col("state"))
    near = pl.when(ahead == 0).then(pl.lit("today")).when(ahead <= WEEK).then(pl.lit("week"))
    soon = near.when(plain >= 0).then(pl.lit("later")).otherwise(pl.lit("plain"))
    return pl.when(pl.col("state") == "due").then(soon).otherwise(late)


def _item(found: Row) -> Item:
    limit, row = found
    begins = row["begins_moment"] or row["begins_on"]
    who = f"{row['person'][:6]}…" if row["person"] else ""
    return Item(
        row["group"], limit.title, limit.rule, SORTS[limit.sort], limit.line, row["body"] or "", row["case"],
        row["position"], f"{begins:%Y-%m-%d}", _ends(row), limit.governing.words, row["item"] or who,
    )  # fmt: skip


def _ends(row: Mapping[str, Any]) -> Words:
    """Return the days of both readings of the outermost end, after that of the plain length where it is another."""
    plain, first, last = (_end(row[name]) for name in ("due", "earliest", "latest"))
    outer = first if first == last else f"{first} / {last}"
    return Words(outer, outer) if plain == first else Words(f"{plain}，至迟 {outer}", f"{plain}, at the latest {outer}")


def _end(at: Any) -> str:
    if at is None:
        return "?"
    return str(at.date()) if at.time() == LAST else f"{at:%Y-%m-%d %H:%M}"
