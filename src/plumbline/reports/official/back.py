"""The back of the Word file: what is annexed, who signs and when, the imprint at the foot of the last page."""

from math import ceil, floor

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from plumbline.reports import dates
from plumbline.reports.characters import legal
from plumbline.reports.composed import Composed
from plumbline.reports.official import measures as m
from plumbline.reports.official.elements import element
from plumbline.reports.official.fonts import named
from plumbline.reports.official.sheet import CELL, IMPRINT, LEVELS
from plumbline.reports.official.wording import ANNEXED, READINGS, imprint

_CHARACTERS = floor((m.WIDTH / 25.4 * 72 - 2 * m.SIZE_4) / m.SIZE_4)
"""Characters of 4号 in a line of the imprint."""


def signed(document: Document, report: Composed) -> None:
    """Write what is annexed and, without a seal, the signing body and the date under it."""
    language = report.language
    annexed = document.add_paragraph(f"{ANNEXED.in_(language)}{READINGS.in_(language)}", style=LEVELS[0])
    annexed.paragraph_format.space_before = Pt(m.LINE)
    # The signature may not stand on a page without text; the last line of it is enough.
    document.paragraphs[-2].paragraph_format.widow_control = False
    for paragraph in document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
    name, day = legal(report.head.body.in_(language)), dates.day(report.head.dated).in_(language)
    for words, kept, lines in zip((name, day), m.signature(name, day), (1, 0), strict=True):
        paragraph = document.add_paragraph(words)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        shape = paragraph.paragraph_format
        shape.right_indent, shape.space_before, shape.keep_with_next = (
            Pt(kept * m.PITCH),
            Pt(lines * m.LINE),
            bool(lines),
        )


def imprinted(document: Document, report: Composed) -> None:
    """Write the note on fonts and, at the foot of the page it stands on, the imprint (版记) where the plan gives one."""
    if rows := imprint(report.head, report.language):
        _imprint(document, rows)
    # A table that hangs is anchored to the paragraph after it.
    document.add_paragraph(named().in_(report.language), style=CELL).paragraph_format.space_before = Pt(m.LINE / 2)


def _imprint(document: Document, rows: list[tuple[str, str]]) -> None:
    table = document.add_table(len(rows), 1)
    table.autofit, table.columns[0].width = False, Mm(m.WIDTH)
    for row, (left, right) in zip(table.rows, rows, strict=True):
        row.cells[0].width = Mm(m.WIDTH)
        paragraph = row.cells[0].paragraphs[0]
        paragraph.style = document.styles[IMPRINT]
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Pt(m.SIZE_4)
        shape.tab_stops.add_tab_stop(Mm(m.WIDTH) - Pt(m.SIZE_4), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(legal(f"{left}\t{right}" if right else left))
    _ruled(table)
    _at_foot(table, sum(ceil(m.length(left + right) / _CHARACTERS) for left, right in rows))


def _ruled(table: Table) -> None:
    borders = element("w:tblBorders")
    for side, weight in (("top", m.IMPRINT_OUTER), ("bottom", m.IMPRINT_OUTER), ("insideH", m.IMPRINT_INNER)):
        eighths = str(round(weight / 25.4 * 72 * 8))
        borders.append(element(f"w:{side}", val="single", sz=eighths, space="0", color="000000"))
    margins = element("w:tblCellMar")
    margins.extend([element(f"w:{side}", w="0", type="dxa") for side in ("left", "right")])
    properties = table._tbl.tblPr
    properties.insert_element_before(borders, "w:tblLayout", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def _at_foot(table: Table, lines: int) -> None:
    """Hang the table of so many lines at the foot of the text area, whatever stands above it."""
    top = (m.TOP + m.HEIGHT) / 25.4 * 72 - lines * m.LINE
    near = {"leftFromText": "0", "rightFromText": "0", "vertAnchor": "page", "horzAnchor": "margin"}
    place = element("w:tblpPr", **near, tblpXSpec="left", tblpY=str(round(top * 20)))
    style = table._tbl.tblPr.find(qn("w:tblStyle"))
    table._tbl.tblPr.insert(0 if style is None else 1, place)
