"""Words looked up at a place of the text: measure words, and words that only look like numbers."""

import re
from collections.abc import Iterable
from decimal import Decimal

from plumbline.claims.numbers.lexicon import IDIOMS, MEASURES, PLACES, SAME_UNIT, UNCOUNTABLE


class Words:
    """A list of words, each with the characters that make it part of a longer word when they follow (``部!门署``)."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Make one pattern of all words that begin with the same character, the longest first."""
        found: dict[str, list[str]] = {}
        for entry in sorted(entries, key=lambda e: -len(e.partition("!")[0])):
            word, _, barred = entry.partition("!")
            barred += "A-Za-z" if word[-1].isascii() and word[-1].isalpha() else ""
            found.setdefault(word[0], []).append(re.escape(word) + (f"(?![{barred}])" if barred else ""))
        self.by_first = {first: re.compile("|".join(words)) for first, words in found.items()}

    def at(self, text: str, at: int) -> str:
        """Return the longest of the words that stands at ``at``, or an empty string."""
        pattern = self.by_first.get(text[at : at + 1])
        m = pattern.match(text, at) if pattern else None
        return m.group() if m else ""


UNITS = Words(MEASURES)
NO_NUMBERS = Words([*IDIOMS, *PLACES])


PER = re.compile(
    "/(?:100)?(?:立方米|平方米|平方公里|公里|千瓦时|小时|分钟|毫升|年|月|日|天|时|秒|人|户|亩|吨|升|次|件|套|个|m[lL]|h|s)"
)


def unit_at(text: str, at: int) -> str:
    """Return the measure word that stands at ``at`` (``吨``, ``微克/立方米``), or an empty string."""
    unit = UNITS.at(text, at)
    per = PER.match(text, at + len(unit)) if unit else None
    return unit + per.group() if per else unit


def idiom_at(text: str, at: int) -> str:
    """Return the word with a numeral in it that counts nothing and stands at ``at`` (一定, 三台县), or an empty string."""
    word = NO_NUMBERS.at(text, at)
    return "" if text.startswith(("余", "多"), at + len(word)) else word


def normal(unit: str) -> str:
    """Return the usual measure word for ``unit``: 人 for 名 and 位, 公里 for 千米."""
    one, per, other = unit.partition("/")
    return SAME_UNIT.get(one, one) + per + other


def countable(unit: str, number: Decimal) -> bool:
    """Say whether only whole numbers of ``unit`` occur near ``number``: not of 公里 or %, nor where a mean is given (1.2人)."""
    return unit.partition("/")[0] not in UNCOUNTABLE and number == number.to_integral_value()
