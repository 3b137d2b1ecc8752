"""Numbers as a report prints them, worked out by hand from the rule."""

from fractions import Fraction

import pytest

from plumbline.checks.written import require_read_back
from plumbline.errors import PlanError
from plumbline.reports.rounding import grouped, rounded
from readings import composed

FEN = 292_601_234_567
PARTS = {
    "docketed": (103, 1), "docketed/persons": (1957, 1), "docketed/2019": (100, 1), "pending": (0, 1), "pending/2019": (0, 1),
    "clearance_rate": (93, 103), "clearance_rate/2019": (90, 100), "disbanded": (60, 1), "controlled": (FEN, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(25, 1000), 2, "0.02"),
        (Fraction(35, 1000), 2, "0.04"),
        (Fraction(25001, 1000000), 2, "0.03"),
        (Fraction(5, 2), 0, "2"),
        (Fraction(7, 2), 0, "4"),
        (Fraction(-1, 8), 2, "-0.12"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(9999, 1000), 1, "10.0"),
    ],
)
def test_a_half_is_rounded_to_the_even_digit(value: Fraction, places: int, text: str) -> None:
    assert rounded(value, places) == (Fraction(text), text)


def test_english_numbers_are_grouped() -> None:
    assert [grouped(n) for n in ("7", "1256", "2926012345.67")] == ["7", "1,256", "2,926,012,345.67"]


@pytest.mark.parametrize(
    ("slot", "zh", "en"),
    [
        ("trials.docketed", "103件", "103"),
        ("trials.docketed unit=案", "103案", "103"),
        ("trials.docketed counting=persons", "1957人", "1,957"),
        ("trials.docketed counting=persons unit=名", "1957名", "1,957"),
        ("trials.docketed counting=persons as=余", "1000余人", "more than 1,000"),
        ("trials.docketed counting=persons as=余 step=100", "1900余人", "more than 1,900"),
        ("trials.docketed named scope=涉黑", "受理涉黑案件103件", "103 mafia-type cases docketed"),
        ("trials.clearance_rate", "90.29%", "90.29%"),
        ("trials.clearance_rate places=0", "90%", "90%"),
        ("trials.clearance_rate against=2019", "上升0.29个百分点", "up 0.29 percentage points"),
        ("trials.docketed against=2019", "上升3.0%", "up 3.0%"),
        ("trials.docketed against=2019 places=0", "上升3%", "up 3%"),
        ("assets.controlled as=亿元", "29.26亿元", "2.926 billion yuan"),
        ("assets.controlled as=亿元 places=4", "29.2601亿元", "2.92601 billion yuan"),
        ("assets.controlled as=万元", "292601.23万元", "2,926.0123 million yuan"),
        ("assets.controlled", "2926012345.67元", "2,926,012,345.67 yuan"),
        ("trials.pending", "0件", "0"),
    ],
)
def test_a_reading_is_printed(slot: str, zh: str, en: str) -> None:
    assert composed(f"是{{{slot}}}。", PARTS).text == f"是{zh}。"
    assert composed(f"is {{{slot}}}.", PARTS, "en").text == f"is {en}."


def test_a_fall_and_no_change_have_their_own_words() -> None:
    assert (
        composed("同比{trials.docketed against=2019}。", PARTS | {"docketed/2019": (206, 1)}).text == "同比下降50.0%。"
    )
    assert composed("同比{trials.docketed against=2019}。", PARTS | {"docketed/2019": (103, 1)}).text == "同比持平。"


@pytest.mark.parametrize(
    ("slot", "parts", "what"),
    [
        ("investigations.disbanded as=余", {}, "60 is not over a multiple of 10"),
        ("investigations.disbanded as=余 step=25", {}, "step=25 is not 1, 10, 100"),
        ("investigations.disbanded as=余", {"disbanded": (7, 1)}, "7 is not over a multiple of 10"),
        ("trials.pending against=2019", {}, "the base is zero"),
        ("trials.clearance_rate", {"clearance_rate": (0, 0)}, "has nothing to divide by"),
        (
            "trials.docketed against=2019",
            {"docketed": (100_001, 1), "docketed/2019": (100_000, 1)},
            "rounds to nothing",
        ),
        ("trials.clearance_rate places=7", {}, "places=7 is no whole number up to 6"),
    ],
)
def test_what_would_be_untrue_or_has_no_meaning_is_refused(
    slot: str, parts: dict[str, tuple[int, int]], what: str
) -> None:
    with pytest.raises(PlanError) as caught:
        composed(f"是{{{slot}}}。", PARTS | parts)
    assert caught.value.where == f"plan.toml, text 1 (zh), {{{slot}}}"
    assert what in caught.value.what.en


def test_rounding_is_recorded_and_an_exact_number_has_none() -> None:
    money, exact = composed("{assets.controlled as=亿元}，{assets.controlled}。", PARTS).numbers
    assert money.printed.note.zh == "由2926012345.67元按 GB/T 8170 修约，修约间隔0.01亿元"
    assert money.printed.note.en == "rounded by GB/T 8170 from 2,926,012,345.67 yuan, to the nearest 0.001 billion yuan"
    assert (money.printed.exact, money.printed.shown) == (Fraction(FEN, 100), 2_926_000_000)
    assert exact.printed.note.zh == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "受理涉黑案件{trials.docketed scope=涉黑 unit=案}{trials.docketed scope=涉黑 counting=persons}。",
        "查扣冻结涉案资金{assets.controlled as=亿元}，未结{trials.pending}。",
        "受理{trials.docketed counting=persons as=余}，结案率{trials.clearance_rate}，同比{trials.clearance_rate against=2019}。",
        "受理{trials.docketed}，同比{trials.docketed against=2019}，抓获{trials.docketed counting=persons as=余 step=100}。",
    ],
)
def test_what_is_printed_is_read_back_as_its_reading(sentence: str) -> None:
    require_read_back(composed(sentence, PARTS))


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("受理近{trials.docketed}。", "“103件” would be read as 近103件"),
        ("受理超过{trials.docketed}。", "“103件” would be read as 超过103件"),
        ("受理不足{trials.docketed}。", "“103件” would be read as 不足103件"),
    ],
)
def test_words_that_make_a_number_say_something_else_are_refused(sentence: str, what: str) -> None:
    with pytest.raises(PlanError) as caught:
        require_read_back(composed(sentence, PARTS))
    assert what in caught.value.what.en
