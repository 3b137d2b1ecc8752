"""Totals told before or after all of their parts: 共N，即A、B、C; A、B、C，合计N; 除A外，B."""

import re
from collections.abc import Iterator

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.asserted import adds_up, summed
from plumbline.claims.relations.lines import Line, is_count
from plumbline.claims.relations.parts import AMONG, COMPOSED, complete, introduces, listed, whole_of
from plumbline.claims.shapes import Relation

MADE_OF = re.compile(
    r"^[^，；]{0,12}，(?P<how>由|即|分别(?:为|是|有|作出|涉及)?|分为|按[^，；]{1,8}(?:划分|分|统计)，?|(?:主要)?构成(?:为|是)?[:：]?)"
)
BY_KIND = re.compile(r"^[^，；]{0,12}，?(?:分|从|按)[^，；]{0,4}(?:类型?|别|季度)[看分]，?|^按[^，；]{1,6}划分，?")
TOTAL = re.compile(
    r"(?P<what>[^，；：:、]*?)(?P<word>合计|共计|总计|相加共?|一共|总共|总数|总量|累计|共|计)(?:为|达到?|有|是)?$"
)
WHOLLY = re.compile(
    r"^(?:全年|全市|[两三四五六][地者项类]|[两四]个(?:半年|季度)|以上|上述|各类|伤亡|死伤|总|均|就|，)*$"
)
WIDER = re.compile(r"全[国省市县区院]|累计|达到?$")
PERIODS = re.compile(r"季度|半年|[0-9]月|个月")
LIST_HEAD = re.compile(r"分别|依次|即(?=[^，]*$)|分类看")
ITEM = re.compile(r"[、和及与，]")
EXCEPT = re.compile(r"除[^，；]*$")
ROLL = re.compile(r"共有?$")
PASSED_OVER = ("share", "yoy", "change")
HEAD = 16
"""Characters after a number in which the mark that goes on a list stands."""


def sums(line: Line) -> Iterator[Relation]:
    """Yield the sums whose total and parts are all told."""
    for i in range(1, len(line.claims)):
        if not line.counts[i]:
            continue
        yield from _made_of(line, i)
        if i > 1:
            yield from _totalled(line, i)
            yield from _excepted(line, i)
    yield from _by_kind(line)
    yield from _roll_call(line)


def _made_of(line: Line, i: int) -> Iterator[Relation]:
    """共N，分别为A、B、C: a list from ``i`` on that the words give as what the total consists of."""
    m = MADE_OF.search(line.gaps[i])
    total = i - 2 if i > 1 and line.stacked(i - 1) and line.unit(i) != line.unit(i - 1) else i - 1
    if not m or not line.counts[total] or line.unit(total) != line.unit(i):
        return
    places = [k for k in listed(line, i) if line.unit(k) == line.unit(i)]
    if len(places) > 1 and (m["how"] != "由" or COMPOSED.search(line.after(places[-1]))):
        yield summed(line.claims[total], line.drafts(places), m["how"].strip("，:："))


def _totalled(line: Line, i: int) -> Iterator[Relation]:
    """A、B、C，合计N: the total at ``i`` comes after its parts."""
    word = _sums_up(line, i)
    places = _run_back(line, i) if word else []
    if len(places) > 1 and (word != "累计" or any(PERIODS.search(line.gaps[k]) for k in places)):
        yield summed(line.claims[i], line.drafts(places), "合计")


def _sums_up(line: Line, i: int) -> str:
    """Return the word that makes claim ``i`` a total of what stands before it, or an empty string."""
    m = TOTAL.match(line.clause(i)) if "，" in line.gaps[i] else None
    if not m:
        return ""
    if WHOLLY.match(m["what"]) or "以上" in m["what"] or _kinds_told(line, i):
        return m["word"]
    return m["word"] if m["word"] in ("合计", "共计") and not WIDER.search(m["what"]) else ""


def _kinds_told(line: Line, i: int) -> bool:
    return any(BY_KIND.match(line.gaps[k]) for k in range(i) if line.together(k, i))


def _run_back(line: Line, i: int) -> list[int]:
    """Return the places of the counts that lead up to the total at ``i``; shares and changes are passed over."""
    found: list[int] = []
    for k in range(i - 1, -1, -1):
        if line.claims[k].rate in PASSED_OVER:
            continue
        if not line.counts[k] or not line.together(k, i) or line.unit(k) != line.unit(i):
            break
        found.insert(0, k)
        if AMONG.search(line.gaps[k]) or LIST_HEAD.search(line.gaps[k]) or not ITEM.search(line.gaps[k][:HEAD]):
            break
    return found


def _excepted(line: Line, i: int) -> Iterator[Relation]:
    """受理N，除A外，B均已办结: the claim at ``i`` and the one excepted make up the whole."""
    a, b = line.claims[i - 1], line.claims[i]
    if "外" in line.gaps[i] and EXCEPT.search(line.gaps[i - 1]) and a.m.unit == b.m.unit:
        total = whole_of(line, i - 1, b.m.unit)
        if total:
            yield summed(total, [a, b], "除外")


def _by_kind(line: Line) -> Iterator[Relation]:
    """分类型看，A、B、C: the kinds of what an earlier sentence of the paragraph counted."""
    if not BY_KIND.match(line.gaps[0]) or not line.counts[0]:
        return
    places = [0, *line.on(0, line.unit(0))]
    pool = _divided(line)
    if len(places) < 2 or not pool or any(_sums_up(line, k) for k in places):
        return
    total = next((d for d in pool if adds_up(d, line.drafts(places))), pool[0])
    if complete(line, total, places):
        yield summed(total, line.drafts(places), "分类")


def _divided(line: Line) -> list[Draft]:
    """Return the counts that a sentence on kinds may divide: not themselves parts, of its verb if it has one."""
    first = line.claims[0]
    pool = [d for d in line.before.paragraph if is_count(d) and d.m.unit == first.m.unit]
    pool = [d for d in pool if not line.before.text.startswith("其中", d.sentence)]
    return [d for d in pool if d.verb[:2] == first.verb[:2]] or ([] if first.verb else pool)


def _roll_call(line: Line) -> Iterator[Relation]:
    """共37人，22人自行撤离，11人受伤，4人被困: a roll and what became of each."""
    for i, total in enumerate(line.claims):
        if not line.counts[i] or not ROLL.search(total.lead):
            continue
        places: list[int] = []
        for k in range(i + 1, len(line.claims)):
            d = line.claims[k]
            if d.m.unit != total.m.unit or d.lead or not d.right or introduces(line, k):
                break
            places.append(k)
        if len(places) > 1:
            yield summed(total, line.drafts(places), "共")
