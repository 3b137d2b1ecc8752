"""Reconciliation and boards: their numbers are the command's, cases are named to those who may read them."""

import re
from datetime import date
from typing import Any

import pytest

from bulletins import COURT, Client, docket, exact, page, said, values
from plumbline.web.book import Book


@pytest.fixture(scope="module", autouse=True)
def unsent(console: Book) -> None:
    """Two courts each took on a case that nobody sent."""
    docket(console, "（2020）甘0102刑初9101号", COURT, date(2020, 11, 2))
    docket(console, "（2020）甘0103刑初9102号", "七里河区人民法院", date(2020, 11, 3))


def test_each_bridge_has_its_sides_and_what_is_left(client_of: Client) -> None:
    text = page(client_of("reporter"), "/bridges/?period=2015/2030")
    told: dict[str, list[Any]] = {}
    for each in said("reconcile", "--period", "2015/2030")["bridges"]:
        told.setdefault(each["id"], []).append(each)
    for name, countings in told.items():
        section = text.split(f'<section class="bridge" id="{name}">')[1].split("</section>")[0]
        rest = section.split('<tr class="rest">')[1]
        assert re.findall(r"<b>(-?\d+)</b>", rest) == [str(each["rest"]) for each in countings]
        assert ("✓ 相符" in section) == (not any(each["unexplained"] for each in countings))
        for part in (*countings[0]["left"], *countings[0]["right"], *countings[0]["causes"]):
            assert part["zh"] in section
    assert any(each["rest"] for each in told["links.prosecuted_docketed"])


def test_a_reconciliation_under_way_shows_how_far_it_is(client_of: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from plumbline.web.console import keeping

    monkeypatch.setattr(keeping, "PATIENCE", 0)
    address = "/bridges/?period=2016/2030"
    answer = client_of("reporter").get(address)
    assert answer.status_code == 202
    assert f'hx-get="{address}"' in answer.content.decode()
    page(client_of("reporter"), address)
    assert client_of("reporter").get(address, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_cases_that_do_not_fit_are_named_to_their_own_body(client_of: Client) -> None:
    """Of November alone: of many findings of one kind not all are named."""
    found = said("reconcile", "--period", "2020-11")["findings"]
    mine = {f["case"] for f in found if f["body"] == COURT}
    others = {f["case"] for f in found if f["body"] != COURT} - mine
    assert mine
    assert others
    reporter = page(client_of("reporter"), "/bridges/?period=2020-11").split('id="findings"')[1]
    assert all(case in reporter for case in mine | others)
    clerk = page(client_of("clerk"), "/bridges/?period=2020-11").split('id="findings"')[1]
    links = set(re.findall(r'<a href="/cases/[^"]*">(.*?)</a>', clerk))
    assert links == mine
    assert "其他单位的：" in clerk


def test_the_board_of_matters_reads_as_the_command(client_of: Client) -> None:
    text = page(client_of("clerk"), "/boards/?on=2020-12-31")
    told = {r["figure"]: exact(r) for r in said("figures", "matters", "--period", "2020")}
    names = ("assigned", "decided", "closed", "on_time", "on_time_rate", "pending", "without_progress", "overdue")
    assert values(text) == [told[f"matters.{name}"] for name in names]


def test_a_plan_has_its_counts_and_every_status_in_words(client_of: Client) -> None:
    text = page(client_of("clerk"), "/boards/plans/lanzhou-2020?on=2020-12-31")
    told = said("plan", "board", "lanzhou-2020", "--on", "2020-12-31")
    counts = text.split('<ul class="counts">')[1].split("</ul>")[0]
    assert [int(n) for n in re.findall(r"<b>(\d+)</b>", counts)] == list(told["counts"].values())
    tasks = text.count('<li>\n<p><span class="tag')
    assert tasks == sum(told["counts"].values())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/boards/plans/lanzhou-2021", 404),
        ("/boards/plans/lanzhou-2020?on=2020-13-01", 400),
        ("/boards/?on=昨天", 400),
        ("/boards/map?figure=matters.decided", 400),
        ("/boards/map?figure=nothing", 400),
        ("/bridges/?period=x", 400),
        ("/bridges/?body=无此单位", 400),
    ],
)
def test_what_cannot_be_shown_is_said(client_of: Client, address: str, status: int) -> None:
    page(client_of("reporter"), address, status)


def test_the_map_tells_its_numbers_in_a_table_as_well(client_of: Client) -> None:
    text = page(client_of("clerk"), "/boards/map?figure=trials.docketed&period=2015/2030")
    told = said("figures", "trials.docketed", "--period", "2015/2030", "--by", "body")[0]["by"]
    rows = dict(re.findall(r'<th scope="row"><a href="[^"]*">(.*?)</a></th><td class="number">(\d+)件</td>', text))
    assert {row["body"]: str(row["numerator"]) for row in told}.items() <= rows.items()
    assert "<svg" in text


def test_reading_of_cases_is_in_the_trail_where_any_was_named(client_of: Client) -> None:
    from plumbline.web.people.models import Read

    for account, named in (("auditor", True), ("grid", False)):
        Read.objects.filter(account=account, what="bridges").delete()
        page(client_of(account), "/bridges/?period=2015/2030")
        assert Read.objects.filter(account=account, what="bridges").exists() == named


def test_of_many_findings_of_one_kind_some_are_named_and_all_are_counted() -> None:
    from plumbline.errors import Words
    from plumbline.figures.consistency import Inconsistency
    from plumbline.web.bulletin import accounts

    many = [Inconsistency("no_link", "trials", COURT, str(n), Words("", ""), (n,)) for n in range(25)]
    other = Inconsistency("doubled", "trials", COURT, "0", Words("", ""), (0,))
    listed = accounts.listed([*many, other])
    assert [(each.name, len(each.some), each.number) for each in listed] == [("no_link", 20, 25), ("doubled", 1, 1)]
