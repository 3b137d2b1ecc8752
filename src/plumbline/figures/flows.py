"""Stock and flow inside a body: what was carried over and what was taken on is what was concluded and what is pending."""

from collections.abc import Mapping
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

import ibis

from plumbline.figures.accounting import (
    COLUMNS,
    Account,
    Row,
    Step,
    all_cases,
    all_persons,
    beside,
    by_case,
    nothing,
    up_to,
)
from plumbline.figures.standing import eve, happened, tagged, taken_on, unfinished
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table, Value

    from plumbline.figures.tables import Tables

LEFT = ("carried_over", "taken_on")
RIGHT = ("concluded", "pending")
WAYS = (
    ("joined_away", "并案", 1),
    ("joined_here", "并案", -1),
    ("split_off", "分案", 1),
    ("added", "追加", -1),
    ("severed", "另案", 1),
)
"""How persons pass between files of one line: the cause, the link, the side it weighs on: 1 for the file that they leave."""

Gone = tuple["Table", str]
"""Records by which cases go, and the term they are counted as."""


class Life(NamedTuple):
    """How cases of a line come and go: the kind they come in by and those they go by, each with the term it is counted as.

    Kinds are in lower case. A kind without tags of its own takes those of the case; one without persons counts none.
    """

    entered: str
    ways: Mapping[str, str]


def stock_and_flow(tables: "Tables", links: "Tables", period: Span, scope: str, life: Life) -> Account:
    """Account for 旧存 + 新收 = 结案 + 未结 of a line, where what is concluded may be several kinds of record."""
    kinds = {kind.lower(): kind for kind in tables.kinds}
    gone = [(happened(tables, kinds[way], period), term) for way, term in life.ways.items()]
    return _balanced(tables, links, period, scope, life, gone, STEPS)


def by_outcome(
    tables: "Tables", links: "Tables", period: Span, scope: str, life: Life, decided: str, outcomes: Mapping[str, str]
) -> Account:
    """Account for 旧存 + 新收 = each outcome + 未结, in persons; ``outcomes`` gives the term of each word of ``decided``.

    Persons may be decided on before their case is concluded, in this period or an earlier one.
    """
    rows = tables.flow(decided)
    terms = sorted(set(outcomes.values()))
    now = rows.filter(period.has(rows.on))
    gone = [(now.filter(now.outcome.isin([o for o, to in outcomes.items() if to == t])), t) for t in terms]
    account = _balanced(tables, links, period, scope, life, gone, (*STEPS, *BY_PERSON))
    before = by_case(rows.filter(rows.on < period.first))
    before = before.select("body", "case", decided_before_at="position", decided_before_told="persons")
    return account._replace(odd=beside(account.odd, before))


def _balanced(
    tables: "Tables", links: "Tables", period: Span, scope: str, life: Life, gone: list[Gone], steps: tuple[Step, ...]
) -> Account:
    kinds = {kind.lower(): kind for kind in tables.kinds}
    taken = happened(tables, kinds[life.entered], period)
    cases = taken_on(tables, period.last, life.entered)
    sides = (
        _standing(unfinished(tables, eve(period), life.entered, *life.ways), "carried_over", scope),
        _happened(taken, "taken_on", scope, cases),
        *(_happened(rows, term, scope, cases) for rows, term in gone),
        _standing(unfinished(tables, period.last, life.entered, *life.ways), "pending", scope),
    )
    told = tables.engine.settle(reduce(lambda a, b: a.union(b), sides))
    odd = _with_links(tables.engine.settle(_differing(told)), links, tables.line, period)
    return Account(told.filter(told.inside).select(*COLUMNS), odd, steps)


def _standing(rows: "Table", term: str, scope: str) -> "Table":
    persons = rows.persons.fill_null(0).cast("int64") if "persons" in rows.columns else ibis.literal(0, "int64")
    one = ibis.literal(1, "int64")
    return rows.select(
        "body", "case", term=ibis.literal(term), position=rows.position, cases=one, persons=persons,
        inside=_inside(rows, scope),
    )  # fmt: skip


def _inside(rows: "Table", scope: str) -> "Value":
    """Return whether rows are in a scope; where cases carry no tags, none is in any."""
    if not scope:
        return ibis.literal(True)
    return tagged(rows.scope, scope).fill_null(False) if "scope" in rows.columns else ibis.literal(False)


def _happened(rows: "Table", term: str, scope: str, cases: "Table") -> "Table":
    if "scope" not in rows.columns and "scope" in cases.columns:
        rows = beside(rows, cases.select("body", "case", "scope"))
    if "persons" not in rows.columns:
        rows = rows.mutate(person=ibis.null("string"), persons=ibis.literal(0, "int64"))
    told = by_case(rows.mutate(inside=_inside(rows, scope)), "inside")
    return told.mutate(term=ibis.literal(term))[(*COLUMNS, "inside")]


def _differing(told: "Table") -> "Table":
    """Return the cases whose two sides differ; ``tag_cases`` and ``tag_persons`` are what only the scope makes differ."""
    sign = told.term.isin(LEFT).ifelse(1, -1)
    gone = told.term.notin((*LEFT, "pending"))
    told = told.mutate(signed_cases=sign * told.cases, signed_persons=sign * told.persons)
    each = told.group_by("body", "case").agg(
        open_cases=told.signed_cases.sum(where=told.inside).fill_null(0),
        open_persons=told.signed_persons.sum(where=told.inside).fill_null(0),
        all_cases=told.signed_cases.sum(),
        all_persons=told.signed_persons.sum(),
        taken=told.cases.sum(where=told.term.isin(LEFT)).fill_null(0),
        done=told.cases.sum(where=gone).fill_null(0),
        done_persons=told.persons.sum(where=gone).fill_null(0),
        held=(told.term == "pending").any(),
        inside=told.inside.any(),
        taken_at=told.position.max(where=told.term.isin(LEFT)),
        done_at=told.position.max(where=gone),
    )
    odd = each.filter(each.inside & ((each.open_cases != 0) | (each.open_persons != 0)))
    return odd.mutate(
        tag_cases=odd.open_cases - odd.all_cases,
        tag_persons=odd.open_persons - odd.all_persons,
        tag_at=odd.taken_at.coalesce(odd.done_at),
    )


def _with_links(wide: "Table", links: "Tables", line: str, period: Span) -> "Table":
    linked = links.flow("Linked")
    linked = linked.filter((linked.from_line == line) & (linked.to_line == line) & (linked.on <= period.last))
    out = {"body": linked.body, "case": linked.case}
    into = {"body": linked.to_body, "case": linked.to_case}
    for cause, how, side in WAYS:
        found = linked.filter(linked.how == how).group_by(**(out if side > 0 else into))
        wide = beside(wide, found.agg(**{f"{cause}_at": linked.position.min(), f"{cause}_told": linked.persons.sum()}))
    return wide


def _twice(row: Row) -> bool:
    return bool(row["taken"] > 1 and row["open_cases"] > 0)


STEPS = (
    Step("retagged", "tag_at", lambda row: row["tag_cases"], lambda row: row["tag_persons"]),
    Step("again", "taken_at", all_cases(_twice), all_persons(lambda row: _twice(row) and row["open_persons"] > 0)),
    Step("concluded_again", "done_at", all_cases(lambda row: row["done"] > 1 and row["open_cases"] < 0), nothing),
    *(Step(cause, f"{cause}_at", nothing, up_to(cause, side)) for cause, _, side in WAYS),
)
"""What may account for a difference, in order."""

BY_PERSON = (
    Step("decided_before", "decided_before_at", nothing, up_to("decided_before", 1)),
    Step(
        "decided_in_part", "done_at", nothing,
        lambda row: -min(max(-row["open_persons"], 0), row["done_persons"]) if row["held"] else 0,
    ),
)  # fmt: skip
"""What else may account for persons where a case is decided on in parts."""
