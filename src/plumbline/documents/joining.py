"""Lines of PDF pages put back together as paragraphs: Chinese text is broken at the margin, in the middle of words."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_PAGE_NUMBER = re.compile(
    r"[-—–―－·•~\s]+\d{1,4}[-—–―－·•~\s]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.I,
)
_NUMBER = re.compile(r"\d{1,4}")
# so many lines at the top and at the foot of a page may be running heads
_EDGE = 2
# on fewer pages a line that comes again may be part of the text
_PAGES_FOR_HEADS = 3
_SENTENCE_END = re.compile(r"[。！？；：!?;:][”’」』）》)\"']*$")
_BEGINNING = re.compile(
    r"\u3000|[●•◆■▪★]|第[一二三四五六七八九十百\d]+[章节条编]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、"
    r"|\d+(?:[.．](?!\d)|、)"
)
# what is never parted at a line's end: a word or a number with its marks; some writers keep “ with what is before it, too
_UNIT = re.compile(r"[（《“「‘〈【(]*(?:[!-~]+|.)(?:[“‘](?:[!-~]+|.))?[、，。；：！？）》”’」〉】%％…]*")
# letters of a justified line are drawn apart or together by this much, in characters
_SLACK = 0.7
# a shorter line is a heading or a cell of a table, however near the margin it ends
_LEAST_CHARACTERS = 15
# below this the gaps of a table are in the line; justified text stays above 0.9
_INKED_SHARE = 0.8


class Line(NamedTuple):
    """A line of a page, measured in points (1/72 inch).

    ``left`` and ``right`` are its ends, ``inked`` the sum of its letters' widths, ``em`` the width of the widest.
    """

    text: str
    left: float
    right: float
    inked: float
    em: float


def joined(pages: list[list[Line]]) -> str:
    r"""Return the text of ``pages`` with soft line breaks joined, across pages too; each paragraph ends in \n.

    A line is joined to the next where the next one's first word would not have gone into it, unless it ends in 。！？；：
    or is a heading (under 15 characters) or a row of a table (with gaps in it), and unless the next is indented or begins
    like a heading or an item of a list (一、 （二） 3. 第四章). Columns of a newspaper stay line by line.

    Left out are page numbers standing alone (— 3 —, 第3页) and running heads: one of the two outermost lines of a page,
    found on over half of the pages, either the same or with a number that counts the pages.
    """
    lines = [line for page in _without_heads(pages) for line in page if not _PAGE_NUMBER.fullmatch(line.text)]
    left, right = _margins(lines)
    paragraphs: list[list[str]] = []
    for last, line in zip([None, *lines], lines, strict=False):
        if last and _goes_on(last, line, right) and not _begins(line, left):
            paragraphs[-1] += [_seam(last.text, line.text), line.text]
        else:
            paragraphs.append([line.text])
    return "".join("".join(paragraph) + "\n" for paragraph in paragraphs)


def _without_heads(pages: list[list[Line]]) -> list[list[Line]]:
    seen = Counter(shape for at, lines in enumerate(pages) for shape in set(_edge_shapes(lines, at)))
    least = max(_PAGES_FOR_HEADS, len(pages) // 2 + 1)
    heads = {shape for shape, times in seen.items() if times >= least}
    return [
        [line for i, line in enumerate(lines) if not (_is_edge(i, lines) and heads.intersection(_shapes(line, at)))]
        for at, lines in enumerate(pages)
    ]


def _edge_shapes(lines: list[Line], page: int) -> Iterator[str]:
    for i, line in enumerate(lines):
        if _is_edge(i, lines):
            yield from _shapes(line, page)


def _is_edge(i: int, lines: list[Line]) -> bool:
    return i < _EDGE or i >= len(lines) - _EDGE


def _shapes(line: Line, page: int) -> Iterator[str]:
    # the line itself, and the line with each number less its page's, by which 7 on page 6 and 8 on page 7 agree
    yield line.text
    for found in _NUMBER.finditer(line.text):
        yield f"{line.text[: found.start()]}\0{int(found[0]) - page}\0{line.text[found.end() :]}"


def _margins(lines: list[Line]) -> tuple[float, float]:
    # one line in ten may stand out on either side
    starts, ends = sorted(line.left for line in lines), sorted(line.right for line in lines)
    return (starts[len(starts) // 10], ends[len(ends) * 9 // 10]) if lines else (0, 0)


def _goes_on(line: Line, following: Line, right: float) -> bool:
    width = line.right - line.left
    is_text = width >= _LEAST_CHARACTERS * line.em and line.inked >= _INKED_SHARE * width
    room = right - line.right
    return is_text and room < _first_width(following) + _SLACK * line.em and not _SENTENCE_END.search(line.text)


def _first_width(line: Line) -> float:
    unit = _UNIT.match(line.text)
    return line.em * sum(0.55 if letter.isascii() else 1 for letter in (unit[0] if unit else ""))


def _begins(line: Line, left: float) -> bool:
    return line.left > left + 1.5 * line.em or bool(_BEGINNING.match(line.text))


def _seam(line: str, following: str) -> str:
    # two numbers or two English words must not become one
    return " " if line[-1].isascii() and following[0].isascii() else ""
