"""Bytes to text: UTF-8, UTF-16 with its mark, GB18030, each strictly. A guess that might be wrong is refused."""

import codecs
import re
from collections import Counter

from plumbline.documents import refusals

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I | re.ASCII)
_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
# GB2312 without its kana and Cyrillic, by which Japanese and Russian encodings would pass
_ROWS = [0xA1, 0xA2, 0xA3, 0xA8, 0xA9, *range(0xB0, 0xF8)]
_COMMON = frozenset(
    bytes(b for row in _ROWS for cell in range(0xA1, 0xFF) for b in (row, cell)).decode("gb18030") + "〇"
)
# nine in ten: names use rare characters, but text of another encoding read as GB18030 is rare throughout
_COMMON_SHARE = 0.9
_WIDE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
# fewer than three wide characters happen to be valid UTF-8 in honest GB18030, as in the well-known case of 联通
_WIDE_FOR_UTF8 = 3
_CONTROLS = "".join(map(chr, [*range(1, 9), *range(14, 32), 127]))
_CONTROL_SHARE = 0.01


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    r"""Return the text in ``data`` and the Python name of its encoding.

    As in ``Path.read_text`` with that encoding \r\n and \r become \n and a byte order mark goes; nothing else changes.
    ``declared`` is what the document itself says, believed only where the bytes bear it out and are not UTF-8.
    Raises NotText, naming a byte offset, for an unknown, mixed or broken encoding and for what is not text at all.
    """
    encoding = _marked(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise refusals.unknown_encoding(name, error.start) from None
        text, encoding = _other_than_utf8(data, name, declared, error.start)
    _refuse_binary(text, encoding, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def declared_in(page: bytes) -> str | None:
    """Return the encoding an HTML ``page`` names in its first 4,096 bytes, None where it names none."""
    found = _CHARSET.search(page[:4096])
    return found[1].decode() if found else None


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _other_than_utf8(data: bytes, name: str, declared: str | None, utf8_end: int) -> tuple[str, str]:
    encoding = _DECLARED.get((declared or "").lower(), "")
    try:
        text = data.decode(encoding or "gb18030")
    except UnicodeDecodeError as error:
        raise refusals.unknown_encoding(name, max(error.start, utf8_end)) from None
    if not encoding and not _is_common(text):
        raise refusals.unknown_encoding(name, utf8_end)
    _refuse_utf8_lines(data, name)
    return text, encoding or "gb18030"


def _is_common(text: str) -> bool:
    wide = {c: count for c, count in Counter(text).items() if not c.isascii()}
    return sum(wide[c] for c in wide.keys() & _COMMON) >= _COMMON_SHARE * sum(wide.values())


def _refuse_utf8_lines(data: bytes, name: str) -> None:
    offset = 0
    for line in data.split(b"\n"):
        if not line.isascii() and _is_utf8(line):
            raise refusals.mixed_encodings(name, offset)
        offset += len(line) + 1


def _is_utf8(line: bytes) -> bool:
    try:
        return len(_WIDE.findall(line.decode("utf-8"))) >= _WIDE_FOR_UTF8
    except UnicodeDecodeError:
        return False


def _refuse_binary(text: str, encoding: str, name: str) -> None:
    zero = text.find("\0")
    if zero >= 0:
        raise refusals.binary(name, len(text[:zero].encode(encoding)))
    if sum(map(text.count, _CONTROLS)) > _CONTROL_SHARE * len(text):
        first = min(at for c in _CONTROLS if (at := text.find(c)) >= 0)
        raise refusals.binary(name, len(text[:first].encode(encoding)))
