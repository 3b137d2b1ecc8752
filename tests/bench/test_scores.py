"""The scores, by small cases worked out by hand, and beside the scorer that came with the published reports."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.scores import Fields, Labelled, Tally, likeness, load, resampled, same_value, scores, share, tally, total

MADE_UP = {"type": "sum", "total": 0, "parts": [1]}
TEXT = "受理案件 113 件,办结110件;4名干警,第3次。"


def number(piece: str, value: float | None, kind: str = "quantity", **fields: object) -> Fields:
    start = TEXT.index(piece)
    return {"start": start, "end": start + len(piece), "value": value, "unit": "件", "kind": kind, **fields}


def counted(gold: list[Fields], claims: list[Fields], relations: tuple[list[Fields], list[Fields]] = ([], [])) -> Tally:
    return tally(Labelled("case", TEXT, gold, relations[0]), {"claims": claims, "relations": relations[1]})


def test_all_right() -> None:
    label = number("113 件", 113, who="法院", counted="受理案件", period="2020年")
    result = counted([label], [label])
    assert (result.gold, result.said, result.value, result.exact, result.whole, result.false) == (1, 1, 1, 1, 1, 0)


def test_blanks_at_the_ends_of_a_span_do_not_matter_others_do() -> None:
    assert counted([number("113 件", 113)], [number(" 113 件", 113)]).exact == 1
    wide = counted([number("113 件", 113)], [number("案件 113 件", 113)])
    assert (wide.value, wide.exact, wide.whole) == (1, 0, 0)


def test_wrong_value_is_neither_found_nor_false() -> None:
    result = counted([number("113 件", 113)], [number("113 件", 3)])
    assert (result.value, result.false) == (0, 0)


def test_claim_on_an_ordinal_is_false_and_on_a_rank_is_not() -> None:
    assert counted([number("第3次", 3, "ordinal")], [number("第3次", 3)]).false == 1
    assert counted([number("第3次", 3, "rank")], [number("第3次", 3)]).false == 0


def test_one_claim_answers_one_label() -> None:
    result = counted([number("110件", 110), number("110件", 110)], [number("110件", 110)])
    assert result.value == 1


def test_kinds_other_than_quantity_are_not_counted_as_said() -> None:
    assert counted([], [number("第3次", 3, "ordinal")]).said == 0


def test_each_field_counts_for_itself() -> None:
    label = number("4名", 4, unit="人", who="市 局", counted="干警人数", period="去年")
    result = counted([label], [number("4名", 4, unit="名", who="市局", counted="干警", period="今年")])
    assert (result.details, result.who, result.counted, result.period, result.whole) == (1, 1, 0, 0, 0)


def test_relations_compare_type_total_and_parts_in_any_order() -> None:
    gold = [{"type": "sum", "total": 5, "parts": [9, 12]}, {"type": "stack", "total": None, "parts": [9, 12]}]
    said = [{"type": "sum", "total": 5, "parts": [12, 9]}, {"type": "part_le", "total": 5, "parts": [9]}]
    result = counted([], [], (gold, said))
    assert (result.relations_gold, result.relations_said, result.relations_both) == (1, 2, 1)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (1, 1.0, True),
        ([3, 5], [3.0, 5.0], True),
        ([3, 5], 3, False),
        (None, None, True),
        (None, 0, False),
        (2.926e9, 2926000000, True),
        (12.8, 12.9, False),
    ],
)
def test_same_value(a: object, b: object, same: bool) -> None:
    assert same_value(a, b) is same


def test_likeness_is_character_f1() -> None:
    assert likeness("", "") == 1
    assert likeness("受理案件", "") == 0
    assert likeness("受理案件", "受理刑事案件") == pytest.approx(2 * 4 / (4 + 6))


def test_wilson_interval_of_eight_in_ten() -> None:
    result = share(8, 10)
    assert (result.value, result.hits, result.of) == (0.8, 8, 10)
    assert result.low == pytest.approx(0.4902, abs=5e-5)
    assert result.high == pytest.approx(0.9433, abs=5e-5)
    assert share(0, 0).value is None


def test_f1_and_false_rate_are_ratios_of_sums() -> None:
    tallies = [
        Tally(chars=500, gold=10, said=10, exact=8, value=9, false=1),
        Tally(chars=1500, gold=10, said=30, exact=10),
    ]
    result = scores(tallies)
    assert result["span_value"].value == pytest.approx(2 * 18 / 60)
    assert result["value"].value == pytest.approx(2 * 9 / 60)
    assert result["false"].value == pytest.approx(0.5)
    assert total(tallies).chars == 2000


def test_interval_from_equal_texts_is_a_point_and_is_the_same_each_time() -> None:
    equal = [Tally(chars=100, false=1)] * 5
    rate = resampled(equal, lambda t: t.false / t.chars)
    assert (rate.low, rate.value, rate.high) == (0.01, 0.01, 0.01)
    mixed = [Tally(chars=100, false=n) for n in range(6)]
    assert resampled(mixed, lambda t: t.false / t.chars) == resampled(mixed, lambda t: t.false / t.chars)


def test_agrees_with_the_scorer_of_the_published_reports(shared: Path, tmp_path: Path) -> None:
    """Both score the same imperfect reader: the labels themselves, shifted, dropped and altered by a rule."""
    folder = shared / "reports" / "dev"
    tallies = []
    for labelled in load(folder):
        claims = [_spoiled(i, label) for i, label in enumerate(labelled.gold) if i % 7]
        reading = {"claims": claims, "relations": [*labelled.relations[1:], MADE_UP]}
        (tmp_path / f"{labelled.name}.json").write_text(json.dumps(reading), encoding="utf-8")
        tallies.append(tally(labelled, reading))
    reader = tmp_path / "reader.py"
    reader.write_text(
        "from pathlib import Path; import sys\n"
        "print((Path(__file__).parent / (Path(sys.argv[1]).stem + '.json')).read_text(encoding='utf-8'))\n",
        encoding="utf-8",
    )
    scorer = [
        sys.executable,
        shared / "tools" / "score_claims.py",
        folder,
        "--json",
        "--cmd",
        f"{sys.executable} {reader}",
    ]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    ours = scores(tallies)
    assert (total(tallies).gold, total(tallies).said, total(tallies).chars) == (
        theirs["gold"],
        theirs["said"],
        theirs["texts_chars"],
    )
    for name, score in ours.items():
        assert score.value == pytest.approx(theirs[name], abs=1e-3), name


def _spoiled(i: int, label: Fields) -> Fields:
    """A label with something wrong in it, by its place."""
    wrong: list[Fields] = [
        {},
        {"end": label["end"] + 1},
        {"value": 7},
        {"who": "某局"},
        {"unit": "台", "counted": ""},
        {"kind": "quantity", "period": "某年"},
    ]
    return {**label, **wrong[i % len(wrong)]}
