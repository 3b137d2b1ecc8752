"""Who asks: an account signed in with its browser, or a program with a token that its account made for it."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.utils.timezone import now
from ninja.security import HttpBearer, SessionAuth

from plumbline.web.people.models import Account, Token

LONGEST = 365
"""Days after which a token ends at the latest."""


def made(account: Account, name: str, days: int) -> str:
    """Return a new token of an account, kept as its hash only."""
    secret = f"plumbline_{token_urlsafe(32)}"
    Token.objects.create(account=account, name=name, digest=_digest(secret), ends=now() + timedelta(days=days))
    return secret


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _known(account: Account) -> Account | None:
    """Return the account if its pages would open too: it is on, its password its own, a second factor added."""
    whole = account.is_active and not account.passing and (settings.TRIAL or is_mfa_enabled(account))
    return account if whole else None


class Bearer(HttpBearer):
    """A token in the header Authorization."""

    def authenticate(self, request: HttpRequest, token: str) -> Account | None:
        """Return the token's account; None for one that is none, or ended."""
        found = Token.objects.select_related("account").filter(digest=_digest(token), ends__gt=now()).first()
        return _known(found.account) if found else None


class Signed(SessionAuth):
    """A browser's session, whose writing requests carry its token against forgery."""

    def authenticate(self, request: HttpRequest, key: Any) -> Account | None:
        """Return the account signed in."""
        return _known(request.user) if request.user.is_authenticated else None
