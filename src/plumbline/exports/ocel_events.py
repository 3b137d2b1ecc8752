"""Events of an OCEL log: each standing record of a kind, with the case and the bodies it is of."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from plumbline.errors import Words
from plumbline.figures.tables import TablesOf
from plumbline.periods import Span
from plumbline.records import Column, Kind

if TYPE_CHECKING:
    from ibis import Table

AT_ONCE = 100_000
"""Positions whose records are read at once."""
BATCH = 5_000
"""Records turned into events at once."""
TOKENED = "p_[a-z2-7]{26}"
"""The pattern of the type of a field that names a person by token."""
ZONE = "+08:00"
"""China's time: records have days, and hours of the clock."""

TYPES = {"string": "string", "int64": "integer", "bool": "boolean", "date": "time", "time": "string"}
COMMON = (
    ("position", "integer", Words("总账位置", "position in the ledger")),
    ("recorded_at", "time", Words("录入时间", "when it was recorded")),
    ("at", "string", Words("时刻，未记的不写", "hour of the day, where it is known")),
)
"""What every event has beside its kind's own attributes."""
Data = dict[str, Any]


class Selected(NamedTuple):
    """What is exported: the kinds, the tables of their lines, the days (None: all)."""

    kinds: tuple[Kind, ...]
    tables: TablesOf
    over: Span | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the kinds, each once."""
        return tuple(dict.fromkeys(kind.line for kind in self.kinds))


@cache
def attributes(kind: Kind) -> tuple[Column, ...]:
    """Return the fields of a kind that are exported: its own, those that hold a person's token left out."""
    fields = kind.model.model_fields
    return tuple(c for c in kind.own if c.name != "person" and TOKENED not in repr(fields[c.name]))


def declared(kind: Kind) -> Data:
    """Return a kind's declaration as an event type."""
    own = [{"name": c.name, "type": TYPES[c.type]} for c in attributes(kind)]
    return {"name": _type(kind), "attributes": [*({"name": n, "type": t} for n, t, _ in COMMON), *own]}


def labels(kind: Kind) -> Iterator[tuple[str, str, Words]]:
    """Yield what a kind and its attributes are called."""
    yield "event type", _type(kind), kind.title
    named = [*((name, words) for name, _, words in COMMON), *((c.name, c.label) for c in attributes(kind))]
    yield from (("attribute", f"{_type(kind)}.{name}", words) for name, words in named)


def rows(chosen: Selected, kind: Kind) -> "Table":
    """Return the standing records of a kind in the period."""
    found = chosen.tables(kind.line).flow(kind.name)
    return found.filter(chosen.over.has(found.on)) if chosen.over else found


def rows_of(chosen: Selected, kind: Kind) -> int:
    """Return how many records of a kind were ever written: as many events as there are, or more."""
    tables = chosen.tables(kind.line)
    return sum(s.rows for s in tables.mirror.of(kind.line, kind.name, tables.size))


def events(chosen: Selected, kind: Kind) -> Iterator[list[Data]]:
    """Yield a kind's events by position, some thousand at a time."""
    found, tables = rows(chosen, kind), chosen.tables(kind.line)
    for segment in tables.mirror.of(kind.line, kind.name, tables.size):
        for first in range(segment.first, segment.last + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, segment.last)
            some = tables.engine.fetch(found.filter(found.position.between(first, last)).order_by("position"))
            for batch in some.to_batches(BATCH):
                yield [_event(kind, row) for row in batch.to_pylist()]


def _type(kind: Kind) -> str:
    return f"{kind.line}.{kind.name}"


def _event(kind: Kind, row: Data) -> Data:
    said = [(name, row[name]) for name, _, _ in COMMON] + [(c.name, row[c.name]) for c in attributes(kind)]
    told = [{"name": name, "value": _text(value)} for name, value in said if value is not None]
    related = [{"objectId": to, "qualifier": how} for to, how in related_to(kind, row)]
    moment = _moment(row["moment"] or row["on"])
    return {
        "id": f"e{row['position']}",
        "type": _type(kind),
        "time": moment,
        "attributes": told,
        "relationships": related,
    }


def related_to(kind: Kind, row: Data) -> Iterator[tuple[str, str]]:
    """Yield the objects an event is of: its case and body; of a link the two files and their bodies."""
    if "to_case" not in row:
        yield f"{kind.line}:" + "|".join(row[key] for key in kind.model.keyed_by), "case"
    else:
        yield f"{row['from_line']}:{row['body']}|{row['case']}", "from"
        yield f"{row['to_line']}:{row['to_body']}|{row['to_case']}", "to"
        yield f"body:{row['to_body']}", "to body"
    yield f"body:{row['body']}", "body"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _moment(value) if isinstance(value, date) else str(value)


def _moment(when: date) -> str:
    """Return a moment as RFC 3339: a day at its beginning, what has no zone in China's."""
    at = when if isinstance(when, datetime) else datetime.combine(when, time())
    if at.tzinfo is not None:
        return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    return f"{at.isoformat(timespec='seconds')}{ZONE}"
