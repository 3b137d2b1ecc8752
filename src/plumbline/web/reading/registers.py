"""Whose registers a bridge joins, in words, and in what it counts."""

from collections.abc import Sequence

from plumbline.errors import Words
from plumbline.lines import line

REGISTERS = {
    "investigations": Words("公安机关", "the police"),
    "prosecutions": Words("检察机关", "the procuratorates"),
    "trials": Words("审判机关", "the courts"),
    "links": Words("案件关联", "links between files"),
}
"""Whose registers a bridge may lack; of other lines, those of that title."""
UNITS = {"cases": Words("件", "cases"), "persons": Words("人", "persons")}


def lacking(missing: Sequence[str]) -> Words:
    """Return that a bridge is not reconciled, for the book has nothing of these lines."""
    whose = [REGISTERS.get(name) or line(name).title for name in missing]
    zh, en = "、".join(w.zh for w in whose), " or ".join(w.en for w in whose)
    return Words(f"账内没有{zh}登记簿，此项不勾稽", f"the book has no registers of {en}: not reconciled")
