"""From a plan's sketch of a chart to the chart: every number on it read as those of the sentences are."""

from plumbline.errors import FigureError, PlanError
from plumbline.periods import months
from plumbline.reports.asking import Catalogue, Question, Read, question
from plumbline.reports.charts import Chart
from plumbline.reports.charts.districts import districts, require_district
from plumbline.reports.charts.flow import STEPS, flow
from plumbline.reports.charts.trend import trend, whole_months
from plumbline.reports.plan import Sketch


def charted(sketch: Sketch, catalogue: Catalogue, read: Read) -> Chart:
    """Return the chart of a sketch; raises PlanError where it asks what no figure gives, or shows nothing."""
    period, scope = sketch.setting
    asked = drawable(sketch, catalogue)
    try:
        if asked is None:
            return flow(period, (scope, scope), catalogue, read)
        return districts(asked, sketch.bodies, read) if sketch.kind == "districts" else trend(asked, read)
    except FigureError as error:
        raise _placed(sketch, error) from error


def drawable(sketch: Sketch, catalogue: Catalogue) -> Question | None:
    """Return what the figure of a sketch asks (None: the flow's own do); raises PlanError for what cannot be drawn."""
    if sketch.figure is None:
        return None
    asked = question(sketch.figure, sketch.setting, catalogue, sketch.caption.where)
    try:
        if sketch.kind == "districts":
            require_district(asked.figure.id, sketch.bodies)
        else:
            whole_months(asked.period)
    except FigureError as error:
        raise _placed(sketch, error) from error
    return asked


def _placed(sketch: Sketch, error: FigureError) -> PlanError:
    return PlanError(f"{sketch.caption.where}, {error.where}", error.what, error.todo)


def readings_of(sketch: Sketch) -> int:
    """Return how many readings a chart takes, for a progress bar."""
    many = {"flow": len(STEPS), "districts": len(sketch.bodies), "trend": 2 * len(months(sketch.setting.period))}
    return many[sketch.kind]
