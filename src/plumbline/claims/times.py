"""Periods a text names, with how far each governs."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from plumbline.claims.apart import Apart
from plumbline.claims.plain import Plain

NOW = "至目前|截至目前|目前为止|截至发稿时|截至发稿|截止目前|目前|现在|当前"
POINT = "上年末|上年底|上年同期|去年同期|上年|年末|年初|年底|岁末|上月|本月末"
YEARS = (
    "去年以来|今年以来|这一年|这五年|本届以来|近年来|多年来|今年上半年|今年|去年|全年|上半年|下半年|本年度|本月|上半月|近期|前不久"
)
DAYS = "(?:今天|昨天|昨日|今日|当日|当天|日前|近日)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?"
WORDED = re.compile(
    rf"(?P<sentence>{NOW})|(?P<claim>{POINT})|(?P<paragraph>{YEARS}|{DAYS}"
    r"|(?<=[，。；：:\n”])[^，。；：:、\n“”]{2,18}(?:以来|期间)(?!的))"
)
COMPARED = re.compile(r"(?:比|较|与|同|和|于|按|对比|相比|对照|超过|接近)$")
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
        When(m.start(), m.end(), p.words(*m.span()), m.lastgroup or "claim")
        for m in WORDED.finditer(p.text)
        if not _overlaps(numbered, starts, m.start(), m.end())
    ]
    found = sorted([*numbered, *worded], key=lambda w: w.start)
    return [w for w in found if not COMPARED.search(p.text, max(0, w.start - 2), w.start)]


def _numbered(p: Plain, a: Apart) -> When | None:
    last = p.text[a.end - 1]
    if a.kind not in ("period", "date") or (a.kind == "date" and last.isdigit()):
        return None
    since = IN_FORCE.search(p.text, max(0, a.start - 8), a.start) if last == "来" else None
    start = since.start() if since else a.start
    reach = "sentence" if a.kind == "date" and last in "日月" else "paragraph"
    return When(start, a.end, p.words(start, a.end), reach)


def _overlaps(whens: list[When], starts: list[int], start: int, end: int) -> bool:
    k = bisect_right(starts, start)
    return any(w.start < end and start < w.end for w in whens[max(0, k - 1) : k + 2])
