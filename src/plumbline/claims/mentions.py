"""Numbers as they stand in a plain text: value, bounds, unit and approximation, before anyone asks what they count."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from plumbline.claims.apart import Apart
from plumbline.claims.lexicon import AFTER, BEFORE, IDIOMS, MEASURES, NOT_BEFORE, SAME_UNIT, UNCOUNTABLE
from plumbline.claims.shapes import Approx, Kind
from plumbline.numerals import FORMAL, LONGEST, bounds, last_unit, step, value

Value = Decimal | tuple[Decimal, Decimal] | None


@dataclass(slots=True)
class Mention:
    """A number at ``start:end`` of the plain text; its digits are ``text[digits:unit_start]``, then its unit."""

    start: int
    end: int
    kind: Kind
    value: Value = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    step: Decimal = Decimal(1)
    unit: str = ""
    unit_written: str = ""
    approx: Approx = "exact"
    form: str = "number"
    digits: int = 0
    unit_start: int = 0
    begin_word: str = ""


class Amount(NamedTuple):
    """Digits read at one place: where they end, their value and printed step, and the vague word on them, if any."""

    end: int
    value: Value
    step: Decimal
    vague: str = ""
    reach: Decimal = Decimal(1)
    form: str = "number"


ARABIC = r"(?>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
CHINESE = "[一二两三四五六七八九十百千万亿零〇]"
NUMBER = re.compile(
    rf"(?P<digits>{ARABIC}(?:(?:[十百万亿]|千(?![瓦伏米克卡]))++(?:[0-9]++(?:\.[0-9]++)?(?=[百万]|千(?![瓦伏米克卡])))?+)*+|{CHINESE}++(?:点[一二三四五六七八九零]++)?)"
    r"(?P<more>[余多几来+](?!年来))?(?P<large>(?:[百万亿]|千(?![瓦伏米克卡])){1,3})?(?P<more2>[余多+])?"
)
FORMAL_NUMBER = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟貳參陸][壹贰叁肆伍陆柒捌玖拾佰仟貳參陸两零万亿]{1,20}")
SEVERAL = re.compile(r"(?P<how>[数几])(?P<power>[十百千万亿]{1,3})|(?P<teen>十)[几数]|几(?=[个名件起人次项位条])")
PAIR = re.compile(rf"(?P<head>{CHINESE}{{0,4}}?)(?P<low>[一二两三四五六七八九])(?P<high>[二三四五六七八九])(?P<power>[十百千万亿]{{0,2}})(?!{CHINESE})")
PARTS = re.compile(rf"(?P<parts>{CHINESE}++|[0-9]++)分之(?P<of>{CHINESE}++(?:点{CHINESE}++)?|[0-9]++(?:\.[0-9]++)?)(?P<more>[多余])?")
PROPORTION = re.compile(r"[0-9]++(?:\.[0-9]++)?(?=[:∶][0-9])|(?<=[:∶])[0-9]++(?:\.[0-9]++)?(?![0-9]*[:∶]?[0-9]*分)")
SLASH = re.compile(r"(?P<of>[0-9]{1,3})/(?P<parts>[0-9]{1,3})(?![0-9/年月])")
DOUBLED = re.compile(r"翻(?:了)?(?P<n>[一二两三四]|[0-9])?番")
HALVES = re.compile(r"(?P<half>一半|半数|(?<!超)过半(?!数)|(?<!超)近半(?!数)|大半)(?![年天夜径个])")
TENTHS = re.compile(r"(?P<tens>[一二三四五六七八九]|[0-9](?:\.[0-9])?)成(?P<tenth>[一二三四五六七八九半](?![人名个件]))?(?P<more>多)?(?![立为员功都果熟就长本交品绩效型份])")
DASH = re.compile(r"--?|至|到")
STARTS = re.compile(r"[0-9一二两三四五六七八九十百千万亿零半过近大数几翻壹贰叁肆伍陆柒捌玖拾佰仟]")
HALF_UNIT = re.compile(r"个?多?半?(?=小时|月|年|天|百分点|工作日|点)|[多余](?=[年月天小人个名])|半(?=年|个)")

UNITS: dict[str, tuple[str, ...]] = {}
for _unit in sorted(MEASURES, key=len, reverse=True):
    UNITS[_unit[0]] = (*UNITS.get(_unit[0], ()), _unit)
PREFIXES: dict[str, tuple[str, ...]] = {}
for _word in sorted(BEFORE, key=len, reverse=True):
    PREFIXES[_word[-1]] = (*PREFIXES.get(_word[-1], ()), _word)
IDIOMS_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _idiom in sorted(IDIOMS, key=len, reverse=True):
    IDIOMS_BY_FIRST[_idiom[0]] = (*IDIOMS_BY_FIRST.get(_idiom[0], ()), _idiom)

ONE = Decimal(1)
POWER = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def _power(text: str) -> Decimal:
    product = ONE
    for c in text:
        product *= POWER[c]
    return product


def _plain_number(m: re.Match[str]) -> Amount | None:
    digits, more, large, more2 = m.group("digits", "more", "large", "more2")
    if sum(c in "0123456789" for c in digits) > LONGEST:
        return Amount(m.end(), None, ONE, "", ONE, "fused")
    if more and large and not more2:
        scale, number = _power(large), value(digits)
        return Amount(m.end(), number * scale, scale * step(digits), more, last_unit(number) * scale)
    end = m.end("more2") if more2 else m.end()
    if large and not more:
        digits += large
    if not more and not large:
        end = m.end("digits")
    number = value(digits)
    vague = more2 or more or ""
    reach = step(digits) if digits[-1] in "万亿" else last_unit(number)
    return Amount(end, number, step(digits), vague, reach)


def _several(m: re.Match[str]) -> Amount:
    if m["teen"]:
        return Amount(m.end(), (Decimal(11), Decimal(19)), ONE, "about")
    if not m["power"]:
        return Amount(m.end(), (Decimal(2), Decimal(9)), ONE, "about")
    power = _power(m["power"])
    return Amount(m.end(), (2 * power, 10 * power - _power(m["power"][1:])), power, "about")


def _pair(m: re.Match[str]) -> Amount | None:
    """Read 三五, 七八十, 十七八: two neighbouring digits that mean either."""
    head, power = m.group("head", "power")
    low, high = value(m["low"]), value(m["high"])
    if not low < high or (high - low > 1 and (low, high) != (3, 5)) or head[-1:] == "零" or (head and not power and head[-1] not in "十百"):
        return None
    base = value(head) if head else Decimal(0)
    scale = _power(power)
    if base and base <= low * scale:
        return None
    return Amount(m.end(), (base + low * scale, base + high * scale), scale, "about")


def _parts(m: re.Match[str]) -> Amount | None:
    of, parts = value(m["of"]), value(m["parts"])
    named = {"百": "percent", "千": "permille"}.get(m["parts"])
    if named:
        return Amount(m.end(), of, step(m["of"]) if m["of"][0] in "0123456789" else ONE, m["more"] or "", ONE, named)
    if not parts:
        return None
    return Amount(m.end(), (of / parts).quantize(Decimal("0.0001")), Decimal("0.0001"), m["more"] or "", ONE, "fraction")


def _slash(m: re.Match[str]) -> Amount | None:
    of, parts = Decimal(m["of"]), Decimal(m["parts"])
    if not 0 < of < parts or parts > 20:
        return None
    return Amount(m.end(), (of / parts).quantize(Decimal("0.0001")), Decimal("0.0001"), "", ONE, "fraction")


def _doubled(m: re.Match[str]) -> Amount:
    return Amount(m.end(), Decimal(2) ** int(value(m["n"] or "一")), ONE, "", ONE, "doubled")


def _halves(m: re.Match[str]) -> Amount:
    vague = {"过半": "超", "近半": "近", "大半": "超"}.get(m["half"], "")
    return Amount(m.end(), Decimal(50), Decimal(10), vague, ONE, "percent")


def _tenths(m: re.Match[str]) -> Amount:
    tens = value(m["tens"]) * 10
    tenth = Decimal(5) if m["tenth"] == "半" else value(m["tenth"]) if m["tenth"] else Decimal(0)
    return Amount(m.end(), tens + tenth, ONE if m["tenth"] else Decimal(10), m["more"] or "", Decimal(10), "percent")


FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Amount | None]], ...] = (
    (PARTS, _parts),
    (SLASH, _slash),
    (DOUBLED, _doubled),
    (HALVES, _halves),
    (TENTHS, _tenths),
    (SEVERAL, _several),
    (PAIR, _pair),
    (FORMAL_NUMBER, lambda m: Amount(m.end(), value(m.group()), step(m.group().translate(FORMAL)))),
    (NUMBER, _plain_number),
)
RARE = frozenset("一二两三四五六七八九十百千万半过近大数几翻壹贰叁肆伍陆柒捌玖拾佰仟")


def _amount(text: str, at: int) -> Amount | None:
    if text[at] in RARE or text.find("分之", at, at + 6) > 0 or text.find("/", at, at + 4) > 0 or text.find("成", at, at + 4) > 0:
        forms = FORMS
    else:
        forms = FORMS[-1:]
    for pattern, read in forms:
        m = pattern.match(text, at)
        amount = _read(read, m) if m else None
        if amount:
            return amount
    return None


def _read(read: Callable[[re.Match[str]], Amount | None], m: re.Match[str]) -> Amount | None:
    try:
        return read(m)
    except (ValueError, ArithmeticError):
        return None


def unit_at(text: str, at: int) -> str:
    """Return the measure word that stands at ``at``, or an empty string."""
    for unit in UNITS.get(text[at : at + 1], ()):
        if text.startswith(unit, at):
            return unit
    return ""


def _approx_before(text: str, at: int) -> tuple[int, str]:
    """Return where an approximating word that ends at ``at`` begins, and the word."""
    for word in PREFIXES.get(text[at - 1 : at], ()) if at else ():
        begin = at - len(word)
        if begin >= 0 and text.startswith(word, begin) and text[begin - 1 : begin] not in (NOT_BEFORE.get(word) or "\0"):
            return begin, word
    return at, ""


def _vague(word: str) -> Approx:
    if word in ("余", "多", "+", "几"):
        return "over"
    if word in ("来", "about"):
        return "about"
    if word in BEFORE_APPROX:
        return BEFORE_APPROX[word]
    return "exact"


def mention_at(text: str, at: int) -> Mention | None:
    """Read the number that begins at ``at`` with its approximating words and its unit; None where there is none."""
    amount = _amount(text, at)
    if not amount:
        return None
    begin, word = _approx_before(text, at)
    if text[begin - 1 : begin] == "-" and text[begin - 2 : begin - 1] not in ASCII_NUMERIC and begin == at:
        return _with_unit(text, at, begin, word, amount, True)
    return _with_unit(text, at, begin, word, amount, False)


ASCII_NUMERIC = frozenset([*"0123456789%-年月日号", ""])


def _with_unit(text: str, at: int, begin: int, word: str, amount: Amount, minus: bool) -> Mention:
    end = amount.end
    half = HALF_UNIT.match(text, end) if amount.form == "number" else None
    vague, number = amount.vague, amount.value
    if half and half.group() and unit_at(text, half.end() if half.group() != "个" else end):
        word_inside = half.group()
        end = half.end() - (1 if word_inside == "个" else 0)
        end = half.start() if word_inside == "个" else half.end()
        if "多" in word_inside or "余" in word_inside:
            vague = "多"
        if "半" in word_inside and isinstance(number, Decimal):
            number += Decimal("0.5")
    zero = text[at] == "零" and amount.end == at + 1
    unit = "" if zero or amount.form in ("fraction", "doubled", "permille") else unit_at(text, end)
    written = unit
    if half and half.group() not in ("", "个") and half.group()[0] == "个" and unit == "月":
        unit = "个月"
    if amount.form in ("percent", "permille", "doubled"):
        unit, written, end_unit = {"percent": "%", "permille": "‰", "doubled": "倍"}[amount.form], "", end
    else:
        end_unit = end + len(written)
    return _finished(text, at, begin, word, amount._replace(value=number, vague=vague), end, end_unit, unit, written, minus)


def _finished(
    text: str, at: int, begin: int, word: str, amount: Amount, digits_end: int, end: int, unit: str, written: str, minus: bool
) -> Mention:
    approx = BEFORE_APPROX.get(word) or _vague(amount.vague)
    after = next((w for w in AFTER if text.startswith(w, end)), "")
    if written and written.endswith("元") is False and text.startswith("多", end) and unit in ("元", "年", "天"):
        approx, end = "over", end + 1
    if after:
        approx, end, word = AFTER_APPROX[after], end + len(after), word or after
    if text.startswith("+", end) and amount.vague != "+":
        end += 1
    number = amount.value
    if minus and isinstance(number, Decimal) and unit in ("%", "个百分点"):
        begin, number = begin - 1, -number
    if begin and text[begin - 1] in CURRENCY and not written:
        unit = CURRENCY[text[begin - 1]]
        begin -= 1
    m = Mention(begin, end, "quantity", number, None, None, amount.step, SAME_UNIT.get(unit, unit), written, approx, amount.form, at, digits_end, word)
    _bound(m, word if word in BEFORE_APPROX or word in AFTER_APPROX else amount.vague, amount.reach)
    return m


CURRENCY = {"¥": "元", "￥": "元", "$": "美元"}
BEFORE_APPROX: dict[str, Approx] = {w: a for w, a in BEFORE.items() if a in ("over", "near", "about", "under")}  # type: ignore[misc]
AFTER_APPROX: dict[str, Approx] = {w: a for w, a in AFTER.items()}  # type: ignore[misc]


def _bound(m: Mention, word: str, reach: Decimal) -> None:
    if isinstance(m.value, tuple):
        m.lower, m.upper = m.value
    elif m.value is not None:
        m.lower, m.upper = bounds(m.value, m.approx, word, reach, m.unit not in UNCOUNTABLE or m.unit == "元" and m.value > 10000)


def _ranged(text: str, low: Mention) -> Mention:
    """Extend a number to a range where a dash and a second number follow it (10至15件, 5%~8%)."""
    dash = DASH.match(text, low.end) if low.approx == "exact" and isinstance(low.value, Decimal) else None
    if not dash or not text[dash.end() : dash.end() + 1] or text[dash.end()] not in DIGIT_STARTS:
        return low
    high = mention_at(text, dash.end())
    if not high or not isinstance(high.value, Decimal) or high.start != dash.end() or low.unit not in ("", high.unit):
        return low
    low_value = low.value
    if not low.unit and text[low.unit_start - 1] not in "万亿" and text[high.unit_start - 1] in "万亿" and low_value < 10000:
        low_value *= POWER[text[high.unit_start - 1]]
    if not low_value < high.value or (dash.group() in "至到" and not high.unit):
        return low
    high.start, high.lower, high.upper, high.value = low.start, low_value, high.value, (low_value, high.value)
    high.digits = low.digits
    high.approx = "range" if high.approx == "exact" else high.approx
    return high


DIGIT_STARTS = frozenset("0123456789一二两三四五六七八九十百千")


def mentions(text: str, skip: list[Apart]) -> list[Mention]:
    """Return every number of the plain ``text`` in order, those of ``skip`` (kept apart already) left out."""
    found: list[Mention] = []
    spans = iter([*skip, Apart(len(text) + 1, len(text) + 1, "name")])
    block = next(spans)
    end = 0
    for start in STARTS.finditer(text):
        at = start.start()
        while at >= block.end:
            end, block = max(end, block.end), next(spans)
        if at < end or at >= block.start:
            continue
        m = _mention_or_idiom(text, at)
        if m and m.end > block.start:
            m = None
        if m:
            end = m.end
            found.append(m)
    return found


def _mention_or_idiom(text: str, at: int) -> Mention | None:
    for idiom in IDIOMS_BY_FIRST.get(text[at], ()):
        if text.startswith(idiom, at) and not _continues(text, at + len(idiom)):
            return Mention(at, at + len(idiom), "name", digits=at, unit_start=at)
    if text[at] in "过近大翻" and not text.startswith(("过半", "近半", "大半", "翻"), at):
        return None
    m = mention_at(text, at)
    return _ranged(text, m) if m else None


def _continues(text: str, at: int) -> bool:
    return text[at : at + 1] in ("余", "多")
