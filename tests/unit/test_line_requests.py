"""Requests of enterprises: which answers are timed, how many liaison officers there are, what a sheet may not say."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from mirrors import tables
from plumbline.figures.breakdown import Cell, breakdown
from plumbline.figures.reading import read
from plumbline.lines import figures
from plumbline.lines.requests.records import Answered, Asked, LiaisonAppointed, LiaisonWithdrawn, Rated
from plumbline.periods import span
from plumbline.records import Record

FIGURES = {f.id: f for f in figures()}
HERE = {"body": "兰州市公安局"}
THERE = {"body": "兰州市公安局七里河分局"}


def asked(case: str, on: date, **own: str) -> Record:
    return Asked(case=case, on=on, about="交通秩序", **{**HERE, **own})  # type: ignore[arg-type]


def test_an_answer_to_what_was_never_registered_is_not_timed(tmp_path: Path) -> None:
    records = [
        asked("企诉1号", date(2020, 3, 2)),
        Answered(case="企诉1号", on=date(2020, 3, 6), **HERE),
        Answered(case="企诉2号", on=date(2020, 3, 9), **HERE),
        asked("企诉1号", date(2020, 3, 30), **THERE),
        Answered(case="企诉1号", on=date(2020, 4, 1), **THERE),
    ]
    of = tables(tmp_path / "mirror", records)
    assert read(FIGURES["requests.answered"], of, span("2020")).numerator == 2
    mean = read(FIGURES["requests.answer_days"], of, span("2020"))
    assert (mean.numerator, mean.denominator, mean.unit) == (6, 2, "天")
    cells = breakdown(FIGURES["requests.answer_days"], of, span("2020"), ["body"])
    assert cells == [Cell(("兰州市公安局",), 4, 1), Cell(("兰州市公安局七里河分局",), 2, 1)]


def test_officers_are_those_last_recorded_under_appointments_that_stand(tmp_path: Path) -> None:
    records = [
        LiaisonAppointed(case="护航1号", on=date(2020, 4, 1), officers=10, **HERE),
        LiaisonWithdrawn(case="护航1号", on=date(2020, 5, 1), **HERE),
        LiaisonAppointed(case="护航1号", on=date(2020, 6, 1), officers=7, **HERE),
        LiaisonAppointed(case="护航1号", on=date(2020, 6, 2), officers=3, **THERE),
    ]
    of = tables(tmp_path / "mirror", records)
    days = {"2020-03": 0, "2020-04": 10, "2020-05": 0, "2020-06": 10}
    assert {m: read(FIGURES["requests.liaisons"], of, span(m)).numerator for m in days} == days


def test_a_grade_is_one_of_three_words() -> None:
    with pytest.raises(ValidationError, match="grade"):
        Rated(case="企诉1号", on=date(2020, 3, 2), grade="非常满意", **HERE)  # type: ignore[arg-type]


def test_an_enterprises_name_is_no_number_of_a_request() -> None:
    with pytest.raises(ValidationError, match="no digit"):
        asked("某某商贸公司", date(2020, 3, 2))
