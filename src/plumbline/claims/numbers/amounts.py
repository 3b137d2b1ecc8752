"""Numbers in digits: 1,256, 29.26亿, 3万2千, 二百余, 十几万, 数十, 三五, 叁佰万."""

import re
from collections.abc import Callable
from decimal import Decimal
from math import prod
from typing import NamedTuple

from plumbline.numerals import FORMAL, LONGEST, ONE, POWERS, last_unit, step, value

Value = Decimal | tuple[Decimal, Decimal] | None
Match = re.Match[str]


class Amount(NamedTuple):
    """A number read at one place: where it ends, its value and printed step, and the vague word on it, if any.

    ``reach`` is the place that 余 and 多 stop short of. ``form`` says how it is written: "number"; "percent", "tenths",
    "permille", "fraction", "doubled" bring their own unit; "few" has no value (几名); "fused" has too many digits.
    """

    end: int
    value: Value
    step: Decimal = ONE
    vague: str = ""
    reach: Decimal = ONE
    form: str = "number"


KILO = "千(?![瓦伏米克卡兆])"
HAN = f"(?:[一二两三四五六七八九十百万亿零〇]|{KILO})"
DIGIT = "[一二两三四五六七八九]"
POWER = f"(?:[万亿]|百(?!分)|{KILO})"
ARABIC = r"(?>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
MIXED = rf"{ARABIC}(?:{POWER}++(?:零?[0-9]++(?:\.[0-9]++)?(?={POWER})|(?<=万)[0-9]{{4}}(?![0-9.万亿]))?+)*+"
MORE = r"(?:[余多](?!年来)|\+(?![0-9A-Za-z])|几|来(?![自访信电宾源往]))"

NUMBER = re.compile(
    rf"(?P<digits>{MIXED}|{HAN}++(?:点[一二三四五六七八九零]++)?)(?P<more>{MORE})?(?P<large>{POWER}{{1,3}})?(?P<again>[余多+])?"
)
FORMAL_NUMBER = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟貳參陸][壹贰叁肆伍陆柒捌玖拾佰仟貳參陸两零万亿]{1,30}")
SEVERAL = re.compile(r"[数几](?P<power>[十百千万亿]{1,3})[余多]?")
FEW = re.compile("几(?=[个名件起人次项位条家处种天年月趟方])")
PAIR = re.compile(rf"(?P<head>{HAN}{{0,6}}?)(?P<low>{DIGIT})(?P<high>{DIGIT})(?P<power>[十百千万亿]{{0,3}})(?!{HAN})")


def _power(text: str) -> Decimal:
    return prod((POWERS[c] for c in text), start=ONE)


def _number(m: Match) -> Amount:
    digits, more, large = m["digits"], m["more"] or "", m["large"] or ""
    if _too_long(digits):
        return Amount(m.end(), None, form="fused")
    if ROW.fullmatch(digits):
        return Amount(m.end("digits"), None, form="few")
    if more == "几":
        return _teens(m, digits, large)
    return _round(m, digits) if more and large else _whole(m, digits + large)


def _round(m: Match, digits: str) -> Amount:
    """30余万, 200多万: the vague word stands before the power and stops short of the last digit before it."""
    number, scale = value(digits), _power(m["large"])
    return Amount(m.end(), number * scale, scale * step(digits), m["more"], last_unit(number) * scale)


def _whole(m: Match, digits: str) -> Amount:
    """5万余, 9600余, 1256: the vague word, if any, stands after the whole number."""
    number = value(digits)
    reach = step(digits) if digits[-1] in "万亿" else last_unit(number)
    return Amount(m.end(), number, step(digits), m["more"] or m["again"] or "", reach)


ROW = re.compile(f"{DIGIT}{{2,}}")
"""Digits in a row without a power are no number: 一二三产业."""


def _too_long(digits: str) -> bool:
    return len(digits) > 2 * LONGEST or sum(c.isdigit() for c in digits) > LONGEST


def _teens(m: Match, digits: str, large: str) -> Amount:
    """十几: eleven to nineteen; 二十几万: 21万 to 29万."""
    number, scale = value(digits), _power(large)
    tenth = last_unit(number) / 10
    return Amount(m.end(), ((number + tenth) * scale, (number + 9 * tenth) * scale), tenth * scale, "来")


def _several(m: Match) -> Amount:
    """数十: twenty to ninety-nine; 几百万: two to just under ten of them."""
    power = _power(m["power"])
    return Amount(m.end(), (2 * power, 10 * power - _power(m["power"][1:])), power, "约")


def _pair(m: Match) -> Amount | None:
    """三五, 七八十, 十七八, 一百二三十: two digits side by side that mean either (next to each other, or 三五)."""
    head, low, high = m["head"], value(m["low"]), value(m["high"])
    scale = _power(m["power"])
    base = value(head) if head else Decimal(0)
    neighbours = high - low == 1 or m["low"] + m["high"] == "三五"
    if not neighbours or head[-1:] in ("零", "〇") or (head and (head[-1] not in POWERS or base <= low * scale)):
        return None
    return Amount(m.end(), (base + low * scale, base + high * scale), scale, "约")


def _formal(m: Match) -> Amount:
    return Amount(m.end(), value(m.group()), step(m.group().translate(FORMAL)))


def _few(m: Match) -> Amount:
    return Amount(m.end(), None, form="few")


Form = tuple[re.Pattern[str], Callable[[Match], Amount | None]]
SEVERAL_FORM: Form = (SEVERAL, _several)
NUMBER_FORM: Form = (NUMBER, _number)
PAIR_FORM: Form = (PAIR, _pair)
FORMAL_FORM: Form = (FORMAL_NUMBER, _formal)
FEW_FORM: Form = (FEW, _few)


def first_of(forms: tuple[Form, ...], text: str, at: int) -> Amount | None:
    """Return what the first of the forms that fits reads at ``at``."""
    for pattern, read in forms:
        m = pattern.match(text, at)
        if m and (amount := _tried(read, m)):
            return amount
    return None


def _tried(read: Callable[[Match], Amount | None], m: Match) -> Amount | None:
    try:
        return read(m)
    except (ValueError, ArithmeticError):
        return None
