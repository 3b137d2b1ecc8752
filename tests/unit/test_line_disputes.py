"""Disputes: what comes before what, how long parties and courts have for a confirmation, what is on hand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bridging import numbers
from mirrors import tables
from plumbline.figures.bridges import Scopes, Settled, settle
from plumbline.figures.deadlines import in_book
from plumbline.law import Limit
from plumbline.lines import line
from plumbline.lines.disputes import limits
from plumbline.lines.disputes.figures import balance
from plumbline.lines.disputes.records import (
    Accepted,
    Agreed,
    Answered,
    Applied,
    Decided,
    Extended,
    Failed,
)
from plumbline.lines.disputes.records import (
    Settled as SettledRecord,
)
from plumbline.periods import span
from plumbline.records import Record
from plumbline.sheets.loading import checked
from registers import TODAY, said, workbook

MEDIATORS, COURT = "城关区张掖路街道人民调解委员会", "城关区人民法院"
HEADS = ("案号", "单位", "日期")


def of(kind: type[Record], on: str, case: str = "张调〔2020〕9号", **own: Any) -> Record:
    return kind(case=case, body=MEDIATORS, on=on, **own)


def accepted(on: str, case: str = "张调〔2020〕9号") -> Record:
    return of(Accepted, on, case, dispute="邻里", came_by="当事人申请", parties=2)


def at_court(kind: type[Record], on: str, **own: Any) -> Record:
    return of(kind, on, court=COURT, **own)


def told(folder: Path, limit: Limit, day: str, *records: Record) -> list[tuple[str, str, str]]:
    """Body, last day in the latest reading, state."""
    found = in_book(limit, [tables(folder, records)("disputes")], date.fromisoformat(day))
    return [(r["body"], str(r["latest"].date()), r["state"]) for r in found.sort("begins_on").to_dicts()]


def settled(folder: Path, records: Iterable[Record], scope: str = "") -> Settled:
    return settle(balance, tables(folder, list(records)), span("2020"), Scopes(scope, scope))["cases"]


def test_a_confirmation_applied_for_before_the_agreement_is_refused(tmp_path: Path) -> None:
    sheets = {
        "受理纠纷": [
            (*HEADS, "纠纷类别", "来源", "当事人数"),
            ("张调〔2020〕9号", MEDIATORS, "2020-03-02", "邻里", "排查发现", 2),
        ],
        "调解协议生效": [(*HEADS, "协议形式"), ("张调〔2020〕9号", MEDIATORS, "2020-03-06", "书面")],
        "申请司法确认": [(*HEADS, "法院"), ("张调〔2020〕9号", MEDIATORS, "2020-03-05", COURT)],
    }
    found = checked(workbook(tmp_path / "disputes.xlsx", sheets), line("disputes").kinds, TODAY)
    assert [(sheet, row) for sheet, row, *_ in said(found)] == [("申请司法确认", 2)]
    assert "2020-03-06" in said(found)[0][3]


def test_an_application_is_late_after_thirty_days_and_silence_never_is(tmp_path: Path) -> None:
    """In force on 20 April 2020, a Monday: thirty days end on Wednesday, 20 May."""
    agreed = [accepted("2020-04-01"), of(Agreed, "2020-04-20", form="书面")]
    last = [*agreed, at_court(Applied, "2020-05-20")]
    late = [*agreed, at_court(Applied, "2020-05-21")]
    assert told(tmp_path / "a", limits.applied, "2020-12-31", *last) == [(MEDIATORS, "2020-05-20", "kept")]
    assert told(tmp_path / "b", limits.applied, "2020-12-31", *late) == [(MEDIATORS, "2020-05-20", "missed")]
    assert told(tmp_path / "c", limits.applied, "2020-05-20", *agreed) == [(MEDIATORS, "2020-05-20", "due")]
    assert told(tmp_path / "d", limits.applied, "2020-05-21", *agreed) == []


def test_the_court_answers_in_three_days_or_decides_on_the_spot(tmp_path: Path) -> None:
    """Received on Friday, 17 January 2020: three days end on Monday, the 20th."""
    asked = [accepted("2020-01-06"), of(Agreed, "2020-01-15", form="书面"), at_court(Applied, "2020-01-17")]
    late = [*asked, at_court(Answered, "2020-01-21", answer="受理")]
    at_once = [*asked, at_court(Decided, "2020-01-17", outcome="确认有效")]
    assert told(tmp_path / "a", limits.accepted, "2020-12-31", *late) == [(COURT, "2020-01-20", "missed")]
    assert told(tmp_path / "b", limits.accepted, "2020-12-31", *at_once) == [(COURT, "2020-01-20", "kept")]


def confirmation(answered: str, decided: str, *between: Record) -> list[Record]:
    before = [accepted("2020-01-06"), of(Agreed, "2020-01-15", form="书面"), at_court(Applied, answered)]
    answer = at_court(Answered, answered, answer="受理")
    return [*before, answer, *between, at_court(Decided, decided, outcome="驳回申请")]


def test_a_decision_after_fifteen_days_and_within_thirty_is_late_by_one_rule_and_not_by_the_other(
    tmp_path: Path,
) -> None:
    """Accepted on 28 October 2020: fifteen days end on 12 November, thirty on the 27th; decided on the 20th."""
    records = confirmation("2020-10-28", "2020-11-20")
    assert told(tmp_path / "a", limits.decided, "2020-12-31", *records) == [(COURT, "2020-11-12", "missed")]
    assert told(tmp_path / "b", limits.decided_before_2022, "2020-12-31", *records) == [(COURT, "2020-11-27", "kept")]
    assert told(tmp_path / "c", limits.decided_since_2022, "2020-12-31", *records) == []


def test_from_2022_the_special_procedure_has_another_number(tmp_path: Path) -> None:
    """Accepted on 1 March 2022: thirty days end on the 31st."""
    records = confirmation("2022-03-01", "2022-03-31")
    assert told(tmp_path / "a", limits.decided_since_2022, "2022-12-31", *records) == [(COURT, "2022-03-31", "kept")]
    assert told(tmp_path / "b", limits.decided_before_2022, "2022-12-31", *records) == []


def test_an_extension_gives_ten_days_by_one_rule_and_as_many_as_granted_by_the_other(tmp_path: Path) -> None:
    """Accepted on 2 June 2020: fifteen and ten days end on the 27th, a holiday, so on the 28th; thirty and five on 7 July."""
    more = at_court(Extended, "2020-06-15", approver="本院院长", days=5)
    records = confirmation("2020-06-02", "2020-07-07", more)
    assert told(tmp_path / "a", limits.decided, "2020-12-31", *records) == [(COURT, "2020-06-28", "missed")]
    assert told(tmp_path / "b", limits.decided_before_2022, "2020-12-31", *records) == [(COURT, "2020-07-07", "kept")]


def test_an_extension_by_another_than_the_president_is_void(tmp_path: Path) -> None:
    """Accepted on 2 June 2020: thirty days end on 2 July."""
    more = at_court(Extended, "2020-06-15", approver="上一级法院", days=5)
    found = told(tmp_path, limits.decided_before_2022, "2020-12-31", *confirmation("2020-06-02", "2020-07-07", more))
    assert found == [(COURT, "2020-07-02", "missed")]


def test_what_was_taken_on_is_settled_not_settled_or_pending(tmp_path: Path) -> None:
    records = [
        accepted("2019-12-30", "张调〔2019〕1号"), of(SettledRecord, "2020-01-08", "张调〔2019〕1号"),
        accepted("2020-02-03", "张调〔2020〕1号"), of(Failed, "2020-02-20", "张调〔2020〕1号", went_to="诉讼"),
        accepted("2020-03-02", "张调〔2020〕2号"),
    ]  # fmt: skip
    found = settled(tmp_path, records)
    assert numbers(found) == {"carried_over": 1, "taken_on": 2, "settled": 1, "failed": 1, "pending": 1}
    assert found.closes


def test_a_result_without_a_beginning_leaves_a_rest(tmp_path: Path) -> None:
    found = settled(tmp_path, [of(SettledRecord, "2020-01-08")])
    assert numbers(found) == {"settled": 1, "rest": -1}
    assert not found.closes


def test_a_scope_of_cases_holds_no_dispute(tmp_path: Path) -> None:
    records = [accepted("2020-03-02"), of(SettledRecord, "2020-03-06")]
    assert numbers(settled(tmp_path, records, "涉黑涉恶")) == {}
