"""Claims of a fall against a book: the number as ever, a note where chance may have done it, 四项指标 one by one."""

import pytest

from plumbline.checks import Finding, Severity
from plumbline.checks.against import Book, against
from plumbline.claims import read
from plumbline.errors import Words
from plumbline.figures import Figure, Reading
from plumbline.figures.change import Change, Days, of_counts, why_not
from plumbline.figures.shapes import Counting
from plumbline.lines import figures
from plumbline.periods import Span, span
from tabled import ROOT, SIZE

NONE = Words("无", "nothing")
FOUR = "四项指标"


def test_every_figure_that_chance_moves_can_be_judged_and_every_group_is_several_of_one_line() -> None:
    assert [f.id for f in figures() if f.chance and why_not(f)] == []
    groups = {f.group: {(g.line, g.name) for g in figures() if g.group == f.group} for f in figures() if f.group}
    assert all(len(found) > 1 and len({line for line, _ in found}) == 1 for found in groups.values())
    assert len(groups[FOUR]) == 4


def _figure(name: str, zh: str, unit: str, *, chance: bool = True, group: str = FOUR) -> Figure:
    more = {"persons": unit == "人", "amount": "loss_fen" if unit == "元" else ""}
    return Figure(
        "crashes", name, zh, zh, unit, NONE, lambda: None, NONE, (), ("交警",), chance=chance, group=group, **more
    )


FIGURES = [
    _figure("crashed", "发生道路交通事故", "起"),
    _figure("deaths", "道路交通事故死亡", "人"),
    _figure("injured", "道路交通事故受伤", "人"),
    _figure("loss", "道路交通事故直接财产损失", "元"),
    _figure("cleared", "处理交通违法", "起", chance=False, group=""),
]
NUMBERS = {
    "crashed": (600, 1_000), "deaths": (30, 31), "injured": (500, 800), "loss": (60_000_000, 90_000_000), "cleared": (968, 1_000),
}  # fmt: skip
"""By the figure: 2020, 2019. Crashes, the injured and the loss are far fewer; one death less of 31 is chance."""


def book(covers: str = "2019/2020", **numbers: tuple[int, int]) -> Book:
    given = NUMBERS | numbers

    def ask(figure: Figure, counting: Counting, period: Span, scope: str, body: str) -> Reading:
        number = given[figure.name][2020 - period.first.year]
        return Reading(figure, counting, figure.unit, period, scope, body, number, 1, SIZE, ROOT)

    def judge(now: Reading, before: Reading) -> Change:
        return of_counts(now.numerator, before.numerator, Days(now.period.days, before.period.days))

    return Book(FIGURES, {}, {"crashes": ("兰州市公安局交警支队",)}, span(covers), ask, judge=judge)


def found(text: str, **numbers: tuple[int, int]) -> list[tuple[str, str]]:
    return [(f.kind, text[f.start : f.end]) for f in against(read(text), book(**numbers))]


def finding(text: str, kind: str, **numbers: tuple[int, int]) -> Finding:
    [one] = [f for f in against(read(text), book(**numbers)) if f.kind == kind]
    return one


def test_a_fall_that_agrees_and_can_be_told() -> None:
    assert found("2020年，全市发生道路交通事故同比下降40%。") == [("agrees", "40%")]


def test_a_fall_that_agrees_and_is_within_chance_has_a_note_besides() -> None:
    text = "2020年，全市道路交通事故死亡人数同比下降3.2%。"
    assert found(text) == [("rounds", "3.2%"), ("chance", "3.2%")]
    note = finding(text, "chance")
    assert note.severity is Severity.NOTE
    assert note.sentence.zh.startswith("数字相符，但这一变化在随机波动范围内（每日之数变化的95%区间为-4")
    assert note.sentence.en.endswith("whether it fell or rose cannot be told.")


def test_a_change_in_persons_has_the_note_too_and_one_that_differs_has_not() -> None:
    assert found("2020年，全市道路交通事故死亡人数同比减少1人。") == [("agrees", "1人"), ("chance", "1人")]
    assert found("2020年，全市道路交通事故死亡人数同比下降9%。") == [("differs", "9%")]


def test_what_chance_does_not_move_has_no_note() -> None:
    assert found("2020年，全市处理交通违法同比下降3.2%。") == [("agrees", "3.2%")]


FALL = "2020年，全市道路交通事故四项指标同比下降。"


def test_four_indicators_that_all_fell_and_can_all_be_told() -> None:
    [one] = against(read(FALL), book(deaths=(10, 40)))
    assert (one.kind, FALL[one.start : one.end]) == ("agrees", FOUR)
    assert one.sentence.zh == "账内“四项指标”各项的数都下降。"
    assert one.working[0].zh.startswith("发生道路交通事故：1,000起 → 600起，-40.0%，每日之数变化的95%区间为-")
    assert [line.zh[-1] for line in one.working] == ["降"] * 4
    assert len(one.evidence) == 8


def test_four_indicators_of_which_one_is_within_chance() -> None:
    assert found(FALL) == [("agrees", FOUR), ("chance", FOUR)]
    assert finding(FALL, "chance").sentence.zh == (
        "数字相符，但“道路交通事故死亡”的变化在随机波动范围内，尚不能判断下降。"
    )
    assert finding(FALL, "agrees").working[1].zh.endswith("分不清")


def test_four_indicators_of_which_one_did_not_fall() -> None:
    assert found(FALL, deaths=(31, 31), injured=(801, 800)) == [("differs", FOUR)]
    said = finding(FALL, "differs", deaths=(31, 31), injured=(801, 800)).sentence
    assert said.zh == "账内“道路交通事故死亡”、“道路交通事故受伤”没有下降。"
    assert said.en == "By the book “道路交通事故死亡”, “道路交通事故受伤” are not lower."
    assert found(FALL.replace("下降", "全面上升"), deaths=(31, 31)) == [("differs", FOUR)]


@pytest.mark.parametrize(
    "text",
    [
        "2020年，交通事故四项指标全面下降。",
        "2020年，全市道路交通事故“四项指标”均比上年下降。",
        "2020年，全市查处违法800起，道路交通事故四项指标持续下降。",
    ],
)
def test_ways_of_saying_it(text: str) -> None:
    assert ("chance", FOUR) in found(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2020年，全省道路交通事故四项指标同比下降。", ["no_record"]),
        ("2020年，城关区道路交通事故四项指标同比下降。", ["ambiguous"]),
        ("2019年，全市道路交通事故四项指标同比下降。", ["other_period"]),
        ("全市道路交通事故四项指标同比下降。", ["ambiguous"]),
        ("2020年，生态环境质量四项指标同比下降。", []),
        ("2020年，全市道路交通事故四项指标下降到历史最低。", []),
    ],
)
def test_what_stands_in_the_way(text: str, kinds: list[str]) -> None:
    assert [f.kind for f in against(read(text), book())] == kinds


def test_a_year_named_elsewhere_in_the_report_is_taken_and_said() -> None:
    text = "2020年，全市处理交通违法968起。\n全市道路交通事故四项指标同比下降。"
    assert found(text)[1:] == [("agrees", FOUR), ("chance", FOUR)]
    assert finding(text, "chance").working[-1].zh == "未写年份，按全文所述的2020年"
