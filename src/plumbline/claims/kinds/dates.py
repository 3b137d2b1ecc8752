"""Dates and periods in figures and in words: 2020年1至11月, 12月8日晚8时30分, 二〇二五年, 近三年来, 一季度, 2021-2025年.

Earlier entries are tried first; ``apart`` puts them to use.
"""

from plumbline.claims.kinds.patterns import FEW, NO_DIGIT, YEAR, D, Pattern, Y

MONTH = rf"(?:{D}{{1,2}}|十[一二]?|[一二三四五六七八九])月"
DAY = rf"(?:{D}{{1,2}}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
MONTHS = rf"{D}{{1,2}}月?(?:至|到|-){D}{{1,2}}月份?"
PART_OF_DAY = "(?:凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜间|深夜|晚|夜)?"
CLOCK = rf"(?:{D}{{1,2}}(?:时|点)(?:许|半|{D}{{1,2}}分许?)?)?"
PART = "(?:上半年|下半年|前三季度|前?第?[一二三四]季度|年度|年末|年底|年初|岁末|岁尾|底|末|初|春节|国庆|期间|度)"
END = "(?:底|末|初|上旬|中旬|下旬)"
TO = "(?:至|到|-)"

DATES = (
    Pattern("date", "0-9一二", rf"{YEAR}年{MONTH}{DAY}{TO}(?:(?:{YEAR}年)?{MONTH})?{DAY}"),
    Pattern("period", "0-9一二", rf"{YEAR}年{MONTH}(?:{DAY})?{TO}{YEAR}年{MONTH}(?:{DAY})?"),
    Pattern("date", "0-9一二", rf"{YEAR}年{MONTH}{DAY}{PART_OF_DAY}{CLOCK}"),
    Pattern("name", "0-9", rf"{Y}[/-]{D}{{1,2}}[/-]{D}{{1,2}}/[A-Za-z0-9]{{1,80}}"),
    Pattern("date", "0-9", rf"{Y}[-/.]{D}{{1,2}}[-/.]{D}{{1,2}}(?:\s?{D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?)?(?![0-9])"),
    Pattern("period", "0-9一二截", rf"(?:截至)?{YEAR}年{MONTHS}"),
    Pattern("period", "0-9一二", rf"{YEAR}年?度?(?:至|到|-){YEAR}年?(?:度|期间|间)?"),
    Pattern("period", "自", rf"自{YEAR}年{MONTH}(?:{DAY})?(?=[^，。；：\n0-9]{{1,16}}以来)"),
    Pattern("period", "0-9一二截自从", rf"(?:截[至止]|自|从)?{YEAR}年{D}{{1,2}}月(?:{D}{{1,2}}日)?(?:以来|起|至今)"),
    Pattern("period", "截", rf"截[至止]到?{YEAR}年(?:{D}{{1,2}}月(?:{D}{{1,2}}日|底|末)?|底|末)?"),
    Pattern("period", "截", rf"截[至止]到?{D}{{1,2}}月(?:{D}{{1,2}}日|底|末)?"),
    Pattern("date", "0-9一二", rf"{YEAR}年{MONTH}(?!份)"),
    Pattern("period", "0-9一二", rf"{YEAR}年{D}{{1,2}}月份|{YEAR}年前{FEW}个月"),
    Pattern("period", "0-9一二自", rf"自?{YEAR}年{PART}?(?:以来|来)?(?!期)"),
    Pattern("period", "0-9", rf"{NO_DIGIT}{MONTHS}(?:以来)?"),
    Pattern("date", "0-9", rf"{NO_DIGIT}{D}{{1,2}}月{D}{{1,2}}日{PART_OF_DAY}{CLOCK}"),
    Pattern("date", "一二三四五六七八九十", rf"{MONTH}{DAY}{PART_OF_DAY}{CLOCK}"),
    Pattern("date", "0-9", rf"{NO_DIGIT}(?<!拘留)(?<!处){D}{{1,2}}日{PART_OF_DAY}{CLOCK}(?![内游均])"),
    Pattern("date", "0-9", rf"{NO_DIGIT}{D}{{1,2}}(?:时|点)(?:{D}{{1,2}}分许?|许|半|(?<=时)(?![间期代效速常]))"),
    Pattern("date", "0-9", rf"(?<![0-9:.]){D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?(?![0-9:.])"),
    Pattern("period", "0-9", rf"{NO_DIGIT}{D}{{1,2}}月份"),
    Pattern("date", "0-9", rf"(?<![0-9.个]){D}{{1,2}}月{END}?(?![内均])"),
    Pattern("date", "一二三四五六七八九十", rf"{MONTH}{END}"),
    Pattern("period", "前后", rf"(?<![提目以空学])[前后](?:{FEW}个月|{FEW}年(?!级|代))"),
    Pattern(
        "period",
        "近过这最今未",
        rf"(?:(?<![将接临附])近|过去|这|最近|今后|未来)的?(?:{FEW}|几)个?多?(?:年|月)多?(?:以来|来|间|里|中)?(?!行动|计划|规划)",
    ),
    Pattern(
        "period",
        "0-9一二两三四五六七八九十百几",
        rf"(?<![0-9.第])(?:{FEW}|几)个?多?(?:年|月|天|周|季度)多?(?:以来|来)(?!水|临)",
    ),
    Pattern("period", "第前一二三四1-4", r"(?:第|前)?[一二三四1-4]个?季度末?"),
    Pattern("period", "一二两三四五十0-9", rf"{FEW}年间"),
    Pattern(
        "period", "0-9二上八九", r"(?:上世纪|(?:二十|20)世纪)?(?:[0-9]0|[二三四五六七八九]十)年代(?:初|末|中期|以来)?"
    ),
    Pattern("period", "十一五", r"(?:十[一二三四五]|[一二]?五)五”?(?:期间|时期|以来|收官|开局)"),
)
