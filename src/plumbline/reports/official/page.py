"""A composed report as a web page by GB/T 9704-2012: each number opens to its reading, with no script at all."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from plumbline.errors import Words
from plumbline.reports import dates, phrases, working
from plumbline.reports.characters import visible
from plumbline.reports.charts import Chart, svg
from plumbline.reports.charts.table import table
from plumbline.reports.comments import AUTHOR
from plumbline.reports.composed import Composed, Number
from plumbline.reports.inline import environment, policy
from plumbline.reports.official import measures, wording
from plumbline.reports.official.fonts import STAND_INS, Fonts, substitutions
from plumbline.reports.official.measures import Face
from plumbline.reports.plan import NONE
from plumbline.reports.tracing import keys

_IN_AN_ID = re.compile(r"(?<=[a-z])([._])(?=[a-z])")


def page(report: Composed, records: str = "") -> str:
    """Return one self-contained HTML document; ``records`` is the file beside it that lists the records, "" for none.

    Printed from a browser it is laid out as the PDF is, with the fonts of that machine.
    """
    faces = {face: f"Digits, {_quoted(names)}, serif" for face, names in STAND_INS.items()}
    style = _style(report, faces, ("official.css.jinja", "official-screen.css.jinja", "official-print.css.jinja"))
    return _rendered(report, style, cards=[_card(number, report, records) for number in report.numbers])


def printable(report: Composed, fonts: Fonts) -> str:
    """Return the HTML that the PDF is made of, set in ``fonts``, with a note on those that stand in for others."""
    faces = {face: _quoted([name]) for face, name in fonts.items()}
    style = _style(report, faces, ("official.css.jinja", "official-print.css.jinja"))
    return _rendered(report, style, substituted=substitutions(fonts))


def _rendered(report: Composed, style: str, cards: Sequence[Any] = (), substituted: Words = NONE) -> str:
    head, language = report.head, report.language
    figures = {reading.figure.id: reading for reading in report.readings}
    return (
        environment_of_pages()
        .get_template("official.html.jinja")
        .render(
            language=language, author=AUTHOR, style=Markup(style), policy=policy(style), dated=head.dated.isoformat(),
            described=phrases.as_of(report.size, report.root).in_(language), title=head.title.in_(language).split("\n"),
            mark=head.mark.in_(language), number=head.number.in_(language), to=head.to.in_(language),
            paragraphs=report.paragraphs, body=head.body.in_(language), day=dates.day(head.dated).in_(language),
            preface=wording.preface(report), scopes=working.scopes(report.readings),
            numbers=[working.row(number) for number in report.numbers], substituted=substituted, cards=cards,
            meanings=[working.meaning(reading) for reading in figures.values()], imprint=wording.imprint(head, language),
        )
    )  # fmt: skip


def _style(report: Composed, faces: Mapping[Face, str], names: Sequence[str]) -> str:
    mark, kept = report.head.mark.in_(report.language), _kept(report)
    known = {
        "m": measures, "faces": faces, "kept": kept, "language": report.language,
        "marked": bool(mark), "mark_size": measures.mark_size(mark),
        "mark_length": max(measures.length(mark), 1), "half": measures.SIZE_4 / 2 / 72 * 25.4,
    }  # fmt: skip
    return "\n".join(environment_of_pages().get_template(name).render(known) for name in names)


def _kept(report: Composed) -> tuple[float, float]:
    language = report.language
    return measures.signature(report.head.body.in_(language), dates.day(report.head.dated).in_(language))


def _card(number: Number, report: Composed, records: str) -> SimpleNamespace:
    places = keys(report)
    readings = [
        SimpleNamespace(facts=working.facts(r), href=f"{records}#{places[r]}" if records else "")
        for r in number.readings
    ]
    return SimpleNamespace(index=number.index, text=number.text, note=number.printed.note, readings=readings)


@cache
def environment_of_pages() -> Environment:
    """Return the templates with what they call: words said in the page's language, text with nothing unseen in it."""
    found = environment()
    found.filters.update(said=_said, visible=visible, broken=_broken, drawn=_drawn, tabled=table)
    found.globals.update(say=wording)
    return found


@pass_context
def _said(context: Context, words: Words) -> str:
    return words.in_(str(context["language"]))


@pass_context
def _drawn(context: Context, chart: Chart) -> Markup:
    return Markup(svg(chart, str(context["language"])))


def _broken(text: str) -> Markup:
    """Show line breaks, and let a figure's id break after its dot and lines."""
    return Markup(_IN_AN_ID.sub(r"\1<wbr>", str(escape(text))).replace("\n", "<br>"))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
