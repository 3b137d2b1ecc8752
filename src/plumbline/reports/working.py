"""What a number of a report opens to: one line each of figure, definition, period, scope, parts, checkpoint."""

from collections.abc import Iterable
from typing import NamedTuple

from plumbline.errors import Words
from plumbline.figures.shapes import Reading
from plumbline.reports import phrases
from plumbline.reports.composed import Number


class Fact(NamedTuple):
    """One line: what it is about, what it says."""

    label: Words
    value: Words


def facts(reading: Reading) -> tuple[Fact, ...]:
    """Return what ``reading`` is, line by line; nothing in it names a person."""
    figure = reading.figure
    words, body = phrases.phrase(reading), reading.body
    return (
        Fact(Words("指标", "Figure"), Words(f"{words.zh}（{figure.id}）", f"{words.en} ({figure.id})")),
        Fact(Words("定义", "Definition"), figure.definition),
        Fact(Words("不含", "Leaves out"), figure.leaves_out),
        Fact(Words("期间", "Period"), phrases.period(reading)),
        Fact(Words("口径", "Scope"), phrases.scope(reading)),
        Fact(Words("单位", "Bodies"), Words(body, body) if body else Words("各单位", "all bodies")),
        Fact(Words("计法", "Counted"), phrases.counted(reading)),
        Fact(Words("确数", "Exactly"), phrases.exactly(reading)),
        Fact(Words("截至", "As of"), phrases.as_of(reading.size, reading.root)),
        *([Fact(Words("已删", "Erased"), phrases.erased(reading))] if reading.erased else []),
    )


def title(number: Number) -> Words:
    """Return the heading of what a number opens to."""
    return Words(f"读数{number.index}　{number.text}", f"Reading {number.index}: {number.text}")


def lines(number: Number) -> tuple[Words, ...]:
    """Return all that a number opens to, a line each: its rounding, its reading, the reading a change is reckoned from."""
    said = [_line(fact) for fact in facts(number.reading)]
    note = [_line(Fact(Words("印法", "As printed"), number.printed.note))] if number.printed.note.zh else []
    return (*said, *note, *(_line(_based(fact)) for fact in (facts(number.base) if number.base else ())))


def headline(reading: Reading) -> Words:
    """Return a reading in one line: what, when, how much."""
    what, when, value = phrases.within(reading), phrases.when(reading), phrases.exactly(reading)
    return Words(f"{what.zh}，{when.zh}：{value.zh}", f"{what.en}, {when.en}: {value.en}")


def row(number: Number) -> tuple[Words, ...]:
    """Return a number's row in the table of readings: place, as printed, figure, period, exactly and how counted."""
    reading, base = number.reading, number.base
    period, exact = phrases.when(reading), phrases.exactly(reading)
    if base:
        before = phrases.when(base)
        period = _stacked(period, Words(f"比{before.zh}", f"against {before.en}"))
        exact = _stacked(exact, Words(f"比{phrases.exactly(base).zh}", f"against {phrases.exactly(base).en}"))
    place, printed = Words(str(number.index), str(number.index)), Words(number.text, number.text)
    return place, printed, phrases.within(reading), period, exact, phrases.counted(reading)


def meaning(reading: Reading) -> tuple[Words, ...]:
    """Return a figure's row in the table of definitions: its words and id, what it counts, what it leaves out."""
    figure = reading.figure
    named = _stacked(figure.phrase(), Words(figure.id, figure.id))
    return named, figure.definition, figure.leaves_out


def scopes(readings: Iterable[Reading]) -> tuple[Words, ...]:
    """Return a line for each scope that ``readings`` were narrowed to: which tags it stands for."""
    return tuple(map(_scope, dict.fromkeys(reading.scope for reading in readings if reading.scope)))


def _scope(name: str) -> Words:
    tags, english = phrases.tagged(name), phrases.scope_in_english(name)
    return Words(f"口径“{name}”：{tags.zh}的案件。", f"Scope “{english}”: cases {tags.en}.")


def _stacked(*parts: Words) -> Words:
    return Words("\n".join(p.zh for p in parts if p.zh), "\n".join(p.en for p in parts if p.en))


def _line(fact: Fact) -> Words:
    return Words(f"{fact.label.zh}：{fact.value.zh}", f"{fact.label.en}: {fact.value.en}")


def _based(fact: Fact) -> Fact:
    return Fact(Words(f"基期{fact.label.zh}", f"Base, {fact.label.en.lower()}"), fact.value)
