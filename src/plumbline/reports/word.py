"""The annotated Word file: the report itself, with every finding as a native comment on the number it is about."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.comments import Comment
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R

from plumbline.reports.characters import legal, named
from plumbline.reports.marks import Mark, Page, Remark
from plumbline.reports.paper import laid_out
from plumbline.reports.runs import isolated, paragraphs_of, runs_of, text_of

AUTHOR, INITIALS = "准绳 Plumbline", "准绳"


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
    comments = _Comments(document, language, when)
    for remark in page.remarks:
        comments.on_text((remark,))
    for mark, place in _placed(document, page, spans):
        if place:
            comments.on(*place, mark.remarks)
        else:
            comments.on_text(mark.remarks, page.text[mark.start : mark.end])
    return _sealed(document)


class _Comments:
    def __init__(self, document: Document, language: str, when: datetime | None) -> None:
        self._document, self._language = document, language
        self._all = document.comments._comments_elm
        self._blank = document.comments.add_comment(author=AUTHOR, initials=INITIALS)._comment_elm
        self._blank.date = when
        self._all.remove(self._blank)
        self._numbers = count(self._blank.id)

    def on(self, first: CT_R, last: CT_R, remarks: Sequence[Remark], quoted: str = "") -> None:
        comment = self._new()
        for number, (line, bold) in enumerate(self._lines(remarks, quoted)):
            paragraph = comment.add_paragraph() if number else comment.paragraphs[0]
            paragraph.add_run(named(legal(line))).bold = bold or None
        first.insert_comment_range_start_above(comment.comment_id)
        last.insert_comment_range_end_and_reference_below(comment.comment_id)

    def _new(self) -> Comment:
        # python-docx looks at every comment for a free number each time, which is slow for thousands.
        element = deepcopy(self._blank)
        element.id = next(self._numbers)
        self._all.append(element)
        return Comment(element, self._document.part._comments_part)

    def on_text(self, remarks: Sequence[Remark], quoted: str = "") -> None:
        written = (runs for paragraph in paragraphs_of(self._document.element.body) if (runs := _inked(paragraph)))
        runs = next(written, []) or [self._document.add_paragraph().add_run()._r]
        self.on(runs[0], runs[-1], remarks, quoted)

    def _lines(self, remarks: Iterable[Remark], quoted: str) -> Iterator[tuple[str, bool]]:
        if quoted:
            yield f"「{quoted}」", False
        for remark in remarks:
            yield remark.name.in_(self._language), True
            yield remark.sentence.in_(self._language), False
            yield from ((line.in_(self._language), False) for line in remark.working)


def _inked(paragraph: CT_P) -> list[CT_R]:
    return [run for run in runs_of(paragraph) if run.text.strip()]


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


def _sealed(document: Document) -> bytes:
    written, sealed = BytesIO(), BytesIO()
    document.save(written)
    # python-docx stamps each part with the present time; the same report should give the same bytes.
    with ZipFile(written) as parts, ZipFile(sealed, "w", ZIP_DEFLATED) as again:
        for part in parts.infolist():
            again.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return sealed.getvalue()
