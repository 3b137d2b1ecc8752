"""The audit: checkpoints and their signatures, sealing, verifying, proofs, the trail, exports; for the auditor alone."""

import csv
import json
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from books import loaded, unguarded
from plumbline.ledger.checkpoints import opened, verifying_key
from plumbline.ledger.proof_files import differs
from plumbline.lines import part
from plumbline.web.book import Book, open_book
from plumbline.web.book.appending import append
from plumbline.web.book.sessions import entries_in

Client = Callable[[str], Any]


def _sealed(client: Any) -> str:
    assert client.post("/audit/seal").status_code == 302
    return str(client.get("/audit/").content.decode())


def appended(book: Book) -> None:
    """Write down one more record, another one each time."""
    record = part("trials", "examples").EXAMPLES[0].records[0]
    fresh = record.model_copy(update={"case": f"（2029）甘0102刑初{entries_in(book)}号"})
    append(book, [fresh], entered_by="录入甲", approved_by="审批乙", recorded_at=datetime.now(UTC))


def _ended(client: Any, address: str) -> Any:
    """Return the answer of a job's page once it is over."""
    for _ in range(600):
        answer = client.get(address)
        if 'id="state"' not in answer.content.decode():
            return answer
        time.sleep(0.1)
    raise AssertionError("it is never over")


@pytest.mark.parametrize("path", ["/audit/", "/audit/trail", "/audit/trail.csv", "/audit/export", "/audit/proof"])
def test_only_the_auditor_opens_it(client_of: Client, path: str) -> None:
    for name in ("clerk", "checker", "officer", "reporter", "supervisor", "administrator"):
        assert client_of(name).get(path).status_code == 403
    assert client_of("auditor").get(path).status_code == 200


def test_sealing_shows_a_signed_checkpoint_to_take_along(client_of: Client, console: Book) -> None:
    auditor = client_of("auditor")
    page = _sealed(auditor)
    size = entries_in(console)
    assert re.search(rf">{size}</td>[^\n]*\n[^\n]*成立", page, re.S)
    note = auditor.get(f"/audit/checkpoints/{size}.txt").content.decode()
    assert opened(note, console.keys.signing.public_key()).size == size
    assert opened(note, console.keys.signing.public_key()).root.hex() in page
    assert auditor.get("/audit/checkpoints/999999.txt").status_code == 404
    assert auditor.get("/audit/seal").status_code == 405


def test_verifying_the_book_keeps_what_it_found(client_of: Client, console: Book) -> None:
    from plumbline.web.audit.models import Verification

    auditor = client_of("auditor")
    before = Verification.objects.count()
    address = auditor.post("/audit/verify").headers["Location"]
    answer = _ended(auditor, address)
    assert answer.headers["Location"] == "/audit/#verified"
    assert Verification.objects.count() == before + 1
    kept = Verification.objects.first()
    assert kept is not None
    assert (kept.account, kept.size, kept.zh) == ("auditor", entries_in(console), "")
    assert "全部相符" in auditor.get("/audit/").content.decode()


def test_a_book_that_was_changed_is_said_to_differ_and_where(
    client_of: Client, tmp_path: Path, settings: Callable[..., None]
) -> None:
    changed = open_book(tmp_path / "changed", create=True, url="")
    loaded(changed, 5)
    with unguarded(changed) as connection:
        connection.execute("UPDATE book_content SET payload = replace(payload, '刑初', '民初') WHERE position = 3")
    settings(BOOK=changed.folder)
    auditor = client_of("auditor")
    _ended(auditor, auditor.post("/audit/verify").headers["Location"])
    page = auditor.get("/audit/").content.decode()
    assert "有异" in page
    assert "第 3 条：" in page


def test_an_entry_is_proved_and_the_proof_holds_without_the_book(client_of: Client, console: Book) -> None:
    auditor = client_of("auditor")
    _sealed(auditor)
    answer = auditor.get("/audit/proof", {"position": "3", "download": "1"})
    assert "attachment" in answer.headers["Content-Disposition"]
    proof = json.loads(answer.content)
    assert proof["position"] == 3
    assert differs(proof, proof["verifier"]) is None
    assert verifying_key(proof["verifier"])[0] == console.origin
    assert "salt" not in proof


def test_a_checkpoint_is_proved_to_go_on_from_an_earlier_one(client_of: Client, console: Book) -> None:
    auditor = client_of("auditor")
    _sealed(auditor)
    earlier = entries_in(console)
    appended(console)
    _sealed(auditor)
    asked = {"earlier": str(earlier), "later": str(earlier + 1)}
    assert "下载证明" in auditor.get("/audit/growth", asked).content.decode()
    proof = json.loads(auditor.get("/audit/growth", asked | {"download": "1"}).content)
    assert differs(proof, proof["verifier"]) is None
    turned = auditor.get("/audit/growth", {"earlier": asked["later"], "later": asked["earlier"]})
    assert turned.status_code == 409
    assert 'role="alert"' in turned.content.decode()


@pytest.mark.parametrize("typed", ["99999999", "-1", "三", "1" * 40])
def test_a_position_that_cannot_be_proved_is_said_at_the_form(client_of: Client, typed: str) -> None:
    auditor = client_of("auditor")
    _sealed(auditor)
    answer = auditor.get("/audit/proof", {"position": typed})
    page = answer.content.decode()
    assert answer.status_code in (400, 409)
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    assert "/tmp" not in page


def test_the_trail_says_who_read_a_case(client_of: Client) -> None:
    from plumbline.web.people.models import Account
    from plumbline.web.people.trail import note

    for name in ("clerk", "checker"):
        note(
            Account.objects.get(username=name),
            "case",
            line="trials",
            case="（2031）甘0102刑初77号",
            body="城关区人民法院",
        )
    note(
        Account.objects.get(username="officer"),
        "case",
        line="trials",
        case="（2031）甘0102刑初78号",
        body="兰州市公安局",
    )
    auditor = client_of("auditor")
    page = auditor.get("/audit/trail", {"case": "(2031)甘0102刑初77号"}).content.decode()
    body = page[page.index("<tbody>") :]
    assert "clerk" in body
    assert "checker" in body
    assert "officer" not in body
    assert "案卷" in body
    alone = auditor.get("/audit/trail", {"case": "（2031）甘0102刑初77号", "account": "clerk"}).content.decode()
    assert "checker" not in alone[alone.index("<tbody>") :]


def test_the_trail_is_narrowed_to_days(client_of: Client) -> None:
    auditor = client_of("auditor")
    auditor.post("/audit/seal")
    assert "<tbody>" in auditor.get("/audit/trail").content.decode()
    assert "<tbody>" not in auditor.get("/audit/trail", {"until": "2020-01-01"}).content.decode()
    assert "<tbody>" in auditor.get("/audit/trail", {"since": "2020-01-01"}).content.decode()
    wrong = auditor.get("/audit/trail", {"since": "昨天"}).content.decode()
    assert 'id="since" name="since" type="date" value="昨天" aria-invalid="true"' in wrong


def test_the_trail_as_csv_is_no_formula_and_is_in_the_trail_itself(client_of: Client) -> None:
    from plumbline.web.people.models import Account
    from plumbline.web.people.trail import note

    note(Account.objects.get(username="officer"), "case", line="trials", case="=1+1", body="@body")
    auditor = client_of("auditor")
    answer = auditor.get("/audit/trail.csv", {"account": "officer", "case": "=1+1"})
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == ["时刻", "账号", "看了什么", "条线", "单位", "案号"]
    assert {tuple(row[4:]) for row in rows[1:]} == {("'@body", "'=1+1")}
    assert "导出查阅记录" in auditor.get("/audit/trail", {"account": "auditor"}).content.decode()


@pytest.mark.parametrize(
    ("form", "file"), [("ocel", "log.json"), ("frictionless", "datapackage.json"), ("csvw", "csv-metadata.json")]
)
def test_the_book_is_taken_out_as_a_zip_file(client_of: Client, form: str, file: str) -> None:
    auditor = client_of("auditor")
    answer = auditor.post("/audit/export", {"form": form, "lines": ["trials"], "period": "2020-06"})
    address = answer.headers["Location"]
    assert "下载 zip" in _ended(auditor, address).content.decode()
    packed = ZipFile(BytesIO(b"".join(auditor.get(f"{address}zip").streaming_content)))
    assert packed.testzip() is None
    assert file in packed.namelist()
    trail = auditor.get("/audit/trail", {"account": "auditor"}).content.decode()
    assert {"ocel": "导出事件日志", "frictionless": "导出数据包", "csvw": "导出万维网 CSV"}[form] in trail
    assert auditor.post(f"{address}delete").status_code == 302
    assert auditor.get(f"{address}zip").status_code == 404


def test_what_cannot_be_exported_is_said_at_its_field(client_of: Client) -> None:
    answer = client_of("auditor").post("/audit/export", {"form": "ocel", "period": "去年", "lines": ["trials"]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="去年"' in page
    assert 'aria-describedby="error_period"' in page
    assert 'value="trials" checked' in page
    assert client_of("auditor").post("/audit/export", {"form": "exe"}).status_code == 400
    assert client_of("auditor").post("/audit/export", {"form": "ocel", "lines": ["nowhere"]}).status_code == 400


def test_in_english(client_of: Client) -> None:
    auditor = client_of("auditor")
    auditor.post("/language", {"lang": "en", "back": "/audit/"})
    page = _sealed(auditor)
    assert "Checkpoints" in page
    assert "Holds" in page
    assert "Who read this case" in page
    rows = b"".join(auditor.get("/audit/trail.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert rows[0] == "When,Account,What,Line of work,Body,Case"
    assert any("Sealing" in row for row in rows)
