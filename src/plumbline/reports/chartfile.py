"""The charts of a plan, read from its TOML: what they draw, of which figure, for when; the caption below."""

from plumbline.errors import PlanError, Words
from plumbline.reports.nearest import did_you_mean
from plumbline.reports.plan import Said, Setting, Sketch
from plumbline.reports.planvalues import Table
from plumbline.reports.taskfile import bare

DRAWN = ("trend", "districts", "flow")
"""What a report can draw: what is made of readings."""


def charts_of(table: Table, above: Setting) -> tuple[Sketch, ...]:
    """Return the charts under ``[[...chart]]``; a figure is written as in a sentence's braces. Raises PlanError."""
    return tuple(_sketch(inner, above) for inner in table.tables("chart"))


def _sketch(table: Table, above: Setting) -> Sketch:
    kind = table.take("kind", str)
    if kind not in DRAWN:
        what = Words(f"没有“{kind}”这种图", f"there is no chart “{kind}”")
        raise PlanError(f"{table.where}, kind", what, did_you_mean(kind, DRAWN))
    figure = None if kind == "flow" else bare(table.take("figure", str), f"{table.where}, figure")
    setting = Setting(table.period(above.period), table.scope(above.scope))
    bodies = table.texts("bodies") if kind == "districts" else ()
    caption = Said(table.where, table.said())
    sketch = Sketch(caption, kind, figure, setting, bodies)
    table.close()
    return sketch
