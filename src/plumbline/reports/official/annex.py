"""The annex of the Word file: a row for each number of the report, a row for each figure it was read from."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row

from plumbline.errors import Words
from plumbline.reports import working
from plumbline.reports.characters import legal
from plumbline.reports.composed import Composed
from plumbline.reports.official import measures as m
from plumbline.reports.official.elements import element
from plumbline.reports.official.sheet import ANNEX, CELL, HEAD, NOTE_HEAD, TITLE
from plumbline.reports.official.wording import ANNEX as ANNEX_WORD
from plumbline.reports.official.wording import MEANINGS, MEANT, NUMBERS, READINGS, preface


def annexed(document: Document, report: Composed) -> None:
    """Write the annex on a page of its own: its name, its title on the third line, the tables."""
    language = report.language
    document.add_paragraph(ANNEX_WORD.in_(language), style=ANNEX).paragraph_format.page_break_before = True
    title = document.add_paragraph(READINGS.in_(language), style=TITLE)
    title.paragraph_format.space_before = Pt(m.LINE)
    _note(document, preface(report).in_(language), above=m.LINE / 2)
    _table(document, (NUMBERS, *map(working.row, report.numbers)), m.NUMBERS_WIDE[language], language)
    _note(document, MEANT.in_(language), above=m.LINE / 2, style=NOTE_HEAD)
    figures = {reading.figure.id: reading for reading in report.readings}
    _table(document, (MEANINGS, *map(working.meaning, figures.values())), m.MEANINGS_WIDE, language)
    for scope in working.scopes(report.readings):
        _note(document, scope.in_(language))


def _note(document: Document, words: str, above: float = 0, style: str = CELL) -> None:
    shape = document.add_paragraph(words, style=style).paragraph_format
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(above), Pt(above / 2), bool(above)


def _table(document: Document, rows: Iterable[Sequence[Words]], wide: Sequence[float], language: str) -> None:
    table = document.add_table(0, len(wide), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Mm(width)
    for at, cells in enumerate(rows):
        _fill(table.add_row(), cells, wide, language, HEAD if not at else CELL)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))


def _fill(row: _Row, cells: Sequence[Words], wide: Sequence[float], language: str, style: str) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, words, width in zip(row.cells, cells, wide, strict=True):
        cell.width = Mm(width)
        _write(cell, legal(words.in_(language)), style)


def _write(cell: _Cell, text: str, style: str) -> None:
    margins = element("w:tcMar")
    margins.extend([element(f"w:{side}", w="60", type="dxa") for side in ("left", "right")])
    cell._tc.get_or_add_tcPr().append(margins)
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.add_run(line)
        paragraph.style = style
