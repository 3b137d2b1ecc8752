"""A sheet at the desk: the template, rows that are wrong in their place, the marked file back, one batch, its sample."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from plumbline.sheets.loading import checked
from plumbline.sheets.reading import read
from plumbline.web.book import Book
from plumbline.web.book.sessions import asked, reading, size

Client = Callable[[str], Any]
COURT = "城关区人民法院"
IMPORT = "/desk/import/trials/"
HEADS = ["案号", "单位", "日期", "罪名", "人数", "审级"]


def text(answer: Any) -> str:
    return str(answer.content.decode())


def workbook(rows: list[list[Any]], heads: list[str] = HEADS) -> io.BytesIO:
    """Return a workbook of dockets."""
    into = io.BytesIO()
    with xlsxwriter.Workbook(into) as book:
        page = book.add_worksheet("收案")
        for number, row in enumerate([heads, *rows]):
            page.write_row(number, 0, row)
    return named(into.getvalue(), "收案.xlsx")


def named(data: bytes, name: str) -> io.BytesIO:
    """Return bytes as a file of a name."""
    file = io.BytesIO(data)
    file.name = name
    return file


def rows_of(first: int, many: int, **other: Any) -> list[list[Any]]:
    """Return rows of dockets numbered from ``first``."""
    said = {"单位": COURT, "日期": "2021-03-01", "罪名": "盗窃罪", "人数": 1, "审级": "一审公诉"} | other
    return [[f"（2021）甘0102刑初{first + i}号", *said.values()] for i in range(many)]


def sent(clerk: Any, file: io.BytesIO) -> Any:
    return clerk.post(IMPORT, {"sheet": file})


def in_book(book: Book, first: int, many: int) -> pl.DataFrame:
    """Return the entries of dockets numbered from ``first``."""
    cases = ", ".join(f"'（2021）甘0102刑初{first + i}号'" for i in range(many))
    with reading(book) as cursor:
        return asked(cursor, f'SELECT "case", entered_by, approved_by FROM book_entry WHERE "case" IN ({cases})')


def imported(clerk: Any, rows: list[list[Any]]) -> int:
    """Have rows taken in and submitted; return the draft."""
    answer = sent(clerk, workbook(rows))
    assert answer.status_code == 302, text(answer)
    pk = int(answer.headers["Location"].split("/")[-2])
    assert clerk.post(f"/desk/draft/{pk}/submit").status_code == 302
    return pk


def decided(checker: Any, pk: int, act: str = "approve", reason: str = "") -> Any:
    found = re.search(r'name="version" value="(\d+)"', text(checker.get(f"/approvals/{pk}/")))
    return checker.post(f"/approvals/{pk}/decide", {"act": act, "reason": reason, "version": found[1] if found else 0})


def test_the_template_s_own_heads_are_taken(client_of: Client, console: Book, tmp_path: Path) -> None:
    clerk = client_of("clerk")
    answer = clerk.get(IMPORT + "template.xlsx")
    assert "attachment" in answer.headers["Content-Disposition"]
    path = tmp_path / "trials.xlsx"
    path.write_bytes(answer.content)
    heads = {head.split(" ")[0]: head for sheet in read(path) if sheet.name == "收案" for head in sheet.heads}
    assert {*HEADS} <= {*heads}
    answer = sent(clerk, workbook(rows_of(9001, 1), [heads[head] for head in HEADS]))
    assert answer.status_code == 302
    page = text(clerk.get(answer.headers["Location"]))
    assert "（2021）甘0102刑初9001号" in page
    assert "盗窃罪" in page
    assert "1 行" in page


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "应为整数"), ("en", "whole number")])
def test_wrong_rows_are_named_in_place_and_nothing_is_taken(
    client_of: Client, tmp_path: Path, language: str, words: str
) -> None:
    from datetime import date

    from plumbline.lines import line
    from plumbline.web.desk.models import Batch

    before, clerk = Batch.objects.count(), client_of("clerk")
    clerk.cookies["django_language"] = language
    rows = rows_of(9101, 3)
    rows[1][4] = "两个"
    answer = sent(clerk, workbook(rows))
    page = text(answer)
    assert answer.status_code == 422
    assert re.search(r"<td[^>]*>收案</td>\s*<td class=\"number\"[^>]*>3</td>\s*<td[^>]*>人数</td>", page)
    found = re.search(r'href="(/desk/marked/[0-9a-f]+\.xlsx)"', page)
    assert found
    back = clerk.get(found[1])
    comments = zipfile.ZipFile(io.BytesIO(back.content)).read("xl/comments1.xml").decode()
    assert re.findall(r'<comment ref="(\w+)"', comments) == ["E3"]
    assert words in comments
    assert Batch.objects.count() == before
    assert client_of("officer").get(found[1]).status_code == 404
    path = tmp_path / "marked.xlsx"
    path.write_bytes(back.content)
    assert len(checked(path, line("trials").kinds, date.today()).refused) == 1


def test_another_body_s_rows_are_refused_in_place(client_of: Client, console: Book) -> None:
    rows = rows_of(9201, 1) + rows_of(9202, 1, 单位="七里河区人民法院")
    page = text(sent(client_of("clerk"), workbook(rows)))
    assert re.search(
        r'<td class="number"[^>]*>3</td>\s*<td[^>]*>单位</td>\s*<td[^>]*>是“七里河区人民法院”的记录</td>', page
    )


def test_a_file_that_is_no_workbook_is_refused_by_its_own_name(client_of: Client) -> None:
    page = text(sent(client_of("clerk"), named(b"PK\x03\x04" + b"\x00" * 200, "坏的.xlsx")))
    assert "坏的.xlsx" in page
    assert "文件已损坏" in page
    assert "plumbline-sheet" not in page
    assert "请选一个文件" in text(client_of("clerk").post(IMPORT, {}))


def test_a_batch_is_approved_only_after_its_sample(client_of: Client, console: Book) -> None:
    from plumbline.web.desk.models import Draft, Sampled

    pk = imported(client_of("clerk"), rows_of(9301, 30))
    checker = client_of("checker")
    page = text(checker.get(f"/approvals/{pk}/"))
    drawn = sorted(set(re.findall(rf"/approvals/{pk}/rows/(\d+)/", page)))
    assert len(drawn) == 5
    assert 'value="approve"' not in page
    assert decided(checker, pk).status_code == 422
    assert sorted(set(re.findall(rf"/approvals/{pk}/rows/(\d+)/", text(checker.get(f"/approvals/{pk}/"))))) == drawn
    strange = next(i for i in range(30) if str(i) not in drawn)
    assert checker.post(f"/approvals/{pk}/rows/{strange}/").status_code == 409
    for number in drawn:
        assert f"（2021）甘0102刑初{9301 + int(number)}号" in text(checker.get(f"/approvals/{pk}/rows/{number}/"))
        assert len(in_book(console, 9301, 30)) == 0
        assert decided(checker, pk).status_code == 422
        assert checker.post(f"/approvals/{pk}/rows/{number}/").status_code == 302
    assert Sampled.objects.filter(draft=pk, confirmed_at=None).count() == 0
    assert decided(checker, pk).status_code == 302
    rows = in_book(console, 9301, 30)
    assert (len(rows), rows["case"].n_unique()) == (30, 30)
    assert rows.unique(["entered_by", "approved_by"]).select("entered_by", "approved_by").rows() == [
        ("clerk", "checker")
    ]
    done = Draft.objects.select_related("batch").get(pk=pk)
    assert (done.state, done.batch and bytes(done.batch.content)) == ("approved", b"")
    assert "30 行" in text(checker.get(f"/approvals/{pk}/"))


def test_a_returned_batch_comes_back_with_its_reason(client_of: Client, console: Book) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    pk = imported(clerk, rows_of(9401, 3))
    assert decided(checker, pk, "return", "第 2 行与原件不符").status_code == 302
    assert "第 2 行与原件不符" in text(clerk.get("/desk/"))
    assert "第 2 行与原件不符" in text(clerk.get(f"/desk/record/{pk}/"))
    assert len(in_book(console, 9401, 3)) == 0


def test_rows_that_no_longer_fit_the_book_are_not_loaded(client_of: Client, console: Book) -> None:
    """A docket on a day later than a conclusion that came into the book meanwhile is not loaded beside it."""
    from datetime import UTC, date, datetime

    from plumbline.lines.trials.records import Concluded
    from plumbline.web.book.appending import append

    pk = imported(client_of("clerk"), rows_of(9501, 2))
    early = Concluded(case="（2021）甘0102刑初9502号", body=COURT, on=date(2021, 2, 1), persons=1)
    append(console, [early], entered_by="甲", approved_by="乙", recorded_at=datetime.now(UTC))
    checker = client_of("checker")
    for number in (0, 1):
        checker.post(f"/approvals/{pk}/rows/{number}/")
    assert decided(checker, pk).status_code == 422
    assert len(in_book(console, 9501, 2)) == 1


def test_a_big_sheet_is_taken_in_and_loaded_once(client_of: Client, console: Book) -> None:
    from django.utils import timezone

    from plumbline.web.desk.approving import claim, recover
    from plumbline.web.desk.models import Batch, Draft
    from plumbline.web.people.models import Account

    lines = "\n".join(",".join(map(str, row)) for row in [HEADS, *rows_of(1_000_000, 20_000)])
    clerk, checker = client_of("clerk"), client_of("checker")
    answer = sent(clerk, named(lines.encode(), "收案.csv"))
    assert answer.status_code == 302, text(answer)
    pk = int(answer.headers["Location"].split("/")[-2])
    assert "20000 行" in text(clerk.get(f"/desk/record/{pk}/?page=400"))
    clerk.post(f"/desk/draft/{pk}/submit")
    with reading(console) as cursor:
        before = size(cursor)
    draft = Draft.objects.get(pk=pk)
    content = Batch.objects.get(pk=draft.batch_id).content
    claim(draft, Account.objects.get(username="checker"), draft.version, timezone.now())
    for _ in range(2):  # as after a process died between its word and the ledger, and again after it wrote
        recover(console)
        done = Draft.objects.get(pk=pk)
        assert (done.state, done.position) == ("approved", before)
        with reading(console) as cursor:
            assert size(cursor) == before + 20_000
        Draft.objects.filter(pk=pk).update(state="approving", position=None)
        Batch.objects.filter(pk=done.batch_id).update(content=content)
    assert checker.get("/approvals/").status_code == 200
    assert Draft.objects.get(pk=pk).position == before
