"""Erasure by order: it takes an order and two persons, and what it leaves is honest."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.console.test_files import COURT, OTHER, docketed, file, text

from plumbline.web.book import Book
from plumbline.web.book.showing import at

Client = Callable[[str], Any]
ORDER = {"order": "（2021）甘0102行审1号", "ordered_by": "兰州市中级人民法院", "ordered_on": "2021-03-01"}


def asked_of(client: Any, position: int) -> int:
    from plumbline.web.files.models import Erasure

    assert "收案" in text(client.get(f"/entries/{position}/erasing"))
    assert client.post(f"/entries/{position}/erasing", ORDER).status_code == 302
    return int(Erasure.objects.get(position=position, decided_by="").pk)


@pytest.fixture
def second(console: Book) -> str:
    """Another checker of the same court."""
    from plumbline.web.people.models import Account, Role

    for name, body in (("checker2", COURT), ("checker3", OTHER)):
        Account.objects.get_or_create(username=name, defaults={"role": Role.CHECKER, "body": body})
    return "checker2"


def test_two_persons_erase_and_the_place_stays(client_of: Client, console: Book, second: str) -> None:
    number = "（2020）甘0102刑初9301号"
    position = docketed(console, number)
    pk = asked_of(client_of("checker"), position)
    assert at(console, [position])[0].erased_by is None
    assert f'href="/entries/{position}"' in text(client_of("auditor").get("/audit/"))
    assert "确认删除" not in text(client_of("checker").get(file(COURT, number)))
    assert "确认删除" in text(client_of(second).get(file(COURT, number)))
    assert client_of(second).post(f"/erasures/{pk}", {"decision": "confirm"}).status_code == 302
    gone = at(console, [position])[0]
    assert gone.entry["fields"] is None
    order = at(console, [gone.erased_by or -1])[0].entry
    assert (order["case"], order["entered_by"], order["approved_by"]) == (ORDER["order"], "checker", second)
    page = text(client_of("clerk").get(file(COURT, number)))
    assert f"内容已依令删除 {gone.erased_by}" in page
    assert "盗窃罪" not in page


def test_nobody_confirms_what_they_asked_for(client_of: Client, console: Book) -> None:
    position = docketed(console, "（2020）甘0102刑初9302号")
    pk = asked_of(client_of("checker"), position)
    assert client_of("checker").post(f"/erasures/{pk}", {"decision": "confirm"}).status_code == 403
    assert at(console, [position])[0].entry["fields"] is not None


@pytest.mark.parametrize("who", ["clerk", "officer", "reporter", "administrator", "supervisor", "checker3"])
def test_others_do_not_confirm(client_of: Client, console: Book, second: str, who: str) -> None:
    position = docketed(console, f"（2020）甘0102刑初931{len(who)}号")
    pk = asked_of(client_of("checker"), position)
    assert client_of(who).post(f"/erasures/{pk}", {"decision": "confirm"}).status_code == 403
    assert at(console, [position])[0].entry["fields"] is not None


@pytest.mark.parametrize("who", ["clerk", "officer", "reporter", "auditor", "administrator", "checker3"])
def test_others_do_not_ask(client_of: Client, console: Book, second: str, who: str) -> None:
    position = docketed(console, f"（2020）甘0102刑初932{len(who)}号")
    assert client_of(who).post(f"/entries/{position}/erasing", ORDER).status_code == 403


def test_refused_nothing_goes_and_it_can_be_asked_for_again(client_of: Client, console: Book) -> None:
    position = docketed(console, "（2020）甘0102刑初9303号")
    pk = asked_of(client_of("supervisor"), position)
    again = client_of("checker").post(f"/entries/{position}/erasing", ORDER)
    assert "已有人提出删除" in text(again, 400)
    assert client_of("auditor").post(f"/erasures/{pk}", {"decision": "refuse"}).status_code == 302
    assert at(console, [position])[0].entry["fields"] is not None
    assert text(client_of("auditor").post(f"/erasures/{pk}", {"decision": "confirm"}), 409)
    asked_of(client_of("checker"), position)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"order": "王某某"}, "order"), ({"ordered_on": "2199-01-01"}, "ordered_on"), ({"ordered_on": "x"}, "ordered_on")],
)
def test_a_wrong_order_is_said_at_its_field_and_nothing_typed_is_lost(
    client_of: Client, console: Book, wrong: dict[str, str], field: str
) -> None:
    position = docketed(console, "（2020）甘0102刑初9304号")
    page = text(client_of("checker").post(f"/entries/{position}/erasing", ORDER | wrong), 400)
    assert page.count('aria-invalid="true"') == 1
    before, _, _ = page.partition('aria-invalid="true"')
    assert f'name="{field}"' in before.rpartition("<input")[2]
    for value in (ORDER | wrong).values():
        assert f'value="{value}"' in page
