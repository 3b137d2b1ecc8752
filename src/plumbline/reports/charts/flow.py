"""The flow between bodies: filed, transferred, received, prosecuted, docketed, concluded; each as high as its number."""

from typing import Any

from plumbline.errors import FigureError, Words
from plumbline.figures.shapes import Figure, Reading
from plumbline.periods import Span
from plumbline.reports import dates, phrases
from plumbline.reports.asking import Catalogue, Question, Read
from plumbline.reports.charts import look
from plumbline.reports.charts.measure import measure
from plumbline.reports.charts.shapes import Chart, Point

POLICE, PROCURATORATES, COURTS = (
    Words("公安机关", "police"), Words("检察机关", "procuratorates"), Words("审判机关", "courts"),
)  # fmt: skip
STEPS = (
    ("investigations.filed", POLICE), ("investigations.transferred", POLICE), ("prosecutions.received", PROCURATORATES),
    ("prosecutions.prosecuted", PROCURATORATES), ("trials.docketed", COURTS), ("trials.concluded", COURTS),
)  # fmt: skip
"""The figures of the chain in order, and whose each is."""

NOTE = Words(
    "各数是同一期间各单位各自所计，不是同一批案件。",
    "Each number is what those bodies counted in the period: not the same cases followed through.",
)


def flow(period: Span, scopes: tuple[str, str], catalogue: Catalogue, read: Read) -> Chart:
    """Return the chart for a period; ``scopes`` are that of police and procuratorates, and that of courts.

    Raises:
        FigureError: nothing was counted at any step.
    """
    questions = [(_question(catalogue[name], period, scopes, of), of) for name, of in STEPS]
    found = [(read(asked), of) for asked, of in questions]
    if not any(r.numerator for r, _ in found):
        what = Words("期内没有案件", "no cases in the period")
        raise FigureError(str(period), what, Words("请换一个期间", "Choose another period"))
    points = tuple(_point(at, r, of) for at, (r, of) in enumerate(found))
    first, when = found[0][0], dates.period(period)
    title = Words(f"{when.zh}案件在各单位之间的流转", f"Cases from body to body, {when.en}")
    return Chart("flow", title, measure([first]).unit, points, NOTE, first.size, first.root)


def _question(figure: Figure, period: Span, scopes: tuple[str, str], of: Words) -> Question:
    scope = scopes[1] if of is COURTS else scopes[0]
    return Question(figure, figure.countings[0], period, scope, "")


def _point(at: int, reading: Reading, of: Words) -> Point:
    return Point(phrases.phrase(reading), of, reading.value, str(at), reading)


def drawn(chart: Chart, language: str) -> look.Marks:
    """Return the marks: a bar a step, as high as its number, joined by bands; below each what it counts."""
    import altair as alt

    rows = look.rows(chart, language)
    most = max(row["value"] for row in rows)
    for row in rows:
        at, half = int(row["key"]), row["value"] / 2
        row |= {"left": at - 0.28, "right": at + 0.28, "top": half, "bottom": -half}
        row["place"] = "\n".join(look.wrapped(row["place"], 8 if language == "zh" else 17))
    edges = [{"x": row[side], "top": row["top"], "bottom": row["bottom"]} for row in rows for side in ("left", "right")]
    x: dict[str, Any] = {"axis": None, "scale": alt.Scale(domain=[-0.5, len(rows) - 0.5], nice=False)}
    y: dict[str, Any] = {"axis": None, "scale": alt.Scale(domain=[-most * 0.62, most * 0.62], nice=False)}
    names = [of.in_(language) for of in (POLICE, PROCURATORATES, COURTS)]
    colours = alt.Scale(domain=names, range=[look.BLUE, look.ORANGE, look.GREEN])
    band = alt.Chart(look.data(edges)).mark_area(color=look.BEHIND, opacity=0.6)
    bars = alt.Chart(look.data(rows))
    text = bars.encode(x=alt.X("mid:Q", **x)).transform_calculate(mid="(datum.left + datum.right) / 2")
    return alt.layer(
        band.encode(x=alt.X("x:Q", **x), y=alt.Y("top:Q", **y), y2="bottom:Q"),
        bars.mark_rect().encode(
            x=alt.X("left:Q", **x),
            x2="right:Q",
            y=alt.Y("top:Q", **y),
            y2="bottom:Q",
            color=alt.Color("series:N", title=None, scale=colours),
        ),
        text.mark_text(dy=-5, baseline="bottom", fontSize=15, fontWeight="bold", color=look.INK).encode(
            y=alt.Y("top:Q", **y), text="label:N"
        ),
        text.mark_text(lineBreak="\n", baseline="top", fontSize=13, color=look.INK, y=306).encode(text="place:N"),
    ).properties(width=look.WIDTH, height=300)
