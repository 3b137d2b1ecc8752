"""In which unit a chart shows its readings, and how a value is written on it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports import phrases
from plumbline.reports.rounding import grouped, rounded

_MONEY = (
    (10**8, Words("亿元", "100 million yuan")),
    (10**4, Words("万元", "10,000 yuan")),
    (1, Words("元", "yuan")),
)
_ENGLISH = {"件": "cases", "人": "persons", "%": "%"}


class Measure(NamedTuple):
    """A unit, and how many of the readings' own unit go into it."""

    unit: Words
    scale: int = 1

    def of(self, reading: Reading) -> Fraction | None:
        """Return a reading's exact value in this unit; None of a share of nothing."""
        return reading.value / self.scale if reading.denominator else None


def measure(readings: Iterable[Reading]) -> Measure:
    """Return the unit for readings of one figure: their own, money in the largest unit that its largest amount fills."""
    every = list(readings)
    unit, most = every[0].unit, max(abs(r.value) for r in every)
    if unit != "元":
        return Measure(Words(unit, _ENGLISH.get(unit, "number")))
    scale, words = next((s, w) for s, w in _MONEY if most >= s or s == 1)
    return Measure(words, scale)


def counted(reading: Reading) -> Words:
    """Return what a reading counts, with its body and, where it counts persons of a figure of cases, those."""
    words = phrases.within(reading)
    if reading.counting != "persons" or reading.figure.unit == "人":
        return words
    return Words(f"{words.zh}（人数）", f"{words.en} (persons)")


def written(value: Fraction, unit: str, language: str) -> str:
    """Return a value as it stands on a chart: whole, else (and in %) to one decimal; thousands are parted in English."""
    text = rounded(value, 0 if value.denominator == 1 and unit != "%" else 1)[1]
    return f"{text if language == 'zh' else grouped(text)}{'%' if unit == '%' else ''}"
