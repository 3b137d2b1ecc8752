"""What is wrong with the target of a task: its day, its pace, its number, the period it is held against."""

from collections.abc import Iterator
from datetime import date

from plumbline.errors import Words
from plumbline.periods import Span
from plumbline.reports.asking import Question
from plumbline.reports.judging import grows
from plumbline.reports.plan import Target

Fault = tuple[str, Words, Words]
"""Its kind, what, what to do."""


def faults(target: Target, asked: Question, figures: int) -> Iterator[Fault]:
    """Yield what is wrong with the target of a task with so many figures, for what one of them asks."""
    figure, period, against = asked.figure, asked.period, target.against
    if target.by and not period.has(target.by):
        zh, en = ("早于", "before") if target.by < period.first else ("晚于", "after")
        what = Words(f"期限{target.by}{zh}期间{period}", f"the date {target.by} is {en} the period {period}")
        yield "date", what, Words("请改正其一", "Correct one of them")
    if target.even and not against and not grows(figure):
        what = Words(
            f"{figure.id}不随时间累加，谈不上按日均匀推进",
            f"{figure.id} does not add up over time: it has no even pace",
        )
        yield "even", what, Words("请删去 even", "Take even out")
    if figures > 1 and target.kind in ("at_least", "at_most"):
        what = Words("一个数不能同时是几个指标的目标", "one number cannot be the target of several figures")
        yield "several", what, Words("请分成几项任务", "Make a task of each")
    if figure.among and target.number > 100:
        what = Words(f"{figure.id}到不了100%以上", f"{figure.id} cannot pass 100 %")
        yield "beyond", what, Words("请改正该数", "Correct the number")
    if against and not _comparable(against, period):
        what = Words(f"{against}与{period}不能相比", f"{against} and {period} cannot be compared")
        yield "against", what, Words("请用前一年的同一期间", "Name the same period of an earlier year")


def _comparable(against: Span, period: Span) -> bool:
    """Return whether a period is the same days as another, so many years before."""
    ends = [(before, then) for before, then in zip(against, period, strict=True)]
    years = {then.year - before.year for before, then in ends}
    return len(years) == 1 and min(years) > 0 and all(_day(before) == _day(then) for before, then in ends)


def _day(of: date) -> tuple[int, int]:
    """Return the month and the day of it, the 29th of February being the 28th."""
    return of.month, 28 if (of.month, of.day) == (2, 29) else of.day
