"""Numbers with the words that belong to them: span, value, unit and approximation, in every form the genre uses."""

from decimal import Decimal

import pytest

from asking import claim
from plumbline.claims import Claim, read


def quantities(text: str) -> list[Claim]:
    return [c for c in read(text).claims if c.kind == "quantity"]


def plain_value(c: Claim) -> object:
    return [float(v) for v in c.value] if isinstance(c.value, tuple) else c.value if c.value is None else float(c.value)


def said(text: str) -> list[tuple[str, object, str]]:
    """Each quantity as it stands, with value and unit."""
    return [(c.text, plain_value(c), c.unit) for c in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("登记居民3万2千人。", [("3万2千人", 32_000, "人")]),
        ("退赔1亿2000万元。", [("1亿2000万元", 120_000_000, "元")]),
        ("受理案件12万3456件。", [("12万3456件", 123_456, "件")]),
        ("冻结一亿零五百万元。", [("一亿零五百万元", 105_000_000, "元")]),
        ("挽回损失人民币叁佰万元。", [("叁佰万元", 3_000_000, "元")]),
        ("平均每件三点五万元。", [("三点五万元", 35_000, "元")]),
        ("破案1,256起。", [("1,256起", 1256, "起")]),
        ("破案1，256起。", [("1，256起", 1256, "起")]),
        ("破案１２５６起。", [("１２５６起", 1256, "起")]),
        ("受理1 250 人。", [("1 250 人", 1250, "人")]),
        ("冻结29. 26 亿元。", [("29. 26 亿元", 2_926_000_000, "元")]),
        ("受理案件三萬件，較上年減少百分之十二。", [("三萬件", 30_000, "件"), ("百分之十二", 12, "%")]),
        ("受理案件2305件。", [("2305件", 2305, "件")]),
    ],
)
def test_digits_of_every_script_and_width_are_read(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("piece", "value", "approx", "low", "high"),
    [
        ("60余人", 60, "over", 61, 69),
        ("4000多人", 4000, "over", 4001, 4999),
        ("9600 余 人", 9600, "over", 9601, 9699),
        ("5万余人", 50_000, "over", 50_001, 59_999),
        ("10余万人", 100_000, "over", 100_001, 199_999),
        ("200多万人", 2_000_000, "over", 2_000_001, 2_999_999),
        ("三十余万人", 300_000, "over", 300_001, 399_999),
        ("百余人", 100, "over", 101, 199),
        ("万余人", 10_000, "over", 10_001, 19_999),
        ("1.2万+人", 12_000, "over", 12_001, 12_999),
        ("近百人", 100, "near", 90, 99),
        ("近1.2万人", 12_000, "near", 10_800, 11_999),
        ("约三百人", 300, "about", 270, 330),
        ("二百来人", 200, "about", 180, 220),
        ("20人左右", 20, "about", 18, 22),
        ("逾两千人", 2000, "over", 2001, None),
        ("超过100人", 100, "over", 101, None),
        ("突破10万人", 100_000, "over", 100_001, None),
        ("上百人", 100, "over", 100, None),
        ("过千人", 1000, "over", 1001, None),
        ("5000人以上", 5000, "over", 5000, None),
        ("不少于20人", 20, "over", 20, None),
        ("至少3人", 3, "over", 3, None),
        ("不足百人", 100, "under", None, 99),
        ("不超过20人", 20, "under", None, 20),
        ("20人以下", 20, "under", None, 20),
    ],
)
def test_approximating_words_belong_to_the_number_and_bound_it(
    piece: str, value: int, approx: str, low: int | None, high: int | None
) -> None:
    c = claim(f"群众{piece}，秩序良好。", piece)
    assert (c.kind, c.value, c.approx, c.lower, c.upper) == ("quantity", value, approx, low, high)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("网上预约300人次。", "300人次"),
        ("节约3000元。", "3000元"),
        ("学校附近120处路口。", "120处"),
        ("网上办理200件。", "200件"),
        ("通过25件议案。", "25件"),
        ("共侦破350起案件。", "350起"),
        ("赶超3个县区。", "3个"),
        ("修订乡规民约48份。", "48份"),
    ],
)
def test_words_that_end_in_an_approximating_one_do_not_approximate(text: str, piece: str) -> None:
    assert claim(text, piece).approx == "exact"


@pytest.mark.parametrize("text", ["挽回损失约3000万元。", "征集约3000万元。", "惠及居民约3000万元。"])
def test_a_word_that_only_ends_like_another_still_approximates(text: str) -> None:
    assert claim(text, "约3000万元").approx == "about"


@pytest.mark.parametrize(
    ("piece", "low", "high"),
    [
        ("三五人", 3, 5),
        ("七八十人", 70, 80),
        ("十七八人", 17, 18),
        ("一二百人", 100, 200),
        ("三四十万人", 300_000, 400_000),
        ("十几人", 11, 19),
        ("二十几人", 21, 29),
        ("十几万人", 110_000, 190_000),
        ("数十人", 20, 99),
        ("几百人", 200, 999),
        ("数十万人", 200_000, 990_000),
    ],
)
def test_loose_numbers_are_a_range(piece: str, low: int, high: int) -> None:
    c = claim(f"参加者{piece}。", piece)
    assert (c.kind, c.value, c.approx, c.lower, c.upper) == ("quantity", (low, high), "about", low, high)


@pytest.mark.parametrize(
    ("piece", "low", "high", "unit"),
    [
        ("10至15件", 10, 15, "件"),
        ("10到15件", 10, 15, "件"),
        ("10-15件", 10, 15, "件"),
        ("10—15件", 10, 15, "件"),
        ("10——15件", 10, 15, "件"),
        ("10~15件", 10, 15, "件"),
        ("10～15件", 10, 15, "件"),
        ("10 — 15 件", 10, 15, "件"),
        ("10件至15件", 10, 15, "件"),
        ("十至二十件", 10, 20, "件"),
        ("三至五百件", 300, 500, "件"),
        ("3—5万元", 30_000, 50_000, "元"),
        ("3万—5万元", 30_000, 50_000, "元"),
        ("1.5—2万元", 15_000, 20_000, "元"),
        ("8000—1万元", 8000, 10_000, "元"),
        ("5%～8%", 5, 8, "%"),
        ("5—8%", 5, 8, "%"),
        ("百分之三十至四十", 30, 40, "%"),
        ("三至五成", 30, 50, "%"),
        ("2至3个百分点", 2, 3, "个百分点"),
        ("约10至15件", 10, 15, "件"),
    ],
)
def test_a_range_with_any_dash_is_one_number(piece: str, low: int, high: int, unit: str) -> None:
    c = claim(f"每月{piece}。", piece)
    assert (c.kind, c.value, c.approx, c.unit) == ("quantity", (low, high), "range", unit)


def test_from_one_number_to_another_is_a_change_and_no_range() -> None:
    assert said("机构由71所整合为47所，案件从3件到5件。") == [
        ("71所", 71, "所"),
        ("47所", 47, "所"),
        ("3件", 3, "件"),
        ("5件", 5, "件"),
    ]


@pytest.mark.parametrize(
    ("piece", "value", "approx", "unit"),
    [
        ("12.3%", "12.3", "exact", "%"),
        ("12.3％", "12.3", "exact", "%"),
        ("百分之四十二点六", "42.6", "exact", "%"),
        ("百分之百", "100", "exact", "%"),
        ("百分之三十多", "30", "over", "%"),
        ("三成", "30", "exact", "%"),
        ("两成", "20", "exact", "%"),
        ("近三成", "30", "near", "%"),
        ("三成多", "30", "over", "%"),
        ("九成五", "95", "exact", "%"),
        ("一成以上", "10", "over", "%"),
        ("一半", "50", "exact", "%"),
        ("过半", "50", "over", "%"),
        ("过半数", "50", "over", "%"),
        ("近半数", "50", "near", "%"),
        ("超过半数", "50", "over", "%"),
        ("一半以上", "50", "over", "%"),
        ("千分之三点五", "3.5", "exact", "‰"),
        ("1.3‰", "1.3", "exact", "‰"),
        ("万分之五", "0.0005", "exact", ""),
        ("三分之二", "0.6667", "exact", ""),
        ("四分之一以上", "0.25", "over", ""),
        ("近三分之一", "0.3333", "near", ""),
        ("1/3", "0.3333", "exact", ""),
        ("2.5倍", "2.5", "exact", "倍"),
        ("近一倍", "1", "near", "倍"),
        ("2倍多", "2", "over", "倍"),
        ("翻番", "2", "exact", "倍"),
        ("翻一番", "2", "exact", "倍"),
        ("翻了两番", "4", "exact", "倍"),
        ("翻了近一番", "2", "near", "倍"),
        ("5个百分点", "5", "exact", "个百分点"),
        ("1.2个点", "1.2", "exact", "个百分点"),
        ("0.5百分点", "0.5", "exact", "个百分点"),
        ("一个多百分点", "1", "over", "个百分点"),
    ],
)
def test_portions_and_multiples_are_read(piece: str, value: str, approx: str, unit: str) -> None:
    c = claim(f"案件增长{piece}。", piece)
    assert (c.kind, c.value, c.approx, c.unit) == ("quantity", Decimal(value), approx, unit)


def test_per_cent_and_percentage_points_stay_apart() -> None:
    assert said("结案率97.19%，上升6.7个百分点。") == [("97.19%", 97.19, "%"), ("6.7个百分点", 6.7, "个百分点")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("起诉113案1022人。", [("113案", 113, "案"), ("1022人", 1022, "人")]),
        ("移送8批次1828名。", [("8批次", 8, "批次"), ("1828名", 1828, "人")]),
        ("批捕1022人（其中女性87人）。", [("1022人", 1022, "人"), ("87人", 87, "人")]),
        ("占比98.5%［1］，受理1250件①。", [("98.5%", 98.5, "%"), ("1250件", 1250, "件")]),
        ("办结1100［2］，审结98①。", [("1100", 1100, ""), ("98", 98, "")]),
        ("受理案件39347审结35773，结存3574。", [("39347", 39347, ""), ("35773", 35773, ""), ("3574", 3574, "")]),
        ("受理案件113起诉98件。", [("113", 113, ""), ("98件", 98, "件")]),
        ("事故造成2死5伤。", [("2", 2, "人"), ("5", 5, "人")]),
        ("事故造成一死三伤。", [("一", 1, "人"), ("三", 3, "人")]),
        ("分别达1409万、1305万人次。", [("1409万", 14_090_000, "人次"), ("1305万人次", 13_050_000, "人次")]),
        ("分别提高5.2个和3.8个百分点。", [("5.2个", 5.2, "个百分点"), ("3.8个百分点", 3.8, "个百分点")]),
        ("结构为3.6 : 48 : 48.4。", [("3.6", 3.6, ""), ("48", 48, ""), ("48.4", 48.4, "")]),
        ("男女比例为3比1。", [("3", 3, ""), ("1", 1, "")]),
        ("收入比从2.55缩小至2.41。", [("2.55", 2.55, ""), ("2.41", 2.41, "")]),
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("piece", "value", "unit"),
    [
        ("￥1,200万", 12_000_000, "元"),
        ("$3.2万", 32_000, "美元"),
        ("￥500元", 500, "元"),
        ("500万人民币", 5_000_000, "元"),
        ("-3.6%", -3.6, "%"),
        ("38.6摄氏度", 38.6, "摄氏度"),
        ("零下5℃", -5, "℃"),
        ("25微克/立方米", 25, "微克/立方米"),
        ("16.9万吨/日", 169_000, "吨/日"),
        ("1000亿度", 100_000_000_000, "度"),
        ("22亿方", 2_200_000_000, "立方米"),
        ("5公里", 5, "公里"),
        ("5千米", 5, "公里"),
        ("100千瓦", 100, "千瓦"),
        ("5万千瓦时", 50_000, "千瓦时"),
    ],
)
def test_signs_and_compound_units_belong_to_the_number(piece: str, value: float, unit: str) -> None:
    c = claim(f"为{piece}。", piece)
    assert (c.kind, plain_value(c), c.unit) == ("quantity", value, unit)


@pytest.mark.parametrize(
    ("piece", "value", "approx", "unit"),
    [
        ("3个半小时", 3.5, "exact", "小时"),
        ("3年半", 3.5, "exact", "年"),
        ("两个多月", 2, "over", "个月"),
        ("20多年", 20, "over", "年"),
        ("一年多", 1, "over", "年"),
        ("5小时余", 5, "over", "小时"),
    ],
)
def test_a_half_and_a_little_more_stand_before_or_after_the_unit(
    piece: str, value: float, approx: str, unit: str
) -> None:
    c = claim(f"历时{piece}。", piece)
    assert (c.kind, plain_value(c), c.approx, c.unit) == ("quantity", value, approx, unit)


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [
        ("出动30部门", "", ""),
        ("出动30部电台", "部", "部"),
        ("表彰12支队伍", "支", "支"),
        ("涉及12市场主体", "", ""),
        ("受理5件", "件", "件"),
        ("表彰30名", "人", "名"),
        ("共计30起诉", "", ""),
    ],
)
def test_a_measure_word_that_begins_another_word_is_none(text: str, unit: str, written: str) -> None:
    [c] = read(text + "。").claims
    assert (c.unit, c.unit_written) == (unit, written)


def test_a_place_in_a_ranking_is_no_person() -> None:
    assert said("综合排名提升6位，表彰6位民警。") == [("6位", 6, "位"), ("6位", 6, "人")]


def test_the_step_is_that_of_the_number_as_printed() -> None:
    steps = {c.text: c.step for c in quantities("冻结29.26亿元，受理3.65万件，占12.5%，约200人，三百件。")}
    assert steps == {
        "29.26亿元": 1_000_000,
        "3.65万件": 100,
        "12.5%": Decimal("0.1"),
        "约200人": 1,
        "三百件": 1,
    }


@pytest.mark.parametrize("text", ["共计" + "9" * 30 + "件", "共计" + "一" * 60 + "件"])
def test_a_run_of_digits_that_nobody_means_has_no_value(text: str) -> None:
    assert [(c.kind, c.value) for c in read(text).claims] == [("fused", None)]


@pytest.mark.parametrize("text", ["加快推动一二三次产业融合。", "二三十多少，十百千万。"])
def test_digits_in_a_row_are_no_number(text: str) -> None:
    assert quantities(text) == []
