"""Relations: arithmetic that the words assert."""

import pytest

from spec.cases import Case, Tie, Topic, expected, observed

TOPIC = Topic(
    "关系",
    "Relations",
    "关系由用词和结构提出，从不因为数字恰好凑得上才提出，所以不成立的关系同样找得出来（holds 为 false）。"
    "四舍五入的数按所示位数算作区间，“余、近、约”按其范围算。",
    "Relations are proposed from words and structure, never from numbers that happen to fit, so a broken one is found as well "
    "(`holds` false). A rounded number counts as an interval, a vague one as the range its word gives.",
    (
        Case(
            "受理、办结、在办之间是什么关系？",
            "How do 受理, 办结 and 在办 relate?",
            "受理案件113件，办结110件，在办3件。",
            relations=(Tie("sum", "113件", ("110件", "3件")),),
        ),
        Case(
            "不成立的呢？",
            "And when it is wrong?",
            "受理案件113件，办结110件，在办5件。",
            relations=(Tie("sum", "113件", ("110件", "5件"), False),),
        ),
        Case(
            "“其中”是什么关系？",
            "What relation is 其中?",
            "受理案件600件，其中民事案件420件。",
            relations=(Tie("part_le", "600件", ("420件",)),),
        ),
        Case(
            "“其中”的各项加起来正好等于总数呢？",
            "And where the parts after 其中 make up the whole?",
            "发出建议书30份，其中检察建议12份、司法建议18份。",
            relations=(Tie("sum", "30份", ("12份", "18份")),),
        ),
        Case(
            "“合计”是什么关系？",
            "What relation is 合计?",
            "收缴枪支12支、管制刀具30把，打击盗窃犯罪40人、诈骗犯罪60人，合计100人。",
            relations=(Tie("sum", "100人", ("40人", "60人")),),
        ),
        Case(
            "比率由哪两个数得出？",
            "From which two numbers does a rate follow?",
            "受理案件200件，办结190件，办结率95%。",
            relations=(Tie("ratio", "95%", ("190件", "200件")),),
        ),
        Case(
            "占比由哪两个数得出？",
            "From which two numbers does a share follow?",
            "起诉犯罪嫌疑人400人，其中未成年人20人，占5%。",
            relations=(Tie("part_le", "400人", ("20人",)), Tie("ratio", "5%", ("20人", "400人"))),
        ),
        Case(
            "“由A降至B，下降C”是什么关系？",
            "What relation is 由A降至B，下降C?",
            "刑事案件由1500起降至1200起，下降20%。",
            relations=(Tie("change", "20%", ("1500起", "1200起")),),
        ),
        Case(
            "“上年A，今年B，增长C”呢？",
            "And last year A, this year B, up by C?",
            "今年受理案件550件，上年为500件，增长10%。",
            relations=(Tie("change", "10%", ("500件", "550件")),),
        ),
        Case(
            "“20件22人”是什么关系？",
            "What relation is 20件22人?",
            "查处腐败案件20件22人。",
            relations=(Tie("stack", None, ("20件", "22人")),),
        ),
        Case(
            "“分别”是什么关系？",
            "What relation is 分别?",
            "刑事、民事案件分别为120件、340件。",
            relations=(Tie("list_align", None, ("120件", "340件")),),
        ),
        Case(
            "同一件事说了两遍呢？",
            "And the same thing said twice?",
            "2023年，市公安局破获电信诈骗案件320起。\n2023年，市公安局破获电信诈骗案件320起。",
            relations=(Tie("again", "320起", ("320起",)),),
        ),
        Case(
            "四舍五入的数怎样算？",
            "How is a rounded number counted?",
            "受理案件103件，审结93件，结案率90.3%。",
            relations=(Tie("ratio", "90.3%", ("93件", "103件")),),
        ),
        Case(
            "“余”字的数怎样算？",
            "How is a number with 余 counted?",
            "排查隐患600余处，其中消防隐患200余处。",
            relations=(Tie("part_le", "600余处", ("200余处",)),),
        ),
        Case(
            "数字凑得上而文字没有说，算关系吗？",
            "Is there a relation where numbers fit but no word says so?",
            "走访群众80户。慰问民警20名。发放手册100册。",
            relations=(),
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_relations_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
