"""What a number counts: the words beside it, or those carried over where the text elides them."""

import re
from decimal import Decimal

from plumbline.claims.fields.drafts import JOINS, RATIO_UNITS, Draft, words_before
from plumbline.claims.fields.phrases import stripped, verb_at, verb_head
from plumbline.claims.fields.words import PREPOSITIONS, ROSE, TALLY

GROWTH_ALONE = re.compile(r"^(?:增幅|降幅|涨幅|跌幅|增速)?$")
LONE = re.compile(
    r"^(?:总量|总数|总额|总计|金额|总金额|涉案金额|标的额|标的总额|总投资|完成投资|数量|人数|规模|产值|增加值|营收|总规模|实现产值"
    r"|参保人数|参合率|到位率|调撤率|成功率|涉及金额|死亡人数|受伤人数|直接财产损失)$"
)
DONE_RATE = re.compile(r"^(?!结案|审结)(?:.{1,3})率$")
NOUN_END = re.compile(
    r"(?:全部|均|已|得到|仍|予以|纳入|建立|送奖|顺利|基本|正式|主体|整体|被(?=列|评|授|确|认|命)|列入).*$|(?<=[^，]{3})(?:进行|开展).*$"
)
OF_END = re.compile(
    r"(?:项目|工程)?(?:主体|基本|全面|顺利|正式|整体|全部|进展|建成|投入使用|已|完工|竣工|开工|等项目|等工程).*$"
)
FROM = re.compile(
    r"[由从](?![^，。；]{0,12}(?:量|数|额)$)[^，。；]{0,14}$"
    r"|(?:提高|提升|增加|上升|增长|下降|降低|减少|压缩|缩短|升|降|增|减)[到至][^，。；]{0,8}$"
    r"|比[^，。；]{1,8}$|(?:[比较]|是)(?:去年|上年|上一年|前一年|(?:19|20)[0-9]{2}年|同期|平日)[^，。；]{0,6}$"
)
LEVELS = re.compile(
    r"^(?:的?(?:增加|上升|提高|提升|增长|扩大|发展|下降|降低|减少|拓展|压缩|缩短|增|升|降|减|扩|调整|回升|回落)|占|是|为|，)"
)
CASUALTY = re.compile(r"^(?:死亡|受伤|失踪|遇难|重伤|轻伤|被困|失联|遇险|伤势较重|不同程度受伤)(?!人员|群众|者|的)")
HAPPENED = re.compile(r"^.*(?:发生|引发)")
DISASTER = re.compile(
    r"事故|火灾|地震|洪灾|洪水|台风|泥石流|爆炸|灾害|坍塌|滑坡|矿难|中毒|车祸|疫情|袭击|踩踏|沉船|坠机|空难"
)
CAUSED = re.compile(r"(?:已|共)?(?:造成|导致|致使|致|引发).*$")
AMONG = "其中"
PARTIAL = re.compile(r"^(?:.{1,2}|.*(?:类|领域|性|级|专职|方面))$")
PER = re.compile(r"^每[^，。；]{0,6}?(?:万人|人口|人|案|户|公里)")
TOWARDS = re.compile(r"^对[^，。；]{2,24}?(?=开展|进行|予以|实施|提出|给予|提起|作出|采取|吊销|发放|组织)")
TOGETHER = re.compile(r"^[^，。；]{2,8}?共(?=[一-龥])")
RUNNING = re.compile(r"连续$")
ETC = re.compile(r"^.*等(?=[^等]{2,}$)")
ACTED = re.compile("(?<=案件)(?:立案|破案|结案|收案|办结|审结|受理|侦结)$")
"""An act at the end of words that name what it was done to: 刑事案件立案."""
SPENT = frozenset(("投资", "投入", "共投入", "筹措", "筹资", "筹措资金", "安排", "累计投入", "总投资"))
USE = re.compile(
    r"^(?:重点|集中|主要|全部)?(?:用于|对|为|将|实施了?|完成了?|建成了?|推进|开展|新建|改造)?(?P<what>[^，。；、0-9\n]{2,18})"
)
CLAUSE_END = re.compile("[，。；：！？\n]")
EXAMPLE = re.compile(r"(?:以及|和|与|及)[^和与及，。；]{1,14}等$")
"""What leads on to the next number of a list by an example: 单位和某某等30名."""
GIVEN = re.compile(
    r"^(?:[^，。；为对给向]{0,8})?[为对给向].+?"
    r"(?P<tail>(?:予以|给予|进行了?)?(?P<verb>送奖到岗|表彰|表扬|嘉奖|奖励|慰问|通报批评|问责|处分|救助|帮扶))$"
)
"""A clause that says at its end what was done for all whom it counts: 为34个集体247名个人送奖到岗."""
SMALL = frozenset(Decimal(n) for n in range(1, 11))


def count(text: str, d: Draft, prev: Draft | None) -> None:
    """Set what the number counts; ``prev`` is the claim before it in the same sentence."""
    if (d.ratio or d.rate == "yoy") and GROWTH_ALONE.match(_plain_lead(d)):
        _topic(text, d, prev)
        return
    joined = prev is not None and prev.m.end >= d.clause and _joins(d, prev)
    noun = _noun(d)
    if CASUALTY.match(noun) and (disaster := _disaster(d, prev)):
        d.counted, d.object, d.counted_how = disaster + noun, disaster, "inherited"
    elif prev and prev.m.end == d.m.start and not d.ratio:
        _stack(d, prev, noun)
    elif noun and (given := GIVEN.match(_clause(text, d))):
        _give(d, noun, given)
    else:
        _phrase(d, prev if joined else None, noun)
        _complete(text, d, prev, noun)


def _noun(d: Draft) -> str:
    """Return the noun that follows the number; nothing where a level or the next of a list follows."""
    level = LEVELS.match(d.right) and not RUNNING.search(d.left)
    return "" if level or d.right.startswith(JOINS) else EXAMPLE.sub("", _unquoted(d.right.removeprefix("的")))


def _clause(text: str, d: Draft) -> str:
    """Return the clause that the number stands in, without blanks."""
    end = CLAUSE_END.search(text, d.m.end)
    begin = max(text.rfind(stop, d.sentence, d.m.start) for stop in "，。；：！？\n") + 1
    return "".join(text[max(begin, d.sentence) : end.start() if end else len(text)].split())


def _give(d: Draft, noun: str, given: re.Match[str]) -> None:
    """Count what was done, by the verb at the clause's end, and for whom."""
    d.counted = given["verb"] + noun.removesuffix(given["tail"])
    split(d)


def _disaster(d: Draft, prev: Draft | None) -> str:
    """Return the accident that a number of dead or injured is of: named before it, or by the claim before."""
    own = CAUSED.sub("", _plain_lead(d))
    for words in (own, prev.object if prev else ""):
        if DISASTER.search(words):
            return HAPPENED.sub("", words.rpartition("的")[2])
    return ""


def split(d: Draft) -> None:
    """Split what is counted into the verb at its head and the object."""
    d.verb = verb_head(d.counted)
    d.object = d.counted[len(d.verb) :]


def inherit(d: Draft, source: Draft | None) -> None:
    """Count what ``source`` counts."""
    if source:
        d.counted, d.counted_how, d.counted_span = source.counted, "inherited", source.counted_span
        d.verb, d.object = source.verb, source.object


def _plain_lead(d: Draft) -> str:
    return stripped(d.left, d.who, d.period, "常委会" if d.who.endswith("常委会") else "")


def _unquoted(noun: str) -> str:
    """Drop a quoted tail from a noun long enough to stand without it."""
    at = noun.find("“")
    return noun[:at] if at >= 4 else noun


def _joins(d: Draft, prev: Draft) -> bool:
    """Say whether the number goes on a list; ``d.left`` loses the noun of the item before."""
    noun = prev.right
    if noun and d.left.startswith(noun):
        rest = d.left[len(noun) :]
        bare = not rest and bool(d.right) and d.right[0] not in "，。；"
        if rest.startswith(JOINS) or noun[-1] in "和及与" or bare:
            d.left = rest
            return True
    return d.left.startswith(JOINS)


def _phrase(d: Draft, listed: Draft | None, noun: str) -> None:
    """Put together the words before the number and the noun after it; in a list the verb of the item before is carried on."""
    words = _lead(d, noun)
    if not words and d.right.startswith("的") and not d.ratio:
        words = noun
    elif noun and not d.ratio and d.m.unit not in RATIO_UNITS:
        part = _ended(d, listed, noun) if words else noun
        words = words.removesuffix(part) + part
    if listed and listed.verb and not d.ratio and not verb_head(words):
        tail = listed.object if listed.partial and PARTIAL.match(words) else ""
        words, d.counted_how, d.partial = listed.verb + words + tail, "inherited", bool(tail)
    d.counted = words


def _ended(d: Draft, listed: Draft | None, noun: str) -> str:
    of_money = listed is not None and listed.verb in SPENT
    return (OF_END if d.right[0] == "的" or of_money else NOUN_END).sub("", noun)


def _lead(d: Draft, noun: str) -> str:
    """Return the words before the number, without names that it only tallies (海淀、朝阳等3个区)."""
    words = FROM.sub("", _plain_lead(d))
    words = _trimmed(words)
    if words in PREPOSITIONS:
        return ""
    if ETC.match(words):
        return verb_head(words) + ETC.sub("", words)
    tallied = bool(noun) and ("、" in words or ("和" in words and d.m.value in SMALL))
    if TALLY.search(words) and not noun:
        return TALLY.sub("", words)
    return verb_head(words) if TALLY.search(words) or tallied else words.removesuffix("其中")


def _trimmed(words: str) -> str:
    """Drop what a phrase is said of rather than what it counts: 每万人, 对…, 15个乡镇共."""
    words = PER.sub("", words)
    if (m := TOGETHER.match(words)) and verb_at(words, m.end()):
        words = words[m.end() :]
    return TOWARDS.sub("", words)


def _complete(text: str, d: Draft, prev: Draft | None, noun: str) -> None:
    """Add what the text elides: the object of a lone verb, the topic of a lone measure, the use of money spent."""
    if d.rate == "share" and d.counted.startswith("占") and prev:
        d.counted, d.counted_how = prev.counted + d.counted, "inherited"
        return
    if prev and AMONG in d.lead and prev.verb and d.counted and not verb_head(d.counted) and not d.ratio:
        tail = prev.object if PARTIAL.match(d.counted) and d.counted not in prev.object else ""
        d.counted, d.counted_how, d.partial = prev.verb + d.counted + tail, "inherited", bool(tail)
    if d.counted in SPENT and not noun and text[d.m.end : d.m.end + 1] == "，":
        d.counted += _use(text, d.m.end + 1)
    split(d)
    if d.partial and prev:
        d.object = prev.object
    if prev and prev.object and not noun:
        _elided(d, prev)
    if not d.counted:
        _topic(text, d, prev)


def _topic(text: str, d: Draft, prev: Draft | None) -> None:
    """Count what the clause before speaks of, where no number stands in it; else what the claim before counts."""
    begin = max(d.sentence, prev.m.end if prev else 0)
    start, words = words_before(text, d.clause - 1, begin) if d.clause > begin + 2 else (begin, "")
    words = stripped(ROSE.sub("", words), d.who, d.period)
    if len(words) < 3 or start < begin or (prev and start == begin):
        inherit(d, prev)
        return
    d.counted, d.counted_how, d.counted_span = words, "inherited", (start, d.clause - 1)
    split(d)


def _elided(d: Draft, prev: Draft) -> None:
    rates = prev.object.endswith("率")
    topic = DONE_RATE.match(d.counted) and d.rate == "share" and verb_at(d.counted, 0) and not rates
    if (LONE.match(d.counted) or topic) and d.counted[:2] not in prev.object:
        d.counted, d.counted_how = prev.object + d.counted, "inherited"
        d.verb, d.object = "", prev.object
    elif d.verb and not d.object:
        d.object = ACTED.sub("", prev.object)
        d.counted, d.counted_how = d.verb + d.object, "inherited"


def _use(text: str, at: int) -> str:
    m = USE.match(text[at : at + 30])
    return m["what"] if m else ""


def _stack(d: Draft, prev: Draft, noun: str) -> None:
    """Two units of one thing side by side: 113案1022人; a noun after the second serves both."""
    d.stacked = True
    if noun and not prev.right:
        part = NOUN_END.sub("", noun)
        own = prev.counted if prev.counted_how == "stated" else ""
        prev.counted = d.counted = own + part
        split(prev)
        split(d)
        return
    inherit(d, prev)
