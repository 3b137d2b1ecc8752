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
from plumbline.reports.ways import MONEY, OTHERWISE, OVER, PLAIN, RISE, SHARE, Way


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

    def refused(self, zh: str, en: str, todo: Words = OTHERWISE) -> PlanError:
        """Return the error that says why it cannot be printed so."""
        return PlanError(self.where, Words(zh, en), todo)

    def whole(self, option: str, default: int) -> int:
        """Return an option that is a whole number."""
        return int(self.options.get(option, default))


def printed(asked: Asked) -> Printed:
    """Return how a reading is printed, in a way that ``question`` let pass; raises PlanError where it would be untrue."""
    for part in filter(None, (asked.reading, asked.base)):
        if part.denominator == 0:
            raise asked.refused(f"{part.figure.id} 的分母为零", f"{part.figure.id} has nothing to divide by")
    form = Way(asked.reading.unit, asked.base is not None, asked.options, asked.where).form
    return _PRINT.get(form, _money)(asked)


def _plain(asked: Asked) -> Printed:
    """Print a number, a mean rounded: to whole ones where it is over days, else to one decimal unless told."""
    value = asked.reading.value
    usual = 0 if value.denominator == 1 or asked.reading.figure.daily else 1
    places = asked.whole("places", usual) if value.denominator > 1 else 0
    shown, text = rounded(value, places)
    step = Words(f"{least(places)}{asked.reading.unit}", least(places))
    return Printed(_counted(asked, text, text), value, shown, noted(value, shown, PLAINLY, step))


def _counted(asked: Asked, value: str, zh: str) -> str:
    unit = asked.options.get("unit", asked.reading.unit)
    return f"{zh}{unit}" if asked.language == "zh" else grouped(value)


def _over(asked: Asked) -> Printed:
    """Print N余, true of what is over N and below the next step (63 is 60余); N never has a finer last digit than that."""
    value = asked.reading.value
    step = asked.whole("step", 10 ** max(len(str(int(value))) - 1, 1))
    floor = int(value // step * step)
    if not floor or floor == value:
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
    places = asked.whole("places", usual)
    shown, zh = rounded(value / 10**power, places)
    en = rounded(shown / 10**more, places + more)[1]
    text = f"{zh}{unit}" if asked.language == "zh" else f"{grouped(en)} {english}"
    step = Words(f"{least(places)}{unit}", f"{least(places + more)} {english}")
    return Printed(text, value, shown * 10**power, noted(value, shown * 10**power, YUAN, step))


def _share(asked: Asked) -> Printed:
    places = asked.whole("places", 2)
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
    places = asked.whole("places", 2 if points else 1)
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
