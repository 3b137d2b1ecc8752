"""The generator of reports with known truth, tested against a reading and an arithmetic of the tests' own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genre import FORMS, KINDS, Composed, Planted, Truth, compose

SEEDS = range(200)
NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两零〇几半]")
SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


@cache
def report(seed: int, errors: int = 0) -> Composed:
    return compose(seed, errors)


def reports() -> Iterator[Composed]:
    for seed in SEEDS:
        yield report(seed)
        yield report(seed, 1 + seed % 5)


# Reading a claim's text: numbers as fractions, the words around them left out


def han(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in SIZES:
            total, digit = total + max(digit, 1) * SIZES[char], 0
        else:
            digit = DIGITS[char]
    return total + digit


def arabic(text: str) -> Fraction:
    total, rest = Fraction(0), text
    for number, size in re.findall(r"([\d.]+)([万亿]?)", rest):
        total += Fraction(number) * SIZES.get(size, 1)
    return total


def worded(text: str) -> Fraction | None:
    if match := re.search(r"百分之([^点]+)点?(.*)", text):
        tail = "".join(str(DIGITS[char]) for char in match[2])
        return Fraction(f"{han(match[1])}.{tail or 0}")
    if match := re.search(r"(.)分之(.)", text):
        return Fraction(DIGITS[match[2]], DIGITS[match[1]])
    if match := re.search(r"(.)成", text):
        return Fraction(10 * DIGITS[match[1]])
    return Fraction(2) if "翻" in text else None


def plain(text: str) -> str:
    return re.sub(r"[\s,，余多]", "", unicodedata.normalize("NFKC", text))


def read(text: str) -> Fraction:
    """The one number in a claim's text."""
    bare = plain(text)
    if (number := worded(bare)) is not None:
        return number
    if re.search(r"\d", bare):
        return arabic(bare)
    match = re.search("[零一二三四五六七八九十百千万亿两]+", bare)
    assert match, text
    return Fraction(han(match[0]))


def shown_step(claim: Truth) -> Fraction:
    """One unit of the last digit shown."""
    bare = plain(claim.text)
    if numbers := re.findall(r"\d+\.?(\d*)([万亿]?)", bare):
        places, size = numbers[-1]
        return Fraction(SIZES.get(size, 1), 10 ** len(places))
    return Fraction(1, 10 ** len(bare.partition("点")[2]) if "点" in bare else 1)


# The arithmetic of relations


def by_start(made: Composed) -> dict[int, Truth]:
    return {claim.start: claim for claim in made.truths}


def same_at_print(claim: Truth, exact: Fraction) -> bool:
    number = read(claim.text)
    if claim.approx == "near":
        return number * Fraction(9, 10) <= exact < number
    if "分之" in plain(claim.text) and claim.unit == "":
        return number == exact
    return abs(number - exact) <= shown_step(claim) / 2


def change_true(new: Truth, old: Truth, moved: Truth) -> bool:
    after, before, size = read(new.text), read(old.text), read(moved.text)
    if old.direction != "none":
        before = after - before if old.direction == "up" else after + before
    gain = after - before if moved.direction == "up" else before - after
    if moved.unit == "%":
        return same_at_print(moved, gain / before * 100)
    if moved.unit == "倍":
        return moved.direction == "up" and same_at_print(moved, gain / before)
    return gain == size


def relation_true(kind: str, total: Truth | None, parts: list[Truth]) -> bool:
    values = [read(part.text) for part in parts]
    if total is None:
        return True
    if kind == "sum":
        return read(total.text) == sum(values)
    if kind == "part_le":
        return max(values) <= read(total.text)
    if kind == "ratio":
        return same_at_print(total, values[0] / values[1] * (100 if total.unit == "%" else 1))
    return change_true(total, parts[0], parts[1])


def test_truths_stand_in_the_text() -> None:
    for made in reports():
        for claim in made.truths:
            assert made.text[claim.start : claim.end] == claim.text == claim.text.strip()
        spans = sorted([(claim.start, claim.end) for claim in made.truths] + list(made.apart))
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert [claim.start for claim in made.truths] == sorted(claim.start for claim in made.truths)


def test_every_numeral_is_a_claim_or_set_apart() -> None:
    for made in reports():
        told = bytearray(len(made.text))
        for start, end in [*((claim.start, claim.end) for claim in made.truths), *made.apart]:
            told[start:end] = b"\1" * (end - start)
        left = [match for match in NUMERAL.finditer(made.text) if not told[match.start()]]
        assert not left, [made.text[match.start() - 6 : match.end() + 6] for match in left]


def test_no_number_runs_into_another() -> None:
    for made in reports():
        for claim in made.truths:
            before, after = made.text[claim.start - 1], made.text[claim.end : claim.end + 1]
            assert not NUMERAL.match(before), made.text[claim.start - 6 : claim.end]
            assert not re.match(r"[0-9０-９%％.．]{2}", claim.text[-1] + after), made.text[claim.start : claim.end + 6]


def test_values_are_what_the_text_says() -> None:
    for made in reports():
        for claim in made.truths:
            if isinstance(claim.value, tuple):
                numbers = re.findall(r"\d+", plain(claim.text))
                assert [Decimal(number) for number in numbers] == list(claim.value)
            elif "分之" in claim.text and claim.unit == "":
                assert abs(Fraction(claim.value) - read(claim.text)) <= Fraction(1, 20_000)
            else:
                assert Fraction(claim.value) == read(claim.text), claim


def test_labels_are_of_the_guide() -> None:
    for made in reports():
        for claim in made.truths:
            assert claim.approx in {"exact", "over", "near", "about", "under", "range"}
            assert claim.rate in {"none", "daily", "monthly", "per_capita", "share", "yoy", "change", "multiple"}
            assert claim.direction in {"none", "up", "down"}
            assert claim.unit not in {"名", "位", "万元", "亿元", "％"}
            assert (claim.approx == "range") == isinstance(claim.value, tuple)


def test_sound_reports_are_sound() -> None:
    for seed in SEEDS:
        made = report(seed)
        assert made.planted == ()
        assert all(holds for *_, holds in made.relations)
        assert all(holds for *_, holds in made.repeats)


def test_relations_are_as_told() -> None:
    for made in reports():
        claims = by_start(made)
        for kind, total, parts, holds in made.relations:
            whole = None if total is None else claims[total]
            found = relation_true(kind, whole, [claims[start] for start in parts])
            assert found is holds, (kind, whole, [claims[start] for start in parts])


def test_repeats_are_as_told() -> None:
    for made in reports():
        claims = by_start(made)
        for first, second, holds in made.repeats:
            one, two = read(claims[first].text), read(claims[second].text)
            loose = claims[second].approx == "over"
            assert (two < one < two * Fraction(11, 10) if loose else one == two) is holds


def test_no_thing_is_claimed_in_two_ways() -> None:
    """A sound report says no sentence twice but for its repeats: openings before a number differ."""
    for seed in SEEDS:
        made = report(seed)
        known = {start for first, second, _ in made.repeats for start in (first, second)}
        lines = Counter(
            made.text[max(0, claim.start - 14) : claim.start] for claim in made.truths if claim.start not in known
        )
        twice = [line for line, times in lines.items() if times > 1 and re.fullmatch(r"[一-鿿]+", line)]
        assert not twice


# Planted errors


def gap(error: Planted, made: Composed) -> list[Truth]:
    claims = by_start(made)
    return [claims[start] for start, _ in error.spans]


def relation_of(error: Planted, made: Composed) -> tuple[str, list[Truth], Truth | None]:
    claims, starts = by_start(made), {start for start, _ in error.spans}
    for kind, total, parts, holds in made.relations:
        if not holds and starts <= {*parts, total}:
            return kind, [claims[start] for start in parts], None if total is None else claims[total]
    raise AssertionError(error)


def really_broken_sum(error: Planted, made: Composed) -> bool:
    kind, parts, total = relation_of(error, made)
    assert kind == "sum"
    assert total is not None
    off = abs(read(total.text) - sum(read(part.text) for part in parts))
    slack = sum(shown_step(claim) for claim in [total, *parts]) / 2
    return off >= 2 and off > slack


def really_exceeding(error: Planted, made: Composed) -> bool:
    kind, _, total = relation_of(error, made)
    assert kind == "part_le"
    assert total is not None
    part = next(claim for claim in gap(error, made) if claim is not total)
    return read(part.text) > read(total.text) * Fraction(13 if total.approx != "exact" else 10, 10)


def really_differing(error: Planted, made: Composed) -> bool:
    kind, parts, total = relation_of(error, made)
    assert total is not None
    stated = total if kind == "ratio" else parts[1]
    if kind == "ratio":
        exact = read(parts[0].text) / read(parts[1].text) * (100 if stated.unit == "%" else 1)
        return abs(exact - read(stated.text)) > Fraction(1 if stated.unit == "%" else Fraction(1, 5))
    tops = {"up": "down", "down": "up"}
    turned = Truth(**{**vars(stated), "direction": tops[stated.direction]})
    return not change_true(total, parts[0], stated) and (
        far_off(total, parts[0], stated) or change_true(total, parts[0], turned)
    )


def far_off(new: Truth, old: Truth, moved: Truth) -> bool:
    after, before = read(new.text), read(old.text)
    if old.direction != "none":
        before = after - before if old.direction == "up" else after + before
    exact = abs(after - before) / before * (100 if moved.unit == "%" else 1)
    return abs(exact - read(moved.text)) > Fraction(1 if moved.unit == "%" else Fraction(1, 5))


def really_restated(error: Planted, made: Composed) -> bool:
    one, two = (read(claim.text) for claim in gap(error, made))
    return abs(one - two) > Fraction(2, 100) * max(one, two) and one != two


def really_points(error: Planted, made: Composed) -> bool:
    rates, moved = gap(error, made)[:-1], gap(error, made)[-1]
    assert moved.unit == "%"
    assert error.sound.endswith("个百分点")
    assert all(rate.unit == "%" for rate in rates)
    size = read(moved.text) * (1 if moved.direction == "up" else -1)
    values = [read(rate.text) for rate in rates]
    before = (max(values) if size > 0 else min(values)) - size
    assert before > 0
    return abs(abs(size) / before * 100 - abs(size)) > Fraction(3, 20)


def really_impossible(error: Planted, made: Composed) -> bool:
    claim = by_start(made)[error.altered[0]]
    return claim.unit == "倍" and claim.direction == "down" and read(claim.text) > 1


CHECKS = {
    "broken_sum": really_broken_sum,
    "part_exceeds": really_exceeding,
    "differs": really_differing,
    "restated": really_restated,
    "points": really_points,
    "impossible": really_impossible,
}


def test_planted_errors_are_errors() -> None:
    assert set(CHECKS) == set(KINDS)
    for made in reports():
        for error in made.planted:
            assert CHECKS[error.kind](error, made), (error, [claim.text for claim in gap(error, made)])


def test_planted_errors_point_at_claims() -> None:
    for made in reports():
        spans = {(claim.start, claim.end) for claim in made.truths}
        for error in made.planted:
            assert error.altered in error.spans
            assert set(error.spans) <= spans
            assert error.sound


def test_nothing_is_broken_but_what_was_planted() -> None:
    for made in reports():
        wrong = [{*parts, total} for _, total, parts, holds in made.relations if not holds]
        wrong += [{first, second} for first, second, holds in made.repeats if not holds]
        told = [{start for start, _ in error.spans} for error in made.planted]
        assert all(any(spans <= broken for spans in told) for broken in wrong)
        assert len(wrong) <= len(told)


@pytest.mark.parametrize("errors", [0, 1, 3, 6, 8])
def test_as_many_errors_as_asked_for(errors: int) -> None:
    for seed in range(30):
        assert len(report(seed, errors).planted) == errors


def test_errors_do_not_share_a_number() -> None:
    for seed in range(60):
        spans = [span for error in report(seed, 6).planted for span in error.spans]
        assert len(spans) == len(set(spans))


# Size and variety


def test_reports_are_of_the_length_of_their_kind() -> None:
    for seed in SEEDS:
        made = report(seed)
        assert 800 <= len(made.text) <= 2500
        assert 15 <= len(made.forms) <= 30


def test_all_forms_occur() -> None:
    seen = {name for seed in SEEDS for name in report(seed).forms}
    assert seen == set(FORMS)
    assert len(FORMS) >= 40


def test_all_kinds_occur() -> None:
    assert {error.kind for made in reports() for error in made.planted} == set(KINDS)


def test_typing_habits_vary() -> None:
    texts = [report(seed).text for seed in SEEDS]
    for habit in (
        r"[０-９]",
        r"％",
        r"\d [一-鿿]",
        r"[一-鿿] \d",
        r"件,",
        r"\d万",
        r"\d亿",
        r"百分之",
        r"余",
        r"约|左右",
    ):
        assert any(re.search(habit, text) for text in texts), habit


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=4))
def test_same_seed_same_report(seed: int, errors: int) -> None:
    assert compose(seed, errors) == compose(seed, errors)


def test_other_seeds_other_reports() -> None:
    assert len({report(seed).text for seed in SEEDS}) == len(SEEDS)
