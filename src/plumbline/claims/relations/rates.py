"""Rates named after what was done (办结率, 破案率) whose two numbers the sentence states."""

import re
from collections.abc import Iterator

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.asserted import fits, shared
from plumbline.claims.relations.lines import Line
from plumbline.claims.relations.parts import introduces
from plumbline.claims.relations.states import CARRIED, state, taken_on
from plumbline.claims.relations.wholes import LAST_YEAR
from plumbline.claims.shapes import Relation

RATE = re.compile(r"(?P<done>[\u4e00-\u9fff]{1,6})(?:率|比例)(?:均|为|达到?|到|是|约|近|超过?)*$")
OTHER_RATES = re.compile(
    r"增|失业|城镇化|死亡|发生|发案|满意|知晓|利|税|汇|效|覆盖|普及|入学|参[合保]|合格|安全|达标|回报|生育|出生|服判|息诉|羁押|宣判|佩戴|守法|好评"
    r"|调撤|按期|信访|采信|到位|^[不未]"
)
SAID_AS = {
    "结案": "审结|结案|执结|办结|终结|完毕",
    "审结": "审结|结案|终结|完毕",
    "办结": "[审办查执]结|结案|完毕|终结|处置|答复",
    "执结": "执结|办结|结案",
    "成功": "成功|调成|达成",
    "调解": "调解成功|调成|调处|调解|达成",
    "破案": "破获|破案|侦破",
    "侦破": "破获|破案|侦破",
    "回复": "回复|答复",
    "成案": "立案",
}
"""What is done, by the last two characters of the rate's name, in the words that say it of a count."""
CLEARED = ("结案", "审结", "办结", "执结")
QUALIFIED = re.compile(r"按时|按期|及时|超时|逾期|当场|当日|当庭|首次|一次")
NEAR = 24
"""Characters between the last count and the rate."""
BESIDE = 8
"""Characters to each side of a number that say what was done."""


def rates(line: Line) -> Iterator[Relation]:
    """Yield the rates whose numerator and denominator the words name."""
    for i, d in enumerate(line.claims):
        m = RATE.search(line.clause(i)) if i and d.rate == "share" and not d.list_of else None
        pair = _pair(line, i, m["done"]) if m and len(line.gaps[i]) <= NEAR else None
        if pair:
            yield shared(d, *pair, "比率")


def _pair(line: Line, i: int, name: str) -> tuple[Draft, Draft] | None:
    """Return what was done and what it was done to: the counts before the rate whose words say so."""
    stem = name[-2:]
    done = re.compile(rf"(?<![未不免])(?:{SAID_AS.get(stem, stem)})")
    reach = (k for k in range(i - 1, -1, -1) if line.together(k, i) or "计算" in line.gaps[i])
    top = next((k for k in reach if _is_done(line, k, done)), None)
    if top is None or OTHER_RATES.search(name) or any(q not in name for q in QUALIFIED.findall(line.clause(top))):
        return None
    top -= line.stacked(top)
    listed = next((k for k in range(top, -1, -1) if introduces(line, k)), len(line.claims))
    base = next((k for k in line.back(top, line.unit(top)) if k < listed and _is_base(line, k, done)), None)
    if base is None or (stem in CLEARED and not taken_on(line, base)):
        return None
    pair = line.claims[top], line.claims[base]
    return pair if fits(pair[1], pair[0]) else None


def _is_done(line: Line, k: int, done: re.Pattern[str]) -> bool:
    return line.counts[k] and state(line, k) != "left" and bool(done.search(_beside(line, k)))


def _is_base(line: Line, k: int, done: re.Pattern[str]) -> bool:
    """Say whether claim ``k`` may be what the rate is of: not a state itself, nor last year's number in a comparison."""
    opens = k == 0 or not line.together(k - 1, k)
    told = line.clause(k)
    if state(line, k) == "left" or done.search(_beside(line, k)) or CARRIED.search(told):
        return False
    return opens or not LAST_YEAR.search(told)


def _beside(line: Line, k: int) -> str:
    return line.clause(k)[-BESIDE:] + line.claims[k].right[:BESIDE]
