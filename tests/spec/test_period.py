"""Period: the stretch of time a number speaks of."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "期间",
    "Period",
    "period 照原文用词。年份管到段末，并由标题或开头一段管到后面；“目前”只管本句，“上年同期、年末”只管本分句；"
    "“比2019年”是比较的基数，不是期间。",
    "`period` is in the words of the text. A year governs to the end of its paragraph, and a heading or the opening beyond that; "
    "目前 governs its sentence, 上年同期 and 年末 their clause. 比2019年 names a base, not a period.",
    (
        Case(
            "写在句首的年份管到哪里？",
            "How far does a year at the head of a sentence reach?",
            "2023年，全市破获案件120起。培训民警30名。",
            {
                "120起": {"period": "2023年", "period_how": "stated"},
                "30名": {"period": "2023年", "period_how": "inherited"},
            },
        ),
        Case(
            "标题里的年份管到哪里？",
            "How far does the year of a heading reach?",
            "一、2023年工作回顾\n破获案件120起。\n二、下步打算\n培训民警30名。",
            {"120起": {"period": "2023年", "period_how": "inherited"}, "30名": {"period": ""}},
        ),
        Case(
            "“1至11月”是期间吗？",
            "Is 1至11月 a period?",
            "1至11月，全市立案1200起。",
            {"1至11月": {"kind": "period"}, "1200起": {"period": "1至11月"}},
        ),
        Case(
            "“去年以来”是期间吗？",
            "Is 去年以来 a period?",
            "去年以来，共查处案件45件。",
            {"45件": {"period": "去年以来"}},
        ),
        Case(
            "“三年来”是期间吗？",
            "Is 三年来 a period?",
            "三年来，共查处案件45件。",
            {"三年来": {"kind": "period"}, "45件": {"period": "三年来"}},
        ),
        Case(
            "“目前”管到哪里？",
            "How far does 目前 reach?",
            "2023年，受理案件600件。目前，在册人员120人。走访群众3000人次。",
            {"600件": {"period": "2023年"}, "120人": {"period": "目前"}, "3000人次": {"period": "2023年"}},
        ),
        Case(
            "“截至”连在期间里吗？",
            "Does 截至 belong to the period?",
            "截至2023年11月底，在办案件36件。",
            {"36件": {"period": "截至2023年11月底"}},
        ),
        Case(
            "“比2019年”是期间吗？",
            "Is 比2019年 a period?",
            "2023年，刑事案件立案1200起，比2019年下降20%。",
            {"1200起": {"period": "2023年"}, "20%": {"period": "2023年"}},
        ),
        Case(
            "“上年同期”管到哪里？",
            "How far does 上年同期 reach?",
            "2023年，上年同期立案1300起，立案1200起。",
            {"1300起": {"period": "上年同期"}, "1200起": {"period": "2023年"}},
        ),
        Case(
            "“自2018年1月……以来”从哪年算起？",
            "From which year does 自2018年1月…以来 reckon?",
            "自2018年1月扫黑除恶专项斗争开展以来，全市破获案件1256起。",
            {"1256起": {"period": "自2018年1月扫黑除恶专项斗争开展以来"}},
        ),
        Case(
            "没有写期间呢？",
            "And where no period is named?",
            "全市破获案件120起。",
            {"120起": {"period": "", "period_how": None}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_periods_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
