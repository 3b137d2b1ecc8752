"""Reconciliation: each bridge with its sides, what accounts for the difference, what is left, and what does not fit."""

from itertools import groupby
from typing import Any

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
from plumbline.web.console.keeping import kept
from plumbline.web.people import trail
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.narrowed import body_of, scope_of
from plumbline.web.reading.reconciling import Asked, Reconciled, reconcile
from plumbline.web.reading.registers import lacking

FIELDS = ("period", "scope", "to_scope", "body")


@allowed(*READERS)
def bridges(request: HttpRequest) -> HttpResponse:
    """Show the reconciliation of a period; of cases only those that the account may read are named."""
    typed = {name: asking.word(request, name) for name in FIELDS}
    wrong: dict[str, Words] = {}
    with shelf.reading(asking.number(request, "as_of")) as book:
        shown: dict[str, Any] = {"size": book.size, "root": book.mirror.roots.get(book.size, "")}
        shown |= {"lasting": places.lasting(request, book), "years": asking.years_of(book)}
        if asked := _asked(typed, book, wrong):
            shown |= _reconciled(request, asked, book, wrong)
    shown |= {"typed": typed, "wrong": wrong, "scopes": [(s.zh, Words(s.zh, s.en)) for s in SCOPES.values()]}
    shown |= {"as_of": asking.word(request, "as_of")}
    return render(request, "bulletin/bridges.html", shown, status=400 if wrong else 200)


def _asked(typed: dict[str, str], book: Open, wrong: dict[str, Words]) -> Asked | None:
    over = asking.tried(
        wrong, "period", lambda: asking.period_of(typed["period"], "period") if typed["period"] else None
    )
    scope = asking.tried(wrong, "scope", lambda: scope_of(typed["scope"], "scope"))
    to = asking.tried(wrong, "to_scope", lambda: scope_of(typed["to_scope"], "to_scope"))
    body = asking.tried(wrong, "body", lambda: body_of(book, typed["body"]))
    return None if wrong else Asked(over, Scopes(scope or "", to or scope or ""), body or "")


def _reconciled(request: HttpRequest, asked: Asked, book: Open, wrong: dict[str, Words]) -> dict[str, Any]:
    """Return the bridges and findings, the records that show them looked up; kept for each size of the book."""
    found = asking.tried(wrong, "period", lambda: kept(book.size, ("bridges", asked), lambda: _read(book, asked)))
    if found is None:
        return {}
    all_of, rows = found
    reader = accounts.Reader(request.user, rows)
    if reader.cases(list(rows)):
        trail.note(request.user, "bridges", body=asked.body)
    both = [list(each) for _, each in groupby(all_of.settled, key=lambda s: s.bridge.id)]
    return {
        "period": places.short(all_of.period), "bridges": [accounts.bridge(each, reader) for each in both],
        "unsettled": [(Words(u.bridge.zh, u.bridge.en), lacking(u.missing)) for u in all_of.unsettled],
        "findings": accounts.findings(all_of.findings, reader), "found": len(all_of.findings), "holds": all_of.holds,
        "open": sum(not s.closes for s in all_of.settled), "settled": len(all_of.settled),
    }  # fmt: skip


def _read(book: Open, asked: Asked) -> tuple[Reconciled, dict[int, dict[str, Any]]]:
    """Return a reconciliation and, by position, the records it names that are shown."""
    found = reconcile(book.tables, asked)
    shown = [each.records for s in found.settled for each in s.causes]
    shown += [each.records for s in found.settled for each in s.unexplained]
    wanted = {at for positions in shown for at in positions[: accounts.SHOWN]}
    wanted |= {at for f in found.findings for at in (*f.records, *(c.other for c in f.candidates))}
    rows = records([book.tables(line) for line in names()], sorted(wanted))
    return found, {row["position"]: {name: row[name] for name in ("line", "body", "case")} for row in rows}
