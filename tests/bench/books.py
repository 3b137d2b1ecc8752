"""Made-up books of any size, straight to a mirror: every kind of every line, drawn in columns by DuckDB."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from plumbline.figures.mirror import Mirror, schema
from plumbline.figures.mirroring import Batch, extend
from plumbline.lines import kinds
from plumbline.records import Column, Kind

SHARES = {
    "investigations": {"Filed": 95, "Cleared": 60, "Dropped": 8, "Disbanded": 2, "Caught": 80, "Transferred": 60},
    "prosecutions": {"Received": 70, "Extended": 12, "Returned": 20, "Resubmitted": 16, "Decided": 70, "Concluded": 62},
    "trials": {
        "Docketed": 60, "Heard": 55, "Extended": 6, "Suspended": 4, "Resumed": 3, "Converted": 3, "Concluded": 52,
    },
    "custody": {
        "Detained": 40, "Housed": 20, "FamilyTold": 20, "ArrestAsked": 34, "ArrestDecided": 34, "Arrested": 30,
        "Extended": 8, "HandedOver": 20, "Freed": 28,
    },
    "assets": {"Controlled": 16, "Renewed": 3, "Valued": 3, "Released": 8},
    "links": {"Linked": 20},
}  # fmt: skip
"""Records of each kind, of about a thousand."""

STEPS = 8
"""Loads a book is made of: in each, every kind has its part."""
CORRECTED = 500
"""One record in so many corrects an earlier one of its kind."""

_BODY = "(['城关','七里河','西固','安宁','红古','永登','皋兰','榆中'])[1 + (i % 8)::int] || '区某单位'"
_TOKEN = "'p_' || substr(translate(md5(i::varchar || '{k}') || md5(i::varchar), '0189', 'ghij'), 1, 26)"


def book(folder: Path, size: int) -> Mirror:
    """Write a book of about ``size`` records to a mirror in ``folder``, in ``STEPS`` refreshes; returns what it holds."""
    mirror, connection = Mirror(), duckdb.connect(config={"memory_limit": "2GB"})
    connection.execute("set timezone='UTC'")
    for step in range(STEPS):
        mirror = more(folder, mirror, list(_step(connection, size // STEPS, step, mirror.size)))
    return mirror


def news(mirror: Mirror, size: int) -> list[Batch]:
    """Return about ``size`` records of new cases, to follow those of a mirror that ``book`` wrote."""
    connection = duckdb.connect()
    connection.execute("set timezone='UTC'")
    return list(_step(connection, size, 10**6, mirror.size))


def more(folder: Path, mirror: Mirror, batches: list[Batch]) -> Mirror:
    """Bring a mirror up to date with these records."""
    total = mirror.size + sum(rows.num_rows for _, rows in batches)
    return extend(folder, batches, size=total, origin="bench.test/book", roots={total: f"{total:064x}"})


def _step(connection: duckdb.DuckDBPyConnection, size: int, step: int, first: int) -> Iterator[Batch]:
    scale = sum(sum(of_line.values()) for of_line in SHARES.values())
    known = kinds()
    for line, of_line in SHARES.items():
        for order, (name, share) in enumerate(of_line.items()):
            count = size * share // scale
            yield known[line][name], _rows(connection, known[line][name], count, step * count, order, first)
            first += count


def _rows(
    connection: duckdb.DuckDBPyConnection, kind: Kind, count: int, cases: int, order: int, first: int
) -> pa.Table:
    """Return ``count`` records of a kind, one for each case from number ``cases`` on, ``order`` giving its lag."""
    own = ", ".join(f"{_value(c, kind)} as {c.name}" for c in kind.own)
    day = f"date '2018-01-01' + ((hash(i) % 1200)::int + {order} * 20 + (hash(i, 7) % 25)::int)"
    query = f"""
        select row_number() over (order by i) - 1 + {first} as position, '（2020）甘刑' || i || '号' as "case",
        {_BODY} as body, {day} as "on", null::varchar as at, null::timestamp as moment,
        timestamptz '2021-01-01 00:00:00+00' as recorded_at, 'clerk' as entered_by, 'chief' as approved_by,
        case when i % {CORRECTED} = 7 then row_number() over (order by i) - 1 + {first} - 5 end as supersedes,
        {own} from range({cases}, {cases + count}) t(i)"""
    table = connection.sql(query).to_arrow_table()
    return table.select(schema(kind).names).cast(schema(kind))


def _value(column: Column, kind: Kind) -> str:
    """Return what makes a column's value of a case's number ``i``."""
    if column.name == "person":
        token = _TOKEN.format(k=kind.line)
        return f"case when i % 2 = 0 then {token} end" if kind.counts_persons else token
    if column.name == "persons":
        return "case when i % 2 = 1 then (hash(i) % 4 + 1)::bigint end" if kind.counts_persons else "(i % 3)::bigint"
    if column.name == "scope":
        return "(['','','','','','','|涉黑|','|涉恶|','|涉黑|涉恶|','|环境资源|'])[1 + (hash(i, 3) % 10)::int]"
    if column.choices:
        return f"({list(column.choices)})[1 + (hash(i, '{column.name}') % {len(column.choices)})::int]"
    by_type = {
        "string": f"'{column.name}' || (hash(i, 5) % 40)::varchar",
        "int64": "(hash(i, 11) % 1000)::bigint",
        "bool": "hash(i, 13) % 3 > 0",
        "date": "date '2020-01-01' + (hash(i, 17) % 900)::int",
        "time": "'08:30:00'",
    }
    return by_type[column.type]
