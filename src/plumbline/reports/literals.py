"""Numbers written into a plan's words by hand, which a report may not have: each must be a reading."""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

from plumbline.errors import PlanError, Words
from plumbline.numerals import FORMAL

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
_SAYINGS = ("千家万户", "队伍", "入伍", "退伍", "落伍", "大陆", "内陆", "登陆", "收拾")
_DIGITS = re.compile(r"\d+(?:[.,，．]\d+)*|[廿卅卌]")
_ROMAN = re.compile(rf"(?<![A-Za-z])[IVXLC]+\s*{_UNIT}")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ENGLISH = (
    rf"(?:one|two|three|four|five|six|seven|eight|nine|{_TEENS}|{_TENS}|(?:dozen|hundred|thousand|million|billion)s?)"
)
_THINGS = (
    "(?:cases?|persons?|people|men|women|suspects?|defendants?|offenders?|victims?|groups?|gangs?|organi[sz]ations?|files?"
    "|yuan|per ?cent|courts?|judges?|officers?|judgments?|convictions?|arrests?|crimes?|records?|items?|villages?|times)"
)
_IN_ENGLISH = re.compile(
    rf"(?<![A-Za-z]){_ENGLISH}(?:(?:[\s-]|\sand\s){_ENGLISH})*(?:\s*{_UNIT}|(?:\sof)?(?:\s[a-z]+)?\s{_THINGS}\b)", re.I
)
_CAPITALS = FORMAL | str.maketrans("壹廿卅卌", "二十十十")
"""Numerals in full as the plain ones; 壹 is not said without a number being meant, as 一 is (一起)."""


def refuse_numbers(words: str, names: Iterable[str], where: str) -> None:
    """Raise PlanError if ``words`` hold a number, in digits or spoken (三百件), that is no date and in none of ``names``."""
    left = _plain(words)
    for name in sorted([*map(_plain, names), *_SAYINGS], key=len, reverse=True):
        left = left.replace(name, "\0" * len(name))
    left = _DATES.sub(lambda found: "\0" * len(found[0]), left)
    if at := _number(left):
        number, near = words[slice(*at)], words[max(at[0] - 8, 0) : at[1] + 6].strip()
        what = Words(f"“{near}”里的“{number}”不是读数", f"“{number}” in “{near}” is a number that is no reading")
        todo = Words(
            "请改为 {指标}；若是名称的一部分，请把该名称写进计划的 names",
            "Write it as {line.figure}; if it is part of a name, list that name under names",
        )
        raise PlanError(where, what, todo)


def _plain(words: str) -> str:
    """Return words with each character in its plain form (５ and ⼆ as 5 and 二), every one in its place."""
    return "".join(plain if len(plain := normalize("NFKC", c)) == 1 and not _sign(c) else c for c in words)


def _sign(character: str) -> bool:
    """Return whether a character is a numeral of its own kind: ⑤, Ⅴ, ㈤, ½."""
    return character != "〇" and category(character) in ("No", "Nl")


def _number(left: str) -> tuple[int, int] | None:
    """Return from where to where a number stands in what is left of the words; None where there is none."""
    if found := _DIGITS.search(left) or _SPOKEN.search(left.translate(_CAPITALS)):
        return found.span()
    if found := _ROMAN.search(left) or _IN_ENGLISH.search(left):
        return found.span()
    return next(((at, at + 1) for at, character in enumerate(left) if _sign(character)), None)
