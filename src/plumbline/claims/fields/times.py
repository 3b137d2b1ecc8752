"""Periods a text names, with how far each governs."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from plumbline.claims.kinds.apart import Apart
from plumbline.claims.plain import Plain

SO_FAR = "截至目前|截止目前|至目前|目前为止|截至(?:记者)?发稿时?"
NOW = "目前|现在|当前"
POINT = "上年末|上年底|去年底|去年末|上年同期|去年同期|上年|年末|年初|年底|岁末|上月|本月末"
YEARS = (
    "去年以来|今年以来|这一年|这五年|本届以来|近年来|多年来|今年上半年"
    "|今年|去年|全年|上半年|下半年|本年度|本月|上半月|近期|前不久"
)
DAYS = "(?:今天|昨天|昨日|今日|当日|当天|日前|近日)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?"
WORDED = re.compile(
    rf"(?P<paragraph>{SO_FAR}|“?十[一二三四五]五”?(?:时期|期间))|(?P<sentence>{NOW})|(?P<claim>{POINT})|(?P<year>{YEARS}|{DAYS})"
    r"|(?P<since>(?<=[，。；：:\n”])[^，。；：:、\n“”]{2,18}(?:以来|期间)(?!的))"
)
REACHES = {"paragraph": "paragraph", "sentence": "sentence", "claim": "claim", "year": "paragraph", "since": "sentence"}
COMPARED = re.compile(r"(?:比|较|与|同|和|于|按|对比|相比|对照|超过|接近|是|为|占|相当于)$")
FROM = ("由", "从")
SINCE = re.compile(r"[^，。；：\n0-9]{1,16}以来")
UP_TO = re.compile(r"截[至止]到?$")
HOLIDAYS = re.compile(
    r"(?:春节|清明|“?五一”?|端午|中秋|国庆|元旦|暑期|春运|汛期)*(?:假期|长假|小长假|黄金周|期间)|(?:春节|清明|“?五一”?|端午|中秋|国庆|元旦|暑期|春运|汛期)+"
)
IN_FORCE = re.compile(r"(?:正式)?(?:实施|启动|运行|开展|施行|成立|上线|开业|投用|推行)$")


@dataclass(slots=True)
class When:
    """A period named at ``start:end`` of the plain text; ``reach`` is how far it governs: paragraph, sentence or claim."""

    start: int
    end: int
    words: str
    reach: str


def named(p: Plain, skip: list[Apart]) -> list[When]:
    """Return every period a text names, in text order, those left out that are only compared with (比2019年)."""
    numbered = [w for a in skip if (w := _numbered(p, a))]
    starts = [w.start for w in numbered]
    worded = [
        When(m.start(), m.end(), p.words(*m.span()), _worded_reach(p.text, m))
        for m in WORDED.finditer(p.text)
        if not _overlaps(numbered, starts, m.start(), m.end())
    ]
    found = sorted([*numbered, *worded], key=lambda w: w.start)
    return [w for w in found if not COMPARED.search(p.text, max(0, w.start - 2), w.start)]


def _worded_reach(text: str, m: re.Match[str]) -> str:
    """Say how far worded periods govern; one in a bracket, or the start of a change (由去年的78%), only its own number."""
    aside = m.start() > 0 and text[m.start() - 1] in "由从("
    return "claim" if aside else REACHES[m.lastgroup or "claim"]


def _numbered(p: Plain, a: Apart) -> When | None:
    last = p.text[a.end - 1]
    if a.kind not in ("period", "date") or (a.kind == "date" and last.isdigit()):
        return None
    before = IN_FORCE if last == "来" else UP_TO
    more = before.search(p.text, max(0, a.start - 8), a.start)
    start = more.start() if more else a.start
    since = p.text[start] == "自"
    after = (SINCE if since else HOLIDAYS).match(p.text, a.end)
    end = after.end() if after and last in ("年月日" if since else "年庆节") else a.end
    return When(start, end, p.words(start, end), _reach(p.text, a, last))


def _reach(text: str, a: Apart, last: str) -> str:
    if text.startswith(FROM, a.start - 1) and a.start:
        return "claim"
    return "sentence" if text[a.start] == "自" or (a.kind == "date" and last in "日月") else "paragraph"


def _overlaps(whens: list[When], starts: list[int], start: int, end: int) -> bool:
    k = bisect_right(starts, start)
    return any(w.start < end and start < w.end for w in whens[max(0, k - 1) : k + 2])
