"""Each quantity read with all its fields, in text order, each from the words beside it and the claim before it."""

import re

from plumbline.claims.fields.bodies import attribute
from plumbline.claims.fields.counting import count
from plumbline.claims.fields.drafts import Draft, is_duration, set_out
from plumbline.claims.fields.lists import align
from plumbline.claims.fields.rates import read_rate
from plumbline.claims.fields.sections import Periods
from plumbline.claims.kinds.apart import Apart, apart
from plumbline.claims.kinds.sorting import kind_of
from plumbline.claims.numbers.mentions import Mention, mentions
from plumbline.claims.plain import Plain

SEVERAL_YEARS = re.compile(
    r"[两二三四五六七八九十2-9](?:个)?年来|过去[两三五]年|[三五]年间|五”?(?:期间|时期|以来)|(?:19|20)[0-9]{2}年?[至到-](?:19|20)"
)


def drafts_of(p: Plain) -> tuple[list[Draft], list[Mention], list[Apart]]:
    """Return the quantities of a plain text with all their fields, all its numbers, and those kept apart at once."""
    skip = apart(p.text)
    numbers = mentions(p.text, skip)
    for m in numbers:
        if m.kind == "quantity":
            m.kind = kind_of(p.text, m)
    drafts = set_out(p.text, [m for m in numbers if m.kind == "quantity"])
    attribute(p, drafts)
    _fill(p.text, drafts, Periods(p, skip))
    return drafts, numbers, skip


def _fill(text: str, drafts: list[Draft], periods: Periods) -> None:
    """Fill in rate, direction, period, plan and what is counted, one after the other."""
    listed = 0
    prev: Draft | None = None
    for i, d in enumerate(drafts):
        near = prev if prev and prev.sentence == d.sentence else None
        read_rate(text, d, near)
        _date(d, periods)
        listed = listed or align(text, drafts, i)
        if listed:
            listed -= 1
        else:
            count(text, d, near)
        _point_at(d)
        prev = d


def _date(d: Draft, periods: Periods) -> None:
    when, how, d.plan = periods.at(d)
    if when and not (how == "inherited" and is_duration(d)):
        d.period, d.period_how, d.period_span = when.words, how, (when.start, when.end)
    if d.rate == "yoy" and SEVERAL_YEARS.search(d.period) and "同比" not in d.lead:
        d.rate = "change"


def _point_at(d: Draft) -> None:
    """Say which words tell what is counted, where they stand beside the number."""
    if d.counted_how == "stated" or d.counted_span == (0, 0):
        d.counted_span = (d.clause, d.m.start) if d.lead else (d.m.end, d.m.end + len(d.right))
