"""The runs of a Word paragraph: which characters each holds, and how to cut them so that a run is exactly a number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import deepcopy
from typing import cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

# The same paragraphs and runs as the reader of Word files takes, so that offsets agree.
_SPACES = {"w": nsmap["w"], "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_ASIDE = "ancestor::w:txbxContent or ancestor::mc:Fallback"
_GONE = "ancestor::w:del or ancestor::w:moveFrom or ancestor::w:rt"
_PARAGRAPHS = etree.XPath(f".//w:p[not({_ASIDE})]", namespaces=_SPACES)
_RUNS = etree.XPath(f".//w:r[not({_ASIDE} or {_GONE})]", namespaces=_SPACES)
_WRITTEN = {qn(f"w:{name}") for name in ("br", "cr", "noBreakHyphen", "ptab", "t", "tab")}


def paragraphs_of(body: BaseOxmlElement) -> list[CT_P]:
    """Return the paragraphs of a document's body in order, with those of tables and without those of text boxes."""
    return cast("list[CT_P]", _PARAGRAPHS(body))


def runs_of(paragraph: CT_P) -> list[CT_R]:
    """Return the runs that make up the text of ``paragraph``, links and tracked insertions included."""
    return cast("list[CT_R]", _RUNS(paragraph))


def text_of(paragraph: CT_P) -> str:
    """Return the text of ``paragraph`` as its reader counted it."""
    return "".join(map(_text, runs_of(paragraph)))


def isolated(paragraph: CT_P, spans: Sequence[tuple[int, int]]) -> list[tuple[CT_R, CT_R] | None]:
    """Cut the runs of ``paragraph`` so that each of ``spans`` is whole runs; return the first and last run of each.

    Text and formatting stay as they are. None where a span holds no character of the paragraph.
    """
    bounds = sorted({bound for span in spans for bound in span})
    parts, starts, at = [], [], 0
    for run in runs_of(paragraph):
        length = len(_text(run))
        inner = bounds[bisect_right(bounds, at) : bisect_left(bounds, at + length)]
        if length:
            parts += cut(run, [bound - at for bound in inner])
            starts += [at, *inner]
        at += length
    return [_ends(parts, starts, at, *span) for span in spans]


def cut(run: CT_R, offsets: Sequence[int]) -> list[CT_R]:
    """Cut ``run`` at ascending character ``offsets`` inside it; return the parts, of which ``run`` is the first."""
    parts, waiting, at = [run], list(offsets), 0
    for child in run.xpath("./*[not(self::w:rPr)]"):
        text, taken = str(child) if child.tag in _WRITTEN else "", 0
        while waiting and waiting[0] < at + len(text):
            offset = waiting.pop(0) - at
            if offset > taken:
                parts[-1].append(_letters(text[taken:offset]))
            parts.append(_after(parts[-1]))
            taken = offset
        parts[-1].append(_letters(text[taken:]) if taken else child)
        if taken and child.getparent() is run:
            run.remove(child)
        at += len(text)
    return parts


def _ends(parts: list[CT_R], starts: list[int], length: int, start: int, end: int) -> tuple[CT_R, CT_R] | None:
    if not start < min(end, length):
        return None
    return parts[bisect_right(starts, start) - 1], parts[bisect_left(starts, end) - 1]


def _text(run: CT_R) -> str:
    return run.text.replace("\r", "\n")


def _after(run: CT_R) -> CT_R:
    empty = cast(CT_R, OxmlElement("w:r", attrs={str(name): str(value) for name, value in run.attrib.items()}))
    if run.rPr is not None:
        empty.append(deepcopy(run.rPr))
    run.addnext(empty)
    return empty


def _letters(text: str) -> BaseOxmlElement:
    letters = cast(BaseOxmlElement, OxmlElement("w:t", attrs={qn("xml:space"): "preserve"}))
    letters.text = text
    return letters
