"""The whole of reading: from a text to its claims and relations, offsets given in the text as it was handed in."""

import re
from collections.abc import Callable

from plumbline.claims.fields.drafts import Draft
from plumbline.claims.kinds.apart import Apart
from plumbline.claims.numbers.mentions import Mention
from plumbline.claims.plain import Plain, plain
from plumbline.claims.reading import drafts_of
from plumbline.claims.relations import relations
from plumbline.claims.shapes import Claim, How, Reading, Relation, Source

ZERO_BY_WORDS = re.compile(
    r"(?:未发生|没有发生|无一发生|未出现|未接到)(?=[^，。；\n]{2,24}(?:事故|案件|事件|火灾|伤亡|死亡|投诉|上访|疫情|警情))"
)
OWN_ANNEX = re.compile(
    r"^(?:附件\s*\n\s*指标读数表\s*\n\s*文中每个数字都是一项读数"
    r"|Annex\s*\n\s*Readings of figures\s*\n\s*Every number in the text is read)",
    re.M,
)
"""Where the annex of a report written by Plumbline begins: its tables say again, row by row, what the text says."""

CHUNK = 400_000
"""Characters read at a time; a longer text is cut at line ends, so that memory and progress stay even."""


def read(text: str, progress: Callable[[int], None] | None = None) -> Reading:
    """Read a report's text: every number in it, what each claims, and the arithmetic its words assert.

    ``text`` is plain text, one paragraph a line; any string is accepted. Returns a ``Reading`` whose claims are in text
    order and never overlap: ``claim.text == text[claim.start:claim.end]``. Claims of kind "quantity" could be borne out
    by records; the other kinds are numbers kept apart (dates, names, ordinals, ranks), "fused" is a run of digits too long
    to be one number, "zero" a nought said in words. Relations name claims by their start offsets.
    The annex of readings of a report written by Plumbline is not read. ``progress`` is called with the number of
    characters read so far. Raises nothing; same text, same result.
    """
    claims: list[Claim] = []
    found: list[Relation] = []
    for start, end in _chunks(_before_annex(text)):
        some, more = _read_chunk(text[start:end], start)
        claims += some
        found += more
        if progress:
            progress(end)
    return Reading(text, tuple(claims), tuple(found))


def _before_annex(text: str) -> str:
    annex = OWN_ANNEX.search(text)
    return text[: annex.start()] if annex else text


def _chunks(text: str) -> list[tuple[int, int]]:
    """Cut a long text at line ends into pieces of about CHUNK characters."""
    if len(text) <= CHUNK:
        return [(0, len(text))]
    cuts = [0]
    while len(text) - cuts[-1] > CHUNK:
        at = text.rfind("\n", cuts[-1] + 1, cuts[-1] + CHUNK)
        cuts.append(at + 1 if at > 0 else cuts[-1] + CHUNK)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _read_chunk(text: str, shift: int) -> tuple[list[Claim], list[Relation]]:
    p = plain(text)
    drafts, numbers, skipped = drafts_of(p)
    others = [_other(p, m, shift) for m in numbers if m.kind != "quantity"]
    apart = [_apart(p, a, shift) for a in skipped]
    zeros = [_zero(p, m, shift) for m in ZERO_BY_WORDS.finditer(p.text)]
    claims = sorted([*(_claim(p, d, shift) for d in drafts), *others, *apart, *zeros], key=lambda c: c.start)
    return claims, [_moved(p, r, shift) for r in relations(p.text, drafts)]


def _claim(p: Plain, d: Draft, shift: int) -> Claim:
    m = d.m
    start, end = p.span(m.start, m.end)
    return Claim(
        start + shift, end + shift, p.original[start:end], m.kind, m.value, m.lower, m.upper, m.step,
        m.unit, m.unit_written, m.approx, d.rate, d.direction, d.counted, d.who, d.period, d.plan,
        _sources(p, d, shift),
    )  # fmt: skip


def _sources(p: Plain, d: Draft, shift: int) -> tuple[tuple[str, Source], ...]:
    rows: list[tuple[str, Source]] = []
    if d.m.unit:
        unit = (d.m.unit_start, d.m.unit_start + len(d.m.unit_written))
        rows.append(("unit", _source(p, "stated" if d.m.unit_written else "implied", unit, shift)))
    rows.append(("counted", _source(p, d.counted_how, d.counted_span, shift)))
    if d.rate != "none":
        rows.append(("rate", _source(p, d.rate_how, d.rate_span, shift)))
    if d.direction != "none":
        rows.append(("direction", _source(p, d.rate_how, d.rate_span, shift)))
    if d.who:
        rows.append(("who", _source(p, d.who_how, d.who_span, shift)))
    if d.period:
        rows.append(("period", _source(p, d.period_how, d.period_span, shift)))
    return tuple(rows)


def _source(p: Plain, how: How, span: tuple[int, int], shift: int) -> Source:
    if span[0] >= span[1]:
        return Source("implied", shift, shift)
    start, end = p.span(*span)
    return Source(how, start + shift, end + shift)


def _other(p: Plain, m: Mention, shift: int) -> Claim:
    start, end = p.span(m.start, m.end)
    value = None if m.kind == "fused" else m.value
    return Claim(
        start + shift, end + shift, p.original[start:end], m.kind, value, unit=m.unit, unit_written=m.unit_written
    )


def _apart(p: Plain, a: Apart, shift: int) -> Claim:
    start, end = p.span(a.start, a.end)
    return Claim(start + shift, end + shift, p.original[start:end], a.kind)


def _zero(p: Plain, m: re.Match[str], shift: int) -> Claim:
    start, end = p.span(*m.span())
    return Claim(start + shift, end + shift, p.original[start:end], "zero")


def _moved(p: Plain, r: Relation, shift: int) -> Relation:
    start, end = p.span(r.start, r.end)
    total = None if r.total is None else p.at(r.total) + shift
    return Relation(r.type, total, tuple(p.at(x) + shift for x in r.parts), r.holds, r.why, start + shift, end + shift)
