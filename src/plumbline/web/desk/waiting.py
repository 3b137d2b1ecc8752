"""What waits for an account when it comes: drafts returned to it, drafts to approve, erasures to decide on."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.urls import reverse

from plumbline.errors import Words
from plumbline.web.desk.models import Draft, State
from plumbline.web.files.models import Erasure
from plumbline.web.people.models import Account
from plumbline.web.people.rights import may_approve, may_change, may_confirm_erasure

MOST = 1000
"""Drafts looked at: of more, this many is said."""


def waits(account: Account) -> list[tuple[str, Words, int]]:
    """Return where something waits for an account, what it is, and how much of it."""
    own = Draft.objects.filter(body=account.body)
    found = (
        ("desk", Words("退回给您的", "returned to you"), _many(own.filter(state=State.RETURNED), account, may_change)),
        (
            "approving",
            Words("等您审批的", "for you to approve"),
            _many(own.filter(state=State.SUBMITTED), account, may_approve),
        ),
        ("due", Words("依令删除，等您决定的", "erasures by order for you to decide on"), _erasures(account)),
    )
    return [(reverse(name), words, many) for name, words, many in found if many]


def _many(drafts: QuerySet[Draft], account: Account, may: Callable[..., bool]) -> int:
    some = drafts.values_list("line", "body", "entered_by")[:MOST]
    return sum(may(account, *each) for each in some)


def _erasures(account: Account) -> int:
    asked = Erasure.objects.filter(decided_by="").values_list("line", "body", "asked_by")[:MOST]
    return sum(may_confirm_erasure(account, *each) for each in asked)
