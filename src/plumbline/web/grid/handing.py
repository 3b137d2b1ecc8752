"""What was filled in on the spot, handed in for another to approve: sent twice, as on a slow link, it is there once."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.utils import timezone

from plumbline.errors import Refused, Words
from plumbline.lines import line
from plumbline.web.console import shelf
from plumbline.web.desk import saving
from plumbline.web.desk.models import Draft, State
from plumbline.web.desk.typed import Faults, judged, unkeepable
from plumbline.web.files import photos
from plumbline.web.grid.standing import LINE
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_enter, require

LONGEST = 40
"""Characters of a form's own key."""


class Handed(NamedTuple):
    """The draft that was handed in, or what is wrong by field."""

    draft: Draft | None
    faults: Faults


def handed(account: Account, kind: str, fields: dict[str, str], key: str, photo: bytes | None) -> Handed:
    """Hand a record in with its photo; what was handed in before under the same key stays as it is."""
    require(may_enter(account, LINE, account.body), LINE)
    draft = _draft(account, kind, key)
    if draft.pk is not None and draft.state != State.DRAFT:
        return Handed(draft, {})
    faults = unkeepable(fields) or judged(shelf.book(), line(LINE).kinds[kind], fields, timezone.now()).faults
    bare, why = _bare(photo)
    faults |= {"photo": why} if why else {}
    return Handed(None, faults) if faults else Handed(_kept(draft, fields, bare), {})


def _draft(account: Account, kind: str, key: str) -> Draft:
    once = sha256(f"{account.username} {kind} {key}".encode()).hexdigest()[:LONGEST]
    there: Draft | None = Draft.objects.filter(once=once, entered_by=account.username).first()
    return there or Draft(once=once, line=LINE, kind=kind, body=account.body, entered_by=account.username)


def _kept(draft: Draft, fields: dict[str, str], bare: bytes | None) -> Draft:
    if bare:
        photos.keep(bare, draft, fields["case"])
    draft = saving.keep(draft, fields)
    if draft.state == State.DRAFT:
        saving.submit(draft)
    return draft


def _bare(photo: bytes | None) -> tuple[bytes | None, Words | None]:
    try:
        return (photos.cleaned(photo) if photo else None), None
    except Refused as error:
        return None, Words(f"{error.what.zh}；{error.todo.zh}", f"{error.what.en}; {error.todo.en}")


def numbered(key: str, on: str) -> str:
    """Return the number a report has where none was given: of the year and of its own key, the same whenever sent."""
    digits = int(sha256(key.encode()).hexdigest(), 16) % 10**12
    return f"隐报〔{on[:4] if on[:4].isdecimal() else date.today().year}〕{digits:012}号"


def mine(account: Account, most: int = 10) -> list[Draft]:
    """Return what an account handed in last and is not in the ledger yet, with how far it has come."""
    waiting = Draft.objects.filter(entered_by=account.username, line=LINE).exclude(
        state__in=(State.APPROVED, State.CANCELLED)
    )
    return list(waiting.order_by("-pk")[:most])
