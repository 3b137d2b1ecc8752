"""The deadlines of a book: those to attend to, in columns, or one case's clocks with their working."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from plumbline.errors import NotFound, Words
from plumbline.figures.deadlines import in_book, lines_of
from plumbline.figures.holidays import published
from plumbline.figures.opening import Open
from plumbline.figures.single import single
from plumbline.figures.tables import TablesOf
from plumbline.law import Deadline, Limit, deadline
from plumbline.lines import limits, names

LISTED = ("due", "disputed", "missed", "untold")
GRAVE = ("disputed", "missed")

GRAVEST = pl.Enum(["missed", "disputed", "untold", "due", "kept", "running"])
ORDER = (
    pl.col("body").fill_null(""), pl.col("sort") != "custody", pl.col("state").cast(GRAVEST),
    "earliest", "case", pl.col("limit").cast(pl.String),
)  # fmt: skip

Step = Callable[[int, int], None]
"""Is told how many of how many limits are done."""


class Asked(NamedTuple):
    """What the user wants to see."""

    day: date
    line: str | None = None
    body: str | None = None
    within: int | None = None
    everything: bool = False


class Row(NamedTuple):
    """One deadline as it is listed: its limit, and the row of figures.deadlines.judged."""

    limit: Limit
    row: dict[str, Any]


def chosen(line: str | None) -> list[Limit]:
    """Return the limits of a line, or of all; raises NotFound for a line that is none."""
    if line is not None and line not in names():
        what = Words("没有这条工作条线", "there is no such line of work")
        raise NotFound(
            f"--line {line}", what, Words(f"可选：{'、'.join(names())}", f"Choose among {', '.join(names())}")
        )
    return [each for name in names() if line in (None, name) for each in limits(name)]


def listed(tables: TablesOf, asked: Asked, step: Step) -> tuple[pl.DataFrame, Counter[tuple[str, str]]]:
    """Return the deadlines to list, the gravest first, and how many others ended late or in dispute, by body and state.

    In columns: those of figures.deadlines.judged, with ``limit``, the id of the limit, and ``sort``.
    """
    t = pl.concat([_wanted(limit, tables, asked) for limit in _stepped(chosen(asked.line), step)])
    mine = pl.lit(asked.everything) | pl.col("stops_on").is_null()
    ended = t.filter(~mine).group_by(pl.col("body").fill_null("—"), "state").len().rows()
    return t.filter(mine).sort(*ORDER, nulls_last=True), Counter({(body, state): n for body, state, n in ended})


def rows(listed: pl.DataFrame) -> list[Row]:
    """Return deadlines in columns one by one."""
    known = {limit.id: limit for limit in chosen(None)}
    return [Row(known[row["limit"]], row) for row in listed.to_dicts()]


def _wanted(limit: Limit, tables: TablesOf, asked: Asked) -> pl.DataFrame:
    t = in_book(limit, [tables(line) for line in lines_of(limit)], asked.day, asked.within)
    t = t.filter(pl.col("state").is_in(GRAVE) | (pl.col("stops_on").is_null() & pl.col("state").is_in(LISTED)))
    t = t.filter(pl.col("body") == asked.body) if asked.body else t
    words = {"limit": limit.id, "sort": limit.sort}
    return t.with_columns(**{name: pl.lit(word, pl.Categorical) for name, word in words.items()})


def explained(book: Open, asked: Asked, case: str, step: Step) -> list[Deadline]:
    """Return every deadline of one case; raises NotFound where no clock bears that number."""
    found = []
    for limit in _stepped(chosen(asked.line), step):
        clocks = limit.clocks(*(book.tables(line) for line in lines_of(limit)), asked.day)
        mine = [c for c in single(clocks, case, book.engine.fetch) if asked.body in (None, c.body)]
        found += [deadline(limit, c, asked.day, published(), asked.within) for c in mine]
    if not found:
        what = Words("没有这个案号的期限", "no limit runs in a case of that number")
        raise NotFound(f"--case {case}", what, Words("请核对案号、--line 和 --on", "Check the number, --line and --on"))
    return sorted(found, key=lambda d: d.clock.begins.first)


def _stepped(some: list[Limit], step: Step) -> Iterator[Limit]:
    for done, limit in enumerate(some):
        step(done, len(some))
        yield limit
