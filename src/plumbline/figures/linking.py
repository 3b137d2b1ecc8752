"""Files that no link joins, links that lead nowhere, and which files they may be meant for."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from plumbline.errors import Words
from plumbline.figures.accounting import by_case
from plumbline.figures.causes import GOES, MOVED
from plumbline.figures.chains import Ends, strangers
from plumbline.figures.consistency import Inconsistency
from plumbline.figures.matching import File, candidates, region
from plumbline.figures.tables import Tables
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

PATIENCE = timedelta(days=30)
"""How long a link may lead to nothing before that is said: a court checks a case for seven days before it dockets it."""


def unlinked(ends: Ends, links: Tables, period: Span) -> list[Inconsistency]:
    """Return files sent without a link, files taken on without one, and links to files that were never taken on.

    Each file sent lists what it may have become, each dead link what it may have meant: of the files taken on without a
    link. What is likely one of these is not said twice. Where files come from others too, one without a link is none.
    """
    every = links.flow("Linked")
    linked = every.filter(
        (every.from_line == ends.from_line) & (every.to_line == ends.to_line) & every.how.isin((*GOES, MOVED))
    )
    out = _files(links, ends.sent.anti_join(linked, ["body", "case"]), period)
    theirs = linked.union(strangers(every, ends))
    there = [ends.taken.body == theirs.to_body, ends.taken.case == theirs.to_case]
    into = _files(links, ends.taken.anti_join(theirs, there), Span(period.first, period.last + PATIENCE))
    dead = _dead(links, linked, ends, period)
    looking = [*(_file(row, None) for row in out), *(_file(row, row["to_case"]) for row in dead)]
    may_be = candidates(looking, [_file(row, row["case"]) for row in into])
    found = [*_said(out, ends.from_line, NO_WAY_OUT), *_dead_said(dead)]
    found = [f.with_candidates(c for c in may_be if c.position == f.records[0]) for f in found]
    named = {c.other for c in may_be if c.likely}
    left = [row for row in into if row["position"] not in named and period.has(row["on"])]
    return [*found, *_said([] if ends.others else left, ends.to_line, NO_WAY_IN)]


NO_WAY_OUT = Words("已移出，没有关联到对方的案件", "sent on, and no link says to which file")
NO_WAY_IN = Words("已受理，没有关联到移出的案件", "taken on, and no link says from which file")


def _files(links: Tables, rows: "Table", period: Span) -> list[dict[str, Any]]:
    """Return the files that these records make, one each, with what is known of the case."""
    rows = rows.filter(period.has(rows.on))
    told = {name: rows[name].min() for name in ("offence", "scope", "on") if name in rows.columns}
    facts = rows.group_by("body", "case").agg(**told)
    files = by_case(rows).join(facts, ["body", "case"])
    found: list[dict[str, Any]] = links.engine.fetch(files.order_by("body", "case")).to_pylist()
    return found


def _dead(links: Tables, linked: "Table", ends: Ends, period: Span) -> list[dict[str, Any]]:
    """Return the links of the period that lead to no file taken on, if the body they lead to has any in the book."""
    keeps = ends.taken.select(to_body="body").distinct()
    known = ends.taken.select(to_body="body", to_case="case").distinct()
    due = linked.filter(period.has(linked.on) & (linked.on <= period.last - PATIENCE)).semi_join(keeps, "to_body")
    rows = due.anti_join(known, ["to_body", "to_case"])
    sent = by_case(ends.sent).select("body", "case", heads="persons")
    told = {n: ends.sent[n].min() for n in ("offence", "scope") if n in ends.sent.columns}
    rows = rows.left_join(sent, ["body", "case"]).drop("body_right", "case_right")
    rows = rows.left_join(ends.sent.group_by("body", "case").agg(**told), ["body", "case"])
    chosen = rows.select("body", "case", "to_body", "to_case", "on", "position", *told, persons=rows.heads)
    found: list[dict[str, Any]] = links.engine.fetch(chosen.order_by("position")).to_pylist()
    return found


def _file(row: dict[str, Any], number: str | None) -> File:
    place = region(row.get("to_body") or row["body"])
    return File(row["position"], place, number, row.get("offence"), row["persons"], row["on"], row.get("scope") or "")


def _said(rows: Sequence[dict[str, Any]], line: str, said: Words) -> Iterator[Inconsistency]:
    for row in rows:
        yield Inconsistency("no_link", line, row["body"], row["case"], said, (row["position"],))


def _dead_said(rows: Sequence[dict[str, Any]]) -> Iterator[Inconsistency]:
    for row in rows:
        said = Words(
            f"关联到{row['to_body']}的“{row['to_case']}”，那里没有这个案号",
            f"linked to “{row['to_case']}” of {row['to_body']}, which has no case of that number",
        )
        yield Inconsistency("dead_link", "links", row["body"], row["case"], said, (row["position"],))
