"""Umbrellas in the ranks: what is sent for prosecution is received, or it is said why not; what a case is dealt with by."""

from datetime import date
from pathlib import Path

import pytest

from bridging import numbers, record, settled
from mirrors import tables
from plumbline.figures.bridges import Scopes
from plumbline.figures.reading import read
from plumbline.lines import figures
from plumbline.lines.integrity.records import Filed
from plumbline.periods import span
from plumbline.records import Record

BRIDGE = "links.umbrellas_sent_received"
FIGURES = {f.id: f for f in figures()}
SAID = {"ranks": "公安", "misconduct": "充当保护伞"}


def sent(case: str, on: str = "2020-06-15", persons: int = 1, scope: str = "涉伞") -> Record:
    return record("integrity.SentForProsecution", case, on, persons=persons, scope=scope, **SAID)


def received(case: str, on: str = "2020-06-16", persons: int = 1, scope: str = "涉伞") -> Record:
    return record("prosecutions.Received", case, on, persons=persons, scope=scope)


def linked(case: str, to_case: str, from_line: str = "integrity", **own: object) -> Record:
    to = {"to_line": "prosecutions", "to_body": "城关区人民检察院", "from_line": from_line}
    body = "兰州市监察委员会" if from_line == "integrity" else "兰州市公安局城关分局"
    return record("links.Linked", case, "2020-06-15", to_case=to_case, **{"body": body, **to, **own})


@pytest.mark.parametrize(
    ("records", "cases", "persons"),
    [
        pytest.param(
            [sent("监1", persons=3), linked("监1", "检1"), received("检1", persons=3)],
            {"umbrellas_sent": 1, "umbrellas_received": 1},
            {"umbrellas_sent": 3, "umbrellas_received": 3},
            id="all received",
        ),
        pytest.param(
            [sent("监1"), linked("监1", "检1"), received("检1", "2021-01-04")],
            {"umbrellas_sent": 1, "transit": 1},
            {"umbrellas_sent": 1, "transit": 1},
            id="received in the next year",
        ),
        pytest.param(
            [sent("监1", persons=2), linked("监1", "检1"), received("检1", persons=2, scope="")],
            {"umbrellas_sent": 1, "scope_there": 1},
            {"umbrellas_sent": 2, "scope_there": 2},
            id="not tagged as umbrella there",
        ),
        pytest.param(
            [sent("监1", scope=""), linked("监1", "检1"), received("检1")],
            {"umbrellas_received": 1, "scope_here": -1},
            {"umbrellas_received": 1, "scope_here": -1},
            id="not tagged as umbrella here",
        ),
        pytest.param(
            [sent("监1", scope="涉黑"), received("检9", scope="涉恶")],
            {},
            {},
            id="cases that are no umbrellas",
        ),
        pytest.param(
            [linked("公1", "检5", "investigations"), received("检5", persons=4, scope="涉恶|涉伞")],
            {"umbrellas_received": 1, "others": -1},
            {"umbrellas_received": 4, "others": -4},
            id="what the police transfer comes from others",
        ),
        pytest.param(
            [received("检6", persons=2)],
            {"umbrellas_received": 1, "rest": -1},
            {"umbrellas_received": 2, "rest": -2},
            id="received from nobody",
        ),
        pytest.param(
            [sent("监1", persons=3), linked("监1", "检1"), received("检1", persons=2)],
            {"umbrellas_sent": 1, "umbrellas_received": 1},
            {"umbrellas_sent": 3, "umbrellas_received": 2, "rest": 1},
            id="a person lost on the way",
        ),
    ],
)
def test_umbrellas_sent_are_received(
    tmp_path: Path, records: list[Record], cases: dict[str, int], persons: dict[str, int]
) -> None:
    found = settled(tmp_path, BRIDGE, records)
    assert numbers(found["cases"]) == cases
    assert numbers(found["persons"]) == persons


def test_umbrellas_are_narrowed_by_a_scope_that_is_asked_for(tmp_path: Path) -> None:
    records = [
        sent("监1", scope="涉黑|涉伞"), linked("监1", "检1"), received("检1", scope="涉黑|涉伞"),
        sent("监2"), linked("监2", "检2"), received("检2"),
    ]  # fmt: skip
    found = settled(tmp_path, BRIDGE, records, scopes=Scopes("涉黑", "涉黑"))
    assert numbers(found["cases"]) == {"umbrellas_sent": 1, "umbrellas_received": 1}


def test_a_case_is_dealt_with_once_by_what_comes_first(tmp_path: Path) -> None:
    filed = Filed(case="监1", body="兰州市监察委员会", on=date(2019, 3, 1), persons=4, **SAID)  # type: ignore[arg-type]
    steps = [
        record("integrity.Disciplined", "监1", "2020-02-03", persons=2, **SAID),
        record("integrity.Disciplined", "监1", "2020-05-06", persons=2, **SAID),
        sent("监1", "2021-01-04", persons=1),
    ]
    of = tables(tmp_path / "mirror", [filed, *steps])
    handled = FIGURES["integrity.handled"]
    got = {year: read(handled, of, span(year)).numerator for year in ("2019", "2020", "2021")}
    assert got == {"2019": 0, "2020": 1, "2021": 0}
    assert read(handled, of, span("2020"), counting="persons").numerator == 4
