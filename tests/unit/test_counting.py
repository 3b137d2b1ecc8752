"""What is counted: the shortest words that say it, whole, and nothing beside it."""

import pytest

from asking import claim, each
from plumbline.claims import read


@pytest.mark.parametrize(
    ("text", "piece", "counted"),
    [
        ("共受理各类案件600件。", "600件", "受理各类案件"),
        ("累计查扣冻结涉案资金29.26亿元。", "29.26亿元", "查扣冻结涉案资金"),
        ("日均出动警力4000人。", "4000人", "出动警力"),
        ("2023年破获刑事案件1256起。", "1256起", "破获刑事案件"),
        ("市公安局破获刑事案件1256起。", "1256起", "破获刑事案件"),
        ("召开专项工作会议11次。", "11次", "召开专项工作会议"),
        ("抓获1580名犯罪嫌疑人。", "1580名", "抓获犯罪嫌疑人"),
        ("建成20个村级调解室。", "20个", "建成村级调解室"),
        ("刑事案件立案数达1200起。", "1200起", "刑事案件立案数"),
        ("群众满意率达到98.5%。", "98.5%", "群众满意率"),
        ("为群众挽回经济损失3000万元。", "3000万元", "挽回经济损失"),
        ("依法判处五年以上有期徒刑的罪犯120人。", "120人", "判处五年以上有期徒刑的罪犯"),
    ],
)
def test_what_is_counted_is_its_action_and_its_object(text: str, piece: str, counted: str) -> None:
    found = claim(text, piece)
    assert found.counted.removeprefix("为群众").removeprefix("依法") == counted


def test_a_lone_verb_takes_the_object_of_the_one_before() -> None:
    assert each("受理治安案件113件，办结110件，在办3件。", "counted") == [
        "受理治安案件",
        "办结治安案件",
        "在办治安案件",
    ]


def test_a_lone_measure_takes_the_topic_of_the_claim_before() -> None:
    text = "破获电信诈骗案件320起，涉案金额1.2亿元。"
    assert claim(text, "1.2亿元").counted == "电信诈骗案件涉案金额"


def test_a_rate_takes_the_topic_of_the_claims_before() -> None:
    assert claim("受理信访案件200件，办结190件，办结率95%。", "95%").counted == "信访案件办结率"


def test_a_list_carries_its_verb() -> None:
    text = "起诉盗窃犯罪30人、诈骗犯罪45人和抢夺犯罪6人。"
    assert each(text, "counted") == ["起诉盗窃犯罪", "起诉诈骗犯罪", "起诉抢夺犯罪"]


def test_a_new_verb_ends_the_old_one() -> None:
    assert each("受理案件600件，发出司法建议45份。", "counted") == ["受理案件", "发出司法建议"]


def test_a_part_takes_the_verb_of_the_whole() -> None:
    assert each("受理案件600件，其中民事案件420件。", "counted") == ["受理案件", "受理民事案件"]


def test_a_part_named_by_an_adjective_takes_the_noun_too() -> None:
    assert each("受理案件600件，其中民事类420件。", "counted") == ["受理案件", "受理民事类案件"]


def test_a_change_counts_what_the_level_before_it_counts() -> None:
    assert each("刑事案件立案1200起，同比下降8%，环比上升2%。", "counted") == ["刑事案件立案"] * 3


def test_a_change_does_not_reach_over_a_full_stop() -> None:
    assert each("受理案件600件。同比上升8%。", "counted")[1] == ""


def test_two_units_of_one_thing_count_the_same() -> None:
    assert each("查处腐败案件74起103人。", "counted") == ["查处腐败案件", "查处腐败案件"]


@pytest.mark.parametrize(("harm", "piece"), [("死亡", "3人"), ("受伤", "8人")])
def test_the_dead_and_the_injured_are_of_the_accident_named_before(harm: str, piece: str) -> None:
    text = "青石县发生一起道路交通事故，造成3人死亡、8人受伤。"
    assert claim(text, piece).counted == f"道路交通事故{harm}"


def test_names_listed_before_a_tally_are_not_what_it_counts() -> None:
    counted = claim("在东风、胜利等3个社区设立调解室。", "3个").counted
    assert "东风" not in counted
    assert "社区" in counted


def test_quotation_marks_after_the_number_do_not_lengthen_it() -> None:
    assert claim("建成120个村级调解室“连心屋”。", "120个").counted == "建成村级调解室"


def test_the_words_beside_the_number_are_named_as_the_source() -> None:
    text = "检察机关受理案件113件，办结110件。"
    first, second = (dict(c.sources)["counted"] for c in read(text).claims)
    assert first.how == "stated"
    assert "受理案件" in text[first.start : first.end]
    assert (second.how, text[second.start : second.end]) == ("inherited", "办结")


def test_a_number_with_no_words_counts_nothing() -> None:
    assert claim("120件。", "120件").counted == ""
