"""Values of numbers as written, the last place printed, and what the vague words allow."""

from decimal import Decimal

import pytest

from plumbline.numerals import APPROX, LONGEST, bounds, last_unit, rounds_to, step, value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("1256", "1256"),
        ("1,256", "1256"),
        ("12,345,678", "12345678"),
        ("98.7", "98.7"),
        ("370万", "3700000"),
        ("29.26亿", "2926000000"),
        ("1.5万亿", "1500000000000"),
        ("3万2千", "32000"),
        ("8千", "8000"),
        ("5百", "500"),
        ("1千万", "10000000"),
        ("1亿2000万", "120000000"),
        ("2亿3千万", "230000000"),
        ("1亿零500万", "105000000"),
        ("12万3456", "123456"),
    ],
)
def test_arabic_digits_are_read_with_their_powers(text: str, number: str) -> None:
    assert value(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", "0"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("三百二十一", "321"),
        ("一百零五", "105"),
        ("一千零五十", "1050"),
        ("二千三百零五", "2305"),
        ("两千", "2000"),
        ("一万二千", "12000"),
        ("一万零五", "10005"),
        ("三十六万", "360000"),
        ("一亿零五百万", "105000000"),
        ("三点五", "3.5"),
        ("四十二点六", "42.6"),
        ("三点五万", "35000"),
        ("二〇二〇", "2020"),
        ("叁佰万", "3000000"),
        ("壹佰贰拾叁", "123"),
        ("三萬二千", "32000"),
    ],
)
def test_chinese_numerals_are_read_as_spoken(text: str, number: str) -> None:
    assert value(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "number"), [("一百五", 150), ("两千三", 2300), ("三万二", 32000), ("一亿五", 150000000), ("3万5", 35000)]
)
def test_a_lone_last_digit_takes_the_place_below_the_power(text: str, number: int) -> None:
    assert value(text) == number


@pytest.mark.parametrize(("text", "number"), [("百", 100), ("千", 1000), ("万", 10_000), ("亿", 100_000_000)])
def test_a_power_alone_is_one_of_it(text: str, number: int) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    "text", ["", ",", ".", "1.2.3", "件", "三件", "二三十", "十百", "百千", "三五人", "٣", "²", "１２", "1 250", "-5"]
)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        value(text)


def test_a_run_of_digits_that_nobody_means_is_refused() -> None:
    assert value("9" * LONGEST) == 10**LONGEST - 1
    for text in ("9" * (LONGEST + 1), "一" * 1000, "9" * 1_000_000):
        with pytest.raises(ValueError, match=r"^"):
            value(text)


def test_values_are_exact_where_floats_are_not() -> None:
    assert value("0.1") + value("0.2") == value("0.3")
    assert value("123456789012345678901234") - value("123456789012345678901233") == 1


def test_whole_values_carry_no_decimals() -> None:
    assert str(value("3.5万")) == "35000"
    assert str(value("29.26亿")) == "2926000000"


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("1256", "1"),
        ("1,256", "1"),
        ("98.7", "0.1"),
        ("3.65", "0.01"),
        ("370万", "10000"),
        ("5.46万", "100"),
        ("29.26亿", "1000000"),
        ("1.5万亿", "100000000000"),
        ("3万2千", "1000"),
        ("5百", "100"),
        ("三百", "1"),
        ("三千万", "10000"),
        ("三点五万", "1000"),
    ],
)
def test_the_step_is_one_in_the_last_digit_printed(text: str, one: str) -> None:
    assert step(text) == Decimal(one)


@pytest.mark.parametrize(
    ("number", "place"),
    [("9600", "100"), ("60", "10"), ("1256", "1"), ("1.2", "0.1"), ("0", "1"), ("100000", "100000")],
)
def test_the_last_unit_is_the_place_of_the_last_digit_that_is_not_nought(number: str, place: str) -> None:
    assert last_unit(Decimal(number)) == Decimal(place)


@pytest.mark.parametrize(
    ("number", "word", "reach", "low", "high"),
    [
        (60, "余", 10, 61, 69),
        (60, "多", 10, 61, 69),
        (4000, "余", 1000, 4001, 4999),
        (9600, "余", 100, 9601, 9699),
        (50_000, "余", 10_000, 50_001, 59_999),
        (100_000, "余", 100_000, 100_001, 199_999),
        (100, "近", 1, 90, 99),
        (3000, "将近", 1, 2700, 2999),
        (5, "近", 1, 4, 4),
        (200, "约", 1, 180, 220),
        (15, "约", 1, 14, 16),
        (300, "左右", 1, 270, 330),
        (200, "来", 1, 180, 220),
        (7, "", 1, 7, 7),
    ],
)
def test_a_vague_word_allows_a_range(number: int, word: str, reach: int, low: int, high: int) -> None:
    assert bounds(Decimal(number), word, Decimal(reach)) == (low, high)


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("以上", 20, None),
        ("不少于", 20, None),
        ("至少", 20, None),
        ("上", 20, None),
        ("超过", 21, None),
        ("逾", 21, None),
        ("突破", 21, None),
        ("以下", None, 20),
        ("以内", None, 20),
        ("不超过", None, 20),
        ("不足", None, 19),
        ("不到", None, 19),
        ("不满", None, 19),
    ],
)
def test_the_civil_code_says_which_words_count_the_number_itself(word: str, low: int | None, high: int | None) -> None:
    assert bounds(Decimal(20), word) == (low, high)


def test_ends_of_what_comes_in_parts_stay_as_written() -> None:
    assert bounds(Decimal("5.5"), "左右", countable=False) == (Decimal("4.95"), Decimal("6.05"))
    assert bounds(Decimal(600), "超", countable=False) == (600, None)
    assert bounds(Decimal(30), "多", Decimal(10), countable=False) == (30, 40)


@pytest.mark.parametrize("word", sorted(APPROX))
def test_no_word_allows_an_empty_range(word: str) -> None:
    for number in (1, 2, 3, 7, 10, 60, 12_345):
        low, high = bounds(Decimal(number), word, last_unit(Decimal(number)))
        assert low is None or high is None or low <= high


def test_rounding_half_way_goes_either_way() -> None:
    assert rounds_to(Decimal("2.5"), Decimal(2), Decimal(1))
    assert rounds_to(Decimal("2.5"), Decimal(3), Decimal(1))
    assert rounds_to(Decimal("12.345"), Decimal("12.35"), Decimal("0.01"))
    assert not rounds_to(Decimal("2.4"), Decimal(3), Decimal(1))
    assert rounds_to(Decimal(2_926_123_456), Decimal(2_926_000_000), Decimal(1_000_000))
