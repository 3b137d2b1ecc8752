"""What ``plumbline figures`` is asked for, and the answers: values, parts, records."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plumbline.errors import FigureError, NotFound, Words
from plumbline.figures.breakdown import Cell, breakdown
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.change_reading import Compared, Part, compare, compare_parts
from plumbline.figures.drilling import Row, drill, sample
from plumbline.figures.reading import read
from plumbline.figures.shapes import Figure, Reading
from plumbline.figures.tables import TablesOf
from plumbline.lines import deadlines, figures, kinds, names
from plumbline.periods import Span, span
from plumbline.reports.nearest import did_you_mean
from plumbline.web.reading.narrowed import line_of


class Asked(NamedTuple):
    """The period, what it is narrowed to, the columns of a breakdown, how many records to list or to draw.

    ``against`` is the period that values are held against.
    """

    period: Span
    scope: str = ""
    body: str = ""
    by: tuple[str, ...] = ()
    limit: int = 0
    drawn: int = 0
    seed: int = 0
    threshold: int = 5
    against: Span | None = None


class Found(NamedTuple):
    """A reading, its parts where a breakdown was asked for, its records where those were.

    Held against another period it is ``compared``, and its parts are ``parts``, not ``cells``.
    """

    reading: Reading
    cells: tuple[Cell, ...] = ()
    records: tuple[Row, ...] = ()
    compared: Compared | None = None
    parts: tuple[Part, ...] = ()


def chosen(wanted: Sequence[str], listed: bool = False) -> list[Figure]:
    """Return the figures of these names (of a figure or a line), all for none; FigureError for an unknown one.

    Figures of deadlines are read where they are named themselves, as to count all deadlines of a line takes longer than
    its other figures; where figures are only ``listed`` they are among them.
    """
    catalogue = Catalogue([*figures(), *deadlines()])
    found = [f for name in wanted for f in _named(catalogue, name)] if wanted else list(catalogue.values())
    unasked = set() if listed else {f.id for f in deadlines()} - set(wanted)
    return [f for f in found if f.id not in unasked]


def period(words: str, option: str = "--period") -> Span:
    """Return the days that ``words`` name; FigureError where they name none."""
    try:
        return span(words)
    except ValueError:
        what = Words(f"看不懂期间“{words}”", f"“{words}” is not a period")
        raise FigureError(
            option, what, Words("请写 2020、2020-06 或 2018/2020", "Write 2020, 2020-06 or 2018/2020")
        ) from None


def answers(wanted: Sequence[Figure], tables: TablesOf, asked: Asked, step: Callable[[int, int], None]) -> list[Found]:
    """Read each figure in each way it counts, narrowed to the scope and body where it can be.

    Of several figures those that cannot be narrowed so are left out; a single one raises NotCounted.
    """
    kept = [f for f in wanted if len(wanted) == 1 or not asked.scope or "{scope}" in f.zh]
    found: list[Found] = []
    for done, figure in enumerate(kept):
        step(done, len(kept))
        found += _answered(figure, tables, asked)
    return found


def _answered(figure: Figure, tables: TablesOf, asked: Asked) -> Iterable[Found]:
    period, scope, body = asked.period, asked.scope, asked.body
    records = _records(figure, tables, asked)
    for how in figure.countings:
        reading = read(figure, tables, period, counting=how, scope=scope, body=body)
        if asked.against:
            yield _held_against(reading, tables, asked, asked.against, records)
            continue
        cells: list[Cell] = []
        if asked.by:
            by, small = columns(figure, asked.by), asked.threshold
            cells = breakdown(figure, tables, period, by, counting=how, scope=scope, body=body, threshold=small)
        yield Found(reading, tuple(cells), records)


def _held_against(reading: Reading, tables: TablesOf, asked: Asked, against: Span, records: tuple[Row, ...]) -> Found:
    compared = compare(reading, tables, against)
    by = columns(reading.figure, asked.by)
    parts = compare_parts(compared, tables, by, threshold=asked.threshold) if by else []
    return Found(reading, (), records, compared, tuple(parts))


def columns(figure: Figure, by: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that names or labels (程序, 单位, 月份) mean in a figure's line; other words as they are."""
    fields = [c for kind in kinds()[figure.line].values() for c in kind.columns]
    meant = {label: c.name for c in fields for label in c.label} | {"单位": "body", "月": "month", "月份": "month"}
    own = {c.name for c in fields}
    return tuple(word if word in own else meant.get(word, word) for word in by)


def _records(figure: Figure, tables: TablesOf, asked: Asked) -> tuple[Row, ...]:
    period, scope, body = asked.period, asked.scope, asked.body
    if asked.drawn:
        return tuple(sample(figure, tables, period, asked.drawn, asked.seed, scope=scope, body=body))
    return tuple(drill(figure, tables, period, limit=asked.limit, scope=scope, body=body)) if asked.limit else ()


def _named(catalogue: Catalogue, name: str) -> list[Figure]:
    if name in catalogue:
        return [catalogue[name]]
    if (line := line_of(name)) in names():
        return catalogue.of_line(line)
    what = Words(f"没有“{name}”这个指标或条线", f"there is no figure or line “{name}”")
    raise FigureError(name, what, did_you_mean(name, [*catalogue, *names()]))


def named(name: str) -> Figure:
    """Return one figure, also of deadlines; raises NotFound, naming the nearest, for a name that is none."""
    catalogue = Catalogue([*figures(), *deadlines()])
    if name in catalogue:
        return catalogue[name]
    what = Words(f"没有“{name}”这个指标", f"there is no figure “{name}”")
    raise NotFound(name, what, did_you_mean(name, catalogue))
