"""Rate and direction: which words make a number a change, a share, a mean, and which leave it a level."""

import pytest

from asking import claim, each, field
from plumbline.claims import read


@pytest.mark.parametrize(
    ("text", "piece", "rate", "direction"),
    [
        ("刑事案件比去年同期下降7.6%。", "7.6%", "yoy", "down"),
        ("治安案件与上年相比增加12件。", "12件", "yoy", "up"),
        ("治安案件较上年减少13起。", "13起", "yoy", "down"),
        ("信访总量比上年少120件。", "120件", "yoy", "down"),
        ("信访总量比上年多120件。", "120件", "yoy", "up"),
        ("火灾起数同比降12.4%。", "12.4%", "yoy", "down"),
        ("满意率比上年提高3.2个百分点。", "3.2个百分点", "yoy", "up"),
        ("结案率降低了3.2个百分点。", "3.2个百分点", "yoy", "down"),
        ("收案增幅达12%。", "12%", "yoy", "up"),
        ("发案降幅达12%。", "12%", "yoy", "down"),
        ("收案增长率为8.5%。", "8.5%", "yoy", "up"),
    ],
)
def test_a_change_against_the_year_before_is_year_on_year(text: str, piece: str, rate: str, direction: str) -> None:
    assert (claim(text, piece).rate, claim(text, piece).direction) == (rate, direction)


@pytest.mark.parametrize(
    ("text", "piece", "direction"),
    [
        ("刑事案件与2019年相比下降30%。", "30%", "down"),
        ("刑事案件比前三年平均数下降18%。", "18%", "down"),
        ("破案率比全省平均水平高3.5个百分点。", "3.5个百分点", "up"),
        ("发案率低于全国平均1.2个百分点。", "1.2个百分点", "down"),
        ("刑事警情环比上升3%。", "3%", "up"),
    ],
)
def test_a_change_against_any_other_base_is_a_change(text: str, piece: str, direction: str) -> None:
    assert (claim(text, piece).rate, claim(text, piece).direction) == ("change", direction)


@pytest.mark.parametrize(
    ("text", "piece", "rate"),
    [
        ("群众满意率提高到98%。", "98%", "share"),
        ("发案率下降到3.1‰。", "3.1‰", "share"),
        ("警力增至1200人。", "1200人", "none"),
        ("审限由60天压缩至30天。", "30天", "none"),
        ("审限由60天压缩至30天。", "60天", "none"),
        ("新增警务室12个。", "12个", "none"),
        ("新增加巡逻车30辆。", "30辆", "none"),
        ("案件数量稳定在500件。", "500件", "none"),
    ],
)
def test_the_level_a_change_leads_to_has_no_direction(text: str, piece: str, rate: str) -> None:
    assert (claim(text, piece).rate, claim(text, piece).direction) == (rate, "none")


@pytest.mark.parametrize(
    ("text", "piece", "rate"),
    [
        ("日均接警300起。", "300起", "daily"),
        ("每天出动警力300人次。", "300人次", "daily"),
        ("平均每天接待来访25人。", "25人", "daily"),
        ("月均办结120件。", "120件", "monthly"),
        ("平均每月办结120件。", "120件", "monthly"),
        ("法官人均结案180件。", "180件", "per_capita"),
        ("全年办结1440件。", "1440件", "none"),
    ],
)
def test_a_mean_is_named_by_its_words(text: str, piece: str, rate: str) -> None:
    assert claim(text, piece).rate == rate


def test_a_daily_mean_spreads_over_a_list_and_stops_at_the_comma() -> None:
    assert each("日均出动警力4000人、警车500辆、警犬12只，检查车辆8200辆。", "rate") == [
        "daily",
        "daily",
        "daily",
        "none",
    ]


def test_a_daily_mean_does_not_reach_the_next_sentence() -> None:
    assert each("日均出动警力4000人。检查车辆8200辆。", "rate") == ["daily", "none"]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("侵财案件占总数的43.2%。", "43.2%"),
        ("侵财案件占比达30%。", "30%"),
        ("调解结案的占三分之一。", "三分之一"),
        ("办结率为97.35%。", "97.35%"),
        ("九成以上的纠纷就地化解。", "九成以上"),
    ],
)
def test_a_part_of_a_whole_is_a_share(text: str, piece: str) -> None:
    assert (claim(text, piece).rate, claim(text, piece).direction) == ("share", "none")


@pytest.mark.parametrize(
    ("text", "piece", "direction"),
    [
        ("网络案件增长近2倍。", "近2倍", "up"),
        ("收案翻了一番。", "翻了一番", "up"),
        ("结案数是去年同期的3倍。", "3倍", "none"),
    ],
)
def test_times_are_a_multiple(text: str, piece: str, direction: str) -> None:
    assert (claim(text, piece).rate, claim(text, piece).direction) == ("multiple", direction)


def test_a_list_of_changes_shares_what_its_first_member_says() -> None:
    text = "立案数、破案数同比上升12%和9%。"
    assert each(text, "rate") == ["yoy", "yoy"]
    assert each(text, "direction") == ["up", "up"]


def test_each_change_has_its_own_direction() -> None:
    assert each("刑事案件同比下降12%，治安案件同比上升9%。", "direction") == ["down", "up"]


def test_a_fall_stated_as_growth_is_a_fall() -> None:
    assert claim("收案同比负增长3%。", "3%").direction == "down"


def test_a_run_of_years_has_the_direction_of_what_follows() -> None:
    years = claim("命案连续三年下降。", "三年")
    assert (years.value, years.rate, years.direction) == (3, "none", "down")


def test_a_rise_in_cases_without_a_base_has_a_direction_and_no_rate() -> None:
    rise = claim("受理案件增加120件。", "120件")
    assert (rise.rate, rise.direction) == ("none", "up")


def test_the_words_that_give_rate_and_direction_stand_before_the_number() -> None:
    text = "刑事案件同比下降12.8%。"
    sources = dict(claim(text, "12.8%").sources)
    assert "同比下降" in text[sources["rate"].start : sources["rate"].end]
    assert sources["direction"] == sources["rate"]


def test_a_plain_count_names_no_source_for_rate_or_direction() -> None:
    assert {"rate", "direction"}.isdisjoint(dict(read("破获案件12起。").claims[0].sources))


def test_plain_data_has_the_same_words_as_the_claim() -> None:
    assert field("刑事案件同比下降12.8%。", "12.8%", "rate") == "yoy"
