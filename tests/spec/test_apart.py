"""Numbers that are no claims: found, named and kept apart."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "不是陈述的数字",
    "Numbers that are no claims",
    "日期、期间、序数、名次、名称都含数字，却不是可由记录核对的陈述。它们照样找出、标明类别（kind），但不当作陈述，也不参与核对。",
    "Dates, periods, ordinals, ranks and names hold numbers that no record could bear out. They are found and named by "
    "`kind`, but are no claims and are never checked.",
    (
        Case("日期是陈述吗？", "Is a date a claim?", "5月3日，专项行动启动。", {"5月3日": {"kind": "date"}}),
        Case("钟点是陈述吗？", "Is a time of day a claim?", "8时30分，会议开始。", {"8时30分": {"kind": "date"}}),
        Case("年份是陈述吗？", "Is a year a claim?", "2023年是攻坚之年。", {"2023年": {"kind": "period"}}),
        Case("“近三年”是陈述吗？", "Is 近三年 a claim?", "近三年没有反弹。", {"近三年": {"kind": "period"}}),
        Case("“第三届”是陈述吗？", "Is 第三届 a claim?", "举办第三届法治文化节。", {"第三届": {"kind": "ordinal"}}),
        Case(
            "条目的号码是陈述吗？",
            "Is the number of an item a claim?",
            "一、总体情况\n（二）主要成绩",
            {"一、": {"kind": "ordinal"}, "（二）": {"kind": "ordinal"}},
        ),
        Case("名次是陈述吗？", "Is a rank a claim?", "主要指标位居全省第一。", {"位居全省第一": {"kind": "rank"}}),
        Case("“前三名”是陈述吗？", "Is 前三名 a claim?", "考核进入全省前三名。", {"前三名": {"kind": "rank"}}),
        Case(
            "口号里的数是陈述吗？",
            "Is the number in a slogan a claim?",
            "落实“八个聚焦”，推进“六清”行动。",
            {"“八个聚焦”": {"kind": "name"}, "“六清”": {"kind": "name"}},
        ),
        Case(
            "热线号码是陈述吗？", "Is the number of a hotline a claim?", "开通12345热线。", {"12345": {"kind": "name"}}
        ),
        Case(
            "法条是陈述吗？",
            "Is an article of law a claim?",
            "依照刑法第二百六十四条办理。",
            {"第二百六十四条": {"kind": "name"}},
        ),
        Case(
            "案名里的数是陈述吗？",
            "Is the number in a case's name a claim?",
            "侦办“2·12”特大套路贷案。",
            {"“2·12”": {"kind": "name"}},
        ),
        Case(
            "“5万元以上大案”的5万元是陈述吗？",
            "Is the 5万元 of 5万元以上大案 a claim?",
            "侦破5万元以上大案36起。",
            {"5万元以上": {"kind": "name"}, "36起": {"value": 36}},
        ),
        Case("年龄是陈述吗？", "Is an age a claim?", "对60岁以上老人重点宣传。", {"60岁以上": {"kind": "name"}}),
        Case("“24小时值班”是陈述吗？", "Is 24小时值班 a claim?", "实行24小时值班。", {"24小时": {"kind": "name"}}),
        Case(
            "“一系列、一批”是陈述吗？",
            "Are 一系列 and 一批 claims?",
            "出台一系列举措，化解一批积案。",
            {"一系列": {"kind": "name"}, "一批": {"kind": "name"}},
        ),
        Case("“十四五”是陈述吗？", "Is 十四五 a claim?", "落实十四五规划。", {"十四五": {"kind": "name"}}),
        Case(
            "文号是陈述吗？",
            "Is the number of a judgment a claim?",
            "（2023）某01刑终25号判决生效。",
            {"（2023）某01刑终25号": {"kind": "name"}},
        ),
        Case(
            "项目名里的规模是陈述吗？",
            "Is the size in a project's name a claim?",
            "700万吨露天煤矿完成核准。",
            {"700万吨": {"kind": "name"}},
        ),
        Case("型号是陈述吗？", "Is 5G a claim?", "建成5G警务平台。", {"5G": {"kind": "name"}}),
        Case(
            "国道编号是陈述吗？", "Is the number of a road a claim?", "312国道恢复通行。", {"312国道": {"kind": "name"}}
        ),
        Case(
            "“六稳”“六保”是陈述吗？",
            "Are 六稳 and 六保 claims?",
            "对照六稳六保要求。",
            {"六稳": {"kind": "name"}, "六保": {"kind": "name"}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_numbers_that_are_no_claims_are_kept_apart_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
