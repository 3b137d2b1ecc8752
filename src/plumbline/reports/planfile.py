"""A plan read from TOML: its head, its sections, their sentences and tasks."""

import tomllib
from collections.abc import Iterator
from datetime import date

from plumbline.errors import PlanError, Words
from plumbline.reports.chartfile import charts_of
from plumbline.reports.heads import checked
from plumbline.reports.plan import Announced, Head, Plan, Said, Section, Setting, spoken
from plumbline.reports.planvalues import Table
from plumbline.reports.taskfile import tasks_of

DEEPEST = 4
"""Levels of headings an official document has: 一、（一）1.（1）."""


def plan_of(text: str, name: str) -> Plan:
    """Return the plan that a TOML ``text`` describes; ``name`` is how errors call the file. Raises PlanError."""
    try:
        values = tomllib.loads(text)
    except ValueError as error:
        what = Words(f"不是 TOML（{error}）", f"is not TOML ({error})")
        raise PlanError(name, what, Words("请改正该处", "Correct that place")) from error
    except RecursionError:
        what = Words("括号嵌套太深", "has brackets nested too deeply")
        raise PlanError(name, what, Words("计划用不到几层括号，请改写", "A plan needs few: write it anew")) from None
    table = Table(name, values)
    setting = Setting(table.period(), table.scope(""))
    head, names, said = checked(_head(table), name), _names(table), tuple(_said(table))
    sections = _sections(table, setting, 1)
    plan = Plan(name, head, setting, names, said, sections, _announced(table), spoken(table.words("note", must=False)))
    table.close()
    return plan


def _names(table: Table) -> tuple[str, ...]:
    found = table.texts("names")
    for number, name in enumerate(found, 1):
        if not any(letter.isalpha() for letter in name):
            what = Words(f"“{name}”只是一个数，不是名称", f"“{name}” is a number and no name")
            todo = Words("请写全名称；数字改为 {指标}", "Give the whole name; write a number as {line.figure}")
            raise PlanError(f"{table.where}, names {number}", what, todo)
    return found


def _announced(table: Table) -> Announced:
    areas = table.take("areas", int, None)
    return Announced(areas, table.words("announced", must=False), spoken(table.words("known_gap", must=False)))


def _head(table: Table) -> Head:
    printed_on = table.take("printed_on", date, None)
    return Head(
        title=table.words("title"), body=table.words("body"), dated=table.take("date", date),
        mark=table.words("mark", must=False), number=table.words("number", must=False),
        to=table.words("to", must=False), copies=table.words("copies", must=False),
        printed=table.words("printed", must=False), printed_on=printed_on,
    )  # fmt: skip


def _sections(table: Table, above: Setting, level: int) -> tuple[Section, ...]:
    return tuple(_section(inner, above, level) for inner in table.tables("section"))


def _section(table: Table, above: Setting, level: int) -> Section:
    if level > DEEPEST:
        what = Words(f"标题超过{DEEPEST}级", f"is deeper than {DEEPEST} levels of headings")
        raise PlanError(table.where, what, Words("请并入上一级", "Join it to the section above"))
    setting = Setting(table.period(above.period), table.scope(above.scope))
    heading = Said(table.where, table.said())
    aim, focus, programmes = table.words("aim", must=False), table.take("focus", bool, False), table.texts("programmes")
    said, tasks = tuple(_said(table)), tasks_of(table, setting)
    inner, charts = _sections(table, setting, level + 1), charts_of(table, setting)
    section = Section(heading, setting, said, inner, aim, focus, tasks, programmes, charts)
    table.close()
    return section


def _said(table: Table) -> Iterator[Said]:
    for inner in table.tables("text"):
        yield Said(inner.where, inner.said())
        inner.close()
