"""Review: a report pasted or uploaded, read, annotated, its findings listed, its Word file commented; whose it is."""

import re
import time
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

TEXT = "2020年，全市法院共受理刑事案件120件，其中盗窃案件70件、诈骗案件40件。办结案件110件，结案率91.7%。"
WRONG = "检察机关受理案件113件，办结110件，在办4件。"
Client = Callable[[str], Any]


def _uploaded(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def _word(text: str) -> bytes:
    made = docx.Document()
    made.add_paragraph(text)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _put(client: Any, **said: Any) -> str:
    """Return the address of a review asked for."""
    answer = client.post("/review/", said)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def _ended(client: Any, address: str) -> str:
    """Return the page of a review that is over."""
    for _ in range(600):
        page: str = client.get(address).content.decode()
        if 'id="state"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("it is never over")


def test_a_pasted_report_is_read_and_what_differs_is_listed(client_of: Client) -> None:
    clerk = client_of("clerk")
    address = _put(clerk, text=WRONG)
    page = _ended(clerk, address)
    assert "分项不等于总数" in page
    annotated = clerk.get(f"{address}annotated")
    assert "在办" in annotated.content.decode()
    policy = annotated.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-scripts" in policy
    assert "unsafe" not in policy
    kinds = re.findall(r'<option value="(\w+)"', page)
    assert {"all", "broken_sum"} <= set(kinds)
    narrowed = clerk.get(address, {"kind": "differs"}).content.decode()
    assert "没有这样的发现" in narrowed


@pytest.mark.parametrize(("text", "told"), [("In 2020 the courts docketed 205 cases.", True), (WRONG, False)])
def test_where_no_claim_was_read_the_page_says_why(client_of: Client, text: str, told: bool) -> None:
    clerk = client_of("clerk")
    assert ("没有读出数字陈述" in _ended(clerk, _put(clerk, text=text))) == told


def test_an_uploaded_word_file_comes_back_with_comments(client_of: Client) -> None:
    reporter = client_of("reporter")
    address = _put(reporter, this=_uploaded("报告.docx", _word(WRONG)))
    _ended(reporter, address)
    answer = reporter.get(f"{address}word")
    assert "attachment" in answer.headers["Content-Disposition"]
    made = docx.Document(BytesIO(b"".join(answer.streaming_content)))
    assert made.paragraphs[0].text == WRONG
    said = "\n".join(c.text for c in made.comments)
    assert "113" in said
    assert "分项" in said


def test_the_same_in_english(client_of: Client) -> None:
    clerk = client_of("clerk")
    clerk.post("/language", {"lang": "en", "back": "/review/"})
    page = _ended(clerk, _put(clerk, text=WRONG))
    assert "broken sum" in page
    assert "Word file with comments" in page


def test_last_years_report_is_held_against(client_of: Client) -> None:
    supervisor = client_of("supervisor")
    last, this = ("2019年，全市法院受理案件100件。", "2020年，全市法院受理案件150件，同比上升20%。")
    page = _ended(supervisor, _put(supervisor, text=this, last=_uploaded("去年.txt", last.encode())))
    assert "去年" in page
    assert "50%" in page


def test_claims_are_held_against_the_book(client_of: Client) -> None:
    auditor = client_of("auditor")
    said = "2020年，全市法院受理刑事案件9999件。"
    alone = _ended(auditor, _put(auditor, text=said))
    held = _ended(auditor, _put(auditor, text=said, against="on"))
    assert "没有这样的发现" in alone
    row = held[held.index("<tbody>") :]
    assert "<b>9999件</b>" in row
    assert "不符" in row
    address = re.search(r'href="(/figures/trials.docketed[^"]*)"', row)
    assert address
    figure = auditor.get(unescape(address[1]))
    assert figure.status_code == 200
    assert figure.wsgi_request.GET["period"] == "2020"
    assert "plumbline figures" not in row


def test_only_its_account_opens_it_and_it_may_be_deleted(client_of: Client) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    address = _put(clerk, text=WRONG)
    _ended(clerk, address)
    for end in ("", "annotated", "word", "page"):
        assert checker.get(address + end).status_code == 404
    assert checker.post(f"{address}delete").status_code == 404
    assert clerk.get(address).status_code == 200
    assert clerk.post(f"{address}delete").status_code == 302
    assert clerk.get(address).status_code == 404
    assert clerk.get("/review/").status_code == 200
    assert client_of("administrator").get("/review/").status_code == 403


def _bomb() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b"<Types/>")
        packed.writestr("word/document.xml", b" " * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.txt", b"", "没有文字"),
        ("假.docx", "不是 Word".encode(), "内容却不是"),
        ("图.txt", b"\x89PNG\r\n\x1a\n", "这是图片"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 .doc"),
        ("二进制.txt", b"ab\0cd", "不是文本"),
    ],
)
def test_what_is_no_report_is_refused_at_its_field(client_of: Client, name: str, content: bytes, said: str) -> None:
    answer = client_of("clerk").post("/review/", {"this": _uploaded(name, content)})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert re.search(r'id="id_this"[^>]*aria-invalid="true" aria-describedby="error_this"', page)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("压缩炸弹.docx", _bomb(), "不要打开它"),
        ("断了.docx", _word(WRONG)[:2000], "损坏"),
        ("断了.pdf", b"%PDF-1.7\nnothing", "损坏"),
    ],
)
def test_what_only_reading_shows_to_be_bad_is_said_at_its_field(
    client_of: Client, name: str, content: bytes, said: str
) -> None:
    clerk = client_of("clerk")
    page = _ended(clerk, _put(clerk, this=_uploaded(name, content)))
    assert said in page
    assert 'id="error_text"' not in page
    assert re.search(r'id="id_this"[^>]*aria-invalid="true"', page)
    assert "/tmp" not in page


def test_a_bad_report_of_last_year_keeps_what_was_pasted(client_of: Client) -> None:
    clerk = client_of("clerk")
    page = _ended(clerk, _put(clerk, text=WRONG, last=_uploaded("去年.docx", _word(WRONG)[:2000])))
    assert WRONG in page
    assert re.search(r'id="id_last"[^>]*aria-invalid="true"', page)


def test_scripts_of_a_report_are_only_text(client_of: Client) -> None:
    clerk = client_of("clerk")
    hostile = f"<html><body><p>{WRONG}<script>alert(1)</script><img src=x onerror=alert(2)></p></body></html>"
    address = _put(clerk, this=_uploaded("<img src=x onerror=alert(3)>.html", hostile.encode()))
    page = _ended(clerk, address)
    assert "113件" in clerk.get(f"{address}annotated").content.decode()
    for shown in (page, clerk.get(f"{address}annotated").content.decode()):
        assert "<img src=x" not in shown
        assert "<script>alert(1)" not in shown


def test_more_than_is_taken_in_is_said_to_be_too_large(client_of: Client) -> None:
    answer = client_of("clerk").post("/review/", {"this": _uploaded("大.docx", b"PK\x03\x04" + bytes(60_000_001))})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "60 MB" in page[page.index('id="error_this"') :]
    assert 'id="error_text"' not in page


@pytest.mark.parametrize("said", [{}, {"text": " \n"}, {"text": WRONG, "this": _uploaded("a.txt", TEXT.encode())}])
def test_exactly_one_report_is_wanted(client_of: Client, said: dict[str, Any]) -> None:
    answer = client_of("clerk").post("/review/", said)
    assert answer.status_code == 400
    assert 'id="error_text"' in answer.content.decode()
    assert said.get("text", "").strip() in answer.content.decode()


def test_what_is_older_than_a_day_is_gone(client_of: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from plumbline.web.console import job

    clerk = client_of("clerk")
    address = _put(clerk, text=WRONG)
    _ended(clerk, address)
    folder = job.place("review") / address.split("/")[2]
    assert folder.is_dir()
    monkeypatch.setattr(job, "KEPT", -1)
    assert clerk.get(address).status_code == 404
    assert not folder.exists()
