"""Entering: a new record, a draft gone on with, a correction, a withdrawal."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plumbline.errors import NotFound, Refused, Words
from plumbline.lines import line, names
from plumbline.records import Kind
from plumbline.web.book.appending import entry, kind_at
from plumbline.web.console import shelf
from plumbline.web.desk import saving
from plumbline.web.desk.entering import kind_of_draft, require_standing
from plumbline.web.desk.models import Draft
from plumbline.web.desk.shown import values_at
from plumbline.web.desk.views.forms import answer
from plumbline.web.people import trail
from plumbline.web.people.rights import DESK, allowed, may_enter, require


@allowed(*DESK)
def new(request: HttpRequest, line_name: str, kind_name: str) -> HttpResponse:
    """Enter a record of a kind."""
    kind = line(line_name).kinds.get(kind_name) if line_name in names() else None
    if kind is None:
        what = Words("没有这种记录", "there is no such kind of record")
        raise NotFound(f"{line_name}/{kind_name}", what, Words("请从录入页选一种", "Choose one on the desk"))
    require(may_enter(request.user, line_name, request.user.body), line_name)
    return answer(request, _begun(request, line_name, kind_name), kind)


@allowed(*DESK)
def draft(request: HttpRequest, pk: str) -> HttpResponse:
    """Go on with a draft of one's own; one that is not open any more is only shown."""
    found = saving.own(int(pk), request.user)
    if not found.is_open or found.batch:
        return redirect("desk-record", pk)
    return answer(request, found, None if found.withdraws else kind_of_draft(found))


@allowed(*DESK)
def correct(request: HttpRequest, position: str) -> HttpResponse:
    """Put an entry of one's own body right: the form says what the entry says."""
    kind, begun = _superseding(request, int(position), corrects=True)
    if begun.pk is None:
        begun.fields = values_at(shelf.book(), int(position))
    return answer(request, begun, kind)


@allowed(*DESK)
def withdraw(request: HttpRequest, position: str) -> HttpResponse:
    """Take an entry of one's own body back."""
    return answer(request, _superseding(request, int(position), corrects=False)[1], None)


def _superseding(request: HttpRequest, position: int, *, corrects: bool) -> tuple[Kind, Draft]:
    """Return an entry's kind, and a draft in its place; that it was read goes into the trail."""
    book = shelf.book()
    kind, was = kind_at(book, position), entry(book, position)
    require(may_enter(request.user, was["line"], was["body"]), str(position))
    trail.note(request.user, "correction", line=was["line"], case=was["case"], body=was["body"])
    begun = _begun(request, was["line"], kind.name if corrects else "", position)
    if begun.pk is None:
        require_standing(book, position)
        begun.fields = {"case": was["case"]}
    return kind, begun


def _begun(request: HttpRequest, line_name: str, kind_name: str, supersedes: int | None = None) -> Draft:
    """Return a new draft, or the one that the same form made before; Refused where its key is another form's."""
    sent, account = request.POST.get("once", "")[:40], request.user
    once = sent if sent and sent.isprintable() else secrets.token_hex(16)
    own = {"line": line_name, "kind": kind_name, "supersedes": supersedes, "body": account.body}
    there: Draft | None = Draft.objects.filter(once=once, entered_by=account.username).first()
    if there and any(getattr(there, name) != value for name, value in own.items()):
        what = Words("这份表单已用于另一份草稿", "this form was used for another draft")
        raise Refused(str(there.pk), what, Words("请从录入页重新打开", "Open it anew from the desk"))
    return there or Draft(once=once, entered_by=account.username, **own)
