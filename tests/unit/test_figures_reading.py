"""Readings, parts, records and samples over a small book, and what is refused."""

from datetime import date, time
from pathlib import Path

import pytest

import mirrors
from plumbline.errors import NotAPart, NotCounted
from plumbline.figures import Figure, figure
from plumbline.figures.breakdown import breakdown, protected
from plumbline.figures.catalogue import Catalogue
from plumbline.figures.drilling import drill, positions, sample
from plumbline.figures.mirror import Erased
from plumbline.figures.reading import read
from plumbline.figures.tables import Tables, TablesOf
from plumbline.lines import figures
from plumbline.lines.custody.records import Detained, Freed
from plumbline.lines.prosecutions.records import Decided
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.periods import span

CHENGGUAN, ANNING = "城关区人民法院", "安宁区人民法院"
YEAR = span("2020")
ALL = Catalogue(figures())
DOCKETED, CONCLUDED = ALL["trials.docketed"], ALL["trials.concluded"]
TOKEN = "p_" + "a" * 26
LEFT_OUT = ("无", "nothing")


def docketed(case: str, on: str, body: str = CHENGGUAN, persons: int = 1, offence: str = "盗窃罪") -> Docketed:
    return Docketed(case=case, body=body, on=date.fromisoformat(on), offence=offence, persons=persons)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> TablesOf:
    records = [
        docketed("甲", "2020-01-06", persons=2),
        docketed("乙", "2020-01-20", ANNING, persons=3),
        docketed("丙", "2020-03-02", persons=5, offence="诈骗罪"),
        Docketed(case="丁", body=ANNING, on=date(2020, 3, 3), at=time(9, 30), offence="诈骗罪", person=TOKEN),
        Concluded(case="甲", body=CHENGGUAN, on=date(2020, 2, 3), persons=2),
        Detained(case="羁1", body="城关分局", on=date(2020, 4, 1), person=TOKEN, file="甲"),
        Freed(case="羁1", body="城关分局", on=date(2020, 4, 9), person=TOKEN, how="释放"),
    ]
    return mirrors.tables(tmp_path_factory.mktemp("mirror"), records, roots={7: "cafe"})


def test_a_reading_says_of_what_it_was_read(tables: TablesOf) -> None:
    reading = read(DOCKETED, tables, YEAR, counting="persons")
    assert (reading.numerator, reading.unit, reading.tokens, reading.headcount) == (11, "人", 1, 10)
    assert (reading.size, reading.root, reading.erased) == (7, "cafe", 0)


def test_parts_by_body_month_and_field(tables: TablesOf) -> None:
    by_body = breakdown(DOCKETED, tables, YEAR, ["body"])
    assert [(c.values, c.numerator) for c in by_body] == [((CHENGGUAN,), 2), ((ANNING,), 2)]
    by_month = breakdown(DOCKETED, tables, YEAR, ["month"], counting="persons")
    assert [(c.values, c.numerator) for c in by_month] == [(("2020-01",), 5), (("2020-03",), 6)]
    by_offence = breakdown(DOCKETED, tables, YEAR, ["offence"], body=ANNING)
    assert [(c.values, c.numerator) for c in by_offence] == [(("盗窃罪",), 1), (("诈骗罪",), 1)]


def test_parts_of_a_share_have_their_own_denominators(tables: TablesOf) -> None:
    parts = breakdown(ALL["trials.concluded_per_docketed"], tables, YEAR, ["body"])
    assert [(c.values, c.numerator, c.denominator) for c in parts] == [((CHENGGUAN,), 1, 2)]


def test_small_numbers_of_persons_by_two_columns_are_hidden_and_cases_are_not(tables: TablesOf) -> None:
    persons = breakdown(DOCKETED, tables, YEAR, ["body", "offence"], counting="persons")
    assert {c.numerator for c in persons} == {None}  # 2, 3 and 1 are small, and the sums would give 5's neighbours away
    shown = breakdown(DOCKETED, tables, YEAR, ["body", "offence"], counting="persons", threshold=0)
    assert [c.numerator for c in shown] == [2, 5, 3, 1]
    cases = breakdown(DOCKETED, tables, YEAR, ["body", "offence"])
    assert [c.numerator for c in cases] == [1, 1, 1, 1]
    work = breakdown(DOCKETED, tables, YEAR, ["body", "month"], counting="persons")
    assert [c.numerator for c in work] == [2, 5, 3, 1]


def test_a_share_hides_what_its_two_numbers_leave_too(tmp_path: Path) -> None:
    # 7 of 8 persons of a charge were not prosecuted: the one who was would be told by subtraction.
    def decided(case: str, outcome: str, persons: int, body: str) -> Decided:
        return Decided(case=case, body=body, on=date(2020, 5, 6), outcome=outcome, persons=persons)

    records = [
        decided("甲", "存疑不起诉", 7, CHENGGUAN),
        decided("甲", "起诉", 1, CHENGGUAN),
        decided("乙", "存疑不起诉", 9, ANNING),
        decided("乙", "起诉", 9, ANNING),
        *(decided(f"{n}", o, 9, b) for n in "丙丁" for o in ("起诉", "存疑不起诉") for b in (CHENGGUAN, ANNING)),
    ]
    parts = breakdown(
        ALL["prosecutions.not_prosecuted_rate"],
        mirrors.tables(tmp_path, records),
        YEAR,
        ["body", "case"],
        counting="persons",
    )
    told = {c.values: (c.numerator, c.denominator) for c in parts}
    assert told[CHENGGUAN, "甲"] == (None, None)
    assert told[ANNING, "甲"] == (None, None)  # a nought, hidden: not listing it would say that it is one
    assert list(told.values()).count((9, 18)) == len(told) - 4  # the rectangle that the two are part of


def test_a_body_asked_for_and_a_field_are_two_columns() -> None:
    assert protected(("offence", "body"))
    assert not protected(("offence",))
    assert not protected(("body", "month"))


def test_records_behind_a_reading_have_no_tokens(tables: TablesOf) -> None:
    rows = drill(DOCKETED, tables, YEAR)
    assert [(r["position"], r["kind"], r["case"], r["persons"]) for r in rows] == [
        (0, "Docketed", "甲", 2),
        (1, "Docketed", "乙", 3),
        (2, "Docketed", "丙", 5),
        (3, "Docketed", "丁", None),
    ]
    for name in ("trials.docketed", "trials.pending", "custody.detained", "custody.freed"):
        assert TOKEN not in str(drill(ALL[name], tables, YEAR))


def test_records_come_by_pages(tables: TablesOf) -> None:
    assert [r["position"] for r in drill(DOCKETED, tables, YEAR, limit=2)] == [0, 1]
    assert [r["position"] for r in drill(DOCKETED, tables, YEAR, limit=2, after=1)] == [2, 3]
    assert drill(DOCKETED, tables, YEAR, after=3) == []


def test_a_stock_opens_to_the_record_each_case_stands_by(tables: TablesOf) -> None:
    assert positions(ALL["trials.pending"], tables, YEAR) == [1, 2, 3]


def test_the_same_seed_draws_the_same_sample(tables: TablesOf) -> None:
    drawn = {seed: [r["position"] for r in sample(DOCKETED, tables, YEAR, 2, seed)] for seed in range(12)}
    assert drawn[3] == [r["position"] for r in sample(DOCKETED, tables, YEAR, 2, 3)]
    assert all(len(set(d)) == 2 and d == sorted(d) for d in drawn.values())
    assert {p for d in drawn.values() for p in d} == {0, 1, 2, 3}
    assert len(sample(DOCKETED, tables, YEAR, 99, 1)) == 4


def test_erased_records_of_the_kinds_read_are_counted(tmp_path: Path) -> None:
    gone = [Erased(0, "trials", "Docketed"), Erased(1, "trials", "Concluded")]
    tables = mirrors.tables(tmp_path, [docketed("甲", "2020-01-06"), docketed("乙", "2020-01-06")], erased=gone)
    assert read(DOCKETED, tables, YEAR).erased == 1
    assert read(CONCLUDED, tables, YEAR).erased == 1
    assert read(ALL["trials.pending"], tables, YEAR).erased == 2


def _declared(unit: str = "件", among: Figure | None = None, per: Figure | None = None) -> Figure:
    @figure(zh="甲", en="a", unit=unit, leaves_out=LEFT_OUT, among=among, per=per, persons=True)
    def shown(trials: Tables, period: object) -> object:
        """全部。

        All.
        """
        return trials.flow("Docketed")

    return shown


def test_a_share_whose_rows_are_not_among_the_others_is_refused(tables: TablesOf) -> None:
    one_body = _declared()
    part = Figure(**{**_fields(one_body), "rows": lambda trials, period: trials.flow("Docketed").limit(1)})
    share = Figure(**{**_fields(_declared("%")), "among": part})
    with pytest.raises(NotAPart, match=r"not all of it is among .*positions \d"):
        read(share, tables, YEAR)
    ratio = Figure(**{**_fields(_declared("%")), "per": part})
    assert (read(ratio, tables, YEAR).numerator, read(ratio, tables, YEAR).denominator) == (4, 1)


def _fields(of: Figure) -> dict[str, object]:
    return {name: getattr(of, name) for name in Figure.__dataclass_fields__}


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("trials.suspended", {"counting": "persons"}, "this figure does not count persons. It counts cases."),
        ("trials.suspended", {"scope": "涉黑"}, "this figure cannot be narrowed to a scope"),
        ("trials.docketed", {"scope": "涉水"}, "there is no scope “涉水”"),
    ],
)
def test_what_a_figure_cannot_be_asked_is_said(tables: TablesOf, name: str, asked: dict[str, str], said: str) -> None:
    with pytest.raises(NotCounted) as caught:
        read(ALL[name], tables, YEAR, **asked)  # type: ignore[arg-type]
    assert said in str(caught.value)


@pytest.mark.parametrize("column", ["colour", "person"])
def test_a_column_that_is_not_there_or_is_a_token_is_refused(tables: TablesOf, column: str) -> None:
    with pytest.raises(NotCounted, match=f"its rows have no column {column}. There are .*offence"):
        breakdown(DOCKETED, tables, YEAR, [column])


def test_two_figures_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two figures are named .*shown"):
        Catalogue([_declared(), _declared()])
