"""The board of a plan: each area, task, target and reading as of a day, and how it stands."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from plumbline.errors import PlanError, Words
from plumbline.periods import Span
from plumbline.reports.asking import question
from plumbline.reports.judging import Judged, Status, gravest
from plumbline.reports.measuring import Book, Measured, Wanted, measured
from plumbline.reports.plan import NONE, Plan, Section, Task, spoken

NO_FIGURE = Words("没有衡量它的指标", "no figure measures it")
Programmes = Callable[[str], Plan]


class Row(NamedTuple):
    """A task as it stands: its figures with theirs, and what is to be said of it as a whole."""

    task: Task
    measures: tuple[Measured, ...]
    judged: Judged


class Area(NamedTuple):
    """A focus area, another section with tasks, or a programme: its words, its tasks, what belongs to it."""

    words: Words
    aim: Words
    focus: bool
    rows: tuple[Row, ...]
    areas: tuple["Area", ...]

    def every(self) -> Iterator[Row]:
        """Yield its own rows and those of what belongs to it."""
        yield from self.rows
        for inner in self.areas:
            yield from inner.every()


class Board(NamedTuple):
    """A plan's areas as they stood at the end of a day; ``days`` are those of which the book has records."""

    plan: Plan
    on: date
    days: Span | None
    areas: tuple[Area, ...]

    @property
    def title(self) -> Words:
        """The plan's title in one line."""
        title = spoken(self.plan.head.title)
        return Words(title.zh.replace("\n", ""), title.en.replace("\n", " "))

    def count(self, status: Status) -> int:
        """Return how many tasks have a status."""
        return sum(row.judged.status == status for area in self.areas for row in area.every())

    def measures(self) -> Iterator[Measured]:
        """Yield every figure of every task, in order."""
        for area in self.areas:
            for row in area.every():
                yield from row.measures


def board(plan: Plan, book: Book, on: date, programmes: Programmes) -> Board:
    """Return the board of ``plan`` at the end of ``on``; what several tasks ask is read once.

    Raises PlanError for a figure, scope or programme that is not known, and whatever ``read`` raises.
    """
    once = book._replace(read=cache(book.read), judge=cache(book.judge))
    areas = [_area(section, once, on, programmes) for section in plan.sections]
    return Board(plan, on, book.days, tuple(area for area in areas if area.focus or any(area.every())))


def _area(section: Section, book: Book, on: date, programmes: Programmes) -> Area:
    inner = [_area(each, book, on, programmes) for each in section.sections]
    inner += [_programme(programmes(name), book, on) for name in section.programmes]
    rows = tuple(_row(task, book, on) for task in section.tasks)
    kept = tuple(area for area in inner if area.focus or any(area.every()))
    return Area(spoken(section.heading.words), spoken(section.aim), section.focus, rows, kept)


def _programme(plan: Plan, book: Book, on: date) -> Area:
    found = board(plan, book, on, partial(_none_within, plan))
    return Area(found.title, NONE, True, (), found.areas)


def _none_within(plan: Plan, name: str) -> Plan:
    what = Words(f"专项行动里不能再有“{name}”", f"a programme cannot hold “{name}”")
    raise PlanError(plan.name, what, Words("请写进计划", "Name it in the plan"))


def _row(task: Task, book: Book, on: date) -> Row:
    if not task.figures:
        return Row(task, (), Judged("untold", task.known_gap if task.known_gap.zh else NO_FIGURE))
    measures = tuple(_measures(task, book, on))
    return Row(task, measures, Judged(gravest([each.judged.status for each in measures]), task.known_gap))


def _measures(task: Task, book: Book, on: date) -> Iterator[Measured]:
    for number, slot in enumerate(task.figures, 1):
        where = f"{task.said.where}, figures {number}"
        asked = question(slot, task.setting, book.catalogue, where)
        yield measured(task.target, Wanted(asked, slot.options, where), book, on)
