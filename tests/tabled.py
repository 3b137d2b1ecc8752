"""A book made of a small table: for tests of what a report says against it, with the figures of the real lines.

    prosecutions.received   2018/2020   涉黑涉恶   cases   113

One reading a line: figure, period, scope (- for all), counting, the number as ledgers have it (money in fen) or
numerator/denominator; a body's name may follow. A figure asked for what no line gives is a mistake of the test's.
"""

from collections.abc import Callable

from plumbline.checks.against import Book
from plumbline.figures import Figure, Reading
from plumbline.figures.change import Change, Days, of_counts
from plumbline.figures.shapes import Counting
from plumbline.lines import figures, names
from plumbline.periods import Span, span
from plumbline.records import SCOPES

COVERS = span("2018-01-03/2020-12-30")
SIZE = 500
ROOT = "8yq0nKQmQ3hLwqL7mZ1m1b0cB8o1sVqk6p0n3o2v1xA="
BODIES = {
    "investigations": ("兰州市公安局", "兰州市公安局城关分局"),
    "prosecutions": ("兰州市人民检察院", "兰州市城关区人民检察院"),
    "trials": ("兰州市中级人民法院", "兰州市城关区人民法院"),
    "custody": ("兰州市公安局",),
    "assets": ("兰州市公安局",),
    "links": ("兰州市公安局",),
}
BODIES |= {name: ("兰州市公安局",) for name in names() if name not in BODIES}
Asked = tuple[str, Span, str, str, str]


def book(table: str = "", covers: Span | None = COVERS) -> Book:
    """Return a book that gives the readings of ``table`` and no others."""
    given = dict(_row(line.split()) for line in table.strip().splitlines() if line.strip())
    scopes = {name: scope.tags for name, scope in SCOPES.items()}
    return Book(figures(), scopes, BODIES, covers, _ask(given), lambda reading: range(reading.numerator % 1000), _judge)


def _judge(now: Reading, before: Reading) -> Change:
    """Judge a change as if its events had come one by one: a table has no more to go by."""
    return of_counts(now.numerator, before.numerator, Days(now.period.days, before.period.days))


def _row(cells: list[str]) -> tuple[Asked, tuple[int, int]]:
    name, period, scope, counting, number, *body = cells
    top, _, below = number.partition("/")
    key = (name, span(period), "" if scope == "-" else scope, counting, body[0] if body else "")
    return key, (int(top), int(below or 1))


def _ask(given: dict[Asked, tuple[int, int]]) -> Callable[..., Reading]:
    def ask(figure: Figure, counting: Counting, period: Span, scope: str, body: str) -> Reading:
        top, below = given[figure.id, period, scope, counting, body]
        unit = "人" if counting == "persons" and figure.unit != "%" else figure.unit
        return Reading(figure, counting, unit, period, scope, body, top, below, SIZE, ROOT)

    return ask
