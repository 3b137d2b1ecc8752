"""The plain form of a text: one width, one script, no blanks; and every offset leads back."""

import pytest

from plumbline.claims.plain import plain


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("受理案件１２５６件", "受理案件1256件"),
        ("９８．７％", "98.7%"),
        ("（2020）〔12〕［3］﹝4﹞[5]", "(2020)(12)(3)(4)(5)"),
        ("10—15~20～25－30–35", "10-15-20-25-30-35"),
        ("「百日」『攻坚』", "“百日”“攻坚”"),
        ("三萬餘件，減少兩點五個", "三万余件，减少两点五个"),
        ("二○二○年", "二〇二〇年"),
        ("他说：好；对！", "他说:好；对!"),
        ("甲,乙;丙", "甲，乙；丙"),
    ],
)
def test_width_script_and_marks_are_made_one(original: str, text: str) -> None:
    assert plain(original).text == text


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("受理 案件", "受理案件"),
        ("5 万 余 条", "5万余条"),
        ("29. 26 亿元", "29.26亿元"),
        ("1 250 人", "1250人"),
        ("1 250 000 人", "1250000人"),
        ("　　全年\u00a0审结\u200b案件", "全年审结案件"),
        ("2020 12 3", "2020 12 3"),
        ("案件113 110", "案件113110"),
        ("案件12345 678", "案件12345 678"),
        ("一行\n二行", "一行\n二行"),
        (" ", ""),
        ("", ""),
    ],
)
def test_blanks_go_except_between_two_numbers(original: str, text: str) -> None:
    assert plain(original).text == text


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("1，256起", "1,256起"),
        ("1,256起", "1,256起"),
        ("12，345，678元", "12,345,678元"),
        ("113，办结", "113，办结"),
        ("1，25", "1，25"),
        ("1，2567", "1，2567"),
    ],
)
def test_a_comma_before_three_digits_sets_off_thousands(original: str, text: str) -> None:
    assert plain(original).text == text


def test_straight_quotation_marks_open_and_close_by_turns_in_each_line() -> None:
    assert plain('"甲"和"乙"\n"丙').text == "“甲”和“乙”\n“丙"


@pytest.mark.parametrize(
    "original", ["受理 1 250 人，９８．７ ％。", "　a\u200bb 1 2  3\u3000", "无空格", " \t ", "é\ud800\U0001f600 1"]
)
def test_each_character_leads_back_to_the_one_it_came_from(original: str) -> None:
    p = plain(original)
    for i, c in enumerate(p.text):
        assert plain(original[p.at(i)]).text in (c, "") or original[p.at(i)] in ("，", ",", '"')


@pytest.mark.parametrize(
    ("original", "piece", "span"),
    [
        ("受理 1 250 人。", "1250人", (3, 10)),
        ("冻结29. 26 亿元", "29.26亿元", (2, 11)),
        ("  5 万", "5万", (2, 5)),
        ("连写5万", "5万", (2, 4)),
    ],
)
def test_a_span_leads_back_without_the_blanks_around_it(original: str, piece: str, span: tuple[int, int]) -> None:
    p = plain(original)
    start = p.text.index(piece)
    assert p.span(start, start + len(piece)) == span


def test_words_are_those_of_the_original_without_blanks() -> None:
    p = plain("（ ２０２０ 年 ）上半年")
    assert p.words(1, 6) == "２０２０年"
    assert plain("（２０２０）").words(0, 6) == "（２０２０）"
