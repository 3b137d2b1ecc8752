"""Over years: a growth is held against last year's figure only where the pairing is certain."""

import pytest

from asking import errors, over_years
from plumbline.checks import Report, Severity, check_series
from plumbline.claims import read

BEFORE = "2022年，全市刑事案件立案1500起。"
NOW = "2023年，全市刑事案件立案1200起，同比下降20%。"


def kinds(*texts: str) -> list[str]:
    return [f.kind for f in over_years(*texts)]


def agrees(*texts: str) -> bool:
    """Say whether there is one finding, and it says that the growth holds."""
    return [f.severity for f in over_years(*texts)] == [Severity.OK]


def test_a_growth_that_follows_from_the_two_figures_agrees() -> None:
    [found] = over_years(BEFORE, NOW)
    assert found.severity is Severity.OK
    assert (NOW[found.start : found.end], found.source) == ("20%", "1.txt")
    assert [NOW[start:end] for start, end in found.related] == ["1200起"]


def test_a_growth_that_does_not_follow_differs() -> None:
    [found] = over_years(BEFORE, NOW.replace("20%", "30%"))
    assert found.kind == "differs"
    assert "应为-20%" in found.sentence.zh
    assert "a fall of 30% is stated" in found.sentence.en


def test_a_rise_where_the_figures_fall_differs() -> None:
    assert kinds(BEFORE, NOW.replace("下降", "上升")) == ["differs"]


@pytest.mark.parametrize("stated", ["18.5%", "18.4%", "18.6%"])
def test_a_growth_may_be_off_by_one_in_its_last_digit(stated: str) -> None:
    # 235.2 / 198.5 = 1.18489: 18.49 %, and the two figures are themselves rounded
    before, now = "2011年，财政收入完成198.5亿元。", f"2012年，财政收入完成235.2亿元，同比增长{stated}。"
    assert agrees(before, now)


def test_a_rounded_base_leaves_as_much_room_as_it_was_rounded_by() -> None:
    # 16亿 is 15.5 to 16.5: 20.67 is 25.2 % to 33.4 % more
    before = "2011年，财政收入完成16亿元。"
    assert agrees(before, "2012年，财政收入完成20.67亿元，同比增长28.8%。")
    assert kinds(before, "2012年，财政收入完成20.67亿元，同比增长33.9%。") == ["differs"]


def test_a_vague_base_leaves_as_much_room_as_its_word() -> None:
    # 1500余 is 1501 to 1599: 1200 is 20.1 % to 25.0 % less
    before = BEFORE.replace("1500起", "1500余起")
    assert errors(over_years(before, NOW.replace("20%", "23%"))) == []
    assert kinds(before, NOW.replace("20%", "40%")) == ["differs"]


def test_a_vague_growth_in_its_range_is_within_the_words() -> None:
    # 近21% is 18.9 % to 21 %: 20 % is inside
    assert kinds(BEFORE, NOW.replace("20%", "近21%")) == ["within"]


def test_a_vague_growth_outside_its_range_does_not_hold() -> None:
    # 近50% is 45 % to 50 %: 20 % is far outside
    [found] = over_years(BEFORE, NOW.replace("20%", "近50%"))
    assert found.severity is not Severity.OK


def test_another_unit_cannot_be_told() -> None:
    assert kinds(BEFORE.replace("起", "件"), NOW) == ["other_unit"]


def test_another_period_cannot_be_told() -> None:
    assert kinds(BEFORE.replace("2022年", "2022年1至11月"), NOW) == ["other_period"]


def test_the_same_months_of_both_years_are_compared() -> None:
    before, now = (text.replace("年，", "年1至11月，") for text in (BEFORE, NOW))
    assert agrees(before, now)


def test_another_body_cannot_be_told() -> None:
    [found] = over_years(BEFORE.replace("全市", "全县"), NOW)
    assert found.severity is Severity.UNTOLD
    assert "全县" in found.sentence.zh
    assert "全市" in found.sentence.zh


def test_other_words_for_nearly_the_same_measure_cannot_be_told() -> None:
    now = "2023年，全市电信诈骗案件立案1200起，同比下降30%。"
    [found] = over_years("2022年，全市电信网络诈骗案件立案1500起。", now)
    assert found.kind == "other_measure"
    assert "电信网络诈骗案件立案" in found.sentence.en


def test_of_a_quite_different_measure_nothing_is_said() -> None:
    assert kinds("2022年，全市道路交通事故死亡人数150人。", NOW) == []


def test_between_two_equally_near_measures_nothing_is_said() -> None:
    before = "2022年，全市甲类刑事案件立案1500起。2022年，全市乙类刑事案件立案1400起。"
    assert kinds(before, "2023年，全市丙类刑事案件立案1200起，同比下降20%。") == []


@pytest.mark.parametrize("measure", ["地区生产总值", "农业增加值"])
def test_growth_at_constant_prices_is_not_accused(measure: str) -> None:
    # 253.7 / 235.2 = 1.0787 at current prices, where 10.1 % is stated at constant ones
    before, now = f"2012年，{measure}完成235.2亿元。", f"2013年，{measure}完成253.7亿元，同比增长10.1%。"
    [found] = over_years(before, now)
    assert found.kind == "ambiguous"
    assert "可比价格" in found.sentence.zh
    assert "constant prices" in found.sentence.en


def test_growth_at_constant_prices_that_agrees_all_the_same_is_said_to_agree() -> None:
    assert kinds("2011年，地区生产总值完成198.5亿元。", "2012年，地区生产总值完成235.2亿元，同比增长18.5%。") == [
        "rounds"
    ]


@pytest.mark.parametrize("scope", ["规模以上", "限额以上"])
def test_growth_above_a_size_limit_is_not_accused(scope: str) -> None:
    before, now = (
        f"2013年，{scope}工业总产值完成207.2亿元。",
        f"2014年，{scope}工业总产值完成166.7亿元，同比增长16.2%。",
    )
    [found] = over_years(before, now)
    assert found.kind == "ambiguous"
    assert "范围" in found.sentence.zh


def test_a_measure_stated_twice_for_one_year_is_left_out() -> None:
    assert kinds(BEFORE + "2022年，全市刑事案件立案1510起。", NOW) == []


def test_a_year_between_the_two_reports_is_left_out() -> None:
    assert kinds(BEFORE.replace("2022", "2021"), NOW) == []


def test_a_later_year_is_never_the_base() -> None:
    assert kinds(NOW, BEFORE.replace("1500起", "1500起，同比增长3%")) == []


def test_the_first_report_has_nothing_to_be_held_against() -> None:
    assert check_series([Report("a", read(NOW))]) == [()]


def test_each_report_is_held_against_those_before_it() -> None:
    third = "2024年，全市刑事案件立案1080起，同比下降10%。"
    series = check_series([Report(name, read(text)) for name, text in (("a", BEFORE), ("b", NOW), ("c", third))])
    assert [[(f.severity, f.source) for f in findings] for findings in series] == [
        [],
        [(Severity.OK, "a")],
        [(Severity.OK, "b")],
    ]


def test_the_latest_report_that_states_the_year_before_gives_the_base() -> None:
    revised = "2022年，全市刑事案件立案1600起。"
    [found] = over_years(BEFORE, revised, NOW.replace("20%", "25%"))
    assert (found.severity, found.source) == (Severity.OK, "2.txt")


def test_last_year_is_read_from_the_date_at_the_head() -> None:
    now = "（2024年2月5日）\n去年，全市刑事案件立案1200起，同比下降20%。"
    assert agrees(BEFORE, now)
    assert kinds(BEFORE, now.replace("20%", "30%")) == ["differs"]


def test_last_year_is_read_from_the_year_that_is_handed_in() -> None:
    now = read("去年，全市刑事案件立案1200起，同比下降20%。")
    known = check_series([Report("a", read(BEFORE)), Report("b", now, published=2024)])
    unknown = check_series([Report("a", read(BEFORE)), Report("b", now)])
    assert [f.severity for f in known[-1]] == [Severity.OK]
    assert unknown[-1] == ()


def test_a_growth_without_its_level_is_left_out() -> None:
    assert kinds(BEFORE, "2023年，全市刑事案件立案数同比下降30%。") == []


@pytest.mark.parametrize(
    "growth",
    [
        "年均增长2%",
        "累计增长30%",
        "比上年预算增长30%",
        "12月份同比增长30%",
        "实际增长2%",
        "由上年的增长30%回落",
        "同口径增长30%",
        "剔除减税因素后增长30%",
    ],
)
def test_a_growth_on_another_base_is_not_accused(growth: str) -> None:
    before, now = "2022年，财政收入完成150亿元。", f"2023年，财政收入完成160亿元，{growth}。"
    assert errors(over_years(before, now)) == []


def test_a_growth_in_another_sentence_is_left_out() -> None:
    assert kinds(BEFORE, "2023年，全市刑事案件立案1200起。同比下降30%。") == []


def test_a_target_is_neither_level_nor_base() -> None:
    assert kinds("力争2022年全市刑事案件立案1500起。", NOW) == []
    assert kinds(BEFORE, "力争2023年全市刑事案件立案1200起，同比下降30%。") == []


def test_words_that_only_lead_in_do_not_make_another_measure() -> None:
    assert kinds("2022年，全市共受理民事案件1500件。", "2023年，全市累计受理民事案件1200件，同比下降20%。") == [
        "rounds"
    ]


def test_a_series_of_many_reports_takes_the_same_answer_each_time() -> None:
    reports = [Report(str(n), read(BEFORE if n % 2 else NOW)) for n in range(6)]
    assert check_series(reports) == check_series(reports)
