"""What a document's text is: from each format, each encoding, a folder, a stream."""

import io
import os
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plumbline.documents import find, load
from plumbline.errors import InputError, NotFound, NotText, TooLarge

REPORT = "2020年，全市法院受理案件12345件，\n办结11000件。\n"
GB_REPORT = "二〇一九年，全市共立刑事案件3,210起，破案率达到八成五——同比上升“两个百分点”。\n"


def read(data: bytes):
    return load("-", stdin=io.BytesIO(data))


# ---- plain text


def test_a_utf8_text_is_what_read_text_gives(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("一\r\n二\r三\n\t 四　五\x0b\x0c六".encode())
    document = load(path)
    assert document.text == path.read_text(encoding="utf-8") == "一\n二\n三\n\t 四　五\x0b\x0c六"
    assert (document.name, document.format, document.encoding) == (str(path), "txt", "utf-8")
    assert document.original is None
    assert document.paragraphs == ()


def test_markdown_is_left_as_written(tmp_path):
    path = tmp_path / "report.md"
    path.write_text("# 报告\n\n* 受理 3 件\n", encoding="utf-8")
    document = load(str(path))
    assert (document.format, document.text) == ("md", "# 报告\n\n* 受理 3 件\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(encoding))
    document = load(path)
    assert (document.encoding, document.text) == (encoding, path.read_text(encoding=encoding))
    assert document.text == REPORT


def test_big_endian_utf16_is_read():
    assert read(b"\xfe\xff" + REPORT.encode("utf-16-be")).text == REPORT


@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_gb18030_is_recognised(encoding):
    document = read(GB_REPORT.encode(encoding))
    assert (document.encoding, document.text) == ("gb18030", GB_REPORT)


def test_two_words_of_gb18030_that_are_valid_utf8_are_no_mixed_encoding():
    text = GB_REPORT + "联通\n"
    assert read(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("中文".encode() + b"\xff" + "中文".encode(), 6),
        ("臺灣高等法院判決書全文".encode("big5"), 0),
        ("naïve".encode("latin-1"), 2),
        (b"\xff\xfe" + "中".encode("utf-16-le") + b"\x2d", 4),
        (GB_REPORT.encode("gb18030") + b"\xd6", len(GB_REPORT.encode("gb18030"))),
    ],
)
def test_an_unknown_encoding_is_refused_with_the_byte_where_it_starts(data, offset):
    with pytest.raises(NotText, match=f"from byte {offset} on it is neither UTF-8 nor GB18030"):
        read(data)


def test_a_line_of_utf8_in_gb18030_is_refused_with_its_byte():
    before = GB_REPORT.encode("gb18030") * 40
    # this line happens to be valid in both encodings
    data = before + "全市法院".encode() + b"\n" + before
    with pytest.raises(NotText, match=f"the line at byte {len(before)} is UTF-8"):
        read(data)


def test_gb18030_after_utf8_is_refused():
    with pytest.raises(NotText, match=r"neither UTF-8 nor GB18030"):
        read(REPORT.encode() * 9 + GB_REPORT.encode("gb18030"))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\u3000\n".encode(), b"\xef\xbb\xbf"])
def test_blank_text_is_refused(data):
    with pytest.raises(NotText, match="it has no text in it"):
        read(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: "报告" + text))
def test_any_text_comes_back_unchanged_from_utf8(text):
    assert read(text.encode()).text == text


# ---- HTML

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>标题</title><style>p{{}}</style></head><body>
<nav>首页</nav><script>var a = "<p>1</p>";</script><div hidden>藏</div><p style="display: none">藏</p>
<h1>工作&nbsp;报告</h1><!-- 注 --><p>受理<b>12</b>件，
办结 &#49;1 件 &amp; 其他。<br>另起一行</p>
<table><tr><td>刑事<td>34</table><ul><li>一项</ul><noscript>请启用脚本</noscript><pre>甲
乙</pre>尾</body></html>"""
SEEN = "工作\xa0报告\n受理12件，办结 11 件 & 其他。\n另起一行\n刑事\n34\n一项\n甲\n乙\n尾\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_web_page_gives_its_visible_blocks_as_lines(encoding):
    document = read(PAGE.format(charset="gbk").encode(encoding))
    assert (document.format, document.encoding, document.text) == ("html", encoding, SEEN)


def test_a_web_page_is_believed_about_big5():
    page = '<html><meta http-equiv=Content-Type content="text/html; charset=big5"><body>法院受理案件' + "統計" * 20
    document = read(page.encode("big5"))
    assert (document.encoding, document.text) == ("big5hkscs", "法院受理案件" + "統計" * 20 + "\n")


def test_a_fragment_of_a_page_is_known_by_its_ending(tmp_path):
    path = tmp_path / "part.HTM"
    path.write_text("<p>受理 3 件</p>", encoding="utf-8")
    assert (load(path).format, load(path).text) == ("html", "受理 3 件\n")


def test_a_page_without_visible_text_is_refused():
    with pytest.raises(NotText, match="it has no text in it"):
        read(b"<html><body><script>1</script></body></html>")


# ---- Word


def word(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_body(xml: str) -> bytes:
    document = docx.Document()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = etree.fromstring(f'<w:body xmlns:w="{space}">{xml}</w:body>')
    document.element.body[:] = list(parts)
    return word(document)


def tables_in_tables() -> bytes:
    document = docx.Document()
    document.add_paragraph("第一段")
    outer = document.add_table(rows=1, cols=2).rows[0].cells
    outer[0].text = "刑事"
    outer[1].text = "34"
    outer[1].add_table(rows=1, cols=1).rows[0].cells[0].text = "其中"
    document.add_paragraph("末段")
    return word(document)


def test_a_word_file_gives_paragraphs_and_cells_in_order():
    data = tables_in_tables()
    document = read(data)
    spans = [document.text[start:end] for start, end in document.paragraphs]
    assert spans == ["第一段", "刑事", "34", "其中", "", "末段"]
    assert document.text == "".join(f"{span}\n" for span in spans)
    assert (document.format, document.encoding, document.original) == ("docx", None, data)


def test_walk_and_pieces_lead_back_from_the_text_to_the_runs():
    from plumbline.documents.word import pieces, walk

    document = read(tables_in_tables())
    paragraphs = walk(docx.Document(io.BytesIO(document.original)).element.body)
    texts = ["".join(text for _, text in pieces(paragraph)) for paragraph in paragraphs]
    assert texts == [document.text[start:end] for start, end in document.paragraphs]


def test_links_tags_insertions_and_controls_count_and_deletions_do_not():
    run = "<w:r><w:t>{}</w:t></w:r>"
    xml = (
        f"<w:p>{run.format('甲')}<w:smartTag>{run.format('2003年')}</w:smartTag><w:ins>{run.format('乙')}</w:ins>"
        f"<w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom>{run.format('丁')}</w:moveFrom>"
        f"<w:hyperlink>{run.format('戊')}</w:hyperlink><w:r><w:tab/><w:br/><w:t>己</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('庚')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run.format('框')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    assert read(with_body(xml)).text == "甲2003年乙戊\t\n己\n庚\n\n"


def test_a_word_file_named_txt_is_still_read(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(tables_in_tables())
    assert load(path).format == "docx"


def test_a_word_file_python_docx_cannot_open_is_read_but_takes_no_comments():
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(tables_in_tables())) as whole, ZipFile(kept, "w") as part:
        part.writestr("word/document.xml", whole.read("word/document.xml"))
    document = read(kept.getvalue())
    assert document.text.startswith("第一段\n")
    assert document.original is None


# ---- PDF


def pdf(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """Return a PDF whose pages hold lines ``(x, y, text)`` at 12 points in a Chinese font that viewers supply."""
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[1 95 500]"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
        "/Descent -120/CapHeight 880/StemV 93>>",
    ]
    for i, lines in enumerate(pages):
        shown = "\n".join(f"1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj" for x, y, text in lines)
        content = f"BT /F 12 Tf\n{shown}\nET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return assembled(objects)


def assembled(objects: list[str]) -> bytes:
    data, at = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in at)
    trailer = f"trailer<</Size {len(at) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(at) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def page(*lines: str) -> list[tuple[int, int, str]]:
    """Return lines one under another; a line starting with "> " is indented by two characters."""
    return [
        (96 if line.startswith("> ") else 72, 760 - 20 * i, line.removeprefix("> ")) for i, line in enumerate(lines)
    ]


def test_soft_line_breaks_of_a_pdf_are_joined_and_hard_ones_kept():
    lines = page(
        "> 二〇二〇年，全市法院受理各类案件一万二千件，",
        "同比上升百分之三，其中刑事案件三千件，民事案件九",
        "千件，审结率为 95.5%。",
        "> （一）审判工作",
        "> 审结各类案件一万一千件，结案率居全省各市前列，",
        "群众满意度进一步提高",
    )
    assert read(pdf([lines])).text == (
        "二〇二〇年，全市法院受理各类案件一万二千件，同比上升百分之三，其中刑事案件三千件，民事案件九千件，审结率为 95.5%。\n"
        "（一）审判工作\n审结各类案件一万一千件，结案率居全省各市前列，群众满意度进一步提高\n"
    )


def test_page_numbers_and_running_heads_are_dropped_and_paragraphs_go_on_over_the_page():
    pages = [
        page("某市法院工作报告", line * 2, line * 2, line[:15] + line, line + line[:15], f"{number}")
        for number, line in (
            (7, "全市法院受理各类案件一万件"),
            (8, "同比上升百分之三其中刑事案"),
            (9, "审结一万一千件审结率九成五"),
        )
    ]
    pages[0].append((280, 60, "— 7 —"))
    text = read(pdf(pages)).text
    assert text.count("\n") == 1
    assert text.startswith("全市法院受理")
    assert not set("789") & set(text)


def test_two_numbers_or_words_on_either_side_of_a_line_end_stay_two():
    lines = page(
        "The courts of the city took on in the year 2020", "12345 cases of all kinds, and closed 11000 of them."
    )
    assert "2020 12345" in read(pdf([lines])).text


def test_rows_of_a_table_in_a_pdf_stay_rows():
    row = [(72, "刑事案件"), (250, "1234"), (420, "5678")]
    lines = [(x, 700 - 20 * i, text) for i in range(4) for x, text in row]
    assert read(pdf([lines])).text.count("\n") == 4


def test_a_pdf_is_a_pdf_under_any_name(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(pdf([page("受理案件三件。")]))
    document = load(path)
    assert (document.format, document.encoding, document.text) == ("pdf", None, "受理案件三件。\n")


def test_a_scanned_pdf_says_that_it_is_a_scan():
    picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        "<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        f"{picture}stream\nA\nendstream",
    ]
    with pytest.raises(NotText) as caught:
        read(assembled(objects))
    assert "it is a scan: pictures of pages, without a text layer. Run text recognition" in str(caught.value)
    assert "扫描件" in caught.value.in_("zh")


# ---- formats that are not read


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"old \.doc .* save it as \.docx"),
        (b"{\\rtf1 abc}", r"RTF .* save it as \.docx"),
        (b"\xff\xd8\xff\xe0" + bytes(99), r"a picture .*\(OCR\)"),
        (b"\x1f\x8b\x08" + bytes(99), "an archive.* Unpack"),
    ],
)
def test_a_format_that_is_not_read_says_what_to_do(tmp_path, head, said):
    path = tmp_path / "report.docx"
    path.write_bytes(head)
    with pytest.raises(NotText, match=said):
        load(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("OFD.xml", "an OFD file"),
        ("mimetype", "an OpenDocument or EPUB file"),
        ("报告.txt", "an archive. Unpack it"),
    ],
)
def test_a_zip_that_is_no_word_file_says_what_it_is(part, said):
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr(part, "x")
    with pytest.raises(NotText, match=said):
        read(stream.getvalue())


# ---- files, folders, streams


def test_a_path_that_leads_nowhere_is_named(tmp_path):
    with pytest.raises(NotFound) as caught:
        load(tmp_path / "没有.txt")
    assert str(caught.value).startswith(f"{tmp_path}/没有.txt: there is no file at that path")
    assert caught.value.in_("zh").endswith("检查路径的写法。")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "report.txt/inside"])
def test_an_impossible_path_is_not_found(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text("1")
    with pytest.raises(NotFound):
        load(name)


def test_a_name_that_cannot_be_printed_is_escaped(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt")
    Path(path).write_text("1")
    assert load(path).name == f"{tmp_path}/\\udcff\\x1b[31m.txt"


def test_a_folder_is_no_document_even_when_its_name_ends_in_txt(tmp_path):
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(InputError, match="that is a folder, not a file"):
        load(tmp_path / "x.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("1")
    path.chmod(0)
    with pytest.raises(InputError, match="you may not read it"):
        load(path)


def test_a_minus_reads_the_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    document = load("-")
    assert (document.name, document.format, document.text) == ("-", "txt", REPORT)


def test_a_missing_standard_input_is_said(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="there is no standard input"):
        load("-")


def test_a_folder_stands_for_its_documents_in_natural_order(tmp_path):
    wanted = ["2009年.txt", "2010年.docx", "报告9.md", "报告10.PDF", "深/二〇一八.html", "深/二〇一九.htm"]
    for name in [*wanted, ".hidden.txt", "~$2010年.docx", "表.xlsx", ".git/a.txt", "无后缀"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("1")
    assert find([str(tmp_path)]) == [tmp_path / name for name in wanted]


def test_paths_are_found_in_the_order_given(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").write_text("1")
    assert find(["z.doc", str(tmp_path / "folder"), "-"]) == [Path("z.doc"), tmp_path / "folder" / "b.txt", "-"]


def test_a_folder_without_documents_is_refused(tmp_path):
    (tmp_path / "a.xlsx").write_text("1")
    with pytest.raises(NotFound, match=r"there is no document in that folder. Put files of these kinds in it: \.txt"):
        find([str(tmp_path)])


def test_a_folder_of_too_many_documents_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("plumbline.documents.finding.FOUND_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("1")
    with pytest.raises(TooLarge, match="over 2 documents"):
        find([str(tmp_path)])
