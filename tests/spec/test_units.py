"""Units: the measure word as written and as normalised."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "单位",
    "Units",
    "unit_written 是原文的量词，unit 是归一后的量词：名、位归为人，万元、亿元归为元，千米归为公里，成归为%。"
    "件、起、宗、案照原文，不相混；“万、亿”属于数，不属于单位。",
    "`unit_written` is the measure word as printed, `unit` the normalised one: 名 and 位 become 人, 千米 becomes 公里, "
    "成 becomes %. 件, 起, 宗 and 案 stay as written and are never mixed; 万 and 亿 belong to the number, not to the unit.",
    (
        Case(
            "“30名”的单位是什么？",
            "What is the unit of 30名?",
            "表彰优秀民警30名。",
            {"30名": {"value": 30, "unit": "人", "unit_written": "名"}},
        ),
        Case(
            "“人次”是“人”吗？",
            "Is 人次 the same as 人?",
            "接待来访群众820人次，其中老年人120人。",
            {"820人次": {"unit": "人次"}, "120人": {"unit": "人"}},
        ),
        Case(
            "案、件、起混用时怎样记？",
            "What becomes of 案, 件 and 起?",
            "受理涉黑案件12案，立案监督30件，侦破盗窃45起。",
            {"12案": {"unit": "案"}, "30件": {"unit": "件"}, "45起": {"unit": "起"}},
        ),
        Case(
            "百分比与百分点分得开吗？",
            "Are per cent and percentage points kept apart?",
            "破案率为62.5%，比上年提高5.6个百分点。",
            {"62.5%": {"unit": "%"}, "5.6个百分点": {"value": 5.6, "unit": "个百分点"}},
        ),
        Case(
            "“百分点”少了“个”字呢？",
            "And 百分点 without 个?",
            "破案率比上年提高5.6百分点。",
            {"5.6百分点": {"value": 5.6, "unit": "个百分点"}},
        ),
        Case(
            "全角百分号是%吗？",
            "Is a full-width per cent sign %?",
            "结案率98.7％。",
            {"98.7％": {"value": 98.7, "unit": "%"}},
        ),
        Case(
            "“千米”与“公里”是一个单位吗？",
            "Are 千米 and 公里 one unit?",
            "整治道路35千米。",
            {"35千米": {"value": 35, "unit": "公里", "unit_written": "千米"}},
        ),
        Case(
            "金额没有写“元”，单位是什么？",
            "What is the unit of an amount without 元?",
            "罚没收入3.2亿。",
            {"3.2亿": {"value": 320_000_000, "unit": "", "unit_written": ""}},
        ),
        Case(
            "“¥”在数前，单位是什么？",
            "What is the unit of a number after ¥?",
            "罚款¥5000。",
            {"¥5000": {"value": 5000, "unit": "元"}},
        ),
        Case(
            "“千分之三”的单位是什么？",
            "What is the unit of 千分之三?",
            "复议纠错比例为千分之三。",
            {"千分之三": {"value": 3, "unit": "‰"}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_units_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
