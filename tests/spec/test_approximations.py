"""Approximations: 余, 多, 近, 约, 逾, 以上, 不足 and what each of them allows."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "约数",
    "Approximations",
    "“余、多”不到最末一位非零数字再加一；“以上、以下、不超过”含本数，“逾、超过、不足”不含（民法典第1259条）；"
    "“近、约”各给一成的余地。约数是范围，核对时按范围算，所以不会因为约数而错怪。",
    "余 and 多 stop short of one more of the last digit that is not zero; 以上, 以下 and 不超过 include the number, 逾, 超过 and "
    "不足 do not (Civil Code, article 1259); 近 and 约 have a tenth of room. A vague number is a range and is checked as one.",
    (
        Case(
            "“60余次”是多少？",
            "How many are 60余次?",
            "批办重要事项60余次。",
            {"60余次": {"value": 60, "lower": 61, "upper": 69, "approx": "over"}},
        ),
        Case(
            "“4000余人”是多少？",
            "How many are 4000余人?",
            "出动警力4000余人。",
            {"4000余人": {"value": 4000, "lower": 4001, "upper": 4999, "approx": "over"}},
        ),
        Case(
            "“9600余人”是多少？",
            "How many are 9600余人?",
            "组织群防群治力量9600余人。",
            {"9600余人": {"value": 9600, "lower": 9601, "upper": 9699, "approx": "over"}},
        ),
        Case(
            "“550多万件”是多少？",
            "How many are 550多万件?",
            "法院受理案件550多万件。",
            {"550多万件": {"value": 5_500_000, "lower": 5_500_001, "upper": 5_599_999, "approx": "over"}},
        ),
        Case(
            "“5万余条”是多少？",
            "How many are 5万余条?",
            "采集信息5万余条。",
            {"5万余条": {"value": 50_000, "lower": 50_001, "upper": 59_999, "approx": "over"}},
        ),
        Case(
            "“百余户”是多少？",
            "How many are 百余户?",
            "走访困难群众百余户。",
            {"百余户": {"value": 100, "lower": 101, "upper": 199, "approx": "over"}},
        ),
        Case(
            "“近百人”是多少？",
            "How many are 近百人?",
            "出动民警近百人。",
            {"近百人": {"value": 100, "lower": 90, "upper": 99, "approx": "near"}},
        ),
        Case(
            "“约200起”是多少？",
            "How many are 约200起?",
            "受理治安案件约200起。",
            {"约200起": {"value": 200, "lower": 180, "upper": 220, "approx": "about"}},
        ),
        Case(
            "“300件左右”是多少？",
            "How many are 300件左右?",
            "每月接待来访300件左右。",
            {"300件左右": {"value": 300, "lower": 270, "upper": 330, "approx": "about"}},
        ),
        Case(
            "“逾200件”含不含200？",
            "Does 逾200件 include 200?",
            "审结案件逾200件。",
            {"逾200件": {"value": 200, "lower": 201, "upper": None, "approx": "over"}},
        ),
        Case(
            "“200件以上”含不含200？",
            "Does 200件以上 include 200?",
            "审结案件200件以上。",
            {"200件以上": {"value": 200, "lower": 200, "upper": None, "approx": "over"}},
        ),
        Case(
            "“不足10件”含不含10？",
            "Does 不足10件 include 10?",
            "全年命案不足10件。",
            {"不足10件": {"value": 10, "lower": None, "upper": 9, "approx": "under"}},
        ),
        Case(
            "“不超过10件”含不含10？",
            "Does 不超过10件 include 10?",
            "全年命案不超过10件。",
            {"不超过10件": {"value": 10, "lower": None, "upper": 10, "approx": "under"}},
        ),
        Case(
            "约数词在百分比前怎样读？",
            "How is an approximating word before a percentage read?",
            "盗窃案件下降近三成。",
            {"近三成": {"value": 30, "lower": 27, "upper": 30, "approx": "near", "unit": "%", "direction": "down"}},
        ),
        Case(
            "“损失约”的“约”算约数词吗？",
            "Is the 约 of 损失约 an approximating word?",
            "挽回损失约3000万元。",
            {"约3000万元": {"value": 30_000_000, "approx": "about"}},
        ),
        Case(
            "“征集约”的“约”算约数词吗？",
            "Is the 约 of 征集约 an approximating word?",
            "征集约200条线索。",
            {"约200条": {"value": 200, "approx": "about"}},
        ),
        Case(
            "“预约”的“约”算约数词吗？",
            "Is the 约 of 预约 an approximating word?",
            "网上预约300人次。",
            {"300人次": {"value": 300, "approx": "exact"}},
        ),
        Case(
            "“附近”的“近”算约数词吗？",
            "Is the 近 of 附近 an approximating word?",
            "在学校附近120处路口设岗。",
            {"120处": {"value": 120, "approx": "exact"}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_approximations_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
