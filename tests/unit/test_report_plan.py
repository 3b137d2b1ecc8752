"""Plans: what they may say, and how they are refused."""

from importlib.resources import files

import pytest

from plumbline.errors import PlanError, PlumblineError
from plumbline.lines import figures
from plumbline.periods import span
from plumbline.reports.compose import compose, slots_of
from plumbline.reports.planfile import plan_of
from plumbline.reports.slots import Slot, pieces
from readings import FIGURES, HEAD, composed, reads

PARTS = {"docketed": (103, 1), "docketed/persons": (957, 1), "disbanded": (122, 1)}


def refused(plan: str) -> PlumblineError:
    with pytest.raises(PlanError) as caught:
        compose(plan_of(plan, "plan.toml"), FIGURES, reads(PARTS))
    return caught.value


def test_a_plan_gives_its_sections_the_period_and_scope_they_do_not_name() -> None:
    text = HEAD + '[[section]]\nzh = "甲"\nperiod = "2018/2020"\n[[section.section]]\nzh = "乙"\nscope = "涉黑"\n'
    plan = plan_of(text, "plan.toml")
    (outer,) = plan.sections
    (inner,) = outer.sections
    assert plan.setting.period == span("2020")
    assert outer.setting == (span("2018/2020"), "")
    assert inner.setting == (span("2018/2020"), "涉黑")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("审结93件。", "93"),
        ("审结９３件。", "９３"),
        ("同比下降4.6%。", "4.6"),
        ("办理三百二十件。", "三百二十件"),
        ("表彰两名民警。", "两名"),
        ("约百分之九十已办结。", "百分之九十"),
        ("三分之二已办结。", "三分之二"),
        ("深化“2·12”专案。", "2"),
        ("办理廿件。", "廿"),
        ("办理卅余件。", "卅"),
        ("办理伍件。", "伍件"),
        ("办理壹件。", "壹件"),
        ("办理叁佰贰拾件。", "叁佰贰拾件"),
        ("办理⑤件。", "⑤"),
        ("办理Ⅴ件。", "Ⅴ"),
        ("办理V件。", "V件"),
        ("办理㈤件。", "㈤"),
        ("办理five件。", "five件"),
        ("办理ｆｉｖｅ件。", "ｆｉｖｅ件"),
        ("办理٥件。", "٥"),
    ],
)
def test_a_number_that_is_no_reading_is_refused(words: str, number: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(words, PARTS)
    assert caught.value.where == "plan.toml, text 1 (zh)"
    assert f"里的“{number}”不是读数" in caught.value.what.zh
    assert "is a number that is no reading" in caught.value.what.en
    assert "names" in caught.value.todo.en


@pytest.mark.parametrize(
    "words",
    [
        "2020年，受理{trials.docketed}。",
        "截至2020年12月31日受理{trials.docketed}。",
        "1至11月受理{trials.docketed}。",
        "2018—2020年受理{trials.docketed}。",
        "一起受理{trials.docketed}，走进千家万户，成为一道防线。",
        "在“2·12”专案中受理{trials.docketed}。",
        "受理{trials.docketed}，若干件退回，队伍人员和入伍名册在案。",
    ],
)
def test_dates_listed_names_and_words_that_count_nothing_may_stand(words: str) -> None:
    report = composed(words, PARTS, head=HEAD + 'names = ["“2·12”专案"]\n')
    assert report.text == words.replace("{trials.docketed}", "103件")


def test_english_dates_may_stand_and_english_numbers_may_not() -> None:
    assert composed("On 31 December 2020: {trials.docketed}.", PARTS, "en").text == "On 31 December 2020: 103."
    with pytest.raises(PlanError, match="1,256"):
        composed("In 2020 there were 1,256.", PARTS, "en")


@pytest.mark.parametrize("words", ["five cases", "two dozen criminal cases", "hundreds of suspects", "one case"])
def test_numbers_in_english_words_are_refused_before_a_unit(words: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(f"The courts heard {words}.", PARTS, "en")
    assert caught.value.where == "plan.toml, text 1 (en)"
    assert f"“{words}”" in caught.value.what.en


def test_english_words_that_count_nothing_may_stand() -> None:
    assert composed("One of the two sessions heard {trials.docketed}.", PARTS, "en").text.startswith("One of the two")


@pytest.mark.parametrize(
    ("slot", "what", "todo"),
    [
        ("trials.docketted", "there is no figure “trials.docketted”", "The nearest is “trials.docketed”"),
        ("trials.docketed scope=涉黑涉惡", "there is no scope “涉黑涉惡”", "The nearest is “涉黑涉恶”"),
        ("trials.docketed period=2020年", "“2020年” is no period", "Write 2020, 2020-06 or 2018-01/2020-12"),
        ("trials.docketed counting=person", "does not count “person”", "It counts cases, persons"),
        ("trials.docketed scop=涉黑", "“scop=涉黑” in", "The nearest is “scope=”"),
        ("trials.docketed as=百", "no form “百”", "Print it otherwise"),
        ("trials.docketed as=亿元", "a reading in 件 cannot be printed as “亿元”", "Print it otherwise"),
        ("trials.docketed unit=起", "the unit can be 件, 案 only", "Print it otherwise"),
        ("investigations.disbanded scope=涉黑", "cannot be narrowed to a scope", "Take the scope out"),
    ],
)
def test_an_unknown_word_in_braces_is_named_with_the_nearest_known(slot: str, what: str, todo: str) -> None:
    with pytest.raises(PlanError) as caught:
        composed(f"受理{{{slot}}}。", PARTS)
    assert caught.value.where.startswith("plan.toml, text 1 (zh)")
    assert what in caught.value.what.en
    assert todo in caught.value.todo.en


@pytest.mark.parametrize(
    ("plan", "where", "what"),
    [
        ("period = ", "plan.toml", "is not TOML"),
        (HEAD.replace("period", "perod"), "plan.toml", "“period” is missing"),
        (HEAD + 'tittle = "x"\n', "plan.toml", "“tittle” is not known here"),
        (HEAD.replace("2021-01-08", '"2021年"'), "plan.toml", "“date” should be a date"),
        (HEAD + 'number = "某发[2021]1号"\n', "plan.toml, number", "is not how a document number is written"),
        (HEAD + 'number = "某发〔2021〕01号"\n', "plan.toml, number", "is not how a document number is written"),
        (HEAD.replace("工作报告", "关于" * 11), "plan.toml, title", "a line of the title has 22 characters"),
        (HEAD + '[[section]]\nperiod = "2020"\n', "plan.toml, section 1", "“zh” is missing"),
        (HEAD + '[[text]]\nzh = "审结{trials"\n', "plan.toml, text 1 (zh)", "has no other half"),
        (HEAD + '[[text]]\nzh = "没有数字。"\n', "plan.toml", "has no reading in it"),
        (HEAD + "section = [1]\n", "plan.toml, section 1", "should be a table"),
    ],
)
def test_a_plan_that_cannot_be_read_says_where_and_what(plan: str, where: str, what: str) -> None:
    error = refused(plan)
    assert error.where == where
    assert what in error.what.en
    assert all((error.what.zh, error.todo.zh, error.todo.en))


def test_a_language_the_plan_has_no_words_in_is_refused() -> None:
    plan = plan_of(HEAD + '[[text]]\nzh = "受理{trials.docketed}。"\n', "plan.toml")
    with pytest.raises(PlanError, match="has no words"):
        compose(plan, FIGURES, reads(PARTS), "en")


def test_braces_split_into_words_and_slots() -> None:
    slot = Slot("a.b", {"period": "2020", "as": "余"}, True, "a.b period=2020 named as=余")
    assert list(pieces("前{a.b period=2020 named as=余}后", "here")) == ["前", slot, "后"]


def test_the_plan_that_ships_asks_for_figures_there_are() -> None:
    text = (files("plumbline.reports") / "plans" / "criminal-justice-2020.toml").read_text(encoding="utf-8")
    plan = plan_of(text, "criminal-justice-2020.toml")
    catalogue = {figure.id: figure for figure in figures()}
    asked = []
    for language in ("zh", "en"):
        numbers = compose(
            plan, catalogue, lambda q: reads({f"{q.figure.name}{e}": (50, 100) for e in ENDS})(q), language
        )
        asked.append([(n.reading.figure.id, n.reading.scope, n.reading.period) for n in numbers.numbers])
    assert len(asked[0]) == slots_of(plan) > 30
    assert asked[0] == asked[1]


ENDS = ("", "/persons", "/2019", "/persons/2019")
