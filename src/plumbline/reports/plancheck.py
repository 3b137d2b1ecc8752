"""What is wrong with a plan before any book is opened; what the plan itself gives a reason for stays listed, as known."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from plumbline.errors import PlanError, Words
from plumbline.reports.asking import Catalogue, Question, question
from plumbline.reports.charted import drawable
from plumbline.reports.literals import refuse_numbers
from plumbline.reports.plan import NONE, Plan, Section, Task
from plumbline.reports.plantargets import faults
from plumbline.reports.planwords import twice, unwritten

Programmes = Callable[[str, str], object]
_KNOWN = Words("请补齐，或在 known_gap 中说明原因", "Give what lacks, or say why under known_gap")
_ONE = Words("请只留一处", "Keep one of them")


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
        *(f for section in every(plan.sections) for f in _section(section, plan, catalogue, programmes)),
        *_twice_named(plan.sections),
        *_twice_measured(plan, catalogue),
        *(Finding("sentence", *fault) for fault in unwritten(plan, catalogue)),
        *(Finding("words", *fault) for fault in twice(plan, catalogue)),
    ]


def every(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections and those within them, in order."""
    for section in sections:
        yield section
        yield from every(section.sections)


def tasks(sections: Sequence[Section]) -> Iterator[Task]:
    """Yield every task of the sections and of those within them, in order."""
    return (task for section in every(sections) for task in section.tasks)


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


def _section(section: Section, plan: Plan, catalogue: Catalogue, programmes: Programmes) -> Iterator[Finding]:
    for name in section.programmes:
        yield from _refusal(partial(programmes, name, f"{section.heading.where}, programmes"))
    for sketch in section.charts:
        yield from _refusal(partial(drawable, sketch, catalogue))
    for task in section.tasks:
        yield from _task(task, plan, catalogue)


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
    for words in (*task.said.words, *task.note):
        yield from _refusal(partial(refuse_numbers, words, plan.names, task.said.where))
    each = [[a] if isinstance(a, Finding) else _target(task, a) for a in _questions(task, catalogue)]
    yield from dict.fromkeys(chain(*each))


def _gaps(task: Task) -> Iterator[tuple[str, Words]]:
    name = task.said.words
    if not task.figures:
        yield (
            "no_figure",
            Words(f"任务“{name.zh}”没有衡量它的指标", f"no figure measures the task “{name.en}”"),
        )
    if not task.owner.zh:
        yield "no_owner", Words(f"任务“{name.zh}”没有责任单位", f"no body owns the task “{name.en}”")
    if task.target and not task.target.by:
        yield "no_date", Words(f"任务“{name.zh}”的目标没有期限", f"the target of “{name.en}” has no date")


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
    for kind, what, todo in faults(target, asked, len(task.figures)):
        yield Finding(kind, f"{task.said.where}, target", what, todo)


def _twice_named(sections: Sequence[Section]) -> Iterator[Finding]:
    """Yield programmes that are named a second time: their tasks would be counted twice."""
    seen: set[str] = set()
    for section in every(sections):
        for name in section.programmes:
            if name in seen:
                what = Words(f"专项行动“{name}”写了两次", f"the programme “{name}” is named twice")
                yield Finding("twice", f"{section.heading.where}, programmes", what, _ONE)
            seen.add(name)


def _twice_measured(plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield tasks with a figure that, asked the same, measures a task before, or this one twice."""
    seen: dict[Question, Task] = {}
    for task in tasks(plan.sections):
        for asked in _questions(task, catalogue):
            if isinstance(asked, Finding):
                continue
            if asked in seen:
                yield Finding("twice", task.said.where, _measured_twice(asked, seen[asked], task), _ONE)
            seen.setdefault(asked, task)


def _measured_twice(asked: Question, first: Task, task: Task) -> Words:
    name, a, b = asked.figure.id, first.said.words, task.said.words
    if first is task:
        return Words(f"“{a.zh}”把 {name} 写了两次", f"“{a.en}” names {name} twice")
    return Words(f"{name}已衡量“{a.zh}”，又衡量“{b.zh}”", f"{name} measures “{a.en}” and “{b.en}” as well")
