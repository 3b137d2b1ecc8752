"""Any history of records: readings are what counting the Parquet rows one by one gives, at every size of the ledger."""

import tempfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mirrors
from oracles import recount
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import positions
from plumbline.figures.opening import open_mirror
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, kinds
from plumbline.lines.trials.records import Concluded, Docketed, Heard
from plumbline.periods import Span
from plumbline.records import Record

YEAR = Span(date(2020, 1, 1), date(2020, 12, 31))
FIGURES = Catalogue(figures())

tokens = st.sampled_from([f"p_{letter * 26}" for letter in "ab"])
heads = st.one_of(st.fixed_dictionaries({"person": tokens}), st.fixed_dictionaries({"persons": st.integers(0, 3)}))
envelopes = st.fixed_dictionaries(
    {
        "case": st.sampled_from("甲乙丙"),
        "body": st.sampled_from(["城关区人民法院", "安宁区人民法院"]),
        "on": st.integers(-4, 4).map(lambda days: date(2020, 1, 1) + timedelta(days=days)),
        "at": st.sampled_from([None, time(9), time(14, 30)]),
    }
)
docketed = st.builds(
    lambda e, h, s: Docketed(**e, **h, offence="盗窃罪", scope=s), envelopes, heads, st.sampled_from(["", "|涉黑|"])
)
concluded = st.builds(lambda e, h: Concluded(**e, **h), envelopes, heads)
heard = st.builds(lambda e: Heard(**e), envelopes)


class History(NamedTuple):
    """Records in order of arrival, in parts as they were mirrored; what is superseded; a size to read at."""

    records: list[Record]
    supersedes: dict[int, int]
    cut: int
    size: int


@st.composite
def histories(draw: st.DrawFn) -> History:
    records = draw(st.lists(st.one_of(docketed, docketed, concluded, heard), max_size=14))
    supersedes: dict[int, int] = {}
    for later, record in enumerate(records):
        same = [p for p in range(later) if type(records[p]) is type(record) and p not in supersedes.values()]
        if same and draw(st.integers(0, 3)) == 0:
            supersedes[later] = draw(st.sampled_from(same))
    size = draw(st.integers(0, len(records)))
    return History(records, supersedes, draw(st.integers(0, len(records))), size)


@pytest.mark.timeout(600)
@settings(max_examples=12)
@given(histories())
def test_readings_are_what_a_recount_of_the_parquet_rows_gives(history: History) -> None:
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        _write(folder, history)
        tables = open_mirror(folder, kinds(), history.size).tables
        entered = recount.standing(folder, "trials", "Docketed", history.size)
        left = recount.standing(folder, "trials", "Concluded", history.size)
        for name, rows in (("docketed", entered), ("concluded", left)):
            counted = recount.within(rows, *YEAR)
            assert _read(name, tables) == (recount.cases(counted), recount.persons(counted))
            drilled = positions(FIGURES[f"trials.{name}"], tables, YEAR)
            assert drilled == sorted(r["position"] for r in counted)
        for name, day in (("pending", YEAR.last), ("carried_over", date(2019, 12, 31))):
            held = recount.pending(entered, left, day)
            assert _read(name, tables) == (len(held), sum(map(recount.persons_of, held.values())))


def _write(folder: Path, history: History) -> None:
    """Write a history to a mirror in two refreshes."""
    mirrors.written(folder, history.records[: history.cut], supersedes=history.supersedes)
    mirrors.written(folder, history.records[history.cut :], supersedes=history.supersedes)


def _read(name: str, tables: TablesOf) -> tuple[int, int]:
    figure = FIGURES[f"trials.{name}"]
    each: Iterator[int] = (read(figure, tables, YEAR, counting=c).numerator for c in ("cases", "persons"))
    return next(each), next(each)
