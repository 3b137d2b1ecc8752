"""A trend: a figure month by month, the same month of the year before behind it."""

from collections.abc import Sequence

from plumbline.errors import FigureError, Words
from plumbline.figures.shapes import Reading
from plumbline.figures.small import THRESHOLD
from plumbline.periods import Span, months, year_before
from plumbline.reports import dates
from plumbline.reports.asking import Question, Read
from plumbline.reports.charts import look
from plumbline.reports.charts.measure import Measure, counted, measure
from plumbline.reports.charts.shapes import Chart, Point, joined
from plumbline.reports.charts.small import said, unshown
from plumbline.reports.plan import NONE

NOW, BEFORE = Words("本期", "this period"), Words("上年同月", "same month, year before")
MOST = 36
"""Months that fit on a page."""


def trend(asked: Question, read: Read, threshold: int = THRESHOLD) -> Chart:
    """Return the chart of a figure over the whole months of a period; raises FigureError where it has none, or over 36."""
    over = whole_months(asked.period)
    now = [read(asked._replace(period=month)) for month in over]
    before = [read(asked._replace(period=year_before(month))) for month in over]
    shown = measure([*now, *before])
    known = any(r.numerator for r in before)
    points = [*(_points(before, BEFORE, shown, threshold) if known else ()), *_points(now, NOW, shown, threshold)]
    hid = said(points, threshold)
    none = NONE if known else Words("上年同期没有记录。", "No records of the year before.")
    words = counted(now[0])
    over_all = dates.period(asked.period)
    title = Words(f"{over_all.zh}{words.zh}", f"{words.en}, {over_all.en}")
    return Chart("trend", title, shown.unit, tuple(points), joined(none, hid), now[0].size, now[0].root)


def whole_months(period: Span) -> list[Span]:
    """Return the whole months of a period; raises FigureError where there are none, or more than a trend shows."""
    over = months(period)
    if not 0 < len(over) <= MOST:
        what = Words(f"期间里有{len(over)}个整月，趋势图画1至{MOST}个", f"a trend shows 1 to {MOST} whole months")
        raise FigureError(str(period), what, Words("请给出整年或整月", "Give whole months or years"))
    return over


def _points(readings: Sequence[Reading], series: Words, shown: Measure, threshold: int) -> list[Point]:
    gone = unshown(readings, threshold)
    several = len({r.period.first.year for r in readings}) > 1
    return [
        Point(_month(r, several), series, None if at in gone else shown.of(r), f"{at:02d}", r)
        for at, r in enumerate(readings)
    ]


def _month(reading: Reading, several: bool) -> Words:
    first = reading.period.first
    if several:
        return Words(f"{first:%Y-%m}", f"{first:%Y-%m}")
    return Words(f"{first.month}月", f"{first:%b}")


def drawn(chart: Chart, language: str) -> look.Marks:
    """Return the marks: wide grey bars of the year before, narrow ones of the period over them, with their numbers."""
    import altair as alt

    rows, count = look.rows(chart, language), len({p.key for p in chart.points})
    for row in rows:
        row["month"] = next(p.place for p in chart.points if p.key == row["key"] and p.series == NOW).in_(language)
    x = alt.X("month:N", sort=None, title=None, axis=alt.Axis(labelAngle=0 if count <= 12 else -60, domainColor="#888"))
    y = alt.Y("value:Q", title=None, axis=look.axis(chart))
    names = [BEFORE.in_(language), NOW.in_(language)]
    colour = alt.Color("series:N", title=None, scale=alt.Scale(domain=names, range=[look.BEHIND, look.BLUE]))
    wide = look.WIDTH / count
    base = alt.Chart(look.data(rows)).encode(x=x, y=y)
    back, front = (base.transform_filter(f"datum.series == '{name}'") for name in names)
    size = min(13, wide * 0.36)
    labels = front.mark_text(dy=-4, baseline="bottom", fontSize=size, color=look.INK).encode(text="label:N")
    layers = [
        back.mark_bar(size=wide * 0.74).encode(color=colour),
        front.mark_bar(size=wide * 0.4).encode(color=colour),
    ]
    layers += [labels] if size >= 7 else []
    return alt.layer(*layers).properties(width=look.WIDTH, height=300)
