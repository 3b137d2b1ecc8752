"""What the record's model says of a value it refuses, in both languages."""

from collections.abc import Callable
from typing import Any

from plumbline.errors import Words

MOST = 60
"""Most characters of a cell that a message repeats."""

_Context = dict[str, Any]
_SAID: dict[str, Callable[[_Context], Words]] = {
    "string_too_short": lambda c: Words(f"少于 {c['min_length']} 个字", f"has under {c['min_length']} characters"),
    "string_too_long": lambda c: Words(f"多于 {c['max_length']} 个字", f"has over {c['max_length']} characters"),
    "greater_than_equal": lambda c: Words(f"小于 {c['ge']}", f"is under {c['ge']}"),
    "less_than_equal": lambda c: Words(f"大于 {c['le']}", f"is over {c['le']}"),
    "literal_error": lambda c: Words(f"不在可选之列：{_listed(c['expected'])}", f"is none of {_listed(c['expected'])}"),
    "enum": lambda c: Words(f"不在可选之列：{_listed(c['expected'])}", f"is none of {_listed(c['expected'])}"),
    "identity": lambda c: Words(
        "含有疑似身份证号或手机号，簿册不收",
        "holds what looks like an identity or telephone number; the book keeps none",
    ),
    "unprintable": lambda c: Words("含有控制字符", "holds control characters"),
    "string_pattern_mismatch": lambda c: Words(
        "不是人员标识（p_ 加 26 位小写字母或 2 至 7）", "is no token (p_ and 26 small letters or digits 2 to 7)"
    ),
    "scope": lambda c: Words(
        f"没有“{echoed(c['unknown'])}”这个标签；可用：{c['known']}",
        f"no such tag: {echoed(c['unknown'])}; known are {c['known']}",
    ),
    "persons": lambda c: Words("人员标识与人数应填且只填一项", "needs a person's token or a headcount, and not both"),
}


def said(error: Any) -> Words:
    """Return one of pydantic's errors (``ValidationError.errors()[i]``) in both languages."""
    words = _SAID.get(error["type"])
    return words(error.get("ctx", {})) if words else Words(error["msg"], error["msg"])


def echoed(text: str) -> str:
    """Return a cell's text as messages repeat it: cut to 60 characters."""
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def _listed(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", "、").replace(", ", "、")
