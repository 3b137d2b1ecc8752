"""Single statements: falls that cannot be, digits run together, headings that were announced."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plumbline.checks.findings import Finding
from plumbline.checks.numbers import squeezed
from plumbline.claims import Claim, Reading
from plumbline.errors import Words

QUOTED = 40
"""Characters of a run of digits that are quoted."""


def impossible(reading: Reading) -> Iterator[Finding]:
    """下降n倍, 下降120%: a quantity cannot fall by more than itself."""
    for c in reading.claims:
        if c.kind != "quantity" or c.direction != "down":
            continue
        if c.unit == "倍":
            yield Finding("impossible", c.start, c.end, _by_times(squeezed(c.text)))
        elif c.unit == "%" and isinstance(c.value, Decimal) and c.value > 100:
            text = squeezed(c.text)
            zh = f"下降{text}不成立：数量最多下降100%。"
            en = f"Nothing can fall by {text}: a quantity falls by 100% at most."
            yield Finding("impossible", c.start, c.end, Words(zh, en))


def _by_times(text: str) -> Words:
    zh = f"“下降{text}”不成立：数量最多下降100%，应以百分比、成或几分之几表述。"
    en = f"Nothing can fall by {text}: a quantity falls by 100% at most; state it in %, tenths or a fraction."
    return Words(zh, en)


def fused(reading: Reading) -> Iterator[Finding]:
    """Yield the runs of digits that are too long for one number."""
    for c in reading.claims:
        if c.kind == "fused":
            text = squeezed(c.text)[:QUOTED]
            zh = f"“{text}”位数过多，疑有漏字使两个数连在一起，未予解读。"
            en = f"“{text}” has too many digits: a word may be missing between two numbers; it was not read."
            yield Finding("fused", c.start, c.end, Words(zh, en))


ANNOUNCED = re.compile(r"(?P<n>[一二两三四五六七八九十]|[0-9]{1,2})\s*个\s*(?P<word>[\u4e00-\u9fff]{2})")
NUMERALS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
NUMBERED = r"(?:[（(]?[一二三四五六七八九十]+[）)、]?|[0-9]+[.、])?\s*"
LONGEST_HEADING = 45
SENTENCE_END = ("。", "；")


def headings(reading: Reading) -> Iterator[Finding]:
    """八个聚焦 announced: as many headings should begin with the word."""
    heads = _headings(reading.text)
    for c in reading.claims:
        m = _announced(c, reading.text)
        if not m:
            continue
        n, word = NUMERALS.get(m["n"]) or int(m["n"]), m["word"]
        begins = re.compile(NUMBERED + word)
        count = sum(bool(begins.match(h)) for h in heads)
        if 2 <= count != n:
            zh = f"文中称“{n}个{word}”，以“{word}”开头的标题有{count}个。"
            en = f"“{n}个{word}” is announced; {count} headings begin with “{word}”."
            yield Finding("headings", c.start, c.end, Words(zh, en))


def _headings(text: str) -> list[str]:
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if 3 < len(line) <= LONGEST_HEADING and not line.endswith(SENTENCE_END)]


def _announced(c: Claim, text: str) -> re.Match[str] | None:
    if c.kind != "name":
        return None
    return ANNOUNCED.search(c.text) or ANNOUNCED.match(text, c.start)
