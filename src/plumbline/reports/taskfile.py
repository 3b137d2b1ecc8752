"""The tasks of a plan, read from its TOML: who owns them, which figures measure them, what is to be reached by when."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from plumbline.errors import PlanError, Words
from plumbline.reports.plan import KINDS, AgainstPeriod, Said, Setting, Target, Task, spoken
from plumbline.reports.planvalues import Table, period_of
from plumbline.reports.slots import Slot, slot

_UNSET: dict[str, object] = {}
_REACHED = Words("请写 at_least、at_most、rising、falling、done 之一", f"Write one of {', '.join(KINDS)}")


def tasks_of(table: Table, above: Setting) -> tuple[Task, ...]:
    """Return the tasks under ``[[...task]]``; a figure is written as in a sentence's braces. Raises PlanError."""
    return tuple(_task(inner, above) for inner in table.tables("task"))


def _task(table: Table, above: Setting) -> Task:
    said = Said(table.where, spoken(table.said()))
    setting = Setting(table.period(above.period), table.scope(above.scope))
    figures, owner = tuple(_figures(table)), spoken(table.words("owner", must=False))
    gap, note = (spoken(table.words(key, must=False)) for key in ("known_gap", "note"))
    task = Task(said, setting, owner, figures, _target(table), gap, note)
    table.close()
    return task


def _figures(table: Table) -> Iterator[Slot]:
    return (bare(written, f"{table.where}, figures") for written in table.texts("figures"))


def bare(written: str, where: str) -> Slot:
    """Return a figure written as in a sentence's braces; raises PlanError for what only a sentence can say."""
    found = slot(written, where)
    if found.named or "against" in found.options or found.options.get("as") == "余":
        what = Words(f"“{written}”只能在句子里这样写", f"“{written}” can be written so in a sentence only")
        raise PlanError(where, what, Words("请删去 named、against、as=余", "Take named, against, as=余 out"))
    return found


def _target(table: Table) -> Target | None:
    values = table.take("target", dict, _UNSET)
    if values is _UNSET:
        return None
    inner = Table(f"{table.where}, target", values)
    kinds = [kind for kind in KINDS if kind in values]
    if len(kinds) != 1:
        what = Words(f"目标有{len(kinds)}种写法", f"the target is of {len(kinds)} kinds")
        raise PlanError(inner.where, what, _REACHED)
    number, against = _reached(inner, kinds[0])
    target = Target(kinds[0], number, against, inner.take("by", date, None), inner.take("even", bool, False))
    inner.close()
    return target


def _reached(table: Table, kind: str) -> tuple[Fraction, AgainstPeriod]:
    if kind in ("rising", "falling"):
        return Fraction(0), period_of(table.take(kind, str), f"{table.where}, {kind}")
    if kind != "done":
        return table.number(kind), None
    if not table.take(kind, bool):
        what = Words("“done”只能写 true", "“done” can be true only")
        raise PlanError(table.where, what, Words("不是目标就请删去", "Take it out where it is no target"))
    return Fraction(0), None
