"""One number with the words that belong to it: 近3000余万元, ￥1,200万, 零下20摄氏度, 3个半小时, 5000人以上."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plumbline.claims.numbers.amounts import Value
from plumbline.claims.numbers.forms import amount_at
from plumbline.claims.numbers.units import Words, countable, normal, unit_at
from plumbline.claims.shapes import Approx, Kind
from plumbline.numerals import APPROX, ONE, bounds


@dataclass(slots=True)
class Mention:
    """A number at ``start:end`` of the plain text, with the words around it that belong to it.

    ``digits`` is where the number itself begins and ``unit_start`` where its unit does; ``unit`` is the usual measure word
    and ``unit_written`` the one in the text (empty where the form of the number brings it: 三成). ``word`` is the
    approximating word and ``reach`` the place that 余 stops short of. ``form`` is that of ``amounts.Amount``, or
    "proportion" for a member of 3.6:48:48.4.
    """

    start: int
    end: int
    kind: Kind
    value: Value = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    step: Decimal = ONE
    unit: str = ""
    unit_written: str = ""
    approx: Approx = "exact"
    form: str = "number"
    digits: int = 0
    unit_start: int = 0
    word: str = ""
    reach: Decimal = ONE


def mention_at(text: str, at: int, floor: int = 0) -> Mention | None:
    """Read the number whose digits begin at ``at``, with its unit and approximating words; None where there is none.

    ``floor`` is the offset before which no word belongs to it: the end of the number before.
    """
    amount = amount_at(text, at)
    if amount is None:
        return None
    m = Mention(at, amount.end, "quantity", amount.value, step=amount.step, form=amount.form, digits=at)
    m.word, m.reach, m.unit_start = amount.vague, amount.reach, amount.end
    _measure(text, m)
    _sign(text, m, floor)
    _look_before(text, m, floor)
    _look_after(text, m)
    set_bounds(m)
    return m


def set_bounds(m: Mention) -> None:
    """Set approximation and bounds from value, word and unit."""
    m.approx = APPROX.get(m.word, "exact")
    if isinstance(m.value, tuple):
        m.lower, m.upper = m.value
    elif m.value is not None:
        m.lower, m.upper = bounds(m.value, m.word, m.reach, countable(m.unit, m.value))


OWN_UNITS = {"percent": "%", "tenths": "%", "permille": "‰", "doubled": "倍", "fraction": "", "few": "", "fused": ""}
PARTED_UNIT = re.compile(r"个(?P<more>[多余])?(?P<half>半)?(?=小时|月|百分点|工作日|钟头|世纪)")
MOVES = re.compile(r"(?:上升|提升|前移|跃升|前进|晋升|提高|下降|下滑|后退|后移)了?$")
CASUALTIES = re.compile("[死伤亡](?![者员情害口痛病势残心感风了]|一生)")
"""2死5伤 counts persons without saying so."""
LARGE = frozenset("万亿")


def _measure(text: str, m: Mention) -> None:
    """Read the unit, or what stands for one: 三成 brings it, 2死5伤 are persons, 3.6:48:48.4 has none."""
    if m.form in OWN_UNITS or text[m.digits : m.end] == "零":
        m.unit = OWN_UNITS.get(m.form, "")
        return
    _look_between(text, m)
    written = unit_at(text, m.unit_start)
    if written and (written != "方" or text[m.unit_start - 1] in LARGE):
        m.unit, m.unit_written, m.end = _usual(text, m, written), written, m.unit_start + len(written)
    elif CASUALTIES.match(text, m.end):
        m.unit = "人"
    elif _in_proportion(text, m):
        m.form = "proportion"


def _look_between(text: str, m: Mention) -> None:
    """Take in what parts the number from its unit: 3个半小时 is 3.5 hours, 两个多月 more than two months."""
    parted = PARTED_UNIT.match(text, m.end)
    if parted and (parted["more"] or parted["half"]):
        m.unit_start, m.word = parted.end(), "多" if parted["more"] else m.word
        _add_half(m, bool(parted["half"]))


COLON_AFTER = re.compile(r"[:∶](?=[0-9])|比(?=[0-9])")
COLON_BEFORE = re.compile(r"(?<=[0-9])[:∶比]$")
NAMES_RATIO = re.compile(r"(?:(?:比例|之比|结构|比率)(?:约?为|是|达|约)?|比(?:约?为|是|达|约))[0-9.]{0,6}比?$")


def _in_proportion(text: str, m: Mention) -> bool:
    """Say whether the number is a member of 3.6:48:48.4, or of 3比1 where the words call it a ratio and not a score."""
    near = COLON_AFTER.match(text, m.end) or COLON_BEFORE.search(text, max(0, m.start - 2), m.start)
    if not near:
        return False
    return near.group() != "比" or bool(NAMES_RATIO.search(text, max(0, m.start - 14), m.start))


def _usual(text: str, m: Mention, written: str) -> str:
    if written == "位" and MOVES.search(text, max(0, m.start - 3), m.start):
        return written
    if written in ("月", "百分点") and m.unit_start > m.digits and text[m.unit_start - 1] in "多余半":
        return "个" + written
    return normal(written)


def _add_half(m: Mention, half: bool) -> None:
    if half and isinstance(m.value, Decimal):
        m.value += Decimal("0.5")


CURRENCY = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
SIGNED = frozenset(("%", "个百分点", "度", "摄氏度", "℃"))
NO_SIGN_AFTER = frozenset("0123456789%-年月日号点") | {""}


def _sign(text: str, m: Mention, floor: int) -> None:
    """Take in a currency sign, a minus (-3.6%) or 零下 right before the digits."""
    sign, before = text[max(floor, m.start - 1) : m.start], text[m.start - 2 : m.start - 1]
    if sign in CURRENCY:
        m.start, m.unit = m.start - 1, m.unit or CURRENCY[sign]
    elif m.unit in SIGNED and isinstance(m.value, Decimal):
        if sign == "-" and before not in NO_SIGN_AFTER:
            m.start, m.value = m.start - 1, -m.value
        elif m.unit not in ("%", "个百分点") and text.startswith("零下", max(floor, m.start - 2)):
            m.start, m.value = m.start - 2, -m.value


WORDS_BEFORE = (
    "超过了 超过 超出 突破了 突破 超 逾 不少于 不低于 至少 最少 起码 高于 多于 大于 将近 接近 临近 逼近 近 大约 约为 约 大概"
    " 不足 不到 低于 少于 小于 未达 未满 不满 不超过 不高于 不多于 至多 最多"
).split()
OF_ROUND_NUMBERS = ("上", "过", "破")
"""Approximate only before a bare power: 上百, 过千, 破万."""
BY_LAST: dict[str, list[str]] = {}
for _word in sorted([*WORDS_BEFORE, *OF_ROUND_NUMBERS], key=len, reverse=True):
    BY_LAST.setdefault(_word[-1], []).append(_word)
OTHER_WORDS = {
    "近": re.compile("[最附临靠邻远接将亲就相贴逼]$"),
    "约": re.compile("(?:[节签契预违制邀特履续条公大合婚]|规民|(?<!损)失|(?<![征募收采汇召聚])集)$"),
    "超": re.compile("[赶反]$"),
    "上": re.compile("[网线路以身车船会台岗桌马手历早晚百千]$"),
    "过": re.compile("[通经超不越度路]$"),
    "破": re.compile("[突侦告攻爆打识]$"),
}
"""What stands before an approximating word where it is part of another one (最近, 节约, 通过)."""


def _look_before(text: str, m: Mention, floor: int) -> None:
    for word in BY_LAST.get(text[m.start - 1 : m.start], ()) if m.start > floor else ():
        begin = m.start - len(word)
        if begin >= floor and text.startswith(word, begin) and _approximates(text, m, begin, word):
            m.start, m.word = begin, word
            return


def _approximates(text: str, m: Mention, begin: int, word: str) -> bool:
    other = OTHER_WORDS.get(word)
    if other and other.search(text, max(0, begin - 2), begin):
        return False
    return word not in OF_ROUND_NUMBERS or text[m.digits] in "百千万亿"


WORDS_AFTER = Words("以上 以下 以内 之上 左右 上下!游级班联 开外".split())
MORE_AFTER = re.compile(r"[多余](?![次个名家方部种项层样边地年处起渠发数于少元措额款])|半(?![径数导岛决年个天])")
TAKES_MORE = frozenset("年 天 元 月 个月 小时 周 公里 米 吨 倍 岁 %".split())


def _look_after(text: str, m: Mention) -> None:
    """Take in what follows: 3年多, 3年半, 5000人以上, 10%左右, 100家+."""
    more = MORE_AFTER.match(text, m.end) if m.unit in TAKES_MORE and m.unit_written else None
    if more and not m.word:
        _add_half(m, more.group() == "半")
        m.word, m.end = "" if more.group() == "半" else "多", more.end()
    word = WORDS_AFTER.at(text, m.end)
    if not word and m.unit_written and text.startswith("+", m.end) and not text[m.end + 1 : m.end + 2].isalnum():
        word = "+"
    if word:
        m.word, m.end = word, m.end + len(word)
