"""What a report says of a change: no more than the data can tell, and nothing the plan's own words say against it."""

from collections.abc import Callable

import pytest

from plumbline.checks.written import require_read_back
from plumbline.errors import PlanError, Words
from plumbline.figures import Figure, Reading
from plumbline.figures.change import Change, Days, of_counts
from plumbline.reports.asking import Question
from plumbline.reports.compose import compose
from plumbline.reports.composed import Composed
from plumbline.reports.planfile import plan_of

HEAD = 'period = "2020"\ntitle = "工作报告"\nbody = "示例组"\ndate = 2021-01-08\n'
NONE = Words("无", "nothing")


def _figure(name: str, zh: str, en: str, unit: str = "起", *, chance: bool = True) -> Figure:
    return Figure("crashes", name, zh, en, unit, NONE, lambda: None, NONE, chance=chance)


FIGURES = {
    f.id: f
    for f in (
        _figure("crashed", "道路交通事故", "road crashes"),
        _figure("fatal", "亡人事故", "fatal crashes"),
        _figure("calls", "接报警情", "calls", "件", chance=False),
    )
}
Numbers = dict[str, tuple[int, int]]
"""By the figure's name: this year's number, last year's."""
TOLD: Numbers = {"crashed": (600, 1_000), "fatal": (30, 31), "calls": (968, 1_000)}


def reads(numbers: Numbers) -> Callable[[Question], Reading]:
    def read(q: Question) -> Reading:
        number = numbers[q.figure.name][2020 - q.period.first.year]
        return Reading(q.figure, q.counting, q.figure.unit, q.period, q.scope, q.body, number, 1, 50)

    return read


def judge(now: Reading, before: Reading) -> Change:
    return of_counts(now.numerator, before.numerator, Days(now.period.days, before.period.days))


def composed(sentence: str, language: str = "zh", numbers: Numbers = TOLD) -> Composed:
    words = {"zh": "无", "en": "none"} | {language: sentence}
    plan = plan_of(f'{HEAD}[[text]]\nzh = "{words["zh"]}"\nen = "{words["en"]}"\n', "plan.toml")
    return compose(plan, FIGURES, reads(numbers), language, judge)


def test_a_fall_that_can_be_told_is_printed_as_one() -> None:
    assert composed("同比{crashes.crashed against=2019}。").text == "同比下降40.0%。"
    assert composed("It is {crashes.crashed against=2019}.", "en").text == "It is down 40.0%."


def test_a_fall_that_cannot_be_told_says_so() -> None:
    assert composed("同比{crashes.fatal against=2019}。").text == "同比下降3.2%（在随机波动范围内，尚不能判断升降）。"
    said = composed("It is {crashes.fatal against=2019}.", "en").text
    assert said == "It is down 3.2% (within chance: cannot be told)."


def test_a_rise_and_no_change_at_all() -> None:
    more = TOLD | {"crashed": (1_000, 600), "fatal": (31, 31)}
    text = composed("同比{crashes.crashed against=2019}，亡人{crashes.fatal against=2019}。", numbers=more).text
    assert text == "同比上升66.7%，亡人持平。"


def test_a_total_of_the_administration_is_printed_plainly() -> None:
    # 968 after 1,000 is within chance; how many calls were taken is a fact, not an event that chance brings.
    assert composed("同比{crashes.calls against=2019}。").text == "同比下降3.2%。"


def test_the_number_opens_to_its_interval() -> None:
    [number] = composed("同比{crashes.crashed against=2019}。").numbers
    assert "每日之数变化的95%区间为-4" in number.printed.note.zh
    assert "95% interval of the change a day: -4" in number.printed.note.en
    [number] = composed("同比{crashes.calls against=2019}。").numbers
    assert number.printed.note.en == ""


@pytest.mark.parametrize(
    "sentence",
    ["道路交通事故同比{crashes.crashed against=2019}，亡人事故同比{crashes.fatal against=2019}，警情{crashes.calls}。"],
)
def test_what_is_said_of_chance_reads_back(sentence: str) -> None:
    require_read_back(composed(sentence))


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("事故全面下降：{crashes.crashed against=2019}。", "zh"),
        ("案件上升。事故同比{crashes.crashed against=2019}。", "zh"),
        ("亡人事故同比{crashes.fatal against=2019}，警情减少，{crashes.calls against=2019}。", "zh"),
        ("警情上升的说法不成立，接报{crashes.calls against=2019}。", "zh"),
        ("Crashes fell: {crashes.crashed against=2019}.", "en"),
        ("Calls rose. Fatal crashes: {crashes.fatal against=2019}.", "en"),
    ],
)
def test_words_that_agree_or_speak_of_something_else_stand(sentence: str, language: str) -> None:
    assert composed(sentence, language).numbers


@pytest.mark.parametrize(
    ("sentence", "language", "what"),
    [
        (
            "事故全面下降，亡人事故{crashes.fatal against=2019}。",
            "zh",
            "写了“下降”，而 crashes.fatal 的变化在随机波动范围内",
        ),
        ("事故上升，{crashes.crashed against=2019}。", "zh", "写了“上升”，而 crashes.crashed 是下降40.0%"),
        ("警情增加{crashes.calls against=2019}。", "zh", "写了“增加”，而 crashes.calls 是下降3.2%"),
        ("Fatal crashes fell: {crashes.fatal against=2019}.", "en", "says “fell”, but the change of crashes.fatal is"),
        ("Crashes rose, {crashes.crashed against=2019}.", "en", "says “rose”, but crashes.crashed is down 40.0%"),
    ],
)
def test_words_that_say_more_than_the_data_are_refused(sentence: str, language: str, what: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(sentence, language)
    assert what in caught.value.what.in_(language)
    assert caught.value.where == f"plan.toml, text 1 ({language})"
    assert caught.value.todo.en.startswith("Take those words out")


def test_a_change_of_what_chance_moves_needs_a_judge() -> None:
    plan = plan_of(f'{HEAD}[[text]]\nzh = "同比{{crashes.fatal against=2019}}。"\n', "plan.toml")
    with pytest.raises(ValueError, match=r"crashes\.fatal"):
        compose(plan, FIGURES, reads(TOLD))
