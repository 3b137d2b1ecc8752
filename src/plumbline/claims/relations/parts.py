"""其中 and its kin: what follows is part of what was counted before."""

import re
from collections.abc import Iterator

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.fields.phrases import verb_head
from plumbline.claims.relations.asserted import adds_up, fits, summed, within
from plumbline.claims.relations.lines import Line, is_count
from plumbline.claims.relations.states import followed_by_states, mixed, state
from plumbline.claims.shapes import Relation

AMONG = re.compile(
    r"其中|包括|包含|内有|(?:^[(]|，)含|(?:人员|案件|对象|其|者)当?中有|仅[^，；]{1,30}就(?:分别|共)?(?:有|达)"
)
THOSE_WHO = re.compile(r"^(?!、)[^，；]*，[^，；]*的有$")
OUT_OF = re.compile(r"^[^，；]{0,24}(?:中|里)(?:，[^，；]{0,16}?)?(?:已|有|分别为|，)$")
OF_THESE = re.compile(r"([\u4e00-\u9fff]{2})的?(?:人员|案件|对象|者)中有")
OTHERS = re.compile(r"其他|其它|其余|剩余|余下")
BOTH_WAYS = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})、不(?P=what)")
COMPOSED = re.compile(r"^[^，；。]{0,6}(?:构成|组成)|^等?这?[两二三四五六][个大]?(?:部分|类|种|项|块)")
JOINED = re.compile(r"^[^，；：:]{0,14}?(?:、|和|及|与)[^，；：:]{0,24}$")
NAMED = re.compile(r"^[^，；：:]{0,14}，[^，；：:]{1,11}[^，；：:有已共约]$")
NOUN = re.compile(
    r"(?:人员|对象|者|犯|案|案件|纠纷|企业|单位|类|领域|事故|路段|路口|工程|项目|书|建议|决定|意见|物品)$"
)
LEADS_AWAY = re.compile(r"合计|共计|总计|相加|以上|此外|另有|同时")


def parts(line: Line) -> Iterator[Relation]:
    """Yield the parts, and the sums of lists that are complete, that 其中 and the like assert."""
    for i in range(len(line.claims)):
        if line.counts[i] and introduces(line, i):
            for unit in _units(line, i):
                yield from _parts_from(line, i, unit)


def introduces(line: Line, i: int) -> bool:
    """Say whether the words before claim ``i`` make it the first of the parts of a claim before."""
    gap = line.gaps[i]
    if AMONG.search(gap) or THOSE_WHO.search(gap) or (i and OUT_OF.search(gap)):
        return True
    return line.hosted and i == 1 and _named_in_host(line)


def _named_in_host(line: Line) -> bool:
    """酒驾醉驾2318起(醉驾421起): the noun in the bracket is in the noun before it."""
    noun = line.gaps[1].strip("(")
    return len(noun) > 1 and noun in line.claims[0].counted


def _units(line: Line, i: int) -> list[str]:
    """Return the units of a first part: its own, and that of a second count stacked on it."""
    stacked = i + 1 < len(line.claims) and line.stacked(i + 1)
    return [line.unit(i), line.unit(i + 1)] if stacked else [line.unit(i)]


def _parts_from(line: Line, i: int, unit: str) -> Iterator[Relation]:
    places = [k for k in listed(line, i) if line.unit(k) == unit]
    total = whole_of(line, i, unit)
    if not places or not total:
        return
    told = [i, *followed_by_states(line, i)] if state(line, i) and unit == line.unit(i) else []
    if len(told) > 1 and mixed(line, told):
        yield summed(total, line.drafts(told), "其中")
    elif complete(line, total, places):
        yield summed(total, line.drafts(places), "其中")
    else:
        yield from (within(total, d, "其中") for d in line.drafts(places))


def complete(line: Line, total: Draft, places: list[int]) -> bool:
    """Say whether a list names all parts: by its words, or because it has several and they add up."""
    if len(places) < 2:
        return False
    first, last = line.gaps[places[0]], places[-1]
    told = OTHERS.search(line.gaps[last]) or COMPOSED.search(line.after(last)) or BOTH_WAYS.search(first)
    return bool(told) or mixed(line, places) or _makes_up(total, line.drafts(places))


def _makes_up(total: Draft, members: list[Draft]) -> bool:
    """Say whether exact numbers add up to the total; vague ones prove nothing."""
    return all(d.m.approx == "exact" for d in [total, *members]) and adds_up(total, members)


def listed(line: Line, i: int) -> list[int]:
    """Return the places of the counts of a list that begins at ``i``; shares between them are passed over."""
    found = [i]
    for k in range(i + 1, len(line.claims)):
        if line.claims[k].rate == "share":
            continue
        if not line.stacked(k) and not _goes_on(line, i, k):
            break
        found.append(k)
    return found


def _goes_on(line: Line, i: int, k: int) -> bool:
    """Say whether claim ``k`` goes on the list that begins at ``i``."""
    gap = line.gaps[k]
    if not line.counts[k] or not line.together(i, k) or AMONG.search(gap) or LEADS_AWAY.search(gap):
        return False
    named = NAMED.search(gap) and _bare(line, i) and _bare(line, k)
    return bool(JOINED.search(gap) or OTHERS.search(gap) or named)


def _bare(line: Line, k: int) -> bool:
    """Say whether a noun alone stands before claim ``k``."""
    words = AMONG.sub("", line.clause(k))
    return not verb_head(words) or bool(NOUN.search(words))


def whole_of(line: Line, i: int, unit: str) -> Draft | None:
    """Return the count that what begins at ``i`` is part of.

    It is the nearest before in the same sentence; where 其中 opens a sentence, the one of the sentence before that has most
    words in common. Where it is too small, and another count that may be meant is not, that one is meant.
    """
    part = next((d for d in line.claims[i : i + 2] if d.m.unit == unit), line.claims[i])
    pool = _candidates(line, i, unit)
    return next((d for d in pool if fits(d, part)), pool[0] if pool else None)


def _candidates(line: Line, i: int, unit: str) -> list[Draft]:
    places = list(line.back(i, unit))
    near = [line.claims[k] for k in places if line.together(k, i)]
    if near:
        m = OF_THESE.search(line.gaps[i])
        return [d for d in near if m and m[1] in d.lead] or near
    opens = line.gaps[0].lstrip("“，").startswith("其中")
    before = [d for d in reversed(line.before.sentence) if d.m.unit == unit and is_count(d)] if opens else []
    return sorted(line.drafts(places) or before, key=lambda d: -kinship(line.told(i), d.lead + d.counted))


def kinship(words: str, others: str) -> int:
    """Count the pairs of neighbouring characters that two phrases share."""
    return sum(words[k : k + 2] in others for k in range(len(words) - 1))
