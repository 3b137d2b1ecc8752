"""One draft to read, print and decide on: a single record beside what it would replace, or a batch with its rows."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import BookError, NotFound, Words
from plumbline.records import Kind
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said
from plumbline.web.desk import saving
from plumbline.web.desk.approving import approve, give_back, recover
from plumbline.web.desk.frames import page_of, row_of, unpacked
from plumbline.web.desk.models import Draft, State
from plumbline.web.desk.sampling import confirm, sample
from plumbline.web.desk.shown import rest, rows, title
from plumbline.web.desk.shown import said as in_words
from plumbline.web.desk.typed import sentence
from plumbline.web.people import trail
from plumbline.web.people.rights import CHECKERS, DESK, allowed, may_approve, may_change, require

LONGEST = 400
"""Characters of the reason for which a draft is returned."""
ROWS = 50
"""Rows of a batch on a page."""


@allowed(*DESK, *CHECKERS)
def record(request: HttpRequest, pk: str) -> HttpResponse:
    """Show a draft of one's own, or one that may be approved."""
    return _page(request, _readable(request, pk))


@allowed(*CHECKERS)
@require_POST
def decide(request: HttpRequest, pk: str) -> HttpResponse:
    """Approve a draft or return it; where that cannot be, the page says why and keeps the reason typed."""
    draft, version = saving.found(int(pk)), _version(request)
    try:
        words = _decided(request, draft, version)
    except BookError as error:
        recover(shelf.book())
        return _page(request, _readable(request, pk), sentence(error))
    messages.success(request, said(words))
    return redirect("approving")


def _version(request: HttpRequest) -> int:
    """Return the version a checker saw; 0, which no draft has, where the form does not say."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0


def _decided(request: HttpRequest, draft: Draft, version: int) -> Words:
    if request.POST.get("act") == "approve":
        approve(shelf.book(), draft, request.user, version)
        at = Draft.objects.get(pk=draft.pk).position
        if at is None:
            return Words("已批准；账簿里都已有，没有新增", "Approved; the book had all of it already")
        return Words(f"已批准，入账于第 {at} 条", f"Approved; entered at position {at}")
    give_back(draft, request.user, version, request.POST.get("reason", "").strip()[:LONGEST])
    return Words("已退回", "Returned")


@allowed(*CHECKERS)
def row(request: HttpRequest, pk: str, number: str) -> HttpResponse:
    """Show a row of a batch that was drawn, and take in that the checker found it in order."""
    draft, place = _readable(request, pk), int(number)
    if request.method == "POST":
        confirm(draft, request.user, place)
        left = sample(draft, request.user).filter(confirmed_at=None).first()
        return redirect("approving-row", pk, left.row) if left else redirect("approving-one", pk)
    kind, values = _row(draft, place)
    trail.note(request.user, "approval", line=draft.line, case=str(values["case"]), body=draft.body)
    shown = {"draft": draft, "kind": kind, "rows": in_words(kind, values), "number": place + 1}
    return render(request, "desk/row.html", shown)


def _row(draft: Draft, place: int) -> tuple[Kind, dict[str, object]]:
    """Return a row of a batch; NotFound where there is none, or not any more."""
    try:
        return row_of(unpacked(draft.line, draft.batch) if draft.batch else [], place)
    except IndexError:
        what = Words(f"没有第 {place + 1} 行", f"there is no row {place + 1}")
        raise NotFound(str(draft.pk), what, Words("请回到审批列表", "Go back to the approvals")) from None


def _readable(request: HttpRequest, pk: str) -> Draft:
    draft, account = saving.found(int(pk)), request.user
    asks = account, draft.line, draft.body, draft.entered_by
    require(may_change(*asks) or may_approve(*asks), pk)
    return draft


def _page(request: HttpRequest, draft: Draft, fault: Words | None = None) -> HttpResponse:
    asks = request.user, draft.line, draft.body, draft.entered_by
    shown = {
        "draft": draft,
        "title": title(draft),
        "fault": fault,
        "typed": request.POST.get("reason", ""),
        "mine": may_change(*asks),
        "checks": may_approve(*asks) and draft.state == State.SUBMITTED,
    }
    shown |= _batch(request, draft) if draft.batch else _single(request, draft)
    return render(request, "desk/record.html", shown, status=422 if fault else 200)


def _single(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    trail.note(request.user, "draft", line=draft.line, case=draft.fields.get("case", ""), body=draft.body)
    return {"rows": rows(shelf.book(), draft)}


def _batch(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """Return what a batch's page shows: a page of its rows, and to a checker the rows drawn."""
    assert draft.batch
    trail.note(request.user, "batch", line=draft.line, body=draft.body)
    frames = unpacked(draft.line, draft.batch)
    many = sum(len(frame) for _, frame in frames)
    pages = Paginator(range(many), ROWS).get_page(request.GET.get("page", "1")[:9])
    drawn = (
        list(sample(draft, request.user)) if may_approve(request.user, draft.line, draft.body, draft.entered_by) else []
    )
    return {
        "kinds": [(kind.title, len(frame)) for kind, frame in frames],
        "pages": pages,
        "listed": [(n, kind.title, values, rest(kind, values)) for n, kind, values in page_of(frames, pages)],
        "drawn": drawn,
        "left": sum(one.confirmed_at is None for one in drawn),
    }
