"""Which numbers are claims, and what the others are: dates, periods, ranks, ordinals, names, runs of digits."""

import pytest

from asking import claim, kinds
from plumbline.claims import read


def claims(text: str) -> list[str]:
    return [c.text for c in read(text).claims if c.kind == "quantity"]


@pytest.mark.parametrize(
    "date",
    [
        "2020年1月15日",
        "2020-01-15",
        "2020/1/15",
        "2020.1.15",
        "2020年1月",
        "1月15日",
        "15日",
        "1月15日晚8时30分",
        "12月底",
        "7月中旬",
        "8时30分",
        "8时许",
        "14时",
        "8:30",
        "3点20分",
        "二〇二〇年一月十五日",
        "一月十五日",
    ],
)
def test_dates_and_times_of_day_are_dates(date: str) -> None:
    assert kinds(f"会议于{date}召开。") == {date: "date"}


@pytest.mark.parametrize(
    "period",
    [
        "2020年",
        "二〇二〇年",
        "2020年1至11月",
        "1—11月",
        "2020年上半年",
        "2019—2020年度",
        "2021年至2025年",
        "2020年前11个月",
        "前三个月",
        "前三季度",
        "第一季度",
        "近三年来",
        "五年来",
        "过去五年",
        "90年代",
        "上世纪80年代",
    ],
)
def test_stretches_of_the_calendar_are_periods(period: str) -> None:
    assert kinds(f"{period}，发案平稳。") == {period: "period"}


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("五年累计投入3亿元。", "五年", "period"),
        ("资产总额五年增长64%。", "五年", "period"),
        ("这是成果丰硕的五年。", "五年", "period"),
        ("连续五年下降。", "五年", "quantity"),
        ("时隔18年抓获。", "18年", "quantity"),
        ("判处有期徒刑五年。", "五年", "quantity"),
        ("平均用时28天。", "28天", "quantity"),
        ("行政拘留15日。", "15日", "quantity"),
        ("开展三年行动。", "三年", "name"),
        ("实施质量提升三年行动计划。", "三年", "name"),
        ("防洪标准达到五十年一遇。", "五十年", "name"),
        ("7日内办结。", "7日", "name"),
        ("三个月内审结。", "三个月", "name"),
        ("压减到80天以内，效率提高。", "80天以内", "quantity"),
        ("实行24小时值班。", "24小时", "name"),
        ("每天24小时提供服务。", "24小时", "name"),
        ("打造15分钟生活圈。", "15分钟", "name"),
        ("用好240小时过境免签政策。", "240小时", "name"),
        ("实施学前一年免费教育。", "一年", "name"),
        ("每3年一次。", "3年", "name"),
    ],
)
def test_a_length_of_time_is_a_claim_unless_it_titles_limits_or_sums_up(text: str, piece: str, kind: str) -> None:
    assert claim(text, piece).kind == kind


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("综合考核位列全省第3位。", "位列全省第3位", "rank"),
        ("跻身全国前10位。", "前10位", "rank"),
        ("进入全球前1%的学科增加。", "前1%", "rank"),
        ("是全国唯一试点。", "唯一", "rank"),
        ("移送第二批线索。", "第二批", "ordinal"),
        ("一是强化打击。", "一", "ordinal"),
        ("（一）平安建设。", "（一）", "ordinal"),
        ("谢尔塔拉墓地二次发掘。", "二次", "ordinal"),
        ("十三届全国人大三次会议召开。", "三次", "ordinal"),
        ("成效明显［1］。", "［1］", "ordinal"),
    ],
)
def test_ranks_and_ordinals_are_kept_apart(text: str, piece: str, kind: str) -> None:
    assert claim(text, piece).kind == kind


@pytest.mark.parametrize(
    "name",
    [
        "第二百六十四条",
        "第十七条之一",
        "〔2020〕12号",
        "[2021]25号",
        "（2020）甘01刑初123号",
        "拨打110",
        "电话0931-4891234",
        "手机13919876543",
        "G30",
        "S104",
        "K112+300",
        "1720公里处",
        "1720公里+500米处",
        "107国道",
        "123号",
        "5G",
        "4S",
        "PM2.5",
        "GPT-4",
        "H7N9",
        "1+5+N",
        "2×35万千瓦",
        "7×24小时",
        "每10万人口",
        "每万人",
        "成百上千",
        "百姓",
        "一定",
        "一系列",
        "一村一警",
        "四所一庭",
        "“8337”",
        "“10·21”",
        "35岁",
        "220千伏",
    ],
)
def test_names_with_numbers_in_them_are_kept_apart(name: str) -> None:
    assert kinds(f"涉及{name}，情况清楚。") == {name: "name"}


@pytest.mark.parametrize("hotline", ["110", "12345", "12348", "96110"])
def test_a_hotline_is_a_name_where_it_is_called_one(hotline: str) -> None:
    assert claim(f"{hotline}热线受理群众诉求2万件。", hotline).kind == "name"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("5万元以上大案5起。", "5万元以上"),
        ("对标的500万元以上的案件逐案研判。", "500万元以上"),
        ("三年以上有期徒刑。", "三年以上"),
        ("判处五年有期徒刑以上刑罚。", "五年"),
        ("未发生死亡3人以上的事故。", "3人以上"),
        ("7座以下小型客车。", "7座以下"),
        ("新开工20层以上高层13栋。", "20层以上"),
        ("45岁以下法官占六成。", "45岁以下"),
        ("投资超5亿元的项目已达4个。", "超5亿元"),
        ("年投资亿元以上项目43个。", "亿元以上"),
        ("应纳税所得额不到100万元的部分。", "不到100万元"),
        ("拘传不得超过十二小时。", "超过十二小时"),
        ("占比超过10%的有44种。", "超过10%"),
    ],
)
def test_a_number_that_bounds_a_class_is_a_name(text: str, piece: str) -> None:
    assert claim(text, piece).kind == "name"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("参与志愿者5000人以上。", "5000人以上"),
        ("90%以上的纠纷就地化解。", "90%以上"),
        ("形成10个以上典型案例。", "10个以上"),
        ("吞吐量超千万人次的机场。", "超千万人次"),
        ("现场成交额均超百亿美元。", "超百亿美元"),
        ("办公用房达到300平方米以上。", "300平方米以上"),
    ],
)
def test_a_number_that_is_only_bounded_is_a_claim(text: str, piece: str) -> None:
    assert claim(text, piece).kind == "quantity"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("大唐700万吨露天矿项目开工。", "700万吨"),
        ("年产5万吨板材。", "5万吨"),
        ("日处理3000吨污水处理厂。", "3000吨"),
        ("建成30万吨级码头。", "30万吨"),
        ("5万千瓦风电并网。", "5万千瓦"),
        ("8.8平方公里起步区。", "8.8平方公里"),
        ("按最高时速120公里行驶。", "120公里"),
    ],
)
def test_a_size_inside_a_name_is_a_name(text: str, piece: str) -> None:
    assert claim(text, piece).kind == "name"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("信访零上访。", ["零"]),
        ("保持零发生。", ["零"]),
        ("连续4年零违纪。", ["4年", "零"]),
        ("死亡人数为零。", ["零"]),
        ("全年0投诉，发案0起。", ["0", "0起"]),
        ("坚持零容忍，实现“零”的突破，隐患清零。", []),
        ("零就业家庭动态清零，服务零距离，零售额增长。", []),
    ],
)
def test_nought_is_a_claim_where_it_counts_what_did_not_happen(text: str, counted: list[str]) -> None:
    assert claims(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("破获一起命案。", ["一起"]),
        ("抓获一名逃犯。", ["一名"]),
        ("一位老人报案。", ["一位"]),
        ("大家一起推进。", []),
        ("这一位置优越，一件事一次办。", []),
        ("表彰一批先进，开展一系列活动。", []),
        ("每一起案件，任何一名群众。", []),
        ("一家企业，一辆客车，一场比赛。", []),
    ],
)
def test_one_is_a_claim_of_persons_and_incidents_only(text: str, counted: list[str]) -> None:
    assert claims(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("八类主要刑事案件下降35%。", ["35%"]),
        ("四项指标全面下降。", []),
        ("收入等六项主要指标全面增长。", ["六项"]),
        ("两届广交会。", ["两届"]),
        ("新增两批重点事项。", ["两批"]),
        ("三级医院、五级书记、两类案件。", []),
        ("从六个方面总结。", []),
        ("五个严禁、四个不放过、六个明显下降。", []),
        ("抓好三件实事：一是改造。", []),
        ("新建两所学校。", ["两所"]),
        ("引导三元、麦福劳等企业。", []),
        ("产值两位数增长。", []),
        ("过去跑好几趟才办成，现在十几分钟。", ["十几分钟"]),
    ],
)
def test_small_chinese_numerals_name_more_often_than_they_count(text: str, counted: list[str]) -> None:
    assert claims(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("受理案件113，办结110。", ["113", "110"]),
        ("立案数：1256。", ["1256"]),
        ("受理案件2015，办结1998。", ["2015", "1998"]),
        ("551万农村人口脱贫。", ["551万"]),
        ("近3000村民、200余警力、百余民警。", ["近3000", "200余", "百余"]),
        ("500民警上街。", ["500"]),
        ("产值突破百亿。", ["突破百亿"]),
        ("世界500强企业，附件1，表2，第5页。", []),
        ("净网2024行动，384超节点。", []),
        ("以2比1取胜。", []),
    ],
)
def test_a_number_without_a_measure_word_counts_where_the_words_around_it_say_so(text: str, counted: list[str]) -> None:
    assert claims(text) == counted


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("阵风4至5级。", "4至5级", "quantity"),
        ("发生6.5级地震。", "6.5级", "quantity"),
        ("启动三级响应。", "三级", "name"),
        ("最高气温达38度。", "38度", "quantity"),
        ("北纬36.5度。", "36.5度", "name"),
        ("记12分。", "12分", "quantity"),
        ("满意度得分98.5分。", "98.5分", "quantity"),
        ("平均年龄35.6岁。", "35.6岁", "quantity"),
        ("人均预期寿命提高到80岁以上。", "80岁以上", "quantity"),
        ("十七岁少年。", "十七岁", "name"),
        ("建成探头6800余路。", "6800余路", "quantity"),
        ("12路公交车。", "12路", "name"),
        ("5701次列车。", "5701次", "name"),
        ("开行5701次。", "5701次", "quantity"),
        ("整治3栋居民楼。", "3栋", "quantity"),
        ("家住3栋2单元。", "3栋", "name"),
        ("出台28条规定。", "28条", "name"),
        ("十方面民生实事完成。", "十方面", "quantity"),
        ("三条主干道路通车。", "三条", "quantity"),
    ],
)
def test_the_unit_and_its_neighbours_decide(text: str, piece: str, kind: str) -> None:
    assert claim(text, piece).kind == kind


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("受理39347235773件。", "39347235773件", "fused"),
        ("受理案件39347235773，", "39347235773", "fused"),
        ("金额12345678901元。", "12345678901元", "fused"),
        ("金额1234567890元。", "1234567890元", "quantity"),
        ("金额12,345,678,901元。", "12,345,678,901元", "quantity"),
        ("联系人13919876543。", "13919876543", "name"),
        ("归档于20200115。", "20200115", "name"),
    ],
)
def test_a_run_of_digits_longer_than_any_count_is_flagged_and_not_read(text: str, piece: str, kind: str) -> None:
    c = claim(text, piece)
    assert c.kind == kind
    assert (c.value is None) == (kind == "fused") or kind == "name"


@pytest.mark.parametrize(
    "text",
    [
        "三台县、五台县、三门峡市、五家渠市、七台河市、九台区、二道区。",
        "千方百计、万无一失、百折不挠、三番五次、四通八达、一心一意、九死一生。",
        "一府两院、两会、三公经费、五险一金、六稳六保、三农、九年义务教育。",
        "一审判决、二审裁定、一手房、二手车、四轮电动车、五金、两轮摩托。",
        "三年一届，百日会战，千里驰援，百名法官进百村，千名干警进万家。",
    ],
)
def test_set_words_count_nothing(text: str) -> None:
    assert claims(text) == []


def test_terms_that_notes_explain_count_nothing() -> None:
    assert claims("[10]两个基地、两个枢纽：\n中国企业走向国际的基地。\n[18]五张清单：\n项目清单。") == []
