"""A chart drawn: as SVG that needs nothing beside it, with a title and a description in both languages, and as PNG."""

from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Any

from plumbline.errors import Words
from plumbline.reports import phrases
from plumbline.reports.charts import deadlines, districts, flow, look, trend
from plumbline.reports.charts.measure import written
from plumbline.reports.charts.shapes import Chart, Kind, Point
from plumbline.reports.charts.small import blank

_DRAWN: dict[Kind, Callable[[Chart, str], look.Marks]] = {
    "trend": trend.drawn, "flow": flow.drawn, "deadlines": deadlines.drawn, "districts": districts.drawn,
}  # fmt: skip
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
SHARP = 2.0
"""Pixels of a PNG for each of the drawing's."""


@lru_cache(maxsize=64)
def svg(chart: Chart, language: str = "zh") -> str:
    """Return the chart as an SVG document in ``language``; fonts are named, not held, and nothing is fetched."""
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(specified(chart, language), allowed_base_urls=[])
    head, _, rest = made.partition(">")
    head = head.replace(' class="marks"', "") + f' role="img" lang="{_LANGUAGES[language]}"'
    return f"{head}>{_told(chart, language)}{rest}"


def png(chart: Chart, language: str = "zh") -> bytes:
    """Return the chart as a PNG, set in the fonts of this machine."""
    import vl_convert

    made: bytes = vl_convert.vegalite_to_png(specified(chart, language), scale=SHARP, allowed_base_urls=[])
    return made


def described(chart: Chart) -> Words:
    """Return all that a chart shows in words: each point with its value, the note, the source."""
    source = phrases.as_of(chart.size, chart.root)
    zh = "；".join(_said(p, chart, "zh") for p in chart.points)
    en = "; ".join(_said(p, chart, "en") for p in chart.points)
    return Words(f"{zh}。{chart.note.zh}截至：{source.zh}。", f"{en}. {chart.note.en} As of: {source.en}.")


def specified(chart: Chart, language: str) -> dict[str, Any]:
    """Return the chart as a Vega-Lite specification in ``language``."""
    return look.framed(_DRAWN[chart.kind](chart, language), chart, language)


def _told(chart: Chart, language: str) -> str:
    """Return title and description, the language of the drawing first."""
    order, said = sorted(_LANGUAGES, key=lambda each: each != language), described(chart)
    titles = [f'<title lang="{_LANGUAGES[each]}">{escape(chart.title.in_(each))}</title>' for each in order]
    return "".join([*titles, *(f'<desc lang="{_LANGUAGES[each]}">{escape(said.in_(each))}</desc>' for each in order)])


def _said(point: Point, chart: Chart, language: str) -> str:
    value = blank(point) if point.value is None else written(point.value, chart.unit.zh, language)
    unit = "" if point.value is None or chart.unit.zh == "%" else chart.unit.in_(language)
    where = "，".join(filter(None, (point.series.zh, point.place.zh)))
    if language == "zh":
        return f"{where}：{value}{unit}"
    return f"{', '.join(filter(None, (point.series.en, point.place.en)))}: {value} {unit}".rstrip()
