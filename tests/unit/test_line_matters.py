"""Matters: who may say that one is done, when it is overdue, and the published words that its figures answer."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from mirrors import tables
from plumbline.checks.against import against
from plumbline.claims import read as read_text
from plumbline.figures.consistency import within
from plumbline.figures.reading import read
from plumbline.lines import line
from plumbline.lines.matters import figures
from plumbline.lines.matters.records import Assigned, Granted, Progressed, Reopened, Reviewed, Supported
from plumbline.periods import span
from plumbline.records import Record
from plumbline.sheets.loading import checked
from registers import TODAY, said, workbook
from tabled import book

OFFICE, LEAD, OTHER = "兰州市委督查室", "兰州市公安局", "兰州市司法局"
HEADS = ("案号", "单位", "日期")
MATTER = "兰督〔2020〕1号"


def of(kind: type[Record], on: str, **own: Any) -> Record:
    return kind(case=MATTER, body=OFFICE, on=on, **own)


def assigned(on: str = "2020-03-02", due: str = "2020-05-29") -> Record:
    return of(Assigned, on, lead=LEAD, due=due)


def reviewed(on: str, by: str = OFFICE, done_by: str = LEAD, **own: Any) -> Record:
    return of(Reviewed, on, fixed_by=done_by, verified_by=by, **own)


def reads(folder: Path, *records: Record, period: str = "2020") -> dict[str, int]:
    """Every figure of one matter that is not nought."""
    of_book = tables(folder, records)
    wanted = (
        figures.pending,
        figures.closed,
        figures.on_time,
        figures.overdue,
        figures.self_reviewed,
        figures.extended_late,
    )
    got = {f.name: read(f, of_book, span(period)).numerator for f in wanted}
    return {name: number for name, number in got.items() if number}


def test_who_did_it_does_not_say_that_it_is_done() -> None:
    with pytest.raises(ValidationError, match="own_work"):
        reviewed("2020-05-20", by=LEAD)
    with pytest.raises(ValidationError, match="own_work"):
        reviewed("2020-05-20", by=LEAD, fixed_post="岗位1", verified_post="岗位1")


def test_another_post_of_the_same_body_may(tmp_path: Path) -> None:
    review = reviewed("2020-05-20", by=LEAD, fixed_post="岗位1", verified_post="岗位2")
    assert reads(tmp_path, assigned(), review) == {"closed": 1, "on_time": 1}


def test_a_lead_that_calls_another_the_doer_does_not_close_its_matter(tmp_path: Path) -> None:
    review = reviewed("2020-05-20", by=LEAD, done_by=OTHER)
    assert reads(tmp_path, assigned(), review) == {"pending": 1, "overdue": 1, "self_reviewed": 1}


def test_nor_does_a_supporting_body(tmp_path: Path) -> None:
    supported = of(Supported, "2020-03-03", supporter=OTHER)
    found = reads(tmp_path / "a", assigned(), supported, reviewed("2020-05-20", by=OTHER))
    assert found == {"pending": 1, "overdue": 1, "self_reviewed": 1}
    assert reads(tmp_path / "b", assigned(), reviewed("2020-05-20", by=OTHER)) == {"closed": 1, "on_time": 1}


@pytest.mark.parametrize(("on", "found"), [("2020-05-29", {"closed": 1, "on_time": 1}), ("2020-05-30", {"closed": 1})])
def test_the_due_day_is_in_time_and_the_next_is_not(tmp_path: Path, on: str, found: dict[str, int]) -> None:
    assert reads(tmp_path, assigned(), reviewed(on)) == found


def test_it_is_overdue_from_the_day_after_it_was_due(tmp_path: Path) -> None:
    until = {day: reads(tmp_path / day, assigned(), period=f"2020-05-01/{day}") for day in ("2020-05-29", "2020-05-30")}
    assert until == {"2020-05-29": {"pending": 1}, "2020-05-30": {"pending": 1, "overdue": 1}}


@pytest.mark.parametrize(("granted", "late"), [("2020-05-29", {}), ("2020-05-30", {"extended_late": 1})])
def test_an_extension_moves_the_due_day_and_one_granted_after_it_is_told(
    tmp_path: Path, granted: str, late: dict[str, int]
) -> None:
    records = (assigned(), of(Granted, granted, until="2020-07-31"), reviewed("2020-07-31"))
    assert reads(tmp_path, *records) == {"closed": 1, "on_time": 1, **late}


def test_a_second_extension_is_late_by_the_first(tmp_path: Path) -> None:
    """Due on 29 May, then 30 June: granted on 15 June the second is in time, and the matter overdue on 1 August."""
    first, second = of(Granted, "2020-05-20", until="2020-06-30"), of(Granted, "2020-06-15", until="2020-07-31")
    assert reads(tmp_path, assigned(), first, second, period="2020-01-01/2020-08-01") == {"pending": 1, "overdue": 1}


def test_reopened_it_is_open_again_with_a_due_day_of_its_own(tmp_path: Path) -> None:
    records = (assigned(), reviewed("2020-05-20"), of(Reopened, "2020-09-01", due="2020-10-30"))
    assert reads(tmp_path / "a", *records, period="2020-08") == {}
    assert reads(tmp_path / "b", *records, period="2020-10-01/2020-10-30") == {"pending": 1}
    assert reads(tmp_path / "c", *records, period="2020-11") == {"pending": 1, "overdue": 1}
    assert reads(tmp_path / "d", *records, reviewed("2020-10-30"), period="2020-11") == {}


def test_a_review_that_finds_it_not_done_leaves_it_open(tmp_path: Path) -> None:
    assert reads(tmp_path, assigned(due="2021-01-29"), reviewed("2020-05-20", passed=False)) == {"pending": 1}


def test_what_is_closed_before_it_was_assigned_is_found(tmp_path: Path) -> None:
    found = within(tables(tmp_path, [assigned(), reviewed("2020-03-01")]), "matters", span("2020"))
    assert [(f.name, f.case, f.records) for f in found] == [("out_of_order", MATTER, (1, 0))]


@pytest.mark.parametrize(
    ("on", "by", "why"), [("2020-03-01", OFFICE, "2020-03-02"), ("2020-05-20", LEAD, "another body or post has to")]
)
def test_a_register_that_closes_before_assigning_or_by_the_doer_is_refused(
    tmp_path: Path, on: str, by: str, why: str
) -> None:
    sheets = {
        "批办事项": [(*HEADS, "牵头承办单位", "办结时限"), (MATTER, OFFICE, "2020-03-02", LEAD, "2020-05-29")],
        "办结核查": [(*HEADS, "承办单位", "核查单位"), (MATTER, OFFICE, on, LEAD, by)],
    }
    found = checked(workbook(tmp_path / "matters.xlsx", sheets), line("matters").kinds, TODAY)
    assert [(sheet, row) for sheet, row, *_ in said(found)] == [("办结核查", 2)]
    assert why in said(found)[0][3]


def test_progress_needs_evidence_by_its_number() -> None:
    with pytest.raises(ValidationError, match="unnumbered"):
        of(Progressed, "2020-03-02", stage="已完成", evidence="照片若干")


def test_the_published_words_find_their_figures() -> None:
    """The second paragraph's claims of Lanzhou's report on 2020, against a book of the same numbers but for one."""
    text = (
        "2020年，市委常委会、市政府常务会研究解决政法工作和政法队伍建设中的重大事项41项，并先后组织召开市委政法工作会议、"
        "全市公安工作会议和市域社会治理等11个专项工作会议。省、市领导作出专门批示3次，批办重要事项60余次。"
    )
    kept = """
        matters.decided       2020  -  cases  41
        matters.meetings      2020  -  cases  11
        matters.instructions  2020  -  cases  2
        matters.assigned      2020  -  cases  64
    """
    found = [(f.kind, text[f.start : f.end]) for f in against(read_text(text), book(kept))]
    assert found == [("agrees", "41项"), ("agrees", "11个"), ("differs", "3次"), ("within", "60余次")]
