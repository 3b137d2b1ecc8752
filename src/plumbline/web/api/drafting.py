"""Drafts by programs: one address for each kind of record, generated from its model, under the rules of the forms."""

from collections.abc import Callable
from hashlib import sha256
from secrets import token_hex
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Header, Router, Status

from plumbline.errors import BookError, Words
from plumbline.lines import lines
from plumbline.records import Kind
from plumbline.web.api.failing import WRONG
from plumbline.web.api.shapes import FAILURES, Drafted
from plumbline.web.console import shelf
from plumbline.web.desk import saving
from plumbline.web.desk.asking import text_of
from plumbline.web.desk.models import Draft
from plumbline.web.desk.typed import judged, unkeepable
from plumbline.web.people.models import Account
from plumbline.web.people.rights import DESK, may_enter, may_use, require

router = Router()
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200)]


class UnfitError(BookError):
    """A record that cannot come into the book as it stands."""


@router.get("/drafts", response={200: list[Drafted], **FAILURES})
def drafts(request: HttpRequest) -> Any:
    """The account's own drafts, the newest first, at most a thousand."""
    require(may_use(request.auth, DESK), "drafts")
    return list(Draft.objects.filter(entered_by=request.auth.username).order_by("-pk")[:1000])


def submit(account: Account, kind: Kind, values: dict[str, Any], once: str = "") -> Draft:
    """Hand a record in as a draft, once for each ``once``; Forbidden, or UnfitError where the form would refuse it."""
    require(may_enter(account, kind.line, values["body"]), str(values["body"])[:40])
    fields = {column.name: text_of(values[column.name]) for column in kind.columns}
    key = sha256(f"{account.pk} {once or token_hex(16)}".encode()).hexdigest()[:40]
    there: Draft | None = Draft.objects.filter(once=key, entered_by=account.username).first()
    if there:
        return _same(there, kind, fields)
    faults = unkeepable(fields) or judged(shelf.book(), kind, fields, timezone.now()).faults
    for field, what in faults.items():
        raise UnfitError(field or kind.name, what, WRONG)
    draft = Draft(once=key, line=kind.line, kind=kind.name, body=account.body, entered_by=account.username)
    kept = saving.keep(draft, fields)
    saving.submit(kept)
    kept.refresh_from_db()
    return kept


def _same(there: Draft, kind: Kind, fields: dict[str, str]) -> Draft:
    """Return a draft sent before under the same key; UnfitError where that was another record."""
    if (there.line, there.kind) == (kind.line, kind.name) and there.fields.items() <= fields.items():
        return there
    what = Words("这个键已用于另一条记录", "this key was used for another record")
    raise UnfitError("Idempotency-Key", what, Words("请为每条记录换一个键", "Give each record a key of its own"))


def _entered(kind: Kind) -> Callable[..., Any]:
    def enter(request: HttpRequest, record: Any, once: Once = "") -> Any:
        require(may_use(request.auth, DESK), kind.name)
        return Status(201, submit(request.auth, kind, record.model_dump(), once))

    enter.__annotations__["record"] = Annotated[kind.model, Body()]  # type: ignore[type-arg]
    enter.__doc__ = f"{kind.title.zh} {kind.title.en}"
    return enter


def add_all() -> None:
    """Give every kind of record of every line its address."""
    for line in lines():
        for kind in line.kinds.values():
            path, name = f"/drafts/{line.name}/{kind.name}", f"enter_{line.name}_{kind.name}"
            says = f"{line.title.en}: {Words(*kind.title).en}"
            router.post(path, response={201: Drafted, **FAILURES}, operation_id=name, summary=says)(_entered(kind))


add_all()
