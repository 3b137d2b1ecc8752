"""A plain text seen as an official document: its paragraphs, and which of them look like headings or table rows."""

import re
from itertools import takewhile
from typing import Literal, NamedTuple

Kind = Literal["title", "byline", "part", "section", "prose", "row"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PART = re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部]|#{1,6} ")
_SECTION = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_BYLINE = re.compile(r"[（(—]")
_SENTENCE = re.compile(r"[。；！？：，;:!?]|, ")
_TITLE_LINES, _TITLE_LENGTH, _HEADING_LENGTH = 3, 36, 40


class Paragraph(NamedTuple):
    """One paragraph, ``text[start:end]`` without the space around it, and what it looks like."""

    start: int
    end: int
    kind: Kind


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``text`` in order; empty lines are none."""
    spans = [span for line in _LINE.finditer(text) if (span := _trimmed(line))]
    head = list(takewhile(lambda span: _heads(text[slice(*span)]), spans[:_TITLE_LINES]))
    head = head if len(head) < len(spans) else []
    title = [Paragraph(*span, _head_kind(text[slice(*span)], first=not at)) for at, span in enumerate(head)]
    return (*title, *(Paragraph(*span, _kind(text[slice(*span)])) for span in spans[len(head) :]))


def _trimmed(line: re.Match[str]) -> tuple[int, int] | None:
    words = line[0].strip()
    words = line[0].strip("\u3000 ") if "\t" in words else words
    start = line.start() + line[0].find(words)
    return (start, start + len(words)) if words else None


def _heads(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and "\t" not in line and not _SENTENCE.search(line) and _kind(line) == "prose"


def _head_kind(line: str, *, first: bool) -> Kind:
    return "byline" if _BYLINE.match(line) and not first else "title"


def _kind(line: str) -> Kind:
    if "\t" in line:
        return "row"
    if len(line) > _HEADING_LENGTH or "。" in line[:-1]:
        return "prose"
    if _PART.match(line):
        return "part"
    return "section" if _SECTION.match(line) and not line.endswith("。") else "prose"
