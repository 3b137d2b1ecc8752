"""A plan's board in a real browser: its languages, its bars, its links, with no script and no network."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from browsing import barriers
from plumbline.figures.change import Days, of_counts
from plumbline.periods import span
from plumbline.reports.board import board
from plumbline.reports.boardpage import board_page
from plumbline.reports.measuring import Book
from plumbline.reports.plancheck import check
from plumbline.reports.planfile import plan_of
from plumbline.reports.shipped import programme_named
from readings import FIGURES, HEAD, reads

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
)
pytestmark = [
    pytest.mark.web,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"),
]
PLAN = HEAD + (
    'areas = 2\n[[section]]\nfocus = true\nzh = "聚焦审判"\nen = "Trials"\naim = { zh = "聚力公正", en = "for justice" }\n'
    '[[section.task]]\nzh = "受理案件"\nen = "Docket cases"\nowner = { zh = "法院", en = "courts" }\n'
    'figures = ["trials.docketed"]\ntarget = { at_least = 200, by = 2020-12-31, even = true }\n'
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=[1300, 390])
def view(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The board opened without JavaScript: 103 cases of 200 by the end of June, 99.5 being due."""
    plan = plan_of(PLAN, "plan.toml")
    book = Book(
        FIGURES, reads({"docketed": (103, 1)}), {"trials": ("城关区人民法院",)}, span("2020"),
        lambda now, before: of_counts(now.numerator, before.numerator, Days(366, 365)),
    )  # fmt: skip
    drawn = board(plan, book, date(2020, 6, 30), programme_named)
    path = tmp_path / "board.html"
    path.write_text(board_page(drawn, check(plan, FIGURES, programme_named)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda r: asked.append(r.url))
    opened.goto(path.as_uri())
    yield opened
    assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
    context.close()


def test_one_language_is_shown_and_the_other_on_asking(view: Any) -> None:
    chinese, english = (view.get_by_text(words, exact=True) for words in ("聚力公正", "for justice"))
    assert (chinese.is_visible(), english.is_visible()) == (True, False)
    view.locator("label[for=in-en]").click()
    assert (chinese.is_visible(), english.is_visible()) == (False, True)


def test_the_bar_is_as_long_as_what_is_done_and_the_line_stands_where_it_should(view: Any) -> None:
    bar, fill, line = (view.locator(f"svg.meter {part}").bounding_box() for part in (".rail", ".fill", ".pace"))
    assert fill["width"] / bar["width"] == pytest.approx(103 / 200, abs=0.01)
    assert (line["x"] + line["width"] / 2 - bar["x"]) / bar["width"] == pytest.approx(182 / 366, abs=0.01)
    assert view.locator(".task .pill").inner_text().split() == ["→", "按进度"]


def test_a_number_leads_to_its_reading_and_back(view: Any) -> None:
    view.locator("a.value").click()
    assert view.locator(".reading:target").inner_text().startswith("受理案件 103件")
    view.get_by_text("回到任务").click()
    assert view.locator("li:target a.value").is_visible()


def test_nothing_is_wider_than_the_screen(view: Any) -> None:
    width = view.viewport_size["width"]
    for part in view.locator("main *:visible").all():
        box = part.bounding_box()
        assert box is None or box["x"] + box["width"] <= width + 1, part.inner_text()[:60]


def test_the_missing_area_is_shown_where_it_would_stand(view: Any) -> None:
    assert "宣布2个聚焦，计划里有1个" in view.locator(".missing").inner_text()


def test_nothing_bars_the_way(view: Any) -> None:
    with_script = view.context.browser.new_page(viewport=view.viewport_size, color_scheme="dark")
    with_script.goto(view.url)
    assert barriers(with_script) == []
    with_script.close()
