"""Whatever the text, reading it ends, and what it says is about that text: spans, order, bounds, relations."""

import re
from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from plumbline.claims import Claim, Reading, as_data, read
from plumbline.claims.plain import plain

WORDS = """
受理 审结 办结 起诉 抓获 案件 嫌疑人 群众 法院 检察机关 全市公安机关 其中 分别 同比 比上年 增长 下降 减少 由 至 到 达到 占 共
约 近 超过 不足 余 多 以上 以下 左右 第 每 连续 翻 半 零 上百 数十 一起 一名 三五人 七八十件 十几 过半 三成 百分之 分之 万 亿 千
百 十 件 人 起 元 % 个百分点 倍 年 月 日 时 小时 岁 级 号 2020年 1至11月 12月8日 近三年来 “十四五” “10·21” 12345热线 G30 5G
〔2020〕12号 （一） 一、 一是 [1] ① 两个维护 一村一警 1.2万 29.26亿元 3,456 １２５６ 98.5％ 3.6:48:48.4 1/3 2×35万千瓦 ￥1,200
-3.6% 39347235773 12.3 0 1 10—15
""".split()
MARKS = list("，。；：、！？（）()[]【】〔〕“”\"'—-~～·.…/+*%％ \t\n\u3000\u00a0\u200b\u202e\u2067\ufeff\r\x0b\x1c")
ODD = ["\ud800", "\udfff", "\U0001f600", "\U00020bb7", "é", "e\u0301", "٣", "²", "Ⅲ", "㈠", "\x00", "\uffff"]

FRAGMENTS = st.sampled_from([*WORDS, *MARKS, *ODD])
RUNS = st.builds(
    lambda piece, n: piece * n,
    st.sampled_from(["1", "一", "十", "万", "(", "（", "“", '"', " ", "1,", "零", "、"]),
    st.integers(2, 60),
)
NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**9).map(lambda n: f"{n:,}"),
    st.decimals(0, 10**6, places=2).map(str),
    st.text("一二两三四五六七八九十百千万亿零点", min_size=1, max_size=8),
)
GENRE = st.lists(st.one_of(FRAGMENTS, NUMBERS, RUNS), max_size=40).map("".join)
ANY = st.text(st.characters(codec=None), max_size=120)
TEXTS = st.one_of(GENRE, ANY, st.lists(st.one_of(GENRE, ANY), max_size=4).map("\n".join))


def within(text: str, start: int, end: int) -> bool:
    return 0 <= start <= end <= len(text)


def check_claim(text: str, c: Claim) -> None:
    assert within(text, c.start, c.end)
    assert c.start < c.end
    assert text[c.start : c.end] == c.text
    assert all(within(text, source.start, source.end) for _, source in c.sources)
    assert c.step > 0
    if isinstance(c.value, tuple):
        assert c.value[0] < c.value[1]
    if c.lower is not None and c.upper is not None:
        assert c.lower <= c.upper
    if c.kind == "fused":
        assert c.value is None


def check_reading(text: str, reading: Reading) -> None:
    assert reading.text == text
    for c in reading.claims:
        check_claim(text, c)
    for before, after in pairwise(reading.claims):
        assert before.end <= after.start
    starts = {c.start for c in reading.claims if c.kind == "quantity"}
    for r in reading.relations:
        assert {*r.parts, *([] if r.total is None else [r.total])} <= starts
        assert within(text, r.start, r.end)


@given(TEXTS)
@example("")
@example("\ud800三万餘件\udfff")
@example("近\u202e3000\u2067人")
@example("（（（[[[“““1256件”””]]]）））")
@example("5人以上百人以下")
@example("零下20度零下5度")
@example("1" * 5000 + "件")
@example("一" * 5000 + "年来")
@example("近半数过半数大半数一半多半")
def test_what_is_read_lies_in_the_text_in_order_and_apart(text: str) -> None:
    check_reading(text, read(text))


@given(GENRE)
def test_a_quantity_with_a_value_has_the_bounds_its_words_allow(text: str) -> None:
    for c in read(text).claims:
        if c.kind == "quantity" and c.approx == "exact" and isinstance(c.value, Decimal):
            assert c.lower == c.upper == c.value
        if c.kind == "quantity" and c.value is not None:
            assert c.lower is not None or c.upper is not None


@given(TEXTS)
def test_the_same_text_reads_the_same(text: str) -> None:
    assert as_data(read(text)) == as_data(read(text))


@given(GENRE, GENRE)
def test_paragraphs_keep_their_numbers_when_more_follow(first: str, second: str) -> None:
    alone = [(c.start, c.end, c.value, c.unit) for c in read(first + "\n").claims if c.kind == "quantity"]
    together = read(f"{first}\n{second}").claims
    assert alone == [
        (c.start, c.end, c.value, c.unit) for c in together if c.kind == "quantity" and c.start <= len(first)
    ]


@given(TEXTS)
def test_the_plain_form_leads_back_to_the_text(text: str) -> None:
    p = plain(text)
    places = [p.at(i) for i in range(len(p.text))]
    assert places == sorted(set(places))
    assert all(0 <= at < len(text) for at in places)


@given(st.lists(st.sampled_from("受理案件1256件。"), min_size=1, max_size=12), st.sampled_from(" \u3000\u200b\t"))
def test_blanks_between_words_change_no_value(characters: list[str], blank: str) -> None:
    text = "".join(characters)
    spaced = re.sub("(?<=[^0-9])|(?=[^0-9])", blank, text)
    assert [(c.value, c.unit) for c in read(text).claims] == [(c.value, c.unit) for c in read(spaced).claims]
