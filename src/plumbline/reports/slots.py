"""Numbers in a plan's sentences: ``{investigations.disbanded period=2018/2020 counting=persons as=余}``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plumbline.errors import PlanError, Words
from plumbline.reports.nearest import did_you_mean

OPTIONS = ("period", "scope", "counting", "body", "against", "as", "places", "step", "unit")
"""What may be said of a number: what it is read for, and how it is printed."""

NAMED = "named"
"""The one option without a value: print the figure's own phrase with the number."""

PERIOD = "period"
"""What stands alone in braces for the words of the period at hand."""

_PIECES = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a number goes: the figure's id, the options beside it, the text between the braces for errors."""

    figure: str
    options: Mapping[str, str]
    named: bool
    written: str


def pieces(text: str, where: str) -> Iterator[str | Slot]:
    """Yield the words of ``text`` and the slots between them, in order; raises PlanError for broken braces."""
    for found in _PIECES.finditer(text):
        if found[3]:
            near = text[max(found.start() - 8, 0) : found.end() + 8]
            what = Words(f"“{near}”处的花括号不成对", f"the brace at “{near}” has no other half")
            raise PlanError(where, what, Words("请补上或删去", "Close it, or take it out"))
        yield found[2] if found[2] else slot(found[1], where)


def slot(inside: str, where: str) -> Slot:
    """Return what stands ``inside`` the braces; raises PlanError for an option that is not known."""
    figure, *rest = inside.split() or [""]
    options: dict[str, str] = {}
    for word in rest:
        key, _, value = word.partition("=")
        if word != NAMED and (key not in OPTIONS or not value or key in options):
            what = Words(f"{{{inside}}} 中不认得“{word}”", f"“{word}” in {{{inside}}} is not known or lacks its value")
            raise PlanError(where, what, did_you_mean(word, [NAMED, *(f"{o}=" for o in OPTIONS)]))
        options |= {key: value} if word != NAMED else {}
    return Slot(figure, options, NAMED in rest, inside)
