"""The annotated page: what it says, that it stands alone, that nothing in a report can harm its reader."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import lxml.html
import pytest

from plumbline.errors import Words
from plumbline.reports.bar import bar
from plumbline.reports.marks import Field, Mark, Page, Remark, Status
from plumbline.reports.page import render

TEXT = "河湾镇调解工作小结\n　　全年受理纠纷96件，调解成功90件，未成6件。\n\t上年\t今年\n受理\t88件\t96件\n"
SUM = Remark(
    "differs", Words("收支不抵", "Does not add up"), Words("两数相加不等于受理数。", "The two do not make the total."),
    (Words("90 + 6 = 96", "90 + 6 = 96"), Words("相差 0", "difference 0")), ((TEXT.index("90件"), TEXT.index("90件") + 3),),
)  # fmt: skip


def mark(words: str, status: Status = "claim", text: str = TEXT, *remarks: Remark) -> Mark:
    start = text.index(words)
    fields = (Field(Words("单位", "Unit"), Words("件", "件"), "stated", (start + len(words) - 1, start + len(words))),)
    return Mark(start, start + len(words), status, fields, remarks)


def page(**changes: object) -> Page:
    marks = (mark("96件", "differs", TEXT, SUM), mark("90件", "holds"))
    return replace(Page("小结.txt", TEXT, marks), **changes)  # type: ignore[arg-type]


def tree(*pages: Page, language: str = "zh") -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render(pages, language))


def data(root: lxml.html.HtmlElement) -> dict[str, list[object]]:
    found: dict[str, list[object]] = json.loads(root.xpath("string(//script[@class='data'])"))
    return found


def test_each_paragraph_and_cell_carries_where_it_starts() -> None:
    for block in tree(page()).xpath("//article//*[@data-o]"):
        assert TEXT.startswith(block.text_content(), int(block.get("data-o")))


def test_a_mark_shows_its_status_and_leads_to_its_note() -> None:
    root = tree(page())
    [first, second] = root.xpath("//article//a[contains(@class, 'mark')]")
    assert (first.text_content(), first.get("class"), first.get("href")) == ("96件", "mark s-differs", "#n1-1")
    assert (second.text_content(), second.get("class"), second.get("href")) == ("90件", "mark s-holds", None)
    note = root.get_element_by_id("n1-1")
    assert [line.text_content() for line in note.xpath(".//ol/li")] == ["90 + 6 = 96", "相差 0difference 0"]
    assert [link.get("href") for link in note.xpath(".//a")] == ["#m1-0", "#m1-1"]


def test_what_differs_is_listed_first() -> None:
    hint = Remark("note", Words("约数", "Vague"), Words("宜写实数。", "An exact number would be better."))
    marks = (mark("96件", "note", TEXT, hint), mark("90件", "differs", TEXT, SUM))
    links = tree(page(marks=marks, remarks=(hint,))).xpath("//nav[@class='rail']//li/a/@href")
    assert links == ["#m1-1", "#n1-1", "#m1-0"]


def test_every_word_is_there_in_both_languages() -> None:
    root = tree(page(), language="en")
    assert root.get("lang") == "en"
    assert root.xpath("string(//h1/span[@class='z'])") == "准绳核对结论"
    assert root.xpath("string(//h1/span[@class='e'])") == "Plumbline findings"
    assert len(root.xpath("//span[@class='z']")) == len(root.xpath("//span[@class='e']"))


def test_the_policy_allows_the_page_its_own_style_and_script_and_nothing_else() -> None:
    root = tree(page())
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    for kind, path in (("style", "//style"), ("script", "//script[not(@type)]")):
        digest = b64encode(sha256(root.xpath(f"string({path})").encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_page_names_no_other_place() -> None:
    drawn = render([page()])
    assert set(re.findall(r"https?://[^'\"\s]+", drawn)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\s(on\w+|style)=", drawn.split("<script")[0])
    assert all(link.startswith(("#", "data:")) for link in tree(page()).xpath("//@href | //@src"))


def test_hostile_text_stays_text() -> None:
    bad = "</script><script>alert(1)</script><img src=x onerror='a'>\"&amp;\u202e7件\x00\ud800 '"
    words = Words(bad, bad + "!")
    marks = (Mark(bad.index("7"), bad.index("7") + 2, "note", (Field(words, words, "implied"),),
                  (Remark("note", words, words, (words,), ((0, 9),)),)),)  # fmt: skip
    drawn = render([Page(bad, bad + "\n" + bad, marks, (Remark("note", words, words),))])
    root = lxml.html.fromstring(drawn)
    assert len(root.xpath("//script")) == 3
    assert not root.xpath("//img")
    assert not {"\u202e", "\x00"} & set(drawn)
    assert drawn.encode()
    shown = root.xpath("//article/*")[0].text_content()
    assert shown == bad.replace("\u202e", "◇").replace("\x00", "◇").replace("\ud800", "\ufffd")
    assert root.xpath("//article//span[@class='ctl']/@data-name")[:2] == ["RLO", "U+0000"]


def test_offsets_are_counted_as_browsers_count() -> None:
    text = "𠮷祥里😀\n办结5件。"
    root = tree(Page("a", text, (mark("5件", "claim", text),)))
    assert root.xpath("//article/*/@data-o") == ["0", "7"]
    assert data(root)["marks"] == [[9, 11, [[0, 1, "stated", 10, 11]]]]
    assert data(root)["words"] == [["单位", "Unit"], ["件"]]


def test_rows_become_a_table() -> None:
    rows = tree(page()).xpath("//article//tr")
    assert [[cell.text_content() for cell in row] for row in rows] == [["", "上年", "今年"], ["受理", "88件", "96件"]]


def test_a_number_broken_by_a_line_end_is_marked_on_both_lines() -> None:
    text = "共办结1\n200件。"
    parts = tree(Page("a", text, (Mark(3, 9, "claim"),))).xpath("//article//*[contains(@class, 'mark')]")
    drawn = [(part.tag, part.text_content(), part.get("id")) for part in parts]
    assert drawn == [("a", "1", "m1-0"), ("span", "200件", None)]


def test_several_reports_share_one_page_without_sharing_ids() -> None:
    root = tree(page(), page(name="-"))
    assert root.xpath("//nav[@class='tabs']//a/@href") == ["#r1", "#r2"]
    assert root.xpath("string(//section[@id='r2']//h2//span[@class='z'])") == "标准输入"
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("pages", [[], [Page("a", "", ())], [Page("a", "没有数字。", ())]])
def test_nothing_to_show_is_shown(pages: list[Page]) -> None:
    assert "</html>" in render(pages)


def test_size_grows_with_the_marks_and_no_card_is_in_the_page() -> None:
    def size(count: int) -> int:
        text = "办结12件。\n" * count
        field = (Field(Words("单位", "Unit"), Words("件", "件"), "stated", (0, 1)),) * 5
        drawn = render([Page("a", text, tuple(Mark(7 * at + 2, 7 * at + 5, "claim", field) for at in range(count)))])
        assert drawn.count('class="card"') == 1
        return len(drawn)

    assert size(4000) - size(2000) < 2.2 * (size(2000) - size(1000))
    assert (size(2000) - size(1000)) / 1000 < 400


def test_the_bar_shows_a_single_number_among_thousands_and_fills_its_width() -> None:
    widths = [float(width) for width in re.findall(r'class="s-\w+" x="[\d.]+%" y="0" width="([\d.]+)%"',
                                                   bar({"differs": 1, "claim": 4999}, "1"))]  # fmt: skip
    assert widths[0] > 0.7
    assert sum(widths) == pytest.approx(100, abs=0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return sum(
        weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
    )


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_can_be_read_on_every_ground(scheme: int) -> None:
    palettes = re.findall(r":root \{.*?\}", render([]), re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6})", palettes[scheme]))
    for ink in ("ink", "faint", "seal", "holds", "differs", "untold", "note", "claim", "apart"):
        for ground in ("paper", "wash", "desk"):
            light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
