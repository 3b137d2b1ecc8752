"""The trend of a figure: drawn on the server, and the same for a reader's browser to draw and to be asked by pointing."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.gzip import gzip_page

from plumbline.errors import Busy, Words
from plumbline.figures.opening import Open
from plumbline.figures.reading import read
from plumbline.figures.shapes import Figure, Reading
from plumbline.lines import deadlines
from plumbline.reports.asking import Question
from plumbline.reports.charts import Chart, svg
from plumbline.reports.charts.drawing import described, specified
from plumbline.reports.charts.trend import trend, whole_months
from plumbline.web.bulletin import asking
from plumbline.web.console import shelf
from plumbline.web.console.keeping import Underway, begun, kept
from plumbline.web.console.speaking import said, spoken
from plumbline.web.people.rights import READERS, allowed
from plumbline.web.reading.asked import Asked, named

BRIDGE = "window.vegaEmbed = vegaEmbed;"
"""What of the library the page's own script is to find."""
TOLD = {"place": Words("月份", "month"), "series": Words("期间", "period"), "label": Words("数值", "value")}
"""What a bar says when it is pointed at."""


def slow(figure: Figure) -> bool:
    """Return whether a figure takes long to read month by month: one of time limits."""
    return figure.id in {f.id for f in deadlines()}


def chart(figure: Figure, asked: Asked, book: Open) -> Chart | Underway:
    """Return a figure's trend over the months of a period, or how far a slow one is; FigureError where it has none."""
    question = Question(figure, figure.countings[0], asked.period, asked.scope, asked.body)
    key, size, steps = ("trend", figure.id, *question[1:]), book.size, 2 * len(whole_months(asked.period))
    if not slow(figure):
        return kept(size, key, lambda: _read(question, asked.threshold, book, lambda: None))

    def make(step: Callable[[], None]) -> Chart:
        with shelf.reading(size) as own:
            return _read(question, asked.threshold, own, step)

    return begun(size, key, steps, make)


def _read(question: Question, threshold: int, book: Open, step: Callable[[], None]) -> Chart:
    def reading(q: Question) -> Reading:
        step()
        return read(q.figure, book.tables, q.period, counting=q.counting, scope=q.scope, body=q.body)

    return trend(question, reading, threshold)


def drawn(made: Chart) -> SafeString:
    """Return a chart as SVG within a page: the core escapes all that it writes."""
    return mark_safe(svg(made, spoken()))


def told(made: Chart) -> str:
    """Return all that a chart shows, in words."""
    return said(described(made))


@allowed(*READERS)
def specification(request: HttpRequest, name: str) -> HttpResponse:
    """Answer the trend as a Vega-Lite specification in the language spoken."""
    figure = named(name)
    with shelf.reading(asking.number(request, "as_of")) as book:
        asked, _ = asking.understood(asking.said(request), figure, book)
        if asked is None:
            raise Http404
        made = chart(figure, asked, book)
    if isinstance(made, Underway):
        what = Words("趋势还在计算", "the trend is being read still")
        raise Busy(name, what, Words("请过一会儿再来", "Come back in a while"))
    return JsonResponse(_pointed(specified(made, spoken())) | {"description": told(made)})


def _pointed(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose marks say what they are when pointed at, as wide as the page is."""
    tooltip = [{"field": field, "type": "nominal", "title": said(words)} for field, words in TOLD.items()]
    for layer in spec.get("layer", ()):
        layer.setdefault("encoding", {})["tooltip"] = tooltip
    return spec


@allowed(*READERS)
@gzip_page
def library(request: HttpRequest) -> HttpResponse:
    """Answer what draws charts in a browser, as vl-convert brings it along."""
    answer = HttpResponse(_bundle(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


@cache
def _bundle() -> str:
    import vl_convert

    made: str = vl_convert.javascript_bundle(snippet=BRIDGE)
    return made
