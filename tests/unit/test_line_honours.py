"""Honours: by level, and those that rest on a figure since corrected."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from lines.conftest import made_up
from mirrors import tables
from plumbline.figures.breakdown import Cell, breakdown
from plumbline.figures.reading import read
from plumbline.lines import figures
from plumbline.lines.honours.records import GroundCorrected, Grounded, PersonsCommended
from plumbline.periods import span
from plumbline.records import Record

FIGURES = {f.id: f for f in figures()}
YEAR = {"since": date(2019, 1, 1), "until": date(2019, 12, 31)}
HALF = {"since": date(2019, 1, 1), "until": date(2019, 6, 30)}


def grounded(case: str, figure: str, on: date = date(2020, 1, 6)) -> Record:
    return Grounded(case=case, body="兰州市公安局", on=on, figure=figure, **YEAR)


def corrected(case: str, figure: str, on: date = date(2020, 5, 6), span: dict[str, date] = YEAR) -> Record:
    return GroundCorrected(case=case, body="兰州市公安局", on=on, figure=figure, **span)


def test_an_honour_falls_with_its_own_figure_for_its_own_period_alone(tmp_path: Path) -> None:
    records = [
        grounded("兰表1号", "trials.concluded"), corrected("兰表1号", "trials.concluded"),
        grounded("兰表2号", "trials.concluded"), corrected("兰表2号", "trials.docketed"),
        grounded("兰表3号", "trials.concluded"), corrected("兰表3号", "trials.concluded", span=HALF),
        grounded("兰表4号", "trials.concluded"), corrected("兰表4号", "trials.concluded", date(2021, 1, 4)),
        grounded("兰表5号", "trials.concluded"), grounded("兰表5号", "trials.docketed"),
        corrected("兰表5号", "trials.concluded"), corrected("兰表5号", "trials.docketed"),
    ]  # fmt: skip
    of = tables(tmp_path / "mirror", records)
    got = {year: read(FIGURES["honours.on_corrected"], of, span(year)).numerator for year in ("2019", "2020", "2021")}
    assert got == {"2019": 0, "2020": 2, "2021": 3}


def test_honours_are_broken_down_by_level(tmp_path: Path) -> None:
    of = tables(tmp_path / "mirror", [r for r in made_up() if type(r).__module__.endswith("honours.records")])
    units = breakdown(FIGURES["honours.units"], of, span("2020"), ["level"])
    assert units == [Cell(("全国",), 1), Cell(("市",), 49), Cell(("省",), 2)]
    persons = breakdown(FIGURES["honours.persons"], of, span("2020"), ["level"])
    assert persons == sorted([Cell(("全国",), 1), Cell(("省",), 6), Cell(("市",), 295), Cell(("县",), 9)])


@pytest.mark.parametrize("name", ["模范民警", "Zhang San", "trials", "trials.", "2020.trials"])
def test_a_ground_is_the_id_of_a_figure(name: str) -> None:
    with pytest.raises(ValidationError, match="figure"):
        grounded("兰表1号", name)


def test_a_title_is_one_of_the_words_there_are() -> None:
    with pytest.raises(ValidationError, match="title"):
        PersonsCommended(case="兰表1号", body="兰州市公安局", on=date(2020, 1, 6), level="市", title="某某", persons=1)  # type: ignore[arg-type]
