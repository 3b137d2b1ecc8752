"""Values and bounds: what number a text prints, however it writes it."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "数值与范围",
    "Values and bounds",
    "数值一律折算成原单位的精确十进制数（29.26亿元是2926000000元），不作浮点近似。"
    "lower 与 upper 是使原话为真的最小值和最大值（含两端）；step 是印出的最末一位代表多少。",
    "Values are exact decimals in the plain unit (29.26亿元 is 2926000000 元). `lower` and `upper` are the least and the "
    "greatest number that make the words true, both ends included; `step` is what one in the last printed digit stands for.",
    (
        Case(
            "带千分位的数是多少？",
            "What is a number with a thousands separator?",
            "全年破获刑事案件1,256起。",
            {"1,256起": {"value": 1256, "lower": 1256, "upper": 1256, "step": 1, "unit": "起"}},
        ),
        Case(
            "全角数字怎样读？",
            "How are full-width digits read?",
            "全年破获刑事案件１２５６起。",
            {"１２５６起": {"value": 1256, "unit": "起"}},
        ),
        Case(
            "数字中间有空格，是一个数还是两个数？",
            "Is a number with blanks inside it one number?",
            "累计出动警力 1 250 人次。",
            {"1 250 人次": {"value": 1250, "unit": "人次"}},
        ),
        Case(
            "“亿”怎样折算，印到哪一位？",
            "How is 亿 counted in, and to which digit is it printed?",
            "查扣涉案资金29.26亿元。",
            {"29.26亿元": {"value": 2_926_000_000, "step": 1_000_000, "unit": "元"}},
        ),
        Case(
            "万、千混写怎样读？",
            "How are 万 and 千 read together?",
            "登记流动人口3万2千人。",
            {"3万2千人": {"value": 32_000, "unit": "人"}},
        ),
        Case(
            "亿、万混写怎样读？",
            "How are 亿 and 万 read together?",
            "退还群众1亿2000万元。",
            {"1亿2000万元": {"value": 120_000_000, "unit": "元"}},
        ),
        Case(
            "中文数字怎样读？",
            "How are Chinese numerals read?",
            "调解纠纷二千三百零五件。",
            {"二千三百零五件": {"value": 2305, "unit": "件"}},
        ),
        Case(
            "大写数字怎样读？",
            "How are the numerals of cheques read?",
            "追回赃款叁佰万元。",
            {"叁佰万元": {"value": 3_000_000, "unit": "元"}},
        ),
        Case(
            "“百分之”是多少？",
            "How much is 百分之…?",
            "案件办结率为百分之九十七点五。",
            {"百分之九十七点五": {"value": 97.5, "unit": "%"}},
        ),
        Case(
            "“成”是多少？",
            "How much is 成?",
            "九成五的纠纷在村里化解。",
            {"九成五": {"value": 95, "unit": "%"}},
        ),
        Case(
            "几分之几是多少？",
            "How much is a fraction?",
            "三分之二的案件当庭宣判。",
            {"三分之二": {"value": 0.6667, "unit": "", "rate": "share"}},
        ),
        Case(
            "“一半”是多少？",
            "How much is 一半?",
            "一半的案件调解结案。",
            {"一半": {"value": 50, "unit": "%", "rate": "share"}},
        ),
        Case(
            "“翻一番”是几倍？",
            "How many times is 翻一番?",
            "法律援助案件比上年翻一番。",
            {"翻一番": {"value": 2, "unit": "倍", "rate": "multiple", "direction": "up"}},
        ),
        Case(
            "“翻两番”是几倍？",
            "How many times is 翻两番?",
            "法律援助案件五年翻两番。",
            {"五年": {"kind": "period"}, "翻两番": {"value": 4, "unit": "倍"}},
        ),
        Case(
            "“10至15次”说的是多少？",
            "How many are 10至15次?",
            "各所每季度走访10至15次。",
            {"10至15次": {"value": [10, 15], "lower": 10, "upper": 15, "approx": "range", "unit": "次"}},
        ),
        Case(
            "用横线、波浪线写的区间怎样读？",
            "How is a range with a dash or a tilde read?",
            "发案率下降5%—8%。",
            {"5%—8%": {"value": [5, 8], "approx": "range", "unit": "%"}},
        ),
        Case(
            "“数十”是多少？",
            "How many are 数十?",
            "组织应急演练数十次。",
            {"数十次": {"value": [20, 99], "lower": 20, "upper": 99, "approx": "about", "unit": "次"}},
        ),
        Case(
            "“十几”是多少？",
            "How many are 十几?",
            "救助被困群众十几人。",
            {"十几人": {"value": [11, 19], "approx": "about", "unit": "人"}},
        ),
        Case(
            "“七八十”是多少？",
            "How many are 七八十?",
            "调解邻里纠纷七八十件。",
            {"七八十件": {"value": [70, 80], "approx": "about", "unit": "件"}},
        ),
        Case(
            "“零”也算陈述吗？",
            "Is 零 a claim?",
            "全年实现零上访。",
            {"零": {"value": 0}},
        ),
        Case(
            "“未发生”怎样记？",
            "What is made of 未发生?",
            "全年未发生重大火灾事故。",
            {"未发生": {"kind": "zero", "value": None}},
        ),
        Case(
            "两个数粘在一起，怎样处理？",
            "What is made of two numbers that lost the word between them?",
            "排查整改隐患12560312560件。",
            {"12560312560件": {"kind": "fused", "value": None}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_values_and_bounds_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
