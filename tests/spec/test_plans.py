"""Plans: a target for the future is a claim, but not of something done."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "目标",
    "Plans",
    "plan 为真时，这个数是将来的目标，不能拿今天的记录核对：由“力争、确保、目标是”等词，"
    "或“工作安排、下步打算”一类的标题看出。",
    "`plan` marks a target for the future, which no record of today can bear out: told by words such as 力争, 确保, 目标是, "
    "or by a heading such as 工作安排 or 下步打算.",
    (
        Case(
            "“力争”之后的数呢？",
            "And a number after 力争?",
            "力争全年刑事案件下降5%。",
            {"5%": {"value": 5, "direction": "down", "plan": True}},
        ),
        Case(
            "“确保达到”呢？",
            "And after 确保达到?",
            "确保群众满意率达到95%以上。",
            {"95%以上": {"value": 95, "approx": "over", "plan": True}},
        ),
        Case(
            "“目标是”之后的一串数呢？",
            "And a row of numbers after 目标是?",
            "主要目标是：刑事案件下降5%；调解成功率达到98%。",
            {"5%": {"plan": True}, "98%": {"plan": True}},
        ),
        Case(
            "“工作安排”一节里的数呢？",
            "And in a section headed 工作安排?",
            "一、2023年工作回顾\n建成警务室12个。\n二、2024年工作安排\n建成警务室20个。",
            {"12个": {"plan": False, "period": "2023年"}, "20个": {"plan": True, "period": "2024年"}},
        ),
        Case(
            "“回顾”标题之后又回到事实吗？",
            "Does a heading with 回顾 lead back to facts?",
            "一、下步打算\n建成警务室20个。\n二、2023年工作回顾\n建成警务室12个。",
            {"20个": {"plan": True}, "12个": {"plan": False}},
        ),
        Case(
            "已做的事呢？",
            "And what was done?",
            "建成警务室12个。",
            {"12个": {"plan": False}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_plans_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
