"""A written report in a real browser: following a number to its reading and back, with no script and no network."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import barriers
from plumbline.reports.official.page import page
from readings import HEAD, composed

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
)
pytestmark = [
    pytest.mark.web,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"),
]
SIZES = [(1440, 900), (900, 800), (390, 844)]
LONG = "聚焦主责主业，" * 60


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=SIZES, ids=str)
def view(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The report opened without JavaScript; ``view.asked`` lists what it asked the network for."""
    sentence = f"{LONG}受理案件{{trials.docketed}}，{LONG}结案率为{{trials.clearance_rate}}。{LONG}"
    report = composed(
        sentence, {"docketed": (103, 1), "clearance_rate": (93, 103)}, head=HEAD + 'mark = "示例市年度报告"\n'
    )
    (tmp_path / "report.html").write_text(page(report, "records.html"), encoding="utf-8")
    width, height = request.param
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": height})
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda r: asked.append(r.url))
    opened.goto((tmp_path / "report.html").as_uri())
    yield opened
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "report.html").as_uri()}
    context.close()


def test_no_card_is_open_until_a_number_is_followed(view: Any) -> None:
    assert [card.is_visible() for card in view.locator(".card").all()] == [False, False]


def test_following_a_number_opens_its_card_and_leaves_the_text_where_it_is(view: Any) -> None:
    number = view.locator("#n2")
    number.scroll_into_view_if_needed()
    before = number.bounding_box()
    number.click()
    card = view.locator("#r2")
    assert card.is_visible()
    assert not view.locator("#r1").is_visible()
    assert "93÷103" in card.inner_text()
    assert number.bounding_box() == before


def test_closing_a_card_leads_back_to_its_number(view: Any) -> None:
    view.locator("#n2").click()
    view.locator("#r2 .close a").click()
    assert not view.locator("#r2").is_visible()
    assert view.url.endswith("#n2")
    assert view.locator("#n2").is_visible()


def test_nothing_is_wider_than_the_window(view: Any) -> None:
    width = view.viewport_size["width"]
    for part in (".sheet", ".annex", ".mark span", "h1"):
        box = view.locator(part).first.bounding_box()
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= width, part


def test_nothing_bars_the_way(view: Any) -> None:
    with_script = view.context.browser.new_page(viewport=view.viewport_size, color_scheme="dark")
    with_script.goto(view.url)
    assert barriers(with_script) == []
    with_script.close()
