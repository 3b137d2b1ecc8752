"""How figures are written: Arabic digits, 万 and 亿, Chinese numerals, vague words."""

from __future__ import annotations

from decimal import Decimal

from genre.figures import Figure

WAN, YI = Decimal(10_000), Decimal(100_000_000)
DIGITS = "零一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"))


def plain(value: Decimal) -> str:
    """Digits without exponent or idle zeros: 1.50 -> 1.5."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def chinese(number: int) -> str:
    """0 to 9999 in Chinese numerals: 205 -> 二百零五, 12 -> 十二."""
    text, gap = "", False
    for size, name in PLACES:
        digit, number = divmod(number, size)
        text += ("零" if gap and digit else "") + (DIGITS[digit] + name if digit else "")
        gap = not digit and bool(text)
    text += ("零" if gap and number else "") + (DIGITS[number] if number or not text else "")
    return text.removeprefix("一") if text.startswith("一十") else text


def counted(number: int) -> str:
    """Chinese numerals before a measure word: 2 -> 两, 2300 -> 两千三百."""
    if number == 2:
        return "两"
    text = chinese(number)
    return "两" + text[1:] if text.startswith("二千") else text


def scaled(value: Decimal, way: str) -> tuple[str, str]:
    """(digits, 万 or 亿) of a value in one of the scaled ways."""
    if way == "yi":
        return plain(value / YI), "亿"
    return plain(value / WAN), "万"


def mixed(value: Decimal) -> str:
    """An amount of 亿 and 万 together: 120000000 -> 1亿2000万."""
    whole, rest = divmod(value, YI)
    return f"{plain(whole)}亿" + (f"{plain(rest / WAN)}万" if rest else "")


def body(figure: Figure) -> str:
    """The digits with 余 or 多 in place, without measure: 50余万, 5万余, 1256, 三百二十一."""
    if figure.way == "wan_inside":
        return figure.after.join(scaled(figure.low, "wan"))
    if figure.low != figure.high:
        return f"{plain(figure.low)}{figure.joint}{plain(figure.high)}"
    return digits(figure) + figure.after


def digits(figure: Figure) -> str:
    """The digits of an exact or rounded value, with 万 or 亿 where the figure's way has them."""
    if figure.way in ("wan", "yi"):
        return "".join(scaled(figure.low, figure.way))
    if figure.way == "mixed":
        return mixed(figure.low)
    return counted(int(figure.low)) if figure.way == "han" else format(figure.low, f".{figure.places}f")


def percent_in_words(value: Decimal) -> str:
    """百分之 with Chinese numerals: 12.5 -> 百分之十二点五."""
    whole, _, rest = plain(value).partition(".")
    return "百分之" + chinese(int(whole)) + ("点" + "".join(DIGITS[int(digit)] for digit in rest) if rest else "")


def spell(figure: Figure) -> str:
    """The whole text of a figure in half-width digits, with vague words and measure."""
    if figure.way == "word":
        return figure.before + figure.word + figure.tail
    if figure.way == "han" and figure.measure == "%":
        return percent_in_words(figure.low)
    return figure.before + body(figure) + figure.measure + figure.tail


def step(figure: Figure) -> Decimal:
    """The size of one unit of the last digit shown: 1.25万 -> 100, 12.8% -> 0.1, 1256件 -> 1."""
    if figure.way not in ("wan", "wan_inside", "yi", "mixed"):
        return Decimal(1).scaleb(-figure.places)
    scale = YI if figure.way == "yi" else WAN
    exponent = (figure.low / scale).normalize().as_tuple().exponent
    return scale.scaleb(min(0, int(exponent)))
