"""What headings and openings say of all that follows: its period, and whether it is plan or fact."""

import pytest

from asking import each


def test_the_year_of_a_heading_governs_its_section() -> None:
    text = "一、2022年工作回顾\n办结案件120件。\n起诉80人。\n二、2023年工作回顾\n办结案件60件。"
    assert each(text, "period") == ["2022年", "2022年", "2023年"]


def test_a_heading_without_a_year_leaves_the_year_in_force() -> None:
    text = "2023年，区政府扎实推进各项工作。\n一、平安建设\n办结案件120件。\n二、队伍建设\n培训民警30名。"
    assert each(text, "period") == ["2023年", "2023年"]


def test_a_year_in_the_paragraph_comes_before_that_of_the_heading() -> None:
    text = "一、2023年工作回顾\n2022年，办结案件120件。\n起诉80人。"
    assert each(text, "period") == ["2022年", "2023年"]


def test_the_opening_paragraph_gives_the_year_of_a_report() -> None:
    text = "政府工作报告\n2023年，区政府扎实推进平安建设，全区社会治安持续向好。\n办结案件120件。"
    assert each(text, "period") == ["2023年"]


def test_a_later_paragraph_does_not_give_the_year_of_those_after_it() -> None:
    opening = "青石区政府坚持把平安建设摆在突出位置，统筹发展和安全，防范化解各类风险，" * 2
    text = f"{opening}各项工作取得新的成效。\n2023年，办结案件120件。\n起诉80人。"
    assert each(text, "period") == ["2023年", ""]


def test_an_announced_list_is_dated_by_the_words_that_announce_it() -> None:
    text = "2023年，我们主要做了以下工作：\n强化打击。办结案件120件。\n强化防范。培训民警30名。"
    assert each(text, "period") == ["2023年", "2023年"]


def test_the_news_has_no_period_from_its_opening() -> None:
    text = "央视网消息（新闻联播）：2023年，办结案件120件。\n起诉80人。"
    assert each(text, "period") == ["2023年", ""]


@pytest.mark.parametrize(
    "heading",
    [
        "二、2024年工作安排",
        "二、下步打算",
        "二、今后工作思路",
        "三、2024年工作任务",
        "四、下一步工作",
        "2024年重点工作",
    ],
)
def test_a_heading_of_plans_makes_plans_of_its_section(heading: str) -> None:
    text = f"一、2023年工作回顾\n建成警务室12个。\n{heading}\n建成警务室20个。\n培训民警30名。"
    assert each(text, "plan") == [False, True, True]


@pytest.mark.parametrize("heading", ["二、2023年工作情况", "二、2023年工作回顾", "二、工作总结", "二、主要成效"])
def test_a_heading_of_review_leads_back_to_facts(heading: str) -> None:
    text = f"一、下步打算\n建成警务室20个。\n{heading}\n建成警务室12个。"
    assert each(text, "plan") == [True, False]


def test_a_review_of_last_years_plan_is_no_plan() -> None:
    assert each("一、2023年工作任务完成情况\n建成警务室12个。", "plan") == [False]


def test_a_plan_takes_no_year_from_the_review_before_it() -> None:
    text = "一、2023年工作回顾\n建成警务室12个。\n二、下步打算\n建成警务室20个。"
    assert each(text, "period") == ["2023年", ""]


@pytest.mark.parametrize(
    "text",
    [
        "力争调解成功率达到98%。",
        "确保信访总量下降5%。",
        "计划新建派出所3个。",
        "明年要完成改造12处。",
        "拟新建派出所3个。",
        "2024年主要预期目标是：刑事案件下降5%。",
    ],
)
def test_a_sentence_that_aims_is_a_plan(text: str) -> None:
    assert each(text, "plan") == [True]


@pytest.mark.parametrize(
    "text", ["新建派出所3个。", "完成改造12处。", "刑事案件下降5%。", "超额完成任务，新建派出所3个。"]
)
def test_a_sentence_that_tells_what_was_done_is_none(text: str) -> None:
    assert each(text, "plan") == [False]


def test_an_aim_does_not_reach_the_next_sentence() -> None:
    assert each("力争新建派出所3个。去年新建派出所2个。", "plan") == [True, False]


def test_targets_after_a_colon_reach_to_the_end_of_the_paragraph() -> None:
    text = "主要预期目标是：刑事案件下降5%；满意率达到95%。调解成功率达到98%。\n去年调解成功率达到97%。"
    assert each(text, "plan") == [True, True, True, False]
