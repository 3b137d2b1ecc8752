"""What does not fit together across records: each finding names its records, and candidates where a number may be mistyped."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Literal

import ibis

from plumbline.errors import Words
from plumbline.figures.casenumbers import doubt
from plumbline.figures.tables import Tables, TablesOf
from plumbline.periods import Span
from plumbline.records import playing

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.matching import Candidate
    from plumbline.records import Kind

Name = Literal["out_of_order", "no_beginning", "doubled", "person_twice", "odd_number", "no_link", "dead_link"]
NAMES: dict[Name, Words] = {
    "out_of_order": Words("先后颠倒", "out of order"),
    "no_beginning": Words("没有起始记录", "no beginning"),
    "doubled": Words("内容重复", "content doubled"),
    "person_twice": Words("一人计入两案", "a person in two files"),
    "odd_number": Words("案号存疑", "odd case number"),
    "no_link": Words("缺少关联", "link missing"),
    "dead_link": Words("关联落空", "link leads to nothing"),
}
WRITTEN = ("position", "recorded_at", "entered_by", "approved_by", "moment")
"""Columns that say how a record came into the book, not what it says."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Something that does not fit: what, in which case of which body, shown by the records at these positions."""

    name: Name
    line: str
    body: str
    case: str
    sentence: Words
    records: tuple[int, ...]
    candidates: "tuple[Candidate, ...]" = ()

    def with_candidates(self, found: "Iterable[Candidate]") -> "Inconsistency":
        """Return the same with what the file may be."""
        return replace(self, candidates=tuple(found))


def out_of_order(tables: Tables, every: "Table", period: Span) -> Iterator[Inconsistency]:
    """Yield records that come before all records of a kind that they follow; ``every`` is what ``every`` returns."""
    pairs = [(kind.name, before) for kind in _held(tables) for before in kind.model.follows]
    if not pairs:
        return
    begun = _begun(tables, every)
    rows = every.filter(period.has(every.on))
    met = rows.join(begun, [rows[key] == begun[f"{key}_begun"] for key in _keys(tables)])
    late = met.filter((met.on < met.begun) & reduce(or_, [(met.kind == k) & (met.before == b) for k, b in pairs]))
    found = _fetched(tables, late, "kind", "before", "body", "case", "on", "begun", "begun_at", "position")
    for row in sorted(found, key=lambda row: pairs.index((row["kind"], row["before"]))):
        title, before = tables.kinds[row["kind"]].title, tables.kinds[row["before"]].title
        said = Words(
            f"“{title.zh}”在 {row['on']}，早于 {row['begun']} 的“{before.zh}”",
            f"“{title.en}” on {row['on']}, before “{before.en}” on {row['begun']}",
        )
        records = (row["position"], row["begun_at"])
        yield Inconsistency("out_of_order", tables.line, row["body"], row["case"], said, records)


def no_beginning(tables: Tables, every: "Table", begins: str, period: Span) -> Iterator[Inconsistency]:
    """Yield cases that have records which follow the kind ``begins`` and none of that kind, each once with all of them."""
    kinds = [kind.name for kind in _held(tables) if kind.model.follows[:1] == (begins,)]
    if not kinds:
        return
    rows = every.filter(period.has(every.on) & every.kind.isin(kinds))
    lost = rows.anti_join(every.filter(every.kind == begins), _keys(tables))
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for row in _fetched(tables, lost, "kind", "body", "case", "position"):
        found.setdefault((row["body"], row["case"]), []).append((row["position"], row["kind"]))
    lacks = tables.kinds[begins].title
    for (body, case), records in sorted(found.items()):
        has = tables.kinds[min(records)[1]].title
        said = Words(
            f"有“{has.zh}”，没有“{lacks.zh}”；案号可能有误",
            f"has “{has.en}” and no “{lacks.en}”; the number may be mistyped",
        )
        yield Inconsistency("no_beginning", tables.line, body, case, said, tuple(sorted(at for at, _ in records)))


def every(tables: Tables) -> "Table":
    """Return all standing records of a line in one table: ``kind``, the keys of a case, body, case, on, position."""
    columns = dict.fromkeys([*_keys(tables), "body", "case", "on", "position"])
    kinds = [kind.name for kind in _held(tables)] or list(tables.kinds)[:1]
    rows = [tables.flow(kind).select(*columns, kind=ibis.literal(kind)) for kind in kinds]
    return tables.engine.view(ibis.union(*rows) if len(rows) > 1 else rows[0])


def _begun(tables: Tables, every: "Table") -> "Table":
    """Return when each case got its first record of each kind (``before``) and, of these, the one that came in first."""
    first = every.group_by(["kind", *_keys(tables)]).agg(begun=every.on.min(), begun_at=every.position.min())
    return first.rename(before="kind", **{f"{key}_begun": key for key in _keys(tables)})


def _keys(tables: Tables) -> list[str]:
    return list(next(iter(tables.kinds.values())).model.keyed_by)


def doubled(tables: Tables, period: Span) -> Iterator[Inconsistency]:
    """Yield records that say the very same as another of the same kind."""
    if not (twice := [_twins(tables, kind.name, period) for kind in _held(tables)]):
        return
    rows = ibis.union(*twice) if len(twice) > 1 else twice[0]
    for row in _fetched(tables, rows, "kind", "body", "case", "records", "times"):
        title = tables.kinds[row["kind"]].title
        said = Words(
            f"“{title.zh}”有 {row['times']} 条内容完全相同",
            f"{row['times']} records of “{title.en}” say the same",
        )
        yield Inconsistency("doubled", tables.line, row["body"], row["case"], said, tuple(sorted(row["records"])))


def _twins(tables: Tables, kind: str, period: Span) -> "Table":
    rows = _of(tables, kind, period)
    same = [c for c in rows.columns if c not in WRITTEN]
    twice = rows.group_by(same).agg(records=rows.position.collect(), times=rows.count())
    return twice.filter(twice.times > 1).select("body", "case", "records", "times", kind=ibis.literal(kind))


def person_twice(tables: Tables, kind: str, links: Tables, period: Span) -> Iterator[Inconsistency]:
    """Yield pairs of files of one body in which the same person was counted, unless a link joins the files."""
    rows = _of(tables, kind, period)
    rows = rows.filter(rows.person.notnull())
    each = rows.group_by("body", "person", "case").agg(position=rows.position.min())
    other = each.view()
    pairs = each.join(other, [each.body == other.body, each.person == other.person, each.case < other.case])
    both = pairs.select(
        body=each.body, case=each.case, there=other.case, position=each.position, other=other.position
    )  # fmt: skip
    found: dict[tuple[str, str, str], set[int]] = {}
    persons: Counter[tuple[str, str, str]] = Counter()
    for row in _fetched(tables, both, *both.columns):
        files = (row["body"], row["case"], row["there"])
        found.setdefault(files, set()).update((row["position"], row["other"]))
        persons[files] += 1
    joined = _joined(links, tables.line) if found else set()
    for body, case, there in sorted(found):
        if not {(body, case, there), (body, there, case)} & joined:
            yield _twice(tables.line, (body, case, there), persons[body, case, there], found[body, case, there])


def _twice(line: str, files: tuple[str, str, str], persons: int, records: set[int]) -> Inconsistency:
    body, case, there = files
    said = Words(f"与“{there}”有 {persons} 人重复计入", f"{persons} of its persons are counted in “{there}” too")
    return Inconsistency("person_twice", line, body, case, said, tuple(sorted(records)))


def _joined(links: Tables, line: str) -> set[tuple[str, str, str]]:
    linked = links.flow("Linked")
    within = linked.filter((linked.from_line == line) & (linked.to_line == line))
    rows = _fetched(links, within, "body", "case", "to_case")
    return {(row["body"], row["case"], row["to_case"]) for row in rows}


def odd_numbers(tables: Tables, kind: str, period: Span) -> Iterator[Inconsistency]:
    """Yield cases whose number a court would not have given."""
    for row in _fetched(tables, _of(tables, kind, period), "body", "case", "on", "position"):
        if said := doubt(row["case"], row["body"], row["on"]):
            yield Inconsistency("odd_number", tables.line, row["body"], row["case"], said, (row["position"],))


def _held(tables: Tables) -> "list[Kind]":
    """Return the kinds of which there are records."""
    return [kind for kind in tables.kinds.values() if tables.mirror.of(tables.line, kind.name, tables.size)]


def _of(tables: Tables, kind: str, period: Span) -> "Table":
    rows = tables.flow(kind)
    return rows.filter(period.has(rows.on))


def _fetched(tables: Tables, rows: "Table", *columns: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tables.engine.fetch(rows.select(*columns)).to_pylist()
    return sorted(found, key=lambda row: (row["body"], row["case"], str(row.get("position", ""))))


def within(tables_of: TablesOf, line: str, period: Span) -> list[Inconsistency]:
    """Return what does not fit within one line's records, its kinds known by the roles they have in a case.

    A line may lack a kind without which no case is: an arrest may have been decided on without having been asked for.
    """
    tables = tables_of(line)
    begins, counts, court = (playing(role, tables.kinds) for role in ("begins", "counts", "court"))
    rows = every(tables)
    found = [*out_of_order(tables, rows, period), *doubled(tables, period)]
    if begins:
        found += no_beginning(tables, rows, begins, period)
    if counts:
        found += person_twice(tables, counts, tables_of("links"), period)
    return [*found, *odd_numbers(tables, court, period)] if court else found
