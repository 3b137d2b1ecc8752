"""Pages of grid and road: what is open, a report, a verification."""

import secrets
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plumbline.errors import NotFound, Words
from plumbline.web.console import shelf
from plumbline.web.console.keeping import kept
from plumbline.web.console.speaking import said, spoken
from plumbline.web.console.uploads import lacking
from plumbline.web.files import addresses, asking
from plumbline.web.grid import forms, mapping
from plumbline.web.grid.handing import Handed, handed, mine
from plumbline.web.grid.standing import LINE, Hazard, hazards, narrowed
from plumbline.web.people import trail
from plumbline.web.people.models import Account
from plumbline.web.people.rights import DESK, allowed, may_enter, require

SENT = Words("已收到，等待审批", "received; it waits for approval")


def _open(account: Account) -> tuple[list[Hazard], dict[str, list[str]], int]:
    """Return the open hazards of an account's body, the roads' chiefs, and as of which size."""
    require(may_enter(account, LINE, account.body), LINE)
    today, size = date.today(), shelf.size()
    found = kept(size, ("hazards", account.body, today), lambda: hazards(size, account.body, today))
    return found, kept(size, ("chiefs", today), lambda: mapping.chiefs(size, today)), size


@require_safe
@allowed(*DESK)
def grid(request: HttpRequest) -> HttpResponse:
    """Show the open hazards of one's own body, of a road or of cells, with their state."""
    every, chiefs, size = _open(request.user)
    road, cell = asking.word(request, "road"), asking.word(request, "grid")
    found = narrowed(every, road, cell)
    listed = [{"hazard": h, "address": addresses.case(LINE, request.user.body, h.number)} for h in found]
    shown = {
        "listed": listed,
        "roads": sorted({h.road for h in every if h.road}),
        "road": road,
        "grid": cell,
        "size": size,
    }
    shown |= {"chiefs": chiefs.get(road, ()), "total": len(every), "mine": mine(request.user)}
    return render(request, "grid/grid.html", shown | {"placed": any(h.point for h in every)})


@require_safe
@allowed(*DESK)
def places(request: HttpRequest) -> HttpResponse:
    """Return what the book knows of places in one's own charge, as GeoJSON."""
    every, chiefs, _ = _open(request.user)
    return JsonResponse(mapping.features(every, chiefs, spoken()), content_type="application/geo+json")


@require_http_methods(["GET", "POST"])
@allowed(*DESK)
def report(request: HttpRequest) -> HttpResponse:
    """Report a hazard: with its place, and a photo if there is one."""
    account = request.user
    every, _, _ = _open(account)
    shown = {"sectors": sorted({h.sector for h in every}), "roads": sorted({h.road for h in every if h.road})}
    if request.method == "GET":
        asked = {name: asking.word(request, name) for name in ("road", "post", "grid")}
        return _form(request, "report", shown, asked | _now())
    key, typed = _key(request), forms.typed(request.POST, forms.REPORT)
    fields, faults = forms.report(typed, account.body, key)
    faults |= lacking(request, "photo")
    done = Handed(None, faults) if faults else handed(account, "Found", fields, key, _photo(request))
    return _answered(request, "report", shown, typed, done)


@require_http_methods(["GET", "POST"])
@allowed(*DESK)
def verify(request: HttpRequest, number: str) -> HttpResponse:
    """Verify on the spot that a hazard was put right: by another than who did."""
    account = request.user
    hazard = _to_verify(account, number)
    trail.note(account, "verification", line=LINE, case=number, body=account.body)
    shown = {"hazard": hazard, "address": addresses.case(LINE, account.body, number)}
    if request.method == "GET":
        return _form(request, "verify", shown, _now())
    typed = forms.typed(request.POST, forms.VERIFY)
    fields = forms.verification(typed, account.body, number, hazard.fixed_by, hazard.fixed_post)
    faults = lacking(request, "photo")
    done = Handed(None, faults) if faults else handed(account, "Verified", fields, _key(request), _photo(request))
    return _answered(request, "verify", shown, typed, done)


def _to_verify(account: Account, number: str) -> Hazard:
    every, _, _ = _open(account)
    found = next((h for h in every if h.number == number), None)
    if found is None or not found.to_verify:
        what = Words("没有待复查的这一处隐患", "no hazard of that number waits to be verified")
        raise NotFound(number, what, Words("请从清单选一处", "Choose one from the list"))
    return found


def _answered(
    request: HttpRequest, page: str, shown: dict[str, Any], typed: dict[str, str], done: Handed
) -> HttpResponse:
    """Answer a form: to its script in JSON, else with the page, everything typed still there."""
    faults, is_script = forms.placed(done.faults), request.headers.get("Accept") == "application/json"
    if done.draft is None:
        words = {name: said(why) for name, why in faults.items()}
        return JsonResponse({"faults": words}, status=422) if is_script else _form(request, page, shown, typed, faults)
    if is_script:
        return JsonResponse({"number": done.draft.fields["case"], "said": said(SENT)})
    messages.success(request, f"{done.draft.fields['case']} {said(SENT)}")
    return HttpResponseRedirect(reverse("grid"))


def _form(
    request: HttpRequest,
    page: str,
    shown: dict[str, Any],
    typed: dict[str, str],
    faults: dict[str, Words] | None = None,
) -> HttpResponse:
    key = _key(request) if request.method == "POST" else secrets.token_hex(16)
    told = {
        "typed": typed,
        "faults": faults or {},
        "key": key,
        "largest": Words("JPEG、PNG、WebP，至多 12 MB", "JPEG, PNG, WebP; 12 MB at most"),
    }
    return render(request, f"grid/{page}.html", shown | told, status=422 if faults else 200)


def _now() -> dict[str, str]:
    return {"on": timezone.localdate().isoformat()}


def _key(request: HttpRequest) -> str:
    return str(request.POST.get("key", ""))[:80] or secrets.token_hex(16)


def _photo(request: HttpRequest) -> bytes | None:
    sent = request.FILES.get("photo")
    return sent.read() if sent and sent.size else None
