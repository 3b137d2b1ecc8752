"""Shares of a whole (占, 各占, 即, 占比) whose part and whole the text states."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.relations.asserted import fits, shared, summed
from plumbline.claims.relations.lines import Line
from plumbline.claims.relations.parts import JOINED, introduces, whole_of
from plumbline.claims.relations.wholes import OLDER, named
from plumbline.claims.shapes import Relation

SHARE_UNITS = ("%", "‰", "")
TO = "(?:为|达到?|到|了|是|约|近|超过?|共)*"
EACH = re.compile(rf"(?:各|分别|依次)占[^，；]{{0,10}}$|占比(?:分别|依次|各){TO}$")
ONE_MORE = re.compile(r"^(?:、|和|及|与)$")
SHARE = re.compile(rf"占(?P<whole>[^，；]{{0,16}}?)的?(?:比重?|比例)?{TO}$|(?:即|正好|恰好|完成比例|比例|占比){TO}$")
GENERAL = re.compile(r"^(?:总数|总量|总数量|总|全部|其|的)*$")
NEAR = 30
"""Characters between a count and the share that it is."""
REACH = 24
"""Characters before a share in which 占 and what it names stand."""
ALL = Decimal(100)


class Pair(NamedTuple):
    """A part and the whole it belongs to."""

    part: Draft
    whole: Draft


def shares(line: Line) -> Iterator[Relation]:
    """Yield the shares whose part and whole are both told."""
    for i, d in enumerate(line.claims):
        if d.rate != "share" or d.m.unit not in SHARE_UNITS:
            continue
        if EACH.search(line.gaps[i]):
            yield from _each(line, i)
        elif not (i and ONE_MORE.match(line.gaps[i]) and line.claims[i - 1].rate == "share"):
            pair = _inside(line, i) or _beside(line, i) or _in_bracket(line, i)
            if pair:
                yield shared(d, pair.part, pair.whole, "占比")


def _each(line: Line, i: int) -> Iterator[Relation]:
    """N，A、B、C，各占x、y、z: each share of the total, in order; where the shares make 100%, the counts make the total."""
    n = 1
    while i + n < len(line.claims) and ONE_MORE.match(line.gaps[i + n]):
        n += 1
    counts = list(line.back(i, line.unit(i - 1)))[: n + 1] if i else []
    if len(counts) <= n:
        return
    total, portions, rates = line.claims[counts[-1]], line.drafts(counts[-2::-1]), line.claims[i : i + n]
    yield from (shared(rate, part, total, "各占") for rate, part in zip(rates, portions, strict=True))
    values = [rate.m.value for rate in rates if isinstance(rate.m.value, Decimal)]
    if n > 1 and len(values) == n and abs(sum(values) - ALL) <= n * rates[0].m.step:
        yield summed(total, portions, "各占")


def _inside(line: Line, i: int) -> Pair | None:
    """M，占总数N的P: the whole is named with its number."""
    if i < 2 or line.gaps[i] != "的" or "占" not in line.clause(i - 1):
        return None
    whole = line.claims[i - 1]
    part = next(line.back(i - 1, whole.m.unit), None)
    return None if part is None else Pair(line.claims[part], whole)


def _beside(line: Line, i: int) -> Pair | None:
    """M，占总数的P: the count before the share is part of a whole told before; a share of several counts is passed over."""
    m, k = SHARE.search(line.gaps[i][-REACH:]), i - 1
    if not m or i < 1 or not line.counts[k] or not line.together(k, i) or not _close(line.gaps[i]):
        return None
    if k and line.counts[k - 1] and JOINED.search(line.gaps[k]):
        return None
    words = m["whole"] or ""
    whole = _by_structure(line, k, words) if GENERAL.match(words) else named(line, k, words)
    return Pair(line.claims[k], whole) if whole and fits(whole, line.claims[k]) else None


def _close(gap: str) -> bool:
    return gap.count("，") < 2 and len(gap) <= NEAR


def _by_structure(line: Line, k: int, words: str) -> Draft | None:
    """Return the whole of the part at ``k``: what its list belongs to, else the count right before.

    Counts that have shares of their own are parts of the same whole (A件，占x；B件，占y).
    """
    unit = line.unit(k)
    while not introduces(line, k):
        j = next(line.back(k, unit), None)
        if j is None:
            return None
        if line.claims[j + 1].rate != "share" and not JOINED.search(line.gaps[k]):
            near = line.together(j, k) and not OLDER.search(line.clause(j))
            return line.claims[j] if near or "总" in words else None
        k = j
    return whole_of(line, k, unit)


def _in_bracket(line: Line, i: int) -> Pair | None:
    """N件纠纷中，P(M件)化解: the count of a share stands in the bracket after it."""
    aside = line.asides.get(i)
    if not aside or len(aside.claims) != 2 or not aside.counts[1]:
        return None
    whole = next(line.back(i, aside.unit(1)), None)
    return None if whole is None else Pair(aside.claims[1], line.claims[whole])
