"""A checker's word: given once, kept before anything is written, and carried out exactly once whatever fails meanwhile.

First the draft is marked ``approving`` with the checker and the moment, and that is committed. Then its entry is
looked for by exactly these, written where it is not there, and the draft marked ``approved``, all under a lock that
other processes and threads wait for. Who finds a draft left in ``approving`` goes on from there.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from plumbline.errors import BookError, Refused, Words
from plumbline.web.book import Book
from plumbline.web.desk.entering import case_of, require_order, write
from plumbline.web.desk.models import Batch, Draft, State
from plumbline.web.desk.posted import positions
from plumbline.web.desk.sampling import require_confirmed
from plumbline.web.desk.typed import forbidden
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_approve, require

_mine: set[int] = set()
"""Drafts that threads of this process are at: nobody needs to go on with those."""


def approve(book: Book, draft: Draft, checker: Account, version: int) -> None:
    """Approve a draft as the checker saw it (``version``); it is in the ledger afterwards, once.

    Raises Forbidden, Refused: not as it was seen, decided by another, or not fit for the book any more.
    """
    require(may_approve(checker, draft.line, draft.body, draft.entered_by), str(draft.pk))
    require_confirmed(draft, checker)
    require_order(book, draft, timezone.now())
    _mine.add(draft.pk)
    try:
        claim(draft, checker, version, timezone.now())
        finish(book, draft.pk)
    finally:
        _mine.discard(draft.pk)


def claim(draft: Draft, checker: Account, version: int, now: datetime) -> None:
    """Mark a submitted draft as this checker's to carry out; Refused where another was first or it has changed."""
    _decide(draft, version, state=State.APPROVING, checked_by=checker.username, moment=now, reason="")


def give_back(draft: Draft, checker: Account, version: int, reason: str) -> None:
    """Return a draft to whoever entered it, with a reason; raises as ``approve`` does."""
    require(may_approve(checker, draft.line, draft.body, draft.entered_by), str(draft.pk))
    if not reason:
        what = Words("退回要写明理由", "a draft is returned with a reason")
        raise Refused("reason", what, Words("请写上理由", "Give the reason"))
    if why := forbidden(reason):
        raise Refused("reason", why, Words("请改写理由", "Write the reason otherwise"))
    _decide(draft, version, state=State.RETURNED, checked_by=checker.username, reason=reason)


def _decide(draft: Draft, version: int, **values: object) -> None:
    waiting = Draft.objects.filter(pk=draft.pk, state=State.SUBMITTED, version=version)
    if not waiting.update(**values, version=F("version") + 1, changed_at=timezone.now()):
        what = Words("它已改动，或已由他人处理", "it has changed, or somebody else has dealt with it")
        raise Refused(str(draft.pk), what, Words("请回到列表再看", "Go back to the list and look again"))


def finish(book: Book, pk: int) -> None:
    """Carry out an approval that was given, unless that is done; where the ledger refuses, the draft waits as before."""
    try:
        with _held(pk) as draft:
            if draft.state == State.APPROVING:
                _approved(draft, _position(book, draft))
    except Refused:
        _marked(pk, state=State.SUBMITTED, checked_by="", moment=None)
        raise


def recover(book: Book) -> None:
    """Go on with every approval that a process left half done; what cannot be written yet stays as it is."""
    for pk in Draft.objects.filter(state=State.APPROVING).exclude(pk__in=list(_mine)).values_list("pk", flat=True):
        with suppress(BookError):
            finish(book, pk)


def _position(book: Book, draft: Draft) -> int | None:
    """Return where a draft's entry is, written where it was not."""
    found = [] if draft.batch else positions(book, draft, [case_of(book, draft)])
    return found[0] if found else write(book, draft)


def _approved(draft: Draft, position: int | None) -> None:
    """Mark a draft approved; what it said is in the ledger, where an order can erase it, and is kept nowhere else."""
    with transaction.atomic():
        kept = {name: text for name, text in draft.fields.items() if name == "case"}
        _marked(draft.pk, state=State.APPROVED, position=position, fields=kept)
        Batch.objects.filter(pk=draft.batch_id).update(content=b"")


def _marked(pk: int, **values: object) -> None:
    Draft.objects.filter(pk=pk, state=State.APPROVING).update(**values, changed_at=timezone.now())


@contextmanager
def _held(pk: int) -> Iterator[Draft]:
    """Lend a draft that nobody else changes meanwhile; a batch needs no lock, as loading passes over what is there."""
    draft = Draft.objects.select_related("batch").get(pk=pk)
    if draft.batch:
        yield draft
        return
    with transaction.atomic():
        yield Draft.objects.select_for_update().get(pk=pk)
