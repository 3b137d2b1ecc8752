"""The ways a reading may be printed, told from its unit and a slot's options before anything is read."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plumbline.errors import PlanError, Words

MONEY = {"元": (0, 0, "yuan"), "万元": (4, 2, "million yuan"), "亿元": (8, 1, "billion yuan")}
"""Each unit of money: its power of ten, how many decimals more its English unit needs, that unit."""

SAME = {"件": ("件", "案"), "人": ("人", "名")}
"""Measure words that count the same thing."""

OVER, RISE, SHARE, PLAIN = "余", "升降", "%", "整数"
FORMS = (PLAIN, OVER, SHARE, RISE, *MONEY)
"""Ways to print: a count exact or vague, a share, a reading against an earlier one, an amount in each unit."""

MOST_PLACES = 6
_OPTIONS = {PLAIN: {"places", "unit"}, OVER: {"step", "unit"}}
"""What may be said of a form; of all others how many places."""

_STEP = re.compile("10{0,12}")
OTHERWISE = Words("请换一种写法", "Print it otherwise")


class Way(NamedTuple):
    """How a slot asks for a reading in ``unit``, or (``change``) for its change; ``where`` is the slot's place."""

    unit: str
    change: bool
    options: Mapping[str, str]
    where: str

    @property
    def form(self) -> str:
        """The form asked for, or the usual one."""
        usual = RISE if self.change else {"%": SHARE, "元": "元"}.get(self.unit, PLAIN)
        return self.options.get("as") or usual

    def refused(self, zh: str, en: str, todo: Words = OTHERWISE) -> PlanError:
        """Return the error that says why it cannot be printed so."""
        return PlanError(self.where, Words(zh, en), todo)


def require_way(way: Way) -> None:
    """Raise PlanError for a form its unit has not, an option its form has not, or a value that an option has not."""
    _require_form(way)
    _require_options(way)
    word = way.options.get("places", "0")
    if not (word.isascii() and word.isdigit() and len(word) < 3 and int(word) <= MOST_PLACES):
        said = Words(
            f"places={word} 不是0至{MOST_PLACES}的整数", f"places={word} is no whole number up to {MOST_PLACES}"
        )
        raise way.refused(*said)
    if not _STEP.fullmatch(way.options.get("step", "1")):
        said = Words(f"step={way.options['step']} 不是 1、10、100……", f"step={way.options['step']} is not 1, 10, 100 …")
        raise way.refused(*said)


def _require_form(way: Way) -> None:
    if way.form not in FORMS:
        known = Words("、".join(FORMS), ", ".join(FORMS))
        raise way.refused(f"没有“{way.form}”这种写法；有{known.zh}", f"no form “{way.form}”; there are {known.en}")
    if way.form not in _fitting(way):
        raise way.refused(
            f"以{way.unit}计的读数不能写成“{way.form}”", f"a reading in {way.unit} cannot be printed as “{way.form}”"
        )


def _fitting(way: Way) -> tuple[str, ...]:
    if way.change:
        return (RISE,)
    return {"%": (SHARE,), "元": tuple(MONEY)}.get(way.unit, (PLAIN, OVER))


def _require_options(way: Way) -> None:
    idle = {"places", "step", "unit"} & way.options.keys() - _OPTIONS.get(way.form, {"places"})
    for option in sorted(idle):
        todo = Words(f"请删去 {option}", f"Take {option} out")
        raise way.refused(f"写成“{way.form}”用不上 {option}", f"“{way.form}” has no {option}", todo)
    same = SAME.get(way.unit, (way.unit,))
    if way.options.get("unit", way.unit) not in same:
        raise way.refused(f"单位只能是{'、'.join(same)}", f"the unit can be {', '.join(same)} only")
