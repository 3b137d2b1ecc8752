"""From a plan's sketch of a chart to the chart: every number on it read as those of the sentences are."""

from plumbline.errors import FigureError, PlanError
from plumbline.periods import months
from plumbline.reports.asking import Catalogue, Read, question
from plumbline.reports.charts import Chart
from plumbline.reports.charts.districts import districts
from plumbline.reports.charts.flow import STEPS, flow
from plumbline.reports.charts.trend import trend
from plumbline.reports.plan import Sketch


def charted(sketch: Sketch, catalogue: Catalogue, read: Read) -> Chart:
    """Return the chart of a sketch; raises PlanError where it asks what no figure gives, or shows nothing."""
    period, scope = sketch.setting
    try:
        if sketch.figure is None:
            return flow(period, (scope, scope), catalogue, read)
        asked = question(sketch.figure, sketch.setting, catalogue, sketch.caption.where)
        return districts(asked, sketch.bodies, read) if sketch.kind == "districts" else trend(asked, read)
    except FigureError as error:
        raise PlanError(f"{sketch.caption.where}, {error.where}", error.what, error.todo) from error


def readings_of(sketch: Sketch) -> int:
    """Return how many readings a chart takes, for a progress bar."""
    many = {"flow": len(STEPS), "districts": len(sketch.bodies), "trend": 2 * len(months(sketch.setting.period))}
    return many[sketch.kind]
