"""The checker's list: what waits, the longest waiting first, and what was decided last."""

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.web.console import shelf
from plumbline.web.desk.approving import recover
from plumbline.web.desk.models import Draft, State
from plumbline.web.desk.shown import titled
from plumbline.web.people.rights import CHECKERS, allowed, may_approve

MOST = 100
"""Drafts listed at once."""


@allowed(*CHECKERS)
def approving(request: HttpRequest) -> HttpResponse:
    """List what waits for this checker, and what it decided."""
    recover(shelf.book())
    account = request.user
    here = Draft.objects.filter(body=account.body).select_related("batch").defer("batch__content")
    submitted = here.filter(state=State.SUBMITTED).order_by("changed_at")
    may = (d for d in submitted.iterator() if may_approve(account, d.line, d.body, d.entered_by))
    waiting = list(islice(may, MOST + 1))
    decided = here.filter(checked_by=account.username).exclude(state=State.SUBMITTED).order_by("-changed_at")
    shown = {"waiting": titled(waiting[:MOST]), "more": len(waiting) > MOST, "decided": titled(decided[:20])}
    return render(request, "desk/approving.html", shown)
