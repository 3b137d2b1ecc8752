"""Periods that a text names: in its own words, with how far each governs."""

from pathlib import Path

import pytest

from asking import claim, each
from bench.scores import load
from plumbline.claims import read


@pytest.mark.parametrize(
    "period",
    [
        "2023年",
        "二〇二三年",
        "2023年1至11月",
        "2023年1-11月",
        "2023年上半年",
        "2023年前三季度",
        "2023年以来",
        "2021年至2023年",
        "1至11月",
        "12月份",
        "第三季度",
        "今年上半年",
        "今年以来",
        "去年以来",
        "近三年",
        "五年来",
        "过去五年",
        "本月",
        "截至2023年底",
        "截至目前",
        "目前",
        "2023年国庆假期",
        "2023年春节期间",
        "自2021年专项行动开展以来",
        "5月3日",
    ],
)
def test_a_period_is_kept_in_the_words_of_the_text(period: str) -> None:
    text = f"{period}，全市办结案件120件。"
    assert claim(text, "120件").period == period


@pytest.mark.parametrize(
    "text",
    [
        "办结案件120件，比2019年下降3%。",
        "办结案件120件，较2020年下降3%。",
        "办结案件120件，与2019年相比下降3%。",
        "办结案件120件，是2019年的3%。",
        "办结案件120件，相当于2019年的3%。",
        "办结案件120件，同比下降3%。",
    ],
)
def test_a_base_of_comparison_is_no_period(text: str) -> None:
    assert each(text, "period") == ["", ""]


def test_a_base_of_comparison_does_not_hide_the_period_before_it() -> None:
    assert each("2023年，办结案件120件，比2019年下降3%，起诉80人。", "period") == ["2023年"] * 3


def test_from_and_to_each_govern_their_own_number() -> None:
    assert each("刑事案件由2019年的1500起降至2023年的1200起。", "period") == ["2019年", "2023年"]


def test_a_year_governs_its_paragraph() -> None:
    assert each("2023年，办结案件120件。起诉80人。培训民警30名。", "period") == ["2023年"] * 3


def test_a_later_year_takes_over() -> None:
    assert each("2022年，办结案件120件。2023年，办结案件80件，起诉30人。", "period") == ["2022年", "2023年", "2023年"]


def test_now_governs_its_sentence_only() -> None:
    assert each("2023年，办结案件120件。目前，在册80人，在训30人。起诉60人。", "period") == [
        "2023年",
        "目前",
        "目前",
        "2023年",
    ]


def test_the_end_of_the_year_governs_its_clause_only() -> None:
    assert each("2023年，年末在册80人，起诉60人。", "period") == ["年末", "2023年"]


def test_a_duration_takes_no_period_from_elsewhere() -> None:
    assert each("2023年，办结案件120件。平均用时18天。", "period") == ["2023年", ""]


def test_a_day_governs_its_sentence_only() -> None:
    assert each("5月3日，出动警力120人，查处车辆30辆。发放传单600份。", "period") == ["5月3日", "5月3日", ""]


def test_a_date_that_is_only_mentioned_after_the_number_does_not_govern_it() -> None:
    assert claim("办结案件120件，详见2023年公报。", "120件").period == ""


def test_in_whole_reports_the_span_of_a_period_holds_its_words(repository: Path) -> None:
    for report in load(repository / "tests" / "reports"):
        for c in read(report.text).claims:
            source = dict(c.sources).get("period")
            if source and source.how != "implied":
                assert "".join(report.text[source.start : source.end].split()) == c.period, (report.name, c)
