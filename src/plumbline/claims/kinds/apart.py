"""Numbers that are no claims: dates, periods, ordinals, ranks, names. Found first, so that the rest can be read as claims."""

import re
from functools import cache
from typing import NamedTuple

from plumbline.claims.kinds.dates import DATES
from plumbline.claims.kinds.naming import DOCUMENTS, NAMES
from plumbline.claims.kinds.patterns import Pattern
from plumbline.claims.shapes import Kind


class Apart(NamedTuple):
    """A number kept apart, as a span of the plain text with its kind."""

    start: int
    end: int
    kind: Kind


PATTERNS: tuple[Pattern, ...] = (*DOCUMENTS, *DATES, *NAMES)


ALIKE = "0123456789", "一二两三四五六七八九十", "".join(map(chr, range(65, 91))) + "".join(map(chr, range(97, 123)))
"""Characters that share one grammar, so that fewer have to be compiled; each pattern checks its own beginning anyway."""


def _charset(first: str) -> frozenset[str]:
    """Return the characters that the class ``[first]`` of a pattern stands for, and those alike."""
    pattern = re.compile(f"[{first}]")
    groups = (group for group in ALIKE if pattern.search(group))
    return frozenset("".join(groups)) | frozenset(c for c in first if pattern.match(c) and c != "-")


BY_FIRST: dict[str, list[int]] = {}
for _number, _pattern in enumerate(PATTERNS):
    for _character in _charset(_pattern.first):
        BY_FIRST.setdefault(_character, []).append(_number)


@cache
def _grammar(numbers: tuple[int, ...]) -> re.Pattern[str]:
    """Join the patterns that can begin with one character, in order."""
    return re.compile("|".join(f"(?P<k{i}>{PATTERNS[i].words})" for i in numbers))


GRAMMARS = {character: _grammar(tuple(numbers)) for character, numbers in BY_FIRST.items()}
KINDS: dict[str | None, Kind] = {f"k{i}": pattern.kind for i, pattern in enumerate(PATTERNS)}
FIRSTS = "".join(map(re.escape, sorted(BY_FIRST.keys() - set("0123456789"))))
START = re.compile(f"(?<![0-9])[0-9]|[{FIRSTS}]")
QUOTED = re.compile(r"“[^“”，。；！？\n]{1,14}”")
NUMERIC = re.compile(r"[0-9一二两三四五六七八九十百千万亿零〇半]")


def apart(text: str) -> list[Apart]:
    """Return, in text order and without overlaps, the numbers of a plain text that are kept apart."""
    found = [*_scanned(text), *_quoted(text)]
    kept: list[Apart] = []
    for item in sorted(found, key=lambda a: (a.start, -a.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _scanned(text: str) -> list[Apart]:
    found: list[Apart] = []
    end = 0
    for start in START.finditer(text):
        at = start.start()
        if at >= end and (m := GRAMMARS[text[at]].match(text, at)):
            end = m.end()
            found.append(Apart(at, end, KINDS[m.lastgroup]))
    return found


def _quoted(text: str) -> list[Apart]:
    """Find what quotation marks make a name: “两个中心”, “1310”."""
    return [Apart(*m.span(), "name") for m in QUOTED.finditer(text) if NUMERIC.search(text, *m.span())]
