"""What a Chinese numeral says of a number: small ones name more often than they count (三级, 两类), 一 is mostly an article."""

import re

from plumbline.claims.kinds.spots import Spot
from plumbline.claims.numbers.single import LARGE
from plumbline.claims.shapes import Kind

NAMING = frozenset(
    """
级 代 路 线 版 号 字 大 口 面 层 道 段 站 类 种 款 片 国 行 厂 园 眼 族 网 点 节 页 集 票 岁 周年 周岁 世纪 校 院 店 城
局 县 市 省 区 乡 镇 村 街道 社区 企 度 词 单 笔 首 本 股 轮 列 队 组 对 门 席 顷 斤 分钟 日 月 天 周 期 场 届 块 把 根 盘 档 元
""".split()
)
"""Measure words that, after a small Chinese numeral, name or class rather than count: 三级, 两类, 八版."""
COUNTED_AS_WELL = frozenset("年 天 笔 场 期 分钟 本 户 元 组 队 首".split())
TWO_COUNTS = frozenset("届 首 组 队 门".split())
"""Counted by 两, which never orders: 两届广交会."""
SINGLE = frozenset("一二两三四五六七八九十")
LOOSE = frozenset("百千万亿")


def by_numeral(s: Spot) -> Kind | None:
    """Sort Chinese numerals, which name more often than they count."""
    if s.arabic:
        return None
    if s.digits in SINGLE:
        return _one(s) if s.digits == "一" else _few(s)
    loose = s.m.approx == "exact" and set(s.digits) <= LOOSE
    classed = s.m.unit in NAMING - COUNTED_AS_WELL and not (s.m.value and s.digits[-1:] in LARGE)
    return "name" if loose or (classed and s.m.approx in ("exact", "about")) else None


def _few(s: Spot) -> Kind | None:
    """两 to 十: of 二 only the order counts (二次发掘); 三项 before a noun is a term, unless it sums up names (等三项)."""
    if s.digits == "二":
        return "ordinal" if s.m.unit == "次" else "name"
    if s.m.unit in NAMING and s.m.approx == "exact" and not (s.digits == "两" and s.m.unit in TWO_COUNTS):
        return "name"
    return "name" if s.m.unit == "项" and not s.ended and s.prev != "等" else None


PERSONS = frozenset("人 起 件 例 案 宗 户 人次".split())
"""What one of is a report: 一名逃犯, 一起命案; other 一 are articles."""
INCIDENT = re.compile(r"[^，。；\n]{0,10}?(?:案|事故|事件|纠纷|火灾|警情|险情)")
TIMES = frozenset("年 个月 天 小时".split())


def _one(s: Spot) -> Kind | None:
    if s.m.unit in TIMES and (s.m.approx == "over" or s.m.value != 1):
        return "quantity"
    if s.m.unit not in PERSONS or s.next == "一" or (s.prev and s.prev in "这那同每另某哪任何唯第逐统有在是"):
        return "name"
    if s.m.unit == "起":
        return None if s.follows(INCIDENT) and not s.ended else "name"
    article = s.m.unit_written in ("件", "人", "户") and s.next in tuple("事大人均次件")
    return "name" if article or (s.m.unit == "户" and s.before_word) else None
