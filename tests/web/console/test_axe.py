"""No page bars anybody's way: all under axe-core by WCAG 2.2 A and AA, some by keyboard, spaced, narrow, left alone."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.template.loader import get_template
from django.urls import resolve
from tests.web.console.test_matrix import TABLE
from tests.web.console.to_look_at import Made, everything

from browsing import DESK, EN, IN_BROWSER, PATIENCE, PHONE, ZH, barriers, fits, sign_in
from plumbline.web.book import Book
from plumbline.web.people.guarding import IDLE
from plumbline.web.people.trial import PASSWORD

pytestmark = IN_BROWSER
WAYS = {"zh-desk": ZH | DESK, "en-desk": EN | DESK, "zh-phone": ZH | PHONE, "en-phone": EN | PHONE}
TURNS = (("zh-desk", "en-phone"), ("en-desk", "zh-phone"))
"""How each page is looked at, by turns: in each language and at each width. Colours are the same the second time."""
FACTORS = "/accounts/factors/"
PAGES: dict[str, str] = {
    "": "/accounts/login/ /accounts/inactive/",
    "clerk": """/ /desk/ /desk/new/trials/Docketed/ /desk/draft/{returned}/ /desk/record/{submitted}/
        /desk/correct/{position}/ /desk/withdraw/{position}/ /desk/import/trials/ /cases/ /cases/?line=trials
        /cases/?number=x {case} {limits} /due/?on=2020-07-11 /due/?on=x /figures/?period=2020&q=docketed
        /figures/trials.docketed?period=2020&against=2019&by=body&by=procedure /figures/trials.docketed?period=x
        /figures/trials.dockete /boards/?on=2020-12-31 /boards/map?period=2020 /boards/plans/lanzhou-2020?on=2020-12-31
        {report} /review/ {review} /accounts/tokens/ /accounts/logout/ /accounts/password/ /accounts/factors/
        /nowhere /accounts/manage/ /figures/?as_of=99999999999""",
    "grid": "/grid/ /grid/report /grid/verify/{hazard}",
    "checker": "/approvals/ /approvals/{submitted}/ /approvals/{batch}/ {row} /entries/{position}/erasing",
    "checker2": "{case}",
    "reporter": "/reports/ /bridges/?period=2015/2030&body={court}",
    "supervisor": "/due/?on=2020-07-11",
    "auditor": """/audit/ /audit/trail /audit/trail?since=x /audit/proof?position=2 /audit/proof?position=x
        /audit/growth /audit/export {export}""",
    "administrator": "/accounts/manage/ /accounts/manage/new /accounts/manage/{account}/",
}
"""What each role opens, whatever the answer: pages, errors, what is empty; ``{}`` is of what was made before."""
ON_THE_WAY = {
    "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_add_webauthn",
    "mfa_list_webauthn", "mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp",
    "review_annotated", "report_file", "audit_verifying",
}  # fmt: skip
"""Pages that are looked at on a way that has more to it than an address."""
NO_PAGE = {
    "language", "alive", "account-act", "token_end", "desk-act", "desk-template", "desk-marked", "approving-decide",
    "entry", "photo", "erasure", "grid_places", "figure_csv", "figure_charts", "figure_trend", "report_compile",
    "review_delete", "review_word", "review_page", "audit_seal", "audit_checkpoint", "audit_verify", "audit_trail_csv",
    "audit_export_zip", "audit_export_delete", "mfa_download_recovery_codes", "mfa_login_webauthn",
}  # fmt: skip
"""Addresses that answer no page of their own: a file, data, another page."""

WALKED = (
    "/",
    "/desk/",
    "/desk/new/trials/Docketed/",
    "/cases/?line=trials",
    "/figures/?period=2020&q=docketed",
    "/review/",
)
HERE = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), said = getComputedStyle(at);
    const x = box.x + Math.min(box.width, 24) / 2, y = box.y + Math.min(box.height, 24) / 2;
    const top = document.elementFromPoint(x, y);
    return { what: at.outerHTML.slice(0, 120), body: at === document.body, inMain: Boolean(at.closest("main")),
             outlined: said.outlineStyle !== "none" && parseFloat(said.outlineWidth) >= 2 || at.tagName === "IFRAME",
             seen: Boolean(top) && (at.contains(top) || top.contains(at)) || at.tagName === "IFRAME" };
}"""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""What a reader may set a text to (WCAG 1.4.12)."""


@pytest.fixture(scope="module")
def made(console: Book, served: str) -> Made:
    """Everything to look at, there before the browser starts: with its loop running Django asks the database nothing."""
    return everything(console, served, [name for name in PAGES if name])


@pytest.fixture
def tab(made: Made, browser: Any) -> Iterator[Callable[..., Any]]:
    """What gives a page of somebody in one of the ways of looking."""
    contexts = []

    def opened(name: str, way: str, **more: Any) -> Any:
        contexts.append(browser.new_context(base_url=made.served, **WAYS[way] | more))
        contexts[-1].set_default_timeout(PATIENCE)
        if name:
            contexts[-1].add_cookies([{"name": "sessionid", "value": made.sessions[name], "url": made.served}])
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def look(page: Any, *beside: str) -> None:
    """See that nothing on a page bars anybody's way, with all that opens opened, once it says all it has to say."""
    page.locator("h1").first.wait_for()
    page.locator("[hx-get]#state").wait_for(state="detached")
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert barriers(page, *beside) == [], page.url


def of(role: str, made: Made) -> list[str]:
    return [address.format(**made.found) for address in PAGES[role].split()]


def test_every_page_is_looked_at(made: Made) -> None:
    seen = {resolve(urlsplit(a).path).url_name for role in PAGES for a in of(role, made) if a != "/nowhere"}
    assert sorted(seen | ON_THE_WAY | NO_PAGE) == sorted(TABLE)
    assert seen & NO_PAGE == set()


@pytest.mark.parametrize("role", PAGES)
@pytest.mark.parametrize("turn", [0, 1])
def test_nothing_on_a_page_bars_the_way(made: Made, tab: Any, role: str, turn: int) -> None:
    pages = [tab(role, ways[turn]) for ways in TURNS]
    for number, address in enumerate(of(role, made)):
        page = pages[number % 2]
        assert page.goto(address).status < 500, address
        look(page, *(["color-contrast"] if turn else []))


def test_what_bars_the_way_is_found(tab: Any) -> None:
    page = tab("", "en-desk")
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><p style='color:#aaa'>pale</p><input><a href=#a "
    "style='font-size:6px'>a</a><a href=#b style='font-size:6px'>b</a></main>")  # fmt: skip
    assert {each.split()[0] for each in barriers(page)} >= {"color-contrast", "label", "target-size"}


def test_the_page_of_what_nobody_expected(tab: Any) -> None:
    page = tab("", "zh-phone")
    page.set_content(get_template("500.html").template.source)
    look(page)


@pytest.mark.parametrize("way", TURNS[0])
def test_signing_in_and_second_factors(made: Made, tab: Any, way: str) -> None:
    from tests.web.console.test_accounts_factors import with_key

    page, account = tab("", way), f"axe-{way}"
    page.goto("/accounts/login/")
    page.fill("#id_login", account)
    page.fill("#id_password", "not the word")
    page.click("main form button")
    look(page)
    sign_in(page, account)
    with_key(page.context, page)
    page.goto(f"{FACTORS}webauthn/add/")
    look(page)
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    look(page)
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")
    look(page)
    page.goto(f"{FACTORS}totp/activate/")
    page.fill("#id_code", "000000")
    page.click("main form button")
    look(page)
    for part in ("webauthn/", "recovery-codes/generate/", "", "reauthenticate/", "webauthn/reauthenticate/"):
        assert page.goto(f"{FACTORS}{part}").status == 200, part
        look(page)
    page.goto(f"{FACTORS}webauthn/")
    ways = [each.get_attribute("href") for each in page.locator("td a").all()]
    assert len(ways) == 2
    for way_on in ways:
        page.goto(way_on)
        look(page)
    page.click(".who form:last-child button")
    page.locator("#id_login").wait_for()
    page.fill("#id_login", account)
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/authenticate/**")
    look(page)


@pytest.mark.parametrize("way", TURNS[1])
def test_forms_that_came_back(made: Made, tab: Any, way: str) -> None:
    clerk = tab("clerk", way)
    clerk.goto("/desk/new/trials/Docketed/")
    clerk.click(".acts button >> nth=0")
    clerk.locator("[role=alert]").wait_for()
    look(clerk)
    clerk.goto("/desk/import/trials/")
    clerk.set_input_files("#sheet", {"name": "a.csv", "mimeType": "text/csv", "buffer": "案号,日期\nx,y\n".encode()})
    clerk.click("form.narrow button")
    clerk.locator("#fault").wait_for()
    look(clerk)
    clerk.goto("/review/")
    clerk.click("form.fields button")
    clerk.locator("[role=alert]").wait_for()
    look(clerk)
    clerk.goto("/accounts/tokens/")
    clerk.fill("#name", way)
    clerk.fill("#days", "x")
    clerk.click("form.narrow button")
    clerk.locator("#days-fault").wait_for()
    look(clerk)
    checker = tab("checker", way)
    checker.goto("/approvals/{submitted}/".format(**made.found))
    checker.click("button[value=return]")
    checker.locator("#fault").wait_for()
    look(checker)


@pytest.mark.parametrize(("way", "scheme"), [("zh-desk", "light"), ("en-phone", "dark")])
def test_reports_and_what_was_read_in_them(made: Made, tab: Any, way: str, scheme: str) -> None:
    page = tab("clerk", way, color_scheme=scheme)
    page.goto(made.found["review"] + "annotated")
    look(page)
    page.locator("article .mark.s-differs").first.click()
    page.locator(".card").wait_for()
    look(page)
    for file in made.found["files"]:
        page.goto(f"{file}#r1")
        look(page)


def test_what_is_under_way(made: Made, tab: Any) -> None:
    """A job's page while it runs: it asks for its state again and again, and here gets no answer."""
    auditor = tab("auditor", "zh-phone")
    auditor.route("**/*", lambda route: route.abort() if "hx-request" in route.request.headers else route.continue_())
    auditor.goto("/audit/")
    auditor.click("form[action='/audit/verify'] button")
    auditor.locator("#state").wait_for()
    assert barriers(auditor) == []


@pytest.mark.parametrize("way", TURNS[0])
def test_a_chart_to_point_at(made: Made, tab: Any, way: str) -> None:
    page = tab("clerk", way)
    page.goto("/figures/trials.docketed?period=2020")
    page.click("figure button")
    page.locator("figure .pointed svg").wait_for()
    look(page)
    page.locator("figure .pointed .mark-rect path").last.hover()
    tooltip = page.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    page.keyboard.press("Escape")
    tooltip.wait_for(state="detached")


@pytest.mark.parametrize("way", TURNS[0])
def test_the_first_key_goes_past_the_menu(tab: Any, way: str) -> None:
    page = tab("clerk", way)
    page.goto("/cases/")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("(e) => e === document.activeElement && e.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)["inMain"]


@pytest.mark.parametrize("way", TURNS[0])
def test_each_thing_reached_is_seen_and_uncovered(tab: Any, way: str) -> None:
    page = tab("clerk", way)
    for path in WALKED:
        page.goto(path)
        reached = list(walked(page))
        assert [each["what"] for each in reached if not (each["outlined"] and each["seen"])] == [], path
        assert any(each["inMain"] for each in reached), path


def walked(page: Any, most: int = 40) -> Iterator[dict[str, Any]]:
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["body"]:
            return
        yield here


@pytest.mark.parametrize("way", TURNS[0])
def test_a_text_may_be_spaced_and_a_page_four_times_as_large(tab: Any, way: str) -> None:
    page = tab("clerk", way)
    page.set_viewport_size({"width": 320, "height": 800})
    for path in WALKED:
        page.goto(path)
        assert fits(page), path
        page.evaluate(SPACED)
        assert fits(page), path


@pytest.mark.parametrize("way", TURNS[0])
def test_a_password_may_be_pasted(tab: Any, way: str) -> None:
    page = tab("", way)
    page.goto("/accounts/login/")
    page.fill("#id_login", PASSWORD)
    for key in ("Control+A", "Control+X", "Tab", "Control+V"):
        page.locator(":focus").press(key)
    assert page.input_value("#id_password") == PASSWORD


@pytest.mark.parametrize("way", TURNS[0])
def test_before_a_session_ends_one_press_goes_on(tab: Any, way: str) -> None:
    page = tab("clerk", way)
    page.clock.install()
    page.goto("/review/")
    asked = page.locator("#staying")
    page.clock.run_for(1000 * (IDLE - 150))
    assert not asked.is_visible()
    page.clock.run_for(1000 * 60)
    assert asked.locator("[data-when=ending]").is_visible()
    assert barriers(page) == []
    with page.expect_response("**/alive"):
        page.keyboard.press("Enter")
    asked.wait_for(state="hidden")
    page.clock.run_for(1000 * (IDLE - 150))
    assert not asked.is_visible()
    page.clock.run_for(1000 * 200)
    assert asked.locator("[data-when=ended] a").is_visible()


@pytest.mark.parametrize("way", TURNS[0])
def test_who_types_is_not_idle(tab: Any, way: str) -> None:
    page = tab("clerk", way)
    page.clock.install()
    page.goto("/review/")
    for _ in range(2):
        page.clock.run_for(1000 * (IDLE - 300))
        with page.expect_response("**/alive"):
            page.locator("#id_text").press("a")
        page.evaluate("() => fetch('/alive').then(() => null)")  # answered after it, so it has heard
    assert not page.locator("#staying").is_visible()
