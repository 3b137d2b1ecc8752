"""Signing in: by account and password, then a second factor, or by passkey; locked for a while after five failures."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from axes.decorators import axes_dispatch, axes_form_invalid
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator

from plumbline.web.people.models import Account
from plumbline.web.people.rights import open_to_all


class Closed(DefaultAccountAdapter):
    """Nobody signs up: an administrator gives accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return the first page: from there the guard leads on to a second factor that is lacking."""
        home: str = reverse("home")
        return home


def known_as(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return the code that failures are counted under: the account's own, however its letters were typed."""
    said = credentials or request.POST
    typed = "".join(filter(str.isprintable, str(said.get("login") or said.get("username") or "")[:60])).strip()
    there = Account.objects.filter(username__iexact=typed).first()
    return str(there.username) if there else typed.lower()


class SignIn(LoginForm):
    """The form of signing in, as axes wants it."""

    def user_credentials(self) -> dict[str, Any]:
        """Return what was filled in, under the name axes knows an account by too."""
        said: dict[str, Any] = super().user_credentials()
        return said | {"login": said.get("username")}


@method_decorator(axes_dispatch, name="dispatch")
@method_decorator(axes_form_invalid, name="form_invalid")
class SigningIn(LoginView):
    """The page of signing in, counted by axes."""


sign_in = open_to_all(SigningIn.as_view())


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Return the page for an account that failed too often."""
    return render(request, "account/locked.html", status=429)


def settled(user: Account, **said: Any) -> None:
    """Let an account go on that has replaced the password it was given."""
    user.passing = False
    user.save(update_fields=["passing"])
