"""Changes judged: against exact fractions, by counting out every outcome, and by seeded draws."""

from collections.abc import Callable
from fractions import Fraction
from math import comb, exp, isinf, log

import numpy as np
import pytest

from plumbline.figures.change import (
    LEVEL,
    Change,
    Days,
    dispersion,
    ends,
    mid_p,
    of_clusters,
    of_counts,
    together,
)
from plumbline.figures.change_beta import beta_below, beta_point
from plumbline.figures.change_drawn import MOST, of_amounts, seed_of

EVEN, LEAP = Days(365, 365), Days(366, 365)


def tail(first: int, trials: int, chance: Fraction) -> Fraction:
    """The chance of at least ``first`` successes, exactly."""
    return sum(
        (comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(first, trials + 1)), Fraction()
    )


@pytest.mark.parametrize("chance", [Fraction(1, 2), Fraction(366, 731), Fraction(1, 100), Fraction(9, 10)])
def test_the_beta_distribution_is_the_upper_tail_of_a_binomial(chance: Fraction) -> None:
    for trials in (1, 2, 5, 17, 40):
        for first in range(1, trials + 1):
            found = beta_below(float(chance), first, trials - first + 1)
            assert found == pytest.approx(float(tail(first, trials, chance)), rel=1e-11, abs=1e-14)


def test_the_beta_distribution_of_halves_is_that_of_the_arc_sine() -> None:
    # Beta(1/2, 1/2) has a third of its mass below sin²(30°) = 1/4, half below 1/2; Beta(1/2, 1) has √x below x.
    assert beta_below(0.25, 0.5, 0.5) == pytest.approx(1 / 3, rel=1e-12)
    assert beta_below(0.5, 0.5, 0.5) == pytest.approx(0.5, rel=1e-12)
    assert beta_below(0.09, 0.5, 1) == pytest.approx(0.3, rel=1e-12)
    assert (beta_below(0, 2, 3), beta_below(1, 2, 3)) == (0, 1)
    assert beta_point(0.3, 0.5, 1) == pytest.approx(0.09, rel=1e-12)


def test_the_beta_distribution_of_a_million_events_is_symmetrical() -> None:
    assert beta_below(0.5, 1e6, 1e6) == pytest.approx(0.5, abs=1e-9)
    assert beta_below(0.4995, 1e6, 1e6) + beta_below(0.5005, 1e6, 1e6) == pytest.approx(1, abs=1e-9)


def test_the_p_value_of_small_numbers_by_hand() -> None:
    # 5 and 0 of 5 tosses: below 0 nothing, at 0 one in 32; half of it, twice: 1/32.
    assert mid_p(0, 5, 0.5) == pytest.approx(1 / 32)
    assert mid_p(5, 0, 0.5) == pytest.approx(1 / 32)
    # 1 of 6: 1/64 below and half of 6/64: 4/64, twice: 1/8.
    assert mid_p(1, 5, 0.5) == pytest.approx(1 / 8)
    assert mid_p(3, 3, 0.5) == 1
    assert mid_p(0, 0, 0.5) == 1


def test_the_p_value_against_exact_fractions() -> None:
    chance = Fraction(366, 731)
    for total in (3, 8, 21):
        for now in range(total + 1):
            below = 1 - tail(now, total, chance) + (tail(now, total, chance) - tail(now + 1, total, chance)) / 2
            assert mid_p(now, total - now, float(chance)) == pytest.approx(float(2 * min(below, 1 - below)), rel=1e-10)


def test_a_fall_a_rise_and_what_cannot_be_told() -> None:
    assert of_counts(60, 100, EVEN).verdict == "fell"
    assert of_counts(100, 60, EVEN).verdict == "rose"
    assert of_counts(92, 100, EVEN).verdict == "unclear"
    assert of_counts(9_680, 10_000, EVEN).verdict == "fell"  # 3.2 % of ten thousand: 2.3 standard deviations
    assert of_counts(968, 1_000, EVEN).verdict == "unclear"
    assert of_counts(7, 7, EVEN).verdict == "unclear"


def test_the_interval_is_that_of_the_share() -> None:
    # Equal numbers: the ends are each other's inverse. For many the logarithm's is 1.96 x sqrt(1/100 + 1/100).
    change = of_counts(100, 100, EVEN)
    assert change.low is not None
    assert change.high is not None
    assert change.low * change.high == pytest.approx(1)
    assert change.high == pytest.approx(exp(1.96 * (0.02**0.5)), rel=0.01)


def test_the_days_of_a_leap_year_count() -> None:
    # A day more and as many a day: 36,600 in 366 days is no more than 36,500 in 365.
    same = of_counts(36_600, 36_500, LEAP)
    assert (same.way, same.verdict) == (0, "unclear")
    assert same.low is not None
    assert same.low < 1 < (same.high or 0)
    assert of_counts(182, 365, Days(182, 365)).way == 0
    assert of_counts(182, 365, Days(182, 365)).verdict == "unclear"  # half a year against a whole one
    assert of_counts(182, 365, EVEN).verdict == "fell"


def test_from_nothing_there_is_no_ratio_and_to_nothing_it_begins_at_nought() -> None:
    risen, gone = of_counts(9, 0, EVEN), of_counts(0, 9, EVEN)
    assert (risen.low, risen.high, risen.verdict) == (None, None, "rose")
    assert (gone.low, gone.verdict) == (0, "fell")
    assert (of_counts(0, 0, EVEN).verdict, of_counts(2, 0, EVEN).verdict) == ("unclear", "unclear")


def test_clusters_count_for_less_than_as_many_single_events() -> None:
    # 20 crashes of five deaths each against 30: dispersion 5, as good as 20 events against 30.
    assert dispersion(250, 1_250) == 5
    assert of_counts(100, 150, EVEN).verdict == "fell"
    assert of_clusters(100, 150, EVEN, 5).verdict == "unclear"
    assert of_clusters(100, 150, EVEN, 5).p == pytest.approx(of_counts(20, 30, EVEN).p)
    assert (dispersion(0, 0), dispersion(7, 7)) == (1, 1)


def test_parts_judged_together_are_adjusted() -> None:
    # Benjamini and Hochberg: the k-th smallest of four times 4/k, none above the next: 0.04, 0.06, 0.06, 0.9.
    found = together([Change(1, 1.1, 2.0, p) for p in (0.9, 0.03, 0.01, 0.045)])
    assert [c.p for c in found] == pytest.approx([0.9, 0.06, 0.04, 0.06])
    assert [c.verdict for c in found] == ["unclear", "unclear", "rose", "unclear"]
    assert {c.of for c in found} == {4}
    assert together([]) == []


def limits(total: int, share: float, low: int, high: int) -> tuple[int, int]:
    """The most events now that are told as a fall (-1: none), the fewest told as a rise, from those of one event less."""
    while mid_p(low + 1, total - low - 1, share) <= LEVEL and low + 1 < total * share:
        low += 1
    while high <= total and (mid_p(high, total - high, share) > LEVEL or high <= total * share):
        high += 1
    return low, high


def alarms(days: Days, most: int) -> list[float]:
    """For each expected number a period from 1 to ``most``, how often a change is told where there is none: counted out.

    Given their total, the events now are binomial; the total is Poisson. Every outcome is weighed, none is drawn.
    """
    share, totals = days.share, int(2 * most + 14 * (2 * most) ** 0.5)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, totals + 2)))])
    told, low, high = np.zeros(totals + 1), -1, 0
    for total in range(1, totals + 1):
        low, high = limits(total, share, low, high)
        now = np.concatenate([np.arange(low + 1), np.arange(high, total + 1)])
        each = logs[total] - logs[now] - logs[total - now] + now * log(share) + (total - now) * log(1 - share)
        told[total] = np.exp(each).sum()
    every = np.arange(totals + 1)
    means = [size / (1 - share) for size in range(1, most + 1)]
    return [float(np.exp(-mean + every * log(mean) - logs[: totals + 1]) @ told) for mean in means]


def require_kept(rates: list[float]) -> None:
    assert max(rates) <= 0.055
    assert min(rates[49:]) >= 0.045


@pytest.mark.parametrize(
    ("days", "most"), [(LEAP, 2_000), (EVEN, 150), (Days(31, 29), 150), (Days(335, 365), 150)], ids=str
)
def test_false_alarms_counted_out_for_each_expected_number(days: Days, most: int) -> None:
    require_kept(alarms(days, most))


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("days", [EVEN, Days(90, 365), Days(365, 31)], ids=str)
def test_false_alarms_counted_out_to_two_thousand(days: Days) -> None:
    require_kept(alarms(days, 2_000))


def test_an_interval_never_says_other_than_the_test() -> None:
    for total in (5, 6, 7, 12, 33, 80):
        for now in range(total + 1):
            change = of_counts(now, total - now, LEAP)
            assert (change.verdict == "unclear") is (change.p > LEVEL or not change.way)
            if change.low is not None and change.high is not None:
                assert (change.low <= 1 <= change.high) is (change.p > LEVEL)


Draw = Callable[[np.random.Generator, int], np.ndarray[tuple[int], np.dtype[np.float64]]]


def told(draw: Draw, size: float, times: int, seed: int) -> float:
    """How often deaths are told to have changed where they have not: crashes Poisson, deaths of each drawn."""
    chance, alarmed = np.random.default_rng(seed), 0
    for _ in range(times):
        now, before = (draw(chance, chance.poisson(size * days / 365)) for days in LEAP)
        spread = dispersion(now.sum() + before.sum(), (now**2).sum() + (before**2).sum())
        alarmed += mid_p(now.sum() / spread, before.sum() / spread, LEAP.share) <= LEVEL
    return alarmed / times


def deaths(chance: np.random.Generator, crashes: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return chance.choice([1.0] * 8 + [2.0, 3.0], crashes)


def one_bus(chance: np.random.Generator, crashes: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return chance.choice([1.0] * 19 + [12.0], crashes)


@pytest.mark.parametrize("size", [2, 10, 60])
def test_false_alarms_of_clusters_drawn(size: int) -> None:
    # Two thousand draws: 5.5 % and three standard deviations of them.
    assert told(deaths, size, 2_000, size) <= 0.055 + 3 * (0.055 * 0.945 / 2_000) ** 0.5


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("draw", [deaths, one_bus])
@pytest.mark.parametrize("size", [1, 3, 8, 20, 50, 120, 300])
def test_false_alarms_of_clusters_drawn_at_length(draw: Draw, size: int) -> None:
    assert told(draw, size, 20_000, size) <= 0.055 + 3 * (0.055 * 0.945 / 20_000) ** 0.5


LOSSES = np.array([2.0, 3, 5, 8, 9, 12, 15, 20, 31, 40]) * 100_000


def test_amounts_that_are_the_same_or_tenfold() -> None:
    same = of_amounts(LOSSES, LOSSES, EVEN, 1)
    assert (same.way, same.verdict) == (0, "unclear")
    more = of_amounts(np.tile(LOSSES, 10), LOSSES, EVEN, 1)
    assert more.verdict == "rose"
    assert more.low is not None
    assert 1 < more.low < 10 < (more.high or 0)
    assert of_amounts(LOSSES, np.tile(LOSSES, 10), EVEN, 1).verdict == "fell"


def test_one_great_loss_more_is_not_told_from_chance() -> None:
    # The sum is tripled by one record of many: its being there at all is chance.
    change = of_amounts(np.append(LOSSES, 29_000_000), LOSSES, EVEN, 1)
    assert change.verdict == "unclear"
    assert change.low is not None
    assert change.low <= 1


def test_the_same_seed_draws_the_same_and_seeds_come_from_words_alone() -> None:
    assert of_amounts(LOSSES[:6], LOSSES, LEAP, 5) == of_amounts(LOSSES[:6], LOSSES, LEAP, 5)
    assert of_amounts(LOSSES[:6], LOSSES, LEAP, 5) != of_amounts(LOSSES[:6], LOSSES, LEAP, 6)
    assert seed_of("a", 1) == seed_of("a", "1") != seed_of(1, "a")


def test_amounts_from_and_to_nothing() -> None:
    nothing = np.zeros(0)
    risen, gone = of_amounts(LOSSES, nothing, EVEN, 1), of_amounts(nothing, LOSSES, EVEN, 1)
    assert (risen.low, risen.high, risen.verdict) == (None, None, "rose")
    assert (gone.low, gone.high, gone.verdict) == (0, 0, "fell")
    assert of_amounts(nothing, nothing, EVEN, 1).verdict == "unclear"
    few = of_amounts(LOSSES[:2], LOSSES[:1], EVEN, 1)
    assert few.verdict == "unclear"
    assert few.high is not None
    assert isinf(few.high)
    assert (ends(few) or ("", ""))[1] == "∞"
    assert ends(risen) is None
    assert ends(Change(-1, 0.691, 1.217, 0.5)) == ("-30.9%", "+21.7%")


def test_very_many_amounts_are_judged_as_drawing_would() -> None:
    # Equal amounts are counts: 3,000 against 2,600 are judged alike whether drawn, normal or counted.
    ones = np.ones(MOST)
    normal = of_amounts(ones[:3_000], ones[:2_600], EVEN, 1)
    counted = of_counts(3_000, 2_600, EVEN)
    assert normal.verdict == counted.verdict == "rose"
    assert normal.low == pytest.approx(counted.low, rel=0.002)
    drawn = of_amounts(ones[:1_300], ones[:1_200], EVEN, 1)
    assert drawn.p == pytest.approx(of_counts(1_300, 1_200, EVEN).p, abs=0.02)
    assert drawn.low == pytest.approx(of_counts(1_300, 1_200, EVEN).low, rel=0.02)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("size", [1, 3, 10, 50])
def test_false_alarms_of_losses_drawn(size: int) -> None:
    chance, times = np.random.default_rng(size), 1_000
    sides = [[np.exp(chance.normal(12, 1.5, chance.poisson(size * d / 365))) for d in LEAP] for _ in range(times)]
    alarmed = sum(of_amounts(*side, LEAP, seed).verdict != "unclear" for seed, side in enumerate(sides))
    assert alarmed / times <= 0.055 + 3 * (0.055 * 0.945 / times) ** 0.5
