"""Which case a record was meant for whose case has no beginning: of those of its body that lack an end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plumbline.figures.accounting import by_case
from plumbline.figures.consistency import Inconsistency
from plumbline.figures.matching import File, candidates
from plumbline.figures.standing import unfinished
from plumbline.figures.tables import Tables
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table


def meant(found: Sequence[Inconsistency], tables: Tables, entered: str, left: str, period: Span) -> list[Inconsistency]:
    """Return the findings, those of cases without a beginning with the open cases of their body that they may be.

    Where the beginning itself is mistyped, the case of the wrong number is the open one. ``entered`` and ``left`` are
    the kinds by which a case comes in and ends, in lower case.
    """
    lost = [f for f in found if f.name == "no_beginning"]
    if not lost:
        return list(found)
    among = _open(tables, unfinished(tables, period.last, entered, left))
    persons = _heads(tables, left, {f.case for f in lost})
    looking = [File(f.records[0], f.body, f.case, None, persons.get((f.body, f.case)), None, None) for f in lost]
    may_be = candidates(looking, among)
    return [f.with_candidates(c for c in may_be if c.position == f.records[0]) if f in lost else f for f in found]


def _open(tables: Tables, cases: "Table") -> list[File]:
    heads = ["persons"] if "persons" in cases.columns else []
    rows = tables.engine.fetch(cases.select("position", "body", "case", *heads)).to_pylist()
    return [File(row["position"], row["body"], row["case"], None, row.get("persons"), None, None) for row in rows]


def _heads(tables: Tables, left: str, cases: set[str]) -> dict[tuple[str, str], int]:
    """Return how many persons the records that end these cases name."""
    kind = next(name for name in tables.kinds if name.lower() == left)
    rows = tables.flow(kind)
    if "persons" not in rows.columns:
        return {}
    ended = by_case(rows.filter(rows["case"].isin(sorted(cases))))
    return {(row["body"], row["case"]): row["persons"] for row in tables.engine.fetch(ended).to_pylist()}
