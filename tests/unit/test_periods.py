"""Periods as whole months of one year, and the year a report was published in."""

import pytest

from plumbline.periods import HEAD, Period, read_period, year_published


@pytest.mark.parametrize(
    ("words", "year", "first", "last"),
    [
        ("2012年", 2012, 1, 12),
        ("二〇二三年", 2023, 1, 12),
        ("二○一二年", 2012, 1, 12),
        ("二零一九年", 2019, 1, 12),
        ("一九九九年", 1999, 1, 12),
        ("2020年1至11月", 2020, 1, 11),
        ("2020年1-11月", 2020, 1, 11),
        ("2020年1月至11月", 2020, 1, 11),
        ("2020年1～6月", 2020, 1, 6),
        ("2020年上半年", 2020, 1, 6),
        ("2020年下半年", 2020, 7, 12),
        ("2020年前三季度", 2020, 1, 9),
        ("2020年第三季度", 2020, 7, 9),
        ("2020年四季度", 2020, 10, 12),
        ("2020年12月", 2020, 12, 12),
        ("2020年度", 2020, 1, 12),
    ],
)
def test_a_year_and_its_months(words: str, year: int, first: int, last: int) -> None:
    period = read_period(words)
    assert period is not None
    assert (period.year, period.first_month, period.last_month) == (year, first, last)


@pytest.mark.parametrize(
    ("words", "year"),
    [("去年", 2022), ("上年", 2022), ("过去一年", 2022), ("今年", 2023), ("本年", 2023), ("今年上半年", 2023)],
)
def test_last_year_and_this_year_need_the_year_of_writing(words: str, year: int) -> None:
    period = read_period(words, 2023)
    assert period is not None
    assert period.year == year
    assert read_period(words) is None


def test_the_year_of_writing_does_not_touch_a_year_that_is_named() -> None:
    assert read_period("2012年", 2023) == Period(2012)


@pytest.mark.parametrize("words", ["五年来", "近期", "2018年至2022年", "", "1至11月", "全年"])
def test_words_that_name_no_single_year_are_no_period(words: str) -> None:
    assert read_period(words, 2023) is None


@pytest.mark.parametrize("words", ["2020年13月", "2020年11至1月", "2020年0月"])
def test_months_that_cannot_be_are_not_believed(words: str) -> None:
    assert read_period(words) == Period(2020)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("政府工作报告\n——2012年2月29日在区第十三届人民代表大会第六次会议上", 2012),
        ("（2024年2月5日）", 2024),
        ("二〇二四年一月二十日", 2024),
        ("2024 年 2 月 5 日", 2024),
        ("2024年2月", None),
        ("2023年，全区办结案件120件。", None),
        ("", None),
    ],
)
def test_the_date_at_the_head_gives_the_year_of_publication(head: str, year: int | None) -> None:
    assert year_published(head) == year


def test_a_date_far_below_the_head_does_not() -> None:
    assert year_published("平" * HEAD + "2024年2月5日") is None
