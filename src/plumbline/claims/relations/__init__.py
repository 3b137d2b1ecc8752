"""Arithmetic that the words of a text assert between its claims.

Relations are proposed from words and structure, never from numbers that happen to fit; whether one holds is asked only then.
Numbers decide between readings that the words allow: whether a list that may be complete is, and which of several totals
beside a part is meant. Where they leave an error and words leave a doubt, nothing is said.
"""

from collections.abc import Iterable

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.changes import changes
from plumbline.claims.relations.doubt import certain
from plumbline.claims.relations.lines import Line, sentences
from plumbline.claims.relations.lists import in_order, stacks
from plumbline.claims.relations.parts import parts
from plumbline.claims.relations.rates import rates
from plumbline.claims.relations.repeats import repeats
from plumbline.claims.relations.shares import shares
from plumbline.claims.relations.states import intakes
from plumbline.claims.relations.sums import sums
from plumbline.claims.relations.targets import targets
from plumbline.claims.shapes import Relation

__all__ = ["relations"]


def relations(text: str, drafts: list[Draft]) -> list[Relation]:
    """Return every relation that the words of the plain ``text`` assert between its claims, in text order."""
    found = [r for lines in sentences(text, drafts) for line in lines for r in _on_line(line)]
    found += [*targets(drafts), *repeats(text, drafts)]
    return sorted(certain(found, text, drafts), key=lambda r: (r.start, r.type))


def _on_line(line: Line) -> list[Relation]:
    shared = [*shares(line), *rates(line)]
    rated = {r.parts for r in shared}
    implied = [r for r in intakes(line) if r.type == "sum" or (*r.parts, r.total) not in rated]
    asserted = _joined_once([*parts(line), *sums(line), *implied, *shared])
    return [*asserted, *stacks(line), *in_order(line), *changes(line)]


def _joined_once(found: Iterable[Relation]) -> list[Relation]:
    """Drop a relation where an earlier one already joins its total with one of its parts."""
    kept: list[Relation] = []
    joined: set[tuple[int | None, int]] = set()
    for r in found:
        pairs = {(r.total, p) for p in r.parts}
        if not pairs & joined:
            kept.append(r)
            joined |= pairs
    return kept
