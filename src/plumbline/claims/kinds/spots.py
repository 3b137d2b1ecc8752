"""A number and the words beside it, as the rules that sort numbers look at them."""

import re
from decimal import Decimal

from plumbline.claims.numbers.single import Mention

HAN = re.compile(r"[\u4e00-\u9fff]")
ENDS = frozenset("，。；、,;:()！？!?\n”“ …①②③④⑤⑥⑦⑧⑨⑩") | {""}
"""What may follow the end of a phrase; the empty string is the end of the text."""


class Spot:
    """A number ``m`` of the plain ``text``; ``digits`` is the number as written, with a vague 余 or 多 but without its unit."""

    __slots__ = ("digits", "m", "text")

    def __init__(self, text: str, m: Mention) -> None:
        """Look at ``m`` where it stands."""
        self.text, self.m = text, m
        self.digits = text[m.digits : m.unit_start]

    @property
    def next(self) -> str:
        """The character after the number and its unit, empty at the end of the text."""
        return self.text[self.m.end : self.m.end + 1]

    @property
    def prev(self) -> str:
        """The character before the number, empty at the beginning of the text."""
        return self.text[self.m.start - 1 : self.m.start]

    @property
    def arabic(self) -> bool:
        """Whether the number is written in Arabic digits."""
        return self.digits[:1].isascii()

    @property
    def ended(self) -> bool:
        """Whether the phrase ends with the number."""
        return self.next in ENDS

    @property
    def before_word(self) -> bool:
        """Whether a Chinese word goes on after the number."""
        return bool(HAN.match(self.next))

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Say whether ``pattern`` matches right after the number."""
        return bool(pattern.match(self.text, self.m.end))

    def after(self, pattern: re.Pattern[str], reach: int = 6) -> bool:
        """Say whether ``pattern``, which ends in ``$``, matches within ``reach`` characters before the number."""
        return bool(pattern.search(self.text, max(0, self.m.start - reach), self.m.start))

    def at_most(self, limit: int) -> bool:
        """Say whether the number is a single one and not above ``limit``."""
        return isinstance(self.m.value, Decimal) and self.m.value <= limit
