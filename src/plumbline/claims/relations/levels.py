"""The two levels of a change, in the words that tell which came first."""

import re
from typing import NamedTuple

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.lines import Line, is_level

FALLS = "下降|减少|降低|下滑|回落|缩短|压减|压缩|压降|收窄|下调|减|降"
RISES = "上升|增长|增加|提高|提升|上涨|增|升|涨|翻"
FROM = re.compile(r"(?:由|从)[^，；]*$")
TO = re.compile(r"^[^，；]*(?:至|到|为)[^，；]{0,8}$")
OLD = re.compile(
    r"(?:(?:上年|去年|上一年|前一年|[比较与]同期)(?!旧存|结转|未结|遗留)|(?:比|较|于|是|与)(?:19|20)[0-9]{2}年)[^，；]{0,10}$"
)
OLD_ASIDE = re.compile(r"^[(](?:上年|去年|上一年|(?:19|20)[0-9]{2}年)(?:同期)?(?:为|是)?$")
FORMER = re.compile(r"(?:上半年|前六个月|1(?:至|-)6月|一季度|上季度|上个月)[^，；]{0,8}$")
LATTER = re.compile(r"(?:下半年|后六个月|7(?:至|-)12月|二季度|本季度|本月)[^，；]{0,8}$")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年[^，；]{0,8}$")
SPAN = re.compile(r"([两二三四五六])年(?:间|来|里)|((?:19|20)[0-9]{2})年[比较]((?:19|20)[0-9]{2})年")
YEARS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
IN_TURN = re.compile(r"(?:分别|依次)[^，；]{0,4}$")
ONE_MORE = re.compile(r"^[、和及与]$")
AVERAGED = re.compile(r"年均|月均|平均|累计|预计")
NO_SUBJECT = re.compile(
    "(?:同比|环比|相比|上年|去年|上一年|前一年|同期|全年|后者|前者|上半年|下半年|前六个月|比|较|与|和|净|实际|分别"
    f"|[两二三四五六]年间?|年间|(?:19|20)[0-9]{{2}}年|{FALLS}|{RISES}|幅度|幅|率|了|为|达到?|约|近|超过?|均|又|再|的|、)*+"
)
WITHIN = 4
"""Claims before a change among which its levels are looked for."""


class Levels(NamedTuple):
    """The level before a change and the level after."""

    before: Draft
    after: Draft


def levels(line: Line, i: int) -> Levels | None:
    """Return the two levels, in one unit, that the change at ``i`` leads between."""
    pair = _over_years(line, i) or _from_to(line, i) or _marked(line, i)
    return pair if pair and pair.before.m.unit == pair.after.m.unit else None


def from_here(line: Line, k: int) -> bool:
    """Say whether the claims before and at ``k`` are told as 由A至B."""
    return bool(FROM.search(line.gaps[k - 1]) and TO.search(line.gaps[k])) and is_level(line.claims[k - 1])


def _over_years(line: Line, i: int) -> Levels | None:
    """近三年依次为A、B、C，三年间降D: the ends of the list."""
    m = SPAN.search(line.gaps[i]) if i else None
    if not m:
        return None
    length = YEARS[m[1]] if m[1] else int(m[2]) - int(m[3]) + 1
    first = next((k for k in range(i - 1, -1, -1) if not ONE_MORE.match(line.gaps[k])), 0)
    listed = i - first == length and IN_TURN.search(line.gaps[first])
    return Levels(line.claims[first], line.claims[i - 1]) if listed else None


def _from_to(line: Line, i: int) -> Levels | None:
    """由A至B，升C."""
    places = (k for k in _before(line, i) if k and from_here(line, k))
    return next((Levels(line.claims[k - 1], line.claims[k]) for k in places), None)


def _before(line: Line, i: int) -> list[int]:
    """Return the places of the levels that the change at ``i`` may be told of, the nearest first.

    Between them and the change stand other changes only, and no clause names a new subject. A mean growth over years, and
    a running total, have no such levels.
    """
    found: list[int] = []
    for k in range(i - 1, max(-1, i - 1 - WITHIN), -1):
        if not line.together(k, i) or not (found or _goes_on(line.gaps[k + 1])):
            break
        if is_level(line.claims[k]):
            found.append(k)
        elif found:
            break
    return found


def _goes_on(gap: str) -> bool:
    """Say whether the words before a change name no subject, so that it is told of the level before it."""
    tail, stop, rest = gap.partition("，")
    clauses = rest.split("，") if stop else [tail]
    return not AVERAGED.search(gap) and all(NO_SUBJECT.fullmatch(words) for words in clauses)


def _marked(line: Line, i: int) -> Levels | None:
    """上年A，今年B，增C, in either order; 上半年A，下半年B; 2019年A，2020年B; 今年B(上年A)."""
    places = _before(line, i)
    aside = line.asides.get(places[0]) if places else None
    if aside and len(aside.claims) == 2 and OLD_ASIDE.search(aside.gaps[1]):
        return Levels(aside.claims[1], line.claims[places[0]])
    old = next((k for k in places if OLD.search(line.gaps[k])), None)
    if old is not None and "环比" not in line.gaps[i]:
        return _beside(line, old, places)
    return _in_time(line, i, places)


def _beside(line: Line, old: int, places: list[int]) -> Levels | None:
    """Return last year's level with the level beside it, be it in the sentence before."""
    a = line.claims[old]
    rest = [line.claims[k] for k in places if k != old and line.unit(k) == a.m.unit]
    rest = rest or [d for d in reversed(line.before.sentence) if is_level(d) and d.m.unit == a.m.unit]
    return Levels(a, rest[0]) if rest else None


def _in_time(line: Line, i: int, places: list[int]) -> Levels | None:
    """Return two levels whose words give them their order: two halves of a year, or two years."""
    if len(places) < 2:
        return None
    b, a = places[:2]
    halves = FORMER.search(line.gaps[a]) and LATTER.search(line.gaps[b]) and "同比" not in line.gaps[i]
    first, second = YEAR.search(line.gaps[a]), YEAR.search(line.gaps[b])
    if halves or (first and second and first[1] < second[1]):
        return Levels(line.claims[a], line.claims[b])
    return None
