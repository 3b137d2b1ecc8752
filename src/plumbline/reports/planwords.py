"""The sentences of a plan: what could not be composed, and figures that stand behind different words."""

import re
from collections.abc import Iterator, Sequence

from plumbline.errors import PlanError, Words
from plumbline.reports.asking import Catalogue, question
from plumbline.reports.literals import refuse_numbers
from plumbline.reports.plan import Plan, Said, Section, Setting
from plumbline.reports.slots import PERIOD, Slot, pieces

_STOP = re.compile(r"[，。；：、（）“”！？,.;:()\s]")
_IDLE = re.compile(r"(?:为|达|共|已|计|是|到|了)+$")
Key = tuple[str, str, str, str]
"""What a number says: figure, counting, scope, body."""
Fault = tuple[str, Words, Words]
"""Where, what, what to do."""


def said_of(plan: Plan) -> Iterator[tuple[Said, Setting]]:
    """Yield every heading and paragraph with what its numbers are read for, in order."""
    yield from ((said, plan.setting) for said in plan.paragraphs)
    yield from _within(plan.sections)


def _within(sections: Sequence[Section]) -> Iterator[tuple[Said, Setting]]:
    for section in sections:
        aim = Said(f"{section.heading.where}, aim", section.aim)
        aims = [aim] if section.aim.zh else []
        yield from ((said, section.setting) for said in (section.heading, *aims, *section.paragraphs))
        yield from ((sketch.caption, sketch.setting) for sketch in section.charts)
        yield from _within(section.sections)


def unwritten(plan: Plan, catalogue: Catalogue) -> Iterator[Fault]:
    """Yield what the composer would refuse: unknown figures, scopes, periods; numbers written by hand; broken braces."""
    for said, setting in said_of(plan):
        for language, words in zip(("zh", "en"), said.words, strict=True):
            where = f"{said.where} ({language})"
            try:
                found = list(pieces(words, where))
            except PlanError as error:
                yield error.where, error.what, error.todo
            else:
                yield from _refused(found, setting, plan, catalogue, where)


def _refused(
    found: Sequence[str | Slot], setting: Setting, plan: Plan, catalogue: Catalogue, where: str
) -> Iterator[Fault]:
    for piece in found:
        try:
            if isinstance(piece, str):
                refuse_numbers(piece, plan.names, where)
            elif piece.figure != PERIOD:
                question(piece, setting, catalogue, f"{where}, {{{piece.written}}}")
        except PlanError as error:
            yield error.where, error.what, error.todo


def twice(plan: Plan, catalogue: Catalogue) -> Iterator[Fault]:
    """Yield numbers whose figure stands behind other Chinese words elsewhere; one wording may be the end of the other."""
    seen: dict[Key, str] = {}
    for said, setting in said_of(plan):
        for key, words in _named(said, setting, catalogue):
            first = seen.setdefault(key, words)
            if not (first.endswith(words) or words.endswith(first)):
                what = Words(
                    f"{key[0]}前文作“{first}”，此处作“{words}”", f"{key[0]} is “{first}” before and “{words}” here"
                )
                yield said.where, what, Words("请用同一说法", "Use the same words")


def _named(said: Said, setting: Setting, catalogue: Catalogue) -> Iterator[tuple[Key, str]]:
    """Yield each number that has words of its own before it in its clause, with these."""
    try:
        found = list(pieces(said.words.zh, said.where))
        for before, slot in zip(["", *found], found, strict=False):
            if isinstance(slot, Slot) and isinstance(before, str) and "against" not in slot.options:
                words = _IDLE.sub("", _STOP.split(before)[-1])
                if words and slot.figure != PERIOD:
                    asked = question(slot, setting, catalogue, said.where)
                    yield (asked.figure.id, asked.counting, asked.scope, asked.body), words
    except PlanError:
        return  # said by ``unwritten``
