"""Native comments of a Word file: remarks on exactly the runs they are about."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import count

from docx.comments import Comment
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R

from plumbline.reports.characters import legal, named
from plumbline.reports.marks import Remark
from plumbline.reports.runs import paragraphs_of, runs_of

AUTHOR, INITIALS = "准绳 Plumbline", "准绳"


class Comments:
    """The comments of one document, numbered as they come."""

    def __init__(self, document: Document, language: str, when: datetime | None) -> None:
        """Begin; ``when`` is the time written on each comment, None writes none."""
        self._document, self._language = document, language
        self._all = document.comments._comments_elm
        self._blank = document.comments.add_comment(author=AUTHOR, initials=INITIALS)._comment_elm
        self._blank.date = when
        self._all.remove(self._blank)
        self._numbers = count(self._blank.id)

    def on(self, first: CT_R, last: CT_R, remarks: Sequence[Remark], quoted: str = "") -> None:
        """Write one comment with ``remarks`` on the runs from ``first`` to ``last``; ``quoted`` is said before them."""
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
        """Write one comment on the first paragraph that has words."""
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
