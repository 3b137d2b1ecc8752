"""A report's text as markup: paragraphs, headings and tables, with every mark in its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from markupsafe import Markup

from plumbline.reports.characters import visible
from plumbline.reports.marks import Page
from plumbline.reports.paragraphs import Kind, Paragraph, paragraphs

_TAGS: dict[Kind, str] = {"title": "h3", "byline": "p", "part": "h4", "section": "h5", "prose": "p"}
_BLOCK = Markup('<{tag} class="{kind}" data-o="{at}">{inside}</{tag}>\n')
_CELL = Markup('<td data-o="{at}">{inside}</td>')
_MARK = Markup('<a class="mark s-{status}" id="m{key}-{index}" data-i="{index}"{note}>{inside}</a>')
_MORE = Markup('<span class="mark more s-{status}" data-i="{index}">{inside}</span>')
_NOTE = Markup(' data-n="{number}" href="#n{key}-{number}"')
_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Turns offsets in code points, as Python counts, into UTF-16 units, as a browser counts."""

    def __init__(self, text: str) -> None:
        """Remember where ``text`` has characters that take two units."""
        self._wide = [found.start() for found in _WIDE.finditer(text)]

    def __call__(self, offset: int) -> int:
        """Return ``offset`` in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)


class Body:
    """The text of one page, drawn; ``notes`` gives the note number for the index of a mark that has one."""

    def __init__(self, page: Page, key: str, units: Units, notes: Mapping[int, int]) -> None:
        """Keep what is drawn; ``key`` keeps the ids of several pages apart."""
        self._page, self._key, self._units, self._notes = page, key, units, notes
        self._starts, self._ends = [mark.start for mark in page.marks], [mark.end for mark in page.marks]

    def drawn(self) -> Markup:
        """Return the whole text as markup; ``data-o`` of a block is where it starts, in UTF-16 units."""
        blocks = groupby(paragraphs(self._page.text), key=lambda block: block.kind == "row")
        return Markup("").join(self._table(group) if row else self._blocks(group) for row, group in blocks)

    def _blocks(self, blocks: Iterable[Paragraph]) -> Markup:
        return Markup("").join(
            _BLOCK.format(tag=_TAGS[kind], kind=kind, at=self._units(start), inside=self._inline(start, end))
            for start, end, kind in blocks
        )

    def _table(self, rows: Iterable[Paragraph]) -> Markup:
        drawn = Markup("").join(Markup("<tr>{}</tr>\n").format(self._cells(row)) for row in rows)
        return Markup('<div class="table"><table>{}</table></div>\n').format(drawn)

    def _cells(self, row: Paragraph) -> Markup:
        drawn, at = Markup(""), row.start
        for words in self._page.text[row.start : row.end].split("\t"):
            drawn += _CELL.format(at=self._units(at), inside=self._inline(at, at + len(words)))
            at += len(words) + 1
        return drawn

    def _inline(self, start: int, end: int) -> Markup:
        return Markup("").join(self._pieces(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[Markup]:
        text, at = self._page.text, start
        for index in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            mark = self._page.marks[index]
            first, last = max(mark.start, at), min(mark.end, end)
            yield visible(text[at:first])
            yield self._mark(index, visible(text[first:last]), more=mark.start < start)
            at = last
        yield visible(text[at:end])

    def _mark(self, index: int, inside: Markup, *, more: bool) -> Markup:
        status, number = self._page.marks[index].status, self._notes.get(index)
        if more:
            return _MORE.format(status=status, index=index, inside=inside)
        note = _NOTE.format(number=number, key=self._key) if number else ""
        return _MARK.format(status=status, key=self._key, index=index, note=note, inside=inside)
