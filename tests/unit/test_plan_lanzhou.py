"""The plan that ships: with the published numbers in the book it prints each of them, and the report reads back."""

import re

import pytest

from plumbline.checks.written import require_read_back
from plumbline.figures.change import Change, Days, of_counts
from plumbline.figures.shapes import Reading
from plumbline.lines import figures
from plumbline.reports.asking import Question
from plumbline.reports.compose import compose
from plumbline.reports.composed import Composed
from plumbline.reports.plan import Plan
from plumbline.reports.plancheck import tasks
from plumbline.reports.shipped import plan_named

PUBLISHED = """
matters.decided 41 项        matters.meetings 11 个      matters.instructions 2 次   matters.assigned 63 60余次
duty.police_daily 4012 4000余人    duty.volunteers_daily 9634 9600余人
arrivals.batches 8 批次      arrivals.batches/persons 1828 1828名   duty.teams/persons 1250 人
prosecutions.prosecuted 22 件
investigations.disbanded 122 个   investigations.cleared 1256 起   investigations.caught/persons 1580 人
assets.controlled 292600000000 29.26亿元
prosecutions.received 113 113案   prosecutions.received/persons 1022 人
prosecutions.concluded 110 110案  prosecutions.concluded/persons 995 人   prosecutions.pending 3 3案
trials.docketed 103 103案    trials.docketed/persons 957 人
trials.concluded 93 93案     trials.concluded/persons 806 人
trials.heard_pending 7 7案   trials.unheard 3 3案
integrity.handled 74 起      integrity.handled/persons 103 人
honours.stations 15 个       honours.officers 30 人      honours.units_visited 34 个   honours.persons_visited 247 人
"""
"""Each published figure, the number a ledger has of it (money in fen), and how it is printed or its unit."""
CRASHES = {
    "crashed": (900, 1100),
    "deaths_at_7": (80, 84),
    "injured": (700, 900),
    "property_loss": (41000000, 52000000),
}
"""Numbers of no city: this year's and last year's; the published text gives none."""
ROWS = {name: (int(number), said) for name, number, said in re.findall(r"(\S+\.\S+) (\d+) (\S+)", PUBLISHED)}

DRAWN = (130, "")
"""What stands for figures that only the charts draw."""


def read(q: Question) -> Reading:
    persons = q.counting == "persons"
    name = f"{q.figure.id}/persons" if persons and q.figure.countings[0] != "persons" else q.figure.id
    last_year = q.period.last.year == 2019
    number = CRASHES[q.figure.name][last_year] if q.figure.line == "crashes" else ROWS.get(name, DRAWN)[0]
    below = q.period.days if q.figure.daily else 1
    unit = "人" if persons and q.figure.unit != "%" else q.figure.unit
    return Reading(q.figure, q.counting, unit, q.period, q.scope, q.body, number * below, below, 500, "")


def judge(now: Reading, before: Reading) -> Change:
    return of_counts(now.numerator, before.numerator, Days(366, 365))


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_named("lanzhou-2020")


def composed(plan: Plan, language: str) -> Composed:
    return compose(plan, {f.id: f for f in figures()}, read, language, judge)


def test_every_published_figure_is_printed_and_the_report_reads_back(plan: Plan) -> None:
    report = composed(plan, "zh")
    require_read_back(report)
    printed = [n.text for n in report.numbers if n.reading.figure.line != "crashes"]
    assert printed == [said if said[0].isdigit() else f"{number}{said}" for number, said in ROWS.values()]


def test_the_english_report_has_the_same_readings(plan: Plan) -> None:
    asked = [[n.reading for n in composed(plan, language).numbers] for language in ("zh", "en")]
    assert asked[0] == asked[1]
    assert len(asked[0]) == len(ROWS) + 8


def test_the_four_indicators_fall_only_where_more_than_chance_shows_it(plan: Plan) -> None:
    (paragraph,) = [p.text for p in composed(plan, "zh").paragraphs if "道路交通事故死亡" in p.text]
    assert "发生道路交通事故900起，同比下降" in paragraph
    assert "死亡80人，同比下降4.8%（在随机波动范围内，尚不能判断升降）" in paragraph  # 84 the year before


def test_six_of_eight_areas_are_given_and_none_is_invented(plan: Plan) -> None:
    focus = [(section.heading.words.zh, section.aim.zh) for section in plan.sections if section.focus]
    assert len(focus) == 6
    assert all(heading.startswith("聚焦") and aim.startswith("聚力提升") for heading, aim in focus)
    assert plan.announced.areas == 8
    assert plan.announced.known_gap.en
    (unknown,) = [task for task in tasks(plan.sections) if "一十百千万" in task.said.words.zh]
    assert not unknown.figures
    assert "未查到" in unknown.known_gap.zh


def test_counts_of_crimes_and_of_persons_caught_have_no_target(plan: Plan) -> None:
    for task in tasks(plan.sections):
        if any(slot.figure.split(".")[0] in ("investigations", "integrity") for slot in task.figures):
            assert task.target is None, task.said.where
