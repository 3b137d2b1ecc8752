"""What every page knows: who reads it, where they may go, which book it is of."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from plumbline.web.console.menu import menu
from plumbline.web.people.models import Account


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of a page shows."""
    account = getattr(request, "user", None)
    return {"menu": menu(account, request.path) if isinstance(account, Account) else [], "trial": settings.TRIAL}
