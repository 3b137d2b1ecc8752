"""Who: the body a number is said of."""

import pytest

from spec.cases import Case, Topic, expected, observed

TOPIC = Topic(
    "主体",
    "Who",
    "who 是说这个数的那个单位：所在分句开头的单位，或同一句里前面的单位（承前）。只可能是报告本单位时，who 为空。"
    "只作对象、定语或合作者出现的单位不是主体。",
    "`who` is the body a number is said of: the one its clause opens with, or the one named before in the same sentence. It is "
    "empty where only the report's own body can be meant. A body named as object, attribute or partner is not who.",
    (
        Case(
            "分句开头的单位是主体吗？",
            "Is the body a clause opens with who?",
            "市公安局破获案件120起。",
            {"120起": {"who": "市公安局", "who_how": "stated"}},
        ),
        Case(
            "同一句的后一分句，主体是谁？",
            "Who is meant in the next clause of the sentence?",
            "市中级人民法院受理案件500件，审结480件。",
            {"500件": {"who": "市中级人民法院"}, "480件": {"who": "市中级人民法院", "who_how": "inherited"}},
        ),
        Case(
            "换了单位呢？",
            "And when another body is named?",
            "检察机关起诉120人，审判机关判处98人。",
            {"120人": {"who": "检察机关"}, "98人": {"who": "审判机关"}},
        ),
        Case(
            "“全市”是主体吗？",
            "Is 全市 who?",
            "全市共破获刑事案件1256起。",
            {"1256起": {"who": "全市"}},
        ),
        Case(
            "换了一句，主体还管用吗？",
            "Does the body reach into the next sentence?",
            "市公安局破获案件120起。查处违规场所30家。",
            {"120起": {"who": "市公安局"}, "30家": {"who": "", "who_how": None}},
        ),
        Case(
            "下一句以“其中”开头呢？",
            "And where the next sentence opens with 其中?",
            "市公安局受理警情500起。其中盗窃警情120起。",
            {"500起": {"who": "市公安局"}, "120起": {"who": "市公安局", "who_how": "inherited"}},
        ),
        Case(
            "“公安部门”是公安部吗？",
            "Is 公安部门 the ministry 公安部?",
            "公安部门移送审查起诉案件22件。",
            {"22件": {"who": "公安部门", "counted": "移送审查起诉案件"}},
        ),
        Case(
            "“中院”是单位吗？",
            "Is 中院 a body?",
            "市中院审结刑事案件15件，未结3件。",
            {"15件": {"who": "市中院"}, "3件": {"who": "市中院"}},
        ),
        Case(
            "“退回公安机关”里的公安机关是主体吗？",
            "Is the body in 退回公安机关… who?",
            "检察机关退回公安机关补充侦查案件31件。",
            {"31件": {"who": "检察机关"}},
        ),
        Case(
            "“会同某局”里的局是主体吗？",
            "Is the partner in 会同… who?",
            "会同市公安局查获车辆32台。",
            {"32台": {"who": ""}},
        ),
        Case(
            "“公安机关队伍建设”里的公安机关是主体吗？",
            "Is the body in 公安机关队伍建设 who?",
            "公安机关队伍建设得到加强，培训民警300人。",
            {"300人": {"who": ""}},
        ),
        Case(
            "没有单位，主体是谁？",
            "Who is meant where no body is named?",
            "受理案件600件。",
            {"600件": {"who": "", "who_how": None}},
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_who_is_as_the_manual_says(case: Case) -> None:
    assert observed(case) == expected(case)
