"""The figures as a person would ask DuckDB for them: ``sql/LINE.sql``, a query for each figure and way of counting.

Each query stands below a line ``-- figure`` or ``-- figure persons``; below ``-- define name`` stands what later queries
write as ``$name``. A query gives the number and, of a share or a ratio, what it is divided by.
"""

import re
from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

import duckdb

from plumbline.figures.catalogue import Catalogue
from plumbline.figures.mirror import SUPERSEDED, Mirror, schema
from plumbline.figures.shapes import Counting
from plumbline.figures.standing import eve
from plumbline.lines import kinds
from plumbline.periods import Span

FOLDER = Path(__file__).parent / "sql"
DEFINE = "define "
HEADING = re.compile(r"^-- (.+)\n", re.MULTILINE)
LATEST = """{'on': "on", 'at': coalesce("at", ''), 'position': position}"""
WORDS = {
    "cases": 'count(distinct (body, "case", "on"))',
    "persons": 'count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)',
    "heads": f"coalesce(arg_max(coalesce(persons, 0), {LATEST}), 0) + count(distinct person)",
    "latest": LATEST,
}
"""What queries of all lines share: how cases and persons of flows are counted, and persons of cases as they stand."""


class Peer(NamedTuple):
    """A figure, how it is counted, and the query for it, "" where nobody wrote one."""

    figure: str
    counting: Counting
    sql: str


def peers(catalogue: Catalogue, period: Span) -> list[Peer]:
    """Return each figure in each way of counting, with its query for a period."""
    written = {line: queries(line, period) for line in {f.line for f in catalogue.values()}}
    return [
        Peer(f.id, how, written[f.line].get(f"{f.name} {how}" if turn else f.name, ""))
        for f in catalogue.values()
        for turn, how in enumerate(f.countings)
    ]


@cache
def queries(line: str, period: Span) -> dict[str, str]:
    """Return a line's queries by their headings; none where it has no file."""
    path = FOLDER / f"{line}.sql"
    parts = HEADING.split(path.read_text(encoding="utf-8"))[1:] if path.exists() else []
    known, found = {**WORDS, **_days(period)}, {}
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        into, name = (known, heading.removeprefix(DEFINE)) if heading.startswith(DEFINE) else (found, heading)
        into[name] = Template(text.strip()).substitute(known)
    return found


def _days(period: Span) -> dict[str, str]:
    first, last, before = (f"date '{day}'" for day in (period.first, period.last, eve(period)))
    within, until, until_eve = f'"on" between {first} and {last}', f'"on" <= {last}', f'"on" <= {before}'
    return {"first": first, "last": last, "within": within, "until": until, "until_eve": until_eve}


def connected(folder: Path, mirror: Mirror) -> duckdb.DuckDBPyConnection:
    """Return a database with a view for each kind, ``LINE_Kind``: its records less those superseded."""
    connection = duckdb.connect(config={"memory_limit": "3GB"})
    gone = [str(folder / s.path) for s in mirror.of(SUPERSEDED)]
    less = f" anti join (select supersedes gone from read_parquet({gone})) on position = gone" if gone else ""
    for kind in (kind for of_line in kinds().values() for kind in of_line.values()):
        name, files = f"{kind.line}_{kind.name}", [str(folder / s.path) for s in mirror.of(kind.line, kind.name)]
        if files:
            connection.execute(f"create view {name} as select * from read_parquet({files}){less}")
        else:
            connection.register(name, schema(kind).empty_table())
    return connection
