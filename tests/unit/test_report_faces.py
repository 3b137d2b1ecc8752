"""The faces of a written report: page, Word file, PDF, the records behind them."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import html

from plumbline.errors import OutputError
from plumbline.figures.shapes import Reading
from plumbline.lines import figures
from plumbline.periods import span
from plumbline.reports import phrases
from plumbline.reports.composed import Composed
from plumbline.reports.official import measures
from plumbline.reports.official.fonts import STAND_INS, chosen, installed, substitutions
from plumbline.reports.official.page import page
from plumbline.reports.official.pdf import pdf
from plumbline.reports.official.records import records_page
from plumbline.reports.official.word import word
from plumbline.reports.tracing import SHOWN, traced
from readings import HEAD, ROOT, behind, composed

OFFICIAL = HEAD + (
    'mark = "示例市年度报告"\nnumber = "示报〔2021〕1号"\nto = "各区县"\ncopies = "市法院"\n'
    'printed = { zh = "示例组办公室", en = "Office" }\nprinted_on = 2021-01-09\n'
)
SENTENCE = (
    "受理涉黑案件{trials.docketed scope=涉黑}，同比{trials.docketed scope=涉黑 against=2019}，"
    "结案率为{trials.clearance_rate}。"
)
PARTS = {"docketed": (103, 1), "docketed/2019": (100, 1), "clearance_rate": (93, 250)}


@pytest.fixture(scope="module")
def report() -> Composed:
    return composed(SENTENCE, PARTS, head=OFFICIAL)


@pytest.fixture(scope="module")
def opened(report: Composed) -> "docx.document.Document":
    return docx.Document(BytesIO(word(report)))


def test_every_number_of_the_page_opens_to_its_reading(report: Composed) -> None:
    tree = html.fromstring(page(report, "records.html"))
    links = tree.xpath("//a[@class='n']")
    assert [link.text for link in links] == ["103件", "上升3.0%", "37.20%"]
    cards = [tree.get_element_by_id(link.get("href")[1:]).text_content() for link in links]
    for card in cards:
        for said in (
            "期内的",
            "另案处理的",
            f"总账前20000条，根{ROOT}",
        ):
            assert said in card
    assert not any("those of the period" in card for card in cards)
    assert "受理涉黑案件（trials.docketed）" in cards[0]
    assert "涉黑（带涉黑任一标签）" in cards[0]
    assert "2020年（2020-01-01/2020-12-31）" in cards[0]
    assert "基期" in cards[1]
    assert "2019年（2019-01-01/2019-12-31）" in cards[1]
    assert "93÷250" in cards[2]


def test_the_page_needs_no_script_and_no_network(report: Composed) -> None:
    drawn = page(report, "records.html")
    assert "<script" not in drawn
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|url\(\s*["']?(?!data:)\w|@import""", drawn)
    policy = html.fromstring(drawn).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy[0].startswith("default-src 'none'; style-src 'sha256-")


def test_links_to_records_arrive(report: Composed) -> None:
    behind_it = list(traced(report, behind, StringIO()))
    places = {
        el.get("id") for el in html.fromstring(records_page(report, behind_it, "p.html", "r.csv")).xpath("//section")
    }
    links = html.fromstring(page(report, "records.html")).xpath("//p[@class='records']/a/@href")
    assert len(links) == 4
    assert {link.partition("#")[2] for link in links} == places == {"d1", "d2", "d3"}


def test_the_page_of_records_shows_some_and_says_how_many_more(report: Composed) -> None:
    drawn = html.fromstring(records_page(report, list(traced(report, behind, StringIO())), "p.html", "r.csv"))
    section = drawn.get_element_by_id("d3")
    numerator, denominator = (len(table.xpath("tbody/tr")) for table in section.xpath("table"))
    assert (numerator, denominator) == (93, SHOWN)
    assert "还有50条，见 r.csv。" in section.text_content()
    assert "还有" not in drawn.get_element_by_id("d1").text_content()


def test_the_file_of_records_has_all_of_them_and_no_formula(report: Composed) -> None:
    file = StringIO()
    list(traced(report, lambda r, f: (t._replace(case="=1+1") for t in behind(r, f)), file))
    rows = list(csv.DictReader(StringIO(file.getvalue())))
    assert [sum(row["reading"] == key for row in rows) for key in ("d1", "d2", "d3")] == [103, 100, 93 + 250]
    assert sum(row["part"] == "denominator" for row in rows) == 250
    assert {row["case"] for row in rows} == {"'=1+1"}


def test_the_word_file_has_the_sheet_of_the_standard(opened: "docx.document.Document") -> None:
    section = opened.sections[0]
    millimetres = [
        round(side.mm) for side in (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    ]
    assert millimetres == [210, 297, 37, 35]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert int(grid.get(qn("w:linePitch"))) / 20 == pytest.approx(28.95)
    assert 22 * 28.95 <= 225 / 25.4 * 72 < 23 * 28.95
    assert opened.settings.element.find(qn("w:mirrorMargins")) is not None


def test_twenty_eight_characters_fill_a_line(opened: "docx.document.Document") -> None:
    body = opened.styles["Body Text"]
    spacing = int(body.element.find(f"{qn('w:rPr')}/{qn('w:spacing')}").get(qn("w:val"))) / 20
    width = 156 / 25.4 * 72
    assert 28 * (body.font.size.pt + spacing) <= width < 29 * (body.font.size.pt + spacing)


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22), ("红头", "方正小标宋简体", 62), ("发文字号", "仿宋_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16), ("Heading 1", "黑体", 16), ("Heading 2", "楷体_GB2312", 16),
        ("Heading 3", "仿宋_GB2312", 16), ("Heading 4", "仿宋_GB2312", 16), ("附件", "黑体", 16), ("版记", "仿宋_GB2312", 14),
    ],
)  # fmt: skip
def test_each_part_has_its_letters(opened: "docx.document.Document", style: str, font: str, size: float) -> None:
    found = opened.styles[style]
    assert found.element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == font
    assert found.font.size == Pt(size)
    assert style == "红头" or str(found.font.color.rgb) == "000000"
    assert style in ("Title", "红头") or found.paragraph_format.line_spacing == Pt(28.95)


def test_the_front_and_the_back_of_the_word_file(opened: "docx.document.Document") -> None:
    written = [p.text for p in opened.paragraphs]
    assert written[:4] == ["示例市年度报告", "示报〔2021〕1号", "工作报告", "各区县："]
    assert str(opened.styles["红头"].font.color.rgb) == measures.RED
    border = opened.paragraphs[1]._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")
    assert (border.get(qn("w:color")), border.get(qn("w:space"))) == (measures.RED, "11")
    at = written.index("附件：指标读数表")
    assert written[at + 1 : at + 3] == ["示例组", "2021年1月8日"]
    imprint = opened.tables[-1]
    assert [row.cells[0].text for row in imprint.rows] == ["抄送：市法院。", "示例组办公室\t2021年1月9日印发"]
    place = imprint._tbl.tblPr.find(qn("w:tblpPr"))
    assert int(place.get(qn("w:tblpY"))) / 20 + 2 * 28.95 == pytest.approx((37 + 225) / 25.4 * 72, abs=0.1)


def test_page_numbers_stand_at_the_outer_side(opened: "docx.document.Document") -> None:
    section = opened.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT)
    assert odd.text == even.text == "—  —"
    dash = section.bottom_margin - section.footer_distance - Pt(14) / 2
    assert Mm(6.9) < dash < Mm(7.1)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("示例市刑事司法工作协调小组", (2, 7)),
        ("示例组", (7, 2)),
    ],
)
def test_a_signature_without_a_seal(name: str, kept: tuple[float, float]) -> None:
    # Six figures of half a width and 年月日: the date is six wide, and begins two after the name does.
    day = "2021年1月8日"
    assert measures.length(day) == 6
    assert measures.signature(name, day) == kept
    assert (kept[0] + len(name)) - (kept[1] + 6) == 2


def test_an_english_signature_and_its_date_end_at_one_place() -> None:
    assert measures.signature("Coordination group", "31 January 2021") == (2, 2)


@pytest.mark.parametrize(("language", "heavy"), [("zh", False), ("en", True)])
def test_headings_weigh_the_same_in_word_and_on_the_page(language: str, heavy: bool) -> None:
    said = SENTENCE if language == "zh" else "There were {trials.docketed} cases."
    made = composed(said, PARTS, language, OFFICIAL.replace('"各区县"', '{ zh = "各区县", en = "All" }'))
    styles = docx.Document(BytesIO(word(made))).styles
    assert {styles[name].font.bold for name in ("Heading 1", "附件", "表头")} == {heavy}
    rule = 'html[lang="en"] .text h2, html[lang="en"] .annex h3, html[lang="en"] .annex-name, html[lang="en"] .annex th'
    assert f"{rule} {{ font-weight: 700; }}" in page(made, "")


def test_the_columns_of_the_annex_fill_the_width_and_hold_their_heads() -> None:
    for wide in (*measures.NUMBERS_WIDE.values(), measures.MEANINGS_WIDE):
        assert sum(wide) == measures.WIDTH
    # 序号 is two letters of 10.5 pt between margins of 3 pt.
    assert measures.NUMBERS_WIDE["zh"][0] > (2 * 10.5 + 2 * 3) / 72 * 25.4


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("trials.pending", "2020年12月31日终了时"), ("trials.docketed", "2018年至2020年"),
        ("trials.on_hand", "2018年至2020年"), ("trials.clearance_rate", "2018年至2020年"),
        ("trials.carried_over", "2018年至2020年"), ("prosecutions.conclusion_rate", "2018年至2020年"),
    ],
)  # fmt: skip
def test_only_what_stands_at_the_end_says_so(name: str, said: str) -> None:
    figure = next(f for f in figures() if f.id == name)
    reading = Reading(figure, "cases", figure.unit, span("2018/2020"), "", "", 1, 1, 1)
    assert phrases.when(reading).zh == said


def test_each_number_of_the_word_file_has_a_comment(opened: "docx.document.Document") -> None:
    said = [comment.text for comment in opened.comments]
    assert [text.split("\n")[0] for text in said] == ["读数1　103件", "读数2　上升3.0%", "读数3　37.20%"]
    assert "确数：93÷250" in said[2]
    assert f"截至：总账前20000条，根{ROOT}" in said[2]
    anchored = opened.element.body.findall(f".//{qn('w:commentRangeStart')}")
    assert [next(el for el in a.itersiblings(qn("w:r"))).text for a in anchored] == ["103件", "上升3.0%", "37.20%"]


def test_the_annex_has_a_row_for_each_number_and_each_figure(opened: "docx.document.Document") -> None:
    numbers, meanings, _ = opened.tables
    assert [row.cells[1].text for row in numbers.rows] == ["文中数字", "103件", "上升3.0%", "37.20%"]
    assert numbers.rows[2].cells[4].text == "103件\n比100件"
    assert [row.cells[0].text.split("\n")[-1] for row in meanings.rows] == [
        "指标",
        "trials.docketed",
        "trials.clearance_rate",
    ]
    assert "口径“涉黑”：带涉黑任一标签的案件。" in [p.text for p in opened.paragraphs]


def test_the_fonts_and_their_stand_ins_are_recorded(report: Composed, opened: "docx.document.Document") -> None:
    assert "仿宋_GB2312" in opened.core_properties.comments
    table = ZipFile(BytesIO(word(report))).read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in table


def test_fonts_are_chosen_from_those_installed_and_the_official_first() -> None:
    noto = ["Noto Serif CJK SC", "Noto Sans CJK SC"]
    fonts = chosen(noto)
    assert (fonts["仿宋"], fonts["黑体"]) == ("Noto Serif CJK SC", "Noto Sans CJK SC")
    assert "仿宋_GB2312以Noto Serif CJK SC代" in substitutions(fonts).zh
    assert chosen([*noto, "仿宋_GB2312", "FandolFang"])["仿宋"] == "仿宋_GB2312"
    assert substitutions({face: names[0] for face, names in STAND_INS.items()}).zh == ""
    with pytest.raises(OutputError, match=r"no font is installed that sets 黑体.*Install fonts-noto-cjk"):
        chosen(["Noto Serif CJK SC"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_report_gives_the_same_bytes(language: str) -> None:
    sentence = SENTENCE if language == "zh" else "There were {trials.docketed} cases."
    first, second = (
        composed(sentence, PARTS, language, OFFICIAL.replace('"各区县"', '{ zh = "各区县", en = "All" }'))
        for _ in range(2)
    )
    assert page(first, "r.html") == page(second, "r.html")
    assert word(first) == word(second)


def test_the_word_file_is_dated_by_the_plan(opened: "docx.document.Document") -> None:
    properties = opened.core_properties
    assert properties.created == properties.modified
    assert properties.created.date().isoformat() == "2021-01-08"
    assert properties.subject == f"总账前20000条，根{ROOT}"


def test_the_pdf_is_laid_out_on_the_sheet(report: Composed) -> None:
    fonts = chosen(installed())
    document = pypdfium2.PdfDocument(pdf(report, fonts))
    first = document[0]
    assert [round(side / 72 * 25.4) for side in first.get_size()] == [210, 297]
    text = first.get_textpage()
    said = text.get_text_bounded()
    for words in (
        "示报〔2021〕1号",
        "各区县：",
        "受理涉黑案件103件，同比上升3.0%，结案率为37.20%。",
        "附件：指标读数表",
        "— 1 —",
    ):
        assert words in said.replace("\r\n", "\n")
    everything = "".join(p.get_textpage().get_text_bounded() for p in document)
    assert "示例组办公室" in everything
    if substitutions(fonts).zh:
        assert "字体替代：" in everything


def test_the_pdf_of_one_report_is_always_the_same(report: Composed) -> None:
    fonts = chosen(installed())
    assert pdf(report, fonts) == pdf(report, fonts)
