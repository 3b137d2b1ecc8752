"""Every address of the console. Each part of it brings its own."""

from allauth.account import views as account
from django.urls import include, path

from plumbline.web.console import views
from plumbline.web.people.signing_in import sign_in

PARTS = ("people", "desk", "files", "grid", "bulletin", "review", "audit", "api")

handler400 = "plumbline.web.console.failing.unread"
urlpatterns = [
    path("", views.home, name="home"),
    path("language", views.language, name="language"),
    path("alive", views.alive, name="alive"),
    path("accounts/login/", sign_in, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/password/", account.password_change, name="account_change_password"),
    path("accounts/again/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/factors/", include("allauth.mfa.urls")),
    *(path("", include(f"plumbline.web.{part}.urls")) for part in PARTS),
]
