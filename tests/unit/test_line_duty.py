"""Duty and arrivals beyond their examples: means by parts, a day's end, sites never opened."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from mirrors import tables
from plumbline.figures.breakdown import breakdown
from plumbline.figures.drilling import positions
from plumbline.figures.reading import read
from plumbline.lines.arrivals import figures as arrivals
from plumbline.lines.arrivals.records import Left, Placed, SiteClosed, SiteOpened
from plumbline.lines.duty import figures as duty
from plumbline.lines.duty.records import ShiftWorked
from plumbline.periods import span
from plumbline.records import Record

BODY = "兰州市公安局"
OTHER = "兰州新区公安局"


def shift(on: date, police: int, kind: str = "卡口", body: str = BODY) -> ShiftWorked:
    return ShiftWorked(
        case="岗1", body=body, on=on, duty=kind, length_minutes=480, police_required=1, police=police, volunteers=police * 2
    )  # fmt: skip


SHIFTS: list[Record] = [
    shift(date(2020, 1, 30), 62), shift(date(2020, 2, 3), 58), shift(date(2020, 2, 3), 29, "疫情防控"),
    shift(date(2020, 2, 4), 80, "巡逻", OTHER),
]  # fmt: skip


def test_a_daily_mean_of_a_kind_of_duty_is_over_all_days_of_the_period(tmp_path: Path) -> None:
    found = breakdown(duty.police_daily, tables(tmp_path, SHIFTS), span("2020-02"), ["duty"])
    told = {cell.values[0]: (cell.numerator, cell.denominator) for cell in found}
    assert told == {"卡口": (58, 29), "疫情防控": (29, 29), "巡逻": (80, 29)}


def test_a_daily_mean_by_month_is_over_the_days_of_each_month_in_the_period(tmp_path: Path) -> None:
    found = breakdown(duty.police_daily, tables(tmp_path, SHIFTS), span("2020-01-30/2020-02-05"), ["month"])
    assert [(c.values[0], c.numerator, c.denominator) for c in found] == [("2020-01", 62, 2), ("2020-02", 167, 5)]


def test_the_peak_is_of_all_bodies_together_and_a_body_has_its_part_of_it(tmp_path: Path) -> None:
    """On 3 February 87 of one body; on the 4th 80 of another: the other had none on the peak day."""
    of = tables(tmp_path, SHIFTS)
    assert read(duty.police_peak, of, span("2020")).numerator == 87
    assert read(duty.police_peak, of, span("2020"), body=OTHER).numerator == 0
    assert positions(duty.police_peak, of, span("2020")) == [1, 2]


def test_of_two_days_alike_the_earlier_is_the_peak(tmp_path: Path) -> None:
    of = tables(tmp_path, [shift(date(2020, 5, 2), 7), shift(date(2020, 5, 1), 7)])
    assert positions(duty.police_peak, of, span("2020")) == [1]


@pytest.mark.parametrize("wrong", [{"police": -1}, {"duty": "查隐私"}, {"person": "p_" + "a" * 26}, {"unit": "甲"}])
def test_a_shift_takes_no_person_and_no_word_of_its_own(wrong: dict[str, object]) -> None:
    said = shift(date(2020, 2, 3), 1).model_dump() | wrong
    with pytest.raises(ValidationError):
        ShiftWorked(**said)


def site(on: int, capacity: int) -> SiteOpened:
    return SiteOpened(case="点1", body=BODY, on=date(2020, 3, on), capacity=capacity)


def placed(case: str, on: int, persons: int, at: str = "点1", body: str = BODY) -> Placed:
    return Placed(case=case, body=body, on=date(2020, 3, on), site=at, persons=persons)


def left(case: str, on: int, persons: int) -> Left:
    return Left(case=case, body=BODY, on=date(2020, 3, on), site="点1", persons=persons)


@pytest.mark.parametrize(
    ("records", "beyond", "over"),
    [
        ([site(1, 10), placed("1批", 2, 10)], 0, 0),
        ([site(1, 10), placed("1批", 2, 11)], 1, 1),
        ([site(1, 10), placed("1批", 2, 10), placed("2批", 5, 8), left("1批", 5, 10)], 0, 0),
        ([site(1, 10), placed("1批", 2, 10), placed("2批", 5, 8), left("1批", 6, 10)], 1, 0),
        ([site(1, 10), placed("1批", 2, 10), site(3, 5)], 0, 1),
        ([site(1, 10), site(1, 5), placed("1批", 2, 7)], 1, 1),
        ([site(1, 10), SiteClosed(case="点1", body=BODY, on=date(2020, 3, 2)), placed("1批", 3, 1)], 1, 1),
        ([placed("1批", 3, 1, at="点9")], 1, 1),
        ([site(1, 10), placed("1批", 2, 4, body=OTHER)], 1, 1),
        ([site(1, 10), left("1批", 2, 4)], 0, 0),
    ],
)
def test_too_many_at_a_site_is_told_by_the_end_of_the_day(
    tmp_path: Path, records: list[Record], beyond: int, over: int
) -> None:
    of = tables(tmp_path, records)
    assert read(arrivals.overfilled, of, span("2020-03")).numerator == beyond
    assert read(arrivals.over_capacity, of, span("2020-03")).numerator == over
