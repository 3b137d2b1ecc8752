"""Signing in: who gets in, who is locked out, what a page without a right answers, how a session ends."""

from collections.abc import Callable
from typing import Any

import pytest

from plumbline.web.book import Book
from plumbline.web.people.trial import PASSWORD

SIGN_IN = "/accounts/login/"
Client = Callable[[str], Any]


def test_account_and_password_open_the_first_page(client_of: Client) -> None:
    nobody = client_of("")
    assert nobody.get("/").headers["Location"] == f"{SIGN_IN}?next=/"
    answer = nobody.post(SIGN_IN, {"login": "clerk", "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    page = nobody.get("/").content.decode()
    assert "城关区人民法院" in page


def test_a_wrong_password_is_refused_and_five_lock_the_account(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Account, Role

    Account.objects.filter(username="lockable").delete()
    Account.objects.create_user("lockable", PASSWORD, role=Role.CLERK, body="城关区人民法院")
    nobody = client_of("")
    for _ in range(4):
        answer = nobody.post(SIGN_IN, {"login": "lockable", "password": "not this one"})
        assert answer.status_code == 200
        assert "账号或密码不对" in answer.content.decode()
    assert nobody.post(SIGN_IN, {"login": "lockable", "password": "nor this"}).status_code == 429
    assert nobody.post(SIGN_IN, {"login": "lockable", "password": PASSWORD}).status_code == 429
    assert client_of("").post(SIGN_IN, {"login": "clerk", "password": PASSWORD}).status_code == 302


def test_an_idle_session_ends(client_of: Client) -> None:
    clerk = client_of("clerk")
    assert clerk.get("/").status_code == 200
    session = clerk.session
    session["last"] -= 31 * 60
    session.save()
    assert clerk.get("/").status_code == 302


def test_without_a_trial_a_second_factor_is_asked_for(client_of: Client, settings: Any) -> None:
    settings(TRIAL=False)
    answer = client_of("clerk").get("/")
    assert answer.headers["Location"] == "/accounts/factors/"


def test_nobody_signs_up(client_of: Client) -> None:
    assert client_of("").get("/accounts/signup/").status_code == 404


@pytest.mark.parametrize(("wanted", "word"), [("zh", "登录"), ("en", "Sign in")])
def test_both_languages(client_of: Client, wanted: str, word: str) -> None:
    nobody = client_of("")
    nobody.post("/language", {"lang": wanted, "back": SIGN_IN})
    assert f"<h1>{word}</h1>" in nobody.get(SIGN_IN).content.decode()


def test_a_way_back_to_another_site_is_not_taken(client_of: Client) -> None:
    answer = client_of("").post("/language", {"lang": "en", "back": "//elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_pages_let_nothing_inline_run(client_of: Client) -> None:
    policy = client_of("clerk").get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
