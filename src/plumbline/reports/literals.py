"""Numbers written into a plan's words by hand, which a report may not have: each must be a reading."""

import re
from collections.abc import Iterable

from plumbline.errors import PlanError, Words

_DAY = r"\d{1,2}月(?:\d{1,2}日)?"
_DATES = re.compile(
    rf"(?:19|20)\d\d年(?:度|{_DAY})?|(?<!\d)(?:{_DAY}|\d{{1,2}}(?=[至—-]{_DAY}))|(?:19|20)\d\d(?=[至—-](?:19|20)\d\d年)"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)",
)
_UNIT = "(?:件|起|人|名|个(?!别|体|性|人)|案(?!件|情|发|例)|条|次|元|万|亿|家|户|项|例|批|倍|成(?!为|立|效|果|员|绩))"
_SPOKEN = re.compile(
    r"百分之[一二三四五六七八九十百零〇点几]+|[一二三四五六七八九十]分之[一二三四五六七八九十]"
    rf"|[一二两三四五六七八九十百千万亿〇零几]*[二两三四五六七八九十百千万亿几][余多来]?{_UNIT}"
)
_SAYINGS = ("千家万户",)
_DIGITS = re.compile(r"[0-9０-９]+(?:[.,，．][0-9０-９]+)*")


def refuse_numbers(words: str, names: Iterable[str], where: str) -> None:
    """Raise PlanError if ``words`` hold a number, in digits or spoken (三百件), that is no date and in none of ``names``."""
    left = words
    for name in sorted([*names, *_SAYINGS], key=len, reverse=True):
        left = left.replace(name, "\0" * len(name))
    left = _DATES.sub(lambda found: "\0" * len(found[0]), left)
    if found := _DIGITS.search(left) or _SPOKEN.search(left):
        near = words[max(found.start() - 8, 0) : found.end() + 6].strip()
        what = Words(f"“{near}”里的“{found[0]}”不是读数", f"“{found[0]}” in “{near}” is a number that is no reading")
        todo = Words(
            "请改为 {指标}；若是名称的一部分，请把该名称写进计划的 names",
            "Write it as {line.figure}; if it is part of a name, list that name under names",
        )
        raise PlanError(where, what, todo)
