"""A form taken in: every fault is shown at its field, and nothing typed is lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plumbline.errors import Refused, Words
from plumbline.records import Kind
from plumbline.sheets.wording import said as worded
from plumbline.web.console import shelf
from plumbline.web.console.speaking import said
from plumbline.web.desk import saving
from plumbline.web.desk.asking import fields
from plumbline.web.desk.entering import withdrawal
from plumbline.web.desk.models import Draft
from plumbline.web.desk.shown import rows, title
from plumbline.web.desk.typed import Faults, judged, sentence, texts, unkeepable

LONGEST = 120
"""Characters of a reason."""
_SAVED = Words("草稿已保存", "The draft is saved")
_SUBMITTED = Words("已提交审批；审批通过后才算数", "Submitted for approval; it counts once approved")


def answer(request: HttpRequest, draft: Draft, kind: Kind | None) -> HttpResponse:
    """Show a draft's form (``kind`` None: of a withdrawal), or keep what it says and go back to the desk."""
    sent = request.method == "POST"
    fixed = kind.model.keyed_by if kind and draft.supersedes is not None else ("body",)
    same = {name: draft.fields[name] for name in fixed if name in draft.fields} | {"body": draft.body}
    typed = (texts(kind, request.POST) if sent else draft.fields) | same if kind else draft.fields
    draft.why = request.POST.get("why", draft.why).strip()
    faults = _faults(request, draft, kind, typed) if sent else {}
    if sent and not faults:
        faults = _kept(request, draft, typed)
    if sent and not faults:
        return redirect("desk")
    return _page(request, draft, kind, typed, faults, fixed)


def _faults(request: HttpRequest, draft: Draft, kind: Kind | None, typed: dict[str, str]) -> Faults:
    """Return what is wrong: a draft may be half done, but holds no identity number; what is submitted is whole."""
    found = unkeepable(typed | {"why": draft.why})
    if len(draft.why) > LONGEST:
        found["why"] = worded({"type": "string_too_long", "ctx": {"max_length": LONGEST}})
    if found or request.POST.get("act") != "submit":
        return found
    if draft.supersedes is not None and not draft.why:
        found["why"] = Words("请写明理由", "Give the reason")
    return found | _judged(draft, kind, typed)


def _judged(draft: Draft, kind: Kind | None, typed: dict[str, str]) -> Faults:
    book, now = shelf.book(), timezone.now()
    if kind:
        return judged(book, kind, typed, now, draft.supersedes).faults
    try:
        withdrawal(book, draft, now)
    except Refused as error:
        return {"why": error.what}
    return {}


def _kept(request: HttpRequest, draft: Draft, typed: dict[str, str]) -> Faults:
    """Keep what was typed and say so, telling the page's script what it need not remember; or return why it cannot be."""
    is_submitted = request.POST.get("act") == "submit"
    try:
        kept = saving.keep(draft, typed)
        if is_submitted:
            saving.submit(kept)
    except Refused as error:
        return {"": sentence(error)}
    words = said(_SUBMITTED if is_submitted else _SAVED)
    messages.success(request, words, extra_tags=f"kept-{request.POST.get('key', '')[:160]}")
    return {}


def _page(
    request: HttpRequest,
    draft: Draft,
    kind: Kind | None,
    typed: dict[str, str],
    faults: Faults,
    fixed: tuple[str, ...],
) -> HttpResponse:
    shown = {
        "draft": draft,
        "title": title(draft),
        "kind": kind,
        "fields": fields(kind, typed, faults, fixed) if kind else (),
        "rows": () if kind else rows(shelf.book(), draft),
        "faults": [(_label(kind, name), name, fault) for name, fault in faults.items()],
        "why_fault": faults.get("why"),
        "key": f"{request.user.username}{request.path.replace('/', '-')}",
    }
    return render(request, "desk/form.html", shown, status=422 if faults else 200)


def _label(kind: Kind | None, name: str) -> Words:
    labels = {c.name: Words(*c.label) for c in kind.columns} if kind else {}
    return labels.get(name, Words("理由", "Reason") if name == "why" else Words("", ""))
