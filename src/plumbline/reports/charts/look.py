"""How all charts look: fonts, colours that the colour-blind can tell apart (Okabe and Ito), the frame around the marks."""

from typing import TYPE_CHECKING, Any

from plumbline.reports import phrases
from plumbline.reports.charts.measure import written
from plumbline.reports.charts.shapes import Chart
from plumbline.reports.charts.small import blank

if TYPE_CHECKING:
    import altair as alt

FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimHei, WenQuanYi Zen Hei, sans-serif"
INK, FAINT, BEHIND = "#1a1a1a", "#595959", "#c4c4c4"
BLUE, ORANGE, VERMILION, GREEN, SKY = "#0072b2", "#e69f00", "#d55e00", "#009e73", "#56b4e9"
WIDTH = 720
Marks = Any
"""A layered chart of altair's, whose own types are wider than what is made here."""


def rows(chart: Chart, language: str) -> list[dict[str, Any]]:
    """Return the points as the drawing takes them; a hidden value is null, and its label says so."""
    return [
        {
            "key": p.key,
            "place": p.place.in_(language),
            "series": p.series.in_(language),
            "value": None if p.value is None else float(p.value),
            "label": blank(p) if p.value is None else written(p.value, chart.unit.zh, language),
        }
        for p in chart.points
    ]


def axis(chart: Chart) -> "alt.Axis":
    """Return the axis of values: whole numbers where all are whole."""
    import altair as alt

    whole = all(p.value is None or p.value.denominator == 1 for p in chart.points)
    more: dict[str, Any] = {"tickMinStep": 1, "format": ",d"} if whole else {}
    return alt.Axis(gridColor="#e6e6e6", domain=False, ticks=False, tickCount=5, **more)


def data(rows: list[dict[str, Any]]) -> Any:
    """Return rows as what marks are drawn from."""
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def framed(marks: Marks, chart: Chart, language: str) -> dict[str, Any]:
    """Return the whole specification: the marks under the title, the unit, the source and what is not shown."""
    import altair as alt

    unit, source = chart.unit.in_(language), phrases.as_of(chart.size, chart.root).in_(language)
    lines = [f"单位：{unit}　截至：{source}" if language == "zh" else f"Unit: {unit}. As of: {source}."]
    note = chart.note.in_(language)
    title = alt.Title(
        headline(chart, language), subtitle=[*lines, *wrapped(note, 52 if language == "zh" else 104)], anchor="start",
        fontSize=18, subtitleFontSize=12, subtitleColor=FAINT, offset=14, color=INK, subtitlePadding=6,
    )  # fmt: skip
    made = marks.properties(title=title, background="white", padding=14)
    made = made.configure(font=FONT, aria=False).configure_mark(aria=False).configure_view(stroke=None)
    made = made.configure_axis(
        labelFontSize=13, titleFontSize=13, labelColor=INK, titleColor=FAINT, titleFontWeight="normal"
    )
    found: dict[str, Any] = made.configure_legend(orient="top", labelFontSize=13, labelLimit=0, offset=6).to_dict()
    return found


def headline(chart: Chart, language: str) -> str:
    """Return the title with its first letter a capital."""
    words = chart.title.in_(language)
    return words[:1].upper() + words[1:]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines: at blanks where it has any, else after so many characters."""
    from textwrap import wrap

    return wrap(text, width)
