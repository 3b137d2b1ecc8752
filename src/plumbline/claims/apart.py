"""Numbers that are no claims: dates, periods, ordinals, ranks, names. Found first, so that the rest can be read as claims."""

import re
from functools import cache
from typing import NamedTuple

from plumbline.claims.shapes import Kind

D = "[0-9]"
C = "[一二两三四五六七八九十百千零〇]"
Y = r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9])"
YEAR = rf"(?:{Y}|[一二][九〇零][一二三四五六七八九〇零]{{2}}(?=年))"
MONTHS = rf"{D}{{1,2}}月?(?:至|到|-){D}{{1,2}}月份?"
DAYTIME = "(?:凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜间|深夜|晚|夜)?"
SOME = rf"(?:{D}{{1,2}}|{C}{{1,3}})"
PART = "(?:上半年|下半年|前三季度|前?第?[一二三四]季度|年度|年末|年底|年初|岁末|岁尾|底|末|初|春节|国庆|期间|度)"
SINCE = "(?:以来|来)"
HOTLINES = "(?:110|119|120|122|114|999|12[0-9]{3}|96[0-9]{3,4}|95[0-9]{3,4})"
NTH = "(?:个|次|届|批次|批|轮|条|款|项|位|名|期|号|版|章|节|年|天|场|代|集|季|站|阶段|产业|方|线|梯队)"


class Apart(NamedTuple):
    """A number kept apart, as a span of the plain text with its kind."""

    start: int
    end: int
    kind: Kind


PATTERNS: tuple[tuple[Kind, str, str], ...] = (
    ("name", "hw", r"https?://[^\s，。；)]{1,300}|www\.[^\s，。；)]{1,300}"),
    ("name", "(0-9", rf"[(]{Y}[)][^，。；\n()]{{0,12}}{D}{{1,8}}号(?:之[一二三四五六七八九十]+)?|{Y}[]】]第?{D}{{1,5}}号"),
    ("name", "0-9一二", rf"{YEAR}年?(?:远景|愿景)"),
    ("date", "0-9一二", rf"{YEAR}年{D}{{1,2}}月{D}{{1,2}}日{DAYTIME}(?:{D}{{1,2}}时(?:许|{D}{{1,2}}分)?)?"),
    ("name", "0-9", rf"{Y}[/-]{D}{{1,2}}[/-]{D}{{1,2}}/[A-Za-z0-9]+"),
    ("date", "0-9", rf"{Y}[-/.]{D}{{1,2}}[-/.]{D}{{1,2}}(?:\s?{D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?)?(?![0-9])"),
    ("period", "0-9一二截", rf"(?:截至)?{YEAR}年{MONTHS}"),
    ("period", "0-9一二", rf"{YEAR}年?(?:度)?(?:至|到|-){YEAR}年?(?:度|期间|间)?"),
    ("period", "0-9一二截自从", rf"(?:截[至止]|自|从)?{YEAR}年{D}{{1,2}}月(?:{D}{{1,2}}日)?(?:以来|起|至今)"),
    ("period", "截", rf"截[至止]到?{YEAR}年(?:{D}{{1,2}}月(?:{D}{{1,2}}日|底|末)?|底|末)?|截[至止]到?{D}{{1,2}}月(?:{D}{{1,2}}日|底|末)?"),
    ("date", "0-9一二", rf"{YEAR}年{D}{{1,2}}月(?!份)"),
    ("period", "0-9一二", rf"{YEAR}年{D}{{1,2}}月份"),
    ("period", "0-9一二自", rf"(?:自)?{YEAR}年{PART}?{SINCE}?(?!期)"),
    ("period", "0-9", rf"(?<![0-9.]){MONTHS}(?:以来)?"),
    ("date", "0-9", rf"(?<![0-9.]){D}{{1,2}}月{D}{{1,2}}日{DAYTIME}(?:{D}{{1,2}}时(?:许|{D}{{1,2}}分许?)?)?"),
    ("date", "0-9", rf"(?<![0-9.]){D}{{1,2}}日{DAYTIME}(?:{D}{{1,2}}时(?:许|{D}{{1,2}}分许?)?)?(?![内游均])"),
    ("date", "0-9", rf"(?<![0-9.]){D}{{1,2}}(?:时|点){D}{{1,2}}分?许?|(?<![0-9.]){D}{{1,2}}时许|(?<![0-9:.]){D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?(?![0-9:.])"),
    ("period", "0-9", rf"(?<![0-9.]){D}{{1,2}}月份"),
    ("date", "0-9", rf"(?<![0-9.个]){D}{{1,2}}月(?:底|初|末|上旬|中旬|下旬)?(?![内均])"),
    ("period", "近过这最今未", rf"(?:近|过去|这|最近|今后|未来)的?(?:{SOME}|几)个?(?:多)?(?:年|月)(?:多)?(?:{SINCE}|间|里|中)?(?!行动|计划|规划)"),
    ("period", "0-9一二两三四五六七八九十百几", rf"(?<![0-9.第])(?:{SOME}|几)个?多?(?:年|月|天|周|季度)多?{SINCE}(?!水|临)"),
    ("period", "第前一二三四1-4", rf"(?:第|前)?[一二三四1-4]个?季度(?:末)?"),
    ("period", "一二两三四五十0-9", rf"{SOME}年间"),
    ("period", "十一五", r"(?:十[一二三四五]|[一二]?五)五”?(?:期间|时期|以来|收官|开局)"),
    ("rank", "位列居排名跃前", rf"(?:位列|位居|列|居|排名?|名列|排在|跃居|前移至)(?:全国|全省|全市|全区|全县)?[^，。；、\n第0-9]{{0,4}}第{SOME}(?:位|名|方阵|梯队)?"),
    ("rank", "唯", "唯一(?:一[起个家名座例])?"),
    ("rank", "前", rf"前{SOME}(?:位|名|强|列|甲)"),
    ("name", "第", rf"第{C}{{1,8}}条(?:之[一二三四])?(?:第{C}+[款项])*"),
    ("rank", "第", rf"(?<=全[国省市区县])第{SOME}(?:位|名|方阵|梯队)?"),
    ("ordinal", "第", rf"第{D}{{1,4}}{NTH}?|第{C}{{1,6}}{NTH}?"),
    ("name", "一二三四五六七八九十", rf"{C}{{1,3}}届{C}{{1,2}}(?:中|次)(?:、{C}{{1,2}}中)*(?:全会|会议|全委|全体)?|{C}{{1,3}}(?:中、)+{C}中全会|{C}{{1,2}}中全会"),
    ("ordinal", "一二三四五六七八九十0-9", rf"{C}{{1,3}}届(?![领导])|{D}{{1,2}}届"),
    ("ordinal", "一二三四五六七八九十", rf"{C}{{1,3}}次(?=会议|全会|全体|党代会|代表大会|常委会|集体学习)"),
    ("ordinal", "(一二三四五六七八九十0-9", rf"(?m:^)[(]?{C}{{1,3}}[)]?[、.．:]|[(]{C}{{1,3}}[)]|(?m:^){D}{{1,2}}[.、](?![0-9])|[(]{D}{{1,2}}[)](?![0-9%])"),
    ("ordinal", "一二三四五六七八九十其", rf"(?:(?<=[。；;，,:：、\n”)])|(?m:^))(?:{C}{{1,2}}(?=[是要来]|则)|其[一二三四五])"),
    ("name", "0-9", rf"(?<![0-9.])(?:{HOTLINES})(?![0-9.,万亿余多])(?=(?:、{HOTLINES})?”?[^，。；\n0-9个件起人次]{{0,6}}(?:报警|热线|平台|电话|急救|指挥|专线|警情|举报|投诉|工单|接处警|联动|便民|火警|系统)|”|和{HOTLINES}|、{HOTLINES})"),
    ("name", "拨打", rf"(?:拨打|打)“?(?:{HOTLINES})(?![0-9])"),
    ("name", "电热传邮QW微账编车", rf"(?:电话|热线|传真|邮编|QQ|微信|账号|编号|车牌)[:是为]?{D}[0-9-]{{4,20}}"),
    ("name", "A-Za-z", rf"[A-Za-z][A-Za-z+-]{{0,12}}{D}[0-9+.-]{{0,9}}[A-Za-z]{{0,6}}"),
    ("name", "0-9", rf"(?<![0-9.]){D}{{1,4}}(?:[GSADKVsP]|3D)(?![A-Za-z²])|{D}{{1,3}}[xX×*]{D}{{1,4}}(?:\.{D}+)?"),
    ("name", "0-9", rf"(?<![0-9.]){D}{{1,5}}(?:-{D}{{1,5}})?(?:号(?!召)|公里处|国道|省道|县道|时代|后(?=[^，。；\n]))"),
    ("name", "每平", rf"(?:每|平均每){D}{{0,3}}{C}?[万千百亿]?个?(?:人口|名?人|人|辆?车|户|公里|案|件)(?=[^，。；\n]{{1,12}}[0-9])"),
    ("name", "0-9一二两三四五六七八九十年现时未不", rf"(?:年仅|现年|时年|年满|未满|不满)?(?:(?<![0-9.]){D}{{1,3}}|{C}{{1,3}})(?:周)?岁(?:以[上下])?"),
    ("name", "0-9“", rf"(?<![0-9.]){D}{{1,2}}[·.]{D}{{1,2}}(?=”?(?:特大|重大|专案|系列|案|事故|跨境|电信))|“{D}{{1,2}}[·.]{D}{{1,2}}”"),
    ("name", "0-9", rf"{D}{{1,2}}小时(?=值班|值守|不间断|全天|服务|在线|备勤|应急|巡|自助|响应|过境|无休|监)"),
)


def _charset(first: str) -> frozenset[str]:
    pattern = re.compile(f"[{first}]")
    return frozenset(c for c in ALPHABET if pattern.match(c))


ALPHABET = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ(“" + "".join(f for _, f, _ in PATTERNS)) - {"-"}
BY_FIRST: dict[str, list[int]] = {c: [] for c in ALPHABET}
for _i, (_, _first, _) in enumerate(PATTERNS):
    for _c in _charset(_first):
        BY_FIRST[_c].append(_i)

START = re.compile("[" + "".join(sorted(ALPHABET)) + "]")
QUOTED = re.compile(r"“[^“”，。；！？\n]{1,14}”")
NUMERIC = re.compile(r"[0-9一二两三四五六七八九十百千万亿零〇半]")


@cache
def _grammar(numbers: tuple[int, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<k{i}>{PATTERNS[i][2]})" for i in numbers))


GRAMMARS = {c: _grammar(tuple(numbers)) for c, numbers in BY_FIRST.items()}
KINDS: dict[str | None, Kind] = {f"k{i}": kind for i, (kind, _, _) in enumerate(PATTERNS)}


def _scanned(text: str) -> list[Apart]:
    found: list[Apart] = []
    end = 0
    for start in START.finditer(text):
        at = start.start()
        if at >= end and (m := GRAMMARS[text[at]].match(text, at)):
            end = m.end()
            found.append(Apart(at, end, KINDS[m.lastgroup]))
    return found


def apart(text: str) -> list[Apart]:
    """Return, in text order and without overlaps, the numbers of a plain text that are kept apart."""
    found = _scanned(text)
    quoted = [Apart(*m.span(), "name") for m in QUOTED.finditer(text) if NUMERIC.search(text, *m.span())]
    return _merged(found, quoted)


def _merged(found: list[Apart], quoted: list[Apart]) -> list[Apart]:
    kept: list[Apart] = []
    for item in sorted(found + quoted, key=lambda a: (a.start, -a.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
