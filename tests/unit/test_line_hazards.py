"""Hazards: a place that says where, a verification by another, a closing that waits for it, one chief a segment a day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bridging import record
from mirrors import tables
from plumbline.figures.consistency import within
from plumbline.figures.reading import read
from plumbline.lines import figures
from plumbline.lines.hazards.chiefs import Stretch, answering, not_of_one, standing
from plumbline.periods import span
from plumbline.records import Record
from plumbline.sheets.wording import said

FIGURES = {f.id: f for f in figures()}
STREET, OFFICE = "雁滩街道办事处", "城关区应急管理局"
ROADS = "兰州市路长办公室"
POINT = {"latitude_microdegrees": 36_060_000, "longitude_microdegrees": 103_830_000}


def found(case: str = "1号", on: str = "2020-03-02", **place: Any) -> Record:
    return record("hazards.Found", case, on, sector="消防", **(place or {"grid": "620102001003"}))


def fixed(on: str, case: str = "1号", by: str = STREET, **more: Any) -> Record:
    return record("hazards.Rectified", case, on, fixed_by=by, **more)


def verified(on: str, case: str = "1号", by: str = OFFICE, of: str = STREET, **more: Any) -> Record:
    return record("hazards.Verified", case, on, fixed_by=of, verified_by=by, **more)


def chief(number: int, on: str, posts: str, road: str = "G30") -> Record:
    start, end = posts.split()
    held = {"road": road, "from_post": start, "to_post": end, "duty": f"岗{number}"}
    return record("hazards.ChiefAppointed", f"任{number}号", on, body=ROADS, **held)


def left(number: int, on: str) -> Record:
    return record("hazards.ChiefEnded", f"任{number}号", on, body=ROADS)


def reads(folder: Path, figure: str, *records: Record, period: str = "2020") -> int:
    return read(FIGURES[f"hazards.{figure}"], tables(folder, records), span(period)).numerator


@pytest.mark.parametrize(
    "place",
    [
        {"grid": "620102001003"},
        {"road": "G30", "post": "K1745+300"},
        {"road": "S101", **POINT},
        {"grid": "620102001003", **POINT},
    ],
)
def test_a_hazard_is_somewhere(place: dict[str, Any]) -> None:
    assert found(**place).model_dump(include=set(place)) == place


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ({"grid": None}, "placed"),
        ({"road": "G30"}, "placed"),
        ({"post": "K12"}, "placed"),
        ({"grid": "620102001003", "post": "K12"}, "placed"),
        ({"road": "G30", "latitude_microdegrees": 36_060_000}, "placed"),
        (POINT, "placed"),
        ({"grid": "雁滩"}, "unnumbered"),
        ({"road": "南滨河路", "post": "K12"}, "string_pattern_mismatch"),
        ({"road": "G30", "post": "12公里"}, "string_pattern_mismatch"),
        ({"grid": "620102001003", "latitude_microdegrees": 96_060_000, "longitude_microdegrees": 0}, "less_than_equal"),
    ],
)
def test_a_place_that_is_none_is_refused(place: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError) as refused:
        found(**place)
    assert [e["type"] for e in refused.value.errors()] == [fault]


@pytest.mark.parametrize(
    "posts", [{}, {"fixed_post": "岗3"}, {"verified_post": "岗3"}, {"fixed_post": "岗3", "verified_post": "岗3"}]
)
def test_who_put_it_right_may_not_verify_it(posts: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refused:
        verified("2020-03-09", by=STREET, **posts)
    [error] = refused.value.errors()
    assert said(error).zh == "复查单位（岗位）就是整改单位（岗位）；应由他人复查"


def test_another_body_or_another_post_may() -> None:
    assert verified("2020-03-09").passed
    assert verified("2020-03-09", by=STREET, fixed_post="岗3", verified_post="岗7").passed


def test_who_put_it_right_shows_across_records(tmp_path: Path) -> None:
    told = (found(), fixed("2020-03-05"), verified("2020-03-09", by=STREET, of="张掖路街道办事处"))
    assert reads(tmp_path, "own_verified", *told) == 1


def test_only_the_last_putting_right_before_it_counts(tmp_path: Path) -> None:
    told = (
        found(), fixed("2020-03-05"), verified("2020-03-06", passed=False), fixed("2020-03-08", by="城关公路段"),
        verified("2020-03-09", by=STREET, of="城关公路段"), fixed("2020-03-12", by=STREET),
    )  # fmt: skip
    assert reads(tmp_path, "own_verified", *told) == 0


def test_a_closing_before_the_verification_is_out_of_order_and_counted(tmp_path: Path) -> None:
    told = (found(), fixed("2020-03-05"), record("hazards.Closed", "1号", "2020-03-06"), verified("2020-03-09"))
    opened = tables(tmp_path, told)
    [finding] = within(opened, "hazards", span("2020"))
    assert (finding.name, finding.records) == ("out_of_order", (2, 3))
    assert read(FIGURES["hazards.closed_unverified"], opened, span("2020")).numerator == 1


def test_a_verification_of_the_first_time_does_not_close_the_second(tmp_path: Path) -> None:
    told = (
        found(), fixed("2020-03-05"), verified("2020-03-09"), record("hazards.Closed", "1号", "2020-03-10"),
        record("hazards.FoundAgain", "1号", "2020-05-06"), record("hazards.Closed", "1号", "2020-06-01"),
    )  # fmt: skip
    assert reads(tmp_path / "all", "closed_unverified", *told) == 1
    assert reads(tmp_path / "march", "closed_unverified", *told, period="2020-03") == 0
    assert reads(tmp_path / "may", "pending", *told, period="2020-05") == 1
    assert reads(tmp_path / "june", "unrectified", *told, period="2020-05") == 1


def test_overdue_from_the_end_of_the_due_day_as_last_assigned(tmp_path: Path) -> None:
    due = {"to_body": STREET, "due": "2020-04-30"}
    told = (found(), record("hazards.Assigned", "1号", "2020-03-03", **due))
    later = (*told, record("hazards.Assigned", "1号", "2020-04-20", **due | {"due": "2020-05-31"}))
    assert reads(tmp_path / "a", "overdue", *told, period="2020-04-01/2020-04-29") == 0
    assert reads(tmp_path / "b", "overdue", *told, period="2020-04") == 1
    assert reads(tmp_path / "c", "overdue", *told, fixed("2020-04-30"), period="2020-04") == 0
    assert reads(tmp_path / "d", "overdue", *later, period="2020-04") == 0


def test_a_failed_verification_means_that_it_is_not_put_right(tmp_path: Path) -> None:
    told = (found(), fixed("2020-03-05"), verified("2020-03-09", passed=False))
    assert reads(tmp_path / "a", "rectification_rate", *told) == 0
    assert reads(tmp_path / "b", "rectification_rate", *told, fixed("2020-03-12")) == 1
    assert reads(tmp_path / "c", "verified", *told) == 0


CHIEFS = (chief(1, "2020-01-02", "K1740 K1755"), chief(2, "2020-05-01", "K1750 K1760"), chief(3, "2020-01-02", "K0 K20", "S101"),
          left(3, "2020-09-30"), chief(4, "2020-09-30", "K0 K20", "S101"))  # fmt: skip


@pytest.mark.parametrize(
    ("road", "post", "on", "chiefs", "duty"),
    [
        ("G30", "K1745+300", "2020-03-02", 1, "岗1"),
        ("G30", "K1752", "2020-04-30", 1, "岗1"),
        ("G30", "K1752", "2020-05-01", 2, None),
        ("G30", "K1755", "2020-05-01", 1, "岗2"),
        ("G30", "K1739+999", "2020-05-01", 0, None),
        ("G30", "K1760", "2020-05-01", 0, None),
        ("S101", "K12", "2020-09-29", 1, "岗3"),
        ("S101", "K12", "2020-09-30", 1, "岗4"),
        ("X215", "K12", "2020-09-30", 0, None),
        ("G30", "K1745", "2020-01-01", 0, None),
    ],
)
def test_the_chief_of_a_hazard_on_its_day(
    tmp_path: Path, road: str, post: str, on: str, chiefs: int, duty: str | None
) -> None:
    hazards = tables(tmp_path, (*CHIEFS, found(on=on, road=road, post=post), found("2号", on)))("hazards")
    [row] = hazards.engine.fetch(answering(hazards, hazards.flow("Found"))).to_pylist()
    assert (row["chiefs"], row["duty"]) == (chiefs, duty)


def test_segments_of_no_chief_or_two_on_a_day(tmp_path: Path) -> None:
    hazards = tables(tmp_path, (*CHIEFS, chief(5, "2020-01-02", "K1765 K1770"), left(5, "2020-12-01")))("hazards")
    west = Stretch("G30", 1_755_000, 1_760_000, 0)
    gap = Stretch("G30", 1_760_000, 1_765_000, 0)
    assert not_of_one(hazards, date(2020, 4, 30)) == [west, gap]
    assert not_of_one(hazards, date(2020, 5, 1)) == [Stretch("G30", 1_750_000, 1_755_000, 2), gap]
    assert not_of_one(hazards, date(2020, 12, 1))[1:] == [gap, Stretch("G30", 1_765_000, 1_770_000, 0)]


def test_an_appointment_ends_on_the_day_it_ended(tmp_path: Path) -> None:
    hazards = tables(tmp_path, CHIEFS)("hazards")
    for day, duties in ((date(2020, 9, 29), {"岗1", "岗2", "岗3"}), (date(2020, 9, 30), {"岗1", "岗2", "岗4"})):
        assert set(hazards.engine.fetch(standing(hazards, day)).column("duty").to_pylist()) == duties


@pytest.mark.parametrize("posts", ["K20 K0", "K1+500 K1+500", "K9+900 K9"])
def test_a_segment_that_ends_before_it_begins_is_refused(posts: str) -> None:
    with pytest.raises(ValidationError, match="ends before it begins"):
        chief(1, "2020-01-02", posts)


def test_a_chief_is_a_post_and_not_a_name() -> None:
    with pytest.raises(ValidationError, match="no digit"):
        record("hazards.ChiefAppointed", "任1号", "2020-01-02", road="G30", from_post="K0", to_post="K1", duty="某某")
