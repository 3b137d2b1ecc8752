"""The desk's first page, and what is done to a draft without a form."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import Words
from plumbline.lines import Line, lines
from plumbline.records import Kind
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said
from plumbline.web.desk import saving
from plumbline.web.desk.approving import recover
from plumbline.web.desk.models import Draft, State
from plumbline.web.desk.shown import titled
from plumbline.web.files.finding import keepers
from plumbline.web.files.lately import as_of
from plumbline.web.people.rights import DESK, allowed, may_enter

MOST = 100
"""Drafts listed at once."""
RECENT = 6
"""Kinds of record offered again."""
ACTS = {
    "recall": (saving.recall, Words("已收回，可以修改", "Taken back; it can be changed")),
    "cancel": (saving.cancel, Words("已取消", "Dropped")),
    "submit": (saving.submit, Words("已提交审批", "Submitted for approval")),
}
"""What may be done to a draft without a form."""


@allowed(*DESK)
def desk(request: HttpRequest) -> HttpResponse:
    """Show what may be entered, and how far this account's drafts have come."""
    recover(shelf.book())
    account = request.user
    own = Draft.objects.filter(entered_by=account.username, body=account.body)
    own = own.select_related("batch").defer("batch__content")
    open_to = [each for each in lines() if may_enter(account, each.name, account.body)]
    theirs = [each for each in open_to if account.body in keepers(as_of())[each.name]]
    listed = {
        "returned": own.filter(state=State.RETURNED),
        "drafts": own.filter(state__in=(State.DRAFT, State.SUBMITTED, State.APPROVING)),
        "done": own.filter(state=State.APPROVED),
    }
    shown = {name: titled(found.order_by("-changed_at")[:MOST]) for name, found in listed.items()}
    kinds = {"theirs": theirs, "others": [each for each in open_to if each not in theirs]}
    return render(request, "desk/desk.html", {"recent": _recent(own, open_to)} | kinds | shown)


def _recent(own: QuerySet[Draft], open_to: list[Line]) -> list[Kind]:
    """Return the kinds that an account entered last, the last one first."""
    last = own.exclude(kind="").order_by("-pk").values_list("line", "kind")[:MOST]
    kinds = {(line.name, name): kind for line in open_to for name, kind in line.kinds.items()}
    return [kinds[each] for each in dict.fromkeys(last) if each in kinds][:RECENT]


@allowed(*DESK)
@require_POST
def act(request: HttpRequest, pk: str, what: str) -> HttpResponse:
    """Hand in, take back or drop one's own draft."""
    do, words = ACTS[what]
    do(saving.own(int(pk), request.user))
    messages.success(request, said(words))
    return redirect("desk")
