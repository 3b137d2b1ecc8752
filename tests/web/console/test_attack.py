"""What a stranger tries: other letters of a locked code, days without end, another's keys, texts that nobody sees."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from tests.web.console.test_api import RECORD, asked, token
from tests.web.console.test_desk import decided, docketed, draft_of, entered, known, text

from plumbline.web.book import Book
from plumbline.web.people.trial import PASSWORD

Client = Callable[[str], Any]
SIGN_IN = "/accounts/login/"
DOCKET = "/desk/new/trials/Docketed/"
COURT = "城关区人民法院"


def draft(pk: int) -> Any:
    from plumbline.web.desk.models import Draft

    return Draft.objects.get(pk=pk)


def test_a_lock_holds_however_the_letters_of_the_code_are_typed(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Account, Role

    Account.objects.filter(username="Tried-01").delete()
    tried = Account.objects.create_user("Tried-01", PASSWORD, role=Role.CLERK, body=COURT)
    nobody = client_of("")
    codes = ["Tried-01", "tried-01", "TRIED-01", " tRIED-01 ", "TrIeD-01"]
    answers = [nobody.post(SIGN_IN, {"login": code, "password": "not this one"}).status_code for code in codes]
    assert answers == [200, 200, 200, 200, 429]
    assert nobody.post(SIGN_IN, {"login": "triED-01", "password": PASSWORD}).status_code == 429
    keeper = client_of("administrator")
    assert "锁定" in text(keeper.get(f"/accounts/manage/{tried.pk}/"))
    assert keeper.post(f"/accounts/manage/{tried.pk}/unlock").status_code == 302
    assert nobody.post(SIGN_IN, {"login": "triED-01", "password": PASSWORD}).headers["Location"] == "/"


@pytest.mark.parametrize("code", ["x" * 100_000, "a\ud800b", "\u202eabc"])
def test_a_code_that_is_none_is_refused_at_its_field(console: Book, code: str) -> None:
    from plumbline.web.people.giving import Asked, faults

    assert list(faults(Asked(code, "clerk", COURT), new=True)) == ["code"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("name", ["since", "until"])
def test_days_out_of_all_bounds_do_not_break_the_trail(client_of: Client, name: str, day: str) -> None:
    auditor = client_of("auditor")
    assert f'value="{day}"' in text(auditor.get("/audit/trail", {name: day}))
    assert auditor.get("/audit/trail.csv", {name: day}).status_code == 200


def test_years_out_of_all_bounds_are_not_exported(client_of: Client) -> None:
    answer = client_of("auditor").post("/audit/export", {"form": "csvw", "period": "1000/9999"})
    assert answer.status_code == 400
    assert "年份出了范围" in text(answer)


@pytest.mark.parametrize("row", [0, 999_999_999])
def test_a_row_that_is_none_is_said_not_to_be_there(client_of: Client, row: int) -> None:
    pk = entered(client_of("clerk"), "（2021）甘0102刑初7001号")
    assert client_of("checker").get(f"/approvals/{pk}/rows/{row}/").status_code == 404


@pytest.mark.parametrize("reason", ["电话 13919012345", "改\u202e好", "改\0好"])
def test_a_reason_holds_no_number_of_a_person_and_nothing_unseen(client_of: Client, reason: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    pk = entered(clerk, f"（2021）甘0102刑初70{10 + len(reason)}号")
    answer = decided(checker, pk, "return", reason)
    assert answer.status_code == 422
    assert (draft(pk).state, draft(pk).reason) == ("submitted", "")
    clerk.post(f"/desk/draft/{pk}/recall")


@pytest.mark.parametrize("act", ["save", "submit"])
@pytest.mark.parametrize("sign", ["\0", "\u202e", "\u200b", "\u2028"])
def test_not_even_a_draft_keeps_what_cannot_be_seen(client_of: Client, sign: str, act: str) -> None:
    from plumbline.web.desk.models import Draft

    number = f"（2021）甘0102{sign}刑初7020号"
    answer = client_of("clerk").post(DOCKET, docketed(number, act=act))
    assert answer.status_code == 422
    assert "含有控制字符" in text(answer)
    assert not Draft.objects.filter(fields__case=number).exists()


def test_another_s_key_swallows_no_record(client_of: Client, console: Book) -> None:
    """An officer who guesses which key a program of a clerk will send puts a draft of its own under it."""
    from plumbline.web.desk.models import Draft
    from plumbline.web.people.models import Account

    number, clerk = "（2021）甘0102刑初7030号", Account.objects.get(username="clerk")
    guessed = sha256(f"{clerk.pk} row-1".encode()).hexdigest()[:40]
    planted = client_of("officer").post("/desk/new/investigations/Filed/", {"once": guessed, "act": "save"})
    assert planted.status_code == 302
    sent = {"Idempotency-Key": "row-1"}
    answer = asked("drafts/trials/Docketed", token("clerk"), RECORD | {"case": number}, **sent)
    assert answer.status_code == 201
    mine = Draft.objects.get(pk=answer.json()["id"])
    assert (mine.entered_by, mine.fields["case"]) == ("clerk", number)
    assert Draft.objects.filter(once=guessed).count() == 2


def test_one_key_for_two_records_is_said_and_not_swallowed(console: Book) -> None:
    first, second = ({"case": f"（2021）甘0102刑初704{n}号"} for n in (1, 2))
    sent = {"Idempotency-Key": "twice"}
    secret = token("clerk")
    assert asked("drafts/trials/Docketed", secret, RECORD | first, **sent).status_code == 201
    answer = asked("drafts/trials/Docketed", secret, RECORD | second, **sent)
    assert (answer.status_code, answer.json()["where"]) == (409, "Idempotency-Key")


def test_a_form_s_key_is_not_taken_by_another_form(client_of: Client, console: Book) -> None:
    clerk = client_of("clerk")
    saved = docketed("（2021）甘0102刑初7050号", act="save", once="of one form")
    assert clerk.post(DOCKET, saved).status_code == 302
    answer = clerk.post(
        "/desk/new/trials/Concluded/", {"case": "（2021）甘0102刑初7051号", "act": "save", "once": "of one form"}
    )
    assert answer.status_code == 409
    assert "已用于另一份草稿" in text(answer)


def test_whoever_went_to_another_body_changes_nothing_in_the_first(client_of: Client, console: Book) -> None:
    from plumbline.web.desk.models import Draft
    from plumbline.web.people.models import Account, Role

    Account.objects.filter(username="mover").delete()
    mover = Account.objects.create_user("mover", PASSWORD, role=Role.CLERK, body=COURT)
    form = docketed("（2021）甘0102刑初7060号", act="save", once="before the move")
    assert client_of("mover").post(DOCKET, form).status_code == 302
    mover.body = "七里河区人民法院"
    mover.save()
    assert client_of("mover").post(DOCKET, form | {"persons": "9", "act": "submit"}).status_code == 409
    kept = Draft.objects.get(once="before the move")
    assert (kept.state, kept.fields["persons"]) == ("draft", "2")


def test_an_error_says_nothing_of_where_the_book_lies(client_of: Client, console: Book) -> None:
    for who, path in (("clerk", "/desk/correct/999999999/"), ("checker", "/entries/999999999/erasing")):
        page = text(client_of(who).get(path))
        assert "没有第 999999999 条" in page
        assert str(console.folder.parent) not in page


@pytest.mark.parametrize(
    "sent", [{"text": "x" * 5_000_001}, {f"f{n}": "1" for n in range(5_001)}], ids=["long", "many fields"]
)
def test_what_is_too_large_is_said_with_what_to_do(client_of: Client, sent: dict[str, str]) -> None:
    reporter = client_of("reporter")
    answer = reporter.post("/review/", sent)
    assert answer.status_code == 413
    assert "存成文件再上传" in text(answer)
    reporter.cookies["django_language"] = "en"
    assert "save a long text as a file" in text(reporter.post("/review/", sent))


def test_what_is_too_large_for_the_interface_is_said_to_a_program(console: Book) -> None:
    answer = asked("drafts/trials/Docketed", token("clerk"), RECORD | {"case": "x" * 5_000_001})
    assert answer.status_code == 413
    assert answer.json()["what"]["en"] == "what was sent is too large and was not taken in"


@pytest.mark.parametrize(("lang", "words"), [("zh-hans", "没有收下"), ("en", "Not taken in")])
def test_a_form_of_an_older_session_is_told_so(console: Book, lang: str, words: str) -> None:
    from django.test import Client as Browser

    strict = Browser(enforce_csrf_checks=True)
    strict.cookies["django_language"] = lang
    answer = strict.post(SIGN_IN, {"login": "clerk", "password": PASSWORD})
    assert answer.status_code == 403
    assert words in text(answer)


def test_the_trail_takes_a_draft_s_number_of_any_length(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Read

    clerk = client_of("clerk")
    assert clerk.post(DOCKET, docketed("长1" * 60, act="save")).status_code == 302
    assert clerk.get(f"/desk/record/{draft_of('长1' * 60)}/").status_code == 200
    assert max(len(read.case) for read in Read.objects.all()) <= 60


def test_approving_in_two_tabs_enters_once(client_of: Client, console: Book) -> None:
    number = "（2021）甘0102刑初7080号"
    pk, checker = entered(client_of("clerk"), number), client_of("checker")
    seen = {"act": "approve", "version": draft(pk).version}
    answers = [checker.post(f"/approvals/{pk}/decide", seen).status_code for _ in range(3)]
    assert answers == [302, 422, 422]
    assert len(known(console, number)) == 1


def test_a_role_taken_away_is_gone_at_the_next_page(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Account, Role

    Account.objects.filter(username="demoted").delete()
    account = Account.objects.create_user("demoted", PASSWORD, role=Role.AUDITOR, body=COURT)
    signed, secret = client_of("demoted"), token("demoted")
    assert signed.get("/audit/").status_code == 200
    account.role = Role.ADMINISTRATOR
    account.save()
    assert signed.get("/audit/").status_code == 403
    assert asked("cases?number=1", secret).status_code == 403
    account.is_active = False
    account.save()
    assert signed.get("/").status_code == 302
    assert asked("cases?number=1", secret).status_code == 401


@pytest.mark.parametrize("field", ["case", "offence", "scope", "on"])
def test_half_of_a_sign_is_no_text_to_the_interface(console: Book, field: str) -> None:
    said = RECORD | {"case": "（2021）甘0102刑初7090号"} | {field: "\ud800"}
    answer = asked("drafts/trials/Docketed", token("clerk"), said)
    assert answer.status_code in (400, 422)
    assert answer.json()["what"]["en"]


def test_a_form_s_key_that_is_no_text_does_not_matter(client_of: Client, console: Book) -> None:
    from plumbline.web.desk.models import Draft

    sent = docketed("（2021）甘0102刑初7091号", act="save", once="a\0b")
    assert client_of("clerk").post(DOCKET, sent).status_code == 302
    assert Draft.objects.get(fields__case=sent["case"]).once.isalnum()
