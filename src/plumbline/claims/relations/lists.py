"""Two units of one thing side by side (20件22人), and 分别 lists."""

from collections.abc import Iterator
from itertools import groupby

from plumbline.claims.relations.asserted import aligned, stacked
from plumbline.claims.relations.lines import Line
from plumbline.claims.shapes import Relation


def stacks(line: Line) -> Iterator[Relation]:
    """Yield the pairs of counts that stand side by side in two units."""
    for i in range(1, len(line.claims)):
        if line.stacked(i) and line.unit(i - 1) != line.unit(i) and line.counts[i - 1] and line.counts[i]:
            yield stacked(line.claims[i - 1], line.claims[i])


def in_order(line: Line) -> Iterator[Relation]:
    """Yield the 分别 lists."""
    for list_of, group in groupby(line.claims, key=lambda d: d.list_of):
        members = list(group)
        if list_of and len(members) > 1:
            yield aligned(members)
