"""The desk: what a clerk enters, what is wrong with it, how it comes to count; who may do which of it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from plumbline.lines import lines
from plumbline.web.book import Book
from plumbline.web.book.showing import of_case

Client = Callable[[str], Any]
COURT = "城关区人民法院"
NUMBERS = count(7001)


@pytest.fixture
def number() -> str:
    """A case number that no other test uses."""
    return f"（2021）甘0102刑初{next(NUMBERS)}号"


def docketed(number: str, **other: str) -> dict[str, str]:
    """Return what a clerk types for a trial's docket."""
    said = {"case": number, "on": "2021-03-01", "offence": "盗窃罪", "persons": "2", "instance": "一审公诉"}
    return said | {"procedure": "普通", "in_custody": "false", "act": "submit"} | other


def entered(clerk: Any, number: str, **other: str) -> int:
    """Have a record entered and submitted; return its draft."""
    answer = clerk.post("/desk/new/trials/Docketed/", docketed(number, **other))
    assert answer.status_code == 302, text(answer)
    return draft_of(number)


def draft_of(number: str) -> int:
    from plumbline.web.desk.models import Draft

    return int(Draft.objects.filter(fields__case=number).latest("pk").pk)


def decided(checker: Any, pk: int, act: str = "approve", reason: str = "") -> Any:
    """Open a draft as a checker does, and decide on it as it was seen."""
    page = text(checker.get(f"/approvals/{pk}/"))
    found = re.search(r'name="version" value="(\d+)"', page)
    version = found[1] if found else "0"
    return checker.post(f"/approvals/{pk}/decide", {"act": act, "reason": reason, "version": version})


def text(answer: Any) -> str:
    return str(answer.content.decode())


def known(book: Book, number: str) -> list[dict[str, Any]]:
    """Return what the book has of a case, in order."""
    from plumbline.errors import Refused

    try:
        return [shown.entry for shown in of_case(book, number)]
    except Refused:
        return []


def test_every_kind_of_every_line_has_a_form(client_of: Client) -> None:
    clerk = client_of("clerk")
    page = text(clerk.get("/desk/"))
    for line in lines():
        for kind in line.kinds.values():
            address = f"/desk/new/{line.name}/{kind.name}/"
            assert f'href="{address}"' in page
            form = text(clerk.get(address))
            for column in kind.columns:
                assert f'id="{column.name}"' in form, (address, column.name)


@pytest.mark.parametrize("line", list(lines()), ids=lambda line: line.name)
def test_each_form_takes_the_line_s_own_examples(client_of: Client, console: Book, line: Any) -> None:
    """Each example, typed into its form as the page shows it, is read back as the very record it is."""
    from django.http import QueryDict

    from plumbline.lines import part
    from plumbline.records import kind_of
    from plumbline.web.desk.asking import text_of
    from plumbline.web.desk.typed import made, texts

    for case in part(line.name, "examples").EXAMPLES:
        for record in case.records:
            kind, post = kind_of(type(record)), QueryDict(mutable=True)
            for name, value in record.model_dump().items():
                said = text_of(value)
                post.setlist(name, said.strip("|").split("|") if name == "scope" else [said])
            assert made(kind, texts(kind, post) | {"body": record.body}) == record


def test_a_record_counts_once_another_person_approved_it(client_of: Client, console: Book, number: str) -> None:
    pk = entered(client_of("clerk"), number)
    assert known(console, number) == []
    checker = client_of("checker")
    assert number in text(checker.get("/approvals/"))
    page = text(checker.get(f"/approvals/{pk}/"))
    assert "盗窃罪" in page
    assert decided(checker, pk).status_code == 302
    [entry] = known(console, number)
    assert (entry["entered_by"], entry["approved_by"], entry["body"]) == ("clerk", "checker", COURT)
    assert entry["fields"]["persons"] == 2
    assert f"第 {entry['position']} 条" in text(client_of("clerk").get("/desk/"))


def test_days_and_numbers_may_be_typed_as_in_a_sheet(client_of: Client, console: Book, number: str) -> None:
    pk = entered(client_of("clerk"), number, on="2021年3月1日", persons="1,200", at="9:30")
    decided(client_of("checker"), pk)
    [entry] = known(console, number)
    assert (entry["on"], entry["at"], entry["fields"]["persons"]) == ("2021-03-01", "09:30:00", 1200)


def test_tags_are_ticked(client_of: Client, console: Book, number: str) -> None:
    said = docketed(number) | {"scope": ["涉恶", "涉黑"]}
    assert client_of("clerk").post("/desk/new/trials/Docketed/", said).status_code == 302
    decided(client_of("checker"), draft_of(number))
    assert known(console, number)[0]["fields"]["scope"] == "|涉黑|涉恶|"


@pytest.mark.parametrize(
    ("typed", "field", "zh", "en"),
    [
        ({"persons": "两"}, "persons", "不是整数", "is no whole number"),
        ({"on": "2021-13-01"}, "on", "不是“年-月-日”的日期", "is no day"),
        ({"on": "2999-01-01"}, "on", "还没有到", "is still to come"),
        ({"on": "1950-01-01"}, "on", "早于 1979", "is before 1979"),
        ({"offence": ""}, "offence", "必须填写", "has to be filled in"),
        ({"instance": "四审"}, "instance", "不在可选之列", "is none of"),
        ({"case": "张三案"}, "case", "没有数字", "has no digit"),
        ({"offence": "盗窃罪 11010519491231002X"}, "offence", "身份证", "identity"),
        ({"persons": ""}, "", "人员标识与人数", "headcount"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_all_typed_stays(
    client_of: Client, number: str, typed: dict[str, str], field: str, zh: str, en: str
) -> None:
    for language, words in (("zh-hans", zh), ("en", en)):
        clerk = client_of("clerk")
        clerk.cookies["django_language"] = language
        answer = clerk.post("/desk/new/trials/Docketed/", docketed(number) | typed)
        page = text(answer)
        assert answer.status_code == 422
        assert 'role="alert"' in page
        assert words in page
        for name, value in ({"case": number, "persons": "2", "on": "2021-03-01"} | typed).items():
            if name not in ("instance", "procedure"):
                assert re.search(rf'name="{name}" value="{value}"', page), name
        if field:
            assert re.search(rf'id="{field}-fault">[^<]*{words}', page)
            assert re.search(rf'id="{field}"[^>]*aria-invalid="true"[^>]*aria-describedby="{field}-fault', page)
    from plumbline.web.desk.models import Draft

    assert not Draft.objects.filter(fields__case=number).exists()


def test_a_conclusion_before_the_docket_is_refused(client_of: Client, console: Book, number: str) -> None:
    clerk = client_of("clerk")
    decided(client_of("checker"), entered(clerk, number))
    said = {"case": number, "on": "2021-02-01", "persons": "2", "outcome": "判决", "act": "submit"}
    answer = clerk.post("/desk/new/trials/Concluded/", said)
    assert answer.status_code == 422
    assert 'id="on-fault"' in text(answer)
    assert clerk.post("/desk/new/trials/Concluded/", said | {"on": "2021-04-01"}).status_code == 302


def test_the_same_record_is_not_entered_twice(client_of: Client, console: Book, number: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    first, second = entered(clerk, number), entered(clerk, number)
    decided(checker, first)
    assert "账簿里已有同样的一条" in text(clerk.post("/desk/new/trials/Docketed/", docketed(number)))
    answer = decided(checker, second)
    assert answer.status_code == 422
    assert "账簿里已有同样的一条" in text(answer)
    assert len(known(console, number)) == 1


def test_a_draft_may_be_half_done_but_holds_no_identity_number(client_of: Client, number: str) -> None:
    clerk = client_of("clerk")
    said = {"case": number, "offence": "盗窃罪", "act": "save"}
    assert clerk.post("/desk/new/trials/Docketed/", said).status_code == 302
    pk = draft_of(number)
    page = text(clerk.get(f"/desk/draft/{pk}/"))
    assert f'value="{number}"' in page
    assert clerk.post(f"/desk/draft/{pk}/", said | {"offence": "11010519491231002X"}).status_code == 422
    from plumbline.web.desk.models import Draft

    assert Draft.objects.get(pk=pk).fields["offence"] == "盗窃罪"
    assert number not in text(client_of("checker").get("/approvals/"))
    assert client_of("checker").get(f"/desk/draft/{pk}/").status_code == 403


def test_a_form_sent_twice_is_one_draft(client_of: Client, number: str) -> None:
    from plumbline.web.desk.models import Draft

    clerk = client_of("clerk")
    form = text(clerk.get("/desk/new/trials/Docketed/"))
    found = re.search(r'name="once" value="([0-9a-f]+)"', form)
    assert found
    said = docketed(number, act="save", once=found[1])
    for offence in ("盗窃罪", "诈骗罪"):
        assert clerk.post("/desk/new/trials/Docketed/", said | {"offence": offence}).status_code == 302
    [draft] = Draft.objects.filter(fields__case=number)
    assert draft.fields["offence"] == "诈骗罪"


def test_a_returned_draft_comes_back_with_its_reason_first(client_of: Client, console: Book, number: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    pk = entered(clerk, number)
    bare = decided(checker, pk, "return")
    assert bare.status_code == 422
    assert "退回要写明理由" in text(bare)
    assert decided(checker, pk, "return", "罪名与判决书不符").status_code == 302
    desk = text(clerk.get("/desk/"))
    assert desk.index("罪名与判决书不符") < desk.index(number) < desk.index("新录一条")
    assert "罪名与判决书不符" in text(clerk.get(f"/desk/draft/{pk}/"))
    assert clerk.post(f"/desk/draft/{pk}/", docketed(number, offence="诈骗罪")).status_code == 302
    assert decided(checker, pk).status_code == 302
    assert known(console, number)[0]["fields"]["offence"] == "诈骗罪"


def test_what_a_checker_did_not_see_is_not_approved(client_of: Client, console: Book, number: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    pk = entered(clerk, number)
    found = re.search(r'name="version" value="(\d+)"', text(checker.get(f"/approvals/{pk}/")))
    assert found
    clerk.post(f"/desk/draft/{pk}/recall")
    clerk.post(f"/desk/draft/{pk}/", docketed(number, persons="200"))
    answer = checker.post(f"/approvals/{pk}/decide", {"act": "approve", "version": found[1]})
    assert answer.status_code == 422
    assert "它已改动" in text(answer)
    assert known(console, number) == []
    assert clerk.post(f"/desk/draft/{pk}/cancel").status_code == 409


@pytest.mark.parametrize("version", ["", "abc", "-1", "９", "99999999999"])
def test_a_version_that_is_none_approves_nothing(client_of: Client, console: Book, number: str, version: str) -> None:
    pk = entered(client_of("clerk"), number)
    answer = client_of("checker").post(f"/approvals/{pk}/decide", {"act": "approve", "version": version})
    assert answer.status_code == 422
    assert "已改动" in text(answer)
    assert known(console, number) == []


def test_nobody_approves_their_own_nor_another_body_s(client_of: Client, console: Book, number: str) -> None:
    from plumbline.web.people.models import Account, Role

    pk = entered(client_of("clerk"), number)
    Account.objects.filter(username="elsewhere").delete()
    Account.objects.create_user("elsewhere", "plumb-the-line", role=Role.CHECKER, body="七里河区人民法院")
    elsewhere = client_of("elsewhere")
    assert number not in text(elsewhere.get("/approvals/"))
    assert (
        elsewhere.get(f"/approvals/{pk}/").status_code == 409 or elsewhere.get(f"/approvals/{pk}/").status_code == 403
    )
    assert elsewhere.post(f"/approvals/{pk}/decide", {"act": "approve", "version": "2"}).status_code == 403
    Account.objects.filter(username="clerk").update(role=Role.CHECKER)
    try:
        changed = client_of("clerk")
        assert number not in text(changed.get("/approvals/"))
        assert changed.post(f"/approvals/{pk}/decide", {"act": "approve", "version": "2"}).status_code == 403
    finally:
        Account.objects.filter(username="clerk").update(role=Role.CLERK)
    assert known(console, number) == []


def test_a_line_that_is_not_the_account_s_is_closed(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Account, Role

    Account.objects.filter(username="crashes-only").delete()
    own = {"role": Role.CLERK, "body": COURT, "lines": "crashes"}
    Account.objects.create_user("crashes-only", "plumb-the-line", **own)
    clerk = client_of("crashes-only")
    assert "/desk/new/trials/" not in text(clerk.get("/desk/"))
    assert clerk.get("/desk/new/trials/Docketed/").status_code == 403
    assert clerk.get("/desk/new/crashes/Crashed/").status_code == 200
    assert clerk.get("/desk/import/trials/").status_code == 403


def test_a_correction_goes_through_the_checker_too(client_of: Client, console: Book, number: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")
    decided(checker, entered(clerk, number))
    at = known(console, number)[0]["position"]
    form = text(clerk.get(f"/desk/correct/{at}/"))
    assert 'name="offence" value="盗窃罪"' in form
    assert 'name="case"' not in form
    said = docketed("（1999）别案1号", offence="诈骗罪")
    assert 'id="why-fault"' in text(clerk.post(f"/desk/correct/{at}/", said))
    assert clerk.post(f"/desk/correct/{at}/", said | {"why": "录错罪名"}).status_code == 302
    pk = draft_of(number)
    page = text(checker.get(f"/approvals/{pk}/"))
    assert "<del>盗窃罪</del>" in page
    assert "<ins>诈骗罪</ins>" in page
    assert "录错罪名" in page
    decided(checker, pk)
    before, after = known(console, number)
    assert after["supersedes"] == before["position"]
    assert (before["fields"]["offence"], after["fields"]["offence"]) == ("盗窃罪", "诈骗罪")
    assert clerk.get(f"/desk/correct/{at}/").status_code == 409
    story = text(clerk.get(f"/entries/{at}", follow=True))
    assert story.index(f'id="p{after["position"]}"') < story.index("录错罪名")


def test_what_the_body_keeps_comes_first_and_is_open(client_of: Client, console: Book, number: str) -> None:
    clerk = client_of("clerk")
    decided(client_of("checker"), entered(clerk, number))
    page = text(clerk.get("/desk/"))
    first, rest = page.split("本单位还没有记录的条线")
    assert "/desk/new/trials/Docketed/" in first
    assert "/desk/new/crashes/Crashed/" in rest


def test_the_first_page_says_what_waits(client_of: Client, console: Book, number: str) -> None:
    clerk, checker = client_of("clerk"), client_of("checker")

    def waits(client: Any, what: str) -> int:
        found = re.search(rf"{what} <b>(\d+)</b>", text(client.get("/")))
        return int(found[1]) if found else 0

    to_approve, returned = waits(checker, "等您审批的"), waits(clerk, "退回给您的")
    pk = entered(clerk, number)
    assert waits(checker, "等您审批的") == to_approve + 1
    assert waits(clerk, "等您审批的") == 0
    decided(checker, pk, "return", "请核对罪名")
    assert waits(checker, "等您审批的") == to_approve
    assert waits(clerk, "退回给您的") == returned + 1


def test_an_approved_record_leads_to_its_case(client_of: Client, console: Book, number: str) -> None:
    clerk = client_of("clerk")
    pk = entered(clerk, number)
    assert "/entries/" not in text(clerk.get(f"/desk/record/{pk}/"))
    decided(client_of("checker"), pk)
    at = known(console, number)[0]["position"]
    assert f'href="/entries/{at}"' in text(clerk.get(f"/desk/record/{pk}/"))
    assert number in text(clerk.get(f"/entries/{at}", follow=True))


def test_a_withdrawal_leaves_nothing_standing(client_of: Client, console: Book, number: str) -> None:
    from plumbline.web.desk.models import Draft

    clerk, checker = client_of("clerk"), client_of("checker")
    decided(checker, entered(clerk, number))
    at = known(console, number)[0]["position"]
    assert "盗窃罪" in text(clerk.get(f"/desk/withdraw/{at}/"))
    assert 'id="why-fault"' in text(clerk.post(f"/desk/withdraw/{at}/", {"act": "submit", "why": ""}))
    assert clerk.post(f"/desk/withdraw/{at}/", {"act": "submit", "why": "重复登记"}).status_code == 302
    pk = Draft.objects.get(supersedes=at).pk
    page = text(checker.get(f"/approvals/{pk}/"))
    assert "重复登记" in page
    assert f"撤回第 {at} 条" in page
    assert "取代第" not in page
    decided(checker, pk)
    _, withdrawn = known(console, number)
    assert (withdrawn["kind"], withdrawn["supersedes"], withdrawn["fields"]["reason"]) == ("Withdrawn", at, "重复登记")


def test_another_body_s_entry_is_not_corrected(client_of: Client, console: Book) -> None:
    other = next(e for e in known(console, "（2020）甘01刑终1号"))
    clerk = client_of("clerk")
    for what in ("correct", "withdraw"):
        assert clerk.get(f"/desk/{what}/{other['position']}/").status_code == 403
        assert clerk.get(f"/desk/{what}/999999999999/").status_code == 409


def test_two_corrections_of_one_entry_do_not_both_stand(client_of: Client, console: Book, number: str) -> None:
    from plumbline.web.desk.models import Draft

    clerk, checker = client_of("clerk"), client_of("checker")
    decided(checker, entered(clerk, number))
    at = known(console, number)[0]["position"]
    for offence in ("诈骗罪", "抢劫罪"):
        clerk.post(f"/desk/correct/{at}/", docketed(number, offence=offence, why="更正"))
    first, second = Draft.objects.filter(supersedes=at).order_by("pk")
    assert decided(checker, first.pk).status_code == 302
    answer = decided(checker, second.pk)
    assert answer.status_code == 422
    assert "取代" in text(answer)
    assert Draft.objects.get(pk=second.pk).state == "submitted"
    assert decided(checker, second.pk, "return", "已由另一份更正").status_code == 302
    assert len(known(console, number)) == 2


def erased(book: Book, position: int) -> None:
    """Have an entry's content erased by order."""
    from plumbline.web.book.erasing import erase

    by: dict[str, Any] = {"entered_by": "甲", "approved_by": "乙", "recorded_at": datetime.now(UTC)}
    order: dict[str, Any] = {"order": "（2021）甘0102删1号", "body": "甘肃省高级人民法院", "on": date(2021, 7, 1)}
    erase(book, position, **order, **by)


def test_what_an_order_erases_is_not_at_the_desk_any_more(client_of: Client, console: Book, number: str) -> None:
    from plumbline.web.desk.models import Draft

    clerk, checker = client_of("clerk"), client_of("checker")
    pk = entered(clerk, number, offence="逃税罪")
    decided(checker, pk)
    assert "逃税罪" in text(clerk.get(f"/desk/record/{pk}/"))
    assert "逃税罪" not in str(Draft.objects.filter(pk=pk).values())
    erased(console, known(console, number)[0]["position"])
    page = text(clerk.get(f"/desk/record/{pk}/"))
    assert number in page
    assert "逃税罪" not in page


def test_a_draft_that_repeats_what_was_erased_goes_too(client_of: Client, console: Book, number: str) -> None:
    from plumbline.web.desk.models import Draft
    from plumbline.web.desk.saving import forget

    clerk, checker = client_of("clerk"), client_of("checker")
    decided(checker, entered(clerk, number, offence="逃税罪"))
    at = known(console, number)[0]["position"]
    said = docketed(number, offence="逃税罪", persons="9", why="更正")
    assert clerk.post(f"/desk/correct/{at}/", said).status_code == 302
    [draft] = Draft.objects.filter(supersedes=at)
    erased(console, at)
    assert decided(checker, draft.pk).status_code == 422
    forget(at)
    draft.refresh_from_db()
    assert (draft.state, draft.fields) == ("cancelled", {})
    assert "逃税罪" not in text(clerk.get(f"/desk/record/{draft.pk}/"))
