"""The annotated Word file: each comment on exactly its number, everything else as it was."""

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from plumbline.errors import Words
from plumbline.reports.comments import AUTHOR
from plumbline.reports.marks import Mark, Page, Remark
from plumbline.reports.runs import paragraphs_of, runs_of, text_of
from plumbline.reports.word import annotate

TEXT = """石桥县治安工作报告
（2024年3月）

　　一、总体情况
　　全年接报警情1520起，同比下降8.1%。
项目\t件数
调解\t312件
"""
SAID = Remark(
    "differs", Words("收支不抵", "Does not add up"), Words("差3件。", "Off by 3."), (Words("5 - 2", "5 - 2"),)
)


def marked(text: str, *numbers: str, remarks: tuple[Remark, ...] = (SAID,)) -> tuple[Mark, ...]:
    starts = [text.index(number) for number in numbers]
    return tuple(
        Mark(start, start + len(number), "differs", (), remarks) for start, number in zip(starts, numbers, strict=True)
    )


def read(document: Document) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Read a document the way Plumbline's reader does: a line a paragraph, and the span of each."""
    text, spans = "", []
    for paragraph in paragraphs_of(document.element.body):
        spans.append((len(text), len(text) + len(text_of(paragraph))))
        text += text_of(paragraph) + "\n"
    return text, tuple(spans)


def anchors(document: Document) -> dict[int, str]:
    """Return the text between the start and the end of each comment's range."""
    held: dict[int, str] = {}
    open_: set[int] = set()
    for element in document.element.body.iter(*map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:r"))):
        if element.tag == qn("w:r"):
            held.update({number: held.get(number, "") + element.text for number in open_})
        else:
            open_ ^= {int(element.get(qn("w:id")))}
    return held


def again(document: Document, *numbers: str) -> Document:
    """Annotate ``document`` with one remark on each of ``numbers`` and open the result."""
    text, spans = read(document)
    held = BytesIO()
    document.save(held)
    written = annotate(Page("a.docx", text, marked(text, *numbers)), held.getvalue(), spans, "zh")
    return docx.Document(BytesIO(written))


def opened(page: Page, language: str = "zh", when: datetime | None = None) -> Document:
    return docx.Document(BytesIO(annotate(page, None, (), language, when)))


def test_a_text_is_laid_out_as_an_official_paper() -> None:
    document = opened(Page("a.txt", TEXT, ()))
    section, styles = document.sections[0], document.styles
    assert section.page_width == pytest.approx(Mm(210), rel=1e-4)
    assert section.page_height == pytest.approx(Mm(297), rel=1e-4)
    assert [paragraph.style.name for paragraph in document.paragraphs if paragraph.style] == [
        "Title", "Subtitle", "Heading 1", "Body Text"]  # fmt: skip
    fonts = {name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Body Text", "Heading 1")}
    assert fonts == {"Body Text": "仿宋", "Heading 1": "黑体"}
    assert styles["Body Text"].font.size == Pt(16)  # type: ignore[attr-defined]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["项目", "件数"],
        ["调解", "312件"],
    ]


def test_a_comment_says_name_sentence_and_working_on_exactly_the_number() -> None:
    document = opened(Page("a.txt", TEXT, marked(TEXT, "1520起", "8.1%", "312件")))
    assert list(anchors(document).values()) == ["1520起", "8.1%", "312件"]
    [first, *_] = document.comments
    assert (first.author, first.text) == (AUTHOR, "收支不抵\n差3件。\n5 - 2")


def test_a_comment_speaks_the_language_asked_for() -> None:
    [only] = opened(Page("a.txt", TEXT, marked(TEXT, "8.1%")), "en").comments
    assert only.text == "Does not add up\nOff by 3.\n5 - 2"


def test_a_number_without_remarks_gets_no_comment() -> None:
    assert not list(opened(Page("a.txt", TEXT, marked(TEXT, "8.1%", remarks=()))).comments)


def test_a_remark_on_the_text_as_a_whole_stands_on_its_first_paragraph() -> None:
    document = opened(Page("a.txt", TEXT, marked(TEXT, "8.1%"), (SAID,)))
    assert list(anchors(document).values()) == ["石桥县治安工作报告", "8.1%"]


@pytest.mark.parametrize("when", [None, datetime(2024, 3, 1, 8, tzinfo=UTC)])
def test_comments_carry_the_time_handed_in_and_no_other(when: datetime | None) -> None:
    [only] = opened(Page("a.txt", TEXT, marked(TEXT, "8.1%")), when=when).comments
    assert only.timestamp == when


def test_the_same_report_gives_the_same_bytes() -> None:
    page = Page("a.txt", TEXT, marked(TEXT, "8.1%"), (SAID,))
    assert annotate(page, None, (), "zh") == annotate(page, None, (), "zh")


def test_a_run_is_cut_around_its_number_and_keeps_its_looks() -> None:
    document = docx.Document()
    document.add_paragraph("全年受理").add_run("办结125件案件").bold = True
    result = again(document, "125件")
    runs = [(run.text, run.bold) for run in result.paragraphs[0].runs if run.text]
    assert runs == [("全年受理", None), ("办结", True), ("125件", True), ("案件", True)]
    assert list(anchors(result).values()) == ["125件"]


def test_a_number_spread_over_runs_tabs_and_breaks_is_held_whole() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("甲\t乙1")
    paragraph.add_run("2").italic = True
    paragraph.add_run("5件\n次行7起")
    result = again(document, "125件", "7起")
    assert result.paragraphs[0].text == "甲\t乙125件\n次行7起"
    assert list(anchors(result).values()) == ["125件", "7起"]
    assert [run.text for run in result.paragraphs[0].runs if run.italic] == ["2"]


def test_cells_nested_tables_and_links_are_found() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "共12人"
    cell.add_table(1, 1).cell(0, 0).text = "内34户"
    link = f"<w:hyperlink {nsdecls('w')}><w:r><w:t>见56家企业</w:t></w:r></w:hyperlink>"
    document.add_paragraph("附：")._p.append(parse_xml(link))
    result = again(document, "12人", "34户", "56家")
    assert list(anchors(result).values()) == ["12人", "34户", "56家"]
    assert read(result)[0] == read(document)[0]


def test_deleted_words_do_not_move_the_number() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("计")
    gone = f'<w:del {nsdecls("w")} w:id="7" w:author="a"><w:r><w:delText>旧99件</w:delText></w:r></w:del>'
    new = f'<w:ins {nsdecls("w")} w:id="8" w:author="a"><w:r><w:t>新78件</w:t></w:r></w:ins>'
    paragraph._p.extend([parse_xml(gone), parse_xml(new)])
    assert list(anchors(again(document, "78件")).values()) == ["78件"]


def test_comments_already_there_stay() -> None:
    document = docx.Document()
    run = document.add_paragraph("受理").add_run("8件")
    document.add_comment(run, "请核实", "张三", "张")
    result = again(document, "8件")
    assert [(comment.author, comment.comment_id) for comment in result.comments] == [("张三", 0), (AUTHOR, 1)]
    assert anchors(result) == {0: "8件", 1: "8件"}


def test_a_paragraph_not_as_it_was_read_loses_no_finding() -> None:
    document = docx.Document()
    document.add_paragraph("改过的文字。")
    held = BytesIO()
    document.save(held)
    text = "原来的12件。"
    result = docx.Document(BytesIO(annotate(Page("a", text, marked(text, "12件")), held.getvalue(), ((0, 7),), "zh")))
    assert [comment.text.split("\n")[0] for comment in result.comments] == ["「12件」"]
    assert list(anchors(result).values()) == ["改过的文字。"]


@pytest.mark.parametrize("text", ["", "\n \n", "5件\x00\x0b\ud800\ufffe\u202e</w:t>&<b>\r\n6件"])
def test_hostile_and_empty_texts_give_a_file_that_opens(text: str) -> None:
    said = Remark("note", Words(text, text), Words(text + "\x1b", text), (Words(text, text),))
    marks = (Mark(0, 2, "note", (), (said,)),) if text.strip() else ()
    document = opened(Page(text, text, marks, (said,)))
    assert len(document.comments) == len(marks) + 1
    if marks:
        lines = [paragraph.text for paragraph in document.paragraphs]
        assert lines == ["5件\ufffd", "\ufffd\ufffd\u202e</w:t>&<b>", "6件"]
        assert all("\u202e" not in comment.text for comment in document.comments)


def test_a_long_run_is_cut_into_thousands_in_one_go() -> None:
    text = "办结12件，" * 3000
    marks = tuple(Mark(6 * at + 2, 6 * at + 5, "differs", (), (SAID,)) for at in range(3000))
    document = opened(Page("a", text + "。", marks))
    [paragraph] = document.paragraphs
    assert paragraph.text == text + "。"
    assert [run.text for run in runs_of(paragraph._p) if run.text][1:4] == ["12件", "，办结", "12件"]


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (libreoffice-writer-nogui)")
def test_another_word_processor_finds_the_same_comments(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(annotate(Page("a.txt", TEXT, marked(TEXT, "1520起", "312件"), (SAID,)), None, (), "zh"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    result = docx.Document(str(tmp_path / "out" / "a.docx"))
    assert [comment.author for comment in result.comments] == [AUTHOR] * 3
    assert sorted(anchors(result).values()) == ["1520起", "312件", "石桥县治安工作报告"]
