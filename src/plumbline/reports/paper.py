"""A plain text laid out as a Word document, by the look of official papers: A4, 仿宋 body, 黑体 headings."""

from collections.abc import Iterable
from itertools import groupby

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from plumbline.reports.characters import legal
from plumbline.reports.letters import letter
from plumbline.reports.paragraphs import Kind, Paragraph, paragraphs

_STYLES: dict[Kind, str] = {
    "title": "Title", "byline": "Subtitle", "part": "Heading 1", "section": "Heading 2", "prose": "Body Text",
    "row": "Normal",
}  # fmt: skip
_FONTS: dict[Kind, tuple[str, float]] = {
    "title": ("华文中宋", 22), "byline": ("楷体", 16), "part": ("黑体", 16), "section": ("楷体", 16),
    "prose": ("仿宋", 16), "row": ("仿宋", 12),
}  # fmt: skip
_LINE = Pt(28.9)
"""Twenty-two lines a page, as GB/T 9704 has it."""


def laid_out(text: str) -> tuple[Document, tuple[tuple[int, int], ...]]:
    """Return a new document that holds ``text``, and the span in ``text`` of each of its paragraphs in order."""
    document = docx.Document()
    _sheet(document)
    for kind in _STYLES:
        _dress(document, kind)
    spans: list[tuple[int, int]] = []
    for row, blocks in groupby(paragraphs(text), key=lambda block: block.kind == "row"):
        write = _table if row else _written
        spans += write(document, legal(text), blocks)
    return document, tuple(spans)


def _sheet(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    foot._p.append(OxmlElement("w:fldSimple", attrs={qn("w:instr"): "PAGE"}))
    foot.add_run(" —")


def _dress(document: Document, kind: Kind) -> None:
    style = document.styles[_STYLES[kind]]
    assert isinstance(style, ParagraphStyle)
    font, size = _FONTS[kind]
    letter(style, font, size, bold=kind == "title")
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.first_line_indent = Pt(2 * size) if kind in ("part", "section", "prose") else Pt(0)
    shape.alignment = WD_ALIGN_PARAGRAPH.CENTER if kind in ("title", "byline") else WD_ALIGN_PARAGRAPH.JUSTIFY
    if kind not in ("title", "row"):
        shape.line_spacing, shape.line_spacing_rule = _LINE, WD_LINE_SPACING.EXACTLY


def _written(document: Document, text: str, blocks: Iterable[Paragraph]) -> list[tuple[int, int]]:
    names, spans = {kind: document.styles[name].style_id for kind, name in _STYLES.items()}, []
    for start, end, kind in blocks:
        # Naming the style to add_paragraph would have it searched for anew, which is slow for thousands.
        document.add_paragraph(text[start:end])._p.style = names[kind]
        spans.append((start, end))
    return spans


def _table(document: Document, text: str, rows: Iterable[Paragraph]) -> list[tuple[int, int]]:
    spans = [_cells(text, row) for row in rows]
    width = max(map(len, spans))
    table = document.add_table(len(spans), width, style="Table Grid")
    for line, cells in zip(table.rows, spans, strict=True):
        cells += [(cells[-1][1], cells[-1][1])] * (width - len(cells))
        for cell, (start, end) in zip(line.cells, cells, strict=True):
            cell.paragraphs[0].text = text[start:end]
    return [cell for cells in spans for cell in cells]


def _cells(text: str, row: Paragraph) -> list[tuple[int, int]]:
    cells, at = [], row.start
    for words in text[row.start : row.end].split("\t"):
        cells.append((at, at + len(words)))
        at += len(words) + 1
    return cells
