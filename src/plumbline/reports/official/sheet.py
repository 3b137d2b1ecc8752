"""The sheet of the Word file: A4, margins, the grid of 22 lines by 28 characters, styles, page numbers."""

from math import floor

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from plumbline.reports.composed import Level
from plumbline.reports.letters import letter
from plumbline.reports.official import measures as m
from plumbline.reports.official.elements import element
from plumbline.reports.official.measures import OFFICIAL, Face

MARK, NUMBER, TO, ANNEX, IMPRINT = "红头", "发文字号", "主送机关", "附件", "版记"
CELL, HEAD, NOTE_HEAD = "表格文字", "表头", "表题"
TITLE = "Title"
LEVELS: dict[Level, str] = {0: "Body Text", 1: "Heading 1", 2: "Heading 2", 3: "Heading 3", 4: "Heading 4"}
CELL_SIZE, CELL_LINE = 10.5, 14.0
_AFTER_SPACING = [f"w:{name}" for name in ("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "lang")]
_AFTER_AUTOSPACE = [f"w:{name}" for name in ("spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")]
_BEFORE_MIRRORING = {qn(f"w:{name}") for name in ("writeProtection", "view", "zoom", "removePersonalInformation")}


def laid(document: Document, language: str) -> None:
    """Give ``document`` the sheet and the styles of GB/T 9704; in English, where a typeface tells no heading, weight does."""
    _page(document)
    for level, name in LEVELS.items():
        _style(document, name, m.HEADINGS[level], m.SIZE_3, indent=True)
    _style(document, "Normal", "仿宋", m.SIZE_3)
    _style(document, TITLE, "小标宋", m.SIZE_2, WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, MARK, "小标宋", m.MARK_LARGEST, WD_ALIGN_PARAGRAPH.CENTER).font.color.rgb = RGBColor.from_string(
        m.RED
    )
    _style(document, NUMBER, "仿宋", m.SIZE_3, WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, TO, "仿宋", m.SIZE_3)
    _style(document, ANNEX, "黑体", m.SIZE_3)
    _style(document, IMPRINT, "仿宋", m.SIZE_4)
    _style(document, CELL, "仿宋", CELL_SIZE, WD_ALIGN_PARAGRAPH.LEFT).paragraph_format.line_spacing = Pt(CELL_LINE)
    _style(document, HEAD, "黑体", CELL_SIZE, WD_ALIGN_PARAGRAPH.CENTER).paragraph_format.line_spacing = Pt(CELL_LINE)
    _style(document, NOTE_HEAD, "黑体", CELL_SIZE, WD_ALIGN_PARAGRAPH.LEFT).paragraph_format.line_spacing = Pt(
        CELL_LINE
    )
    if language == "en":
        _weighted(document)


def _weighted(document: Document) -> None:
    for name in (LEVELS[1], ANNEX, HEAD, NOTE_HEAD):
        _paragraphs_of(document, name).font.bold = True
    _paragraphs_of(document, LEVELS[2]).font.italic = True


def _paragraphs_of(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, m.PAGE)
    section.top_margin, section.bottom_margin = Mm(m.TOP), Mm(m.BOTTOM)
    section.left_margin, section.right_margin = Mm(m.INSIDE), Mm(m.OUTSIDE)
    # The dashes, in the middle of their line, are to lie PAGE_NUMBER_BELOW under the text.
    half = m.SIZE_4 / 2 / 72 * 25.4
    section.footer_distance = Mm(m.BOTTOM - m.PAGE_NUMBER_BELOW - half)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    # The pitch of characters is set in the styles: LibreOffice takes a grid narrower than the letters for a wide one.
    attributes = {"type": "linesAndChars", "linePitch": str(round(m.LINE * 20)), "charSpace": "0"}
    section._sectPr.append(element("w:docGrid", **attributes))
    _mirrored(document)
    _numbered(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _numbered(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _mirrored(document: Document) -> None:
    """Bind at the inside of both pages of a sheet, so that what is left on odd pages is right on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    settings = document.settings.element
    after = [child for child in settings if child.tag in _BEFORE_MIRRORING]
    settings.insert(len(after), element("w:mirrorMargins"))


def _numbered(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    shape = paragraph.paragraph_format
    shape.line_spacing, shape.line_spacing_rule = Pt(m.SIZE_4), WD_LINE_SPACING.EXACTLY
    shape.left_indent = shape.right_indent = Pt(m.SIZE_4)
    for words in ("— ", "", " —"):
        run = paragraph.add_run(words)
        run.font.size, run.font.name = Pt(m.SIZE_4), OFFICIAL["宋体"]
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), OFFICIAL["宋体"])
        if not words:
            _field(run._r)


def _field(run: BaseOxmlElement) -> None:
    """Put the page's number into ``run``: a field of three parts, so that it keeps the run's font."""
    for kind in ("begin", "", "end"):
        if kind:
            run.append(element("w:fldChar", fldCharType=kind))
        else:
            instruction = OxmlElement("w:instrText", attrs={qn("xml:space"): "preserve"})
            instruction.text = " PAGE "
            run.append(instruction)


def _style(
    document: Document,
    name: str,
    face: Face,
    size: float,
    side: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY,
    *,
    indent: bool = False,
) -> ParagraphStyle:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    letter(style, OFFICIAL[face], size, bold=False)
    _spaced(style, tight=size == m.SIZE_3)
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing, shape.line_spacing_rule = Pt(m.LINE), WD_LINE_SPACING.EXACTLY
    shape.first_line_indent, shape.alignment = Pt(2 * m.PITCH if indent else 0), side
    shape.keep_with_next = name.startswith("Heading")
    return style


def _spaced(style: ParagraphStyle, *, tight: bool) -> None:
    """Set 28 characters of 3号 to the line, no blank between Chinese and figures, lines by their own height in tables."""
    twips = floor((m.PITCH - m.SIZE_3) * 20) if tight else 0
    letters = style.element.get_or_add_rPr()
    letters.insert_element_before(element("w:spacing", val=str(twips)), *_AFTER_SPACING)
    shape = style.element.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN", *(() if tight else ("snapToGrid",))):
        shape.insert_element_before(element(f"w:{name}", val="0"), *_AFTER_AUTOSPACE)
