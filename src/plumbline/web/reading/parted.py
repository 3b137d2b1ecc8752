"""By which columns a figure may be broken down for all to see: none of them tells one case or person from another."""

from plumbline.errors import Words
from plumbline.figures.asking import answer
from plumbline.figures.shapes import Figure
from plumbline.figures.tables import TablesOf
from plumbline.lines import kinds
from plumbline.periods import Span

OF_ALL = {"body": Words("单位", "body"), "month": Words("月份", "month"), "rule": Words("法条", "rule")}


def columns_of(figure: Figure, tables: TablesOf, period: Span) -> dict[str, Words]:
    """Return the columns with their labels: the body, the month, the rule, fields that hold one of a few words."""
    held = set(answer(figure, tables, period, "", "").rows.columns)
    held |= {"month"} if "on" in held else set()
    of_all = {name: label for name, label in OF_ALL.items() if name in held}
    own = {c.name: c.label for kind in kinds()[figure.line].values() for c in kind.own if c.choices and c.name in held}
    return of_all | own
