"""Laying text out in a report's own typing habits, with every span kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from genre.figures import Aside, Figure, Part, Turn
from genre.writing import spell

NUMERALS = "0-9一二三四五六七八九十百千万亿两零〇几半"
ATOM = rf"第?[{NUMERALS}]+[年月日时分届次条款号轮批项级类个部审季站]?(?:[年月日]?[份许])?"
APART = re.compile(rf"{ATOM}(?:[·.—至:\-+]?{ATOM})*")

WIDE_DIGITS = dict(zip("0123456789", "０１２３４５６７８９", strict=True))
HALF_POINTS = dict(zip("，；：（）", ",;:()", strict=True))
LATIN, HANZI = "[0-9A-Za-z%]", "[一-鿿〇]"
BOUNDARY = re.compile(f"(?<={LATIN})(?={HANZI})|(?<={HANZI})(?={LATIN})")


@dataclass(frozen=True)
class Style:
    """Typing habits: full-width digits, per cent signs and points, half-width punctuation, blanks around digits, indents."""

    wide_digits: bool
    wide_percent: bool
    wide_point: bool
    half_points: bool
    blanks: float
    indent: str
    grouped: bool


def chosen_style(rng: Random) -> Style:
    """A style by chance, the plain one commonest."""
    half = rng.random() < 0.2
    wide = rng.random() < 0.12
    blanks = rng.choice((0.0, 0.0, 0.0, 0.0, 1.0, 0.5)) if not wide else 0.0
    indent = rng.choice(("", "　　", "　　"))
    percent, group = wide or rng.random() < 0.15, not half and rng.random() < 0.06
    return Style(wide, percent, wide and rng.random() < 0.4, half, blanks, indent, group)


def typing_table(style: Style) -> dict[str, str]:
    """What each character becomes in a style's widths."""
    table = dict(WIDE_DIGITS) if style.wide_digits else {}
    table |= {"%": "％"} if style.wide_percent else {}
    table |= {".": "．"} if style.wide_point else {}
    return table | (HALF_POINTS if style.half_points else {})


def grouped(text: str) -> str:
    """Thousands set off by a comma in runs of four digits or more that are no decimals or fractions."""
    return re.sub(r"(?<![\d.])\d{4,}(?![\d.])", lambda run: f"{int(run[0]):,}", text)


class Sheet:
    """Text being written in a style: figure spans by key and spans of numbers that claim nothing."""

    def __init__(self, style: Style, rng: Random) -> None:
        self.style = style
        self.rng = rng
        self.out: list[str] = []
        self.size = 0
        self.table = str.maketrans(typing_table(style))
        self.figures: dict[int, tuple[int, int]] = {}
        self.apart: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """All text written so far."""
        return "".join(self.out)

    def add(self, text: str) -> None:
        """Put characters as they are at the end."""
        self.out += [text] if text else []
        self.size += len(text)

    def write(self, text: str) -> tuple[int, int]:
        """Write characters with blanks between digits and Hanzi as the style has it; return the span."""
        first, *others = BOUNDARY.split(text.translate(self.table))
        if BOUNDARY.search((self.out[-1] if self.out else "")[-1:] + first[:1]):
            self.blank()
        start = self.size
        self.add(first)
        for chunk in others:
            self.blank()
            self.add(chunk)
        return start, self.size

    def blank(self) -> None:
        """A blank, as often as the style has it."""
        if self.style.blanks and self.rng.random() < self.style.blanks:
            self.add(" ")

    def literal(self, text: str) -> None:
        """Write plain text; any number in it claims nothing."""
        at = 0
        for match in APART.finditer(text):
            self.write(text[at : match.start()])
            self.apart.append(self.write(match[0]))
            at = match.end()
        self.write(text[at:])

    def figure(self, figure: Figure) -> None:
        """Write a figure and keep its span."""
        text = spell(figure)
        self.figures[figure.key] = self.write(grouped(text) if self.style.grouped else text)

    def part(self, part: Part) -> None:
        """Write one part of a piece."""
        if isinstance(part, Figure):
            self.figure(part)
        elif isinstance(part, Aside):
            self.apart.append(self.write(part.text))
        else:
            self.literal(part.text if isinstance(part, Turn) else part)
