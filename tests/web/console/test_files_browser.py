"""Cases and what is due in a browser: found, read with their time limits, printed; erased by two persons."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.console.test_files import COURT, docketed, file
from tests.web.console.test_grid_browser import WAYS

from browsing import IN_BROWSER, PATIENCE, sign_in
from plumbline.web.book import Book
from plumbline.web.book.showing import at

pytestmark = IN_BROWSER


@pytest.fixture
def page_of(browser: Any, served: str) -> Iterator[Any]:
    """What gives a page of an account, in a language and a width."""
    contexts: list[Any] = []

    def page(who: str, locale: str, size: Any) -> Any:
        contexts.append(browser.new_context(viewport=size, locale=locale, base_url=served))
        contexts[-1].set_default_timeout(PATIENCE)
        made = contexts[-1].new_page()
        sign_in(made, who)
        return made

    yield page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("locale", "size"), WAYS)
def test_from_a_number_to_the_working_of_its_limits(page_of: Any, console: Book, locale: str, size: Any) -> None:
    number = f"（2020）甘0102刑初970{WAYS.index((locale, size))}号"
    docketed(console, number)
    page = page_of("clerk", locale, size)
    page.goto("/cases/")
    page.fill("#number", number)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=number).click()
    assert number in page.inner_text("h1")
    page.locator("ol.timeline li").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 3000)
    working = page.locator("details").filter(has_text="208").first
    working.wait_for()
    working.locator("summary").click()
    assert "2020-05-12" in working.locator("ol").inner_text()


def test_printed_it_has_no_menu_and_no_forms(page_of: Any, console: Book) -> None:
    docketed(console, "（2020）甘0102刑初9710号")
    page = page_of("clerk", *WAYS[2])
    page.goto(file(COURT, "（2020）甘0102刑初9710号"))
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert not page.get_by_role("link", name="更正").is_visible()
    assert page.locator("ol.timeline").is_visible()


@pytest.mark.parametrize(("locale", "size"), WAYS[1:3])
def test_erased_by_two_persons(page_of: Any, console: Book, locale: str, size: Any) -> None:
    number = f"（2020）甘0102刑初972{WAYS.index((locale, size))}号"
    position = docketed(console, number)
    zh = locale == "zh-CN"
    first = page_of("checker", locale, size)
    first.goto(file(COURT, number))
    first.get_by_role("link", name="依令删除" if zh else "Erase by order").click()
    first.fill("#order", "（2026）甘0102行审9号")
    first.fill("#ordered_by", "兰州市中级人民法院")
    first.fill("#ordered_on", "2026-01-05")
    first.get_by_role("button", name="提出" if zh else "Ask for it").click()
    first.locator(f"#p{position}").wait_for()
    second = page_of("auditor", locale, size)
    second.goto("/due/")
    second.get_by_role("link", name=number).first.click()
    second.get_by_role("button", name="确认删除" if zh else "Confirm: erase").click()
    second.get_by_text("内容已依令删除" if zh else "content erased by order").wait_for()
    assert at(console, [position])[0].entry["fields"] is None


@pytest.mark.parametrize(("locale", "size"), WAYS[1:3])
def test_what_is_due_on_a_day(page_of: Any, console: Book, locale: str, size: Any) -> None:
    number = f"（2020）甘0102刑初973{WAYS.index((locale, size))}号"
    docketed(console, number)
    page = page_of("clerk", locale, size)
    page.goto("/due/?on=2020-07-11&line=trials&group=today&as_of=" + str(_size(console)))
    page.get_by_role("link", name=number).click()
    assert number in page.inner_text("h1")


def _size(book: Book) -> int:
    from plumbline.web.book.sessions import entries_in

    return entries_in(book)
