"""What a finding against a book says: one sentence, and line by line what it rests on."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from plumbline.checks.against import saying
from plumbline.checks.against.asking import Answer
from plumbline.checks.against.book import Evidence
from plumbline.checks.against.saying import days
from plumbline.checks.numbers import amount, decimal, quantity, shown
from plumbline.claims import Claim
from plumbline.errors import FigureError, Words
from plumbline.figures.shapes import Figure, Reading

SHOWN = 6
"""Positions listed in a line; the evidence has them all."""
PLACES = 2
HOLDS = {
    "agrees": Words("与文中一致", "as stated"),
    "rounds": Words("四舍五入后与文中一致", "as stated, when rounded"),
    "within": Words("在文中所述范围内", "inside what the words allow"),
    "differs": Words("文中为{}", "the text has {}"),
}


def sentence(kind: str, claim: Claim, found: Sequence[Answer]) -> Words:
    """Say in one sentence what the book has, and how that meets the text."""
    taken = found[0]
    if taken.value is None and taken.lacks:
        return taken.lacks
    name, period = named(taken.reading), taken.reading.period
    if kind == "ambiguous":
        return _open(claim, found, name)
    said = HOLDS[kind]
    stated, others = stated_as(claim), len(found) - 1
    way = "the other way" if others == 1 else f"in {others} other ways"
    zh, en = (f"；另作{others}种理解也不一致", f", nor does it fit taken {way}") if others else ("", "")
    value = _value(claim, taken)
    return Words(
        f"账内{name}（{days(period)}）{value.zh}，{said.zh.format(stated)}{zh}。",
        f"The book has {value.en} for {name} ({period}): {said.en.format(stated)}{en}.",
    )


def _value(claim: Claim, answer: Answer) -> Words:
    """Say a level, or a change with the way it goes."""
    size = amount_of(claim, answer)
    if answer.before is None or answer.value is None:
        return Words(f"为{size}", size)
    up = (answer.value > 0) is (claim.direction != "down")
    return Words(f"同比{'上升' if up else '下降'}{size}", f"{size} {'up' if up else 'down'} on the year before")


def _open(claim: Claim, found: Sequence[Answer], name: str) -> Words:
    values = list(dict.fromkeys(amount_of(claim, a) for a in found if a.value is not None))
    zh = f"文字可作几种理解，账内{name}分别为{'、'.join(values)}；其中有与文中{stated_as(claim)}一致的，无法判断。"
    en = f"The words may be taken in several ways; {name} is then {', '.join(values)}. One is the {stated_as(claim)} stated."
    return Words(zh, en)


def working(claim: Claim, found: Sequence[Answer], evidence: Sequence[Evidence]) -> tuple[Words, ...]:
    """Return what a finding rests on: the figure, its definition, each reading with its period, scope, size and records."""
    figure = found[0].reading.figure
    return (*_figure(figure), *(line for a in found for line in _read(claim, a, evidence)))


def about(figures: Sequence[Figure]) -> Iterator[Words]:
    """Yield the figures that a claim without an answer came near."""
    for figure in figures:
        yield from _figure(figure)


def _figure(figure: Figure) -> Iterator[Words]:
    yield Words(f"指标 {figure.id}：{figure.definition.zh}", f"figure {figure.id}: {figure.definition.en}")
    yield Words(f"不含：{figure.leaves_out.zh}", f"leaves out: {figure.leaves_out.en}")


def _read(claim: Claim, answer: Answer, evidence: Sequence[Evidence]) -> Iterator[Words]:
    for r in (answer.reading, answer.before):
        if r:
            yield _line(r)
            yield from (_records(e) for e in evidence if e.reading is r)
    if answer.before and answer.value is not None:
        yield _value(claim, answer)
    yield from answer.whys


def _line(r: Reading) -> Words:
    scope, body = r.scope or "全部", r.body or "全部"
    at = f"账至第{r.size}条"
    zh = f"{days(r.period)} · 口径 {scope} · 单位 {body} · {at}：{_fraction(r)}"
    en = f"{r.period} · scope {r.scope or 'all'} · body {r.body or 'all'} · as of size {r.size}: {_fraction(r)}"
    return Words(zh, en)


def _fraction(r: Reading) -> str:
    if r.unit == "%" or r.denominator > 1:
        return f"{r.numerator:,} ÷ {r.denominator:,}"
    return quantity(decimal(r.value), r.unit)


def _records(e: Evidence) -> Words:
    some = ", ".join(map(str, e.positions[:SHOWN])) + (" …" if e.records > SHOWN else "")
    zh = f"记录 {e.records} 条，位置 {some or '无'}；查看：{drill(e.reading)}"
    return Words(zh, f"records: {e.records}, positions {some or 'none'}; see {drill(e.reading)}")


def refused(error: FigureError) -> Words:
    """Say that a figure cannot be read as the claim would have it."""
    return Words(f"{error.what.zh}。", f"{error.where}: {error.what.en}.")


def drill(r: Reading) -> str:
    """Return the command that lists the records behind a reading."""
    asked = [("--period", f"{r.period}"), ("--scope", r.scope), ("--body", r.body), ("--as-of", str(r.size))]
    options = " ".join(f"{name} {value}" for name, value in asked if value)
    return f"plumbline figures {r.figure.id} {options} --drill"


def named(r: Reading) -> str:
    """Return a figure's phrase for a reading, in quotes, with the one body it was read for."""
    return f"{r.body}“{saying.title(r.figure, r.scope)}”"


def amount_of(claim: Claim, answer: Answer) -> str:
    """Return an answer's value with its unit, as exact as two decimals can say; of a change the size."""
    value = answer.value or Fraction(0)
    value = abs(value) if answer.before else value
    unit = claim.unit if claim.unit in ("元", "%") else claim.unit_written or claim.unit
    if claim.unit == "元":
        return quantity(decimal(value), "元")
    whole = value.denominator == 1
    return f"{shown(decimal(value), None if whole else PLACES)}{unit}"


def stated_as(claim: Claim) -> str:
    """Return a claim's number as the text has it."""
    return amount(claim) if claim.approx == "exact" else "".join(claim.text.split())
