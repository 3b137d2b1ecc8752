"""What an order erased is erased everywhere: photos, what was computed before, exports made before; whatever broke off."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.console.test_files import COURT, docketed, file, text
from tests.web.console.test_files_erasing import ORDER, asked_of, second  # noqa: F401
from tests.web.console.test_grid import CENTRE, REPORT, approved, drafts, photo_of, picture

from plumbline.lines.links.records import Linked
from plumbline.web.book import Book
from plumbline.web.book.appending import append
from plumbline.web.book.cases import case
from plumbline.web.book.erasing import erase
from plumbline.web.book.showing import at

Client = Callable[[str], Any]


def reported(client_of: Client, number: str, colour: int) -> str:
    """Have a hazard reported with a photo; return the photo's hash."""
    from plumbline.web.files.models import Photo

    sent = REPORT | {"number": number, "key": number, "photo": photo_of(picture((40 + colour, 30)))}
    assert client_of("grid").post("/grid/report", sent).status_code == 302
    return str(Photo.objects.get(case=number).digest)


def test_a_photo_is_in_the_case_once_its_record_is(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕871号"
    reported(client_of, number, 1)
    approved(client_of, number)
    again = reported_again(client_of, number)
    assert f"/photos/{again}" not in text(client_of("grid").get(file(CENTRE, number, "hazards")))


def reported_again(client_of: Client, number: str) -> str:
    """Have somebody send another photo for a case that is there: nobody has approved it."""
    from plumbline.web.files.models import Photo

    sent = REPORT | {"number": number, "key": "again", "post": "k1", "photo": photo_of(picture((90, 30)))}
    assert client_of("grid").post("/grid/report", sent).status_code == 302
    return str(Photo.objects.filter(case=number).latest("pk").digest)


def test_the_photo_of_a_report_that_was_dropped_is_gone(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕872号"
    digest = reported(client_of, number, 2)
    [draft] = drafts(number)
    grid = client_of("grid")
    for what in ("recall", "cancel"):
        assert grid.post(f"/desk/draft/{draft.pk}/{what}").status_code == 302
    assert grid.get(f"/photos/{digest}").status_code == 404
    assert not (console.folder / "photos" / digest).exists()


def test_a_confirmation_that_broke_off_is_carried_through(
    client_of: Client, console: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content is erased, then the process ends: the photo is still there, and so is what asks for its end."""
    number = "城安隐〔2026〕873号"
    digest = reported(client_of, number, 3)
    approved(client_of, number)
    position = case(console, "hazards", number)["position"][0]
    assert client_of("grid-checker").post(f"/entries/{position}/erasing", ORDER).status_code == 302
    from plumbline.web.files import photos
    from plumbline.web.files.models import Erasure

    pk = Erasure.objects.get(position=position).pk
    with monkeypatch.context() as broken:
        broken.setattr(photos, "erase", lambda position: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            client_of("auditor").post(f"/erasures/{pk}", {"decision": "confirm"})
    assert at(console, [position])[0].erased_by is not None
    assert (console.folder / "photos" / digest).exists()
    assert "确认删除" in text(client_of("auditor").get(file(CENTRE, number, "hazards")))
    assert client_of("auditor").post(f"/erasures/{pk}", {"decision": "confirm"}).status_code == 302
    assert not (console.folder / "photos" / digest).exists()
    assert Erasure.objects.get(pk=pk).decided_by == "auditor"


def test_a_page_as_of_before_shows_no_link_that_was_erased(client_of: Client, console: Book) -> None:
    from plumbline.web.book.sessions import entries_in

    number, other = "（2020）甘0102刑初7301号", "甘兰七检刑诉〔2020〕7301号"
    by: dict[str, Any] = {"entered_by": "录入甲", "approved_by": "审批乙"}
    docketed(console, number)
    link = Linked(case=number, body=COURT, on="2020-06-01", from_line="trials", to_line="prosecutions",
                  to_body="七里河区人民检察院", to_case=other, how="移送")  # type: ignore[arg-type]  # fmt: skip
    from datetime import UTC, datetime

    position = append(console, [link], **by, recorded_at=datetime(2026, 1, 6, tzinfo=UTC)).first
    then = {"as_of": entries_in(console)}
    reader = client_of("auditor")
    assert other in text(reader.get(file(COURT, number), then))
    erase(
        console,
        position,
        order="（2026）令1号",
        body=COURT,
        on=datetime(2026, 1, 7).date(),
        **by,
        recorded_at=datetime(2026, 1, 8, tzinfo=UTC),
    )
    assert other not in text(reader.get(file(COURT, number), then))


def test_an_export_made_before_an_erasure_is_not_given_any_more(client_of: Client, console: Book, second: str) -> None:  # noqa: F811
    from plumbline.web.audit.exporting import JOBS
    from plumbline.web.audit.working import ZIP
    from plumbline.web.book.sessions import entries_in
    from plumbline.web.people.models import Account
    from plumbline.web.reading import job as child

    position = docketed(console, "（2020）甘0102刑初7302号")
    auditor, size = client_of("auditor"), entries_in(console)
    made = JOBS.put(
        Account.objects.get(username="auditor"),
        {"form": "ocel", "size": size, "book": "-", "lines": [], "period": "", "threshold": 5, "licence": ""},
    )
    (made.folder / ZIP).write_bytes(b"records")
    child.write(made.folder, child.DONE, {"files": 1})
    assert b"".join(auditor.get(f"/audit/export/{made.key}/zip").streaming_content) == b"records"
    asked = asked_of(client_of("checker"), position)
    assert client_of(second).post(f"/erasures/{asked}", {"decision": "confirm"}).status_code == 302
    answer = auditor.get(f"/audit/export/{made.key}/zip")
    assert answer.status_code == 404
    assert "一并删去" in text(answer, 404)
    assert not made.folder.exists()


def test_the_reason_of_a_correction_goes_with_what_it_corrected(
    client_of: Client,
    console: Book,
    second: str,  # noqa: F811
) -> None:
    from plumbline.web.desk.models import Draft

    number = "（2020）甘0102刑初7303号"
    docket, clerk = docketed(console, number), client_of("clerk")
    said = {
        "case": number,
        "on": "2020-05-11",
        "offence": "盗窃罪",
        "persons": "2",
        "instance": "一审公诉",
        "procedure": "普通",
    }
    said |= {"in_custody": "false", "why": "原登记为抢劫罪", "act": "submit", "once": number}
    assert clerk.post(f"/desk/correct/{docket}/", said).status_code == 302
    draft = Draft.objects.get(once=number)
    seen = {"act": "approve", "version": draft.version}
    assert client_of(second).post(f"/approvals/{draft.pk}/decide", seen).status_code == 302
    draft.refresh_from_db()
    assert "抢劫罪" in text(clerk.get(f"/desk/record/{draft.pk}/"))
    asked = asked_of(client_of("checker"), draft.position)
    assert client_of(second).post(f"/erasures/{asked}", {"decision": "confirm"}).status_code == 302
    assert "抢劫罪" not in text(clerk.get(f"/desk/record/{draft.pk}/"))
