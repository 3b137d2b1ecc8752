"""Numbers as people write them: 1,256 · 29.26亿 · 3万2千 · 二千三百零五 · 叁佰万 · 三成 · 百分之四十 · 六十余.

Values are exact Decimals. The meaning of the vague words is the default reading of GB/T 15835 usage and Civil Code 1259:
余/多 stop short of one more unit of the last non-zero digit; 以上/以下 include the number; 逾/不足 do not.
"""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

Approx = Literal["exact", "over", "near", "about", "under", "range"]

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
POWERS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
LARGE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸", "一二三四五六七八九十百千万亿两二三六")
LONGEST = 24
"""Digits in a number that anyone could mean; a longer run is damage, not a number."""

EXACT = Context(prec=60)


@lru_cache(maxsize=8192)
def value(text: str) -> Decimal:
    """Return the exact value of a number written in Arabic or Chinese digits, with 万 and 亿 (``3万2千`` is 32000).

    Raises ValueError for anything that is not one number of at most ``LONGEST`` digits.
    """
    plain = text.replace(",", "").translate(FORMAL)
    if not plain or sum(c.isdigit() for c in plain) > LONGEST or len(plain) > 2 * LONGEST:
        raise ValueError(text)
    if plain.isascii():
        return Decimal(plain) if plain.replace(".", "", 1).isdecimal() else _refuse(text)
    return _spoken(plain)


def _refuse(text: str) -> Decimal:
    raise ValueError(text)


def _spoken(plain: str) -> Decimal:
    whole, _, after = plain.partition("点")
    if after:
        return value(whole) + Decimal("0." + "".join(str(DIGITS[c]) for c in after if c in DIGITS))
    if all(c in DIGITS for c in whole):
        return Decimal("".join(str(DIGITS[c]) for c in whole))
    return _summed(_tokens(whole))


def _tokens(plain: str) -> list[Decimal | str]:
    tokens: list[Decimal | str] = []
    run = ""
    for c in plain + " ":
        if c.isdecimal() or c == ".":
            run += c
            continue
        if run:
            tokens.append(Decimal(run))
            run = ""
        if c in DIGITS:
            tokens.append(Decimal(DIGITS[c]))
        elif c != " ":
            tokens.append(c)
    return tokens


def _summed(tokens: list[Decimal | str]) -> Decimal:
    """Add up digits and their powers; a last lone digit takes the power below the one before it (一百五 is 150)."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    last = Decimal(1)
    zero = False
    for token in tokens:
        if isinstance(token, Decimal):
            zero, digit = zero or token == 0, token if not digit else digit * 10 + token
        elif token in POWERS:
            last, zero = POWERS[token], False
            section, digit = section + (1 if digit is None else digit) * last, None
        elif token in LARGE:
            last, zero = LARGE[token], False
            section += digit or 0
            total = (total + section) * last if token == "亿" else total + (section or (0 if total else 1)) * last
            total = total or last
            section, digit = Decimal(0), None
        else:
            raise ValueError(token)
    lone = digit is not None and last > 10 and not zero and 0 < digit < 10 and isinstance(tokens[-1], Decimal)
    return total + section + (digit or 0) * (last / 10 if lone else 1)


def step(text: str) -> Decimal:
    """Return one in the last digit printed: 10000 for ``370万``, 1000000 for ``29.26亿``, 1 for ``1256``, 0.1 for ``98.7``."""
    plain = text.replace(",", "")
    scale = Decimal(1)
    while plain and plain[-1] in "十百千万亿":
        scale *= POWERS.get(plain[-1]) or LARGE[plain[-1]]
        plain = plain[:-1]
    _, _, decimals = plain.partition(".")
    places = len(decimals) if decimals.isdecimal() else 0
    return scale.scaleb(-places)


def last_unit(number: Decimal) -> Decimal:
    """Return the place of the last non-zero digit: 100 for 9600, 10 for 60, 0.1 for 1.2."""
    if not number:
        return Decimal(1)
    exponent = number.normalize(EXACT).as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def bounds(
    number: Decimal, approx: Approx, word: str, unit: Decimal, countable: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Return the closed bounds within which an exact number makes ``word`` true of ``number``; None is no bound.

    ``word`` is the approximating word as written (余, 近, 以上, ...). ``unit`` is the place that 余 and 多 stop short of.
    ``countable`` says that only whole numbers occur, so that an excluded end moves in by one.
    """
    nudge = Decimal(1) if countable else Decimal(0)
    if approx == "over":
        return _above(number, word, unit, nudge)
    if approx == "under":
        return None, number if word in INCLUSIVE else number - nudge
    if approx == "near":
        return number * Decimal("0.9"), number - nudge
    if approx == "about":
        return number * Decimal("0.9"), number * Decimal("1.1")
    return number, number


INCLUSIVE = frozenset("以上 以下 以内 不少于 不低于 至少 不超过 至多 最多 起码 不高于 不多于".split())


def _above(number: Decimal, word: str, unit: Decimal, nudge: Decimal) -> tuple[Decimal, Decimal | None]:
    if word in ("余", "多", "几"):
        return number + nudge, number + unit - nudge
    return number if word in INCLUSIVE else number + nudge, None


def rounds_to(exact: Decimal, printed: Decimal, unit: Decimal) -> bool:
    """Say whether ``exact`` is printed as ``printed`` in steps of ``unit`` by either usual rounding (GB/T 8170 or half up)."""
    scaled = EXACT.divide(exact, unit)
    return any(scaled.quantize(Decimal(1), rounding=r, context=EXACT) * unit == printed for r in (ROUND_HALF_EVEN, ROUND_HALF_UP))
