"""Which files may be one where their numbers do not say so: judged by what is known of cases, never of persons.

Splink weighs each attribute by how often it agrees in files that are one (m) and in files that are not (u). The weights
below are Plumbline's own estimate, not learnt from data; they are printed in docs/explanation/bridges.md. A pair is
called likely only with a margin over every other pair of both its files; otherwise the candidates are listed.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa

from plumbline.errors import Words


class File(NamedTuple):
    """What is known of a file: the record that says it, and the case's attributes; None for what is not known."""

    position: int
    region: str
    number: str | None
    offence: str | None
    persons: int | None
    day: date | None
    scope: str | None


class Candidate(NamedTuple):
    """A file that may be the one looked for: how probable that is, what speaks for it, whether nothing comes near it."""

    position: int
    other: int
    probability: float
    why: tuple[Words, ...]
    likely: bool


class Level(NamedTuple):
    """One outcome of comparing an attribute: the condition, how often it holds in files that are one and that are not."""

    sql: str
    m: float
    u: float
    words: Words | None = None


LEAST = 0.5
"""The least probability of a candidate that is listed."""
LIKELY = 0.9
MARGIN = 4
"""By how many bits a likely candidate must outweigh every other of the same files: sixteen to one."""
MOST = 3
"""Candidates listed for one file."""
ELSE = "ELSE"
ATTRIBUTES: dict[str, tuple[Level, ...]] = {
    "number": (
        Level("number_l = number_r", 0.50, 0.001, Words("案号相同", "same number")),
        Level(
            "damerau_levenshtein(number_l, number_r) <= 1",
            0.35,
            0.04,
            Words("案号只差一字", "numbers one character apart"),
        ),
        Level(
            "damerau_levenshtein(number_l, number_r) <= 2",
            0.10,
            0.15,
            Words("案号差两字", "numbers two characters apart"),
        ),
        Level(ELSE, 0.05, 0.809),
    ),
    "offence": (Level("offence_l = offence_r", 0.95, 0.10, Words("罪名相同", "same offence")), Level(ELSE, 0.05, 0.90)),
    "persons": (
        Level("persons_l = persons_r", 0.85, 0.25, Words("人数相同", "as many persons")),
        Level("abs(persons_l - persons_r) <= 1", 0.08, 0.30, Words("人数差一", "one person more or less")),
        Level(ELSE, 0.07, 0.45),
    ),
    "day": (
        Level("abs(day_r - day_l) <= 7", 0.80, 0.03, Words("相隔不过七日", "within seven days")),
        Level("abs(day_r - day_l) <= 30", 0.15, 0.08, Words("相隔不过三十日", "within thirty days")),
        Level(ELSE, 0.05, 0.89),
    ),
    "scope": (Level("scope_l = scope_r", 0.95, 0.60, Words("标签相同", "same tags")), Level(ELSE, 0.05, 0.40)),
}
POLICE = re.compile(r"公安局(?P<place>.+?)分局")
COURT = re.compile(r"(?P<place>.+?)(?:省|市|区|县)?(?:高级|中级)?(?:人民检察院|人民法院|公安局)")


def region(body: str) -> str:
    """Return the place a body is of: 城关 for 兰州市公安局城关分局 and for 城关区人民法院; the body's name where it says none."""
    found = POLICE.search(body) or COURT.fullmatch(body)
    return re.sub("[区县市]$", "", found["place"]) if found else body


def candidates(looking: Sequence[File], among: Sequence[File]) -> list[Candidate]:
    """Return, for files looked for, those of ``among`` that may be the same, the most probable first; [] where there are none."""
    if not looking or not among:
        return []
    pairs = _weighed(looking, among)
    rivals: dict[tuple[str, int], list[float]] = {}
    for pair in pairs:
        for end in _ends(pair):
            rivals.setdefault(end, []).append(pair["match_weight"])
    listed = [_candidate(pair, rivals) for pair in pairs if pair["match_probability"] >= LEAST]
    listed.sort(key=lambda c: (c.position, -c.probability, c.other))
    return [c for n, c in enumerate(listed) if n < MOST or listed[n - MOST].position != c.position]


def _ends(pair: dict[str, Any]) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("looking", pair["unique_id_l"]), ("among", pair["unique_id_r"])


def _candidate(pair: dict[str, Any], rivals: dict[tuple[str, int], list[float]]) -> Candidate:
    chance, weight = pair["match_probability"], pair["match_weight"]
    nearest = (sorted([*rivals[end], weight - MARGIN - 1])[-2:] for end in _ends(pair))
    clear = all(best == weight and second <= weight - MARGIN for second, best in nearest)
    why = tuple(w for name, levels in ATTRIBUTES.items() if (w := _said(levels, pair[f"gamma_{name}"])))
    return Candidate(pair["unique_id_l"], pair["unique_id_r"], chance, why, clear and chance >= LIKELY)


def _said(levels: tuple[Level, ...], gamma: int) -> Words | None:
    """Splink numbers levels from the last, 0; -1 is an attribute that one side does not know."""
    return levels[len(levels) - 1 - gamma].words if gamma >= 0 else None


def _weighed(looking: Sequence[File], among: Sequence[File]) -> list[dict[str, Any]]:
    """Return every pair of one region with its probability, as Splink reckons it."""
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    connection = duckdb.connect()
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[_comparison(name, levels) for name, levels in ATTRIBUTES.items()],
        blocking_rules_to_generate_predictions=[block_on("region")],
        probability_two_random_records_match=1 / (1 + len(among)),
    )
    api = DuckDBAPI(connection)
    sides = [api.register(_table(files), dataset_display_name=name) for name, files in (("a", looking), ("b", among))]
    found = Linker(sides, settings, log_level=40).inference.predict(warning_mode="never")
    kept: list[dict[str, Any]] = found.as_record_list()
    return kept


def _comparison(name: str, levels: tuple[Level, ...]) -> dict[str, Any]:
    unknown = {
        "sql_condition": f"{name}_l IS NULL OR {name}_r IS NULL", "label_for_charts": "unknown", "is_null_level": True
    }  # fmt: skip
    told = [
        {"sql_condition": v.sql, "label_for_charts": v.sql, "m_probability": v.m, "u_probability": v.u} for v in levels
    ]
    return {"output_column_name": name, "comparison_levels": [unknown, *told]}


def _table(files: Sequence[File]) -> pa.Table:
    types = (pa.int64(), pa.string(), pa.string(), pa.string(), pa.int64(), pa.date32(), pa.string())
    schema = pa.schema([("unique_id", types[0]), *zip(File._fields[1:], types[1:], strict=True)])
    return pa.Table.from_pylist([dict(zip(schema.names, file, strict=True)) for file in files], schema)
