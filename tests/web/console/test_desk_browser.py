"""A clerk's and a checker's day in a real browser: both languages, a desk's width and a phone's, without a script too."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from browsing import IN_BROWSER, PATIENCE, fits, sign_in

SHOTS = os.environ.get("PLUMBLINE_SHOTS", "")
pytestmark = IN_BROWSER
COURT = "城关区人民法院"
NUMBERS = count(6001)
Person = Callable[..., Any]


@pytest.fixture(params=[("zh", 1200), ("en", 390)], ids=lambda each: f"{each[0]}-{each[1]}")
def view(request: pytest.FixtureRequest) -> tuple[str, int]:
    """A language and a width."""
    lang, width = request.param
    return lang, width


@pytest.fixture
def person(browser: Any, served: str, view: tuple[str, int]) -> Iterator[Person]:
    """What gives a page of somebody signed in; nothing on it may fail."""
    contexts, wrong = [], []

    def signed_in(name: str, script: bool = True) -> Any:
        lang, width = view
        context = browser.new_context(
            base_url=served,
            locale={"zh": "zh-CN", "en": "en"}[lang],
            viewport={"width": width, "height": 800},
            java_script_enabled=script,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        sign_in(page, name)
        return page

    yield signed_in
    for context in contexts:
        context.close()
    assert wrong == []


def look(page: Any, view: tuple[str, int], name: str) -> None:
    """See that a page fits its width and speaks one language; keep a picture where $PLUMBLINE_SHOTS says."""
    lang, width = view
    assert fits(page), name
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == {"zh": "zh-Hans", "en": "en"}[lang]
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS, f"{name}-{lang}-{width}.png")), full_page=True)


def said(view: tuple[str, int], zh: str, en: str) -> str:
    return zh if view[0] == "zh" else en


def fill(page: Any, number: str, persons: str = "3") -> None:
    page.fill("#case", number)
    page.fill("#on", "2021-06-30")
    page.fill("#offence", "盗窃罪")
    page.fill("#persons", persons)


def press(page: Any, zh_en: str) -> None:
    page.get_by_role("button", name=zh_en, exact=True).click()
    page.wait_for_load_state()


def to_form(clerk: Any, view: tuple[str, int]) -> None:
    """Go from the desk to the form of a docket."""
    clerk.goto("/desk/")
    trials = clerk.locator("details", has=clerk.locator("summary", has_text=said(view, "刑事审判", "Trials")))
    if trials.get_attribute("open") is None:
        trials.locator("summary").click()
    trials.get_by_role("link", name=said(view, "收案", "Case docketed"), exact=True).click()


def from_list(checker: Any, number: str) -> None:
    """Open what waits of a case."""
    checker.goto("/approvals/")
    checker.locator("table:has(caption) tr", has_text=number).get_by_role("link").click()


def test_a_record_s_way_from_the_desk_into_the_book(person: Person, view: tuple[str, int]) -> None:
    number = f"（2021）甘0102刑初{next(NUMBERS)}号"
    clerk, checker = person("clerk"), person("checker")
    submit, approve = said(view, "提交审批", "Submit for approval"), said(view, "批准", "Approve")
    give_back, reason = said(view, "退回", "Return it"), said(view, "人数与起诉书不符", "not as many as charged")
    to_form(clerk, view)
    fill(clerk, number, "三")
    press(clerk, submit)
    assert clerk.locator("#persons-fault").is_visible()
    assert clerk.input_value("#persons") == "三"
    look(clerk, view, "form-wrong")
    clerk.locator("[role=alert] a").first.click()
    assert clerk.url.endswith("#persons")
    clerk.fill("#persons", "3")
    press(clerk, submit)
    assert clerk.locator("tr", has_text=number).get_by_text(said(view, "待审批", "submitted")).is_visible()
    look(clerk, view, "desk")

    checker.goto("/approvals/")
    look(checker, view, "approvals")
    from_list(checker, number)
    assert checker.get_by_text("盗窃罪").is_visible()
    press(checker, give_back)
    assert checker.locator("[role=alert]").is_visible()
    checker.fill("#reason", reason)
    look(checker, view, "checking")
    checker.press("#reason", "Enter")
    checker.wait_for_url("**/approvals/")
    assert checker.locator(".message").get_by_text(said(view, "已退回", "Returned")).is_visible()

    clerk.goto("/desk/")
    look(clerk, view, "desk-returned")
    slip = clerk.locator(".slips li", has_text=number)
    assert slip.get_by_text(reason).is_visible()
    slip.get_by_role("link").click()
    clerk.fill("#persons", "4")
    press(clerk, submit)
    from_list(checker, number)
    press(checker, approve)
    assert checker.locator(".message").is_visible()
    clerk.goto("/desk/")
    done = clerk.locator("tr", has_text=number)
    assert done.get_by_text(said(view, "已入账", "approved"), exact=True).is_visible()


def test_a_correction_is_shown_side_by_side(person: Person, view: tuple[str, int]) -> None:
    number = f"（2021）甘0102刑初{next(NUMBERS)}号"
    clerk, checker = person("clerk"), person("checker")
    submit, approve = said(view, "提交审批", "Submit for approval"), said(view, "批准", "Approve")
    clerk.goto("/desk/new/trials/Docketed/")
    fill(clerk, number)
    press(clerk, submit)
    from_list(checker, number)
    press(checker, approve)
    clerk.goto("/desk/")
    clerk.locator("tr", has_text=number).get_by_role("link").click()
    look(clerk, view, "record")
    clerk.get_by_role("link", name=said(view, "更正或撤回", "Correct or withdraw")).click()
    clerk.fill("#persons", "5")
    clerk.fill("#why", said(view, "漏记一人", "one was left out"))
    look(clerk, view, "correct")
    press(clerk, submit)
    from_list(checker, number)
    assert checker.locator("tr.changed").count() == 1
    look(checker, view, "correcting")
    press(checker, approve)
    assert checker.locator(".message").is_visible()


def test_all_goes_without_a_script(person: Person, view: tuple[str, int]) -> None:
    number = f"（2021）甘0102刑初{next(NUMBERS)}号"
    clerk, checker = person("clerk", script=False), person("checker", script=False)
    to_form(clerk, view)
    fill(clerk, number)
    press(clerk, said(view, "存为草稿", "Save as draft"))
    clerk.locator("tr", has_text=number).get_by_role("link").click()
    assert clerk.input_value("#case") == number
    press(clerk, said(view, "提交审批", "Submit for approval"))
    from_list(checker, number)
    press(checker, said(view, "批准", "Approve"))
    assert checker.locator(".message").is_visible()


def test_what_was_typed_outlives_a_lost_connection(person: Person, view: tuple[str, int]) -> None:
    number = f"（2021）甘0102刑初{next(NUMBERS)}号"
    clerk = person("clerk")
    clerk.goto("/desk/new/trials/Docketed/")
    fill(clerk, number)
    clerk.check("input[value=涉恶]")
    clerk.context.set_offline(True)
    clerk.get_by_role("button", name=said(view, "存为草稿", "Save as draft")).click()
    clerk.wait_for_url("chrome-error://**")
    clerk.context.set_offline(False)
    clerk.goto("/desk/")
    clerk.goto("/desk/new/trials/Docketed/")
    assert clerk.input_value("#case") == ""
    look(clerk, view, "restore")
    press(clerk, said(view, "取回", "Restore it"))
    assert clerk.input_value("#case") == number
    assert clerk.is_checked("input[value=涉恶]")
    press(clerk, said(view, "存为草稿", "Save as draft"))
    assert clerk.locator("tr", has_text=number).is_visible()
    clerk.goto("/desk/new/trials/Docketed/")
    assert not clerk.locator(".kept").is_visible()


def test_numbers_of_persons_are_not_kept_in_the_browser(person: Person) -> None:
    clerk = person("clerk")
    clerk.goto("/desk/new/trials/Docketed/")
    clerk.fill("#offence", "11010519491231002X")
    clerk.fill("#persons", "2")
    kept = clerk.evaluate("JSON.stringify({...localStorage})")
    assert "persons" in kept
    assert "1101051949" not in kept


def test_a_sheet_s_way_into_the_book(person: Person, view: tuple[str, int], tmp_path: Path) -> None:
    first = 60_000 + 100 * next(NUMBERS)
    good = [f"（2021）甘0102刑初{first + i}号,{COURT},2021-06-30,盗窃罪,1" for i in range(12)]
    path = tmp_path / "收案.csv"
    clerk, checker = person("clerk"), person("checker")
    clerk.goto("/desk/import/trials/")
    for rows in ([*good[:5], good[5].replace("盗窃罪,1", "盗窃罪,一")], good):
        path.write_text("\n".join(["案号,单位,日期,罪名,人数", *rows]), encoding="utf-8")
        clerk.set_input_files("#sheet", path)
        press(clerk, said(view, "上传并检查", "Send and check"))
        if rows is not good:
            look(clerk, view, "import-wrong")
            assert clerk.locator("main tbody tr").count() == 1
            with clerk.expect_download() as download:
                clerk.get_by_role("link", name=said(view, "下载标注好的文件", "Download the marked file")).click()
            assert Path(download.value.path()).read_bytes().startswith(b"PK")
    look(clerk, view, "import-right")
    press(clerk, said(view, "提交审批", "Submit for approval"))
    checker.goto("/approvals/")
    checker.locator("table:has(caption) a", has_text=said(view, "导入 12 行", "Import of 12 rows")).last.click()
    look(checker, view, "batch")
    whole = checker.get_by_role("button", name=said(view, "整批批准", "Approve all rows"))
    assert whole.count() == 0
    checker.locator(".drawn a").first.click()
    for _ in range(5):
        look(checker, view, "row")
        press(checker, said(view, "与原件相符，确认", "It is as the papers say: confirm"))
    whole.click()
    assert checker.locator(".message").is_visible()


def test_a_record_prints_without_what_is_only_for_the_screen(person: Person, view: tuple[str, int]) -> None:
    number = f"（2021）甘0102刑初{next(NUMBERS)}号"
    clerk = person("clerk")
    clerk.goto("/desk/new/trials/Docketed/")
    fill(clerk, number)
    press(clerk, said(view, "提交审批", "Submit for approval"))
    clerk.locator("tr", has_text=number).get_by_role("link").click()
    assert not clerk.locator(".signed").is_visible()
    clerk.emulate_media(media="print")
    assert clerk.locator(".signed").is_visible()
    assert clerk.get_by_text(number).is_visible()
    assert not clerk.locator("header").is_visible()
    assert clerk.get_by_role("button").filter(visible=True).count() == 0
