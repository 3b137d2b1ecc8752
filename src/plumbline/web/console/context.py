"""What every page knows: who reads it, where they may go, which book it is of."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from plumbline.web.console.menu import menu
from plumbline.web.people.guarding import IDLE
from plumbline.web.people.models import Account


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of a page shows."""
    account = getattr(request, "user", None)
    entries = menu(account, request.path) if isinstance(account, Account) else []
    return {"menu": entries, "trial": settings.TRIAL, "idle": IDLE}
