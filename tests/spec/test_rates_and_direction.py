"""Rate and direction: a count, a daily mean, a share, a growth, a multiple; up or down."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "性质与方向",
    "Rate and direction",
    "rate 说这是哪一种数：none 总数，daily 日均，monthly 月均，per_capita 人均，share 占比或比率，yoy 同比，"
    "change 与另一基数相比，multiple 倍数。direction 只属于变化本身：“下降到18天”的18天是水平，不是变化。",
    "`rate` says what sort of number it is: none (a plain amount), daily, monthly, per_capita, share, yoy (against the year "
    "before), change (against another base), multiple. `direction` belongs to a change only: the 18 of 下降到18天 is a level.",
    (
        Case(
            "“同比下降”怎样读？",
            "How is 同比下降 read?",
            "刑事案件立案数同比下降12.8%。",
            {"12.8%": {"value": 12.8, "rate": "yoy", "direction": "down"}},
        ),
        Case(
            "“比上年增长”怎样读？",
            "How is 比上年增长 read?",
            "法律援助案件比上年增长5%。",
            {"5%": {"rate": "yoy", "direction": "up"}},
        ),
        Case(
            "只写“上升”，没有写基数呢？",
            "And a rise with no base named?",
            "民事案件上升4%。",
            {"4%": {"rate": "yoy", "direction": "up"}},
        ),
        Case(
            "与别的年份相比呢？",
            "And a change against another year?",
            "刑事案件较2019年下降12%。",
            {"12%": {"rate": "change", "direction": "down", "period": ""}},
        ),
        Case(
            "“环比”呢？",
            "And 环比?",
            "刑事警情环比下降3%。",
            {"3%": {"rate": "change", "direction": "down"}},
        ),
        Case(
            "占比怎样读？",
            "How is a share read?",
            "未成年人占5.2%。",
            {"5.2%": {"rate": "share", "direction": "none"}},
        ),
        Case(
            "“率”是占比吗？",
            "Is a …率 a share?",
            "法院结案率98.5%。",
            {"98.5%": {"rate": "share", "direction": "none"}},
        ),
        Case(
            "比率的升降以百分点计，怎样读？",
            "How is a rise in percentage points read?",
            "破案率提高5.6个百分点。",
            {"5.6个百分点": {"rate": "yoy", "direction": "up"}},
        ),
        Case(
            "“日均”管到哪里？",
            "How far does 日均 reach?",
            "日均出动警力4000人、警车500辆，累计检查车辆8200辆。",
            {"4000人": {"rate": "daily"}, "500辆": {"rate": "daily"}, "8200辆": {"rate": "none"}},
        ),
        Case(
            "“月均”怎样读？",
            "How is 月均 read?",
            "月均接报警情1200起。",
            {"1200起": {"rate": "monthly"}},
        ),
        Case(
            "“人均”怎样读？",
            "How is 人均 read?",
            "法官人均结案180件。",
            {"180件": {"rate": "per_capita"}},
        ),
        Case(
            "“增长2.5倍”怎样读？",
            "How is 增长2.5倍 read?",
            "网络案件增长2.5倍。",
            {"2.5倍": {"value": 2.5, "rate": "multiple", "direction": "up"}},
        ),
        Case(
            "“是上年的1.5倍”有方向吗？",
            "Has 是上年的1.5倍 a direction?",
            "网络案件是上年的1.5倍。",
            {"1.5倍": {"value": 1.5, "rate": "multiple", "direction": "none"}},
        ),
        Case(
            "“缩短到18天”是变化还是水平？",
            "Is 缩短到18天 a change or a level?",
            "平均办案时间由30天缩短到18天。",
            {"30天": {"direction": "none"}, "18天": {"direction": "none"}},
        ),
        Case(
            "变化以件数表示呢？",
            "And a change in numbers of cases?",
            "刑事案件比上年减少120起。",
            {"120起": {"value": 120, "rate": "yoy", "direction": "down"}},
        ),
        Case(
            "“高于全省平均”怎样读？",
            "How is 高于全省平均 read?",
            "群众满意率高于全省平均2个百分点。",
            {"2个百分点": {"rate": "change", "direction": "up"}},
        ),
        Case(
            "“增速为5%”怎样读？",
            "How is 增速为5% read?",
            "案件增速为5%。",
            {"5%": {"rate": "yoy", "direction": "up"}},
        ),
        Case(
            "“连续4年下降”的方向属于谁？",
            "What has the direction in 连续4年下降?",
            "命案连续4年下降。",
            {"4年": {"value": 4, "unit": "年", "rate": "none", "direction": "down"}},
        ),
        Case(
            "并列的第二个百分比，性质从哪里来？",
            "Where does the second of two percentages get its rate from?",
            "立案数、发案数同比分别下降12%、9%。",
            {
                "12%": {"rate": "yoy", "rate_how": "stated"},
                "9%": {"rate": "yoy", "rate_how": "inherited", "direction": "down"},
            },
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_rates_and_directions_are_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
