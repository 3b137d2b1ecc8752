"""Charts made of readings: a trend, a flow between bodies, limits ahead, a map of districts; as SVG, PNG and a table."""

from plumbline.reports.charts.drawing import png, svg
from plumbline.reports.charts.shapes import Chart, Point

__all__ = ["Chart", "Point", "png", "svg"]
