"""Second factors: an authenticator app and a passkey, added on the account's own page and signed in with."""

import base64
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from plumbline.web.book import Book
from plumbline.web.people.trial import PASSWORD

Client = Callable[[str], Any]
LANGUAGES = ("zh-CN", "en")
SIGN_IN, FACTORS = "/accounts/login/", "/accounts/factors/"


def anew(code: str) -> Any:
    from plumbline.web.people.models import Account

    Account.objects.filter(username=code).delete()
    return Account.objects.create_user(code, PASSWORD, role="clerk", body="城关区人民法院")


def code_of(secret: str, step: int = 0) -> str:
    """The six figures that an app shows now for a secret, or some steps of 30 seconds on (RFC 6238)."""
    import hmac
    import struct
    import time

    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    made = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + step), "sha1")
    at = made[-1] & 15
    return f"{(int.from_bytes(made[at : at + 4]) & 0x7FFFFFFF) % 10**6:06}"


def signed_in(client: Any, code: str) -> Any:
    return client.post(SIGN_IN, {"login": code, "password": PASSWORD})


def confirmed(client: Any) -> None:
    """Give the password once more, as factors want it."""
    assert client.post("/accounts/again/", {"password": PASSWORD, "next": FACTORS}).headers["Location"] == FACTORS


@pytest.fixture
def app(client_of: Client) -> Iterator[tuple[str, str]]:
    """An account with an authenticator app, and the app's secret."""
    anew("clerk-31")
    own = client_of("")
    signed_in(own, "clerk-31")
    assert own.get(f"{FACTORS}totp/activate/").headers["Location"].startswith("/accounts/again/")
    confirmed(own)
    page = own.get(f"{FACTORS}totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', page)
    assert secret, page
    assert own.post(f"{FACTORS}totp/activate/", {"code": "000000"}).status_code == 200
    assert own.post(f"{FACTORS}totp/activate/", {"code": code_of(secret[1])}).status_code == 302
    own.post("/accounts/logout/")
    return "clerk-31", secret[1]


def test_a_page_opens_only_after_the_code_of_the_app(client_of: Client, settings: Any, app: tuple[str, str]) -> None:
    settings(TRIAL=False)
    code, secret = app
    own = client_of("")
    assert signed_in(own, code).headers["Location"].startswith(f"{FACTORS}authenticate/")
    assert own.get("/").headers["Location"].startswith(SIGN_IN)
    assert own.post(f"{FACTORS}authenticate/", {"code": "000000"}).status_code == 200
    assert own.get("/").headers["Location"].startswith(SIGN_IN)
    assert own.post(f"{FACTORS}authenticate/", {"code": code_of(secret, 1)}).status_code == 302
    assert own.get("/").status_code == 200


def test_a_code_opens_once(client_of: Client, app: tuple[str, str]) -> None:
    code, secret = app
    used = code_of(secret, 1)
    for status in (302, 200):
        own = client_of("")
        signed_in(own, code)
        assert own.post(f"{FACTORS}authenticate/", {"code": used}).status_code == status


def test_codes_cannot_be_tried_without_end(client_of: Client, app: tuple[str, str]) -> None:
    code, secret = app
    own = client_of("")
    signed_in(own, code)
    for _ in range(10):
        own.post(f"{FACTORS}authenticate/", {"code": "000000"})
    assert own.post(f"{FACTORS}authenticate/", {"code": code_of(secret, 1)}).status_code == 200
    assert own.get("/").status_code == 302


def test_a_recovery_code_signs_in_once(client_of: Client, app: tuple[str, str]) -> None:
    from allauth.mfa.models import Authenticator

    kept = Authenticator.objects.get(user__username=app[0], type="recovery_codes").wrap().get_unused_codes()[0]
    for status in (302, 200):
        own = client_of("")
        signed_in(own, app[0])
        assert own.post(f"{FACTORS}authenticate/", {"code": kept}).status_code == status


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        (FACTORS, "双因素身份认证", "Two-Factor Authentication"),
        (f"{FACTORS}webauthn/", "通行密钥和安全密钥", "Passkeys and security keys"),
        (f"{FACTORS}totp/activate/", "激活身份验证器应用", "Activate Authenticator App"),
        (f"{FACTORS}webauthn/add/", "添加安全密钥", "Add Security Key"),
        ("/accounts/password/", "修改密码", "Change Password"),
    ],
)
def test_pages_of_factors_speak_both_languages(client_of: Client, lang: str, path: str, zh: str, en: str) -> None:
    anew("clerk-32")
    own = client_of("")
    signed_in(own, "clerk-32")
    confirmed(own)
    own.post("/language", {"lang": lang})
    page = own.get(path).content.decode()
    title = re.search(r"<h1>\s*(.*?)\s*</h1>", page, re.DOTALL)
    assert title, page
    assert title[1] == {"zh": zh, "en": en}[lang]


@pytest.fixture(scope="module")
def browser(console: Book) -> Iterator[Any]:
    for (
        lang
    ) in LANGUAGES:  # before the browser starts: with its loop running in this thread Django asks the database nothing
        anew(f"clerk-33-{lang}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.web
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_passkey_is_added_and_signs_in(browser: Any, served: str, lang: str) -> None:
    code = f"clerk-33-{lang}"
    context = browser.new_context(locale=lang, viewport={"width": 390, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    with_key(context, page)
    page.goto(f"{served}{SIGN_IN}")
    page.fill("#id_login", code)
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    page.goto(f"{served}{FACTORS}webauthn/add/")
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(re.compile("recovery-codes"))
    page.click(".who form:last-child button")
    page.wait_for_url(re.compile(SIGN_IN))
    page.click("#passkey_login")
    page.wait_for_url(f"{served}/")
    assert code in page.inner_text(".who")
    assert faults == []
    context.close()


def with_key(context: Any, page: Any) -> None:
    """Plug a security key in that asks its holder for nothing (WebAuthn's virtual authenticator)."""
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
