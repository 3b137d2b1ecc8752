"""Findings: what a check says, in a fixed vocabulary, each with one plain sentence and the working."""

import pytest

from plumbline.checks import KINDS
from spec import test_against
from spec.cases import Case, Found, Topic, expected, observed

TOPIC = Topic(
    "核验结论",
    "Findings",
    "每一结论有固定的名称、一句话和演算过程。与往年对照时，前一年的报告给出基数；指标、单位、期间或主体变了，就只说无法判断，不说不符。",
    "Each finding has a fixed name, one plain sentence and the working. Over years the report of the year before gives the base; "
    "where measure, unit, period or body changed, it cannot be told, and nothing is accused.",
    (
        Case(
            "分项相加不等于总数时怎样说？",
            "What is said where the parts do not add up?",
            "受理案件113件，办结110件，在办5件。",
            findings=(
                Found(
                    "broken_sum",
                    "113件",
                    "分项合计应为115件，文中总数为113件。",
                    "The parts add up to 115件, but the total is stated as 113件.",
                    ("110件 + 5件 = 115件", "与所称 113件 相差 2件"),
                ),
            ),
        ),
        Case(
            "分项相加等于总数时怎样说？",
            "What is said where the parts add up?",
            "受理案件113件，办结110件，在办3件。",
            findings=(
                Found(
                    "agrees",
                    "113件",
                    "分项合计等于所称113件。",
                    "The parts add up to the stated 113件.",
                    ("110件 + 3件 = 113件",),
                ),
            ),
        ),
        Case(
            "“其中”大于总数时怎样说？",
            "What is said where a part is larger than the whole?",
            "受理案件600件，其中民事案件720件。",
            findings=(
                Found(
                    "part_exceeds",
                    "720件",
                    "“其中”的720件应不大于总数600件。",
                    "The part 720件 should not exceed the whole 600件.",
                    ("720件 > 600件",),
                ),
            ),
        ),
        Case(
            "约数的“其中”在范围内时怎样说？",
            "What is said where vague numbers allow it?",
            "排查隐患600余处，其中消防隐患200余处。",
            findings=(
                Found(
                    "within",
                    "200余处",
                    "其中的200处不超过总数600处。",
                    "The part 200处 is within 600处.",
                    ("200处 ≤ 600处",),
                ),
            ),
        ),
        Case(
            "比率算错时怎样说？",
            "What is said of a wrong rate?",
            "受理案件103件，审结93件，结案率92.3%。",
            findings=(
                Found(
                    "differs",
                    "92.3%",
                    "按所给两数重算应为90.29%，文中为92.3%。",
                    "Recomputed from the two numbers it is 90.29%, but 92.3% is stated.",
                    ("93件 ÷ 103件 = 90.29%",),
                ),
            ),
        ),
        Case(
            "比率按所示位数相符时怎样说？",
            "What is said of a rate that is right as rounded?",
            "受理案件103件，审结93件，结案率90.3%。",
            findings=(
                Found(
                    "rounds",
                    "90.3%",
                    "重算为90.3%，与所称相符。",
                    "Recomputed as 90.3%, as stated.",
                    ("93件 ÷ 103件 = 90.3%",),
                ),
            ),
        ),
        Case(
            "增幅算错时怎样说？",
            "What is said of a wrong growth?",
            "受理案件由500件增至600件，增长25%。",
            findings=(
                Found(
                    "differs",
                    "25%",
                    "按所给两数重算应为20%，文中为25%。",
                    "Recomputed from the two numbers it is 20%, but 25% is stated.",
                    ("(600件 − 500件) ÷ 500件 = 20%",),
                ),
            ),
        ),
        Case(
            "同一件事前后数目不同时怎样说？",
            "What is said where the same thing is stated twice, differently?",
            "2023年，市公安局破获电信诈骗案件320起。\n2023年，市公安局破获电信诈骗案件302起。",
            findings=(
                Found(
                    "restated",
                    "302起",
                    "“破获电信诈骗案件”前文为320起，此处为302起。",
                    "“破获电信诈骗案件” was 320起 before and is 302起 here.",
                    ("前文：破获电信诈骗案件 320起", "此处：破获电信诈骗案件 302起"),
                ),
            ),
        ),
        Case(
            "比率的升降写成百分比时怎样说？",
            "What is said where a rate's change is given in %?",
            "法院结案率为97.35%，同比上升4.6%。",
            findings=(
                Found(
                    "points",
                    "4.6%",
                    "“结案率”是比率，其上升应以百分点计，文中写作4.6%。",
                    "“结案率” is a rate; its change is in percentage points, but 4.6% is written.",
                ),
            ),
        ),
        Case(
            "“下降2倍”怎样说？",
            "What is said of 下降2倍?",
            "信访案件下降2倍。",
            findings=(
                Found(
                    "impossible",
                    "2倍",
                    "“下降2倍”不成立：数量最多下降100%，应以百分比、成或几分之几表述。",
                    "Nothing can fall by 2倍: a quantity falls by 100% at most; state it in %, tenths or a fraction.",
                ),
            ),
        ),
        Case(
            "“三个坚持”只有两个标题时怎样说？",
            "What is said where three headings are announced and two follow?",
            "工作中做到“三个坚持”。\n坚持依法治理\n矛盾就地化解。\n坚持源头治理\n隐患及时消除。",
            findings=(
                Found(
                    "headings",
                    "“三个坚持”",
                    "文中称“3个坚持”，以“坚持”开头的标题有2个。",
                    "“3个坚持” is announced; 2 headings begin with “坚持”.",
                ),
            ),
        ),
        Case(
            "数字粘连时怎样说？",
            "What is said of digits run together?",
            "排查整改隐患12560312560件。",
            findings=(
                Found(
                    "fused",
                    "12560312560件",
                    "“12560312560件”位数过多，疑有漏字使两个数连在一起，未予解读。",
                    "“12560312560件” has too many digits: a word may be missing between two numbers; it was not read.",
                ),
            ),
        ),
        Case(
            "基数为零时怎样说？",
            "What is said where the base is nought?",
            "受理申诉案件0件，办结0件，办结率100%。",
            findings=(
                Found(
                    "ambiguous",
                    "100%",
                    "基数为零，无法重算。",
                    "The base is zero, so nothing can be recomputed.",
                ),
            ),
        ),
        Case(
            "同比与上年报告的数相符时怎样说？",
            "What is said where a growth agrees with last year's report?",
            "2023年，全市刑事案件立案1190起，同比下降20.7%。",
            before=("2022年，全市刑事案件立案1500起。",),
            findings=(
                Found(
                    "rounds",
                    "20.7%",
                    "与2022.txt所载2022年数相比为-20.7%，相符。",
                    "Against the 2022 figure in 2022.txt it is -20.7%, as stated.",
                    ("2022.txt：刑事案件立案 1,500起（2022年）", "1,190起 ÷ 1,500起 − 1 = -20.67%"),
                ),
            ),
        ),
        Case(
            "同比与上年报告的数不符时怎样说？",
            "What is said where a growth differs from last year's report?",
            "2023年，全市刑事案件立案1200起，同比下降30%。",
            before=("2022年，全市刑事案件立案1500起。",),
            findings=(
                Found(
                    "differs",
                    "30%",
                    "与2022.txt所载2022年数1,500起相比应为-20%，文中称下降30%；若基数后经调整，应予说明。",
                    "Against 1,500起 for 2022 in 2022.txt it would be -20%, but a fall of 30% is stated; "
                    "if the base was revised later, the report should say so.",
                    ("2022.txt：刑事案件立案 1,500起（2022年）", "1,200起 ÷ 1,500起 − 1 = -20%"),
                ),
            ),
        ),
        Case(
            "指标的用语变了，怎样说？",
            "What is said where the measure's words changed?",
            "2023年，全市电信诈骗案件立案1200起，同比下降30%。",
            before=("2022年，全市电信网络诈骗案件立案1500起。",),
            findings=(
                Found(
                    "other_measure",
                    "30%",
                    "无法与2022.txt比较：指标用语已变（彼处“电信网络诈骗案件立案”，此处“电信诈骗案件立案”）。",
                    "Cannot be compared with 2022.txt: the measure's words changed "
                    "(there “电信网络诈骗案件立案”, here “电信诈骗案件立案”).",
                    ("2022.txt：电信网络诈骗案件立案 1,500起（2022年）",),
                ),
            ),
        ),
        Case(
            "单位变了，怎样说？",
            "What is said where the unit changed?",
            "2023年，全市刑事案件立案1200起，同比下降30%。",
            before=("2022年，全市刑事案件立案1500件。",),
            findings=(
                Found(
                    "other_unit",
                    "30%",
                    "无法与2022.txt比较：单位不同（彼处“件”，此处“起”）。",
                    "Cannot be compared with 2022.txt: the units differ (there “件”, here “起”).",
                    ("2022.txt：刑事案件立案 1,500件（2022年）",),
                ),
            ),
        ),
        Case(
            "期间变了，怎样说？",
            "What is said where the period changed?",
            "2023年，全市刑事案件立案1200起，同比下降30%。",
            before=("2022年1至11月，全市刑事案件立案1500起。",),
            findings=(
                Found(
                    "other_period",
                    "30%",
                    "无法与2022.txt比较：统计期间不同（彼处“2022年1至11月”，此处“2023年”）。",
                    "Cannot be compared with 2022.txt: the periods differ (there “2022年1至11月”, here “2023年”).",
                    ("2022.txt：刑事案件立案 1,500起（2022年）",),
                ),
            ),
        ),
        Case(
            "没有关系可核对时怎样说？",
            "What is said where there is nothing to check?",
            "走访群众80户。慰问民警20名。",
            findings=(),
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_findings_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)


def test_the_manual_shows_every_kind_of_finding() -> None:
    cases = (*TOPIC.cases, *test_against.TOPIC.cases)
    assert {found.kind for case in cases for found in case.findings or ()} == set(KINDS)
