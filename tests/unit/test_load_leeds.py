"""Leeds road traffic collisions, one row a casualty: a made-up file in that layout, and the published one where it is there."""

import csv
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

import mirrors
from plumbline import lines
from plumbline.errors import Broken
from plumbline.figures.reading import read
from plumbline.periods import span
from plumbline.sheets.loading import Checked, checked
from plumbline.sheets.mapped import Mapped, bound
from plumbline.sheets.mapping import Mapping, mapping_named
from registers import TODAY

HEADS = (
    "Reference Number,Grid Ref: Easting,Grid Ref: Northing,Number of Vehicles,Accident Date,Time (24hr),1st Road Class & No,"
    "Road Surface,Lighting Conditions,Weather Conditions,Vehicle Number,Type of Vehicle,Casualty Class,Casualty Severity,"
    "Sex of Casualty,Age of Casualty"
)
ROWS = """
4110001,430000,433000,2,05/01/2017,0815,A61,Dry,Daylight,Fine,1,Car,Driver,Slight,Female,34
4110001,430000,433000,2,05/01/2017,0815,A61,Dry,Daylight,Fine,1,Car,Passenger,Slight,Male,8
4110001,430000,433000,2,05/01/2017,0815,A61,Dry,Daylight,Fine,2,Pedal cycle,Driver,Serious,Male,51
4110002,431000,434000,1,06/02/2017,5,U,Wet,Dark,Rain,1,Goods vehicle 3.5 tonnes mgw and under,Pedestrian,Fatal,Male,70
4110002,431000,434000,1,06/02/2017,5,U,Wet,Dark,Rain,1,Goods vehicle 3.5 tonnes mgw and under,Pedestrian,Fatal,Male,71
4110003,432000,435000,1,31/12/2017,2359,M621,Dry,Dark,Fine,1,Hovercraft,Driver,3,Female,22
"""
"""Three collisions: two slight and one serious; two killed; one slight, in a vehicle that no list has."""


def token(key: str) -> str:
    raise AssertionError(f"no token is made of {key}: the file names nobody")


def mapped() -> Mapped:
    return bound("leeds", mapping_named("leeds"), lines.kinds(), token)


def loaded(path: Path, text: str) -> Checked:
    path.write_text(text, encoding="utf-8")
    return checked(path, {}, TODAY, mapped=mapped())


@pytest.fixture
def made_up(tmp_path: Path) -> Checked:
    return loaded(tmp_path / "leeds.csv", HEADS + ROWS)


def records(found: Checked, kind: str) -> list[dict[str, object]]:
    assert found.refused == []
    return [row for batch in found.batches if batch.kind.name == kind for row in batch.frame.to_dicts()]


def test_several_rows_of_one_collision_are_one_crash(made_up: Checked) -> None:
    got = [(r["case"], str(r["on"]), str(r["at"]), r["road"], r["procedure"]) for r in records(made_up, "Crashed")]
    assert got == [
        ("4110001", "2017-01-05", "08:15:00", "A61", "不分"),
        ("4110002", "2017-02-06", "00:05:00", "U", "不分"),
        ("4110003", "2017-12-31", "23:59:00", "M621", "不分"),
    ]


def test_each_vehicle_is_one_whoever_was_hurt_in_it(made_up: Checked) -> None:
    got = [(r["case"], r["ordinal"], r["vehicle"]) for r in records(made_up, "VehicleInvolved")]
    assert got == [
        ("4110001", 1, "小型客车"), ("4110001", 2, "自行车"), ("4110002", 1, "货车"), ("4110003", 1, "其他"),
    ]  # fmt: skip


def test_casualties_in_the_same_words_are_added_up(made_up: Checked) -> None:
    hurt = [(r["case"], r["severity"], r["persons"]) for r in records(made_up, "Injured")]
    assert hurt == [("4110001", "轻伤", 2), ("4110001", "重伤", 1), ("4110003", "轻伤", 1)]
    assert [(r["case"], r["persons"], r["only_within"]) for r in records(made_up, "Died")] == [
        ("4110002", 2, "三十日内")
    ]


def test_the_figures_of_the_year(made_up: Checked, tmp_path: Path) -> None:
    told = [
        batch.kind.model(**{k: v for k, v in row.items() if k != "#row"})
        for batch in made_up.batches
        for row in batch.frame.to_dicts()
    ]
    tables = mirrors.tables(tmp_path / "mirror", told)
    catalogue = {f.name: f for f in lines.figures() if f.line == "crashes"}
    year = {name: read(catalogue[name], tables, span("2017")).numerator for name in catalogue}
    assert year == {
        "crashed": 3, "general": 0, "fatal": 0, "deaths_at_7": 0, "deaths_at_30": 2, "injured": 4, "property_loss": 0,
    }  # fmt: skip


def test_sex_and_age_are_never_read(made_up: Checked) -> None:
    assert not {"Sex of Casualty", "Age of Casualty"} & set(made_up.sheets[0].heads)
    kept = " ".join(text or "" for row in made_up.sheets[0].cells.iter_rows() for text in row)
    assert "Female" not in kept
    assert "Slight" in kept
    assert len(made_up.sheets[0].heads) == made_up.sheets[0].cells.width == 14


def test_a_mapping_that_reads_what_it_never_reads_is_refused() -> None:
    shipped = mapping_named("leeds").model_dump(by_alias=True)
    shipped["never"] = ("casualty  severity",)
    with pytest.raises(Broken, match=r"a column of never is read: crashes.Injured: Casualty Severity"):
        bound("leeds", Mapping(**shipped), lines.kinds(), token)


def test_headcounts_are_added_up_only_where_there_are_any() -> None:
    shipped = mapping_named("leeds").model_dump(by_alias=True)
    shipped["record"][0]["adds_up"] = True
    with pytest.raises(Broken, match=r"crashes.Crashed has no headcount to add up"):
        bound("leeds", Mapping(**shipped), lines.kinds(), token)


@pytest.mark.parametrize(
    ("wrong", "column", "said"),
    [
        (ROWS.replace("0815", "2515", 1), "Time (24hr)", "a time of day in one of the formats named"),
        (ROWS.replace("05/01/2017", "2017.13.01", 1), "Accident Date", "a day in one of the formats named"),
        (ROWS.replace(",Slight,", ",Grazed,", 1), "Casualty Severity", "Grazed"),
    ],
)
def test_a_cell_that_means_nothing_is_named(tmp_path: Path, wrong: str, column: str, said: str) -> None:
    faults = {(f.row, f.column, f.what.en, f.todo.en) for f in loaded(tmp_path / "leeds.csv", HEADS + wrong).refused}
    assert {(row, head) for row, head, _, _ in faults} == {(2, column)}
    assert any(said in what + todo for _, _, what, todo in faults)


def test_an_older_head_of_the_road_is_taken_for_it(tmp_path: Path) -> None:
    older = HEADS.replace("1st Road Class & No", "1st Road Class") + ROWS.replace("M621", "Motorway")
    assert [r["road"] for r in records(loaded(tmp_path / "leeds.csv", older), "Crashed")] == ["A61", "U", "M"]


def test_the_published_file_where_it_is_there(shared: Path) -> None:
    files = sorted((shared / "data").glob("leeds*/*.csv"))
    if not files:
        pytest.skip(
            "no data/leeds*/*.csv in the shared folder: put a published Leeds file of road traffic collisions there"
        )
    for path in files:
        found = checked(path, {}, TODAY, mapped=mapped())
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(records(found, "Crashed")) == len({row["Reference Number"] for row in rows})
        told = Counter(row["Casualty Severity"] for row in rows)
        dead = sum(int(str(r["persons"])) for r in records(found, "Died"))
        assert dead == told["1"] + told["Fatal"]
        hurt = pl.Series([int(str(r["persons"])) for r in records(found, "Injured")]).sum()
        assert hurt == len(rows) - dead
