"""The guard before every page: nothing opens that was not allowed, for nobody who is not known by two factors."""

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

IDLE = 30 * 60
"""Seconds without a page after which a session ends."""
STEP = 60
"""Seconds within which the moment of the last page is not written anew."""
OPEN = ("allauth.", "ninja.")
"""Whose views guard themselves: signing in, second factors; the interface for programs."""


class Guarding:
    """Signs idle sessions out, and lets a view answer only to those it was allowed to."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and have nothing kept on the way that only one account may see."""
        _end_idle(request)
        response = self.answer(request)
        if request.user.is_authenticated or request.path.startswith("/api/"):
            response.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Return None to let the view answer, else where to go first; PermissionDenied for who may not."""
        if getattr(view, "open_to_all", False) or _module(view).startswith(OPEN):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if request.user.passing:
            return redirect("account_change_password")
        if not settings.TRIAL and not is_mfa_enabled(request.user):
            return redirect("mfa_index")
        if request.user.role not in getattr(view, "roles", ()):
            raise PermissionDenied
        return None


def _module(view: Any) -> str:
    return str(getattr(getattr(view, "view_class", view), "__module__", ""))


def _end_idle(request: HttpRequest) -> None:
    if not request.user.is_authenticated:
        return
    now, last = int(time.time()), request.session.get("last", 0)
    if last and now - last > IDLE:
        logout(request)
    elif now - last > STEP:
        request.session["last"] = now
