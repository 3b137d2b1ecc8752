"""Erasure by order: one person asks for it, another confirms it, and the content goes for good."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from plumbline.errors import NotFound, Refused, Words
from plumbline.web.book import Book
from plumbline.web.book.erasing import erase, ordered, require_content
from plumbline.web.book.showing import at
from plumbline.web.console import keeping
from plumbline.web.desk.saving import forget
from plumbline.web.files import lately, photos
from plumbline.web.files.finding import entry_at
from plumbline.web.files.models import Erasure
from plumbline.web.files.story import Item
from plumbline.web.people import trail
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_confirm_erasure, may_propose_erasure, may_read, require


def subject(book: Book, account: Account, position: int) -> dict[str, Any]:
    """Return the entry whose content may be erased; Forbidden where the account may not ask for it."""
    was = entry_at(book, position)
    require(may_propose_erasure(account, was["line"], was["body"]), str(position))
    require_content(book, position)
    return was


def propose(book: Book, account: Account, position: int, order: str, ordered_by: str, ordered_on: date) -> Erasure:
    """Write down that an erasure is asked for; Refused for an order that cannot be, or where one was asked for already."""
    was = subject(book, account, position)
    record = ordered(position, order, ordered_by, ordered_on, datetime.now(UTC))
    said = {"order": record.case, "ordered_by": record.body, "ordered_on": record.on, "asked_by": account.username}
    file = {name: was[name] for name in ("line", "body", "case")}
    try:
        with transaction.atomic():
            asked: Erasure = Erasure.objects.create(position=position, **file, **said)
            return asked
    except IntegrityError:
        what = Words(f"第 {position} 条已有人提出删除", f"the erasure of position {position} was asked for already")
        raise Refused(str(position), what, Words("请由另一人决定", "Have another decide on it")) from None


def decide(book: Book, account: Account, number: int, confirmed: bool) -> Erasure:
    """Erase what was asked for, or refuse to; Forbidden for who asked, Refused where it was decided already."""
    asked: Erasure | None = Erasure.objects.filter(pk=number).first()
    if asked is None:
        raise NotFound(str(number), Words("没有这项删除", "there is no such erasure"), Words("请核对", "Check it"))
    require(may_confirm_erasure(account, asked.line, asked.body, asked.asked_by), str(asked.position))
    _require_open(asked)
    if confirmed:
        _erase(book, account, asked)
    said = {"decided_by": account.username, "decided_at": datetime.now(UTC), "confirmed": confirmed}
    Erasure.objects.filter(pk=number, decided_by="").update(**said)
    what = "erased" if confirmed else "not erased"
    trail.note(account, what, line=asked.line, case=asked.case, body=asked.body)
    return asked


def _require_open(asked: Erasure) -> None:
    if asked.decided_by:
        what = Words(f"已由 {asked.decided_by} 决定", f"decided by {asked.decided_by} already")
        raise Refused(str(asked.position), what, Words("无须再做", "There is nothing left to do"))


def _erase(book: Book, account: Account, asked: Erasure) -> None:
    by: dict[str, Any] = {
        "entered_by": asked.asked_by,
        "approved_by": account.username,
        "recorded_at": datetime.now(UTC),
    }
    if at(book, [asked.position])[0].erased_by is None:  # else a confirmation was broken off here
        erase(book, asked.position, order=asked.order, body=asked.ordered_by, on=asked.ordered_on, **by)
    keeping.forget()
    lately.forget()
    photos.erase(asked.position)
    forget(asked.position)


def pending(account: Account, items: Sequence[Item], line: str, body: str) -> list[dict[str, Any]]:
    """Return the erasures asked for of a case's entries that are not decided, each with whether the account may."""
    own = [item.position for item in items]
    found = Erasure.objects.filter(position__in=own, line=line, body=body, decided_by="").order_by("position")
    return [{"asked": e, "may": may_confirm_erasure(account, line, body, e.asked_by)} for e in found]


def waiting(account: Account) -> list[Erasure]:
    """Return every erasure not decided of the cases that an account may read."""
    found = Erasure.objects.filter(decided_by="").order_by("pk")
    return [e for e in found if may_read(account, e.line, e.body)]
