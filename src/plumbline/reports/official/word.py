"""A composed report as a Word file by GB/T 9704-2012, with a native comment on each number."""

from datetime import datetime, time

import docx
from docx.document import Document
from lxml import etree

from plumbline.reports import phrases, working
from plumbline.reports.characters import legal
from plumbline.reports.comments import AUTHOR, Comments
from plumbline.reports.composed import Composed, Number
from plumbline.reports.marks import Remark
from plumbline.reports.official.annex import annexed
from plumbline.reports.official.back import imprinted, signed
from plumbline.reports.official.fonts import ALTERNATES, named
from plumbline.reports.official.front import front
from plumbline.reports.official.picture import captioned, pictured
from plumbline.reports.official.sheet import LEVELS, laid
from plumbline.reports.sealing import sealed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = '<w:font xmlns:w="{}" w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/></w:font>'


def word(report: Composed) -> bytes:
    """Return a .docx of ``report``; the same report gives the same bytes. Each number carries its reading as a comment.

    The fonts named are those of the standard: they are not in the file, and which they are is in its properties and annex.
    """
    document = docx.Document()
    laid(document, report.language)
    front(document, report)
    _text(document, report)
    signed(document, report)
    annexed(document, report)
    imprinted(document, report)
    _described(document, report)
    _named(document)
    return sealed(document)


def _text(document: Document, report: Composed) -> None:
    comments = Comments(document, report.language, None)
    for level, runs, chart in report.paragraphs:
        if chart:
            pictured(document, chart, report.language)
        paragraph = document.add_paragraph(style=LEVELS[level])
        if chart:
            captioned(paragraph)
        for run in runs:
            written = paragraph.add_run(legal(run if isinstance(run, str) else run.text))
            if isinstance(run, Number):
                comments.on(written._r, written._r, (_remark(run),))


def _remark(number: Number) -> Remark:
    first, *rest = working.lines(number)
    return Remark("note", working.title(number), first, tuple(rest))


def _described(document: Document, report: Composed) -> None:
    language, properties = report.language, document.core_properties
    properties.title = legal(report.head.title.in_(language)).replace("\n", "")
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = datetime.combine(report.head.dated, time())
    properties.subject = phrases.as_of(report.size, report.root).in_(language)
    properties.comments = named().in_(language)
    properties.language = "zh-CN" if language == "zh" else "en"
    properties.keywords, properties.revision = "", 1


def _named(document: Document) -> None:
    """Say in the table of fonts which font may stand in for each that the standard names."""
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            fonts = etree.fromstring(part.blob)
            for name, other in ALTERNATES.items():
                fonts.append(etree.fromstring(_FONT.format(_W, name, other)))
            part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
