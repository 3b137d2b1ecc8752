"""Crashes: which deaths count, what a correction and an assessment change, and the sentence that reports write of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import mirrors
from plumbline.checks.against import against
from plumbline.claims import read as read_text
from plumbline.cli.against import book_at
from plumbline.figures.breakdown import breakdown
from plumbline.figures.reading import read
from plumbline.figures.tables import TablesOf
from plumbline.lines import figures, part
from plumbline.lines.crashes.records import Crashed, Died, Injured, LossAssessed
from plumbline.periods import span
from plumbline.records import Record
from plumbline.records.made_up import token

FIGURES = {f.name: f for f in figures() if f.line == "crashes"}
BODY, DAY = "城关大队", date(2020, 3, 1)


def crash(case: str = "1号", on: date = DAY, **says: Any) -> Crashed:
    return Crashed(**{"case": case, "body": BODY, "on": on, "procedure": "一般", **says})


def person(kind: type[Record], case: str, on: date, **says: Any) -> Record:
    own = {"severity": "重伤"} if kind is Injured else {}
    return kind(**{"case": case, "body": BODY, "on": on, **own, **says})


def value(tables: TablesOf, name: str, period: str = "2020") -> int:
    return read(FIGURES[name], tables, span(period)).numerator


@pytest.mark.parametrize(
    ("days", "at_7", "at_30", "injured"),
    [(0, 1, 1, 0), (6, 1, 1, 0), (7, 1, 1, 0), (8, 0, 1, 1), (30, 0, 1, 1), (31, 0, 0, 1)],
)
def test_a_death_counts_by_its_days_after_the_crash(
    tmp_path: Path, days: int, at_7: int, at_30: int, injured: int
) -> None:
    told = [crash(), person(Injured, "1号", DAY, person=token(1))]
    tables = mirrors.tables(tmp_path / "m", [*told, person(Died, "1号", DAY + timedelta(days), person=token(1))])
    got = [value(tables, name) for name in ("deaths_at_7", "deaths_at_30", "injured", "fatal", "crashed")]
    assert got == [at_7, at_30, injured, at_7, 1]


def test_deaths_belong_to_the_period_of_the_crash(tmp_path: Path) -> None:
    last = date(2020, 12, 31)
    tables = mirrors.tables(tmp_path / "m", [crash(on=last), person(Died, "1号", date(2021, 1, 6), persons=2)])
    assert [value(tables, "deaths_at_7", year) for year in ("2020", "2021")] == [2, 0]
    months = breakdown(FIGURES["deaths_at_7"], tables, span("2020/2021"), ["month"])
    assert [(m.values, m.numerator) for m in months] == [(("2020-12",), 2)]


def test_the_injured_of_another_crash_stay_and_headcounts_cannot_be_told(tmp_path: Path) -> None:
    told: list[Record] = [crash("1号"), crash("2号"), person(Injured, "2号", DAY, person=token(1))]
    told += [person(Died, "1号", DAY, person=token(1)), person(Died, "2号", DAY, persons=1)]
    told += [person(Injured, "2号", DAY, persons=3)]
    assert value(mirrors.tables(tmp_path / "m", told), "injured") == 4


def test_a_correction_counts_from_when_it_was_entered(tmp_path: Path) -> None:
    told = [crash(procedure="简易", property_loss_fen=100), person(Died, "1号", DAY, persons=2)]
    told += [crash(procedure="一般", property_loss_fen=700), person(Died, "1号", DAY, persons=1)]
    superseding = {2: 0, 3: 1}
    names = ("crashed", "general", "deaths_at_7", "property_loss")
    before = mirrors.tables(tmp_path / "m", told, size=2, supersedes=superseding)
    assert [value(before, name) for name in names] == [1, 0, 2, 100]
    after = mirrors.tables(tmp_path / "n", told, supersedes=superseding)
    assert [value(after, name) for name in names] == [1, 1, 1, 700]


def assessed(on: date, fen: int) -> LossAssessed:
    return LossAssessed(case="1号", body=BODY, on=on, property_loss_fen=fen)


@pytest.mark.parametrize(
    ("first", "later", "loss"),
    [
        (None, [], 0),
        (500, [], 500),
        (None, [(5, 300)], 300),
        (500, [(5, 300)], 300),
        (500, [(9, 900), (5, 300)], 900),  # by the day of the assessment, not the order of entry
        (500, [(5, 300), (5, 200)], 200),  # on one day the one entered last
        (500, [(400, 0)], 0),
    ],
)
def test_the_last_assessment_is_the_loss(
    tmp_path: Path, first: int | None, later: Sequence[tuple[int, int]], loss: int
) -> None:
    told = [crash(property_loss_fen=first), *(assessed(DAY + timedelta(days), fen) for days, fen in later)]
    assert value(mirrors.tables(tmp_path / "m", told), "property_loss") == loss


def test_a_crash_entered_twice_is_one(tmp_path: Path) -> None:
    told = [crash(property_loss_fen=500), crash(on=DAY + timedelta(1), property_loss_fen=600)]
    tables = mirrors.tables(tmp_path / "m", [*told, person(Died, "1号", DAY + timedelta(2), persons=1)])
    assert [value(tables, name) for name in ("crashed", "property_loss", "deaths_at_7")] == [1, 600, 1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of the line's examples."""
    made = tmp_path_factory.mktemp("book")
    mirrors.written(made / "mirror", [r for each in part("crashes", "examples").EXAMPLES for r in each.records])
    return made


@pytest.mark.parametrize(
    "text",
    [
        "2020年，全市发生道路交通事故12起，造成5人死亡、15人受伤，直接财产损失21.375万元。",
        "2020年，全市发生一般程序处理的道路交通事故9起。",
        "2020年，全市发生亡人道路交通事故3起。",
    ],
)
def test_what_reports_write_is_found_and_agrees(folder: Path, text: str) -> None:
    found = [f.kind for f in against(read_text(text), book_at(folder, None, "zh"))]
    assert set(found) == {"agrees"}


def test_a_wrong_number_is_told(folder: Path) -> None:
    text = "2020年，全市发生道路交通事故12起，造成6人死亡。"
    found = [(f.kind, text[f.start : f.end]) for f in against(read_text(text), book_at(folder, None, "zh"))]
    assert found == [("agrees", "12起"), ("differs", "6人")]


def test_broken_down_by_procedure_and_by_road(folder: Path) -> None:
    tables = book_tables(folder)
    by = breakdown(FIGURES["crashed"], tables, span("2020"), ["procedure"])
    assert [(c.values, c.numerator) for c in by] == [(("一般",), 9), (("不分",), 1), (("简易",), 2)]
    roads = breakdown(FIGURES["deaths_at_7"], tables, span("2020"), ["road"])
    assert [(c.values, c.numerator) for c in roads] == [(("",), 1), (("G109",), 1), (("G212",), 3)]


def book_tables(folder: Path) -> TablesOf:
    from plumbline.figures.opening import open_mirror
    from plumbline.lines import kinds

    return open_mirror(folder / "mirror", kinds()).tables
