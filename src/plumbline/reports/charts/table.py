"""The table behind a chart: each point as it was read, for those who would rather read than look."""

from plumbline.errors import Words
from plumbline.reports import phrases
from plumbline.reports.charts.measure import written
from plumbline.reports.charts.shapes import Chart, Point
from plumbline.reports.charts.small import blank


def table(chart: Chart) -> tuple[tuple[Words, ...], ...]:
    """Return a row a point: figure, body, period, exact value (a sign where there is none, or it is not shown)."""
    return tuple(_row(point, chart) for point in chart.points)


def _row(point: Point, chart: Chart) -> tuple[Words, ...]:
    reading = point.reading
    sign = Words(blank(point), blank(point))
    if reading is None:
        value = sign if point.value is None else Words(*(written(point.value, "", each) for each in ("zh", "en")))
        return point.series, Words("", ""), point.place, value
    body = Words(reading.body, reading.body)
    exact = sign if point.value is None else phrases.exactly(reading)
    return phrases.phrase(reading), body, phrases.when(reading), exact
