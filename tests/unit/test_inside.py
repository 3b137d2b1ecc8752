"""Findings inside one report: each kind with its number, its sentence in both languages and its working."""

import pytest

from asking import errors, found
from plumbline.checks import Finding, check
from plumbline.claims import read


def finding(text: str, kind: str) -> Finding:
    """The one finding of a kind."""
    [one] = [f for f in check(read(text)) if f.kind == kind]
    return one


def said(text: str, kind: str) -> tuple[str, str, str, tuple[str, ...]]:
    """The number a finding is about, its sentence in both languages, its working in Chinese."""
    f = finding(text, kind)
    return text[f.start : f.end], f.sentence.zh, f.sentence.en, tuple(line.zh for line in f.working)


# Sums and parts


def test_a_broken_sum_says_what_the_parts_come_to_and_how_far_that_is_off() -> None:
    assert said("受理案件1330件，办结1100件，在办50件。", "broken_sum") == (
        "1330件",
        "分项合计应为1,150件，文中总数为1330件。",
        "The parts add up to 1,150件, but the total is stated as 1330件.",
        ("1,100件 + 50件 = 1,150件", "与所称 1,330件 相差 180件"),
    )


def test_money_is_added_up_in_its_own_unit() -> None:
    number, zh, _, working = said("追缴资金5.03亿元，包括存款3.77亿元、房产2600万元两部分。", "broken_sum")
    assert (number, zh) == ("5.03亿元", "分项合计应为4.03亿元，文中总数为5.03亿元。")
    assert working == ("3.77亿元 + 2,600万元 = 4.03亿元", "与所称 5.03亿元 相差 1亿元")


def test_a_sum_that_holds_is_said_to() -> None:
    assert said("受理案件113件，办结110件，在办3件。", "agrees")[1:3] == (
        "分项合计等于所称113件。",
        "The parts add up to the stated 113件.",
    )


def test_a_rounded_sum_agrees_as_rounded() -> None:
    assert found("受理案件1.39万件，办结1.29万件，未结1000件。") == [("rounds", "1.39万件")]


def test_a_part_that_exceeds_its_whole_is_the_number_to_look_at() -> None:
    assert said("受理案件113件，其中民事案件120件。", "part_exceeds") == (
        "120件",
        "“其中”的120件应不大于总数113件。",
        "The part 120件 should not exceed the whole 113件.",
        ("120件 > 113件",),
    )


def test_persons_beside_cases_are_parts_as_the_cases_are() -> None:
    text = "受理案件113件600人，办结110件620人。"
    assert found(text) == [("agrees", "110件"), ("part_exceeds", "620人")]


def test_a_part_of_a_vague_total_lies_within_the_words() -> None:
    assert said("排查隐患600余处，其中消防隐患120处。", "within")[1] == "其中的120处不超过总数600处。"


# Shares and changes


def test_a_share_that_differs_is_recomputed_to_one_digit_more() -> None:
    assert said("受理案件113件，办结110件，办结率96.3%。", "differs") == (
        "96.3%",
        "按所给两数重算应为97.35%，文中为96.3%。",
        "Recomputed from the two numbers it is 97.35%, but 96.3% is stated.",
        ("110件 ÷ 113件 = 97.35%",),
    )


def test_a_fraction_is_recomputed_in_per_cent() -> None:
    assert said("全市60个村中，30个建成，占三分之一。", "differs")[1] == "按所给两数重算应为50%，文中为三分之一。"


def test_a_vague_share_lies_within_the_words() -> None:
    assert said("全市211个村中，58个建成，占近三成。", "within")[1:3] == (
        "重算为27%，在所称近三成的范围内。",
        "Recomputed as 27%, within what 近三成 means.",
    )


@pytest.mark.parametrize(
    ("text", "zh", "en", "line"),
    [
        (
            "刑事案件由1500起降至1200起，下降30%。",
            "按所给两数重算应为20%，文中为30%。",
            "Recomputed from the two numbers it is 20%, but 30% is stated.",
            "(1,200起 − 1,500起) ÷ 1,500起 = -20%",
        ),
        (
            "刑事案件由1500起降至1200起，上升20%。",
            "按所给两数重算应为下降20%，文中为上升20%。",
            "Recomputed from the two numbers it is a fall of 20%, but a rise of 20% is stated.",
            "(1,200起 − 1,500起) ÷ 1,500起 = -20%",
        ),
        (
            "平均用时由96天缩短至81天，减少25天。",
            "按所给两数重算应为15天，文中为25天。",
            "Recomputed from the two numbers it is 15天, but 25天 is stated.",
            "81天 − 96天 = -15天",
        ),
        (
            "开展检查96次，是上年40次的3.4倍。",
            "按所给两数重算应为2.4倍，文中为3.4倍。",
            "Recomputed from the two numbers it is 2.4倍, but 3.4倍 is stated.",
            "96次 ÷ 40次 = 2.4倍",
        ),
        (
            "检查由上年的40次增至80次，增长2倍。",
            "按所给两数重算应为1倍，文中为2倍。",
            "Recomputed from the two numbers it is 1倍, but 2倍 is stated.",
            "(80次 − 40次) ÷ 40次 = 1倍",
        ),
        (
            "检查由上年的40次增至120次，翻一番。",
            "按所给两数重算应为3倍，文中为翻一番。",
            "Recomputed from the two numbers it is 3倍, but 翻一番 is stated.",
            "120次 ÷ 40次 = 3倍",
        ),
        (
            "全年警情85起，比上年增加10起，增长15.3%。",
            "按所给两数重算应为13.33%，文中为15.3%。",
            "Recomputed from the two numbers it is 13.33%, but 15.3% is stated.",
            "10起 ÷ 75起 = 13.33%",
        ),
        (
            "全年警情85起，比上年增加10起，下降13.3%。",
            "按所给两数重算应为上升13.33%，文中为下降13.3%。",
            "Recomputed from the two numbers it is a rise of 13.33%, but a fall of 13.3% is stated.",
            "10起 ÷ 75起 = 13.33%",
        ),
    ],
)
def test_a_change_that_differs_is_recomputed_and_its_direction_named_where_that_is_wrong(
    text: str, zh: str, en: str, line: str
) -> None:
    assert said(text, "differs")[1:] == (zh, en, (line,))


def test_a_change_that_rounding_of_its_levels_allows_agrees_as_rounded() -> None:
    assert said("破案率由81%提高到94%，提高14个百分点。", "rounds")[1:3] == (
        "按所示数字重算约为13个百分点；这些数字经过舍入，不排除14个百分点。",
        "Recomputed as about 13个百分点; the numbers given are rounded, and do not rule out 14个百分点.",
    )


def test_growth_from_an_unsaid_base_that_holds_agrees_as_rounded() -> None:
    assert found("全年警情85起，比上年增加10起，增长13.3%。") == [("rounds", "13.3%")]


def test_a_base_of_nought_cannot_be_told() -> None:
    assert said("受理案件0件，审结0件，结案率100%。", "ambiguous")[1:3] == (
        "基数为零，无法重算。",
        "The base is zero, so nothing can be recomputed.",
    )


# Percentage points, impossible falls


@pytest.mark.parametrize("text", ["破案率由81%提高到94%，提高13%。", "破案率为94%，同比上升13%。"])
def test_the_change_of_a_rate_is_in_points(text: str) -> None:
    assert said(text, "points")[:3] == (
        "13%",
        "“破案率”是比率，其上升应以百分点计，文中写作13%。",
        "“破案率” is a rate; its change is in percentage points, but 13% is written.",
    )


def test_the_growth_of_a_rate_may_be_meant() -> None:
    # 94 is 16.05% more than 81
    assert found("破案率由81%提高到94%，提高16.05%。") == [("rounds", "16.05%")]


@pytest.mark.parametrize("text", ["财政收入占比为30%，税收同比增长13%。", "刑事案件120起，同比下降13%。"])
def test_growth_of_something_else_is_not_in_points(text: str) -> None:
    assert [kind for kind, _ in found(text)] == []


def test_nothing_falls_by_times() -> None:
    assert said("信访案件下降2倍。", "impossible")[:3] == (
        "2倍",
        "“下降2倍”不成立：数量最多下降100%，应以百分比、成或几分之几表述。",
        "Nothing can fall by 2倍: a quantity falls by 100% at most; state it in %, tenths or a fraction.",
    )


def test_nothing_falls_by_more_than_all_of_it() -> None:
    assert said("信访案件下降120%。", "impossible")[1] == "下降120%不成立：数量最多下降100%。"


# Repeats, headings, digits


def test_what_is_restated_differently_is_set_side_by_side() -> None:
    text = "2022年，市检察院办理公益诉讼案件320件。\n2022年，市检察院办理公益诉讼案件302件。"
    f = finding(text, "restated")
    assert f.sentence.zh == "“办理公益诉讼案件”前文为320件，此处为302件。"
    assert f.sentence.en == "“办理公益诉讼案件” was 320件 before and is 302件 here."
    assert [(line.zh, line.en) for line in f.working] == [
        ("前文：办理公益诉讼案件 320件", "before: 办理公益诉讼案件 320件"),
        ("此处：办理公益诉讼案件 302件", "here: 办理公益诉讼案件 302件"),
    ]


def test_the_headings_announced_are_counted() -> None:
    text = "今年要做到三个聚焦。\n聚焦主业抓办案\n聚焦民生办实事\n"
    assert said(text, "headings")[1:3] == (
        "文中称“3个聚焦”，以“聚焦”开头的标题有2个。",
        "“3个聚焦” is announced; 2 headings begin with “聚焦”.",
    )


def test_a_run_of_digits_too_long_for_one_number_is_noted() -> None:
    assert said("抓获嫌疑人12345678901人。", "fused")[1] == (
        "“12345678901人”位数过多，疑有漏字使两个数连在一起，未予解读。"
    )


# What a finding points at


def test_a_finding_names_the_other_numbers_it_rests_on() -> None:
    text = "受理案件113件，办结110件，办结率96.3%。"
    f = finding(text, "differs")
    assert [text[start:end] for start, end in f.related] == ["110件", "113件"]


def test_findings_come_in_text_order() -> None:
    text = "信访案件下降2倍。受理案件113件，办结110件，在办5件。"
    assert [kind for kind, _ in found(text)] == ["impossible", "broken_sum"]


@pytest.mark.parametrize(
    "text",
    [
        "产值由100亿元增至144亿元，年均增长20%。",
        "一审审结656件、二审198件、再审9件；受理案件170件，审结155件。",
        "收案280件，结案300件。",
        "抓获嫌疑人500人，刑拘420人，移送起诉530人。",
        "走访群众12次、慰问老人30人、检查企业42家。",
        "全市发放传单4100份，东岭区同口径为4700份。",
        "三年来累计走访群众900人次；2022年走访群众320人次。",
        "一季度走访群众120人次，前三季度走访群众320人次。",
    ],
)
def test_nothing_is_held_against_what_no_words_relate(text: str) -> None:
    assert errors(check(read(text))) == []
