"""The measures of GB/T 9704-2012, in millimetres and points, for Word and for the page alike.

[S] margins, sizes, grid, colours, head and number; [K] where the footer and the foot notes of the document stand, checked
against partial copies; [C] the pitch of lines, for which practice has 28 to 30 pt: 225 mm over 22 lines is 28.99.
"""

from typing import Literal

from plumbline.reports.composed import Level

PAGE = (210.0, 297.0)
TOP, BOTTOM, INSIDE, OUTSIDE = 37.0, 35.0, 28.0, 26.0
"""Margins; the inside one is where the sheets are bound, left on odd pages."""

WIDTH, HEIGHT = 156.0, 225.0
"""The area of the text: 28 characters by 22 lines."""

CHARACTERS, LINES = 28, 22
LINE = 28.95
"""Points from line to line, exactly."""

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""The sizes 2号, 3号 and 4号 in points."""

PITCH = round(WIDTH / 25.4 * 72 / CHARACTERS, 3)
"""Points from character to character of 3号, so that 28 fill the width."""

MARK_BELOW_TOP = 35.0
MARK_WIDEST, MARK_LARGEST = WIDTH - 6, 62.0
"""The red head: millimetres below the top of the text area, its greatest width and its greatest size in points."""

RED = "D7000F"
RULE_BELOW_NUMBER = 4.0
NUMBER_RULE = 1.0
"""The red line: millimetres below the document's number, its weight in points."""

PAGE_NUMBER_BELOW = 7.0
"""Millimetres from the text area to the dashes beside the page number."""

IMPRINT_OUTER, IMPRINT_INNER = 0.35, 0.25
"""Millimetres: the weight of the first and last lines around the imprint (版记), and of those within."""

Face = Literal["小标宋", "仿宋", "楷体", "黑体", "宋体"]

OFFICIAL: dict[Face, str] = {
    "小标宋": "方正小标宋简体",
    "仿宋": "仿宋_GB2312",
    "楷体": "楷体_GB2312",
    "黑体": "黑体",
    "宋体": "宋体",
}
"""The typefaces the standard names, by the names the fonts go by."""

NUMBERS_WIDE = {"zh": (11.5, 22.0, 35.0, 30.0, 32.5, 25.0), "en": (11.0, 24.5, 36.0, 28.5, 32.5, 23.5)}
MEANINGS_WIDE = (50.0, 58.0, 48.0)
"""Millimetres: the columns of the two tables of the annex, for Word and the page alike."""

HEADINGS: dict[Level, Face] = {0: "仿宋", 1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}
LATIN = "Times New Roman"


def mark_size(words: str) -> float:
    """Return the size in points at which a red head fills its line and no more."""
    return min(MARK_LARGEST, round(MARK_WIDEST / 25.4 * 72 / max(length(words), 1), 1))


def signature(name: str, day: str) -> tuple[float, float]:
    """Return how many characters the signing body and the date, each set right, keep from the right edge.

    Without a seal the name keeps two; the date begins two after where the name begins; where the date is the longer, it keeps
    two and the name moves left with it. In English both keep two, for letters have no one width to count by.
    """
    if name.isascii():
        return 2.0, 2.0
    long, dated = length(name), length(day)
    if dated <= long:
        return 2.0, long - dated
    return 4.0 + dated - long, 2.0


def length(words: str) -> float:
    """Return how wide words are, in Chinese characters: a digit or a Latin letter takes half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in words)
