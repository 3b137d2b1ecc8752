"""What whoever enters a draft may do with it: keep it, hand it in, take it back, drop it."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError
from django.db.models import F
from django.utils import timezone

from plumbline.errors import NotFound, Refused, Words
from plumbline.web.desk.models import OPEN, Batch, Draft, State
from plumbline.web.files import photos
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_change, require


def own(pk: int, account: Account) -> Draft:
    """Return a draft of this account's; NotFound where there is none, Forbidden where it is another's."""
    draft = found(pk)
    require(may_change(account, draft.line, draft.body, draft.entered_by), str(pk))
    return draft


def found(pk: int) -> Draft:
    """Return a draft; NotFound where there is none."""
    draft: Draft | None = Draft.objects.select_related("batch").filter(pk=pk).first()
    if draft is None:
        what = Words("没有这份草稿", "there is no such draft")
        raise NotFound(str(pk), what, Words("请回到录入页", "Go back to the desk"))
    return draft


def keep(draft: Draft, fields: dict[str, str]) -> Draft:
    """Save what an open draft says; a new one that a form sent twice is saved once. Refused where it is not open."""
    draft.fields = fields
    if draft.pk is None:
        return _made(draft)
    _moved(draft, OPEN, fields=fields, why=draft.why)
    return draft


def submit(draft: Draft) -> None:
    """Hand an open draft in."""
    _moved(draft, OPEN, state=State.SUBMITTED, checked_by="", reason="")


def recall(draft: Draft) -> None:
    """Take a draft back that nobody has decided on."""
    _moved(draft, [State.SUBMITTED], state=State.DRAFT)


def cancel(draft: Draft) -> None:
    """Drop a draft that is open, and what it says."""
    _moved(draft, OPEN, state=State.CANCELLED, fields={})
    Batch.objects.filter(pk=draft.batch_id).update(content=b"")
    photos.drop(draft)


def forget(position: int) -> None:
    """Drop what drafts say of an entry whose content an order erased: why it came, and every one that would put it right."""
    Draft.objects.filter(position=position).update(why="", reason="")
    undecided = Draft.objects.filter(supersedes=position).exclude(state__in=(State.APPROVING, State.APPROVED))
    undecided.update(state=State.CANCELLED, fields={}, version=F("version") + 1, changed_at=timezone.now())


def _made(draft: Draft) -> Draft:
    try:
        draft.save(force_insert=True)
    except IntegrityError:
        draft = Draft.objects.get(once=draft.once, entered_by=draft.entered_by)
    return draft


def _moved(draft: Draft, of: Sequence[Any], **values: Any) -> None:
    there = Draft.objects.filter(pk=draft.pk, state__in=of)
    if not there.update(**values, version=F("version") + 1, changed_at=timezone.now()):
        what = Words("它已不在可改的状态", "it can no longer be changed")
        raise Refused(str(draft.pk), what, Words("请回到录入页看它的状态", "See its state on the desk"))
