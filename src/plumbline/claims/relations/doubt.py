"""Doubt: nothing is held against a list in which a number stands that was not read."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.shapes import Relation

NUMBER = re.compile("[0-9]{1,12}|[一二两三四五六七八九十百千万亿]{2,12}|[三四五六七八九](?!个)")
STOP = re.compile(r"[。；！？!?\n]")
AHEAD = 40
"""Characters after a list in which one more of its numbers may stand."""


def certain(found: list[Relation], text: str, drafts: list[Draft]) -> Iterator[Relation]:
    """Yield the relations, less those that do not hold and rest on a number that may be half read, or leave one out."""
    starts = [d.m.start for d in drafts]
    torn = {b.m.start for a, b in pairwise(drafts) if a.m.end == b.m.start and not a.m.unit}
    for r in found:
        if r.holds is not False or not (torn.intersection((r.total, *r.parts)) or _unread(r, text, drafts, starts)):
            yield r


def _unread(r: Relation, text: str, drafts: list[Draft], starts: list[int]) -> bool:
    """Say whether among the numbers of a sum stands one, in its unit or run into the next, that is no claim."""
    if r.type != "sum":
        return False
    stop = STOP.search(text, r.end, r.end + AHEAD)
    end = stop.start() if stop else r.end + AHEAD
    near = drafts[bisect_left(starts, r.start) : bisect_left(starts, end)]
    read = {k for d in near for k in range(d.m.start, d.m.end)}
    unit = next(d.m.unit_written for d in near if d.m.start in r.parts)
    others = (m for m in NUMBER.finditer(text, r.start, end) if m.start() not in read)
    return any(m.end() in read or (unit and text.startswith(unit, m.end())) for m in others)
