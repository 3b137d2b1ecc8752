"""Read a text: numbers, what each counts, whose it is, when; and the relations the words assert."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal

from plumbline.claims.apart import Apart, apart
from plumbline.claims.drafts import RATIO_UNITS, Draft
from plumbline.claims.mentions import Mention, mentions
from plumbline.claims.plain import Plain, plain
from plumbline.claims.sorting import kind_of
from plumbline.claims.words import (
    CHANGE,
    DIRECTIONS,
    DOING,
    HEADS,
    LINKS,
    PREPOSITIONS,
    TALLY,
    TO_LEVEL,
)

STOPS = re.compile(r"[。！？!?\n]")
CLAUSE_STOPS = frozenset("，,；;：:()!?！？。\n")
REACH = 70
"""How far back, in characters, the words that govern a number are looked for."""

VERBS: dict[str, tuple[str, ...]] = {}
for _v in sorted(DOING, key=len, reverse=True):
    VERBS[_v[0]] = (*VERBS.get(_v[0], ()), _v)
ADVERBS = re.compile(r"^(?:依法|共|累计|新|已|集中|全面|及时|协助|会同|联合|配合|指导|督促|推动|组织|全年|先后|成功|圆满|决定)+")


def verb_head(words: str) -> str:
    """Return the leading verb or verbs of a phrase (审议通过 of 审议通过任免案), with their adverbs."""
    at = first = 0
    if not any(words.startswith(v) for v in VERBS.get(words[:1], ())) and (m := ADVERBS.match(words)):
        at = first = m.end()
    while verb := next((v for v in VERBS.get(words[at : at + 1], ()) if words.startswith(v, at)), ""):
        at += len(verb)
        if words[at : at + 1] in ("、", "和", "及", "了") and next((v for v in VERBS.get(words[at + 1 : at + 2], ()) if words.startswith(v, at + 1)), ""):
            at += 1
    return words[:at] if at > first else ""


DURATIONS = frozenset(("年", "个月", "月", "天", "小时", "分钟", "秒", "周", "个工作日", "工作日"))
SHARE = re.compile(r"(?:占|率|比重|比例|占比|强度|之比|覆盖面|合格|满意度|达标|比率|比)(?:[^，。；]{0,12})$")
OTHER_BASE = re.compile(r"(?:(?<![同环])比|较|与|高于|低于|快于|高出)(?!上年|去年|上一年|同期|前一年|上期|重)[^，。；]{0,14}$|环比")
AGAINST = re.compile(r"(?P<word>高于|低于|快于|慢于|高出|好于)[^，。；]{0,10}$")
GROWTH = re.compile(r"(?P<word>增幅|涨幅|增速|降幅|跌幅|增长率)(?:均|都|分别|将|已|预计)*(?:为|达到|达|是|保持在|控制在|设定为)?$")
RUN = re.compile(r"(?:保持|实现|均|都|呈|同比)*(?P<word>下降|上升|增长|增加|减少)(?![到至])")
YEAR_BASE = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年|前一年)")
DAILY = re.compile(r"日均|每天|每日|平均每天|每昼夜|单日平均")
MONTHLY = re.compile(r"月均|每月|月人均|月销售额|人均月|平均每月|按月")
PER_HEAD = re.compile(r"人均|每人|均次")
AMOUNT_CHANGE = re.compile(r"^(?:预计|共|累计)?(?P<word>减少|降低|压减|缩减|压缩|下降|增加)[^，。；]{1,12}$")
LIST_JOIN = re.compile(r"^(?:、|,|，|和|及|与|以及|:)+$")


def _left(text: str, at: int, floor: int) -> tuple[int, str]:
    """Return where the clause before ``at`` begins (not before ``floor``), and its words."""
    begin = max(floor, at - REACH)
    while at > begin and text[at - 1] in "(（":
        at -= 1
    for i in range(at - 1, begin - 1, -1):
        if text[i] in CLAUSE_STOPS:
            return i + 1, text[i + 1 : at]
    return begin, text[begin:at]


def _right(text: str, at: int, ceiling: int) -> str:
    end = min(ceiling, at + 26)
    for i in range(at, end):
        if text[i] in CLAUSE_STOPS or text[i] == "、":
            return text[at:i]
    return text[at:end]


def _drafts(text: str, numbers: list[Mention]) -> list[Draft]:
    """Set each quantity in its sentence and clause, with the words to its left and right."""
    ends = [m.end() for m in STOPS.finditer(text)]
    drafts: list[Draft] = []
    previous_end = 0
    for i, m in enumerate(numbers):
        k = bisect_right(ends, m.start)
        begin = ends[k - 1] if k else 0
        clause, left = _left(text, m.start, max(begin, previous_end))
        ceiling = numbers[i + 1].start if i + 1 < len(numbers) else len(text)
        drafts.append(Draft(m, begin, clause, left, left, _right(text, m.end, ceiling)))
        previous_end = m.end
    return drafts


def _rate(text: str, d: Draft, prev: Draft | None) -> None:
    """Read rate and direction from the words before the number; ``d.left`` loses the words of change."""
    m = d.m
    ratio = m.unit in RATIO_UNITS
    g = GROWTH.search(d.left)
    if ratio and g:
        d.rate, d.direction = ("change" if OTHER_BASE.search(d.left) else "yoy"), "down" if g["word"] in ("降幅", "跌幅") else "up"
        return
    if m.form == "doubled":
        d.rate, d.direction = "multiple", "up"
        return
    if m.unit == "年" and (run := RUN.match(text, m.end)):
        d.direction = DIRECTIONS[run["word"]]
        return
    c = CHANGE.search(d.left)
    if c and not TO_LEVEL.search(d.left):
        word = c["word"] or c["short"]
        before = d.left[max(0, c.start("word") - 1) : c.start("word")] if c["word"] else ""
        if ratio or (before != "新" and not word.endswith(("幅", "速"))):
            d.direction, d.ratio = DIRECTIONS[word], ratio
            d.rate = ("change" if OTHER_BASE.search(d.left) else "yoy") if ratio else "yoy" if YEAR_BASE.search(text, max(d.sentence, m.start - 24), m.start) else _per(d.left, prev)
            if m.unit == "倍":
                d.rate = "multiple"
            if not word.endswith(("幅", "速")):
                d.left = d.left[: c.start()] or ""
            else:
                d.ratio = False
            return
    a = AGAINST.search(d.left)
    if ratio and a:
        d.rate, d.direction = "change", "down" if a["word"] in ("低于", "慢于") else "up"
        return
    if ratio and prev and LIST_JOIN.match(d.left) and prev.m.unit in RATIO_UNITS:
        d.rate, d.direction, d.ratio = "multiple" if m.unit == "倍" else prev.rate, prev.direction, prev.ratio
        return
    if ratio or m.form in ("fraction", "proportion"):
        d.rate = "multiple" if m.unit == "倍" else "share"
        return
    d.rate = _per(d.left, prev if LIST_JOIN.match(d.left[:1]) else None)
    b = AMOUNT_CHANGE.match(d.left)
    if b and not TO_LEVEL.search(d.left):
        d.direction = DIRECTIONS[b["word"]]
    elif prev and prev.direction != "none" and LIST_JOIN.match(d.left) and prev.m.unit == m.unit:
        d.rate, d.direction = prev.rate, prev.direction


def _per(left: str, prev: Draft | None) -> str:
    if DAILY.search(left):
        return "daily"
    if MONTHLY.search(left):
        return "monthly"
    if PER_HEAD.search(left):
        return "per_capita"
    return prev.rate if prev and prev.rate == "daily" else "none"


def _stripped(words: str, *prefixes: str) -> str:
    """Drop from a phrase what only leads in or links: 共, 其中, 达到, and the given prefixes (who, period)."""
    last = None
    while words != last:
        last = words
        words = HEADS.sub("", words, count=1)
        for prefix in prefixes:
            if prefix and words.startswith(prefix):
                words = words[len(prefix) :]
    shorter = LINKS.sub("", words)
    if shorter and shorter[-1] in "与和及、":
        shorter = shorter[:-1]
    return shorter


GROWTH_ALONE = re.compile(r"^(?:增幅|降幅|涨幅|跌幅|增速)?$")
LONE = re.compile(r"^(?:总量|总数|总额|总计|金额|总金额|涉案金额|标的额|标的总额|总投资|完成投资|数量|人数|规模|产值|增加值|营收|总规模|实现产值|参保人数|参合率|到位率|调撤率|成功率|涉及金额|死亡人数|受伤人数|直接财产损失)$")
DONE_RATE = re.compile(r"^(?!结案|审结)(?:.{1,3})率$")
NOUN_CUT = re.compile(r"(?:全部|均|已|得到|仍|予以|纳入|建立|送奖|顺利|基本|正式|主体|整体|被(?=列|评|授|确|认|命)|列入).*$|(?<=[^，]{3})(?:进行|开展).*$")
OF_CUT = re.compile(r"(?:项目|工程)?(?:主体|基本|全面|顺利|正式|整体|全部|进展|建成|投入使用|已|完工|竣工|开工|等项目|等工程).*$")
FROM = re.compile(r"[由从](?![^，。；]{0,12}(?:量|数|额)$)[^，。；]{0,14}$|(?:[比较]|是)(?:去年|上年|上一年|前一年|(?:19|20)[0-9]{2}年|同期|平日)[^，。；]{0,6}$")
LEVELS = re.compile(r"^(?:的?(?:增加|上升|提高|提升|增长|扩大|发展|下降|降低|减少|拓展|压缩|缩短|增|升|降|减|扩|调整|回升|回落)|占|是|为|，)")
CASUALTY = re.compile(r"^(?:死亡|受伤|失踪|遇难|重伤|轻伤|被困|失联|遇险|伤势较重|不同程度受伤)")
DISASTER = re.compile(r"事故|火灾|地震|洪灾|洪水|台风|泥石流|爆炸|灾害|坍塌|滑坡|矿难|中毒|车祸|疫情|袭击|踩踏|沉船|坠机|空难")
ETC = re.compile(r"^.*等(?=[^等]{2,}$)")
ONLY_SPEND = frozenset(("投资", "投入", "共投入", "筹措", "筹资", "筹措资金", "安排", "累计投入", "总投资"))


def _count(text: str, d: Draft, prev: Draft | None) -> None:
    """Say what the number counts, in words stated beside it or carried over from the claim before."""
    if (d.ratio or d.rate == "yoy") and GROWTH_ALONE.match(_stripped(d.left, d.who, d.period)):
        _inherit(d, prev)
        return
    joined = prev is not None and prev.m.end >= d.clause and _join(d, prev)
    right = "" if LEVELS.match(d.right) else _quoteless(d.right.removeprefix("的"))
    if CASUALTY.match(right) and prev and DISASTER.search(prev.object):
        d.counted, d.object, d.counted_how = prev.object + right, prev.object, "inherited"
        return
    if prev and prev.m.end == d.m.start and not d.ratio:
        _stack(d, prev, right)
        return
    words = _lead(d, prev, right)
    if right and not d.ratio and d.m.unit not in RATIO_UNITS:
        cut = (OF_CUT if d.right[0] == "的" or (joined and prev and prev.verb in ONLY_SPEND) else NOUN_CUT).sub("", right) if words else right
        words = words.removesuffix(cut) + cut
    if joined and prev and prev.verb and not verb_head(words) and not d.ratio:
        words, d.counted_how = prev.verb + words, "inherited"
    d.counted = words
    _complete(text, d, prev, right)


def _quoteless(right: str) -> str:
    at = right.find("“")
    return right[:at] if at >= 4 else right


def _join(d: Draft, prev: Draft) -> bool:
    """Say whether the number goes on a list; ``d.left`` loses the noun of the item before."""
    noun = prev.right
    if noun and d.left.startswith(noun):
        rest = d.left[len(noun) :]
        if rest[:1] in ("、", "和", "及", "与") or rest[:2] == "以及" or noun[-1] in "和及与" or (not rest and d.right and d.right[0] not in "，。；"):
            d.left = rest
            return True
    return d.left[:1] in ("、", "和", "及", "与") or d.left[:2] == "以及"


def _lead(d: Draft, prev: Draft | None, right: str) -> str:
    words = FROM.sub("", _stripped(d.left, d.who, d.period, "常委会" if d.who.endswith("常委会") else ""))
    if words in PREPOSITIONS:
        return ""
    if ETC.match(words):
        return verb_head(words) + ETC.sub("", words)
    named = right and ("、" in words or (words and "和" in words and d.m.digits < d.m.unit_start and d.m.step == 1 and d.m.value in SMALL))
    return verb_head(words) if TALLY.search(words) or named else words.removesuffix("其中")


SMALL = frozenset(Decimal(n) for n in range(1, 11))


def _complete(text: str, d: Draft, prev: Draft | None, right: str) -> None:
    """Add what the text elides: the object of a lone verb, the topic of a lone measure, the use of money spent."""
    if d.rate == "share" and d.counted.startswith("占") and prev:
        d.counted, d.counted_how = prev.counted + d.counted, "inherited"
        return
    if d.counted in ONLY_SPEND and not right and text[d.m.end : d.m.end + 1] in "，,":
        d.counted += _use(text, d.m.end + 1)
    d.verb = verb_head(d.counted)
    d.object = d.counted[len(d.verb) :]
    if not prev or not prev.object or right:
        pass
    elif LONE.match(d.counted) or (DONE_RATE.match(d.counted) and d.rate == "share" and any(d.counted.startswith(v) for v in VERBS.get(d.counted[0], ()))):
        d.counted, d.counted_how = prev.object + d.counted, "inherited"
        d.verb, d.object = "", prev.object
    elif d.verb and not d.object:
        d.object, d.counted, d.counted_how = prev.object, d.verb + prev.object, "inherited"
    if not d.counted:
        _inherit(d, prev)


USE = re.compile(r"^(?:重点|集中|主要|全部)?(?:用于|对|为|将|实施了?|完成了?|建成了?|推进|开展|新建|改造)?(?P<what>[^，。；、0-9\n]{2,18})")


def _use(text: str, at: int) -> str:
    m = USE.match(text[at : at + 30])
    return m["what"] if m else ""


def _inherit(d: Draft, source: Draft | None) -> None:
    if source:
        d.counted, d.counted_how, d.counted_span = source.counted, "inherited", source.counted_span
        d.verb, d.object = source.verb, source.object


def _stack(d: Draft, prev: Draft, right: str) -> None:
    """Two units of one thing side by side: 113案1022人."""
    d.stacked = True
    if right and not prev.right:
        noun = NOUN_CUT.sub("", right)
        prev.counted = d.counted = noun if not prev.counted or prev.counted_how == "inherited" else prev.counted + noun
        prev.object = d.object = d.counted[len(verb_head(d.counted)) :]
        prev.verb = d.verb = verb_head(d.counted)
        return
    _inherit(d, prev)


ITEM_SPLIT = re.compile(r"、|以及|和|及|与")
SHARED_TAILS = sorted("案件 数量 人数 增加值 产量 收入 总额 余额 处理率 覆盖率 面积 产值 营收 金额 比重 事故 案 率 量 数".split(), key=len, reverse=True)


def _items(words: str, n: int) -> list[str]:
    """Split a list of ``n`` subjects that share a head or a tail (刑事、民事案件)."""
    items = [i for i in ITEM_SPLIT.split(words) if i]
    if len(items) != n or n < 2:
        return []
    last = items[-1]
    tail = next((t for t in SHARED_TAILS if last.endswith(t) and len(last) > len(t)), "")
    if tail and not any(i.endswith(tail) for i in items[:-1]):
        short = max(len(i) for i in items[:-1])
        if tail not in ("案件", "案") and short <= 4 and len(last) > short + len(tail):
            tail = last[short:] if all(len(i) == short for i in items[:-1]) and short <= 3 else tail
        return [i + tail for i in items[:-1]] + [last]
    if not tail and all(len(i) <= 3 for i in items[:-1]) and len(last) > len(items[0]) + 2:
        return [i + last[len(i) :] for i in items[:-1]] + [last]
    return items


def _aligned(text: str, drafts: list[Draft], i: int) -> int:
    """Align a 分别 list that begins at draft ``i`` with its subjects; return how many drafts it takes (0 for none)."""
    d = drafts[i]
    clause_text = text[d.clause : d.m.start]
    if "分别" not in clause_text:
        return 0
    n = 1
    while i + n < len(drafts) and drafts[i + n].sentence == d.sentence and LIST_JOIN.match(text[drafts[i + n - 1].m.end : drafts[i + n].m.start]):
        n += 1
    if n < 2:
        return 0
    before = re.sub(r"(?:同比|环比|比上年|较上年|比去年|较去年|与上年相比)$", "", clause_text[: clause_text.index("分别")])
    words = _stripped(CHANGE.sub("", before), d.who, d.period)
    subjects = _items(words, n) or _back_items(text, d, n)
    if not subjects:
        earlier = [e for e in drafts[max(0, i - 2 * n) : i] if e.sentence == d.sentence and not e.ratio]
        subjects = [e.counted for e in earlier[-n:]] if len(earlier) >= n else [words or d.counted] * n
    for k in range(n):
        drafts[i + k].align, drafts[i + k].list_of = [subjects[k]], d.m.start + 1
    return n


def _back_items(text: str, d: Draft, n: int) -> list[str]:
    if d.clause <= d.sentence + 1:
        return []
    _, words = _left(text, d.clause - 1, d.sentence)
    own = _stripped(CHANGE.sub("", d.left).replace("分别", ""), d.who, d.period)
    words = re.sub(r"(?:再次|不断|持续|进一步|明显|大幅|均|都|能力)*(?:提高|增长|增加|上升|提升|下降|减少|改善).*$", "", _stripped(words, d.who, d.period))
    return [i if not own or i.endswith(own) else i + own for i in _items(words, n)]


LIKE_YEAR = re.compile(r"年|季度|月份|以来|期间|时期|月(?:底|末)?$")
NOW = "至目前|截至目前|目前为止|截至发稿时|截至发稿|截止目前|目前|现在|当前"
POINT = "上年末|上年底|上年同期|去年同期|上年|年末|年初|年底|岁末|上月|本月末"
WORDED = re.compile(
    rf"(?P<now>{NOW})|(?P<point>{POINT})|(?P<year>去年以来|今年以来|这一年|这五年|本届以来|近年来|多年来|今年上半年|今年|去年|全年|上半年|下半年|本年度|本月|上半月|近期|前不久)"
    r"|(?P<day>(?:今天|昨天|昨日|今日|当日|当天|日前|近日)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?)"
    r"|(?P<since>(?<=[，。；：:,\n”])[^，。；：:、,\n“”]{2,18}(?:以来|期间)(?!的))"
)
COMPARED = re.compile(r"(?:比|较|与|同|和|于|按|对比|相比|对照|超过|接近)$")
EXTENDS = re.compile(r"(?:正式)?(?:实施|启动|运行|开展|施行|成立|上线|开业|投用|推行)$")


@dataclass(slots=True)
class When:
    """A period the text names: its span, its words, and how far it governs: paragraph, sentence or claim."""

    start: int
    end: int
    words: str
    reach: str


def _whens(p: Plain, skip: list[Apart]) -> list[When]:
    text = p.text
    found: list[When] = []
    for a in skip:
        if a.kind == "period" or (a.kind == "date" and not text[a.end - 1].isdigit()):
            start = a.start
            e = EXTENDS.search(text, max(0, start - 8), start)
            if e and text[a.end - 1] == "来":
                start = e.start()
            reach = "paragraph" if a.kind == "period" or text[a.end - 1] not in "日月" else "sentence"
            found.append(When(start, a.end, p.words(start, a.end), reach))
    spans = [(w.start, w.end) for w in found]
    for m in WORDED.finditer(text):
        if any(s < m.end() and m.start() < e for s, e in _near(spans, m.start())):
            continue
        reach = {"now": "sentence", "point": "claim", "year": "paragraph", "day": "paragraph", "since": "paragraph"}[m.lastgroup or ""]
        found.append(When(m.start(), m.end(), p.words(*m.span()), reach))
    found.sort(key=lambda w: w.start)
    return [w for w in found if not COMPARED.search(text, max(0, w.start - 2), w.start)]


def _near(spans: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    k = bisect_right(spans, (at, 1 << 60))
    return spans[max(0, k - 1) : k + 2]


HEADING = re.compile(r"(?m)^(?:第?[一二三四五六七八九十]{1,3}(?:、|部分)|[(][一二三四五六七八九十]{1,3}[)])?(?P<title>[^。！？\n]{2,40})$")
SECTION = re.compile(r"^[一二三四五六七八九十]{1,3}、")
PLANNED = re.compile(r"(?:工作|任务|目标)?(?:安排|打算|展望|思路|部署|计划|谋划|建议|要求)[：:]?$|下一步|下步|今后|(?:目标|主要|重点)任务|重点工作|预期目标|努力方向")
REVIEWED = re.compile(r"回顾|总结|完成情况|情况|成效|成绩")
TARGETS = re.compile(r"(?:预期目标|主要目标|工作目标|发展目标|目标任务|主要指标)[^，。\n]{0,8}(?:是|为)?[:：]|(?:预期目标|目标)[^，。\n]{0,4}(?:是|为|设定为)")
AIMED = re.compile(r"力争|确保|计划|拟|争取在|将在|预计到|目标|明年|今后|下一步|要[^，。]{0,6}(?:达到|完成|新增)")
OPENS_LIST = re.compile(r"(?:主要做了|重点抓了|做了以下|开展了以下|突出抓了|主要抓了|主要开展了|重点做了|重点开展)")
HEADLINE = re.compile(r"^[^0-9]{4,60}[。！]?$")
TRANSCRIPT = re.compile(r"央视网消息|新闻联播|(?:新华社|中新[社网])[^\n]{0,12}电")
YEAR_ONLY = re.compile(r"(?:19|20)[0-9]{2}年")


class Periods:
    """The period and the plan in force at each place of a text, walked once from start to end."""

    def __init__(self, p: Plain, skip: list[Apart]) -> None:
        """Find every period named, the headings, and the places where the text turns to plans."""
        self.text = p.text
        self.whens = _whens(p, skip)
        self.starts = [w.start for w in self.whens]
        self.transcript = bool(TRANSCRIPT.search(p.text, 0, 400))
        self.meeting = next((w for w in self.whens if w.words[-1] in "午上晨晚"), None)
        self.defaults = self._defaults()
        self.default_starts = [d[0] for d in self.defaults]

    def _defaults(self) -> list[tuple[int, When | None, bool]]:
        """Return where a default period begins to hold: (offset, period, whether plans follow)."""
        found: list[tuple[int, When | None, bool]] = [(0, None, False)]
        opening = not self.transcript
        at = 0
        lines = 0
        for line in self.text.split("\n"):
            end = at + len(line)
            w = self._first(at, end)
            if line and len(line) <= 45 and "。" not in line and (SECTION.match(line) or PLANNED.search(line)) and not line.endswith(("：", "；", "，", ":", ";", ",")):
                plan = bool(PLANNED.search(line)) and not REVIEWED.search(line)
                named = w if w and YEAR_ONLY.match(w.words) else None
                if named or plan or REVIEWED.search(line):
                    found.append((end, named or (None if plan else found[-1][1]), plan))
                    opening = not named and not self.transcript
            elif w and OPENS_LIST.search(line):
                last = self._last(at, at + (OPENS_LIST.search(line) or w).start()) if OPENS_LIST.search(line) else w  # type: ignore[union-attr]
                if last and last.reach == "paragraph":
                    found.append((end, last, False))
                    opening = False
            elif w and len(line) <= 60 and self._initial(at, w) and w.reach == "paragraph" and HEADLINE.search(line) and w.start - at < 3:
                found.append((end, w, found[-1][2]))
                opening = False
            elif opening and line and lines < 400:
                if w and w.reach == "paragraph" and self._initial(at, w):
                    found.append((w.start, w, found[-1][2]))
                    opening = False
            at = end + 1
            lines += 1
        return found

    def _first(self, begin: int, end: int) -> When | None:
        k = bisect_right(self.starts, begin - 1)
        return self.whens[k] if k < len(self.whens) and self.whens[k].start < end else None

    def _last(self, begin: int, end: int) -> When | None:
        k = bisect_right(self.starts, end) - 1
        return self.whens[k] if k >= 0 and self.whens[k].start >= begin else None

    def _initial(self, line_start: int, w: When) -> bool:
        before = self.text[max(line_start, w.start - 1) : w.start]
        return before in ("", "。", "！", "“")

    def at(self, d: Draft) -> tuple[When | None, str, bool]:
        """Return the period that governs a draft, how it was come by, and whether it is a plan."""
        k = bisect_right(self.default_starts, d.m.start) - 1
        _, default, planned = self.defaults[k]
        line = self.text.rfind("\n", 0, d.m.start) + 1
        sentence = self.text[max(d.sentence, d.m.start - 40) : d.m.start]
        plan = planned or bool(TARGETS.search(self.text, max(line, d.m.start - 600), d.m.start)) or bool(AIMED.search(sentence))
        own = self._own(d, line)
        if own and not (d.who == "会议" and own.start < d.sentence):
            return own, "stated" if own.start >= d.sentence else "inherited", plan
        if not default and d.who == "会议":
            default = self.meeting
        return default, "inherited", plan

    def _own(self, d: Draft, line: int) -> When | None:
        duration = d.m.unit in DURATIONS
        k = bisect_right(self.starts, d.m.start) - 1
        floor = k - 24
        while k > floor and k >= 0 and self.whens[k].start >= line:
            w = self.whens[k]
            k -= 1
            if w.words in ("全年", "近期"):
                continue
            inside = w.start >= d.sentence
            if inside and w.reach == "claim" and not (w.start >= d.clause):
                continue
            if not inside and (w.reach != "paragraph" or duration):
                continue
            if inside and duration and w.start < d.clause:
                continue
            return w
        return None


PREPOSED = re.compile(r"^(?:在|经|受|对|向|为|与|和|从|按|据|当|以|将|把|被|记者|这是|通过|围绕|依托|根据|按照|配合|会同|联合|加强|推动|推进|支持|服务|指导|全面|深入|创新|建立|完善|构建|健全|严格|落实|强化|开展|组织|召开|举办|成立|及时|制定|出台|不断|监督|提出|我[省市区县院局州国])")
OBJECTS = re.compile(r"^(?:的|工作|建设|改革|队伍|干警|大楼|人员|负责人|提供|体系|职能|业务|和|、|与|以来|领导下|介绍|报告|联合发布|通报)")
STRONG = (
    "人民法院 法院 检察院 检察机关 审判机关 公安机关 政法机关 司法机关 司法行政机关 司法行政系统 监察机关 纪委监委 监委 公安部 公安厅 公安局 公安分局 司法局 司法所 派出所 交警支队 交警大队 交警部门 交管部门 支队 总队 大队 中队"
    " 常委会 常务会 调委会 公安交管 会议 各口岸 看守所 监狱 消防救援 应急管理部门 信访部门 仲裁委 各部门 警方 政法系统 法院系统 检察系统 公安系统 移民管理机构 海关 工作专班 专班 调解组织 人民调解委员会 法律援助机构 公证机构 人民法庭 政法委 市领导 省领导 县领导 区领导"
).split()
WEAK = "机场 银行 银行机构 中心 园区 产业园 汽车园 机关 系统 部门 领导 街道 集团 组团 公司 基金 博览会 交会 基地 口岸 热线 市委 省委 区委 县委 市政府 省政府 区政府 县政府 人民政府 国务院 委员会 指挥部 领导小组 管委会".split()
TAILS = re.compile("|".join(sorted([*STRONG, *WEAK], key=len, reverse=True)))
STRONG_SET = frozenset(STRONG)
ACTS = re.compile(r"^(?:共|累计|已|全年|先后|还|新|年|应|向|接|旅客|[0-9]|[一-龥]{0,4}(?:" + "|".join(sorted(DOING, key=len, reverse=True)) + "))")
PLACES = re.compile(r"^(?P<place>全(?:国|省|市|区|县|州|院|镇|系统))(?!性|面|额|程|民|体|球|各|法|检|公|机|政)(?P<acts>共|累计|已|先后|还|新增)?")
DOING_WORD = re.compile("|".join(sorted((v for v in DOING if len(v) > 1 and v not in ("监督", "法律援助", "检察", "仲裁", "公证", "调解", "执法", "救助", "管理", "监测", "应急", "投资", "确认", "指挥", "信访", "诉讼", "执行", "服务", "安置", "检测", "救援", "发展", "投入")), key=len, reverse=True)) + "|[从在于被把将对向经据由让使是帮了他她我们这那]|犯罪")
LEADS = re.compile(r"^(?:其中|同时|此外|另外|同期|期间|[、”“]|截至|(?<=年)内)+")


def _subject(words: str) -> tuple[str, bool] | None:
    """Return the body that a clause opens with, and whether it governs the clauses after; None where none does."""
    if PREPOSED.match(words):
        return None
    for m in reversed(list(TAILS.finditer(words, 0, 34))):
        body, rest = words[: m.end()], words[m.end() :]
        strong = m.group() in STRONG_SET
        if rest and not OBJECTS.match(rest) and (strong or (m.start() and ACTS.match(rest))) and not DOING_WORD.search(words[: m.start()]) and not ANY_DIGIT.match(body) and not DIGIT_INSIDE.search(body):
            return body, strong
    place = PLACES.match(words)
    if place:
        return place["place"], bool(place["acts"] or verb_head(words[place.end() :]))
    return None


ANY_DIGIT = re.compile(r"(?!(?<![0-9])(?:110|119|122|12345|12348|12368)(?![0-9]))[0-9]+")
DIGIT_INSIDE = re.compile(r"(?<=[^0-9])[0-9]")
SHORT_BODY = re.compile(r"(?:全国|[^，。；：、\n的]{1,3}[省市区县])人大常委会")
SPEECH = re.compile(r"工作报告中|在报告中|报告工作|作报告")


def _whose(p: Plain, drafts: list[Draft]) -> None:
    text = p.text
    sentence = -1
    current: tuple[str, int, bool] | None = None
    scanned = 0
    last: tuple[str, int, bool] | None = None
    for d in drafts:
        if d.sentence != sentence:
            carried = current if last and text.startswith(("其中", "其中，"), d.sentence) else None
            sentence, current, scanned = d.sentence, carried, d.sentence
        for begin, words in _clauses(text, scanned, d.m.start):
            s = _subject(LEADS.sub("", _no_period(words)))
            if s and (s[1] or begin + len(words) > d.m.start):
                current = (s[0], text.find(s[0], begin), True)
            elif current and not current[2] and begin > current[1]:
                current = None if not d.ratio else current
        scanned = max(scanned, d.clause)
        found = current or _spoken_for(text, d)
        if found:
            d.who, d.who_span = found[0], (found[1], found[1] + len(found[0]))
            if d.who == "常委会" and (full := SHORT_BODY.search(text, max(0, d.m.start - 6000), d.m.start)):
                d.who, d.who_span = full.group(), full.span()
            d.who_how = "stated" if found[1] >= d.clause else "inherited"
        last = current


def _spoken_for(text: str, d: Draft) -> tuple[str, int, bool] | None:
    """In the news of a speech, a sentence without a subject goes on about the body last named in the paragraph."""
    line = max(text.rfind("\n", 0, d.m.start) + 1, d.m.start - 3000)
    if not SPEECH.search(text, line, d.m.start):
        return None
    for begin, words in reversed(_clauses(text, max(line, d.sentence - 1500), d.sentence)):
        s = _subject(LEADS.sub("", _no_period(words))) if len(words) < 60 else None
        if s and s[0].endswith(("常委会", "法院", "检察院", "检察机关")):
            return s[0], text.find(s[0], begin), False
    at = text.rfind("常委会", line, d.m.start)
    return ("常委会", at, False) if at >= 0 else None


LEADING_PERIOD = re.compile(r"^(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:月?[至到-][0-9]{1,2})?月份?)?|[0-9]{1,2}[至到-][0-9]{1,2}月份?|今年以来|去年以来|一年来|五年来|今年|去年|全年|目前|至目前|截至目前|年末|上半年|下半年|近年来)+")


def _no_period(words: str) -> str:
    return LEADING_PERIOD.sub("", words)


def _clauses(text: str, begin: int, end: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    at = begin
    for i in range(begin, end):
        if text[i] in CLAUSE_STOPS:
            if i > at:
                found.append((at, text[at:i]))
            at = i + 1
    if end > at:
        found.append((at, text[at : min(end + 12, at + 60)]))
    return found


def drafts_of(p: Plain) -> tuple[list[Draft], list[Mention], list[Apart]]:
    """Read every quantity of a plain text with all its fields."""
    skip = apart(p.text)
    numbers = mentions(p.text, skip)
    for m in numbers:
        if m.kind == "quantity":
            m.kind = kind_of(p.text, m)
    drafts = _drafts(p.text, [m for m in numbers if m.kind == "quantity"])
    periods = Periods(p, skip)
    _whose(p, drafts)
    prev: Draft | None = None
    busy = 0
    for i, d in enumerate(drafts):
        near = prev if prev and prev.sentence == d.sentence else None
        _rate(p.text, d, near)
        if LIST_JOIN.match(d.lead) and near and near.rate == d.rate:
            d.rate_how, d.rate_span = "inherited", near.rate_span
        else:
            d.rate_span = (d.clause, d.m.start)
        when, how, d.plan = periods.at(d)
        if when and not (how == "inherited" and d.m.unit in DURATIONS):
            d.period, d.period_how, d.period_span = when.words, how, (when.start, when.end)
        if not busy:
            busy = _aligned(p.text, drafts, i)
        if d.align:
            d.counted, d.counted_how = d.align[0], "stated"
            d.verb = verb_head(d.counted)
            d.object = d.counted[len(d.verb) :]
        else:
            _count(p.text, d, near)
        if d.counted_how == "stated" or d.counted_span == (0, 0):
            d.counted_span = (d.clause, d.m.start) if d.lead else (d.m.end, d.m.end + len(d.right))
        busy = max(0, busy - 1)
        prev = d
    return drafts, numbers, skip
