"""Word files to text. Only the child process imports this: python-docx alone takes a quarter of a second."""

from io import BytesIO
from typing import cast
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from plumbline.documents import refusals
from plumbline.documents.answers import Answer
from plumbline.documents.package import DECLARES, check
from plumbline.errors import Broken, Words

_MAIN = "word/document.xml"
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_ASIDE = "ancestor::w:txbxContent or ancestor::mc:Fallback"
_GONE = "ancestor::w:del or ancestor::w:moveFrom or ancestor::w:rt"
_PARAGRAPHS = etree.XPath(f".//w:p[not({_ASIDE})]", namespaces=_SPACES)
_RUNS = etree.XPath(f".//w:r[not({_ASIDE} or {_GONE})]", namespaces=_SPACES)


def parse(data: bytes) -> Answer:
    """Return the text of a .docx, a line a paragraph, and the span of each paragraph without its end.

    Left out: headers and footers, footnotes, comments, text boxes, deleted text, and the numbers Word gives list items.
    Raises Unsafe, NotText or Broken as ``package.check`` does, and whatever a parser raises for a damaged file.
    """
    check(data)
    body, commentable = _body(data)
    lines, spans, at = [], [], 0
    for paragraph in walk(body):
        line = "".join(text for _, text in pieces(paragraph))
        lines.append(line + "\n")
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return Answer("".join(lines), tuple(spans), commentable)


def walk(body: BaseOxmlElement) -> list[CT_P]:
    """Return the paragraphs of ``body`` (``document.element.body``) in document order.

    Those in table cells, nested tables and content controls count; those in text boxes do not. They answer one to one
    to ``Document.paragraphs``; whoever adds comments to the file has to walk it by the same rule.
    """
    return cast(list[CT_P], _PARAGRAPHS(body))


def pieces(paragraph: CT_P) -> list[tuple[CT_R, str]]:
    r"""Return each run of ``paragraph`` with its text; put together, the texts are the paragraph's span.

    Runs in links, fields, smart tags and tracked insertions count, unlike in python-docx's ``Paragraph.text``:
    Word 2003 puts every date into such a tag. A tab is \t, a line break \n.
    """
    runs = cast(list[CT_R], _RUNS(paragraph))
    return [(run, run.text.replace("\r", "\n")) for run in runs]


def _body(data: bytes) -> tuple[BaseOxmlElement, bool]:
    try:
        body, commentable = docx.Document(BytesIO(data)).element.body, True
    except MemoryError:
        raise
    except Exception:  # python-docx raises anything at all over macros, templates and links to parts that are not there
        body, commentable = _body_alone(data), False
    if body.getroottree().docinfo.doctype:
        raise refusals.harmful("", DECLARES)
    return body, commentable


def _body_alone(data: bytes) -> BaseOxmlElement:
    with ZipFile(BytesIO(data)) as package:
        root = parse_xml(package.read(_MAIN))
    body = root.find(qn("w:body"))
    if body is None:
        raise _strict()
    return cast(BaseOxmlElement, body)


def _strict() -> Broken:
    what = Words("它是“Strict Open XML”，不是通常的 .docx", "it is Strict Open XML, not an ordinary .docx")
    todo = Words("用 Word 或 WPS 另存为“Word 文档 (.docx)”", "Save it from Word or WPS as Word Document (.docx)")
    return Broken("", what, todo)
