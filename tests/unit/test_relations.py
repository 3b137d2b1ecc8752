"""Relations: which arithmetic the words assert, and between which numbers; what no words relate is left alone."""

import time

import pytest

from asking import relations

Tie = tuple[str, str | None, tuple[str, ...], bool | None]


def ties(text: str, *types: str) -> list[Tie]:
    """The relations of the given types, without the lists and stacks that many sentences hold besides."""
    wanted = types or ("sum", "part_le", "ratio", "change", "again")
    return [tie for tie in relations(text) if tie[0] in wanted]


# What was taken on and what became of it


@pytest.mark.parametrize(
    "text",
    [
        "受理案件113件，办结110件，在办3件。",
        "受理案件113件；办结110件；在办3件。",
        "受理的113件案件中，110件已办结，剩余3件正在审查。",
        "受理案件113件，办结110件，办结率97.3%，其余3件仍在审查。",
        "受理案件113件，其中办结110件、在办3件。",
    ],
)
def test_what_is_done_and_what_is_left_make_up_what_was_taken_on(text: str) -> None:
    assert ("sum", "113件", ("110件", "3件"), True) in ties(text)


def test_persons_due_are_those_present_and_those_absent() -> None:
    assert ties("会议应到123人，实到118人，请假5人。") == [("sum", "123人", ("118人", "5人"), True)]


def test_several_states_make_up_the_total() -> None:
    text = "受理案件103件957人，审结93件806人，已开庭未宣判7件，未开庭3件。"
    assert ties(text) == [("sum", "103件", ("93件", "7件", "3件"), True)]


def test_what_a_semicolon_sets_apart_is_of_something_else() -> None:
    text = "全市388件争议已登记；接受的318件鉴定委托中，258件已完成鉴定，剩余60件正在鉴定。"
    assert ties(text) == [("sum", "318件", ("258件", "60件"), True)]


def test_old_and_new_cases_make_up_those_taken_on_and_those_make_up_what_became_of_them() -> None:
    text = "旧存案件6件，新收72件，合计78件；办结70件，未结8件。"
    assert ties(text) == [("sum", "78件", ("6件", "72件"), True), ("sum", "78件", ("70件", "8件"), True)]


def test_old_and_new_cases_may_stand_in_a_bracket() -> None:
    text = "受理案件48620件（旧存3120件，新收45500件），审结46189件。"
    assert ("sum", "48620件", ("3120件", "45500件"), True) in ties(text)


def test_what_is_done_is_a_part_of_what_was_taken_on() -> None:
    assert ties("受理案件39347件，审结35773件。") == [("part_le", "39347件", ("35773件",), True)]


@pytest.mark.parametrize(
    "text",
    [
        "新收案件24064件，审结24083件。",
        "收案280件，结案300件。",
        "听取工作报告17个，开展专题询问3次，通过2个决议。",
        "检察机关受理案件113件，审判机关审结120件。",
        "批准逮捕45人，同期法院对47人作出判决。",
    ],
)
def test_what_was_done_to_others_is_no_part(text: str) -> None:
    assert ties(text) == []


# 其中 and its kin


def test_a_part_is_told_by_among() -> None:
    assert ties("查获人员600人，其中累犯12人。") == [("part_le", "600人", ("12人",), True)]


@pytest.mark.parametrize(
    ("text", "total", "part"),
    [
        ("判处罪犯600人（其中女性30人）。", "600人", "30人"),
        ("判处罪犯600人，内有外省籍人员30人。", "600人", "30人"),
        ("判处罪犯600人，包括主犯30人在内。", "600人", "30人"),
        ("共走访对象600人，签订协议的有30人。", "600人", "30人"),
        ("全市600个小区中，已有30个建成。", "600个", "30个"),
        ("排查各类隐患600处，仅消防隐患就有30处。", "600处", "30处"),
        ("查处酒驾醉驾600起（醉驾30起）。", "600起", "30起"),
    ],
)
def test_a_part_may_be_told_in_other_words(text: str, total: str, part: str) -> None:
    assert ("part_le", total, (part,), True) in ties(text)


def test_some_parts_are_each_within_the_total() -> None:
    text = "审结案件589件，其中商标案件209件、著作权案件162件。"
    assert ties(text) == [("part_le", "589件", ("209件",), True), ("part_le", "589件", ("162件",), True)]


def test_parts_that_add_up_are_a_sum() -> None:
    assert ties("发出建议书30份，其中检察建议12份、司法建议18份。") == [("sum", "30份", ("12份", "18份"), True)]


@pytest.mark.parametrize(
    "text",
    [
        "处理警情600起，其中刑事警情412起、治安警情120起、其他警情90起。",
        "追回资金600万元，包括存款412万元、房产120万元两部分。",
        "审结的600人中，起诉、不起诉、移送他院的分别为412人、120人、90人。",
    ],
)
def test_a_list_that_its_words_make_complete_is_a_sum_even_where_it_does_not_add_up(text: str) -> None:
    assert [(type_, holds) for type_, _, _, holds in ties(text)] == [("sum", False)]


def test_a_part_of_a_part_is_within_the_part() -> None:
    text = "查获人员600人，其中采取强制措施400人（含累犯30人）。"
    assert ties(text) == [("part_le", "600人", ("400人",), True), ("part_le", "400人", ("30人",), True)]


def test_among_at_the_head_of_a_sentence_goes_back_to_the_count_it_shares_words_with() -> None:
    text = "受理诉求2877件，派单601件，超时办理4件。其中热线派单532件。"
    assert ("part_le", "601件", ("532件",), True) in ties(text)


def test_where_the_nearest_total_is_too_small_another_that_may_be_meant_is_taken() -> None:
    text = "共走访群众600人，慰问老人20人，其中党员35人。"
    assert ("part_le", "600人", ("35人",), True) in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "食品抽检量超每千人6.6批次，其中开展抽检超5万批次。",
        "配备调解员1046名，每个村不少于3名。",
        "受理案件321146件（不含上年旧存28802件）。",
        "防洪标准由五年一遇提高到二十年一遇。",
        "查处案件600件；另有700件移交外地。",
    ],
)
def test_what_is_counted_by_head_or_left_out_is_no_part(text: str) -> None:
    assert ties(text, "part_le", "sum") == []


# Totals and lists


@pytest.mark.parametrize(
    "text",
    [
        "民事案件12件、刑事案件30件，合计42件。",
        "上半年走访12次，下半年30次，全年共42次。",
        "东区、西区分别走访12次和30次，两地共计42次。",
        "造成死亡12人、受伤30人，伤亡合计42人。",
        "分类看，盗窃12起、诈骗30起，全市公安机关破获案件总计42起。",
    ],
)
def test_a_total_may_come_after_its_parts(text: str) -> None:
    [tie] = ties(text)
    assert (tie[0], tie[1][:2] if tie[1] else None, len(tie[2]), tie[3]) == ("sum", "42", 2, True)


@pytest.mark.parametrize(
    "text",
    [
        "查处违法行为共42起，分别为超速12起、超载30起。",
        "查处违法行为42起，按类别划分，超速12起、超载30起。",
        "查处违法行为42起，由超速12起和超载30起构成。",
        "查处违法行为42起，即超速12起、超载30起。",
    ],
)
def test_a_total_may_come_before_what_it_is_made_of(text: str) -> None:
    assert ties(text) == [("sum", "42起", ("12起", "30起"), True)]


def test_a_sum_is_compared_as_rounded() -> None:
    assert ties("受理案件1.39万件，办结1.29万件，未结1000件。") == [("sum", "1.39万件", ("1.29万件", "1000件"), True)]


def test_a_sum_is_proposed_from_words_where_it_does_not_add_up() -> None:
    assert ties("民事案件12件、刑事案件30件，合计52件。") == [("sum", "52件", ("12件", "30件"), False)]


def test_what_is_excepted_and_the_rest_make_up_the_whole() -> None:
    text = "受理案件42件，除12件尚在审查外，30件均已办结。"
    assert ("sum", "42件", ("12件", "30件"), True) in ties(text)


def test_the_kinds_of_an_earlier_sentence_add_up_to_it() -> None:
    text = "审结案件42件，同比上升5%。分类型看，审结民事案件12件、刑事案件30件。"
    assert ties(text, "sum") == [("sum", "42件", ("12件", "30件"), True)]


def test_a_roll_is_made_up_of_what_became_of_each() -> None:
    text = "当班人员共37人，22人撤离，11人受伤，4人被困。"
    assert ties(text) == [("sum", "37人", ("22人", "11人", "4人"), True)]


@pytest.mark.parametrize(
    "text",
    [
        "走访群众12次，发放手册30册，检查企业42家。",
        "走访群众12次、巡逻30次、检查42次。",
        "新建食堂20家、助餐点50家，全市养老设施总计800家。",
        "新增公园20个、绿地50个，累计达到800个。",
    ],
)
def test_numbers_that_happen_to_fit_or_stand_side_by_side_are_not_a_sum(text: str) -> None:
    assert ties(text, "sum") == []


def test_a_list_with_an_unread_number_is_not_held_against_its_total() -> None:
    # 十一 is read as a date here; three parts are told, two are read
    text = "受理案件144件，审结129件，已开庭待宣判4件，未开庭第十一件。"
    assert all(holds is not False for *_, holds in ties(text))


# Stacks


def test_two_units_side_by_side_count_one_thing() -> None:
    assert relations("查处腐败案件20件22人。") == [("stack", None, ("20件", "22人"), True)]


# Changes


@pytest.mark.parametrize(
    ("text", "change", "before", "after"),
    [
        ("刑事案件由1500起降至1200起，下降20%。", "20%", "1500起", "1200起"),
        ("刑事案件从2021年的1500起减至1200起，降低幅度为20%。", "20%", "1500起", "1200起"),
        ("刑事案件1200起，上年同期为1500起，同比下降20%。", "20%", "1500起", "1200起"),
        ("刑事案件1200起（上年1500起），同比下降20%。", "20%", "1500起", "1200起"),
        ("与上年的1500起相比，2022年刑事案件为1200起，下降20%。", "20%", "1500起", "1200起"),
        ("刑事案件2021年为1500起，2022年为1200起，同比下降20%。", "20%", "1500起", "1200起"),
        ("刑事案件上半年1500起，下半年1200起，环比下降20%。", "20%", "1500起", "1200起"),
        ("刑事案件1200起，比上年的1500起减少300起。", "300起", "1500起", "1200起"),
        ("开展检查96次，是上年40次的2.4倍。", "2.4倍", "40次", "96次"),
        ("开展检查由上年的40次增至80次，翻一番。", "翻一番", "40次", "80次"),
        ("破案率由81%提高到94%，提高13个百分点。", "13个百分点", "81%", "94%"),
        ("平均用时由96天缩短至81天，减少15天。", "15天", "96天", "81天"),
        ("近三年刑事案件依次为1500起、1300起、1200起，2022年比2020年累计下降20%。", "20%", "1500起", "1200起"),
    ],
)
def test_a_change_leads_from_the_earlier_level_to_the_later(text: str, change: str, before: str, after: str) -> None:
    assert ties(text) == [("change", change, (before, after), True)]


def test_several_changes_in_a_row_take_their_levels_in_order() -> None:
    text = "事故由21起减少到16起，死亡人数由12人减少到9人，分别下降23.8%和25%。"
    assert ties(text) == [("change", "23.8%", ("21起", "16起"), True), ("change", "25%", ("12人", "9人"), True)]


def test_a_target_is_held_against_the_level_told_before() -> None:
    text = "全年地区生产总值完成235.2亿元。\n二、2014年工作安排\n主要预期目标是：地区生产总值增长20%，达到282亿元。"
    assert ties(text) == [("change", "20%", ("235.2亿元", "282亿元"), True)]


@pytest.mark.parametrize(
    "text",
    [
        "产值由100亿元增至144亿元，年均增长20%。",
        "刑事案件由1500起降至1200起，治安案件下降30%。",
        "刑事案件由1500起降至1200起；全年警情下降30%。",
        "刑事案件1200起，比上年下降20%。",
        "收案321146件（不含上年旧存28802件），比上年下降1.3%。",
    ],
)
def test_a_mean_growth_or_that_of_something_else_is_not_recomputed(text: str) -> None:
    assert ties(text, "change") == []


# Shares and rates


@pytest.mark.parametrize(
    "text",
    [
        "受理案件400件，其中民事案件100件，占25%。",
        "共受理案件400件；民事案件100件，占总数的25%。",
        "受理的400件案件中，民事案件有100件，占比25%。",
        "审结民事案件100件，占受理总数400件的25%。",
        "登记纠纷400件，有100件即25%得到化解。",
        "全市400件纠纷中，25%（100件）得到化解。",
        "目前400件纠纷里有100件得到化解，完成比例25%。",
    ],
)
def test_a_share_is_that_of_the_part_in_the_whole(text: str) -> None:
    assert ("ratio", "25%", ("100件", "400件"), True) in ties(text)


def test_each_share_goes_with_its_part() -> None:
    text = "受理诉求共400件，即来信100件、来访300件，各占25%、75%。"
    assert ties(text) == [
        ("ratio", "25%", ("100件", "400件"), True),
        ("ratio", "75%", ("300件", "400件"), True),
        ("sum", "400件", ("100件", "300件"), True),
    ]


def test_counts_with_shares_of_their_own_are_parts_of_one_whole() -> None:
    text = "受理诉求400件。其中，咨询100件，占25%；求助200件，占50%；投诉100件，占25%。"
    assert [parts[1] for type_, _, parts, _ in ties(text) if type_ == "ratio"] == ["400件"] * 3


def test_a_whole_may_be_named_paragraphs_away() -> None:
    text = "刑事案件立案612起。\n电信网络诈骗立案143起，占刑事案件立案的23.4%。"
    assert ties(text) == [("ratio", "23.4%", ("143起", "612起"), True)]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("受理案件103件，审结93件，结案率90.3%。", "90.3%"),
        ("立案案件103件，破案93件，破案率达90.3%。", "90.3%"),
        ("发现隐患103件，整改93件，整改率90.3%。", "90.3%"),
        ("诉前调解纠纷103件，调成93件，成功率90.3%。", "90.3%"),
        ("排查逾期未检验车辆103件，督促检验93件，检验率90.3%。", "90.3%"),
    ],
)
def test_a_rate_is_what_was_done_of_what_it_was_done_to(text: str, rate: str) -> None:
    assert ("ratio", rate, ("93件", "103件"), True) in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "咨询类33523件，占47.09%；求助类21570件，占30.30%。",
        "受理工单2495件。位居前三的工单：交通类783件、建设类579件、政法类562件，占工单总量的77%。",
        "批准逮捕22.2万人；不捕13.9万人，不捕率39.2%。",
        "派单601件，按时结案597件，超时办理4件，结案率100%。",
        "受理案件103件，审结93件，服判息诉率92.3%。",
        "2008年共收行政案件2584件，审结2418件，数量居全省首位，占全省行政案件的1/4左右。",
        "走访群众120次，检查企业90次，群众安全感为97.5%。",
    ],
)
def test_a_share_of_what_is_not_told_is_not_recomputed(text: str) -> None:
    assert ties(text, "ratio") == []


def test_last_years_rate_is_that_of_last_years_numbers() -> None:
    text = "受理案件198件，结案18件，结案率9.09%；去年同期收案208件，结案36件，结案率17.31%。"
    assert ties(text, "ratio") == [
        ("ratio", "9.09%", ("18件", "198件"), True),
        ("ratio", "17.31%", ("36件", "208件"), True),
    ]


# The same thing twice

TITLE = "云岭市2022年政法工作报告\n"


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        ("2022年，市检察院共办理公益诉讼案件320件。", "综合全年情况，2022年市检察院办理公益诉讼案件320件。", True),
        ("全年市检察院办理公益诉讼案件320件。", "回头看，2022年市检察院办理公益诉讼案件302件。", False),
        ("一年来，全市检察机关办理公益诉讼案件320件。", "全年检察机关办理公益诉讼案件302件。", False),
        ("全年市检察院办理公益诉讼案件1236件。", "全年市检察院办理公益诉讼案件1200余件。", True),
        ("全年市检察院办理公益诉讼案件12567件。", "全年市检察院办理公益诉讼案件1.25万件。", True),
        ("全年法院服判息诉率为89.1%。", "数字背后是民心，全年法院服判息诉率为81.9%。", False),
    ],
)
def test_the_same_thing_of_the_same_year_is_stated_again(first: str, second: str, holds: bool) -> None:
    assert [tie[3] for tie in ties(f"{TITLE}{first}\n{second}\n", "again")] == [holds]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2022年，市检察院办理公益诉讼案件320件。", "2021年，市检察院办理公益诉讼案件302件。"),
        ("2022年，市检察院办理公益诉讼案件320件。", "五年来，市检察院办理公益诉讼案件1302件。"),
        ("2022年，市检察院办理公益诉讼案件320件。", "上半年，市检察院办理公益诉讼案件142件。"),
        ("2022年，市检察院办理公益诉讼案件320件。", "2022年，东岭区检察院办理公益诉讼案件32件。"),
        ("2022年，市检察院办理公益诉讼案件320件。", "专项行动中，2022年市检察院办理公益诉讼案件32件。"),
        ("2022年，市检察院办理公益诉讼案件320件。", "力争2022年市检察院办理公益诉讼案件400件。"),
        ("物流园区开工建设，全年完成投资1.7亿元。", "产业园区进展顺利，全年完成投资3.9亿元。"),
        ("2022年，全市法院受理刑事案件240件，审结230件。", "2022年，全市法院受理民事案件208件，审结200件。"),
    ],
)
def test_other_years_bodies_scopes_and_plans_are_not_the_same(first: str, second: str) -> None:
    assert ties(f"{TITLE}{first}\n{second}\n", "again") == []


# Long input


@pytest.mark.parametrize(
    "piece", ["其中受理案件100件，", "由100件降至90件，", "合计100件，", "(含3件", "占总数的50%、", "由从上年"]
)
def test_work_grows_with_the_length_of_a_sentence_without_stops(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        began = time.perf_counter()
        relations(text)
        return time.perf_counter() - began

    seconds(10)
    short, long = max(seconds(400), 0.005), seconds(3200)
    assert long < 40 * short
