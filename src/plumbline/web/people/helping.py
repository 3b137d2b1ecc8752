"""What an administrator does for an account that is there, each by the word in its address."""

from collections.abc import Callable
from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.utils.timezone import now

from plumbline.web.people import giving
from plumbline.web.people.models import Account


def _off(account: Account, by: str) -> None:
    giving.switch(account, False, by)


def _on(account: Account, by: str) -> None:
    giving.switch(account, True, by)


ACTS: dict[str, Callable[[Account, str], str | None]] = {
    "off": _off,
    "on": _on,
    "password": giving.renew,
    "unlock": giving.unlock,
    "factors": giving.reset_factors,
}
"""Each takes the account and by whom, and returns a new password or nothing."""


def locked() -> set[str]:
    """Return the codes of the accounts that may not sign in for a while."""
    since = now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    tries = AccessAttempt.objects.filter(attempt_time__gt=since, failures_since_start__gte=settings.AXES_FAILURE_LIMIT)
    return set(tries.values_list("username", flat=True))
