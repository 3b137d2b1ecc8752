"""Grid and road in a browser, on a phone and at a desk, in both languages: a lost connection loses nothing."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from tests.web.console.test_grid import CENTRE, drafts, found, mended, picture

from browsing import IN_BROWSER, PATIENCE, sign_in
from plumbline.web.book import Book
from plumbline.web.people.trial import PASSWORD

T = TypeVar("T")
pytestmark = IN_BROWSER
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 800}
TOO_WIDE = """[...document.querySelectorAll("main *")].filter(
    (e) => !e.closest(".map, .table") && e.getBoundingClientRect().right > innerWidth + 1).length"""
UNNAMED = """[...document.querySelectorAll("main input:not([type=hidden]), main select")].filter(
    (e) => !e.labels.length).map((e) => e.name)"""
WAYS = [("zh-CN", PHONE), ("en", PHONE), ("zh-CN", DESK), ("en", DESK)]


def signed_in(browser: Any, served: str, locale: str = "zh-CN", size: Any = PHONE, **options: Any) -> Any:
    """A page of the grid's officer."""
    context = browser.new_context(viewport=size, locale=locale, base_url=served, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    sign_in(page, "grid")
    return page


def fill(page: Any, number: str, post: str = "K12+300") -> None:
    page.goto("/grid/report")
    for name, value in {"sector": "消防", "road": "G30", "post": post, "number": number}.items():
        page.fill(f"#{name}", value)


def apart(what: Callable[[], T]) -> T:
    """What a thread of its own finds in the console's tables: Django refuses a thread that drives a browser."""
    from django.db import connections

    def asked() -> T:
        try:
            return what()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asked).result()


def states(number: str) -> list[str]:
    return apart(lambda: [draft.state for draft in drafts(number)])


@pytest.mark.parametrize(("locale", "size"), WAYS)
def test_sent_without_a_connection_it_goes_out_once_there_is_one(
    browser: Any, served: str, console: Book, locale: str, size: Any
) -> None:
    number = f"城安隐〔2026〕9{WAYS.index((locale, size))}1号"
    page = signed_in(browser, served, locale, size)
    fill(page, number)
    page.set_input_files("#photo", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture((50, 40))})
    page.context.set_offline(True)
    page.click("button.big")
    waiting = page.locator("#waiting")
    waiting.get_by_text(number).wait_for()
    assert ("没有网络" if locale == "zh-CN" else "No connection") in waiting.inner_text()
    assert page.input_value("#sector") == ""
    assert states(number) == []
    page.context.set_offline(False)
    waiting.get_by_text("已收到" if locale == "zh-CN" else "received").wait_for()
    assert number in waiting.inner_text()
    assert states(number) == ["submitted"]
    from plumbline.web.files.models import Photo

    assert apart(lambda: Photo.objects.filter(case=number).count()) == 1
    page.goto("/grid/")
    assert number in page.inner_text("main")
    page.context.close()


def test_a_tab_closed_without_a_connection_keeps_what_waits(browser: Any, served: str, console: Book) -> None:
    number = "城安隐〔2026〕950号"
    page = signed_in(browser, served)
    fill(page, number)
    context = page.context
    context.set_offline(True)
    page.click("button.big")
    page.locator("#waiting").get_by_text(number).wait_for()
    page.close()
    context.set_offline(False)
    later = context.new_page()
    with later.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith("/grid/report")):
        later.goto("/grid/")
    assert states(number) == ["submitted"]
    context.close()


def test_a_tab_closed_half_filled_in_is_there_again(browser: Any, served: str, console: Book) -> None:
    page = signed_in(browser, served)
    fill(page, "城安隐〔2026〕951号")
    context = page.context
    page.close()
    later = context.new_page()
    later.goto("/grid/report")
    assert [later.input_value(f"#{name}") for name in ("road", "post", "number")] == [
        "G30",
        "K12+300",
        "城安隐〔2026〕951号",
    ]
    context.close()


def test_signed_out_meanwhile_it_is_kept_until_one_signs_in(browser: Any, served: str, console: Book) -> None:
    number = "城安隐〔2026〕952号"
    page = signed_in(browser, served)
    fill(page, number)
    page.context.clear_cookies(name="sessionid")
    page.click("button.big")
    page.locator("#waiting").get_by_text(number).wait_for()
    assert "登录后自动发出" in page.inner_text("#waiting")
    assert states(number) == []
    sign_in(page, "grid")
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith("/grid/report")):
        page.goto("/grid/")
    page.locator("#waiting").get_by_text("已收到").wait_for()
    assert states(number) == ["submitted"]
    page.context.close()


def test_what_the_server_refuses_later_is_shown_and_corrected(browser: Any, served: str, console: Book) -> None:
    number = "城安隐〔2026〕953号"
    page = signed_in(browser, served)
    fill(page, number, post="1745")
    page.context.set_offline(True)
    page.click("button.big")
    page.locator("#waiting").get_by_text(number).wait_for()
    page.context.set_offline(False)
    page.locator("#waiting").get_by_text("内容有误").wait_for()
    page.get_by_role("button", name="改正").click()
    assert page.input_value("#number") == number
    assert page.get_attribute("#post", "aria-invalid") == "true"
    page.fill("#post", "K17")
    page.click("button.big")
    page.wait_for_url(re.compile("/grid/$"))
    assert states(number) == ["submitted"]
    page.context.close()


def test_a_server_that_cannot_take_it_gets_it_later(browser: Any, served: str, console: Book) -> None:
    number = "城安隐〔2026〕958号"
    page = signed_in(browser, served)
    page.route("**/leaflet.js", lambda route: route.abort())  # what a slow link leaves out
    fill(page, number)
    page.route("**/grid/report", lambda route: route.fulfill(status=507, body="<h1>full</h1>"))
    page.click("button.big")
    page.locator("#waiting").get_by_text("服务器暂时收不下").wait_for()
    page.unroute("**/grid/report")
    page.get_by_role("button", name="现在发出").click()
    page.locator("#waiting").get_by_text("已收到").wait_for()
    assert states(number) == ["submitted"]
    page.context.close()


def test_another_account_of_the_device_neither_sees_nor_sends_it(browser: Any, served: str, console: Book) -> None:
    from plumbline.web.people.models import Account, Role

    apart(lambda: Account.objects.create_user("grid-2", PASSWORD, role=Role.OFFICER, body=CENTRE, lines="hazards"))
    number = "城安隐〔2026〕954号"
    page = signed_in(browser, served)
    fill(page, number)
    page.context.clear_cookies(name="sessionid")
    page.click("button.big")
    page.locator("#waiting").get_by_text(number).wait_for()
    page.goto("/accounts/login/")
    page.fill("#id_login", "grid-2")
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    page.wait_for_url(re.compile("/$"))
    page.goto("/grid/")
    page.locator("#waiting").get_by_text("另一账号").wait_for()
    assert number not in page.inner_text("main")
    assert states(number) == []
    page.context.close()


def test_an_identity_number_is_not_kept_on_the_device(browser: Any, served: str, console: Book) -> None:
    page = signed_in(browser, served)
    fill(page, "城安隐〔2026〕955号")
    page.fill("#sector", "13812345678")
    page.context.set_offline(True)
    page.click("button.big")
    page.locator("#sector-wrong").wait_for()
    assert "不得填写" in page.inner_text("#sector-wrong")
    assert "13812345678" not in page.evaluate("JSON.stringify(localStorage)")
    page.context.close()


def test_without_a_script_the_form_is_sent_all_the_same(browser: Any, served: str, console: Book) -> None:
    number = "城安隐〔2026〕956号"
    page = signed_in(browser, served, java_script_enabled=False)
    fill(page, number)
    page.click("button.big")
    page.wait_for_url(re.compile("/grid/$"))
    assert states(number) == ["submitted"]
    page.context.close()


def test_a_tap_on_the_map_gives_the_coordinates(browser: Any, served: str, console: Book) -> None:
    where = {"latitude_microdegrees": 36_000_000, "longitude_microdegrees": 103_000_000}
    found(console, "城安隐〔2026〕957号", grid="620102-95", **where)
    page = signed_in(browser, served, size=DESK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/grid/report")
    page.locator("#map path:visible").first.wait_for()  # a road a metre long is there and cannot be seen
    page.locator("#map").click(position={"x": 40, "y": 300})
    north, east = float(page.input_value("#north")), float(page.input_value("#east"))
    assert 30 < north < 40
    assert 100 < east < 110
    assert all(url.startswith((served, "data:")) for url in asked)
    page.context.close()


@pytest.mark.parametrize(("locale", "size"), WAYS[::3])
def test_verified_on_the_spot(browser: Any, served: str, console: Book, locale: str, size: Any) -> None:
    number = f"城安隐〔2026〕96{WAYS.index((locale, size))}号"
    found(console, number)
    mended(console, number, "雁滩街道办事处")
    page = signed_in(browser, served, locale, size)
    page.goto("/grid/")
    item = page.locator("ul.hazards li").filter(has_text=number)
    item.get_by_role("link", name="现场复查" if locale == "zh-CN" else "Verify on the spot").click()
    page.check("input[value=yes]")
    page.click("button.big")
    page.wait_for_url(re.compile("/grid/$"))
    assert states(number) == ["submitted"]
    page.context.close()


@pytest.mark.parametrize(("locale", "size"), WAYS)
def test_pages_fit_and_nothing_fails_in_them(browser: Any, served: str, console: Book, locale: str, size: Any) -> None:
    number = f"城安隐〔2026〕97{WAYS.index((locale, size))}号"
    found(console, number)
    page = signed_in(browser, served, locale, size)
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
    for address in ("/grid/", "/grid/report", f"/cases/hazards/{CENTRE}/{number}", "/cases/?line=hazards", "/due/"):
        page.goto(address)
        assert (address, page.evaluate(TOO_WIDE), page.evaluate(UNNAMED)) == (address, 0, [])
    assert failed == []
    page.context.close()
