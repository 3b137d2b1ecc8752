"""Readings made by hand, for tests of reports: a catalogue of five figures, and what each reads."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plumbline.errors import Words
from plumbline.figures import Figure, Reading
from plumbline.reports.asking import Question
from plumbline.reports.compose import compose
from plumbline.reports.composed import Composed
from plumbline.reports.planfile import plan_of
from plumbline.reports.tracing import Trace

ROOT = "8yq0nKQmQ3hLwqL7mZ1m1b0cB8o1sVqk6p0n3o2v1xA="
SIZE = 20_000
HEAD = """
period = "2020"
title = { zh = "工作报告", en = "A report" }
body = { zh = "示例组", en = "Example group" }
date = 2021-01-08
"""


def _rows(*_: object) -> None:
    raise AssertionError("a report never asks a figure for its rows")


def _figure(id_: str, zh: str, en: str, unit: str, **more: Any) -> Figure:
    line, name = id_.split(".")
    out, meaning = Words("另案处理的", "files dealt with elsewhere"), Words("期内的", "those of the period")
    return Figure(line, name, zh, en, unit, out, _rows, meaning, **more)


DOCKETED = _figure("trials.docketed", "受理{scope}案件", "{scope} cases docketed", "件", persons=True)
FIGURES: dict[str, Figure] = {
    figure.id: figure
    for figure in (
        DOCKETED,
        _figure("trials.pending", "未结{scope}案件", "{scope} cases pending", "件", persons=True, stock=True),
        _figure("trials.clearance_rate", "{scope}案件结案率", "clearance rate of {scope} cases", "%", among=DOCKETED),
        _figure("investigations.disbanded", "打掉黑恶势力", "groups broken up", "个"),
        _figure("assets.controlled", "查扣冻结{scope}涉案资金", "{scope} assets controlled", "元", amount="amount_fen"),
    )
}

Parts = Mapping[str, tuple[int, int]]
"""By the figure's name (docketed), a slash and what else counts (docketed/persons, docketed/2019): its two whole numbers."""


def reads(parts: Parts) -> Callable[[Question], Reading]:
    """Return a reader that gives what ``parts`` say, for 2020 unless another year is named."""

    def read(q: Question) -> Reading:
        persons = q.counting == "persons"
        year = "" if q.period.last.year == 2020 else f"/{q.period.last.year}"
        top, below = parts[q.figure.name + ("/persons" if persons else "") + year]
        unit, tokens = ("人", top) if persons else (q.figure.unit, 0)
        return Reading(q.figure, q.counting, unit, q.period, q.scope, q.body, top, below, SIZE, ROOT, tokens)

    return read


def composed(sentence: str, parts: Parts, language: str = "zh", head: str = HEAD) -> Composed:
    """Compose a report of one paragraph; ``sentence`` is its words in ``language``."""
    words = {"zh": "无", "en": "none"} | {language: sentence}
    text = head + f'[[text]]\nzh = "{words["zh"]}"\nen = "{words["en"]}"\n'
    return compose(plan_of(text, "plan.toml"), FIGURES, reads(parts), language)


def behind(reading: Reading, figure: Figure) -> Iterable[Trace]:
    """Give as many records as a reading counts; none says a word of a person."""
    count = reading.numerator if figure is reading.figure else reading.denominator
    return (
        Trace(7 * n, figure.line, "Docketed", f"（2020）甘0102刑初{n}号", "城关区人民法院", "2020-03-02")
        for n in range(count)
    )
