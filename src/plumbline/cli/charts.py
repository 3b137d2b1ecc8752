"""Charts that commands draw: a figure's trend or map, the flow between bodies, the limits ahead; as SVG or PNG."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from plumbline.cli.language import say_wrote
from plumbline.cli.progress import progress
from plumbline.cli.whole import whole as written_whole
from plumbline.errors import FigureError, OutputError, Words
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.deadlines import in_book, lines_of
from plumbline.figures.reading import read
from plumbline.figures.shapes import Figure, Reading
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures
from plumbline.periods import Span
from plumbline.reports.asking import Question, Read
from plumbline.reports.charts import Chart, deadlines, png, svg
from plumbline.reports.charts.districts import districts
from plumbline.reports.charts.flow import STEPS, flow
from plumbline.reports.charts.trend import trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plumbline.figures.opening import Open
    from plumbline.web.reading.asked import Asked
    from plumbline.web.reading.deadlines import Asked as AskedLimits

FORMS: dict[str, Callable[[Chart, str], bytes]] = {".svg": lambda c, lang: svg(c, lang).encode(), ".png": png}
READING = Words("读取图中各数", "reading the numbers of the chart")


def form_of(path: Path) -> Callable[[Chart, str], bytes]:
    """Return what draws a chart in the form a file's name asks for; raises OutputError for another than .svg and .png."""
    if path.suffix.lower() in FORMS:
        return FORMS[path.suffix.lower()]
    what = Words("图只能写成 SVG 或 PNG", "a chart is written as SVG or PNG")
    raise OutputError(str(path), what, Words("文件名请以 .svg 或 .png 结尾", "End the file's name in .svg or .png"))


def figure_chart(path: Path, wanted: Sequence[Figure], asked: "Asked", book: "Open", lang: str) -> None:
    """Draw one figure: by month, or where it is asked ``by`` body on the map of districts."""
    draw = form_of(path)
    if len(wanted) != 1 or asked.by not in ((), ("body",)):
        what = Words("一张图只画一个指标，按月或按单位", "a chart shows one figure, by month or by body")
        raise FigureError("--chart", what, Words("请给出一个指标的名称", "Name one figure"))
    figure = wanted[0]
    question = Question(figure, figure.countings[0], asked.period, asked.scope, asked.body)
    with progress(READING.in_(lang)) as told:
        found = _stepped(book.tables, told)
        if asked.by:
            made = districts(question, _bodies(book, figure), found, asked.threshold)
        else:
            made = trend(question, found, asked.threshold)
    _write(path, draw(made, lang), lang)


def flow_chart(path: Path, period: Span | None, scopes: tuple[str, str], book: "Open", lang: str) -> None:
    """Draw the flow between bodies in a period, default: all that the book has."""
    from plumbline.web.reading.reconciling import whole

    draw = form_of(path)
    over = period or whole(book.tables)
    with progress(READING.in_(lang)) as told:
        made = flow(over, scopes, Catalogue(figures()), _stepped(book.tables, told, len(STEPS)))
    _write(path, draw(made, lang), lang)


def limits_chart(path: Path, asked: "AskedLimits", step: deadlines.Step, book: "Open", lang: str) -> None:
    """Draw the limits that fall due after a day, by day or by week, and those overdue or in dispute."""
    draw = form_of(path)
    running = [each for found in _running(asked, step, book.tables, lang) for each in found]
    made = deadlines.deadlines(running, asked.day, step, book.size, book.mirror.roots.get(book.size, ""))
    _write(path, draw(made, lang), lang)


def _running(
    asked: "AskedLimits", step: deadlines.Step, tables: TablesOf, lang: str
) -> "Iterator[list[deadlines.Due]]":
    from plumbline.web.reading.deadlines import LISTED, chosen

    limits = chosen(asked.line)
    with progress(Words("期限", "limits").in_(lang)) as told:
        for done, limit in enumerate(limits):
            told(done, len(limits))
            rows = in_book(limit, [tables(line) for line in lines_of(limit)], asked.day, deadlines.horizon(step))
            mine = [r for r in rows.to_dicts() if asked.body in (None, r["body"])]
            running = [r for r in mine if r["stops_on"] is None and r["state"] in LISTED]
            yield [(r["state"], r["due"] and r["due"].date()) for r in running]


def _bodies(book: "Open", figure: Figure) -> tuple[str, ...]:
    from plumbline.web.reading.narrowed import kept

    return kept(book).bodies.get(figure.line, ())


def _stepped(tables: TablesOf, told: Callable[[int, int], None], total: int = 0) -> Read:
    done = count(1)

    def reading(asked: Question) -> Reading:
        figure, counting, period, scope, body = asked
        now = next(done)
        told(now, max(total, now))
        return read(figure, tables, period, counting=counting, scope=scope, body=body)

    return reading


def _write(path: Path, drawn: bytes, lang: str) -> None:
    written_whole(path, lambda made: made.write_bytes(drawn))
    say_wrote(path, lang)
