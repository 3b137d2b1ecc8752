"""One page made ready for the template: its counts, its list of findings, its notes, the data of its cards."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from markupsafe import Markup

from plumbline.errors import Words
from plumbline.reports.bar import bar
from plumbline.reports.body import Body, Units
from plumbline.reports.characters import named, visible, whole
from plumbline.reports.marks import Mark, Page, Remark, Status
from plumbline.reports.wording import ORDER, SAY

_LONG, _MANY = 50_000, 200
_BOTH = Markup('<span class="z">{}</span><span class="e">{}</span>')


@dataclass(frozen=True)
class Note:
    """The numbered note on one mark, or on the text as a whole where ``mark`` is None; ``title`` is the mark's text."""

    number: int
    mark: int | None
    status: Status
    title: Markup
    remarks: tuple[Remark, ...]


def both(words: Words) -> Markup:
    """Return ``words`` in both languages, one of which the page hides; once only where they are the same."""
    if words.zh == words.en:
        return visible(words.zh)
    return _BOTH.format(visible(words.zh), visible(words.en))


class Sheet:
    """What the template draws for one page; ``key`` keeps its ids apart from those of other pages."""

    def __init__(self, page: Page, key: str) -> None:
        """Clean ``page`` of what no encoding can carry, and number its notes."""
        self.key, self._page = key, replace(page, text=whole(page.text))
        self.name = SAY["stdin"] if page.name == "-" else Words(page.name, page.name)
        self.notes = tuple(self._noted())
        self.counts = Counter(mark.status for mark in page.marks)
        self._units = Units(self._page.text)

    @property
    def findings(self) -> tuple[Note, ...]:
        """The notes worth reading first: those that differ, then the untold, then the rest, each in text order."""
        worth = (note for note in self.notes if note.status not in ("holds", "claim", "apart"))
        return tuple(sorted(worth, key=lambda note: ORDER.index(note.status)))

    @property
    def long(self) -> bool:
        """Whether the page is so long that what is out of sight had better not be laid out."""
        return len(self._page.text) > _LONG or len(self.notes) > _MANY

    @property
    def bar(self) -> Markup:
        """The bar of counts by status."""
        return bar(self.counts, self.key)

    @property
    def body(self) -> Markup:
        """The text with its marks."""
        numbers = {note.mark: note.number for note in self.notes if note.mark is not None}
        return Body(self._page, self.key, self._units, numbers).drawn()

    def quote(self, span: tuple[int, int]) -> Markup:
        """Return the words of ``span``, linked to the mark that holds its start if there is one."""
        index = bisect_right(self._page.marks, span[0], key=lambda mark: mark.start) - 1
        words = visible(self._page.text[slice(*span)])
        if index < 0 or self._page.marks[index].end <= span[0]:
            return Markup('<q data-s="{}" data-e="{}">{}</q>').format(*map(self._units, span), words)
        place = (self.key, index, *map(self._units, span), words)
        return Markup('<a href="#m{}-{}" data-s="{}" data-e="{}">{}</a>').format(*place)

    def data(self) -> dict[str, Any]:
        """Return what the cards need: for each mark ``[start, end, [[label, value, how, start, end], ...]]``.

        Labels and values are numbers into ``words``, each said once; offsets are in UTF-16 units.
        """
        words: dict[Words, int] = {}
        marks = [self._card(mark, words) for mark in self._page.marks]
        same = ([named(said.zh)] if said.zh == said.en else [named(said.zh), named(said.en)] for said in words)
        return {"marks": marks, "words": list(same)}

    def _card(self, mark: Mark, words: dict[Words, int]) -> list[Any]:
        def number(said: Words) -> int:
            return words.setdefault(said, len(words))

        fields = [
            [number(field.label), number(field.value), field.how, *map(self._units, field.source or ())]
            for field in mark.fields
        ]
        return [self._units(mark.start), self._units(mark.end), fields]

    def _noted(self) -> Iterator[Note]:
        numbers = count(1)
        for remark in self._page.remarks:
            yield Note(next(numbers), None, remark.status, both(SAY["on_text"]), (remark,))
        for index, mark in enumerate(self._page.marks):
            if mark.remarks:
                words = visible(self._page.text[mark.start : mark.end])
                yield Note(next(numbers), index, mark.status, words, mark.remarks)
