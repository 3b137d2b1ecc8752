"""Changes whose two levels the text states: 由A至B，升C; 上年A，今年B，增C; 是上年A的C倍."""

import re
from collections.abc import Iterator
from itertools import groupby

from plumbline.claims.arithmetic import Form
from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.asserted import changed
from plumbline.claims.relations.levels import FALLS, RISES, Levels, from_here, levels
from plumbline.claims.relations.lines import Line
from plumbline.claims.shapes import Relation

MOVE = re.compile(rf"(?:(?P<falls>{FALLS})|(?:{RISES}))(?:了|幅度|幅|率)?(?:为|达到?|约|近|超过?)?$")


def changes(line: Line) -> Iterator[Relation]:
    """Yield the changes whose two levels are told."""
    for i, d in enumerate(line.claims):
        pair = levels(line, i) if _moves(line, i) and not d.list_of else None
        if pair:
            yield _change(line, i, pair)
    yield from _in_order(line)


def _moves(line: Line, i: int) -> bool:
    """Say whether claim ``i`` is the size of a change."""
    d = line.claims[i]
    return d.direction != "none" or d.m.form == "doubled" or d.m.unit == "倍" or bool(MOVE.search(line.clause(i)))


def _change(line: Line, i: int, pair: Levels) -> Relation:
    d, m = line.claims[i], MOVE.search(line.clause(i))
    return changed(d, pair.before, pair.after, _form(d), d.direction == "down" or bool(m and m["falls"]))


def _form(d: Draft) -> Form:
    if d.m.unit == "倍":
        whole = d.m.form == "doubled" or d.direction == "none" or d.lead.endswith(("到", "至"))
        return "multiple" if whole else "times"
    if d.m.unit == "%":
        return "percent"
    return "fraction" if d.m.form == "fraction" else "difference"


def _in_order(line: Line) -> Iterator[Relation]:
    """A由a至b，B由c至d，分别升x和y: a list of changes after as many pairs of levels."""
    for list_of, group in groupby(range(len(line.claims)), key=lambda k: line.claims[k].list_of):
        places = list(group)
        if not list_of or not _moves(line, places[0]):
            continue
        pairs = [Levels(line.claims[k - 1], line.claims[k]) for k in range(1, places[0]) if from_here(line, k)]
        if len(pairs) == len(places):
            told = zip(places, pairs, strict=True)
            yield from (_change(line, k, pair) for k, pair in told if pair.before.m.unit == pair.after.m.unit)
