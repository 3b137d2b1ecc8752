"""Charts in the Word file: a picture as wide as the text, with what it shows in words, and its caption below."""

from io import BytesIO

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from plumbline.reports.characters import legal
from plumbline.reports.charts import Chart, png
from plumbline.reports.charts.drawing import described
from plumbline.reports.official import measures as m


def pictured(document: Document, chart: Chart, language: str) -> None:
    """Write a chart as a PNG over the whole width; its description is the picture's text alternative."""
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.keep_with_next = WD_LINE_SPACING.SINGLE, True
    picture = paragraph.add_run().add_picture(BytesIO(png(chart, language)), width=Mm(m.WIDTH))
    said = picture._inline.docPr
    said.set("title", legal(chart.title.in_(language)))
    said.set("descr", legal(described(chart).in_(language)))


def captioned(paragraph: Paragraph) -> None:
    """Set a chart's caption in the middle, without the indent of running text."""
    shape = paragraph.paragraph_format
    paragraph.alignment, shape.first_line_indent = WD_ALIGN_PARAGRAPH.CENTER, Pt(0)
