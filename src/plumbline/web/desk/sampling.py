"""Approving many rows together: only after the checker has looked at some of them, drawn here and not by the checker."""

import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from plumbline.errors import Refused, Words
from plumbline.web.desk.models import Draft, Sampled
from plumbline.web.people.models import Account

MOST = 5
"""Rows of a batch that a checker looks at one by one."""


def sample(draft: Draft, checker: Account) -> QuerySet[Sampled]:
    """Return the rows that this checker is to look at: drawn at the first asking, the same ever after."""
    drawn = Sampled.objects.filter(draft=draft, checker=checker.username).order_by("row")
    with transaction.atomic():
        locked = Draft.objects.select_for_update(of=("self",)).select_related("batch").get(pk=draft.pk)
        if locked.batch and not drawn.exists():
            rows = secrets.SystemRandom().sample(range(locked.batch.rows), min(MOST, locked.batch.rows))
            Sampled.objects.bulk_create(Sampled(draft=locked, checker=checker.username, row=row) for row in rows)
    return drawn.all()


def confirm(draft: Draft, checker: Account, row: int) -> None:
    """Write down that a checker found a drawn row in order; Refused for a row that was not drawn."""
    if not sample(draft, checker).filter(row=row).update(confirmed_at=timezone.now()):
        what = Words(f"第 {row + 1} 行没有抽中", f"row {row + 1} is not among those drawn")
        raise Refused(str(draft.pk), what, Words("请从抽查列表进入", "Open it from the list of rows to look at"))


def require_confirmed(draft: Draft, checker: Account) -> None:
    """Raise Refused for a batch of which this checker has not confirmed every row that was drawn."""
    if draft.batch_id is None:
        return
    left = sample(draft, checker).filter(confirmed_at=None).count()
    if left:
        what = Words(f"还有 {left} 行抽查未确认", f"{left} of the rows drawn are not confirmed yet")
        raise Refused(str(draft.pk), what, Words("请逐行看过并确认", "Open each of them and confirm it"))
