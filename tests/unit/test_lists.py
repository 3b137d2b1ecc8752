"""分别 lists: as many subjects as numbers, taken in order; where they do not match, nothing is paired."""

import pytest

from asking import each, relations


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("刑事、民事、行政案件分别为120件、340件、56件。", ["刑事案件", "民事案件", "行政案件"]),
        ("刑事案件、民事案件分别为120件和340件。", ["刑事案件", "民事案件"]),
        ("检察建议和司法建议分别为12份和18份。", ["检察建议", "司法建议"]),
        ("盗窃、诈骗案件立案数同比分别下降12%、9%。", ["盗窃案件立案数", "诈骗案件立案数"]),
        ("城镇、农村居民收入分别为3.2万元、1.8万元。", ["城镇居民收入", "农村居民收入"]),
    ],
)
def test_subjects_before_are_matched_in_order_and_share_their_tail(text: str, counted: list[str]) -> None:
    assert each(text, "counted") == counted


def test_subjects_of_the_clause_before_are_matched() -> None:
    assert each("刑事、治安案件持续下降，同比分别下降12%、9%。", "counted") == ["刑事案件", "治安案件"]


def test_claims_before_are_the_subjects_of_their_changes() -> None:
    text = "受理刑事案件1200起、治安案件3400起，同比分别下降12%、9%。"
    assert each(text, "counted") == ["受理刑事案件", "受理治安案件"] * 2


def test_every_member_has_the_direction_of_the_list() -> None:
    assert each("刑事、治安案件同比分别下降12%、9%。", "direction") == ["down", "down"]


def test_members_may_move_in_different_directions() -> None:
    text = "刑事、治安案件同比分别上升5%、下降3%。"
    assert each(text, "direction") == ["up", "down"]
    assert each(text, "counted") == ["刑事案件", "治安案件"]


def test_a_list_is_a_relation_of_its_members() -> None:
    assert relations("刑事、民事案件分别为120件、340件。") == [("list_align", None, ("120件", "340件"), True)]


def test_a_list_with_more_numbers_than_subjects_pairs_none_of_them() -> None:
    counted = each("刑事、民事案件分别为120件、340件、56件。", "counted")
    assert counted == ["刑事、民事案件"] * 3


def test_one_number_is_no_list() -> None:
    assert relations("各地分别查处案件120件。") == []


def test_a_list_ends_with_its_last_number() -> None:
    text = "刑事、民事案件分别为120件、340件，走访群众560人次。"
    assert each(text, "counted") == ["刑事案件", "民事案件", "走访群众"]
