"""Targets: a planned growth and the level it leads to, held against the level stated earlier for the same thing."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.asserted import changed
from plumbline.claims.relations.lines import is_count
from plumbline.claims.shapes import Relation

PADDING = re.compile(r"全社会|完成|实现|总额|总量|额$")


def targets(drafts: list[Draft]) -> Iterator[Relation]:
    """Yield what 增长A%，达到B asserts of a level told before."""
    facts: dict[tuple[str, str], Draft] = {}
    for d, level in pairwise(drafts):
        if not d.plan and is_count(d):
            facts.setdefault(_subject(d, d.m.unit), d)
        if d.plan and d.rate == "yoy" and d.m.unit == "%" and _leads_to(d, level):
            base = facts.get(_subject(d, level.m.unit))
            if base:
                yield changed(d, base, level, "percent", d.direction == "down")


def _subject(d: Draft, unit: str) -> tuple[str, str]:
    return PADDING.sub("", d.counted), unit


def _leads_to(d: Draft, level: Draft) -> bool:
    return level.plan and is_count(level) and level.counted == d.counted and level.sentence == d.sentence
