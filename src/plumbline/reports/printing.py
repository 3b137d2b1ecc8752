"""A reading as it is printed: plain, in 亿元, in %, as 60余, as a change; what is rounded says so."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from plumbline.errors import PlanError, Words
from plumbline.figures.change import Change, bounds
from plumbline.figures.shapes import Reading
from plumbline.reports.changes import UNTOLD, told
from plumbline.reports.composed import Printed
from plumbline.reports.phrases import exactly
from plumbline.reports.rounding import PERCENT, PLAINLY, YUAN, grouped, least, noted, rounded

MONEY = {"元": (0, 0, "yuan"), "万元": (4, 2, "million yuan"), "亿元": (8, 1, "billion yuan")}
"""Each unit of money: its power of ten, how many decimals more its English unit needs, that unit."""

SAME = {"件": ("件", "案"), "人": ("人", "名")}
"""Measure words that count the same thing."""

OVER, RISE, SHARE, PLAIN = "余", "升降", "%", "整数"
FORMS = (PLAIN, OVER, SHARE, RISE, *MONEY)
"""Ways to print: a count exact or vague, a share, a reading against an earlier one, an amount in each unit."""

MOST_PLACES = 6
_OTHERWISE = Words("请换一种写法", "Print it otherwise")


class Asked(NamedTuple):
    """What is to be printed: the reading, the one a change is reckoned from, the slot's options, language, place.

    ``change`` is that change judged, where chance moves the figure.
    """

    reading: Reading
    base: Reading | None
    options: Mapping[str, str]
    language: str
    where: str
    change: Change | None = None

    def refused(self, zh: str, en: str, todo: Words = _OTHERWISE) -> PlanError:
        """Return the error that says why it cannot be printed so."""
        return PlanError(self.where, Words(zh, en), todo)

    def whole(self, option: str, default: int, most: int) -> int:
        """Return an option that is a whole number from 0 to ``most``."""
        word = self.options.get(option, str(default))
        if not (word.isascii() and word.isdigit() and int(word) <= most):
            raise self.refused(
                f"{option}={word} 不是0至{most}的整数", f"{option}={word} is no whole number up to {most}"
            )
        return int(word)


def printed(asked: Asked) -> Printed:
    """Return how a reading is printed; raises PlanError where that form would be untrue or has no meaning."""
    for part in filter(None, (asked.reading, asked.base)):
        if part.denominator == 0:
            raise asked.refused(f"{part.figure.id} 的分母为零", f"{part.figure.id} has nothing to divide by")
    form = asked.options.get("as") or _usual(asked)
    if form not in FORMS:
        raise asked.refused(
            f"没有“{form}”这种写法；有{'、'.join(FORMS)}", f"no form “{form}”; there are {', '.join(FORMS)}"
        )
    if form not in _fitting(asked):
        unit = asked.reading.unit
        raise asked.refused(f"以{unit}计的读数不能写成“{form}”", f"a reading in {unit} cannot be printed as “{form}”")
    return _PRINT.get(form, _money)(asked)


def _usual(asked: Asked) -> str:
    return RISE if asked.base else {"%": SHARE, "元": "元"}.get(asked.reading.unit, PLAIN)


def _fitting(asked: Asked) -> tuple[str, ...]:
    if asked.base:
        return (RISE,)
    return {"%": (SHARE,), "元": tuple(MONEY)}.get(asked.reading.unit, (PLAIN, OVER))


def _plain(asked: Asked) -> Printed:
    """Print a number, a mean rounded: to whole ones where it is over days, else to one decimal unless told."""
    value = asked.reading.value
    usual = 0 if value.denominator == 1 or asked.reading.figure.daily else 1
    places = asked.whole("places", usual, MOST_PLACES) if value.denominator > 1 else 0
    shown, text = rounded(value, places)
    step = Words(f"{least(places)}{asked.reading.unit}", least(places))
    return Printed(_counted(asked, text, text), value, shown, noted(value, shown, PLAINLY, step))


def _counted(asked: Asked, value: str, zh: str) -> str:
    unit = asked.options.get("unit", asked.reading.unit)
    same = SAME.get(asked.reading.unit, (asked.reading.unit,))
    if unit not in same:
        raise asked.refused(f"单位只能是{'、'.join(same)}", f"the unit can be {', '.join(same)} only")
    return f"{zh}{unit}" if asked.language == "zh" else grouped(value)


def _over(asked: Asked) -> Printed:
    """Print N余, true of what is over N and below the next step (63 is 60余); N never has a finer last digit than that."""
    value = asked.reading.value
    step = asked.whole("step", 10 ** max(len(str(int(value))) - 1, 1), 10**12)
    floor = int(value // step * step) if step else 0
    if not floor or floor == value or set(str(step).rstrip("0")) != {"1"}:
        todo = Words("请写成整数，或换一个 step", "Print it exactly, or choose another step")
        number = rounded(value, 0 if value.denominator == 1 else 1)[1]
        raise asked.refused(f"{number}按{step}写不成“余”", f"{number} is not over a multiple of {step}", todo)
    zh = f"{floor // 10_000}万余" if floor % 10_000 == 0 else f"{floor}余"
    text = _counted(asked, str(floor), zh)
    whole = value.denominator == 1
    note = Words(f"确数为{value}", f"exactly {int(value):,}") if whole else exactly(asked.reading)
    return Printed(text if asked.language == "zh" else f"more than {text}", asked.reading.value, Fraction(floor), note)


def _money(asked: Asked) -> Printed:
    unit = asked.options.get("as", "元")
    power, more, english = MONEY[unit]
    value = asked.reading.value
    usual = 2 if power or value.denominator > 1 else 0
    places = asked.whole("places", usual, MOST_PLACES)
    shown, zh = rounded(value / 10**power, places)
    en = rounded(shown / 10**more, places + more)[1]
    text = f"{zh}{unit}" if asked.language == "zh" else f"{grouped(en)} {english}"
    step = Words(f"{least(places)}{unit}", f"{least(places + more)} {english}")
    return Printed(text, value, shown * 10**power, noted(value, shown * 10**power, YUAN, step))


def _share(asked: Asked) -> Printed:
    places = asked.whole("places", 2, MOST_PLACES)
    shown, text = rounded(asked.reading.value, places)
    return Printed(f"{text}%", asked.reading.value, shown, noted(asked.reading.value, shown, PERCENT, _step(places)))


def _change(asked: Asked) -> Printed:
    base = asked.base
    assert base is not None
    points = asked.reading.unit == "%"
    if not points and base.numerator == 0:
        raise asked.refused("基数为零，升降幅度无从计算", "the base is zero: there is no rate of change")
    value = asked.reading.value - base.value
    change = value if points else value * 100 / base.value
    places = asked.whole("places", 2 if points else 1, MOST_PLACES)
    shown, text = rounded(abs(change), places)
    if change and not shown:
        raise asked.refused(
            "升降幅度修约后为零", "the change rounds to nothing", Words("请增加 places", "Give more places")
        )
    signed = shown if change > 0 else -shown
    note = _both(noted(change, signed, PERCENT, _step(places)), bounds(asked.change))
    said = told(asked.change, (change > 0) - (change < 0))
    words = _risen(change, text, points).in_(asked.language)
    return Printed(words if said or not change else words + UNTOLD.in_(asked.language), change, signed, note, said)


def _both(*notes: Words) -> Words:
    return Words("；".join(n.zh for n in notes if n.zh), "; ".join(n.en for n in notes if n.en))


def _step(places: int) -> Words:
    return Words(f"{least(places)}%", f"{least(places)}%")


def _risen(change: Fraction, text: str, points: bool) -> Words:
    if not change:
        return Words("持平", "unchanged")
    zh, en = ("个百分点", " percentage points") if points else ("%", "%")
    return Words(f"{'上升' if change > 0 else '下降'}{text}{zh}", f"{'up' if change > 0 else 'down'} {text}{en}")


_PRINT: Mapping[str, Callable[[Asked], Printed]] = {PLAIN: _plain, OVER: _over, SHARE: _share, RISE: _change}
