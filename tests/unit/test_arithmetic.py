"""Arithmetic at printed precision: what sums, parts, shares and changes may stand for, each worked out by hand."""

from decimal import Decimal

import pytest

from plumbline.claims.arithmetic import (
    Form,
    Interval,
    Printed,
    change_holds,
    part_holds,
    share_holds,
    sum_holds,
    tolerant,
)

HUNDRED = Decimal(100)
NOUGHT = Decimal(0)


def exact(number: str) -> Printed:
    """An exact count: 113件."""
    return Printed(Decimal(number), Decimal(number), Decimal(1), rounded=False)


def rounded(number: str, step: str) -> Printed:
    """A number shown in steps: 1.39万件 is 13900 in steps of 100."""
    return Printed(Decimal(number), Decimal(number), Decimal(step), rounded=True)


def vague(low: str | None, high: str | None) -> Printed:
    """A number with 余, 近, 超: its bounds."""
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Printed(ends[0], ends[1], Decimal(1), rounded=False)


def percent(number: str, step: str = "0.1") -> Printed:
    return rounded(number, step)


def test_a_rounded_number_stands_for_half_a_step_to_each_side() -> None:
    assert rounded("13900", "100").interval() == Interval(Decimal(13850), Decimal(13950))


def test_an_exact_number_stands_for_itself() -> None:
    assert exact("113").interval() == Interval(Decimal(113), Decimal(113))


def test_a_percentage_may_have_had_its_digits_cut_off() -> None:
    # rounded it stands for 94.95 to 95.05, cut off for 95.0 to 95.1
    assert tolerant(percent("95.0")) == Interval(Decimal("94.95"), Decimal("95.1"))


@pytest.mark.parametrize(
    ("total", "parts", "holds"),
    [
        (exact("113"), [exact("110"), exact("3")], True),
        (exact("113"), [exact("110"), exact("5")], False),
        # 1.39万 = 1.29万 + 1000: 12850 + 1000 = 13850 at the least, which is where 1.39万 begins
        (rounded("13900", "100"), [rounded("12900", "100"), exact("1000")], True),
        (rounded("13900", "100"), [rounded("12900", "100"), exact("1300")], False),
        # 600余 is 601 to 699
        (vague("601", "699"), [exact("420"), exact("250")], True),
        (vague("601", "699"), [exact("420"), exact("180")], False),
        # 超100 has no upper end
        (vague("101", None), [exact("5000")], True),
    ],
)
def test_parts_make_up_a_total_within_what_both_may_stand_for(
    total: Printed, parts: list[Printed], holds: bool
) -> None:
    assert sum_holds(total, parts) is holds


@pytest.mark.parametrize(
    ("total", "part", "holds"),
    [
        (exact("600"), exact("600"), True),
        (exact("600"), exact("601"), False),
        (vague("2001", "2999"), exact("2814"), True),
        (vague("2001", "2999"), exact("3200"), False),
        (vague("26001", None), exact("99999"), True),
        (exact("600"), vague(None, "900"), True),
    ],
)
def test_a_part_lies_within_its_total_unless_no_reading_allows_it(total: Printed, part: Printed, holds: bool) -> None:
    assert part_holds(total, part) is holds


@pytest.mark.parametrize(
    ("share", "numerator", "denominator", "holds"),
    [
        (percent("90.3"), exact("93"), exact("103"), True),  # 90.29
        (percent("90.2"), exact("93"), exact("103"), True),  # cut off
        (percent("92.3"), exact("93"), exact("103"), False),
        (percent("98", "1"), exact("292"), exact("298"), True),  # 97.99
        (vague("27", "30"), exact("58"), exact("211"), True),  # 近三成: 27.5
        (vague("27", "30"), exact("70"), exact("211"), False),  # 33.2
        (percent("48", "1"), rounded("74400", "100"), rounded("155000", "1000"), True),
    ],
)
def test_a_share_is_the_quotient(share: Printed, numerator: Printed, denominator: Printed, holds: bool) -> None:
    assert share_holds(share, numerator, denominator, HUNDRED) is holds


def test_a_share_of_nought_cannot_be_told() -> None:
    assert share_holds(percent("100"), exact("0"), exact("0"), HUNDRED) is None


@pytest.mark.parametrize(
    ("change", "before", "after", "form", "falls", "holds"),
    [
        (percent("20"), exact("500"), exact("600"), "percent", False, True),
        (percent("25"), exact("500"), exact("600"), "percent", False, False),
        (percent("15.0"), exact("1486"), exact("1263"), "percent", True, True),  # 223 of 1486
        (percent("15.0"), exact("1486"), exact("1263"), "percent", False, False),  # a rise is stated
        (exact("78"), exact("690"), exact("612"), "difference", True, True),
        (exact("78"), exact("690"), exact("612"), "difference", False, False),
        (rounded("13", "0.1"), percent("81"), percent("94"), "difference", False, True),
        (rounded("2.0", "0.1"), exact("142"), exact("426"), "times", False, True),  # 284 more, twice 142
        (rounded("3.0", "0.1"), exact("142"), exact("426"), "times", False, False),
        (rounded("3.0", "0.1"), exact("142"), exact("426"), "multiple", False, True),
        (rounded("2", "1"), exact("40"), exact("80"), "times", False, False),  # twice as many is once more
        (rounded("2", "0.5"), rounded("10.73", "0.01"), rounded("21.46", "0.01"), "multiple", False, True),  # 翻一番
        (rounded("2", "0.5"), rounded("10.73", "0.01"), rounded("32.46", "0.01"), "multiple", False, False),
        (rounded("0.3333", "0.0001"), exact("57"), exact("38"), "fraction", True, True),  # 减少三分之一
    ],
)
def test_a_change_leads_from_one_level_to_the_other(
    change: Printed, before: Printed, after: Printed, form: Form, falls: bool, holds: bool
) -> None:
    assert change_holds(change, before, after, form, falls) is holds


@pytest.mark.parametrize("form", ["percent", "times", "multiple", "fraction"])
def test_growth_from_nought_cannot_be_told(form: Form) -> None:
    assert change_holds(percent("100"), exact("0"), exact("5"), form, False) is None


def test_rounding_of_both_levels_counts_for_a_change() -> None:
    # 6.8万 -> 8.2万: between 81.5/68.5 and 82.5/67.5, that is 19.0% to 22.2%
    before, after = rounded("68000", "1000"), rounded("82000", "1000")
    assert change_holds(percent("19.5"), before, after, "percent", False)
    assert not change_holds(percent("23.5"), before, after, "percent", False)


def test_intervals_meet_where_they_share_a_value() -> None:
    assert Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3)))
    assert not Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal("2.1"), None))
    assert Interval(None, None).meets(Interval(NOUGHT, NOUGHT))
