"""A device that several use: whoever signs out leaves nothing typed to who comes next, and no report unsent is lost."""

from typing import Any

import pytest
from tests.web.console.test_grid_browser import DESK, PHONE, fill, signed_in, states

from browsing import IN_BROWSER, sign_in
from plumbline.web.book import Book

pytestmark = IN_BROWSER
KEPT = "Object.entries(localStorage).filter(([name]) => name.startsWith('plumbline-')).map((each) => each.join(' ')).join()"
WAYS = [("zh-CN", PHONE, "退出", "没发出的上报"), ("en", DESK, "Sign out", "were not sent yet")]


@pytest.mark.parametrize(("locale", "size", "leave", "unsent"), WAYS)
def test_what_was_typed_goes_at_signing_out(
    browser: Any, served: str, console: Book, locale: str, size: Any, leave: str, unsent: str
) -> None:
    page = signed_in(browser, served, locale, size)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    fill(page, "城安隐〔2026〕99510号")
    assert "99510" in page.evaluate(KEPT)
    page.get_by_role("button", name=leave, exact=True).click()
    page.wait_for_url("**/accounts/login/**")
    assert page.evaluate(KEPT) == ""
    assert asked == []


@pytest.mark.parametrize(("locale", "size", "leave", "unsent"), WAYS)
def test_a_report_that_was_not_sent_is_asked_about_and_stays(
    browser: Any, served: str, console: Book, locale: str, size: Any, leave: str, unsent: str
) -> None:
    number = f"城安隐〔2026〕9960{WAYS.index((locale, size, leave, unsent))}号"
    page = signed_in(browser, served, locale, size)
    answers, asked = ["dismiss", "accept"], []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), getattr(dialog, answers[len(asked) - 1])()))
    page.route("**/grid/report", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    fill(page, number)
    page.click("button.big")
    page.locator("#waiting").get_by_text(number).wait_for()
    button = page.get_by_role("button", name=leave, exact=True)
    with page.expect_event("dialog"):
        button.click()
    assert unsent in asked[0]
    assert "/grid/report" in page.url
    button.click()
    page.wait_for_url("**/accounts/login/**")
    assert len(asked) == 2
    page.unroute("**/grid/report")
    sign_in(page, "grid")
    with page.expect_response(lambda answer: answer.url.endswith("/grid/report") and answer.ok):
        page.goto("/grid/")
    assert states(number) == ["submitted"]
