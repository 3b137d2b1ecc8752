"""What the unit says of a number: wind is measured in 级 and hospitals named by it; 度 of heat, 分 in a test, 岁 of many."""

import re
from collections.abc import Callable
from decimal import Decimal

from plumbline.claims.kinds.spots import Spot
from plumbline.claims.numbers.single import LARGE
from plumbline.claims.shapes import Kind

WIND = re.compile(r"(?:风力?|震级|里氏|阵风|地震)(?:达到?|为|约)?$")
BLOWS = re.compile(r"(?:左右|以上|的)?(?:地震|余震|强震|大风|阵风|[东南西北偏旋台强]{1,3}风)")
WARM_OR_LIVE = re.compile(r"(?:用电|电量|节电|发电|供电|气温|温度|水温|体温|高温|低温|零下|达|至|到)[^，。；]{0,4}$")
SCORED = re.compile(r"(?:得分|评分|满意|考核|测评|扣|记|平均|成绩|指数|评价|总分|均分|得)[^，。；]{0,6}$")
HELD = re.compile("(?:拘留|处以?|羁押|停业|停产|公示|放假)$")
SECONDS = re.compile("[0-9]{1,2}秒")
LIFE = re.compile(r"(?:平均年龄|平均寿命|预期寿命|人均寿命)[^，。；]{0,12}$")
ROOM = re.compile("[0-9]{1,3}(?:单元|号|室)")
WORDS_ON = {
    "次": re.compile("(?:旅客)?(?:列车|航班|动车|高铁|客车|货车|特快)"),
    "位": re.compile("数"),
    "篇": re.compile("大?文章"),
    "个": re.compile("半年|年度|学期"),
    **dict.fromkeys(("栋", "幢", "座"), ROOM),
}
"""What makes a name of a number and its unit: 5701次列车, 两位数, 3栋2单元, 三篇文章."""


def _level(s: Spot) -> Kind:
    """Wind and earthquakes are measured (阵风4至5级), other grades are names."""
    return "quantity" if s.follows(BLOWS) or s.after(WIND) else "ordinal" if isinstance(s.m.value, tuple) else "name"


def _degrees(s: Spot) -> Kind:
    below = isinstance(s.m.value, Decimal) and s.m.value < 0
    return "quantity" if below or s.digits[-1:] in LARGE or s.after(WARM_OR_LIVE, 8) else "name"


def _points(s: Spot) -> Kind:
    return "quantity" if s.after(SCORED, 10) or s.follows(SECONDS) else "name"


def _age(s: Spot) -> Kind:
    """The mean age or life expectancy of many is a figure; a person's age or an age band is not."""
    return "quantity" if s.after(LIFE, 20) else "name"


def _clock(s: Spot) -> Kind:
    return "date" if s.at_most(24) else "name"


def _lines(s: Spot) -> Kind:
    """6800余路 cameras are counted, 3路 is a bus."""
    return "name" if s.at_most(99) else "quantity"


def _wells(s: Spot) -> Kind:
    return "name" if s.at_most(20) else "quantity"


def _aspects(s: Spot) -> Kind:
    return "quantity" if s.text.startswith(("民生", "实事"), s.m.end) else "name"


def _calendar(s: Spot) -> Kind:
    """A day of the month, unless it is a stretch of days: 拘留15日."""
    return "quantity" if s.after(HELD, 3) else "date"


def _named(_: Spot) -> Kind:
    return "name"


BY_UNIT: dict[str, Callable[[Spot], Kind]] = {
    "级": _level,
    "度": _degrees,
    "分": _points,
    "岁": _age,
    "周岁": _age,
    "点": _clock,
    "路": _lines,
    "口": _wells,
    "方面": _aspects,
    **dict.fromkeys(("日", "月"), _calendar),
    **dict.fromkeys("代 线 版 周年 字 族 层 单元 世纪 车道 网".split(), _named),
}


def by_unit(s: Spot) -> Kind | None:
    """Sort what the unit decides."""
    rule = BY_UNIT.get(s.m.unit)
    if rule:
        return rule(s)
    goes_on = WORDS_ON.get(s.m.unit_written)
    return "name" if goes_on and s.follows(goes_on) else None
