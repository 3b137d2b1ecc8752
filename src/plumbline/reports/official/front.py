"""The front of the Word file: the red head, the number and its red line, the title, whom it goes to."""

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from plumbline.reports.characters import legal
from plumbline.reports.composed import Composed
from plumbline.reports.official import measures as m
from plumbline.reports.official.elements import BORDERS_BEFORE, element
from plumbline.reports.official.sheet import MARK, NUMBER, TITLE, TO


def front(document: Document, report: Composed) -> None:
    """Write what stands before the text; a document without a red head begins with its title."""
    head, language = report.head, report.language
    if head.mark.in_(language):
        _mark(document, head.mark.in_(language))
        _number(document, head.number.in_(language))
    title = document.add_paragraph(style=TITLE)
    for at, line in enumerate(legal(head.title.in_(language)).split("\n")):
        if at:
            title.add_run().add_break()
        title.add_run(line)
    title.paragraph_format.space_before = Pt(2 * m.LINE) if head.mark.in_(language) else Pt(m.LINE)
    title.paragraph_format.space_after = Pt(m.LINE)
    if head.to.in_(language):
        colon = "：" if language == "zh" else ":"
        document.add_paragraph(legal(head.to.in_(language)) + colon, style=TO)


def _mark(document: Document, words: str) -> None:
    size = m.mark_size(words)
    paragraph = document.add_paragraph(style=MARK)
    paragraph.add_run(legal(words)).font.size = Pt(size)
    shape = paragraph.paragraph_format
    shape.line_spacing, shape.line_spacing_rule = Pt(size), WD_LINE_SPACING.EXACTLY
    shape.space_before = Mm(m.MARK_BELOW_TOP)


def _number(document: Document, words: str) -> None:
    paragraph = document.add_paragraph(legal(words), style=NUMBER)
    paragraph.paragraph_format.space_before = Pt(2 * m.LINE)
    _underlined(paragraph)


def _underlined(paragraph: Paragraph) -> None:
    space = str(round(m.RULE_BELOW_NUMBER / 25.4 * 72))
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=str(round(m.NUMBER_RULE * 8)), space=space, color=m.RED))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, *BORDERS_BEFORE)
