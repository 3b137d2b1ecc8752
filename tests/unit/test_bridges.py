"""Bridges: every difference is accounted for by the cause that its records show, and by no other."""

from pathlib import Path

import pytest

from bridging import numbers, record, settled
from plumbline.figures.bridges import Scopes, Unexplained, bridge
from plumbline.lines import bridges
from plumbline.records import Record

COURT = "城关区人民法院"


def docketed(case: str, on: str = "2020-03-02", persons: int = 1, **own: object) -> Record:
    return record("trials.Docketed", case, on, persons=persons, **own)


def concluded(case: str, on: str = "2020-06-01", persons: int = 1, **own: object) -> Record:
    return record("trials.Concluded", case, on, persons=persons, **own)


def prosecuted(case: str, on: str = "2020-02-28", persons: int = 1, **own: object) -> Record:
    return record("prosecutions.Decided", case, on, persons=persons, **own)


def linked(case: str, to_case: str, on: str = "2020-02-28", **own: object) -> Record:
    return record("links.Linked", case, on, to_case=to_case, **own)


def within(case: str, to_case: str, how: str, persons: int | None = None) -> Record:
    """A link between two files of the court."""
    own = {"how": how, "from_line": "trials", "to_line": "trials", "body": COURT, "persons": persons}
    return record("links.Linked", case, "2020-04-01", to_case=to_case, **own)


def test_every_bridge_is_declared_in_both_languages() -> None:
    found = {b.id: b for b in bridges()}
    assert set(found) == {
        "disputes.balance", "investigations.balance", "prosecutions.balance", "prosecutions.dispositions", "trials.balance",
        "links.transferred_received", "links.concluded_docketed", "links.prosecuted_docketed",
        "links.umbrellas_sent_received", "links.referred_filed",
    }  # fmt: skip
    for b in found.values():
        assert all((b.zh, b.en, b.definition.zh.endswith("。"), b.definition.en.endswith(".")))


def test_a_bridge_without_a_definition_in_both_languages_is_refused() -> None:
    def rows(trials: object, period: object, scopes: object) -> None:
        """只有一行。"""

    with pytest.raises(ValueError, match="rows"):
        bridge(zh="桥", en="bridge", left=("taken_on",), right=("pending",))(rows)


def test_what_is_neither_concluded_nor_pending_is_unexplained_with_its_records(tmp_path: Path) -> None:
    found = settled(tmp_path, "trials.balance", [docketed("甲", persons=5), concluded("甲", persons=4)])
    assert numbers(found["cases"]) == {"taken_on": 1, "concluded": 1}
    assert numbers(found["persons"]) == {"taken_on": 5, "concluded": 4, "rest": 1}
    assert found["persons"].unexplained == (Unexplained(COURT, "甲", 1, (0, 1)),)
    assert not found["persons"].closes


def test_two_unexplained_cases_that_cancel_out_do_not_close_a_bridge(tmp_path: Path) -> None:
    records = [
        docketed("甲", persons=5),
        concluded("甲", persons=4),
        docketed("乙", persons=2),
        concluded("乙", persons=3),
    ]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert found.difference == found.rest == 0
    assert [(u.case, u.number) for u in found.unexplained] == [("乙", -1), ("甲", 1)]
    assert not found.closes


def test_a_conclusion_without_a_docket_is_unexplained(tmp_path: Path) -> None:
    found = settled(tmp_path, "trials.balance", [concluded("甲")])
    assert numbers(found["cases"]) == {"concluded": 1, "rest": -1}


def test_a_correction_closes_what_was_open(tmp_path: Path) -> None:
    records = [docketed("甲", persons=5), concluded("甲", persons=4), concluded("甲", persons=5)]
    found = settled(tmp_path, "trials.balance", records, supersedes={2: 1})
    assert numbers(found["persons"]) == {"taken_on": 5, "concluded": 5}


def test_persons_split_off_are_accounted_for_by_the_link(tmp_path: Path) -> None:
    records = [
        docketed("甲", persons=5),
        within("甲", "乙", "分案"),
        docketed("乙", persons=2),
        concluded("甲", persons=3),
    ]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert numbers(found) == {"taken_on": 7, "concluded": 3, "pending": 2, "split_off": 2}
    assert [p.records for p in found.causes] == [(1,)]


def test_a_link_accounts_for_no_more_persons_than_it_says(tmp_path: Path) -> None:
    records = [docketed("甲", persons=5), within("甲", "乙", "另案", persons=1), concluded("甲", persons=3)]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert numbers(found) == {"taken_on": 5, "concluded": 3, "severed": 1, "rest": 1}


def test_files_joined_inside_a_court_weigh_out(tmp_path: Path) -> None:
    records = [
        docketed("甲", persons=3), docketed("乙", persons=2), within("乙", "甲", "并案"),
        concluded("乙", "2020-04-01", persons=0, outcome="并入他案"), concluded("甲", persons=5),
    ]  # fmt: skip
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert numbers(found) == {"taken_on": 5, "concluded": 5, "joined_away": 2, "joined_here": -2}
    assert found.closes


def test_a_link_on_the_wrong_side_accounts_for_nothing(tmp_path: Path) -> None:
    records = [docketed("甲", persons=5), within("乙", "甲", "并案"), concluded("甲", persons=3)]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert numbers(found) == {"taken_on": 5, "concluded": 3, "rest": 2}


def test_a_case_taken_on_twice_and_concluded_once_was_taken_on_again(tmp_path: Path) -> None:
    records = [docketed("甲", "2020-03-02", 2), docketed("甲", "2020-05-06", 2), concluded("甲", persons=2)]
    found = settled(tmp_path, "trials.balance", records)
    assert numbers(found["cases"]) == {"taken_on": 2, "concluded": 1, "again": 1}
    assert numbers(found["persons"]) == {"taken_on": 4, "concluded": 2, "again": 2}


def test_a_case_concluded_in_two_parts_was_concluded_again(tmp_path: Path) -> None:
    records = [docketed("甲", persons=3), concluded("甲", "2020-05-06", 1), concluded("甲", "2020-06-01", 2)]
    found = settled(tmp_path, "trials.balance", records)
    assert numbers(found["cases"]) == {"taken_on": 1, "concluded": 2, "concluded_again": -1}
    assert numbers(found["persons"]) == {"taken_on": 3, "concluded": 3}


def test_a_case_whose_tags_changed_is_told_apart(tmp_path: Path) -> None:
    records = [docketed("甲", persons=3, scope="涉恶"), concluded("甲", persons=3)]
    found = settled(tmp_path, "trials.balance", records, scopes=Scopes("涉恶", "涉恶"))
    assert numbers(found["cases"]) == {"taken_on": 1, "retagged": 1}
    assert numbers(found["persons"]) == {"taken_on": 3, "retagged": 3}
    assert numbers(settled(tmp_path / "all", "trials.balance", records)["cases"]) == {"taken_on": 1, "concluded": 1}


def test_what_is_pending_at_an_end_is_carried_over_at_the_next_beginning(tmp_path: Path) -> None:
    records = [docketed("甲", "2019-11-04", 2), docketed("乙", "2019-12-31", 3), concluded("乙", "2020-01-01", 3)]
    before = settled(tmp_path / "a", "trials.balance", records, "2019")
    after = settled(tmp_path / "b", "trials.balance", records, "2020")
    for weight, number in (("cases", 2), ("persons", 5)):
        assert numbers(before[weight])["pending"] == numbers(after[weight])["carried_over"] == number


def test_persons_decided_on_before_and_while_the_rest_is_pending(tmp_path: Path) -> None:
    records = [
        record("prosecutions.Received", "甲", "2019-12-02", persons=3),
        prosecuted("甲", "2019-12-30", 1),
        prosecuted("甲", "2020-01-06", 2),
        record("prosecutions.Concluded", "甲", "2020-01-06", persons=3),
        record("prosecutions.Received", "乙", "2020-11-02", persons=4),
        prosecuted("乙", "2020-12-01", 1),
    ]
    found = settled(tmp_path, "prosecutions.dispositions", records)["persons"]
    assert numbers(found) == {
        "carried_over": 3, "taken_on": 4, "prosecuted": 3, "pending": 4, "decided_before": 1, "decided_in_part": -1,
    }  # fmt: skip


def chained(tmp_path: Path, *records: Record, scopes: Scopes = Scopes()) -> dict[str, dict[str, int]]:  # noqa: B008
    found = settled(tmp_path, "links.prosecuted_docketed", records, scopes=scopes)
    return {weight: numbers(s) for weight, s in found.items()}


def test_a_file_that_became_a_file_needs_no_cause(tmp_path: Path) -> None:
    found = chained(tmp_path, prosecuted("检1", persons=2), linked("检1", "法1"), docketed("法1", persons=2))
    assert found == {"cases": {"prosecuted": 1, "docketed": 1}, "persons": {"prosecuted": 2, "docketed": 2}}


def test_a_file_without_a_link_is_unexplained_on_both_sides(tmp_path: Path) -> None:
    records = [prosecuted("检1", persons=2), docketed("法1", persons=2)]
    found = settled(tmp_path, "links.prosecuted_docketed", records)["cases"]
    assert found.difference == found.rest == 0
    assert [(u.case, u.number, u.records) for u in found.unexplained] == [("检1", 1, (0,)), ("法1", -1, (1,))]


def test_what_is_docketed_after_the_period_is_in_transit(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1", "2020-12-30", 2), linked("检1", "法1"), docketed("法1", "2021-01-04", 2)
    )
    assert found["cases"] == {"prosecuted": 1, "transit": 1}
    assert found["persons"] == {"prosecuted": 2, "transit": 2}


def test_what_was_sent_before_the_period_and_docketed_in_it(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1", "2019-12-30", 2), linked("检1", "法1"), docketed("法1", "2020-01-03", 2)
    )
    assert found["cases"] == {"docketed": 1, "sent_before": -1}
    assert found["persons"] == {"docketed": 2, "sent_before": -2}


def test_a_split_weighs_cases_and_not_persons(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1", persons=5), linked("检1", "法1", how="分案"), linked("检1", "法2", how="分案"),
        docketed("法1", persons=3), docketed("法2", persons=2),
    )  # fmt: skip
    assert found["cases"] == {"prosecuted": 1, "docketed": 2, "split": -1}
    assert found["persons"] == {"prosecuted": 5, "docketed": 5}


def test_half_of_a_split_may_be_in_transit(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1", persons=5), linked("检1", "法1", how="分案"), linked("检1", "法2", how="分案"),
        docketed("法1", persons=3),
    )  # fmt: skip
    assert found["cases"] == {"prosecuted": 1, "docketed": 1}
    assert found["persons"] == {"prosecuted": 5, "docketed": 3, "transit": 2}


def test_files_joined_weigh_cases_and_their_persons_weigh_out(tmp_path: Path) -> None:
    records = [
        prosecuted("检1", persons=1), prosecuted("检2", persons=3), linked("检1", "法1", how="并案"),
        linked("检2", "法1", how="并案"), docketed("法1", persons=4),
    ]  # fmt: skip
    found = settled(tmp_path, "links.prosecuted_docketed", records)
    assert numbers(found["cases"]) == {"prosecuted": 2, "docketed": 1, "joined": 1}
    assert numbers(found["persons"]) == {"prosecuted": 4, "docketed": 4}
    assert found["cases"].causes[0].records == (3,)
    assert all(s.closes for s in found.values())


def test_each_side_is_read_in_its_own_scope(tmp_path: Path) -> None:
    found = chained(
        tmp_path,
        prosecuted("检1", persons=2, scope="涉恶"), linked("检1", "法1"), docketed("法1", persons=2, scope="涉恶"),
        prosecuted("检2", persons=6), linked("检2", "法2"), docketed("法2", persons=6, scope="涉霸"),
        prosecuted("检3", persons=4, scope="涉黑"), linked("检3", "法3"), docketed("法3", persons=4),
        scopes=Scopes("涉黑涉恶", "涉黑涉恶涉霸涉伞"),
    )  # fmt: skip
    assert found["cases"] == {"prosecuted": 2, "docketed": 2, "scope_there": 1, "scope_here": -1}
    assert found["persons"] == {"prosecuted": 6, "docketed": 8, "scope_there": 4, "scope_here": -6}


def test_a_file_moved_by_jurisdiction_is_elsewhere(tmp_path: Path) -> None:
    away = {"how": "改变管辖", "to_line": "prosecutions", "to_body": "白银市人民检察院"}
    found = chained(tmp_path, prosecuted("检1", persons=4), linked("检1", "白1", **away))
    assert found == {"cases": {"prosecuted": 1, "moved": 1}, "persons": {"prosecuted": 4, "moved": 4}}


def test_persons_added_and_severed_are_as_many_as_the_links_say(tmp_path: Path) -> None:
    found = chained(
        tmp_path,
        prosecuted("检1", persons=2), linked("检1", "法1"), linked("检1", "法1", how="追加", persons=1),
        docketed("法1", persons=3),
        prosecuted("检2", persons=5), linked("检2", "法2"), linked("检2", "法9", how="另案", persons=2),
        docketed("法2", persons=2),
    )  # fmt: skip
    assert found["persons"] == {"prosecuted": 7, "docketed": 5, "added": -1, "severed": 2, "rest": 1}


def test_persons_severed_whose_own_case_is_docketed_are_found_there(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检2", persons=5), linked("检2", "法2"), linked("检2", "法9", how="另案", persons=2),
        docketed("法2", persons=2), docketed("法9", persons=2),
    )  # fmt: skip
    assert found["cases"] == {"prosecuted": 1, "docketed": 2, "split": -1}
    assert found["persons"] == {"prosecuted": 5, "docketed": 4, "rest": 1}


def test_a_second_instance_is_no_answer_to_a_prosecution(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1"), linked("检1", "法1"), docketed("法1"), docketed("终1", instance="二审")
    )
    assert found["cases"] == {"prosecuted": 1, "docketed": 1}


def test_a_case_prosecuted_and_docketed_again_meets_itself(tmp_path: Path) -> None:
    found = chained(
        tmp_path, prosecuted("检1"), linked("检1", "法1"), docketed("法1"), concluded("法1", outcome="准许撤诉"),
        prosecuted("检1", "2020-07-31"), docketed("法1", "2020-08-03"),
    )  # fmt: skip
    assert found["cases"] == {"prosecuted": 2, "docketed": 2}


def test_a_case_docketed_again_without_being_sent_again(tmp_path: Path) -> None:
    found = chained(tmp_path, prosecuted("检1"), linked("检1", "法1"), docketed("法1"), docketed("法1", "2020-08-03"))
    assert found["cases"] == {"prosecuted": 1, "docketed": 2, "again": -1}
    assert found["persons"] == {"prosecuted": 1, "docketed": 2, "again": -1}


def test_who_was_not_prosecuted_is_no_gap_between_reviews_and_trials(tmp_path: Path) -> None:
    records = [
        prosecuted("检1", "2019-12-31", 1, outcome="酌定不起诉"), prosecuted("检1", "2020-01-02", 2),
        record("prosecutions.Concluded", "检1", "2020-01-02", persons=3), linked("检1", "法1", "2020-01-02"),
        docketed("法1", "2020-01-06", 2),
        prosecuted("检2", persons=1, outcome="存疑不起诉"), record("prosecutions.Concluded", "检2", "2020-02-28"),
    ]  # fmt: skip
    found = settled(tmp_path, "links.concluded_docketed", records)
    assert numbers(found["cases"]) == {"reviewed": 2, "docketed": 1, "not_prosecuted": 1}
    assert numbers(found["persons"]) == {"reviewed": 4, "docketed": 2, "not_prosecuted": 2}


def test_persons_by_token_are_counted_once_a_case(tmp_path: Path) -> None:
    records = [record("trials.Docketed", "甲", "2020-03-02", person=n) for n in (1, 2, 2)]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert numbers(found) == {"taken_on": 2, "pending": 2}


def test_a_bridge_can_be_read_for_one_body(tmp_path: Path) -> None:
    other = "七里河区人民法院"
    records = [docketed("甲"), docketed("甲", body=other), concluded("甲", persons=2, body=other)]
    found = settled(tmp_path, "trials.balance", records)["persons"]
    assert [(u.body, u.number) for u in found.unexplained] == [(other, -1)]


def test_a_file_that_a_third_line_sent_came_from_others(tmp_path: Path) -> None:
    received = record("prosecutions.Received", "检1", "2020-03-02", persons=2)
    handed = {"body": "兰州市监察委员会", "from_line": "integrity", "to_line": "prosecutions", "to_body": received.body}
    records = [received, linked("监1", "检1", **handed), record("prosecutions.Received", "检2", "2020-03-02")]
    found = settled(tmp_path, "links.transferred_received", records)
    assert numbers(found["cases"]) == {"received": 2, "others": -1, "rest": -1}
    assert numbers(found["persons"]) == {"received": 3, "others": -2, "rest": -1}
    assert [p.records for p in found["cases"].causes] == [(1,)]
