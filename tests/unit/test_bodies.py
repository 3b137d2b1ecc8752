"""Who: which bodies a clause may open with, and how far each governs."""

from pathlib import Path

import pytest

from asking import claim, each
from bench.scores import load
from plumbline.claims import read


@pytest.mark.parametrize(
    "body",
    [
        "市中级人民法院",
        "区人民法院",
        "市检察院",
        "全国检察机关",
        "各级审判机关",
        "县公安局",
        "市司法局",
        "区纪委监委",
        "市委政法委",
        "交警大队",
        "全市公安机关",
        "青石县人民法庭",
    ],
)
def test_a_body_of_the_genre_that_opens_a_clause_is_who(body: str) -> None:
    found = claim(f"{body}办结案件120件。", "120件")
    assert found.who == body
    assert found.counted == "办结案件"


@pytest.mark.parametrize(
    "text",
    [
        "在市委坚强领导下，办结案件120件。",
        "根据市公安局统计，办结案件120件。",
        "会同市公安局查获车辆120件。",
        "配合检察机关办结案件120件。",
        "对县公安局开展检查120件。",
        "推动各级法院办结案件120件。",
        "公安机关队伍建设成效明显，办结案件120件。",
        "全面排查隐患120件。",
        "全程跟踪督办案件120件。",
        "举办全市性活动120件。",
    ],
)
def test_a_body_that_does_not_act_is_not_who(text: str) -> None:
    assert claim(text, "120件").who == ""


@pytest.mark.parametrize("place", ["全国", "全省", "全市", "全县", "全区", "全院", "该院", "该局"])
def test_the_whole_of_a_place_is_who(place: str) -> None:
    assert claim(f"{place}共立案120件。", "120件").who == place


@pytest.mark.parametrize("lead", ["2023年，", "2023年", "今年以来，", "其中，", "同时，", "目前，"])
def test_a_period_or_a_link_before_the_body_does_not_hide_it(lead: str) -> None:
    assert claim(f"{lead}市公安局破获案件120件。", "120件").who == "市公安局"


def test_a_body_governs_to_the_end_of_its_sentence_until_another_is_named() -> None:
    text = "检察机关批捕120人，起诉260人，审判机关判处98人，执结30件。"
    assert each(text, "who") == ["检察机关", "检察机关", "审判机关", "审判机关"]


def test_a_body_does_not_reach_the_next_sentence_or_paragraph() -> None:
    assert each("市公安局破获案件120起。查处场所30家。\n取缔窝点6个。", "who") == ["市公安局", "", ""]


def test_a_body_reaches_a_next_sentence_that_opens_with_among_them() -> None:
    assert each("市公安局接警500起。其中盗窃警情120起。", "who") == ["市公安局", "市公安局"]


def test_a_semicolon_does_not_end_a_body() -> None:
    assert each("市公安局破获案件120起；查处场所30家。", "who") == ["市公安局", "市公安局"]


def test_a_short_name_is_completed_from_the_full_one_before() -> None:
    text = "青石市人大常委会依法履职。常委会审议议案12件。"
    assert claim(text, "12件").who == "青石市人大常委会"


def test_a_hotline_may_act() -> None:
    assert claim("12345热线接听来电500个。", "500个").who == "12345热线"


def test_blanks_inside_a_body_are_left_out() -> None:
    assert claim("市 公 安 局破获案件120起。", "120起").who == "市公安局"


def test_the_span_of_a_stated_body_is_the_body() -> None:
    text = "2023年，市公安局破获案件120起，查处场所30家。"
    for piece, how in (("120起", "stated"), ("30家", "inherited")):
        source = dict(claim(text, piece).sources)["who"]
        assert (source.how, text[source.start : source.end]) == (how, "市公安局")


def test_in_whole_reports_the_span_of_who_holds_its_words(repository: Path) -> None:
    for report in load(repository / "tests" / "reports"):
        for c in read(report.text).claims:
            source = dict(c.sources).get("who")
            if source and source.how != "implied":
                assert "".join(report.text[source.start : source.end].split()) == c.who, (report.name, c)
