"""Numbers as people write them: 1,256 · 29.26亿 · 3万2千 · 二千三百零五 · 叁佰万 · 三点五万; and what the vague words allow.

Values are exact Decimals. Nothing here knows units or contexts: those belong to ``claims``.
"""

import re
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import prod
from typing import Literal, NamedTuple

Approx = Literal["exact", "over", "near", "about", "under", "range"]
Bounds = tuple[Decimal | None, Decimal | None]

ONE = Decimal(1)
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸○", "一二三四五六七八九十百千万亿两二三六〇")
DIGITS = str.maketrans("零〇一二三四五六七八九两点", "00123456789" + "2.")
SMALL = {"千": Decimal(1000), "百": Decimal(100), "十": Decimal(10)}
LARGE = {"亿": Decimal(100_000_000), "万": Decimal(10_000)}
POWERS = LARGE | SMALL
TWO_DIGITS = re.compile("[一二两三四五六七八九]{2}")
LONGEST = 24
"""Digits in a number that anyone could mean; a longer run is damage, not a number."""

EXACT = Context(prec=60)


@lru_cache(maxsize=8192)
def value(text: str) -> Decimal:
    """Return the exact value of a number in Arabic or Chinese digits, or both (``3万2千`` is 32000).

    A lone last digit takes the place below the power before it, as it is spoken: 一百五 is 150, 三万二 is 32000.
    Raises ValueError for anything that is not one number of at most ``LONGEST`` digits.
    """
    plain = text.replace(",", "").translate(FORMAL)
    if not 0 < len(plain) <= 2 * LONGEST or sum(c.isdigit() for c in plain) > LONGEST or _two_in_one_place(plain):
        raise ValueError(text)
    return _tidy(_read(plain))


def _two_in_one_place(plain: str) -> bool:
    """Say whether two digits stand where one belongs: 二三十 is no number. Without powers they may (二〇二一)."""
    return bool(TWO_DIGITS.search(plain.partition("点")[0])) and not POWERS.keys().isdisjoint(plain)


def _read(plain: str) -> Decimal:
    """Read what stands before and after the largest power, each as a number of its own."""
    for mark, power in POWERS.items():
        head, found, tail = plain.rpartition(mark)
        if found:
            return _times(head, mark) * power + _rest(tail, power)
    return _digits(plain)


def _times(head: str, mark: str) -> Decimal:
    """Read how many of a power there are: one where nothing stands before it (百余)."""
    plain = head.lstrip("零〇")
    if mark in SMALL and not POWERS.keys().isdisjoint(plain):
        raise ValueError(head + mark)
    return _read(plain) if plain else ONE


def _rest(tail: str, power: Decimal) -> Decimal:
    if not tail:
        return Decimal(0)
    lone = len(tail) == 1 and power > SMALL["十"]
    return _digits(tail) * power / 10 if lone and tail not in POWERS else _read(tail)


def _digits(plain: str) -> Decimal:
    """Read digits one by one: 二〇二〇 is 2020, 三点五 is 3.5."""
    written = plain.translate(DIGITS)
    if not (written.isascii() and written.replace(".", "", 1).isdecimal()):
        raise ValueError(plain)
    return Decimal(written)


def _tidy(number: Decimal) -> Decimal:
    """Write a whole number without decimals (3.5万 is 35000, not 35000.0)."""
    return number.quantize(ONE, context=EXACT) if number == number.to_integral_value() else number


@lru_cache(maxsize=8192)
def step(text: str) -> Decimal:
    """Return one in the last digit printed: 10000 for ``370万``, 1000000 for ``29.26亿``, 1 for ``1256``, 0.1 for ``98.7``.

    In Arabic digits 5百 and 3千 are round; in Chinese ones 三百 is how 300 is written, and only 万 and 亿 round.
    """
    plain = text.replace(",", "").translate(FORMAL).replace("点", ".")
    digits = plain.rstrip("十百千万亿" if plain[:1].isascii() else "万亿")
    scale = prod((POWERS[c] for c in plain[len(digits) :]), start=ONE)
    return _tidy(scale.scaleb(-len(digits.partition(".")[2])))


def last_unit(number: Decimal) -> Decimal:
    """Return the place of the last non-zero digit: 100 for 9600, 10 for 60, 0.1 for 1.2."""
    exponent = number.normalize(EXACT).as_tuple().exponent
    return ONE.scaleb(int(exponent)) if number else ONE


VAGUE: dict[Approx, str] = {
    "over": "余 多 几 + 以上 之上 开外 超过了 超过 超出 超 突破了 突破 逾 上 过 破 不少于 不低于 至少 最少 起码 高于 多于 大于",
    "near": "将近 接近 临近 逼近 近",
    "about": "来 左右 上下 大约 约为 约 大概",
    "under": "不足 不到 低于 少于 小于 未达 未满 不满 以下 以内 不超过 不高于 不多于 至多 最多",
}
"""The approximating words, by what they say of the number beside them."""

APPROX: dict[str, Approx] = {word: approx for approx, words in VAGUE.items() for word in words.split()}
STOPS_SHORT = frozenset("余多几+")
INCLUSIVE = frozenset("以上 之上 上 不少于 不低于 至少 最少 起码 以下 以内 不超过 不高于 不多于 至多 最多".split())
TENTH = Decimal("0.1")


class End(NamedTuple):
    """An end of a range of numbers, and whether the number there belongs to the range."""

    at: Decimal
    counts: bool = True


def bounds(number: Decimal, word: str, reach: Decimal = ONE, countable: bool = True) -> Bounds:
    """Return the closed bounds within which an exact number makes the approximating ``word`` true of ``number``.

    ``word`` is one of ``APPROX``, or empty for an exact number; None is no bound. ``reach`` is the place that 余 and 多 stop
    short of. ``countable`` says that only whole numbers occur: ends move in to whole numbers that belong to the range.
    Where it is False (公里, %) they stay as they are.

    余, 多: less than one more of the last place said. 60余 is 61 to 69, 9600余 is 9601 to 9699, 5万余 is 50001 to 59999.
    Of 10余万 there are two readings: the place above 万 is exact (100001 to 199999, taken here), or less than one more 万
    (100001 to 109999, which is what 10万余 says).
    以上, 以下, 以内 count the number itself and 超过, 不满 do not (Civil Code, article 1259). 不少于, 至少, 不超过 say the first,
    逾, 突破, 不足 the second; 上百 is a hundred or more.
    近: short of it by a tenth at most (近100 is 90 to 99). 约, 左右: a tenth to either side. No rule fixes either; a tenth is
    this project's setting.
    """
    low, high = _ends(number, word, reach)
    if countable:
        low, high = _whole(low, 1), _whole(high, -1)
    if low and high and low.at > high.at:
        low = high
    return low and low.at, high and high.at


def _ends(number: Decimal, word: str, reach: Decimal) -> tuple[End | None, End | None]:
    itself = End(number, word in INCLUSIVE)
    match APPROX.get(word):
        case "over":
            return itself, End(number + reach, False) if word in STOPS_SHORT else None
        case "under":
            return None, itself
        case "near":
            return End(number - number * TENTH), End(number, False)
        case "about":
            return End(number - number * TENTH), End(number + number * TENTH)
    return End(number), End(number)


def _whole(end: End | None, inward: int) -> End | None:
    """Move an end to the first whole number that belongs to the range; ``inward`` is 1 for a low end, -1 for a high one."""
    if end is None:
        return None
    at = (end.at * inward).to_integral_value(ROUND_CEILING)
    passed = at == end.at * inward and not end.counts
    return End((at + 1 if passed else at) * inward)


def rounds_to(exact: Decimal, printed: Decimal, unit: Decimal) -> bool:
    """Say whether ``exact`` is printed as ``printed`` in steps of ``unit`` by either usual rounding (GB/T 8170 or half up)."""
    scaled = EXACT.divide(exact, unit)
    ways = ROUND_HALF_EVEN, ROUND_HALF_UP
    return any(scaled.quantize(ONE, rounding=way, context=EXACT) * unit == printed for way in ways)
