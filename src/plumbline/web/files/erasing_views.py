"""Pages of erasure by order: to ask for it, and to confirm or refuse it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from plumbline.errors import Refused, Words
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said
from plumbline.web.files import addresses, asking, erasures
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed

FIELDS = ("order", "ordered_by", "ordered_on")
AT = {"--order": "order", "--order-by": "ordered_by", "--order-on": "ordered_on", "on": "ordered_on"}
"""The field of the form that an error's place is."""


@require_http_methods(["GET", "POST"])
@allowed(Role.CHECKER, Role.SUPERVISOR)
def propose(request: HttpRequest, position: int) -> HttpResponse:
    """Ask for the erasure of an entry's content, with the order's number, body and day."""
    was = erasures.subject(shelf.book(), request.user, position)
    typed = {name: str(request.POST.get(name, "")).strip()[: asking.LONGEST] for name in FIELDS}
    shown: dict[str, Any] = {
        "was": was,
        "title": asking.known()[was["line"]].kinds[was["kind"]].title,
        "typed": typed,
        "address": addresses.case(was["line"], was["body"], was["case"]),
    }
    if request.method == "POST":
        try:
            day = asking.day(typed["ordered_on"])
            erasures.propose(shelf.book(), request.user, position, typed["order"], typed["ordered_by"], day)
        except Refused as error:
            shown |= {"wrong": error, "field": AT.get(error.where, "")}
            return render(request, "files/erasing.html", shown, status=400)
        messages.success(request, said(Words("已提出，等待另一人确认", "asked for; another person has to confirm it")))
        return HttpResponseRedirect(f"{shown['address']}#p{position}")
    return render(request, "files/erasing.html", shown)


@require_POST
@allowed(Role.CHECKER, Role.AUDITOR)
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm an erasure asked for, which erases, or refuse it."""
    confirmed = request.POST.get("decision") == "confirm"
    asked = erasures.decide(shelf.book(), request.user, number, confirmed)
    done = Words("内容已删除", "its content is erased") if confirmed else Words("没有删除", "it was not erased")
    messages.success(request, said(done))
    return HttpResponseRedirect(f"{addresses.case(asked.line, asked.body, asked.case)}#p{asked.position}")
