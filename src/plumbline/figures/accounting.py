"""Accounting for differences: each cause takes from what is still open of a case, in a fixed order, and no more than it can."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis

from plumbline.errors import Words

if TYPE_CHECKING:
    from ibis import Table

TERMS: dict[str, Words] = {
    "carried_over": Words("旧存", "carried over"),
    "taken_on": Words("新收", "taken on"),
    "concluded": Words("结案", "concluded"),
    "pending": Words("未结", "pending"),
    "transferred": Words("公安机关移送审查起诉", "transferred by the police"),
    "received": Words("检察机关受理", "received by procuratorates"),
    "reviewed": Words("检察机关办结", "reviews concluded"),
    "prosecuted": Words("检察机关起诉", "prosecuted"),
    "docketed": Words("法院受理（一审公诉）", "docketed at first instance"),
    "filed": Words("立案", "filed"),
    "dropped": Words("撤销案件", "dropped"),
    "again": Words("再次受理", "taken on again"),
    "sent_again": Words("重复移送同一案", "sent again under one number"),
    "concluded_again": Words("再次结案", "concluded again"),
    "retagged": Words("标签前后不一", "tagged differently at the two ends"),
    "not_prosecuted": Words("不起诉", "not prosecuted"),
    "withdrawn": Words("撤回", "withdrawn"),
    "moved": Words("改变管辖", "moved by jurisdiction"),
    "decided_before": Words("期前已先作决定", "decided on before the period"),
    "decided_in_part": Words("全案未办结、已先作决定", "decided on while the rest of the case is pending"),
    "joined": Words("并案", "joined"),
    "joined_away": Words("并入他案", "joined to another case"),
    "joined_here": Words("他案并入", "another case joined to it"),
    "split": Words("分案", "split"),
    "split_off": Words("分出另立", "split off"),
    "added": Words("追加", "persons added"),
    "severed": Words("另案处理", "dealt with in a case of their own"),
    "transit": Words("在途（期末尚未受理）", "in transit (not taken on by the period's end)"),
    "taken_before": Words("期前已受理", "taken on before the period"),
    "outside": Words("来自不报送登记的单位", "from a body that sends no registers"),
    "sent_before": Words("期前移送", "sent before the period"),
    "others": Words("其他来源", "from others"),
    "scope_there": Words("对方未标入口径", "outside the scope there"),
    "scope_here": Words("移出方未标入口径", "outside the scope here"),
}
"""What the sides and the causes of bridges are called."""

COLUMNS = ("body", "case", "term", "position", "cases", "persons")
"""The columns of a table of terms: what one record (``position``) of a case adds to a term, in cases and in persons."""

Row = dict[str, Any]
"""A case whose two sides differ: ``body``, ``case``, ``open_cases`` and ``open_persons`` (positive where the left has
more), and facts about it, each as a number or as the position of the record that shows it."""

Take = Callable[[Row], int]
"""What a cause takes of a row's open cases or persons."""


class Step(NamedTuple):
    """A cause: what it is called, the fact whose record shows it, what it takes of the open cases and persons."""

    term: str
    at: str
    cases: Take
    persons: Take


class Account(NamedTuple):
    """What a bridge comes to: its two sides as terms, the cases in which they differ, and the causes in order."""

    sides: "Table"
    odd: "Table"
    steps: tuple[Step, ...]


class Found(NamedTuple):
    """What a cause takes of one case, and the record that shows it."""

    term: str
    body: str
    case: str
    position: int
    cases: int
    persons: int


def nothing(_: Row) -> int:
    """Take nothing."""
    return 0


def all_cases(when: Callable[[Row], bool]) -> Take:
    """Take all cases still open where a condition holds."""
    return lambda row: row["open_cases"] if when(row) else 0


def all_persons(when: Callable[[Row], bool]) -> Take:
    """Take all persons still open where a condition holds."""
    return lambda row: row["open_persons"] if when(row) else 0


def up_to(fact: str, sign: int) -> Take:
    """Take the persons still open on one side (+1 left, -1 right), at most as many as ``fact`` says; all where it says none."""

    def taken(row: Row) -> int:
        there = max(row["open_persons"] * sign, 0) if known(row, f"{fact}_at") else 0
        told = row[f"{fact}_told"]
        return sign * (there if told is None else min(there, told))

    return taken


def known(row: Row, fact: str) -> bool:
    """Return whether a fact holds of a row."""
    return row[fact] is not None


def accounted(row: Row, steps: Sequence[Step]) -> Iterator[Found]:
    """Yield what accounts for a row's open cases and persons, in the order of the steps; what is left stays open in it."""
    for step in steps:
        cases, persons = step.cases(row), step.persons(row)
        if cases or persons:
            row["open_cases"] -= cases
            row["open_persons"] -= persons
            yield Found(step.term, row["body"], row["case"], row[step.at], cases, persons)


def beside(wide: "Table", facts: "Table") -> "Table":
    """Return the rows with more facts about their cases, null where there are none."""
    return wide.left_join(facts, ["body", "case"]).drop("body_right", "case_right")


def term(rows: "Table", name: str, position: Any, cases: Any, persons: Any) -> "Table":
    """Return rows as terms of one name."""
    said = {"position": position, "cases": cases, "persons": persons}
    return rows.select("body", "case", term=ibis.literal(name), **{k: v.cast("int64") for k, v in said.items()})


def by_case(rows: "Table", *also: str) -> "Table":
    """Return flow rows by body and case (and ``also``): ``cases`` by days, ``persons`` by tokens and headcounts, ``position``."""
    tokens, heads = rows.person.nunique(), rows.persons.sum().fill_null(0)
    found = rows.group_by(["body", "case", *also]).agg(
        cases=rows.on.nunique(), persons=(tokens + heads).cast("int64"), position=rows.position.max()
    )
    return found.select("body", "case", *also, "cases", "persons", "position")
