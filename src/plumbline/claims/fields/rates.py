"""Rate and direction: 同比下降12.8%, 占三成, 日均4000人, 月人均提高221元."""

import re

from plumbline.claims.fields.drafts import LIST_JOIN, RATIO_UNITS, Draft
from plumbline.claims.fields.words import CHANGE, DIRECTIONS, TO_LEVEL
from plumbline.claims.shapes import Rate

OTHER_BASE = re.compile(
    r"(?:(?<![同环])比|较|与|高于|低于|快于|高出)(?!上年|去年|上一年|同期|前一年|上期|重)[^，。；]{0,14}$|环比"
)
AGAINST = re.compile(
    r"(?P<word>高于|低于|快于|慢于|高出|好于)[^，。；]{0,10}$|比[^，。；]{2,14}(?P<than>[高低快慢多少])$"
)
GROWTH = re.compile(
    r"(?P<word>增幅|涨幅|增速|降幅|跌幅|增长率)(?:均|都|分别|将|已|预计)*(?:为|达到|达|是|保持在|控制在|设定为)?$"
)
RUN = re.compile(r"(?:保持|实现|均|都|呈|同比)*(?P<word>下降|上升|增长|增加|减少)(?![到至])")
YEAR_BASE = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年|前一年)")
DAILY = re.compile(r"日均|每天|每日|平均每天|每昼夜|单日平均")
MONTHLY = re.compile(r"月均|每月|月人均|月销售额|人均月|平均每月|按月")
PER_HEAD = re.compile(r"人均|每人|均次")
AMOUNT_CHANGE = re.compile(r"^(?:预计|共|累计)?(?P<word>减少|降低|压减|缩减|压缩|下降|增加)[^，。；]{1,12}$")


def read_rate(text: str, d: Draft, prev: Draft | None) -> None:
    """Set rate and direction from the words before the number; ``d.left`` loses the words of change."""
    ratio = d.m.unit in RATIO_UNITS
    if d.m.form == "doubled":
        d.rate, d.direction = "multiple", "up"
    elif not (ratio and (_growth(d) or _against(d))) and not _run(text, d) and not _change(text, d, prev, ratio):
        _unchanged(d, prev, ratio)
    _say_where(d, prev)


def _growth(d: Draft) -> bool:
    """增速达到12%, 涨幅2%: the noun is itself a growth."""
    m = GROWTH.search(d.left)
    if m:
        d.rate = "change" if OTHER_BASE.search(d.left) else "yoy"
        d.direction = "down" if m["word"] in ("降幅", "跌幅") else "up"
    return bool(m)


def _run(text: str, d: Draft) -> bool:
    """连续4年下降: the direction follows a run of years."""
    m = RUN.match(text, d.m.end) if d.m.unit == "年" else None
    if m:
        d.direction = DIRECTIONS[m["word"]]
    return bool(m)


def _change(text: str, d: Draft, prev: Draft | None, ratio: bool) -> bool:
    """同比增长, 下降, 比上年减少: a verb of change right before the number."""
    m = CHANGE.search(d.left)
    if not m or TO_LEVEL.search(d.left):
        return False
    word = m["word"] or m["short"]
    if not ratio and (word.endswith(("幅", "速")) or (m["word"] and d.left[: m.start("word")].endswith("新"))):
        return False
    d.direction, d.ratio = DIRECTIONS[word], ratio and not word.endswith(("幅", "速"))
    d.rate = _change_rate(text, d, prev, ratio)
    if not word.endswith(("幅", "速")):
        d.left = d.left[: m.start()]
    return True


def _change_rate(text: str, d: Draft, prev: Draft | None, ratio: bool) -> Rate:
    if d.m.unit == "倍":
        return "multiple"
    if ratio:
        return "change" if OTHER_BASE.search(d.left) else "yoy"
    if YEAR_BASE.search(text, max(d.sentence, d.m.start - 24), d.m.start):
        return "yoy"
    return _per(d.left, prev)


def _against(d: Draft) -> bool:
    """高于全省平均2个百分点."""
    m = None if CHANGE.search(d.left) else AGAINST.search(d.left)
    if m:
        d.rate, d.direction = "change", "down" if (m["word"] or m["than"])[0] in "低慢少" else "up"
    return bool(m)


def _unchanged(d: Draft, prev: Draft | None, ratio: bool) -> None:
    """A number without a verb of change of its own: a share, a mean, or the next of a list of changes."""
    joined = prev is not None and LIST_JOIN.match(d.left)
    if ratio and joined and prev and prev.m.unit in RATIO_UNITS:
        d.rate, d.direction, d.ratio = "multiple" if d.m.unit == "倍" else prev.rate, prev.direction, prev.ratio
    elif ratio or d.m.form in ("fraction", "proportion"):
        d.rate = "multiple" if d.m.unit == "倍" else "share"
    elif joined and prev and prev.direction != "none" and prev.m.unit == d.m.unit:
        d.rate, d.direction = prev.rate, prev.direction
    else:
        _amount(d, prev)


def _amount(d: Draft, prev: Draft | None) -> None:
    d.rate = _per(d.left, prev if LIST_JOIN.match(d.left[:1]) else None)
    m = AMOUNT_CHANGE.match(d.left)
    if m and not TO_LEVEL.search(d.left):
        d.direction = DIRECTIONS[m["word"]]


def _per(left: str, prev: Draft | None) -> Rate:
    """日均, 月均, 人均; 日均 spreads over a list joined by 、."""
    if DAILY.search(left):
        return "daily"
    if MONTHLY.search(left):
        return "monthly"
    if PER_HEAD.search(left):
        return "per_capita"
    return "daily" if prev and prev.rate == "daily" else "none"


def _say_where(d: Draft, prev: Draft | None) -> None:
    if prev and LIST_JOIN.match(d.lead) and prev.rate == d.rate:
        d.rate_how, d.rate_span = "inherited", prev.rate_span
    else:
        d.rate_span = (d.clause, d.m.start)
