"""Daily means (日均): over the days of the period, of each month, printed rounded, met by claims of a daily mean alone."""

import json
from datetime import date
from fractions import Fraction

import pytest

import mirrors
from plumbline.checks.against import Book, against
from plumbline.checks.written import require_read_back
from plumbline.claims import read as read_text
from plumbline.cli.figure_data import write
from plumbline.cli.shown import values
from plumbline.errors import PlanError, Words
from plumbline.figures import Figure, Reading
from plumbline.figures.breakdown import breakdown
from plumbline.figures.reading import read
from plumbline.figures.tables import Tables, TablesOf
from plumbline.lines.trials.records import Docketed
from plumbline.periods import Span, span
from plumbline.reports.asking import Question
from plumbline.reports.compose import compose
from plumbline.reports.composed import Composed
from plumbline.reports.phrases import exactly
from plumbline.reports.planfile import plan_of
from plumbline.web.reading.asked import Asked, Found
from plumbline.web.reading.data import nested
from plumbline.web.reading.numbers import number

NONE = Words("无", "nothing")
YEAR = span("2020")
A, B = "城关分局", "安宁分局"


def _rows(trials: Tables, period: Span) -> object:
    rows = trials.flow("Docketed")
    return rows.filter(period.has(rows.on))


def _figure(name: str, zh: str, *, daily: bool, also: tuple[str, ...] = ()) -> Figure:
    return Figure(
        "duty", name, zh, zh, "人", NONE, _rows, NONE, also, ("公安机关", "公安"), "persons", daily=daily
    )  # fmt: skip


POLICE = _figure("police", "日均投入警力", daily=True, also=("日均出动警力",))
TOTAL = _figure("turnout", "投入警力", daily=False)
FIGURES = {f.id: f for f in (POLICE, TOTAL)}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> TablesOf:
    """城关 700 in January, 766 in December; 安宁 290 in February, a leap year's."""
    on = [("甲", A, date(2020, 1, 5), 700), ("乙", B, date(2020, 2, 9), 290), ("丙", A, date(2020, 12, 30), 766)]
    records = [Docketed(case=c, body=b, on=day, offence="盗窃罪", persons=n) for c, b, day, n in on]
    return mirrors.tables(tmp_path_factory.mktemp("mirror"), records)


def test_a_mean_over_the_days_of_the_period(tables: TablesOf) -> None:
    # 700 + 290 + 766 = 1,756 over 366 days.
    reading = read(POLICE, tables, YEAR)
    assert (reading.numerator, reading.denominator, reading.value) == (1_756, 366, Fraction(1_756, 366))
    assert read(POLICE, tables, span("2020-01-11/2020-02-10")).value == Fraction(290, 31)


def test_each_month_has_its_own_days_and_each_body_those_of_the_period(tables: TablesOf) -> None:
    by_month = breakdown(POLICE, tables, YEAR, ["month"])
    assert [(*c.values, c.numerator, c.denominator) for c in by_month] == [
        ("2020-01", 700, 31),
        ("2020-02", 290, 29),
        ("2020-12", 766, 31),
    ]
    by_body = breakdown(POLICE, tables, YEAR, ["body"])
    assert [(*c.values, c.numerator, c.denominator) for c in by_body] == [(A, 1_466, 366), (B, 290, 366)]
    part = breakdown(POLICE, tables, span("2020-01-05/2020-02-10"), ["month"])
    assert [c.denominator for c in part] == [27, 10]


def test_the_terminal_shows_the_mean_and_data_the_two_numbers(
    tables: TablesOf, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    found = Found(read(POLICE, tables, YEAR), tuple(breakdown(POLICE, tables, YEAR, ["month"])))
    asked = Asked(YEAR, by=("month",))
    values([found], asked, "en")
    said = capsys.readouterr().out
    assert "4.80 人" in said  # 1,756 / 366 = 4.798
    assert "1,756 / 366" in said
    assert "22.58 人" in said  # 700 / 31
    assert number(1_468_502, 366, "人") == "4,012.30 人"
    write([nested(found, asked)], "json")
    [data] = json.loads(capsys.readouterr().out)
    assert (data["numerator"], data["denominator"], data["by"][0]["denominator"]) == (1_756, 366, 31)


def composed(sentence: str, number: int = 1_468_502, language: str = "zh") -> Composed:
    """Compose one sentence of 2020; ``number`` is the sum over its 366 days: 1,468,502 is 4,012.30 a day."""

    def given(q: Question) -> Reading:
        return Reading(q.figure, "amount", "人", q.period, "", "", number, 366 if q.figure.daily else 1, 50)

    head = 'period = "2020"\ntitle = "工作报告"\nbody = "示例组"\ndate = 2021-01-08\n'
    words = {"zh": "无", "en": "none"} | {language: sentence}
    plan = plan_of(f'{head}[[text]]\nzh = "{words["zh"]}"\nen = "{words["en"]}"\n', "plan.toml")
    return compose(plan, FIGURES, given, language)


@pytest.mark.parametrize(
    ("slot", "number", "zh", "en"),
    [
        ("duty.police", 1_468_502, "4012人", "4,012"),
        ("duty.police places=1", 1_468_502, "4012.3人", "4,012.3"),
        ("duty.police as=余", 1_468_502, "4000余人", "more than 4,000"),
        ("duty.police as=余 step=100", 1_500_600, "4100人", "4,100"),
        ("duty.police as=余", 1_464_183, "4000余人", "more than 4,000"),
        ("duty.police", 1_464_183, "4000人", "4,000"),
        ("duty.police", 1_464_549, "4002人", "4,002"),
        ("duty.police", 366 * 4_012, "4012人", "4,012"),
        ("duty.police named", 1_468_502, "日均投入警力4012人", "4,012 日均投入警力"),
    ],
)
def test_a_mean_is_printed(slot: str, number: int, zh: str, en: str) -> None:
    # 1,464,183 / 366 is 4,000.5 and 1,464,549 / 366 is 4,001.5: a half goes to the even number. 1,500,600 is 4,100 a day.
    if number == 1_500_600:
        with pytest.raises(PlanError, match="4100 is not over a multiple of 100"):
            composed(f"{{{slot}}}", number)
        return
    assert composed(f"为{{{slot}}}。", number).text == f"为{zh}。"
    assert composed(f"is {{{slot}}}.", number, "en").text == f"is {en}."


def test_what_is_rounded_says_so_and_keeps_the_fraction() -> None:
    [one] = composed("日均投入警力{duty.police}。").numbers
    assert one.printed.note.zh == "由≈4012.30按 GB/T 8170 修约，修约间隔1人"
    assert one.printed.exact == Fraction(1_468_502, 366)
    assert exactly(one.reading) == Words("1468502人÷366天", "1,468,502 in 366 days")


@pytest.mark.parametrize("slot", ["duty.police", "duty.police as=余", "duty.police places=2"])
@pytest.mark.parametrize("number", [1_468_502, 1_464_183, 1_829_817])
def test_what_is_printed_reads_back(slot: str, number: int) -> None:
    require_read_back(composed(f"日均投入警力{{{slot}}}。", number))


def book(police: int = 1_468_502, turnout: int = 1_468_502) -> Book:
    numbers = {"police": (police, 366), "turnout": (turnout, 1)}

    def ask(figure: Figure, counting: str, period: Span, scope: str, body: str) -> Reading:
        return Reading(figure, "amount", "人", period, scope, body, *numbers[figure.name], 50)

    return Book(list(FIGURES.values()), {}, {"duty": ("兰州市公安局",)}, span("2019/2020"), ask)


def kinds(text: str, **numbers: int) -> list[tuple[str, str]]:
    found = against(read_text(text), book(**numbers))
    return [(f.kind, f.evidence[0].reading.figure.id if f.evidence else "") for f in found]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("日均投入警力4012人", "rounds"),
        ("日均投入警力4013人", "differs"),
        ("日均投入警力4000余人", "within"),
        ("日均投入警力4100余人", "differs"),
        ("日均投入警力5000余人", "differs"),
        ("每天投入警力4000多人", "within"),
        ("日均出动警力近4100人", "within"),
    ],
)
def test_a_claim_of_a_daily_mean_meets_the_daily_figure(words: str, kind: str) -> None:
    assert kinds(f"2020年，全市公安机关{words}。") == [(kind, "duty.police")]


def test_a_mean_between_two_whole_numbers_is_over_the_lower() -> None:
    text = "2020年，全市公安机关日均投入警力4000余人。"
    assert kinds(text, police=1_464_183) == [("within", "duty.police")]  # 4,000.5
    assert kinds(text, police=1_464_000) == [("differs", "duty.police")]  # 4,000: not over it
    assert kinds(text, police=1_829_817) == [("within", "duty.police")]  # 4,999.5
    assert kinds(text, police=1_830_000) == [("differs", "duty.police")]  # 5,000


def test_a_claim_of_a_total_never_meets_a_daily_figure() -> None:
    assert kinds("2020年，全市公安机关投入警力1468502人。") == [("agrees", "duty.turnout")]
    assert kinds("2020年，全市公安机关投入警力4012人。") == [("differs", "duty.turnout")]


def test_a_daily_claim_without_a_daily_figure_is_not_held_against_a_total() -> None:
    text = "2020年，全市公安机关日均投入警力4012人。"
    only_totals = Book([TOTAL], {}, {"duty": ("兰州市公安局",)}, span("2019/2020"), book().ask)
    [one] = against(read_text(text), only_totals)
    assert (one.kind, one.sentence.zh) == ("no_record", "没有按日、按月、按人平均或按倍数计的指标。")


def test_what_a_finding_rests_on_names_the_sum_and_the_days() -> None:
    [one] = against(read_text("2020年，全市公安机关日均投入警力4000余人。"), book())
    assert "为4,012.3人，在文中所述范围内" in one.sentence.zh
    assert any(line.zh.endswith("1,468,502 ÷ 366") for line in one.working)
