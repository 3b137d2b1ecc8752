"""The annotated Word file: the report itself, with every finding as a native comment on the number it is about."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R

from plumbline.reports.characters import legal
from plumbline.reports.comments import Comments
from plumbline.reports.marks import Mark, Page
from plumbline.reports.paper import laid_out
from plumbline.reports.runs import isolated, paragraphs_of, text_of
from plumbline.reports.sealing import sealed


def annotate(
    page: Page,
    original: bytes | None,
    paragraphs: tuple[tuple[int, int], ...],
    language: str,
    when: datetime | None = None,
) -> bytes:
    """Return a .docx that carries the remarks of ``page`` as comments, each on exactly the number it is about.

    ``original`` is the .docx that was read, ``paragraphs`` the span of each of its paragraphs in ``page.text``;
    where it is None the text is laid out anew. ``when`` is the time written on the comments; None writes none.
    A mark whose paragraph is not found as it was read is commented on at the first paragraph, its words quoted.
    """
    document, spans = (docx.Document(BytesIO(original)), paragraphs) if original else laid_out(page.text)
    comments = Comments(document, language, when)
    for remark in page.remarks:
        comments.on_text((remark,))
    for mark, place in _placed(document, page, spans):
        if place:
            comments.on(*place, mark.remarks)
        else:
            comments.on_text(mark.remarks, page.text[mark.start : mark.end])
    return sealed(document)


def _placed(
    document: Document, page: Page, spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[Mark, tuple[CT_R, CT_R] | None]]:
    marks = [mark for mark in page.marks if mark.remarks]
    at = 0
    for (start, end), paragraph in zip(spans, paragraphs_of(document.element.body), strict=False):
        before = at
        while at < len(marks) and marks[at].start < end:
            at += 1
        yield from _here(paragraph, page, (start, end), marks[before:at])
    yield from ((mark, None) for mark in marks[at:])


def _here(
    paragraph: CT_P, page: Page, span: tuple[int, int], marks: Sequence[Mark]
) -> Iterator[tuple[Mark, tuple[CT_R, CT_R] | None]]:
    start, end = span
    if not marks or text_of(paragraph) != legal(page.text[start:end]):
        yield from ((mark, None) for mark in marks)
        return
    inside = [(max(mark.start - start, 0), min(mark.end, end) - start) for mark in marks]
    yield from zip(marks, isolated(paragraph, inside), strict=True)
