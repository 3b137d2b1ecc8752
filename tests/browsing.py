"""Debian's Chromium to look at pages with, and a tab of it that somebody is signed in to."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from plumbline.web.people.trial import PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
IN_BROWSER = [
    pytest.mark.web,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"),
]
ZH, EN = {"locale": "zh-CN"}, {"locale": "en-GB"}
DESK, PHONE = {"viewport": {"width": 1200, "height": 900}}, {"viewport": {"width": 390, "height": 800}}
PATIENCE = 60_000
"""Milliseconds until a page that does not come is given up."""


@contextmanager
def chromium() -> Iterator[Any]:
    """Start Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def sign_in(page: Any, account: str, served: str = "") -> None:
    """Sign in as one of the accounts to try."""
    page.goto(f"{served}/accounts/login/")
    page.fill("#id_login", account)
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    page.wait_for_url(lambda url: url.endswith("/") and "accounts" not in url)


class Tab:
    """A browser's page, signed in, that keeps what its console said."""

    def __init__(self, browser: Any, served: str, account: str, **more: Any) -> None:
        self.served, self.said = served, list[str]()
        self.context = browser.new_context(**more)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("console", lambda m: self.said.append(m.text))
        self.page.on("pageerror", lambda e: self.said.append(str(e)))
        sign_in(self.page, account, served)

    def goto(self, path: str) -> None:
        self.page.goto(self.served + path)
        self.page.wait_for_selector("#state", state="detached")  # what is under way there

    def fits(self) -> bool:
        """Whether nothing sticks out to the side."""
        return fits(self.page)


def fits(page: Any) -> bool:
    """Whether nothing sticks out of a page to the side."""
    page.wait_for_function("() => document.readyState === 'complete' && document.scrollingElement")
    wide: int = page.evaluate("() => document.documentElement.scrollWidth")
    return wide <= page.viewport_size["width"]


STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""axe-core's names of WCAG 2.2, levels A and AA, and of its own good practices."""


def barriers(page: Any, *beside: str) -> list[str]:
    """Name what axe-core finds on a page by all its rules but those named: what it is, how grave, where."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)
    rules = {name: {"enabled": False} for name in beside}
    options = {"runOnly": STANDARD, "rules": rules, "resultTypes": ["violations"], "iframes": False, "preload": False}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{each['id']} ({each['impact']}): {node['html'][:200]}" for each in found for node in each["nodes"]]
