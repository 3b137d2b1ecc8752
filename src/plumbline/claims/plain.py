"""The plain form of a text: one width, one script, no blanks, so that the grammar need not know them; and the way back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import cycle

WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | {"，": "，", "；": "；", ",": "，", ";": "；"}
DASHES = dict.fromkeys("—–―‒‐‑−﹣－~～∼〜", "-")
QUOTES = dict.fromkeys("「『„", "“") | dict.fromkeys("」』‟", "”")
POINTS = {"·": "·", "•": "·", "・": "·", "．": ".", "﹒": "·", "‧": "·"}
BRACKETS = dict.fromkeys("〔［﹝[", "(") | dict.fromkeys("〕］﹞]", ")")
TRADITIONAL = dict(
    zip(
        "萬億兩餘個條項人數達約逾過幾審結辦檢機關從開報執處傳統與為來較減點倍億長電動計產業責務總經營聯發緝獲繳毒資產凍結調解糾紛書證罰訴訟運"
        "輸賠償懲戒嚴厲擊掃蕩區縣鄉鎮級層樓場會議屆時間內啟額單戶輛張馬噸歲號區對負責後續漲跌升幅佔綜復環網絡電詐騙東國務員團隊輪號醫護學習實"
        "現觀眾貧雙輕轉變離驗屬權縮廣當麼這們遠連選僅將於隻週頃畝釐臺羣積極銷贓槍贏傷",
        "万亿两余个条项人数达约逾过几审结办检机关从开报执处传统与为来较减点倍亿长电动计产业责务总经营联发缉获缴毒资产冻结调解纠纷书证罚诉讼运"
        "输赔偿惩戒严厉击扫荡区县乡镇级层楼场会议届时间内启额单户辆张马吨岁号区对负责后续涨跌升幅占综复环网络电诈骗东国务员团队轮号医护学习实"
        "现观众贫双轻转变离验属权缩广当么这们远连选仅将于只周顷亩厘台群积极销赃枪赢伤",
        strict=True,
    )
)
ONE_TO_ONE = str.maketrans(WIDE | DASHES | QUOTES | POINTS | TRADITIONAL | BRACKETS | {"﹪": "%", "○": "〇"})

GAPS = re.compile(r"[ \t\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u2060-\u2069\u205f\u3000\ufeff\f\v\x1c-\x1f]+")
ASCII_DIGITS = frozenset("0123456789")
THOUSANDS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
GROUP = re.compile(r"[0-9]{3}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain: ``text`` is what the grammar reads, ``original`` what was given.

    ``cuts`` are the offsets in ``text`` from which on more characters have been left out, ``dropped`` how many in all.
    """

    original: str
    text: str
    cuts: tuple[int, ...]
    dropped: tuple[int, ...]

    def at(self, position: int) -> int:
        """Return the offset in the original of the character at ``position`` of the plain text."""
        if not self.cuts:
            return position
        return position + self.dropped[bisect_right(self.cuts, position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of the plain span ``start:end`` (which holds at least one character)."""
        return self.at(start), self.at(end - 1) + 1 if end > start else self.at(start)

    def words(self, start: int, end: int) -> str:
        """Return the original words of a plain span, blanks left out."""
        if not self.cuts:
            return self.original[start:end]
        first, last = self.span(start, end)
        return GAPS.sub("", self.original[first:last])


def plain(original: str) -> Plain:
    """Return the plain form of ``original``: half-width, simplified where it matters, blanks dropped.

    A blank between two digits stays unless it sets off a group of thousands (``1 250``), so that two numbers never fuse.
    """
    one = THOUSANDS.sub(",", _paired(original.translate(ONE_TO_ONE)))
    pieces, cuts, dropped = [], [], [0]
    last = kept = 0
    for gap in GAPS.finditer(one):
        start, end = gap.span()
        blank = " " if _parts_digits(one, start, end) else ""
        pieces.append(one[last:start] + blank)
        kept, last = kept + start - last + len(blank), end
        if end - start > len(blank):
            cuts.append(kept)
            dropped.append(dropped[-1] + end - start - len(blank))
    return Plain(original, "".join([*pieces, one[last:]]), tuple(cuts), tuple(dropped))


def _paired(text: str) -> str:
    """Turn straight quotation marks into opening and closing ones, line by line."""
    return "\n".join(map(_paired_line, text.split("\n"))) if '"' in text else text


def _paired_line(line: str) -> str:
    pieces = line.split('"')
    marks = [mark for mark, _ in zip(cycle("“”"), pieces[1:], strict=False)]
    return "".join(piece + mark for piece, mark in zip(pieces, [*marks, ""], strict=True))


def _parts_digits(text: str, start: int, end: int) -> bool:
    """Say whether the blank ``text[start:end]`` stands between two numbers rather than inside one."""
    if not (start and end < len(text) and text[start - 1] in ASCII_DIGITS and text[end] in ASCII_DIGITS):
        return False
    head = text[max(0, start - 4) : start]
    short = len(head) < 4 or not all(c in ASCII_DIGITS for c in head)
    return not (end - start == 1 and short and GROUP.match(text, end))
