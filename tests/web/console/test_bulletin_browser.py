"""The bulletin in a real browser: two languages, a phone's width and a desk's, with script and without."""

from itertools import pairwise
from typing import Any

import pytest

from browsing import IN_BROWSER, Tab

pytestmark = IN_BROWSER
PAGES = (
    "/figures/?line=trials",
    "/figures/trials.docketed?period=2020&by=body&by=procedure",
    "/figures/trials.docketed?period=2020&against=2019&by=body",
    "/figures/trials.docketed?period=x",
    "/bridges/?period=2015/2030",
    "/boards/?on=2020-12-31",
    "/boards/plans/lanzhou-2020?on=2020-12-31",
    "/boards/map?period=2020",
    "/reports/",
)
WIDTHS = (1200, 390)
UNNAMED = """() => [...document.querySelectorAll("main input:not([type=hidden]), main select, main button, main a, main iframe")]
    .filter(e => !(e.labels?.length || e.textContent.trim() || e.title || e.ariaLabel)).map(e => e.outerHTML)"""
LEVELS = "() => [...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(e => +e.tagName[1])"


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh-Hans"), ("en-GB", "en")])
def test_pages_fit_and_every_control_has_a_name(browser: Any, served: str, locale: str, lang: str) -> None:
    tab = Tab(browser, served, "reporter", locale=locale)
    for path in PAGES:
        tab.goto(path)
        for width in WIDTHS:
            tab.page.set_viewport_size({"width": width, "height": 800})
            assert tab.fits(), (path, width)
        assert tab.page.evaluate(UNNAMED) == [], path
        levels = tab.page.evaluate(LEVELS)
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)
        assert tab.page.locator("thead th:not([scope]), tbody th:not([scope])").count() == 0, path
        assert tab.page.get_attribute("html", "lang") == lang
    assert [s for s in tab.said if "400" not in s] == []
    tab.context.close()


def test_values_come_as_one_scrolls(browser: Any, served: str) -> None:
    tab = Tab(browser, served, "clerk", locale="zh-CN", viewport={"width": 1200, "height": 800})
    tab.goto("/figures/?period=2020")
    trials = tab.page.locator("#line-trials")
    assert trials.locator("td data").count() == 0
    trials.scroll_into_view_if_needed()
    trials.locator("td data").first.wait_for()
    assert tab.page.locator("#line-trials").count() == 1
    assert tab.said == []
    tab.context.close()


def test_without_script_a_button_reads_the_values(browser: Any, served: str) -> None:
    tab = Tab(browser, served, "clerk", locale="en-GB", java_script_enabled=False)
    tab.goto("/figures/?period=2020&q=docketed")
    tab.page.click("#line-trials .button")
    assert tab.page.locator("#line-trials td data").count() > 0
    tab.goto("/figures/trials.docketed?period=2020")
    assert tab.page.locator("figure svg").is_visible()
    assert tab.page.locator("figure button").count() == 0
    tab.context.close()


def test_a_chart_can_be_pointed_at_without_evaluating_code(browser: Any, served: str) -> None:
    tab = Tab(browser, served, "officer", locale="zh-CN", viewport={"width": 1200, "height": 1000})
    tab.goto("/figures/trials.docketed?period=2020")
    tab.page.click("figure button")
    bars = tab.page.locator("figure .pointed .mark-rect path")
    bars.last.hover()
    tooltip = tab.page.locator("#vg-tooltip-element")
    tooltip.wait_for()
    assert "12月" in tooltip.inner_text()
    assert tab.page.locator("figure .still").is_hidden()
    tab.page.click("figure button")
    assert tab.page.locator("figure .still").is_visible()
    assert tab.said == []
    tab.context.close()


@pytest.mark.parametrize(("locale", "column", "script"), [("zh-CN", 0, True), ("en-GB", 1, False)])
def test_a_report_is_written_while_one_watches(
    browser: Any, served: str, locale: str, column: int, script: bool
) -> None:
    tab = Tab(browser, served, "reporter", locale=locale, java_script_enabled=script)
    tab.goto("/reports/")
    tab.page.locator("tbody tr").first.locator("td").nth(column).locator("a, button").click()
    tab.page.locator("progress, iframe").first.wait_for()
    tab.page.locator("iframe").wait_for()
    report = tab.page.frame_locator("iframe")
    report.locator("main.sheet").wait_for()
    assert report.locator("main.sheet").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert [s for s in tab.said if "refused" in s.lower()] == []
    tab.context.close()
