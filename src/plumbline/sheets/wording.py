"""What the record's model says of a value it refuses, in both languages."""

from collections.abc import Callable
from typing import Any

from plumbline.errors import Words

MOST = 60
"""Most characters of a cell that a message repeats."""

_Context = dict[str, Any]
_NO_INTEGER = Words("不是整数", "is no whole number")
_NO_DAY = Words("不是“年-月-日”的日期", "is no day as YYYY-MM-DD")
_TOKEN = Words("不是人员标识（p_ 加 26 位小写字母或 2 至 7）", "is no token (p_ and 26 small letters or digits 2 to 7)")
_PATTERNS = {
    "^K[": Words("不是里程桩号（如 K1745+300）", "is no kilometre post (as K1745+300)"),
    "^[A": Words("不是道路编号（如 G30、S101）", "is no number of a road (as G30, S101)"),
    "^[a": Words("不是指标编号（如 trials.docketed）", "is no figure (as trials.docketed)"),
}
"""What text should have looked like, by how its pattern begins."""
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
    "unnumbered": lambda c: Words(
        "没有数字，像是姓名或称呼，簿册不收", "has no digit in it, as a name has none; the book keeps no names"
    ),
    "unprintable": lambda c: Words("含有控制字符", "holds control characters"),
    "string_pattern_mismatch": lambda c: _PATTERNS.get(c["pattern"][:3], _TOKEN),
    "scope": lambda c: Words(
        f"没有“{echoed(c['unknown'])}”这个标签；可用：{c['known']}",
        f"no such tag: {echoed(c['unknown'])}; known are {c['known']}",
    ),
    "missing": lambda c: Words("必须填写", "has to be filled in"),
    "int_parsing": lambda c: _NO_INTEGER,
    "int_parsing_size": lambda c: _NO_INTEGER,
    "int_from_float": lambda c: _NO_INTEGER,
    "int_type": lambda c: _NO_INTEGER,
    "bool_parsing": lambda c: Words("应填 true（是）或 false（否）", "is neither true nor false"),
    "date_parsing": lambda c: _NO_DAY,
    "date_type": lambda c: _NO_DAY,
    "date_from_datetime_parsing": lambda c: _NO_DAY,
    "date_from_datetime_inexact": lambda c: _NO_DAY,
    "time_parsing": lambda c: Words("不是“时:分:秒”的时刻", "is no time of day as HH:MM:SS"),
    "persons": lambda c: Words("人员标识与人数应填且只填一项", "needs a person's token or a headcount, and not both"),
}


def said(error: Any) -> Words:
    """Return one of pydantic's errors (``ValidationError.errors()[i]``) in both languages."""
    words, context = _SAID.get(error["type"]), error.get("ctx", {})
    if "zh" in context:
        return Words(context["zh"], context["en"])
    return words(context) if words else Words("不合要求", error["msg"])


def echoed(text: str) -> str:
    """Return a cell's text as messages repeat it: cut to 60 characters."""
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def _listed(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", "、").replace(", ", "、")
