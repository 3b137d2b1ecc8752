"""Accounts: given, changed, switched off and helped by the administrator alone, who never changes its own."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plumbline.web.people.trial import PASSWORD

from .conftest import free_port

Client = Callable[[str], Any]
SIGN_IN, MANAGE = "/accounts/login/", "/accounts/manage/"
COURT = "城关区人民法院"


def account(code: str) -> Any:
    from plumbline.web.people.models import Account

    return Account.objects.get(username=code)


def anew(code: str, **said: Any) -> Any:
    """An account of a code, made anew."""
    from plumbline.web.people.models import Account

    Account.objects.filter(username=code).delete()
    return Account.objects.create_user(code, PASSWORD, **{"role": "clerk", "body": COURT} | said)


def shown_secret(answer: Any) -> str:
    found = re.search(r'<code class="value"[^>]*>([^<]+)</code>', answer.content.decode())
    assert found, answer.content.decode()
    return found[1]


def test_an_account_is_given_and_its_first_password_is_replaced(client_of: Client) -> None:
    from plumbline.web.people.models import Account

    Account.objects.filter(username="clerk-21").delete()
    asked = {"code": "clerk-21", "role": "clerk", "body": COURT, "lines": ["trials", "assets"]}
    secret = shown_secret(client_of("administrator").post(f"{MANAGE}new", asked))
    assert account("clerk-21").lines == "trials assets"
    assert secret not in client_of("administrator").get(MANAGE).content.decode()
    own = client_of("")
    assert own.post(SIGN_IN, {"login": "clerk-21", "password": secret}).status_code == 302
    assert own.get("/").headers["Location"] == "/accounts/password/"
    better = "seven otters drum"
    done = own.post("/accounts/password/", {"oldpassword": secret, "password1": better, "password2": better})
    assert done.headers["Location"] == "/"
    assert own.get("/").status_code == 200
    assert client_of("").post(SIGN_IN, {"login": "clerk-21", "password": better}).status_code == 302


def test_a_password_that_is_too_weak_leaves_the_first_to_be_replaced(client_of: Client) -> None:
    anew("clerk-22", passing=True)
    own = client_of("clerk-22")
    answer = own.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": "short", "password2": "short"})
    assert answer.status_code == 200
    assert own.get("/").headers["Location"] == "/accounts/password/"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "clerk"),
        ("code", "CLERK"),
        ("code", "620102199001011234"),
        ("code", "a b"),
        ("code", ""),
        ("code", "x" * 41),
        ("role", "king"),
        ("body", ""),
        ("body", "一行\n两行"),
        ("lines", "no-such-line"),
    ],
)
def test_what_is_wrong_shows_at_its_field_and_nothing_typed_is_lost(client_of: Client, field: str, value: str) -> None:
    from plumbline.web.people.models import Account

    before = Account.objects.count()
    asked = {"code": "clerk-29", "role": "clerk", "body": COURT, "lines": "trials"} | {field: value}
    answer = client_of("administrator").post(f"{MANAGE}new", asked)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'href="#{field}"' in page
    assert Account.objects.count() == before
    kept = {"code": 'value="clerk-29"', "body": f'value="{COURT}"'} | {field: ""}
    assert all(text in page for text in kept.values())


def test_role_body_and_lines_are_changed(client_of: Client) -> None:
    changed = anew("clerk-23")
    client_of("administrator").post(
        f"{MANAGE}{changed.pk}/", {"role": "checker", "body": "兰州市公安局", "lines": "trials"}
    )
    changed.refresh_from_db()
    assert (changed.role, changed.body, changed.lines) == ("checker", "兰州市公安局", "trials")


def test_switched_off_it_is_signed_out_and_does_not_come_back(client_of: Client) -> None:
    off = anew("clerk-24")
    own, administrator = client_of("clerk-24"), client_of("administrator")
    assert own.get("/").status_code == 200
    administrator.post(f"{MANAGE}{off.pk}/off")
    assert own.get("/").status_code == 302
    assert client_of("").post(SIGN_IN, {"login": "clerk-24", "password": PASSWORD}).headers.get("Location") != "/"
    administrator.post(f"{MANAGE}{off.pk}/on")
    assert own.get("/").status_code == 302
    assert client_of("").post(SIGN_IN, {"login": "clerk-24", "password": PASSWORD}).headers["Location"] == "/"


def test_a_new_password_voids_the_old_one_signs_out_and_unlocks(client_of: Client) -> None:
    helped = anew("clerk-25")
    own = client_of("clerk-25")
    for _ in range(5):
        client_of("").post(SIGN_IN, {"login": "clerk-25", "password": "not this one"})
    assert "暂时锁定" in client_of("administrator").get(f"{MANAGE}{helped.pk}/").content.decode()
    secret = shown_secret(client_of("administrator").post(f"{MANAGE}{helped.pk}/password"))
    assert own.get("/").status_code == 302
    assert client_of("").post(SIGN_IN, {"login": "clerk-25", "password": PASSWORD}).status_code == 200
    assert client_of("").post(SIGN_IN, {"login": "clerk-25", "password": secret}).status_code == 302


def test_a_locked_account_is_unlocked(client_of: Client) -> None:
    shut = anew("clerk-26")
    for _ in range(5):
        client_of("").post(SIGN_IN, {"login": "clerk-26", "password": "not this one"})
    assert client_of("").post(SIGN_IN, {"login": "clerk-26", "password": PASSWORD}).status_code == 429
    client_of("administrator").post(f"{MANAGE}{shut.pk}/unlock")
    assert client_of("").post(SIGN_IN, {"login": "clerk-26", "password": PASSWORD}).status_code == 302


def test_second_factors_are_reset(client_of: Client) -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    lost = anew("clerk-27")
    TOTP.activate(lost, generate_totp_secret())
    client_of("administrator").post(f"{MANAGE}{lost.pk}/factors")
    assert not Authenticator.objects.filter(user=lost).exists()


@pytest.mark.parametrize("act", ["off", "password", "factors", "unlock"])
def test_nobody_changes_their_own_account(client_of: Client, act: str) -> None:
    own = account("administrator")
    administrator = client_of("administrator")
    assert administrator.post(f"{MANAGE}{own.pk}/{act}").status_code == 403
    assert administrator.post(f"{MANAGE}{own.pk}/", {"role": "checker", "body": COURT}).status_code == 403
    assert (own.role, own.is_active) == (account("administrator").role, account("administrator").is_active)


def test_what_the_administrator_does_is_in_the_trail(client_of: Client) -> None:
    from plumbline.web.people.models import Read

    off = anew("clerk-28")
    client_of("administrator").post(f"{MANAGE}{off.pk}/off")
    last = Read.objects.order_by("pk").last()
    assert last is not None
    assert (last.account, last.what, last.case) == ("administrator", "account off", "clerk-28")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book without accounts."""
    from plumbline.web.book import open_book

    return open_book(tmp_path_factory.mktemp("bare") / "book", create=True, url="").folder


def added(folder: Path, *said: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "-m", "plumbline", "account", "add", *said, "--body", COURT, "--book", str(folder)]
    return subprocess.run(line, capture_output=True, text=True, input=typed, env=ENVIRONMENT, check=False)


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def password_fits(folder: Path, code: str, said: str) -> bool:
    from django.contrib.auth.hashers import check_password

    with sqlite3.connect(folder / "console.sqlite3") as kept:
        row = kept.execute("SELECT password FROM people_account WHERE username = ?", [code]).fetchone()
    return row is not None and check_password(said, row[0])


def test_serving_a_book_without_accounts_says_how_the_first_is_given(bare: Path) -> None:
    line = [sys.executable, "-m", "plumbline", "serve", "--book", str(bare), "--port", str(free_port()), "--lang", "en"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as running:
        assert running.stdout
        first = running.stdout.readline()
        running.terminate()
    assert "plumbline account add admin-01 --role administrator" in first


def test_the_first_administrator_is_given_on_the_server(bare: Path) -> None:
    said = added(bare, "admin-01", "--role", "administrator", "--lang", "en")
    found = re.search(r"shown this once\): (\S+)", said.stdout)
    assert found, said.stderr
    assert password_fits(bare, "admin-01", found[1])
    twice = added(bare, "admin-01", "--role", "administrator", "--lang", "zh")
    assert twice.returncode == 2
    assert "这个账号已有" in twice.stderr


@pytest.mark.parametrize(("said", "status"), [("seven otters drum", 0), ("otters 1", 2)])
def test_the_first_password_may_be_typed(bare: Path, said: str, status: int) -> None:
    code = f"admin-1{status}"
    done = added(bare, code, "--role", "clerk", "--ask", typed=f"{said}\n{said}\n")
    assert (done.returncode, password_fits(bare, code, said)) == (status, status == 0)
    assert said not in done.stdout + done.stderr
