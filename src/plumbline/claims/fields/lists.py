"""分别 lists: as many subjects before as numbers after, taken in order."""

import re

from plumbline.claims.fields.counting import split
from plumbline.claims.fields.drafts import Draft, words_before
from plumbline.claims.fields.phrases import stripped
from plumbline.claims.fields.words import CHANGE, LONG_CHANGE, ROSE

JOINED = re.compile(rf"^(?:、|，|和|及|与|以及)+(?:{'|'.join(LONG_CHANGE)})?$")
RESPECTIVELY = "分别"
COMPARISON = re.compile(r"(?:每月|每年|月均|同比|环比|比上年|较上年|比去年|较去年|与上年相比)$")
ITEM_JOIN = re.compile(r"、|以及|和|及|与")
CASES = ("案件", "案")
NUMBERS = ("起数", "件数", "人数", "数量")
"""Ends of an item that no tail is shared with: 事故起数、死亡人数."""
TAILS = sorted(
    "案件 数量 起数 人数 增加值 产量 收入 总额 余额 处理率 覆盖率 面积 产值 营收 金额 比重 事故 案 率 量 数".split(),
    key=len,
    reverse=True,
)


def align(text: str, drafts: list[Draft], i: int) -> int:
    """Give each number of a 分别 list that begins at ``i`` its subject; return how many numbers it has, 0 for no list."""
    d = drafts[i]
    before, found, _ = text[d.clause : d.m.start].partition(RESPECTIVELY)
    n = _length(text, drafts, i) if found else 0
    if n < 2:
        return 0
    for member, subject in zip(drafts[i : i + n], _subjects(text, drafts, i, n, before), strict=True):
        member.counted, member.counted_how, member.list_of = subject, "stated", d.m.start + 1
        split(member)
    return n


def _length(text: str, drafts: list[Draft], i: int) -> int:
    n = 1
    while i + n < len(drafts) and drafts[i + n].sentence == drafts[i].sentence:
        if not JOINED.match(text[drafts[i + n - 1].m.end : drafts[i + n].m.start]):
            break
        n += 1
    return n


def _subjects(text: str, drafts: list[Draft], i: int, n: int, before: str) -> list[str]:
    """Return n subjects: named before 分别, in the clause before that, or those of the claims before."""
    d = drafts[i]
    words = stripped(CHANGE.sub("", COMPARISON.sub("", before)), d.who, d.period)
    earlier = [e for e in drafts[max(0, i - 2 * n) : i] if e.sentence == d.sentence and not e.ratio]
    beside = bool(earlier) and "，" not in text[earlier[-1].m.end : d.clause - 1]
    named = items(words, n) or ([] if beside and not words else _clause_before(text, d, n))
    if named:
        return named
    return [e.counted for e in earlier[-n:]] if len(earlier) >= n else [words or d.counted] * n


def _clause_before(text: str, d: Draft, n: int) -> list[str]:
    if d.clause <= d.sentence + 1:
        return []
    _, words = words_before(text, d.clause - 1, d.sentence)
    own = stripped(CHANGE.sub("", d.left).replace(RESPECTIVELY, ""), d.who, d.period)
    named = items(ROSE.sub("", stripped(words, d.who, d.period)), n)
    return [i if not own or i.endswith(own) else i + own for i in named]


def items(words: str, n: int) -> list[str]:
    """Split a list of ``n`` subjects, giving each the tail the last one shares (刑事、民事案件); [] where it is not n."""
    found = [item for item in ITEM_JOIN.split(words) if item]
    if len(found) != n or n < 2:
        return []
    *others, last = found
    tail = _shared_tail(others, last)
    return [*(item + tail for item in others), last]


def _shared_tail(others: list[str], last: str) -> str:
    known = next((t for t in TAILS if last.endswith(t) and len(last) > len(t)), "")
    if known and any(item.endswith((known, *NUMBERS)) for item in others):
        return ""
    short = len(others[0])
    even = all(len(item) == short for item in others) and short <= 3
    if known in CASES:
        return known
    if even and len(last) > short + max(len(known), 2):
        return last[short:]
    return known
