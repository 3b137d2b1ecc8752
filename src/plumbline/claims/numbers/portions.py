"""Numbers that are portions or multiples: 百分之四十, 三分之二, 1/3, 三成, 过半, 翻一番."""

import re
from decimal import Decimal

from plumbline.claims.numbers.amounts import (
    DIGIT,
    HAN,
    NUMBER_FORM,
    PAIR_FORM,
    SEVERAL_FORM,
    Amount,
    Form,
    Match,
    first_of,
)
from plumbline.numerals import ONE, value

FOUR_PLACES = Decimal("0.0001")

PARTS = re.compile(rf"(?P<parts>{HAN}{{1,6}}|[0-9]{{1,6}})分之")
SLASH = re.compile(r"(?P<of>[0-9]{1,3})/(?P<parts>[0-9]{1,3})(?![0-9/年月])")
DOUBLED = re.compile(r"翻了?(?P<how>近|约|超过?|逾)?(?P<times>[一二两三四]|[0-9])?番(?P<more>多)?")
HALF = re.compile(
    r"(?:一(?P<most>多)?半|(?<![大小多])半数|(?<!超)(?P<over>过)半数?|(?<![将最])(?P<near>近)半数?|(?P<great>大)半)"
    r"(?![年天夜径个小月日岛])"
)
NOT_TENTHS = "[立为员功都果熟就长本交品绩效型份人不]"
TENTHS = re.compile(
    rf"(?P<tens>{DIGIT}|[0-9](?:\.[0-9])?)(?P<high>{DIGIT})?成(?P<tenth>[一二三四五六七八九半](?![人名个件]))?(?P<more>多)?(?!{NOT_TENTHS})"
)


def _parts(m: Match) -> Amount | None:
    """百分之四十, 三分之二, 千分之三, 百分之三十多: what follows 分之 is read as a number of its own."""
    of = first_of((SEVERAL_FORM, PAIR_FORM, NUMBER_FORM), m.string, m.end())
    if of is None or of.value is None:
        return None
    form = {"百": "percent", "千": "permille"}.get(m["parts"], "fraction")
    return _fraction(of, value(m["parts"])) if form == "fraction" else of._replace(form=form)


def _fraction(of: Amount, parts: Decimal) -> Amount | None:
    """Divide: exactly by ten thousand and the like, else to four places (三分之二 is 0.6667)."""
    if not parts or not isinstance(of.value, Decimal):
        return None
    share = of._replace(value=of.value / parts, step=of.step / parts, reach=of.reach / parts, form="fraction")
    if parts.normalize().as_tuple().digits == (1,):
        return share
    return share._replace(value=(of.value / parts).quantize(FOUR_PLACES), step=FOUR_PLACES)


def _slash(m: Match) -> Amount | None:
    of, parts = Decimal(m["of"]), Decimal(m["parts"])
    return _fraction(Amount(m.end(), of), parts) if 0 < of < parts <= 20 else None


def _doubled(m: Match) -> Amount:
    """翻番 is twofold, 翻两番 fourfold."""
    vague = "多" if m["more"] else {"超过": "超", None: ""}.get(m["how"], m["how"])
    return Amount(m.end(), Decimal(2) ** int(value(m["times"] or "一")), vague=vague or "", form="doubled")


def _half(m: Match) -> Amount:
    vague = "近" if m["near"] else "超" if m["over"] or m["great"] or m["most"] else ""
    return Amount(m.end(), Decimal(50), Decimal(10), vague, form="percent")


def _tenths(m: Match) -> Amount | None:
    """三成, 六成五, 九成半, 七八成: tenths of the whole, given in per cent."""
    tens = value(m["tens"]) * 10
    if m["high"]:
        high = value(m["high"]) * 10
        return Amount(m.end(), (tens, high), Decimal(10), "约", form="tenths") if 0 < high - tens <= 20 else None
    tenth = Decimal(5) if m["tenth"] == "半" else value(m["tenth"] or "零")
    return Amount(m.end(), tens + tenth, ONE if m["tenth"] else Decimal(10), m["more"] or "", Decimal(10), "tenths")


PARTS_FORM: Form = (PARTS, _parts)
SLASH_FORM: Form = (SLASH, _slash)
DOUBLED_FORM: Form = (DOUBLED, _doubled)
HALF_FORM: Form = (HALF, _half)
TENTHS_FORM: Form = (TENTHS, _tenths)
