"""What is wrong with a plan before any book is opened; what the plan itself gives a reason for stays listed, as known."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from plumbline.errors import PlanError, Words
from plumbline.reports.asking import Catalogue, Question, question
from plumbline.reports.judging import grows
from plumbline.reports.literals import refuse_numbers
from plumbline.reports.plan import NONE, Plan, Section, Target, Task
from plumbline.reports.planwords import twice, unwritten

Programmes = Callable[[str, str], object]
_KNOWN = Words("请补齐，或在 known_gap 中说明原因", "Give what lacks, or say why under known_gap")


class Finding(NamedTuple):
    """One thing wrong: which kind, where, what, what to do; ``known`` is the plan's own reason, empty where it has none."""

    kind: str
    where: str
    what: Words
    todo: Words
    known: Words = NONE


def check(plan: Plan, catalogue: Catalogue, programmes: Programmes) -> list[Finding]:
    """Return every finding on ``plan``, in its order; ``programmes`` raises PlanError for a name (and place) that is none."""
    return [
        *_areas(plan),
        *_sections(plan, plan.sections, catalogue, programmes),
        *_twice_measured(plan, catalogue),
        *(Finding("sentence", *fault) for fault in unwritten(plan, catalogue)),
        *(Finding("words", *fault) for fault in twice(plan, catalogue)),
    ]


def tasks(sections: Sequence[Section]) -> Iterator[Task]:
    """Yield every task of the sections and of those within them, in order."""
    for section in sections:
        yield from section.tasks
        yield from tasks(section.sections)


def _areas(plan: Plan) -> Iterator[Finding]:
    said, given = plan.announced, sum(section.focus for section in plan.sections)
    wrong = said.areas is not None and said.areas != given
    if wrong:
        words = Words(f"（{said.words.zh}）" if said.words.zh else "", f" ({said.words.en})" if said.words.en else "")
        what = Words(
            f"宣布{said.areas}个聚焦{words.zh}，计划里有{given}个",
            f"{said.areas} focus areas are announced{words.en}, {given} are given",
        )
        yield Finding("areas", plan.name, what, _KNOWN, said.known_gap)
    if said.known_gap.zh and not wrong:
        yield _stale(plan.name)


def _stale(where: str) -> Finding:
    what = Words("known_gap 说明的缺口并不存在", "known_gap gives a reason for a gap that is not there")
    return Finding("stale", where, what, Words("请删去 known_gap", "Take known_gap out"))


def _sections(
    plan: Plan, sections: Sequence[Section], catalogue: Catalogue, programmes: Programmes
) -> Iterator[Finding]:
    for section in sections:
        for name in section.programmes:
            yield from _refusal(partial(programmes, name, f"{section.heading.where}, programmes"))
        for task in section.tasks:
            yield from _task(task, plan, catalogue)
        yield from _sections(plan, section.sections, catalogue, programmes)


def _refusal(attempt: Callable[[], object]) -> Iterator[Finding]:
    """Yield what an error says of the plan, if there is one."""
    try:
        attempt()
    except PlanError as error:
        yield Finding("unknown", error.where, error.what, error.todo)


def _task(task: Task, plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    gaps = [Finding(kind, task.said.where, what, _KNOWN, task.known_gap) for kind, what in _gaps(task)]
    yield from gaps
    if task.known_gap.zh and not gaps:
        yield _stale(task.said.where)
    for words in task.said.words:
        yield from _refusal(partial(refuse_numbers, words, plan.names, task.said.where))
    for asked in _questions(task, catalogue):
        yield from [asked] if isinstance(asked, Finding) else _target(task, asked)


def _gaps(task: Task) -> Iterator[tuple[str, Words]]:
    name = task.said.words
    if not task.figures:
        yield (
            "no_figure",
            Words(f"任务“{name.zh}”没有衡量它的指标", f"no figure measures the task “{name.en or name.zh}”"),
        )
    if not task.owner.zh:
        yield "no_owner", Words(f"任务“{name.zh}”没有责任单位", f"no body owns the task “{name.en or name.zh}”")
    if task.target and not task.target.by:
        yield "no_date", Words(f"任务“{name.zh}”的目标没有期限", f"the target of “{name.en or name.zh}” has no date")


def _questions(task: Task, catalogue: Catalogue) -> Iterator[Question | Finding]:
    for number, slot in enumerate(task.figures, 1):
        where = f"{task.said.where}, figures {number}"
        try:
            yield question(slot, task.setting, catalogue, where)
        except PlanError as error:
            yield Finding("unknown", error.where, error.what, error.todo)


def _target(task: Task, asked: Question) -> Iterator[Finding]:
    target = task.target
    if target is None:
        return
    for kind, what, todo in _faults(target, asked, len(task.figures)):
        yield Finding(kind, f"{task.said.where}, target", what, todo)


def _faults(target: Target, asked: Question, figures: int) -> Iterator[tuple[str, Words, Words]]:
    figure, period, against = asked.figure, asked.period, target.against
    if target.by and target.by < period.first:
        what = Words(f"期限{target.by}早于期间{period}", f"the date {target.by} is before the period {period}")
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
    if against and (against.first.month, against.first.day) != (period.first.month, period.first.day):
        what = Words(f"{against}与{period}不能相比", f"{against} and {period} cannot be compared")
        yield "against", what, Words("请用前一年的同一期间", "Name the same period of an earlier year")


def _twice_measured(plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield tasks whose figure, asked the same, already measures a task of other words."""
    seen: dict[Question, Task] = {}
    for task in tasks(plan.sections):
        for asked in _questions(task, catalogue):
            if isinstance(asked, Finding):
                continue
            first = seen.setdefault(asked, task)
            if first.said.words != task.said.words:
                id_, a, b = asked.figure.id, first.said.words, task.said.words
                what = Words(f"{id_}已衡量“{a.zh}”，又衡量“{b.zh}”", f"{id_} measures “{a.en}” and “{b.en}” as well")
                yield Finding("twice", task.said.where, what, Words("请只留一处", "Keep one of them"))
