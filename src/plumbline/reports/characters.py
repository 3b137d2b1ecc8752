"""Characters that could harm or mislead: made legal for XML, made visible to a reader. Lengths never change."""

import re

from markupsafe import Markup, escape

_NAMES = {
    0xAD: "SHY", 0x61C: "ALM", 0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM", 0x2060: "WJ", 0xFEFF: "BOM",
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
}  # fmt: skip
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f" + "".join(map(chr, _NAMES)) + "]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

GLYPH = "◇"
"""What stands in the page for one character that cannot be seen."""


def legal(text: str) -> str:
    """Return ``text`` with every character that XML 1.0 forbids replaced by U+FFFD, one for one."""
    return _ILLEGAL.sub("\ufffd", text)


def whole(text: str) -> str:
    """Return ``text`` with lone surrogates, which no encoding can carry, replaced by U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def named(text: str) -> str:
    """Return ``text`` for a plain string: each unseen control written out as its name, ``‹RLO›``."""
    return _UNSEEN.sub(lambda found: f"‹{_name(found[0])}›", whole(text))


def visible(text: str) -> Markup:
    """Return ``text`` escaped for HTML, each unseen control as a glyph that carries its name; text length kept."""
    if not _UNSEEN.search(text):
        return escape(whole(text))
    parts = re.split(f"({_UNSEEN.pattern})", whole(text))
    return Markup("").join(_glyph(part) if _UNSEEN.fullmatch(part) else part for part in parts)


def _glyph(character: str) -> Markup:
    return Markup('<span class="ctl" data-name="{}">{}</span>').format(_name(character), GLYPH)


def _name(character: str) -> str:
    return _NAMES.get(ord(character), f"U+{ord(character):04X}")
