"""Arithmetic that the words of a text assert between its claims. Proposed from words and structure, never from numbers that fit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from plumbline.claims.arithmetic import Printed, change_holds, part_holds, share_holds, sum_holds
from plumbline.claims.drafts import RATIO_UNITS, Draft
from plumbline.claims.shapes import Relation

AMONG = re.compile(r"其中|包括|内有|(?:(?<=\()|(?<=（))含|(?:人员|案件|对象|其)中有|由(?=[^，。；]{2,12}$)(?!于)|的有$")
BY_TYPE = re.compile(r"(?:分|从|按)[^，。；]{0,4}类型?(?:别)?[看分]?，?")
REST = re.compile(r"其他|其它|其余|剩余|余下|另有|分类型|构成|组成|[两二三四五六]部分|[两二三四五六]类")
INTAKE = re.compile(r"受理|办理|接收|收到|收案|新收|立案|接报|接警|排查|发现|查出|摸排|应出席|应到|共有|现有|审议|提出|累计|登记|征集|交办|收集|受案|在册总")
DONE = re.compile(r"审结|办结|执结|结案|化解|整改|出席|实到|到会|通过|调解成功|调成|调处成功|解除|解矫|处置|答复|回复|已|采纳|办复|完成|销号|审执结|破获|侦结|移送")
REMAIN = re.compile(r"在办|未结|未审结|尚未|尚|未办结|未开庭|未宣判|在审|在侦|剩余|其余|余下|结转|待|缺席|缺|在册|限期|正在|未完成|未整改|继续|存")
OPENING = re.compile(r"旧存|上年结转|结转|上年未结|上年旧存|存案|遗留")
TOTALLING = re.compile(r"(?:共计|合计|总计|共|总共|两项合计|三项合计|加起来|累计|一共|计)$")
EXCEPT = re.compile(r"除(?:[^，。；]*)$")
LIST_GAP = re.compile(r"^(?:[^，。；：:()]{0,14}?)(?:、|和|及|与|以及)")
PASSED = ("受理", "收到", "审议", "收案")


def printed(d: Draft) -> Printed:
    """Return the number of a draft as printed."""
    m = d.m
    exact = m.approx == "exact" and not isinstance(m.value, tuple)
    whole = isinstance(m.value, Decimal) and m.step == 1 and m.unit not in RATIO_UNITS
    return Printed(m.lower, m.upper, m.step, exact and not whole)


class Sentence:
    """The claims of one sentence in text order, with the words between them."""

    def __init__(self, text: str, drafts: list[Draft], before: list[Draft], paragraph: list[Draft]) -> None:
        """Take the sentence's claims, those of the sentence before it, and all earlier ones of its paragraph."""
        self.text, self.drafts, self.before, self.paragraph = text, drafts, before, paragraph

    def gap(self, i: int) -> str:
        """Return the words between claim ``i`` and the one before it (or the sentence's beginning)."""
        start = self.drafts[i - 1].m.end if i else max(self.drafts[0].sentence, self.drafts[0].m.start - 200)
        return self.text[start : self.drafts[i].m.start]

    def after(self, i: int) -> str:
        """Return the words that follow claim ``i`` in its clause."""
        end = self.drafts[i + 1].m.start if i + 1 < len(self.drafts) else self.drafts[i].m.end + 16
        return re.split(r"[，；。！？\n]", self.text[self.drafts[i].m.end : end])[0]


def relations(text: str, drafts: list[Draft]) -> list[Relation]:
    """Return every relation that the words of the plain ``text`` assert between its claims."""
    found: list[Relation] = []
    before: list[Draft] = []
    paragraph: list[Draft] = []
    for members in _sentences(drafts):
        if before and text.find("\n", before[-1].m.end, members[0].m.start) >= 0:
            paragraph = []
        found += _in_sentence(Sentence(text, members, before, paragraph[-40:]))
        paragraph += members
        before = members
    found += _targets(drafts)
    found += _repeated(drafts)
    return sorted(found, key=lambda r: (r.start, r.type))


LONGEST = 60
"""Claims of one sentence that are read together; a sentence without stops is cut, so that work grows with its length."""


def _sentences(drafts: list[Draft]) -> Iterator[list[Draft]]:
    for _, group in groupby(drafts, key=lambda d: d.sentence):
        members = list(group)
        yield from (members[i : i + LONGEST] for i in range(0, len(members), LONGEST))


def _in_sentence(s: Sentence) -> list[Relation]:
    shares = list(_shares(s))
    rated = {(r.parts[1], r.parts[0]) for r in shares}
    implied = [r for r in _two_states(s) if r.type == "sum" or (r.total, r.parts[0]) not in rated]
    sums = _unique([*_among(s), *implied, *_totalled(s), *_by_type(s), *_roll_call(s)])
    return [*sums, *_stacks(s), *_aligned_lists(s), *shares, *_changes(s), *_changes_aligned(s)]


def _unique(found: list[Relation]) -> list[Relation]:
    """Drop a relation between claims that an earlier, stronger one already joins."""
    kept: list[Relation] = []
    for r in found:
        joined = {(k.total, p) for k in kept for p in k.parts}
        if not any((r.total, p) in joined for p in r.parts):
            kept.append(r)
    return kept


def _sum(total: Draft, parts: list[Draft], why: str) -> Relation:
    holds = sum_holds(printed(total), [printed(p) for p in parts])
    return _relation("sum", total, parts, holds, why)


def _part(total: Draft, part: Draft, why: str) -> Relation:
    return _relation("part_le", total, [part], part_holds(printed(total), printed(part)), why)


def _relation(kind: str, total: Draft | None, parts: list[Draft], holds: bool | None, why: str) -> Relation:
    everyone = [*parts, *([total] if total else [])]
    start, end = min(d.m.start for d in everyone), max(d.m.end for d in everyone)
    return Relation(kind, total.m.start if total else None, tuple(p.m.start for p in parts), holds, why, start, end)  # type: ignore[arg-type]


def _whole(d: Draft) -> bool:
    return d.direction == "none" and d.m.unit not in RATIO_UNITS and d.rate not in ("yoy", "change", "share") and d.m.value is not None


def _back(s: Sentence, i: int, part: Draft) -> Draft | None:
    """Return the earlier count that ``part`` is a part of: same unit, same verb if there is one, else the nearest.

    Looks one sentence back where this one begins with 其中.
    """
    pool = [d for d in s.drafts[:i] if _whole(d) and d.m.unit == part.m.unit]
    if not pool and AMONG.match(s.gap(0).lstrip("“")):
        pool = [d for d in s.before if _whole(d) and d.m.unit == part.m.unit]
    same = [d for d in pool if part.verb and d.verb == part.verb]
    return (same or pool)[-1] if pool else None


def _among(s: Sentence) -> Iterator[Relation]:
    """其中, 包括: the claims that follow are parts of the one before."""
    for i, d in enumerate(s.drafts):
        gap = s.gap(i)
        if not _whole(d) or not AMONG.search(gap):
            continue
        for unit in _units(s, i):
            yield from _parts_of(s, i, unit)


def _units(s: Sentence, i: int) -> list[str]:
    first = s.drafts[i]
    stacked = s.drafts[i + 1 : i + 2]
    return [first.m.unit] + [d.m.unit for d in stacked if d.m.start == first.m.end and d.m.unit != first.m.unit]


def _parts_of(s: Sentence, i: int, unit: str) -> Iterator[Relation]:
    parts = [d for d in _run(s, i) if d.m.unit == unit]
    total = _back(s, i, parts[0]) if parts else None
    if not total:
        return
    span = s.text[total.m.end : parts[-1].m.end + 5].split("。")[0]
    states = _open_states(s, i, unit)
    if len(states) > len(parts):
        yield _sum(total, states, "其中")
        return
    mixed = any(_remaining(s, p) for p in parts) and any(not _remaining(s, p) for p in parts)
    whole = len(parts) > 1 and (mixed or REST.search(span) or sum_holds(printed(total), [printed(p) for p in parts]))
    if whole:
        yield _sum(total, parts, "其中")
    else:
        yield from (_part(total, p, "其中") for p in parts)
    if i == 0 or not s.drafts[:i]:
        yield from _same_verbs(s, i + len(_run(s, i)), unit)


def _open_states(s: Sentence, i: int, unit: str) -> list[Draft]:
    """Return what follows 其中 when it tells what became of each: 审结…，开庭后尚未宣判…，尚未开庭…."""
    found: list[Draft] = []
    for k in range(i, len(s.drafts)):
        d = s.drafts[k]
        if d.m.unit != unit:
            continue
        if not _whole(d) or (k > i and AMONG.search(s.gap(k))) or not (DONE.search(d.lead) or _remaining(s, d)):
            break
        found.append(d)
    return found if found and any(_remaining(s, d) for d in found) and not all(_remaining(s, d) for d in found) else []


def _same_verbs(s: Sentence, k: int, unit: str) -> Iterator[Relation]:
    """After 其中 at the head of a sentence, further claims are parts of those before with the same verb."""
    for d in s.drafts[k:]:
        whole = [b for b in s.before if _whole(b) and b.m.unit == unit and d.verb and b.verb == d.verb]
        if _whole(d) and d.m.unit == unit and whole:
            yield _part(whole[-1], d, "其中")


def _run(s: Sentence, i: int) -> list[Draft]:
    """Return the claims of a list that begins at ``i``: joined by 、 and 和, or by commas between bare nouns."""
    run = [s.drafts[i]]
    verbless = not s.drafts[i].verb
    for k in range(i + 1, len(s.drafts)):
        gap, d = s.gap(k), s.drafts[k]
        if d.m.start == s.drafts[k - 1].m.end:
            run.append(d)
            continue
        listed = bool(re.match(r"^[^，。；：:()]{0,14}?(?:、|和|及|与|以及)", gap)) or re.search(r"其余|其他|其它", gap)
        comma = verbless and re.fullmatch(r"[^，；：。]{0,8}，[^，；：。]{1,10}", gap) and not d.verb and not d.who != s.drafts[i].who
        if not _whole(d) or "；" in gap or AMONG.search(gap) or not (listed or comma):
            break
        run.append(d)
    return run


def _two_states(s: Sentence) -> Iterator[Relation]:
    """受理 = 办结 + 在办: what was taken on is what is done and what remains."""
    for i, total in enumerate(s.drafts):
        words = total.counted + s.gap(i)[-14:]
        if not _whole(total) or _new_share(s, i) or _remaining(s, total):
            continue
        states = _states(s, i)
        taken_on = INTAKE.search(words)
        if not taken_on and not (states and states[0] is next((d for d in s.drafts[i + 1 :] if _whole(d) and d.m.start > total.m.end), None)):
            continue
        if not states:
            continue
        done = [d for d in states if not _remaining(s, d)]
        if done and len(done) < len(states):
            yield _sum(total, states, "办结与在办")
        elif taken_on and done and not OPENING.search(total.counted) and total.verb.endswith(PASSED):
            if not (total.verb.endswith("收案") and "结案" in done[0].lead):
                yield _part(total, done[0], "受理与办结")


def _new_share(s: Sentence, i: int) -> bool:
    """Say whether the claim is the newly received share of an intake (上年结转114件、当年新收1225件)."""
    return "新收" in s.drafts[i].lead and any(OPENING.search(s.gap(k)) for k in range(max(0, i - 2), i))


def _remaining(s: Sentence, d: Draft) -> bool:
    gap = s.gap(s.drafts.index(d))
    return bool(REMAIN.search(gap[-12:]) or REMAIN.search(s.after(s.drafts.index(d))[:6]))


def _states(s: Sentence, i: int) -> list[Draft]:
    total = s.drafts[i]
    found: list[Draft] = []
    inside = s.text[total.m.end : total.m.end + 1] == "("
    for k in range(i + 1, len(s.drafts)):
        d, gap = s.drafts[k], s.gap(k)
        if inside and ")" in gap:
            break
        if d.m.unit != total.m.unit:
            continue
        if AMONG.search(gap) or d.who != total.who or not _whole(d) or (INTAKE.search(gap) and not DONE.search(gap) and not OPENING.search(gap) and "新收" not in gap):
            break
        state = DONE.search(gap[-12:]) or REMAIN.search(gap[-12:]) or OPENING.search(gap) or "新收" in gap or REMAIN.search(s.after(k)[:6])
        if not state:
            break
        found.append(d)
    return found


def _totalled(s: Sentence) -> Iterator[Relation]:
    """A、B、C，合计D: the total comes after its parts; 除A外，B: it comes before."""
    for i, d in enumerate(s.drafts):
        gap = s.gap(i)
        if i > 1 and _whole(d) and TOTALLING.search(d.lead):
            parts = _run_back(s, i, d.m.unit)
            if len(parts) > 1:
                yield _sum(d, parts, "合计")
        if i > 1 and "外" in gap and EXCEPT.search(s.gap(i - 1)) and s.drafts[i - 1].m.unit == d.m.unit:
            total = _back(s, i - 1, d)
            if total:
                yield _sum(total, [s.drafts[i - 1], d], "除外")


def _by_type(s: Sentence) -> Iterator[Relation]:
    """分类型看: the claims of the sentence split the one before with the same verb."""
    if not BY_TYPE.match(s.gap(0)):
        return
    parts = [d for d in s.drafts if _whole(d) and d.m.unit == s.drafts[0].m.unit]
    totals = [d for d in s.paragraph if _whole(d) and d.m.unit == parts[0].m.unit and d.verb and d.verb[:2] == parts[0].verb[:2]] if parts else []
    same_sized = [d for d in totals if "其中" not in s.text[d.sentence : d.m.start]]
    if len(parts) > 1 and same_sized:
        yield _sum(same_sized[-1], parts, "分类型")


def _roll_call(s: Sentence) -> Iterator[Relation]:
    """共37人，22人自行撤离，11人受伤，4人被困: a roll and what became of each."""
    for i, total in enumerate(s.drafts):
        if not _whole(total) or not re.search(r"共有?$", total.lead):
            continue
        parts = []
        for d in s.drafts[i + 1 :]:
            if d.m.unit != total.m.unit or d.lead or not d.right:
                break
            parts.append(d)
        if len(parts) > 1:
            yield _sum(total, parts, "共")


def _run_back(s: Sentence, i: int, unit: str) -> list[Draft]:
    parts: list[Draft] = []
    for k in range(i - 1, -1, -1):
        d = s.drafts[k]
        if d.m.unit in RATIO_UNITS and not parts[1:]:
            continue
        if d.m.unit != unit or not _whole(d):
            break
        parts.insert(0, d)
        if AMONG.search(s.gap(k)) or re.search(r"分别|依次|即(?=[^，]*$)", s.gap(k)):
            break
        if not re.search(r"[、和及与，]", s.gap(k)[:16]) or "；" in s.gap(k):
            break
    return parts


def _stacks(s: Sentence) -> Iterator[Relation]:
    for a, b in zip(s.drafts, s.drafts[1:], strict=False):
        if a.m.end == b.m.start and a.m.unit != b.m.unit and _whole(a) and _whole(b):
            yield _relation("stack", None, [a, b], True, "两种单位")


def _aligned_lists(s: Sentence) -> Iterator[Relation]:
    for _, group in groupby(s.drafts, key=lambda d: d.list_of):
        members = list(group)
        if members[0].list_of and len(members) > 1:
            yield _relation("list_align", None, members, True, "分别")


RATE_OF = re.compile(r"(?P<verb>[\u4e00-\u9fff]{1,4})(?:率|比例)$")
NO_RATE = re.compile(r"增长|失业|城镇化|死亡|发生|发案|满意|知晓|利|税|汇|效|增|覆盖|普及|入学|参合|合格|安全|达标|回报|生育|出生")
SYNONYMS = {
    "结案": "审结|结案|执结|办结",
    "审结": "审结|结案",
    "成功": "成功|调成",
    "调解": "调解成功|调成|调处|调解",
    "破案": "破获|破案|侦破",
    "侦破": "破获|破案|侦破",
    "调撤": "调解|撤诉",
    "回复": "回复|答复",
    "完成": "完成",
}
CLEARANCE = ("结案", "审结", "办结", "执结", "审执结")
SHARE_OF = re.compile(r"占(?P<whole>[^，。；]{0,16}?)(?:的|比|总数的|比重为|比为|比达|比例为)?(?:近|约|超过|达)?$")


def _shares(s: Sentence) -> Iterator[Relation]:
    """A rate, or a share of a whole, whose two numbers the sentence states."""
    for i, d in enumerate(s.drafts):
        if d.rate != "share" or d.m.unit not in ("%", "‰", ""):
            continue
        if EACH.search(s.gap(i)):
            yield from _each_share(s, i)
        if d.list_of or EACH.search(s.gap(i)):
            continue
        if i and LIST_ONLY.match(s.gap(i)) and s.drafts[i - 1].rate == "share":
            continue
        pair = _share_pair(s, i) or _rate_pair(s, i)
        if pair:
            yield _ratio(d, *pair)


EACH = re.compile(r"(?:各|分别|依次)占[^，。；]{0,10}$|占比(?:分别|依次|各)(?:为|是|达)?$")
LIST_ONLY = re.compile(r"^(?:、|和|及|与)$")


def _each_share(s: Sentence, i: int) -> Iterator[Relation]:
    """A即B、C、D，各占x、y、z: each share of the total, in order."""
    n = 1
    while i + n < len(s.drafts) and LIST_ONLY.match(s.gap(i + n)):
        n += 1
    whole = [k for k in range(i) if _whole(s.drafts[k])]
    parts = whole[-n:]
    if len(whole) <= n or len({s.drafts[k].m.unit for k in whole[-n - 1 :]}) != 1:
        return
    total = s.drafts[whole[-n - 1]]
    for k, part in enumerate(parts):
        yield _ratio(s.drafts[i + k], s.drafts[part], total)


def _ratio(d: Draft, numerator: Draft, denominator: Draft) -> Relation:
    scale = {"%": Decimal(100), "‰": Decimal(1000)}.get(d.m.unit, Decimal(1))
    holds = share_holds(printed(d), printed(numerator), printed(denominator), scale)
    return _relation("ratio", d, [numerator, denominator], holds, "占比")


def _rate_pair(s: Sentence, i: int) -> tuple[Draft, Draft] | None:
    m = RATE_OF.search(s.drafts[i].lead.rstrip("达为到是约近超过均"))
    if not m or NO_RATE.search(m["verb"]) or (i and s.drafts[i].m.start - s.drafts[i - 1].m.end > 20):
        return None
    verbs = re.compile(_verbs(m["verb"]))
    done = next((k for k in range(i - 1, -1, -1) if _whole(s.drafts[k]) and not _remaining(s, s.drafts[k]) and (verbs.search(s.drafts[k].counted) or verbs.search(s.gap(k)))), None)
    if done is None:
        return None
    if done and s.drafts[done - 1].m.end == s.drafts[done].m.start:
        done -= 1
    numerator = s.drafts[done]
    base = [d for d in s.drafts[:done] if _whole(d) and d.m.unit == numerator.m.unit and not LAST_YEAR.search(d.lead)]
    base = [d for d in base if not verbs.search(d.counted) and not OPENING.search(d.counted) and "新收" not in d.lead]
    taken = [d for d in base if INTAKE.search(d.counted)] if m["verb"].endswith(CLEARANCE) else []
    return (numerator, (taken or base)[-1]) if base else None


def _verbs(rate: str) -> str:
    """Return what the numerator of a rate is called: 办结 of 办结率, 破获 or 侦破 of 破案率."""
    two = rate[-2:]
    return SYNONYMS.get(two, two)


def _share_pair(s: Sentence, i: int) -> tuple[Draft, Draft] | None:
    m = SHARE_OF.search(s.text[max(0, s.drafts[i].m.start - 22) : s.drafts[i].m.start])
    if not m:
        return None
    pool = [d for d in s.drafts[:i] if _whole(d)]
    numerator = pool[-1] if pool and s.drafts[i].m.start - pool[-1].m.end < 24 else None
    if not numerator:
        return None
    others = [d for d in [*s.paragraph, *pool[:-1]] if _whole(d) and d.m.unit == numerator.m.unit and d is not numerator]
    named = [d for d in others if _names(d, m["whole"])]
    if named:
        return numerator, named[-1]
    if not re.fullmatch(r"(?:总数|总量|总|全部|其|的)?", m["whole"]):
        return None
    at = s.drafts.index(numerator)
    marks = [k for k in range(at + 1) if AMONG.search(s.gap(k))]
    if marks:
        total = _back(s, marks[-1], numerator)
        return (numerator, total) if total else None
    near = [d for d in pool[:-1] if d.m.unit == numerator.m.unit]
    return (numerator, near[-1]) if len(near) == 1 else None


def _names(d: Draft, whole: str) -> bool:
    """Say whether the words of a whole name what ``d`` counts: most of their characters are in it."""
    core = re.sub(r"总数|总量|总|全部|同期|全市|全县|全省|数|的|量", "", whole)
    return len(core) > 1 and sum(c in d.counted for c in core) >= 0.75 * len(core)


CHANGE_GAP = re.compile(r"(?:由|从)[^，。；]*$")
LEVEL_GAP = re.compile(r"(?:至|到|为)[^，。；]{0,8}$")
LAST_YEAR = re.compile(r"(?:上年|去年|上一年|前一年|上年同期|去年同期|同期|(?:比|较|于|是|与)(?:19|20)[0-9]{2}年)(?:的|为|是|同期|全年)*[^，。；]{0,8}$")


def _changes(s: Sentence) -> Iterator[Relation]:
    """由A至B，升C; 上年A，今年B，增C; 比上年的A减少C; 是上年A的C倍."""
    for i, d in enumerate(s.drafts):
        if not _changing(d) or d.list_of or AVERAGED.search(s.gap(i)):
            continue
        pair = _over_years(s, i) or _from_to(s, i) or _last_year(s, i)
        if pair and pair[0].m.unit == pair[1].m.unit:
            yield _change(d, *pair)


AVERAGED = re.compile(r"年均|月均|平均每年|累计")


def _changing(d: Draft) -> bool:
    return d.direction != "none" or d.m.form == "doubled" or d.m.unit == "倍" or bool(re.search(r"[增降涨跌]幅$", d.lead))


def _change(d: Draft, before: Draft, after: Draft) -> Relation:
    form, falls = _form(d, before), d.direction == "down"
    holds = change_holds(printed(d), printed(before), printed(after), form, falls)
    return _relation("change", d, [before, after], holds, "变化")


def _form(d: Draft, before: Draft) -> str:
    if d.m.unit == "倍":
        return "multiple" if d.m.form == "doubled" or d.direction == "none" or re.search(r"[到至]$", d.lead) else "times"
    if d.m.unit == "%" and before.m.unit != "%":
        return "percent"
    if d.m.unit == "%":
        return "percent"
    return "fraction" if d.m.form == "fraction" else "difference"


def _over_years(s: Sentence, i: int) -> tuple[Draft, Draft] | None:
    """Find the ends of a list of years before 三年间降低."""
    if not re.search(r"[两二三四五六]年(?:间|来|里)", s.text[s.drafts[i].m.start - 10 : s.drafts[i].m.start]) or not i or not s.drafts[i - 1].list_of:
        return None
    years = [d for d in s.drafts[:i] if d.list_of == s.drafts[i - 1].list_of]
    return years[0], years[-1]


def _from_to(s: Sentence, i: int) -> tuple[Draft, Draft] | None:
    """Find 由A…至B shortly before the change."""
    for k in range(i - 1, 0, -1):
        a, b = s.drafts[k - 1], s.drafts[k]
        if i - k > 2:
            return None
        if CHANGE_GAP.search(s.gap(k - 1)) and LEVEL_GAP.search(s.gap(k)) and "，" not in s.gap(k):
            return a, b
    return None


def _changes_aligned(s: Sentence) -> Iterator[Relation]:
    """Several 由A至B, and then a 分别 list of their changes."""
    for _, group in groupby(s.drafts, key=lambda d: d.list_of):
        members = list(group)
        if not members[0].list_of or not _changing(members[0]):
            continue
        first = s.drafts.index(members[0])
        pairs = [(a, b) for k in range(1, first) for a, b in [(s.drafts[k - 1], s.drafts[k])] if CHANGE_GAP.search(s.gap(k - 1)) and LEVEL_GAP.search(s.gap(k))]
        if len(pairs) == len(members):
            yield from (_change(d, a, b) for d, (a, b) in zip(members, pairs, strict=True) if a.m.unit == b.m.unit)


def _last_year(s: Sentence, i: int) -> tuple[Draft, Draft] | None:
    """Find 上年A beside 今年B in the same unit, in either order."""
    near = [d for d in s.drafts[max(0, i - 3) : i] if _whole(d) or d.m.unit == "%" and d.rate == "share"]
    old = next((d for d in reversed(near) if LAST_YEAR.search(s.text, max(d.sentence, d.m.start - 16), d.m.start)), None)
    if not old:
        return None
    rest = [d for d in near if d is not old and d.m.unit == old.m.unit] or [d for d in s.before if _whole(d) and d.m.unit == old.m.unit][-1:]
    return (old, rest[-1]) if rest else None


def _targets(drafts: list[Draft]) -> Iterator[Relation]:
    """A planned growth and the level it leads to, held against the level stated earlier for the same thing."""
    facts: dict[tuple[str, str], Draft] = {}
    for d, following in zip(drafts, [*drafts[1:], None], strict=False):
        if not d.plan and _whole(d):
            facts.setdefault((d.counted, d.m.unit), d)
        if following is None or not d.plan or d.rate != "yoy" or following.counted != d.counted or following.sentence != d.sentence:
            continue
        base = facts.get((d.counted, following.m.unit))
        if base and _whole(following) and following.plan:
            yield _change(d, base, following)


SWELLED = re.compile(r"^(?:共|累计|总计|合计|已)+")


def _repeated(drafts: list[Draft]) -> Iterator[Relation]:
    """The same thing, of the same body and period, stated twice."""
    seen: dict[tuple[str, ...], Draft] = {}
    for d in drafts:
        if not (_whole(d) or (d.rate == "share" and d.m.unit == "%")) or d.plan or len(d.counted) < 5 or not d.period:
            continue
        key = (SWELLED.sub("", d.counted), d.who, d.period, d.m.unit, d.rate)
        first = seen.setdefault(key, d)
        if first is not d and first.sentence != d.sentence and (d.period_how == "stated" or d.who):
            yield _relation("again", first, [d], printed(first).interval().meets(printed(d).interval()), "重复陈述")
