"""What is found in a plan before any book is opened: each finding shown by a small plan."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from plumbline.cli.commands import app
from plumbline.errors import PlanError
from plumbline.reports.compose import compose
from plumbline.reports.judging import grows
from plumbline.reports.plancheck import Finding, check
from plumbline.reports.planfile import plan_of
from plumbline.reports.shipped import plan_named, plans, programme_named, programmes
from readings import FIGURES, HEAD, reads

OWNED = 'owner = { zh = "法院", en = "courts" }\n'
SECTION = '[[section]]\nfocus = true\nzh = "审判"\nen = "Trials"\n'
TASK = f'[[section.task]]\nzh = "受理案件"\nen = "Docket cases"\n{OWNED}figures = ["trials.docketed"]\n'


def chart(kind: str, figure: str) -> str:
    return f'[[section.chart]]\nkind = "{kind}"\nfigure = "{figure}"\nzh = "图"\n'


def found(body: str, head: str = "") -> list[Finding]:
    return check(plan_of(HEAD + head + body, "plan.toml"), FIGURES, programme_named)


def one(body: str, head: str = "") -> Finding:
    (only,) = found(body, head)
    return only


def test_a_sound_plan_has_no_findings() -> None:
    target = "target = { at_least = 100, by = 2020-12-31, even = true }\n"
    assert found(SECTION + TASK + target, "areas = 1\n") == []


@pytest.mark.parametrize(
    ("body", "kind", "en"),
    [
        (
            TASK.replace('figures = ["trials.docketed"]\n', ""),
            "no_figure",
            "no figure measures the task “Docket cases”",
        ),
        (TASK.replace(OWNED, ""), "no_owner", "no body owns the task “Docket cases”"),
        (TASK + "target = { at_least = 100 }\n", "no_date", "the target of “Docket cases” has no date"),
        (TASK + "target = { at_least = 1, by = 2019-12-31 }\n", "date", "the date 2019-12-31 is before the period"),
        (TASK.replace("docketed", "docketted"), "unknown", "there is no figure “trials.docketted”"),
        (TASK.replace('ed"]', 'ed scope=涉黑涉惡"]'), "unknown", "there is no scope “涉黑涉惡”"),
        (TASK.replace("受理案件", "受理300件"), "unknown", "“300” in “受理300件” is a number that is no reading"),
        ('programmes = ["six-clearing-2020"]\n', "unknown", "there is no programme “six-clearing-2020”"),
        (
            TASK.replace("docketed", "pending") + "target = { at_most = 9, by = 2020-12-31, even = true }\n",
            "even",
            "trials.pending does not add up over time: it has no even pace",
        ),
        (
            TASK.replace('["tr', '["investigations.disbanded", "tr') + "target = { at_least = 9, by = 2020-12-31 }\n",
            "several",
            "one number cannot be the target of several figures",
        ),
        (
            TASK + 'target = { rising = "2019-03/2019-12", by = 2020-12-31 }\n',
            "against",
            "2019-03-01/2019-12-31 and 2020-01-01/2020-12-31 cannot be compared",
        ),
        (
            TASK + 'target = { rising = "2020", by = 2020-12-31 }\n',
            "against",
            "2020-01-01/2020-12-31 and 2020-01-01/2020-12-31 cannot be compared",
        ),
        (
            TASK + 'target = { falling = "2019/2020", by = 2020-12-31 }\n',
            "against",
            "2019-01-01/2020-12-31 and 2020-01-01/2020-12-31 cannot be compared",
        ),
        (TASK + "target = { at_least = 1, by = 2021-01-31 }\n", "date", "the date 2021-01-31 is after the period"),
        (
            TASK.replace("docketed", "clearance_rate") + "target = { at_least = 101, by = 2020-12-31 }\n",
            "beyond",
            "trials.clearance_rate cannot pass 100 %",
        ),
        (TASK.replace('ed"]', 'ed as=约"]'), "unknown", "no form “约”"),
        (TASK.replace('ed"]', 'ed as=亿元"]'), "unknown", "a reading in 件 cannot be printed as “亿元”"),
        (TASK.replace('ed"]', 'ed places=-5"]'), "unknown", "places=-5 is no whole number up to 6"),
        (TASK.replace('ed"]', 'ed unit=个"]'), "unknown", "the unit can be 件, 案 only"),
        (TASK.replace('ed"]', 'ed step=10"]'), "unknown", "“整数” has no step"),
        (TASK.replace('ed"]', 'ed", "trials.docketed"]'), "twice", "“Docket cases” names trials.docketed twice"),
        (TASK + TASK, "twice", "trials.docketed measures “Docket cases” and “Docket cases” as well"),
        ('programmes = ["six-clearings-2020", "six-clearings-2020"]\n', "twice", "is named twice"),
        (TASK + 'note = "另有300件"\n', "unknown", "“300” in “另有300件” is a number that is no reading"),
        ('aim = "破案300件"\n', "sentence", "“300” in “破案300件” is a number that is no reading"),
        (chart("trend", "trials.docketted"), "unknown", "there is no figure “trials.docketted”"),
        (chart("trend", "trials.docketed period=2010/2020"), "unknown", "a trend shows 1 to 36 whole months"),
        (chart("districts", "trials.docketed"), "unknown", "none of the bodies is of a district on the map"),
    ],
)
def test_a_task_that_cannot_be_told_is_found(body: str, kind: str, en: str) -> None:
    findings = {(each.kind, each.where): each for each in found(SECTION + body)}
    (only,) = findings.values()
    assert (only.kind, only.known.zh) == (kind, "")
    assert en in only.what.en
    assert only.where.startswith("plan.toml, section 1")
    assert all((only.what.zh, only.todo.zh, only.todo.en))


def test_an_unknown_figure_names_the_nearest() -> None:
    assert one(SECTION + TASK.replace("docketed", "docketted")).todo.en == "The nearest is “trials.docketed”"


def test_an_announced_number_of_areas_that_does_not_match_is_found() -> None:
    head = 'areas = 8\nannounced = { zh = "八个聚焦", en = "eight aims" }\n'
    only = one(SECTION + TASK, head)
    assert (only.kind, only.where, only.known.zh) == ("areas", "plan.toml", "")
    assert only.what.zh == "宣布8个聚焦（八个聚焦），计划里有1个"
    assert only.what.en == "8 focus areas are announced (eight aims), 1 are given"


def test_sections_that_are_no_focus_areas_do_not_count_among_them() -> None:
    assert found(SECTION + TASK + '[[section]]\nzh = "其他"\n', "areas = 1\n") == []


def test_a_gap_with_a_reason_stays_listed_as_known() -> None:
    gap = 'known_gap = { zh = "未公布", en = "not published" }\n'
    assert one(SECTION + TASK, f"areas = 8\n{gap}").known.en == "not published"
    assert one(SECTION + TASK.replace('figures = ["trials.docketed"]\n', gap)).known.en == "not published"


@pytest.mark.parametrize(("head", "more"), [("areas = 1\n{}", ""), ("", "{}")])
def test_a_reason_for_a_gap_that_is_not_there_is_found(head: str, more: str) -> None:
    gap = 'known_gap = { zh = "未公布", en = "not published" }\n'
    assert one(SECTION + TASK + more.format(gap), head.format(gap)).kind == "stale"


def test_a_figure_that_stands_behind_different_words_is_found() -> None:
    text = '[[text]]\nzh = "法院受理案件{trials.docketed}，收案{trials.docketed period=2019}。"\n'
    only = one(text)
    assert (only.kind, only.where) == ("words", "plan.toml, text 1")
    assert only.what.en == "trials.docketed is “法院受理案件” before and “收案” here"


@pytest.mark.parametrize(
    "words",
    [
        "法院受理案件{trials.docketed}，受理案件{trials.docketed period=2019}",
        "受理案件{trials.docketed}，收案人数{trials.docketed counting=persons}",
        "受理案件{trials.docketed}，受理涉黑案件{trials.docketed scope=涉黑}",
        "受理案件{trials.docketed}，同比{trials.docketed against=2019}",
        "受理案件{trials.docketed}{trials.docketed counting=persons}",
    ],
)
def test_the_same_words_and_other_questions_are_no_finding(words: str) -> None:
    assert found(f'[[text]]\nzh = "{words}。"\n') == []


def test_a_figure_that_measures_two_tasks_is_found() -> None:
    twice = SECTION + TASK + TASK.replace("受理案件", "收案").replace("Docket cases", "Take cases")
    only = one(twice)
    assert (only.kind, only.where) == ("twice", "plan.toml, section 1, task 2")
    assert "trials.docketed measures “Docket cases” and “Take cases” as well" in only.what.en


def test_what_the_report_would_refuse_is_found_all_at_once() -> None:
    zh = "审结93件，{trials.docketed as=约}、{trials.pending as=余 step=0}、{trials.clearance_rate places=1e999}"
    text = f'[[text]]\nzh = "{zh}。"\nen = "{{trials.docketted}} cases {{"\n[[text]]\nzh = "{{trials.docketted}}"\n'
    assert [(each.kind, each.where) for each in found(text)] == [
        ("sentence", "plan.toml, text 1 (zh)"),
        ("sentence", "plan.toml, text 1 (zh), {trials.docketed as=约}"),
        ("sentence", "plan.toml, text 1 (zh), {trials.pending as=余 step=0}"),
        ("sentence", "plan.toml, text 1 (zh), {trials.clearance_rate places=1e999}"),
        ("sentence", "plan.toml, text 1 (en)"),
        ("sentence", "plan.toml, text 2 (zh), {trials.docketted}"),
    ]


@pytest.mark.parametrize(
    ("target", "where", "what"),
    [
        ("{ }", "target", "the target is of 0 kinds"),
        ("{ by = 2020-12-31 }", "target", "the target is of 0 kinds"),
        ("{ at_least = 1, at_most = 2 }", "target", "the target is of 2 kinds"),
        ('{ at_least = "many" }', "target", "“at_least” should be a number"),
        ("{ at_least = true }", "target", "“at_least” should be a number"),
        ("{ at_least = 1, by = 2020 }", "target", "“by” should be a date"),
        ("{ at_least = 1, evn = true }", "target", "“evn” is not known here"),
        ("{ rising = 2019 }", "target", "“rising” should be a text"),
        ('{ falling = "last year" }', "target, falling", "“last year” is no period"),
        ("{ done = 1 }", "target", "“done” should be true or false"),
        ("{ done = false }", "target", "“done” can be true only"),
        ("{ at_least = -1 }", "target", "“at_least” should be between 0 and 1,000,000,000,000,000"),
        ("{ at_most = inf }", "target", "“at_most” should be between"),
        ("{ at_most = nan }", "target", "“at_most” should be between"),
        (f"{{ at_least = 0x{'f' * 5000} }}", "target", "“at_least” should be between"),
    ],
)
def test_a_target_that_is_none_is_refused(target: str, where: str, what: str) -> None:
    text = f"{HEAD}{SECTION}{TASK}target = {target}\n"
    with pytest.raises(PlanError) as caught:
        plan_of(text, "plan.toml")
    assert caught.value.where == f"plan.toml, section 1, task 1, {where}"
    assert what in caught.value.what.en


@pytest.mark.parametrize(
    ("words", "where", "what"),
    [
        ("names = [1, {}]\n", ", names 1", "should be a text"),
        ('names = ["八个聚焦", " "]\n', ", names 2", "should be a text"),
        ('names = ["八个聚焦", "300"]\n', ", names 2", "“300” is a number and no name"),
        ("areas = -1\n", "", "“areas” should be between 0 and"),
        (f"areas = 0x{'f' * 5000}\n", "", "“areas” should be between 0 and"),
        ('known_gap = { en = "not published" }\n', ", known_gap", "“zh” is missing"),
        ('note = " "\n', "", "“note” is empty"),
        (f"names = {'[' * 9_999}\n", "", "has brackets nested too deeply"),
    ],
)
def test_what_is_no_plan_is_refused_where_it_stands(words: str, where: str, what: str) -> None:
    with pytest.raises(PlanError) as caught:
        plan_of(HEAD + words, "plan.toml")
    assert (caught.value.where, what in caught.value.what.en) == (f"plan.toml{where}", True), str(caught.value)


def test_a_wrong_target_of_several_figures_is_found_once() -> None:
    task = (
        TASK.replace('["tr', '["investigations.disbanded", "tr')
        + 'target = { rising = "2018/2020", by = 2020-12-31 }\n'
    )
    assert one(SECTION + task).kind == "against"


@pytest.mark.parametrize(
    ("period", "against"), [("2020-02", "2019-02"), ("2021-02", "2020-02"), ("2018/2020", "2015/2017")]
)
def test_the_same_days_of_an_earlier_year_can_be_compared(period: str, against: str) -> None:
    day = period.partition("/")[2] or period
    by = f"{day}-01" if "-" in day else f"{day}-12-31"
    task = TASK.replace('ed"]', f'ed period={period}"]') + f'target = {{ rising = "{against}", by = {by} }}\n'
    assert found(SECTION + task) == []


@pytest.mark.parametrize("option", ["named", "against=2019", "as=余"])
def test_a_task_measures_by_exact_readings_only(option: str) -> None:
    with pytest.raises(PlanError, match="in a sentence only"):
        plan_of(HEAD + SECTION + TASK.replace('docketed"', f'docketed {option}"'), "plan.toml")


@pytest.mark.parametrize(("language", "heading"), [("zh", "一、审判　聚力公正"), ("en", "1. Trials: For justice")])
def test_the_aim_stands_behind_the_heading_of_the_report(language: str, heading: str) -> None:
    aim = 'aim = { zh = "聚力公正", en = "For justice" }\n'
    text = HEAD + '[[text]]\nzh = "受理{trials.docketed}。"\nen = "{trials.docketed}."\n' + SECTION + aim + TASK
    report = compose(plan_of(text, "plan.toml"), FIGURES, reads({"docketed": (103, 1)}), language)
    assert [p.text for p in report.paragraphs if p.level == 1] == [heading]


def test_only_counts_and_sums_grow() -> None:
    assert {name for name, figure in FIGURES.items() if grows(figure)} == {
        "trials.docketed", "investigations.disbanded", "assets.controlled",
    }  # fmt: skip


@pytest.mark.parametrize("name", [*plans(), *programmes()])
def test_what_ships_has_no_open_findings(name: str) -> None:
    checked = CliRunner().invoke(app, ["plan", "check", name, "--json"])
    assert checked.exit_code == 0, checked.output
    assert all(each["known"] for each in json.loads(checked.stdout))
    assert plan_named(name).name == f"{name}.toml"


def test_the_command_says_what_it_found_and_ends_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + SECTION + TASK.replace(OWNED, ""), encoding="utf-8")
    checked = CliRunner().invoke(app, ["plan", "check", str(path), "--lang", "en"])
    assert checked.exit_code == 1
    assert "no body owns the task “Docket cases”" in checked.output
    assert "open 1, known 0" in checked.output
    path.write_text(HEAD + SECTION + TASK, encoding="utf-8")
    assert CliRunner().invoke(app, ["plan", "check", str(path)]).exit_code == 0
    path.write_text("period = ", encoding="utf-8")
    assert CliRunner().invoke(app, ["plan", "check", str(path)]).exit_code == 2
    assert CliRunner().invoke(app, ["plan", "check", "no-such-plan"]).exit_code == 2
