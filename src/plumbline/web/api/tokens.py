"""The page of an account's own tokens for programs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from plumbline.errors import Words
from plumbline.records.fields import holds_identity
from plumbline.web.api.signing import LONGEST, made
from plumbline.web.people import trail
from plumbline.web.people.rights import READERS, allowed


@allowed(*READERS)
def tokens(request: HttpRequest) -> HttpResponse:
    """List the tokens that have not ended, or make one: it is shown once."""
    if request.method != "POST":
        return _page(request)
    name, days = request.POST.get("name", "").strip(), request.POST.get("days", "").strip()
    if faults := _faults(name, days):
        return _page(request, faults, {"name": name, "days": days})
    secret = made(request.user, name, int(days))
    trail.note(request.user, "token made")
    return _page(request, secret=secret)


@require_POST
@allowed(*READERS)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token of the account's own."""
    request.user.tokens.filter(pk=pk).delete()
    return redirect("tokens")


def _faults(name: str, days: str) -> dict[str, Words]:
    found = {}
    if not 0 < len(name) <= 40 or not name.isprintable() or holds_identity(name):
        found["name"] = Words("请写用途，至多 40 字，不含证件号", "Say what it is for, in at most 40 characters")
    if not (days.isascii() and days.isdigit() and len(days) < 4 and 1 <= int(days) <= LONGEST):
        found["days"] = Words(f"请写 1 到 {LONGEST} 的整数", f"Write a whole number from 1 to {LONGEST}")
    return found


def _page(
    request: HttpRequest,
    faults: dict[str, Words] | None = None,
    said: dict[str, str] | None = None,
    secret: str = "",
) -> HttpResponse:
    shown: dict[str, Any] = {"faults": faults or {}, "said": said or {"days": "90"}, "secret": secret, "most": LONGEST}
    shown["tokens"] = request.user.tokens.filter(ends__gt=now()).order_by("pk")
    return render(request, "api/tokens.html", shown, status=422 if faults else 200)
