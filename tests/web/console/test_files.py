"""Cases: who finds and reads which, what their story says, that each reading is on the trail."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

import pytest

from plumbline.lines.links.records import Linked
from plumbline.lines.trials.records import Concluded, Docketed
from plumbline.web.book import Book
from plumbline.web.book.appending import append, withdraw

Client = Callable[[str], Any]
COURT, OTHER, PROSECUTORS = "城关区人民法院", "七里河区人民法院", "城关区人民检察院"
BY: dict[str, Any] = {"entered_by": "录入甲", "approved_by": "审批乙", "recorded_at": datetime(2026, 1, 6, tzinfo=UTC)}


def file(body: str, number: str, line: str = "trials", first: str = "cases") -> str:
    return f"/{first}/{line}/{quote(body, safe='')}/{quote(number, safe='')}"


def docketed(book: Book, number: str, body: str = COURT, **said: Any) -> int:
    said = {"offence": "盗窃罪", "persons": 1, "in_custody": True} | said
    return append(book, [Docketed(case=number, body=body, on=date(2020, 5, 11), **said)], **BY).first


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer
    return str(answer.content.decode())


def test_a_number_finds_its_case_and_only_the_one_that_may_be_read(client_of: Client, console: Book) -> None:
    number = "（2020）甘0102刑初9001号"
    docketed(console, number)
    docketed(console, number, OTHER)
    own, every = (text(client_of(who).get("/cases/", {"number": f" {number} "})) for who in ("clerk", "auditor"))
    assert file(COURT, number) in own
    assert OTHER not in own
    assert file(COURT, number) in every
    assert file(OTHER, number) in every


@pytest.mark.parametrize(("typed", "kept"), [("cafe\u03019001", "caf\u00e99001"), ("caf\u00e99011", "caf\u00e99011")])
def test_letters_written_in_two_ways_are_the_same_number(
    client_of: Client, console: Book, typed: str, kept: str
) -> None:
    docketed(console, kept)
    assert f"{kept}</a>" in text(client_of("clerk").get("/cases/", {"number": typed}))


def test_a_number_that_is_another_bodys_is_said_not_to_be_among_ones_own(client_of: Client, console: Book) -> None:
    docketed(console, "（2020）甘0103刑初9002号", OTHER)
    page = text(client_of("clerk").get("/cases/", {"number": "（2020）甘0103刑初9002号"}))
    assert "您可查阅的案卷里没有这个案号" in page
    assert text(client_of("clerk").get(file(OTHER, "（2020）甘0103刑初9002号")), 403)
    assert text(client_of("clerk").get(file(OTHER, "（2020）甘0103刑初9002号", first="limits")), 403)


def test_the_last_cases_of_a_line_page_by_page(client_of: Client, console: Book) -> None:
    from plumbline.web.files.finding import PAGE

    numbers = [f"（2021）甘0102刑初{9100 + n}号" for n in range(PAGE + 3)]
    for number in numbers:
        docketed(console, number)
    docketed(console, "（2021）甘0103刑初9100号", OTHER)
    clerk, seen, address = client_of("clerk"), [], "/cases/?line=trials"
    while address:
        page = text(clerk.get(address))
        seen += [number for number in reversed(numbers) if f">{number}</a>" in page]
        assert OTHER not in page
        _, _, rest = page.partition('class="pages"><a href="')
        address = rest.partition('"')[0].replace("&amp;", "&") and "/cases/" + rest.partition('"')[0].replace(
            "&amp;", "&"
        )
    assert seen == list(reversed(numbers))


def test_a_case_with_many_entries_is_listed_once(console: Book) -> None:
    from plumbline.web.files.finding import recent

    for _ in range(3):
        docketed(console, "（2021）甘0104刑初9200号", "西固区人民法院")
    first = docketed(console, "（2021）甘0104刑初9201号", "西固区人民法院")
    last = docketed(console, "（2021）甘0104刑初9200号", "西固区人民法院")
    for size in (0, first, last + 1):
        found = recent(console, size, "trials", "西固区人民法院").files
        assert [(f.number, f.position) for f in found] == [
            ("（2021）甘0104刑初9200号", last),
            ("（2021）甘0104刑初9201号", first),
        ]


def test_the_story_tells_what_was_corrected_and_withdrawn(client_of: Client, console: Book) -> None:
    number = "（2020）甘0102刑初9003号"
    first = docketed(console, number)
    right = Docketed(case=number, body=COURT, on=date(2020, 5, 12), offence="诈骗罪", persons=1)
    second = append(console, [right], supersedes=first, **BY).first
    ended = append(console, [Concluded(case=number, body=COURT, on=date(2020, 7, 3), persons=1)], **BY).first
    gone = withdraw(console, ended, reason="重复登记", on=date(2020, 7, 9), **BY).first
    page = text(client_of("clerk").get(file(COURT, number)))
    assert f'href="#p{second}">已被更正 {second}' in page
    assert f'href="#p{first}">更正 {first}' in page
    assert f'href="#p{gone}">已撤回 {gone}' in page
    assert "重复登记" in page
    assert "录入 录入甲" in page
    assert "审批 审批乙" in page
    corrections = [f'href="/desk/correct/{at}/"' in page for at in (first, second, ended, gone)]
    assert corrections == [False, True, False, False]
    assert "/desk/correct/" not in text(client_of("checker").get(file(COURT, number)))


def test_the_story_as_of_a_size_knows_nothing_later(client_of: Client, console: Book) -> None:
    number = "（2020）甘0102刑初9004号"
    first = docketed(console, number)
    right = Docketed(case=number, body=COURT, on=date(2020, 5, 12), offence="诈骗罪", persons=1)
    append(console, [right], supersedes=first, **BY)
    before = text(client_of("clerk").get(file(COURT, number), {"as_of": first + 1}))
    assert "诈骗罪" not in before
    assert "已被更正" not in before
    assert text(client_of("clerk").get(file(COURT, number), {"as_of": first}), 404)


def test_every_reading_of_a_case_is_on_the_trail(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Read

    number = "（2020）甘0102刑初9005号"
    docketed(console, number)
    text(client_of("auditor").get(file(COURT, number)))
    text(client_of("clerk").get(file(OTHER, number)), 403)
    read = Read.objects.filter(case=number).values_list("account", "what", "line", "body")
    assert list(read) == [("auditor", "case", "trials", COURT)]


def test_links_open_only_where_the_other_file_may_be_read(client_of: Client, console: Book) -> None:
    number, there = "（2020）甘0102刑初9006号", "兰城检刑诉受〔2020〕9006号"
    docketed(console, number)
    said = {"how": "移送", "from_line": "prosecutions", "to_line": "trials", "to_case": number, "to_body": COURT}
    link = Linked(case=there, body=PROSECUTORS, on=date(2020, 5, 10), persons=1, **said)
    append(console, [link], **BY)
    from plumbline.web.files import lately

    lately.forget()
    own, every = (text(client_of(who).get(file(COURT, number))) for who in ("clerk", "auditor"))
    assert f"<span>{there}</span>" in own
    assert file(PROSECUTORS, there, "prosecutions") not in own
    assert f'href="{file(PROSECUTORS, there, "prosecutions")}">{there}' in every


def test_a_case_that_is_none_and_a_line_that_is_none(client_of: Client) -> None:
    assert text(client_of("clerk").get(file(COURT, "（2020）甘0102刑初9999号")), 404)
    assert text(client_of("auditor").get(file(COURT, "1", "nonsense")), 404)
    assert text(client_of("auditor").get("/entries/999999999999"), 404)


@pytest.mark.parametrize("number", ["1" * 201, "1\u0000", "1\u202e2"])
def test_an_address_that_no_record_can_have(client_of: Client, number: str) -> None:
    for first in ("cases", "limits"):
        assert client_of("auditor").get(file(COURT, number, first=first)).status_code == 404


def test_the_entry_of_a_position_leads_to_its_case(client_of: Client, console: Book) -> None:
    at = docketed(console, "（2020）甘0102刑初9007号")
    answer = client_of("clerk").get(f"/entries/{at}")
    assert answer.headers["Location"] == f"{file(COURT, '（2020）甘0102刑初9007号')}#p{at}"
    other = docketed(console, "（2020）甘0103刑初9007号", OTHER)
    assert client_of("clerk").get(f"/entries/{other}").status_code == 403


def test_time_limits_of_a_case_with_their_working(client_of: Client, console: Book) -> None:
    number = "（2020）甘0102刑初9008号"
    docketed(console, number)
    page = text(client_of("clerk").get(file(COURT, number, first="limits"), {"on": "2020-06-30"}))
    assert "2020-05-12起算" in page
    assert "刑事诉讼法（2018年修正）》第208条" in page
    assert "<details>" in page
    wrong = text(client_of("clerk").get(file(COURT, number, first="limits"), {"on": "2020-13-45"}))
    assert 'value="2020-13-45"' in wrong
    assert "不是日期" in wrong


@pytest.fixture
def english(client_of: Client) -> Any:
    """A clerk who reads English."""
    client = client_of("clerk")
    client.post("/language", {"lang": "en", "back": "/"})
    return client


def test_in_english(english: Any, console: Book) -> None:
    docketed(console, "（2020）甘0102刑初9010号")
    assert "What happened" in text(english.get(file(COURT, "（2020）甘0102刑初9010号")))
    assert "Among the cases you may read there is none" in text(english.get("/cases/", {"number": "none 1"}))


@pytest.mark.parametrize("who", ["administrator"])
def test_who_manages_accounts_reads_no_case(client_of: Client, who: str) -> None:
    for address in ("/cases/", "/due/", file(COURT, "（2020）甘0102刑初1号"), "/entries/0"):
        assert client_of(who).get(address).status_code == 403
