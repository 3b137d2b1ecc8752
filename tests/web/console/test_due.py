"""What is due: for one's own body, on a day, with its article; and that the book does not know later days."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.web.console.test_files import COURT, OTHER, docketed, text

from plumbline.web.book import Book

Client = Callable[[str], Any]


@pytest.fixture(autouse=True)
def patient(console: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages wait until what they show is reckoned."""
    from plumbline.web.console import keeping

    monkeypatch.setattr(keeping, "PATIENCE", 600)


@pytest.fixture
def fresh(console: Book) -> None:
    """What is due is told as of the book as it is now."""
    from plumbline.web.files import lately

    lately.forget()


def test_over_disputed_due_by_the_day(client_of: Client, console: Book) -> None:
    from plumbline.web.files import lately

    body, number = "兰州铁路运输法院", "（2020）甘7101刑初1号"
    docketed(console, number, body)  # of 2020-05-11: two months, three at the latest (art. 208), in custody
    lately.forget()
    where = {
        "2020-06-20": "", "2020-07-01": "later", "2020-07-06": "week", "2020-07-11": "today", "2020-07-12": "plain",
        "2020-08-05": "week", "2020-08-11": "today", "2020-08-12": "over",
    }  # fmt: skip
    for day, group in where.items():
        page = text(client_of("supervisor").get("/due/", {"on": day, "line": "trials", "body": body}))
        before, there, _ = page.partition(f"{number}</a>")
        assert (day, before.rpartition('<h2 id="')[2].partition('"')[0] if there else "") == (day, group)


def test_after_its_end_it_is_over_and_the_book_is_said_not_to_know(
    client_of: Client, fresh: None, console: Book
) -> None:
    docketed(console, "（2020）甘0102刑初9402号")
    page = text(client_of("clerk").get("/due/", {"on": "2021-06-30", "line": "trials", "group": "over"}))
    assert "（2020）甘0102刑初9402号" in page
    assert "此后发生了什么，账内不知" in text(client_of("clerk").get("/due/", {"on": "2090-01-01", "line": "trials"}))


def test_ones_own_body_alone_save_for_who_supervises(client_of: Client, fresh: None, console: Book) -> None:
    docketed(console, "（2020）甘0102刑初9403号")
    docketed(console, "（2020）甘0103刑初9403号", OTHER)
    asked = {"on": "2020-07-11", "line": "trials", "group": "today"}
    own = text(client_of("clerk").get("/due/", asked | {"body": OTHER}))
    assert "（2020）甘0102刑初9403号" in own
    assert OTHER not in own
    every = text(client_of("supervisor").get("/due/", asked))
    assert "（2020）甘0102刑初9403号" in every
    assert "（2020）甘0103刑初9403号" in every
    one = text(client_of("auditor").get("/due/", asked | {"body": OTHER}))
    assert "（2020）甘0102刑初9403号" not in one
    assert "（2020）甘0103刑初9403号" in one


def test_a_day_that_is_none_is_said_at_its_field(client_of: Client) -> None:
    for typed in ("yesterday", "1899-12-31", "2101-01-01"):
        page = text(client_of("clerk").get("/due/", {"on": typed, "line": "trials"}))
        assert f'value="{typed}"' in page
        assert 'aria-invalid="true"' in page


def test_as_of_a_size_it_stays(client_of: Client, fresh: None, console: Book) -> None:
    at = docketed(console, "（2020）甘0102刑初9404号")
    asked = {"on": "2020-07-11", "line": "trials", "group": "today"}
    clerk = client_of("clerk")
    assert "9404号" not in text(clerk.get("/due/", asked | {"as_of": at}))
    assert "9404号" in text(clerk.get("/due/", asked | {"as_of": at + 1}))


def test_the_case_of_a_deadline_opens(client_of: Client, fresh: None, console: Book) -> None:
    docketed(console, "（2020）甘0102刑初9405号")
    page = text(client_of("clerk").get("/due/", {"on": "2020-07-11", "line": "trials", "group": "today"}))
    address = page.partition("（2020）甘0102刑初9405号</a>")[0].rpartition('href="')[2].partition('"')[0]
    case = client_of("clerk").get(address)
    assert case.status_code == 302
    assert COURT in text(client_of("clerk").get(case.headers["Location"].partition("#")[0]))


def test_a_list_that_is_reckoned_shows_how_far_it_is_and_a_recent_one_meanwhile(
    client_of: Client, console: Book, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plumbline.web.console import keeping
    from plumbline.web.files import lately

    clerk, asked = client_of("clerk"), {"on": "2020-07-13", "line": "trials", "group": "plain"}
    number = "（2020）甘0102刑初9406号"
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    answer = clerk.get("/due/", asked)
    assert answer.status_code == 202
    assert "<progress" in answer.content.decode()
    while clerk.get("/due/", asked).status_code == 202:
        pass
    docketed(console, number)
    lately.forget()
    page = text(clerk.get("/due/", asked))
    assert number not in page
    assert "更新的正在计算" in page
    while "更新的正在计算" in page:
        page = text(clerk.get("/due/", asked))
    assert number in page


def test_programs_are_given_so_many_from_one_on(client_of: Client, console: Book) -> None:
    from plumbline.web.console import shelf
    from plumbline.web.files import due
    from plumbline.web.people.models import Account

    every = due.due_at_last(shelf.size(), date(2021, 6, 30), "trials").readable(
        Account.objects.get(username="supervisor")
    )
    assert [*every[0:2], *every[2 : len(every)]] == every[0 : len(every)]
    assert len(every[1:2]) == 1
