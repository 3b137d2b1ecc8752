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

OFFERED = (
    ("GET", "definitions", Words("全部指标及其定义", "every figure and its definition")),
    (
        "GET",
        "figures/{name}?period=2020&scope=&body=&by=&as_of=",
        Words("一个指标在一段时间的值，可分列", "a figure's values over a period, in parts where asked for"),
    ),
    ("GET", "cases?number=", Words("这个案号的案件", "the cases of a number")),
    (
        "GET",
        "cases/{line}/{body}?number=&as_of=",
        Words("一个案件的全部经过；查阅留痕", "a case's whole story; the reading is written down"),
    ),
    ("GET", "due?day=&line=", Words("某日将届满、有争议、已超期的期限", "what is due, disputed or over on a day")),
    ("GET", "checkpoints", Words("各次封账的签名文本", "the checkpoints as signed")),
    ("GET", "drafts", Words("本账号录入的草稿", "this account's own drafts")),
    (
        "POST",
        "drafts/{line}/{kind}",
        Words("提交一条记录，由本单位另一人审批", "one record, to be approved by another of the body"),
    ),
)
"""What programs may ask: the method, the address below /api/, what it is."""


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
    shown |= {"offered": OFFERED, "origin": request.build_absolute_uri("/api/")}
    shown["tokens"] = request.user.tokens.filter(ends__gt=now()).order_by("pk")
    return render(request, "api/tokens.html", shown, status=422 if faults else 200)
