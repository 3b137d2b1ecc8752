"""The annotated page in a real browser: pointing, tapping, keys, filters, languages, paper, no script, no network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plumbline.errors import Words
from plumbline.reports.marks import Field, Mark, Page, Remark, Status
from plumbline.reports.page import render

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
pytestmark = [
    pytest.mark.web,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"),
]
DESK, NARROW, PHONE = {"width": 1440, "height": 900}, {"width": 900, "height": 800}, {"width": 390, "height": 844}

TEXT = """临溪区消防救援工作报告
（2024年2月5日）

　　2023年，区消防救援大队共接警出动842起，其中火灾扑救315起、抢险救援407起、社会救助118起。营救被困人员560余人。
　　一、火灾防控
　　检查单位2930家，督促整改隐患4110处，整改率98.6%。全区48个村建成微型消防站。
　　二、队伍建设
　　新招录专职消防员36名，开展培训12期。
"""


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def same(words: str) -> Words:
    return Words(words, words)


def mark(words: str, status: Status, counted: str, *remarks: Remark) -> Mark:
    fields = (
        Field(Words("单位", "Unit"), same(words[-1]), "stated", (span(words)[1] - 1, span(words)[1])),
        Field(Words("计什么", "Counted"), same(counted), "stated", span(counted)),
        Field(Words("谁", "Who"), Words("大队", "the brigade"), "inherited", span("区消防救援大队")),
        Field(Words("期间", "Period"), same("2023年"), "implied"),
    )
    return Mark(*span(words), status, fields, remarks)


def page(name: str = "临溪区消防救援工作报告.docx") -> Page:
    parts = (span("315起"), span("407起"), span("118起"))
    broken = Remark(
        "differs",
        Words("分项之和不符", "Parts do not sum"),
        Words("三类相加为840起，比总数少2起。", "The three kinds make 840, 2 short of the total."),
        (same("315 + 407 + 118 = 840"), Words("总数 842", "total 842")),
        parts,
    )
    baseless = Remark("untold", Words("缺少分母", "No base"), Words("没有写明隐患总数。", "The total is not given."))
    kept = Remark("holds", Words("与记录一致", "Meets the records"), Words("记录为36名。", "The records say 36."))
    marks = (
        mark("842起", "differs", "接警出动", broken),
        mark("315起", "claim", "火灾扑救"),
        mark("407起", "claim", "抢险救援"),
        mark("118起", "claim", "社会救助"),
        mark("98.6%", "untold", "整改率", baseless),
        mark("36名", "holds", "新招录专职消防员", kept),
    )
    return Page(name, TEXT, (Mark(*span("2024年2月5日"), "apart"), *marks))


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def show(browser: playwright.Browser, tmp_path: Path) -> Iterator[object]:
    """Open pages; at the end require that nothing was asked of the network and nothing complained."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def shown(
        viewport: dict[str, int] = DESK, language: str = "zh", *pages: Page, **options: object
    ) -> playwright.Page:
        file = tmp_path / "page.html"
        file.write_text(render(pages or [page()], language), encoding="utf-8")
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(file.as_uri())
        return tab

    yield shown
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    for context in contexts:
        context.close()


def number(tab: playwright.Page, words: str) -> playwright.Locator:
    return tab.locator("article .mark", has_text=words)


def lit(tab: playwright.Page, name: str) -> list[str]:
    found: list[str] = tab.evaluate("name => [...(CSS.highlights.get(name) || [])].map(String)", name)
    return found


@pytest.mark.parametrize(("language", "status", "name"), [
    ("zh", "不符", "分项之和不符"), ("en", "Differs", "Parts do not sum"),
])  # fmt: skip
def test_pointing_at_a_number_shows_its_card_in_the_margin(show, language: str, status: str, name: str) -> None:
    tab = show(DESK, language)
    number(tab, "842起").hover()
    card = tab.locator(".card")
    assert card.locator(".card-status").inner_text() == status
    assert card.locator(".name").inner_text().endswith(name)
    assert card.locator(".working li").first.inner_text() == "315 + 407 + 118 = 840"
    assert (
        card.bounding_box()["x"]
        > tab.locator(".paper").bounding_box()["x"] + tab.locator(".paper").bounding_box()["width"]
    )
    assert lit(tab, "kin") == ["315起", "407起", "118起"]
    assert lit(tab, "source") == ["接警出动", "区消防救援大队"]


def test_each_field_says_how_it_was_come_by(show) -> None:
    tab = show()
    number(tab, "842起").click()
    rows = [row.inner_text().split("\n") for row in tab.locator(".card dl > div").all()]
    assert rows[1:] == [
        ["计什么", "接警出动写明", "接警出动"],
        ["谁", "大队承前", "区消防救援大队"],
        ["期间", "2023年推知"],
    ]
    tab.locator(".card dl > div", has_text="大队").hover()
    assert lit(tab, "here") == ["区消防救援大队"]


def test_keys_walk_the_findings_and_close_the_card(show) -> None:
    tab = show()
    titles = []
    for key in "njnpk":
        tab.keyboard.press(key)
        titles.append(tab.locator(".card-title").inner_text())
    assert titles == ["842起", "98.6%", "36名", "98.6%", "842起"]
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.className").startswith("card")
    tab.keyboard.press("Escape")
    assert tab.locator(".card").count() == 0
    assert tab.evaluate("document.activeElement.textContent") == "842起"


def test_tab_reaches_each_number_and_shows_it(show) -> None:
    tab = show()
    number(tab, "2024").focus()
    reached = []
    for _ in range(5):
        tab.keyboard.press("Tab")
        reached.append(tab.locator(".card-title").inner_text())
    assert reached == ["842起", "315起", "407起", "118起", "98.6%"]
    assert number(tab, "98.6%").get_attribute("aria-expanded") == "true"


def test_single_letters_can_be_turned_off(show) -> None:
    tab = show()
    tab.keyboard.press("?")
    assert tab.locator("#keys").is_visible()
    tab.get_by_label("启用单键快捷键").uncheck()
    tab.keyboard.press("Escape")
    tab.keyboard.press("n")
    assert tab.locator(".card").count() == 0


def test_a_filter_quiets_a_status(show) -> None:
    tab = show()
    chip = tab.locator(".chip[data-status=differs]")
    assert chip.get_attribute("aria-pressed") == "true"
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert number(tab, "842起").evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"
    assert number(tab, "842起").get_attribute("tabindex") == "-1"
    assert tab.locator(".list li:visible").count() == 1
    tab.keyboard.press("n")
    assert tab.locator(".card-title").inner_text() == "98.6%"


def test_the_language_switches_with_the_card_open(show) -> None:
    tab = show()
    number(tab, "98.6%").click()
    tab.get_by_role("button", name="English").click()
    assert tab.locator("html").get_attribute("lang") == "en"
    assert tab.title() == "Plumbline findings · 临溪区消防救援工作报告.docx"
    assert tab.locator(".card-status").inner_text() == "Cannot be told"
    assert tab.locator("h1").inner_text() == "Plumbline findings"
    assert tab.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"


def test_a_listed_finding_leads_to_its_number(show) -> None:
    tab = show()
    tab.locator(".list a", has_text="98.6%").click()
    assert tab.locator(".card-title").inner_text() == "98.6%"
    tab.locator(".list a", has_text="842起").click()
    tab.locator(".card .kin a", has_text="407起").click()
    assert tab.locator(".card-title").inner_text() == "407起"


def test_on_a_narrow_screen_the_card_stands_at_its_number(show) -> None:
    tab = show(NARROW)
    number(tab, "842起").hover()
    tab.wait_for_timeout(200)
    card, at = tab.locator(".card").bounding_box(), number(tab, "842起").bounding_box()
    assert card["y"] >= at["y"] + at["height"] or card["y"] + card["height"] <= at["y"]
    tab.locator(".total").hover()
    playwright.expect(tab.locator(".card")).to_have_count(0)


def test_on_a_phone_the_card_is_a_sheet_below_the_number(show) -> None:
    tab = show(PHONE, "zh", has_touch=True, is_mobile=True)
    assert tab.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    number(tab, "36名").tap()
    card = tab.locator(".card").bounding_box()
    assert (card["x"], card["width"], card["y"] + card["height"]) == (0, PHONE["width"], PHONE["height"])
    assert number(tab, "36名").bounding_box()["y"] < card["y"]
    close = tab.locator(".close").bounding_box()
    assert min(close["width"], close["height"]) >= 44
    tab.locator(".close").tap()
    assert tab.locator(".card").count() == 0


def test_without_script_the_findings_are_read_as_notes(show) -> None:
    tab = show(java_script_enabled=False)
    note = tab.locator(".note").first
    assert note.is_visible()
    assert "三类相加为840起" in note.inner_text()
    assert not tab.locator(".tools").is_visible()
    number(tab, "842起").click()
    assert tab.url.endswith("#n1-1")


def test_on_paper_numbers_carry_their_note_and_controls_are_gone(show) -> None:
    tab = show()
    tab.keyboard.press("n")
    tab.emulate_media(media="print")
    assert number(tab, "842起").evaluate("mark => getComputedStyle(mark, '::after').content").endswith('✗1"')
    assert [tab.locator(name).first.is_visible() for name in (".card", ".rail", ".tools", ".margin")] == [False] * 4
    assert tab.locator(".note").last.is_visible()
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_of_several_reports_one_is_open_at_a_time(show) -> None:
    tab = show(DESK, "zh", page(), page("第二份.txt"))
    assert [tab.locator(name).is_visible() for name in ("#r1", "#r2")] == [True, False]
    tab.get_by_role("link", name="第二份.txt").click()
    assert [tab.locator(name).is_visible() for name in ("#r1", "#r2")] == [False, True]
    tab.keyboard.press("n")
    assert tab.locator("#r2 .card").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hostile_report_does_nothing(show, scheme: str) -> None:
    text = "办结5件</script><script>alert(1)</script>\u202e<img src=//x onerror=alert(1)>。"
    words = Words(text, text)
    marks = (Mark(2, 4, "note", (Field(words, words, "stated", (0, len(text))),), (Remark("note", words, words),)),)
    tab = show(DESK, "zh", Page(text, text, marks), color_scheme=scheme)
    tab.on("dialog", lambda dialog: pytest.fail("a script of the report ran"))
    number(tab, "5件").click()
    assert text.replace("\u202e", "◇") in tab.locator(".card .from").inner_text()
    assert tab.locator("img").count() == 0
