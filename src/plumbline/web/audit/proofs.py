"""Proofs to take along: that an entry is in a checkpoint, that one checkpoint goes on from another."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plumbline.errors import PlumblineError, Refused, Words
from plumbline.web.audit.views import kept
from plumbline.web.book import proving
from plumbline.web.console import shelf
from plumbline.web.console.failing import status_of
from plumbline.web.people.models import Role
from plumbline.web.people.rights import allowed


@allowed(Role.AUDITOR)
def inclusion(request: HttpRequest) -> HttpResponse:
    """Prove that an entry is in the first checkpoint that covers it."""
    return _proved(request, "position")


@allowed(Role.AUDITOR)
def growth(request: HttpRequest) -> HttpResponse:
    """Prove that a checkpoint goes on from an earlier one."""
    return _proved(request, "earlier", "later")


def _proved(request: HttpRequest, *names: str) -> HttpResponse:
    """Show the proof of what the query's numbers name, or give it as a file; what is wrong is said at the form."""
    typed = {name: request.GET.get(name, "").strip() for name in names}
    shown: dict[str, Any] = {"typed": typed, "seals": kept(shelf.book()), "growth": "later" in names}
    status = 200
    if any(typed.values()):
        try:
            shown |= {"proof": _made({name: _number(value) for name, value in typed.items()})}
        except PlumblineError as error:
            shown |= {"error": error}
            status = status_of(error)
    if "proof" in shown:
        shown |= {"text": json.dumps(shown["proof"], ensure_ascii=False, indent=1) + "\n"}
        if "download" in request.GET:
            return _given(shown["text"], "-".join(["proof", *typed.values()]))
    return render(request, "audit/proof.html", shown, status=status)


def _made(asked: dict[str, int]) -> dict[str, Any]:
    if "position" in asked:
        _require_covered(asked["position"])
        return proving.proof(shelf.book(), asked["position"])
    return proving.growth(shelf.book(), asked["earlier"], asked["later"])


def _require_covered(position: int) -> None:
    if position >= max((each.size for each in kept(shelf.book())), default=0):
        what = Words(f"没有封账覆盖第 {position} 条", f"no checkpoint covers position {position}")
        todo = Words("请先封账，或填小一些的位置", "Seal the book first, or give a smaller position")
        raise Refused(str(position), what, todo)


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 12):
        what = Words("这里要填一个数", "a number is wanted here")
        raise Refused(typed[:20] or "–", what, Words("请填 0 或更大的整数", "Give 0 or a larger whole number"))
    return int(typed)


def _given(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return HttpResponse(text, content_type="application/json", headers=headers)
