"""Reconciliation: each bridge with its sides, what accounts for the difference, what is left, and what does not fit."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.errors import Words
from plumbline.figures.bridges import Scopes
from plumbline.figures.drilling import records
from plumbline.figures.opening import Open
from plumbline.lines import names
from plumbline.records import SCOPES
from plumbline.web.bulletin import accounts, asking, places
from plumbline.web.console import shelf
from plumbline.web.console.keeping import Underway, begun
from plumbline.web.people import trail
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.narrowed import body_of, scope_of
from plumbline.web.reading.reconciling import Asked, Reconciled, reconcile, steps
from plumbline.web.reading.registers import lacking

RECONCILING = Words("正在对账", "Reconciling")
FIELDS = ("period", "scope", "to_scope", "body")


class Read(NamedTuple):
    """A reconciliation, what does not fit listed, and by position the records that are named."""

    of: Reconciled
    findings: list[accounts.Listed]
    rows: dict[int, dict[str, Any]]


@allowed(*READERS)
def bridges(request: HttpRequest) -> HttpResponse:
    """Show the reconciliation of a period, or how far it is; of cases only those that the account may read are named."""
    typed = {name: asking.word(request, name) for name in FIELDS}
    wrong: dict[str, Words] = {}
    with shelf.reading(asking.number(request, "as_of")) as book:
        shown: dict[str, Any] = {"size": book.size, "root": book.mirror.roots.get(book.size, "")}
        shown |= {"lasting": places.lasting(request, book), "years": asking.years_of(book)}
        asked = _asked(typed, book, wrong)
    found = _begun(shown["size"], asked, wrong) if asked else None
    if isinstance(found, Read):
        shown |= _reconciled(request, found, typed["body"])
    shown |= {"typed": typed, "wrong": wrong, "scopes": [(s.zh, Words(s.zh, s.en)) for s in SCOPES.values()]}
    shown |= {"as_of": asking.word(request, "as_of")}
    if isinstance(found, Underway):
        return render(request, "bulletin/reconciling.html", shown | {"step": found.told(RECONCILING)}, status=202)
    answer = render(request, "bulletin/bridges.html", shown, status=400 if wrong else 200)
    if request.htmx:
        answer["HX-Refresh"] = "true"
    return answer


def _asked(typed: dict[str, str], book: Open, wrong: dict[str, Words]) -> Asked | None:
    over = asking.tried(
        wrong, "period", lambda: asking.period_of(typed["period"], "period") if typed["period"] else None
    )
    scope = asking.tried(wrong, "scope", lambda: scope_of(typed["scope"], "scope"))
    to = asking.tried(wrong, "to_scope", lambda: scope_of(typed["to_scope"], "to_scope"))
    body = asking.tried(wrong, "body", lambda: body_of(book, typed["body"]))
    return None if wrong else Asked(over, Scopes(scope or "", to or scope or ""), body or "")


def _begun(size: int, asked: Asked, wrong: dict[str, Words]) -> Read | Underway | None:
    """Return a reconciliation or how far it is; None, and why, where there is nothing to reconcile."""
    return asking.tried(
        wrong, "period", lambda: begun(size, ("bridges", asked), steps(), lambda step: _read(size, asked, step))
    )


def _read(size: int, asked: Asked, step: Callable[[], None]) -> Read:
    with shelf.reading(size) as book:
        found = reconcile(book.tables, asked, step)
        listed = accounts.listed(found.findings)
        rows = records([book.tables(line) for line in names()], sorted(_named(found, listed)))
    return Read(
        found, listed, {row["position"]: {name: row[name] for name in ("line", "body", "case")} for row in rows}
    )


def _named(found: Reconciled, listed: Iterable[accounts.Listed]) -> set[int]:
    shown = [each.records for s in found.settled for each in s.causes]
    shown += [each.records for s in found.settled for each in s.unexplained]
    named = {at for positions in shown for at in positions[: accounts.SHOWN]}
    return named | {at for each in listed for f in each.some for at in (*f.records, *(c.other for c in f.candidates))}


def _reconciled(request: HttpRequest, found: Read, body: str) -> dict[str, Any]:
    """Return what the page shows: bridges and findings, cases named to those who may read them."""
    of, reader = found.of, accounts.Reader(request.user, found.rows)
    if reader.cases(list(found.rows)):
        trail.note(request.user, "bridges", body=body)
    both = [list(each) for _, each in groupby(of.settled, key=lambda s: s.bridge.id)]
    return {
        "period": places.short(of.period), "bridges": [accounts.bridge(each, reader) for each in both],
        "unsettled": [(Words(u.bridge.zh, u.bridge.en), lacking(u.missing)) for u in of.unsettled],
        "findings": accounts.findings(found.findings, reader), "found": len(of.findings), "holds": of.holds,
        "open": sum(not s.closes for s in of.settled), "settled": len(of.settled),
    }  # fmt: skip
