"""What is counted: the words beside the number, and those carried over where the text leaves them out."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "所计事项",
    "What is counted",
    "counted 是说明“数的是什么”的最短词语，有动作时连同动作：受理案件、抓获犯罪嫌疑人。原文省去的宾语由前文补上，"
    "并记明这是承前（inherited）还是原文写明（stated）。",
    "`counted` is the shortest phrase that says what is counted, with its action where there is one. What the text leaves out is "
    "carried over from the words before; `counted_how` says whether it was stated or inherited.",
    (
        Case(
            "宾语省去时，数的是什么？",
            "What is counted where the object is left out?",
            "检察机关受理案件113件，办结110件，在办3件。",
            {
                "113件": {"counted": "受理案件", "counted_how": "stated"},
                "110件": {"counted": "办结案件", "counted_how": "inherited"},
                "3件": {"counted": "在办案件", "counted_how": "inherited"},
            },
        ),
        Case(
            "名词在数的后面呢？",
            "And where the noun follows the number?",
            "抓获1580名犯罪嫌疑人。",
            {"1580名": {"counted": "抓获犯罪嫌疑人"}},
        ),
        Case(
            "做了什么写在句末呢？",
            "And where what was done stands at the end?",
            "对前街所等3个优秀单位和东巷所民警等5名优秀民警予以表彰，为34个集体247名个人送奖到岗。",
            {
                "3个": {"counted": "表彰优秀单位"},
                "5名": {"counted": "表彰优秀民警"},
                "34个": {"counted": "送奖到岗集体"},
                "247名": {"counted": "送奖到岗个人"},
            },
        ),
        Case(
            "“共、达到、为”算不算所计的词？",
            "Do 共, 达到 and 为 belong to what is counted?",
            "刑事案件立案数为1200起，受理信访共计300件。",
            {"1200起": {"counted": "刑事案件立案数"}, "300件": {"counted": "受理信访"}},
        ),
        Case(
            "“113案1022人”数的是同一件事吗？",
            "Do the two numbers of 113案1022人 count one thing?",
            "受理涉黑涉恶案件113案1022人。",
            {"113案": {"counted": "受理涉黑涉恶案件"}, "1022人": {"counted": "受理涉黑涉恶案件"}},
        ),
        Case(
            "并列的几项，动作管到哪里？",
            "How far does the verb of a list reach?",
            "起诉故意伤害犯罪12人、盗窃犯罪30人。",
            {"12人": {"counted": "起诉故意伤害犯罪"}, "30人": {"counted": "起诉盗窃犯罪"}},
        ),
        Case(
            "“分别”前后怎样对应？",
            "How are the two sides of 分别 matched?",
            "刑事、民事、行政案件分别为120件、340件、56件。",
            {"120件": {"counted": "刑事案件"}, "340件": {"counted": "民事案件"}, "56件": {"counted": "行政案件"}},
        ),
        Case(
            "“同比分别下降”怎样对应？",
            "How is 同比分别下降 matched?",
            "刑事、治安案件立案数同比分别下降12.8%、9.1%。",
            {"12.8%": {"counted": "刑事案件立案数"}, "9.1%": {"counted": "治安案件立案数"}},
        ),
        Case(
            "“其中”之后的数，数的是什么？",
            "What is counted after 其中?",
            "法院受理案件600件，其中民事案件420件。",
            {"600件": {"counted": "受理案件"}, "420件": {"counted": "受理民事案件", "counted_how": "inherited"}},
        ),
        Case(
            "升降的百分比，说的是谁的升降？",
            "Whose change is a percentage?",
            "刑事案件立案1200起，同比下降8%。",
            {"1200起": {"counted": "刑事案件立案"}, "8%": {"counted": "刑事案件立案", "counted_how": "inherited"}},
        ),
        Case(
            "伤亡人数是什么的伤亡？",
            "Of what are the dead and the injured?",
            "全县发生道路交通事故12起，造成3人死亡、8人受伤。",
            {
                "12起": {"counted": "发生道路交通事故"},
                "3人": {"counted": "道路交通事故死亡"},
                "8人": {"counted": "道路交通事故受伤"},
            },
        ),
        Case(
            "“等3个区”数的是前面列出的名字吗？",
            "Does 等3个区 count the names before it?",
            "在海淀、朝阳等3个区开展试点。",
            {"3个": {"counted": "区开展试点"}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_what_is_counted_is_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
