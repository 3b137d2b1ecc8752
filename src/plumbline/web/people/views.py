"""The pages of accounts: given, changed, switched off, helped, by the administrator alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from plumbline.errors import Words
from plumbline.lines import lines
from plumbline.web.files.finding import keepers
from plumbline.web.files.lately import as_of
from plumbline.web.people import giving
from plumbline.web.people.giving import Asked
from plumbline.web.people.helping import ACTS, locked
from plumbline.web.people.models import Account, Role
from plumbline.web.people.rights import allowed, may_manage, require


@allowed(Role.ADMINISTRATOR)
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts."""
    shut, titles = locked(), {line.name: line.title for line in lines()}
    rows = [
        (each, Role(each.role).words, [titles[name] for name in each.lines.split()], each.username in shut)
        for each in Account.objects.order_by("body", "username")
    ]
    return render(request, "people/accounts.html", {"rows": rows})


@allowed(Role.ADMINISTRATOR)
def new(request: HttpRequest) -> HttpResponse:
    """Give an account: its first password is shown once."""
    if request.method != "POST":
        return _form(request, Asked("", "", ""))
    asked = _asked(request, request.POST.get("code", "").strip())
    if faults := giving.faults(asked, new=True):
        return _form(request, asked, faults=faults)
    secret = giving.password()
    account = giving.give(asked, secret, request.user.username)
    return render(request, "people/secret.html", {"account": account, "secret": secret})


@allowed(Role.ADMINISTRATOR)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account, and change its role, its body, its lines."""
    found = get_object_or_404(Account, pk=pk)
    if request.method != "POST":
        return _form(request, Asked(found.username, found.role, found.body, tuple(found.lines.split())), found)
    require(may_manage(request.user, found), found.username)
    asked = _asked(request, found.username)
    if faults := giving.faults(asked, new=False):
        return _form(request, asked, found, faults)
    giving.change(found, asked, request.user.username)
    return redirect("accounts")


@allowed(Role.ADMINISTRATOR)
@require_POST
def act(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Do one of ``ACTS`` to an account."""
    found = get_object_or_404(Account, pk=pk)
    require(may_manage(request.user, found), found.username)
    secret = ACTS[what](found, request.user.username)
    if secret:
        return render(request, "people/secret.html", {"account": found, "secret": secret})
    return redirect("account", pk=pk)


def _asked(request: HttpRequest, code: str) -> Asked:
    said = request.POST
    return Asked(code, said.get("role", ""), said.get("body", "").strip(), tuple(said.getlist("lines")))


def _form(
    request: HttpRequest, asked: Asked, found: Account | None = None, faults: dict[str, Words] | None = None
) -> HttpResponse:
    shown: dict[str, Any] = {"asked": asked, "account": found, "faults": faults or {}}
    shown |= {"roles": [(role, Role(role).words) for role in Role.values], "lines": list(lines())}
    shown |= {"bodies": sorted(set(Account.objects.values_list("body", flat=True)).union(*keepers(as_of()).values()))}
    shown |= {"own": found == request.user, "locked": bool(found and found.username in locked())}
    return render(request, "people/account.html", shown, status=400 if faults else 200)
