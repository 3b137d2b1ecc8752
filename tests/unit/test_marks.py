"""From claims and findings to what a face shows: every finding on a mark, the worst first, each field with its source."""

from itertools import pairwise
from pathlib import Path

import pytest

from bench.scores import load
from plumbline.checks import KINDS, Finding, check, page
from plumbline.claims import read
from plumbline.errors import Words
from plumbline.reports.marks import Mark, Page

TEXT = "2023年，检察机关受理案件113件，办结110件，在办5件。全年未发生火灾事故。"


def shown(text: str) -> Page:
    reading = read(text)
    return page("报告.txt", reading, check(reading))


def mark(text: str, piece: str) -> Mark:
    [found] = [m for m in shown(text).marks if text[m.start : m.end] == piece]
    return found


def fields(text: str, piece: str) -> dict[str, tuple[str, str]]:
    return {f.label.en: f.value for f in mark(text, piece).fields}


def test_a_page_has_the_name_and_the_text_as_given() -> None:
    made = shown(TEXT)
    assert (made.name, made.text) == ("报告.txt", TEXT)


def test_every_number_has_a_mark_and_marks_are_in_order_apart_from_each_other() -> None:
    marks = shown(TEXT).marks
    assert [TEXT[m.start : m.end] for m in marks] == ["2023年", "113件", "110件", "5件", "未发生"]
    assert all(a.end <= b.start for a, b in pairwise(marks))


@pytest.mark.parametrize(
    ("text", "piece", "status"),
    [
        (TEXT, "113件", "differs"),
        (TEXT, "110件", "claim"),
        (TEXT, "2023年", "apart"),
        (TEXT, "未发生", "claim"),
        ("受理案件113件，办结110件，在办3件。", "113件", "holds"),
        ("排查隐患12560312560件。", "12560312560件", "note"),
        ("受理申诉案件0件，办结0件，办结率100%。", "100%", "untold"),
    ],
)
def test_a_mark_has_the_status_of_its_worst_finding(text: str, piece: str, status: str) -> None:
    assert mark(text, piece).status == status


def test_findings_on_one_number_are_listed_worst_first() -> None:
    reading = read("受理案件113件。")
    start, end = reading.claims[0].start, reading.claims[0].end
    mixed = [Finding(kind, start, end, Words(kind, kind)) for kind in ("agrees", "fused", "differs", "ambiguous")]
    [made] = page("a", reading, mixed).marks
    assert [r.status for r in made.remarks] == ["differs", "note", "untold", "holds"]
    assert made.status == "differs"


def test_a_remark_has_the_name_sentence_working_and_other_numbers_of_its_finding() -> None:
    [remark] = mark(TEXT, "113件").remarks
    assert remark.name == KINDS["broken_sum"].name
    assert remark.sentence.zh == "分项合计应为115件，文中总数为113件。"
    assert remark.working[0].zh == "110件 + 5件 = 115件"
    assert [TEXT[start:end] for start, end in remark.related] == ["110件", "5件"]


def test_a_claim_shows_its_fields_in_both_languages() -> None:
    shown_fields = fields("市公安局日均出动警力4000余人。", "4000余人")
    assert shown_fields["value"].zh == "4,000"
    assert shown_fields["bounds"].zh == "4,001 – 4,999"
    assert shown_fields["approximation"] == Words("以上", "over")
    assert shown_fields["rate"] == Words("日均", "daily")
    assert shown_fields["counted"].zh == "出动警力"
    assert shown_fields["who"].zh == "市公安局"
    assert shown_fields["nature"] == Words("事实陈述", "a statement of fact")


@pytest.mark.parametrize(
    ("text", "piece", "zh", "en"),
    [
        ("审结案件逾200件。", "逾200件", "201及以上", "201 or more"),
        ("全年命案不足10件。", "不足10件", "9及以下", "9 or less"),
        ("走访10至15次。", "10至15次", "10 – 15", "10 – 15"),
    ],
)
def test_bounds_are_shown_in_words_where_one_end_is_open(text: str, piece: str, zh: str, en: str) -> None:
    assert fields(text, piece)["bounds"] == Words(zh, en)


def test_an_exact_number_shows_no_bounds() -> None:
    assert "bounds" not in fields(TEXT, "110件")


def test_a_range_shows_both_ends() -> None:
    assert fields("走访10至15次。", "10至15次")["value"].zh == "10 – 15"


def test_a_large_amount_is_shown_in_plain_digits() -> None:
    assert fields("查扣资金29.26亿元。", "29.26亿元")["value"].zh == "2,926,000,000"


def test_a_target_is_said_to_be_one() -> None:
    assert fields("力争新建派出所3个。", "3个")["nature"] == Words("目标（计划）", "a target")


def test_a_number_kept_apart_shows_only_what_it_is() -> None:
    assert fields(TEXT, "2023年") == {"kind": Words("期间", "a period")}


def test_a_field_leads_to_the_words_it_was_read_from() -> None:
    [who] = [f for f in mark(TEXT, "110件").fields if f.label.en == "who"]
    assert who.how == "inherited"
    assert who.source is not None
    assert TEXT[slice(*who.source)] == "检察机关"


def test_an_implied_field_leads_nowhere() -> None:
    assert all(f.source is None for f in mark("九成五的纠纷就地化解。", "九成五").fields if f.label.en == "unit")


def test_in_whole_reports_every_finding_lands_on_a_mark(repository: Path) -> None:
    for report in load(repository / "tests" / "reports"):
        reading = read(report.text)
        findings = check(reading)
        made = page(report.name, reading, findings)
        assert sum(len(m.remarks) for m in made.marks) == len(findings), report.name
        assert all(0 <= m.start < m.end <= len(report.text) for m in made.marks)
        assert all(a.end <= b.start for a, b in pairwise(made.marks))
