"""The bulletin read by its users: every number on a page is what the command line says for the same question."""

import csv
import io
import json
import re
from datetime import date
from html import unescape

import pytest

from bulletins import COURT, Client, docket, exact, page, said, values
from plumbline.periods import span
from plumbline.web.book import Book

READERS = ("clerk", "checker", "officer", "reporter", "auditor", "supervisor")
PAGES = ("/figures/", "/figures/trials.docketed", "/bridges/", "/boards/", "/boards/map", "/reports/")


@pytest.fixture(scope="module", autouse=True)
def year(console: Book) -> str:
    """The last year the book has records of, which is what a page shows unless told."""
    from plumbline.web.console import shelf
    from plumbline.web.reading.narrowed import kept

    with shelf.reading() as book:
        days = kept(book).days
    assert days
    return str(days.last.year)


@pytest.mark.parametrize(
    "asked",
    [
        ("trials.docketed", "2015/2030"),
        ("trials.docketed", "2015/2030", "--scope", "涉黑涉恶"),
        ("trials.docketed", "2015/2030", "--body", COURT),
        ("trials.clearance_rate", "2015/2030"),
        ("assets.controlled", "2015/2030"),
        ("matters.pending", "2015/2030"),
    ],
)
def test_a_value_is_what_the_command_says_in_each_counting(client_of: Client, asked: tuple[str, ...]) -> None:
    name, period, *more = asked
    query = {"period": period} | dict(zip([o.removeprefix("--") for o in more[::2]], more[1::2], strict=True))
    answer = client_of("reporter").get(f"/figures/{name}", query)
    assert values(unescape(answer.content.decode())) == [
        exact(r) for r in said("figures", name, "--period", period, *more)
    ]


def test_parts_are_what_the_command_says(client_of: Client) -> None:
    text = page(client_of("reporter"), "/figures/trials.docketed?period=2015/2030&by=body")
    cases, persons = said("figures", "trials.docketed", "--period", "2015/2030", "--by", "body")
    rows = {row["body"]: [exact(row)] for row in cases["by"]}
    for row in persons["by"]:
        rows[row["body"]].append(exact(row))
    assert rows == _parts(text)
    assert len(rows) > 1


def _parts(text: str) -> dict[str, list[str]]:
    table = text.split('<table class="parts">')[1].split("</table>")[0]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table, re.S)
    return {name: re.findall(r'<data value="([^"]*)">', cells) for name, cells in rows}


def test_small_numbers_of_persons_by_two_columns_stay_hidden(client_of: Client) -> None:
    text = page(client_of("reporter"), "/figures/trials.docketed?period=2015/2030&by=body&by=procedure")
    _, persons = said("figures", "trials.docketed", "--period", "2015/2030", "--by", "body", "--by", "procedure")
    hidden = sum(row["numerator"] is None for row in persons["by"])
    assert hidden
    assert text.count("不显示</data>") == hidden
    assert "界线： 5" in text


def test_a_change_has_its_interval_and_verdict(client_of: Client) -> None:
    text = page(client_of("reporter"), "/figures/trials.docketed?period=2020&against=2019")
    found = said("figures", "trials.docketed", "--period", "2020", "--against", "2019")
    assert values(text, "before") == [f"{r['base_numerator']}/{r['base_denominator']}" for r in found]
    assert all(r["numerator"] and r["base_numerator"] for r in found)
    words = {"fell": "降", "rose": "升", "unclear": "分不清"}
    assert re.findall(r'<b class="verdict">(.*?)</b>', text) == [words[r["verdict"]] for r in found]


def test_a_trend_of_time_limits_is_drawn_when_asked_for(client_of: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from plumbline.web.console import keeping

    monkeypatch.setattr(keeping, "PATIENCE", 0)
    client, address = client_of("reporter"), "/figures/trials.deadlines_kept?period=2020-03/2020-04"
    text = page(client, address)
    assert "<svg" not in text.split("<h2>趋势</h2>")[1]
    (link,) = re.findall(r'<a href="(\?[^"]*trend=1)">', text)
    asked = "/figures/trials.deadlines_kept" + link
    assert "<progress" in client.get(asked).content.decode()
    drawn = page(client, asked)
    assert "<svg" in drawn.split("<h2>趋势</h2>")[1]
    (spec,) = re.findall(r'data-spec="([^"]*)"', drawn)
    assert client.get(spec).json()["layer"]


def test_the_list_reads_a_line_that_is_asked_for(client_of: Client, year: str) -> None:
    text = page(client_of("clerk"), "/figures/?line=trials")
    table = text.split('id="line-trials"')[1].split("</section>")[0]
    read = dict(
        re.findall(r'<span class="quiet">(trials\.\w+)</span></th>\s*<td class="number"><data value="([^"]*)">', table)
    )
    told: dict[str, str] = {}
    for row in said("figures", "trials", "--period", year):
        told.setdefault(row["figure"], exact(row))
    assert told == {name: value for name, value in read.items() if name in told}


def test_the_list_gives_htmx_the_one_line_alone(client_of: Client) -> None:
    answer = client_of("clerk").get("/figures/?line=trials", headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert text.lstrip().startswith('<section id="line-trials"')
    assert text.count("<section") == 1


@pytest.mark.parametrize("wanted", ["受理 案件", "DOCKETED"])
def test_figures_are_found_by_words_of_both_languages(client_of: Client, wanted: str) -> None:
    client = client_of("clerk")
    text = unescape(client.get("/figures/", {"q": wanted}).content.decode())
    assert "/figures/trials.docketed" in text
    assert "/figures/crashes." not in text


def test_an_unknown_figure_leads_to_the_nearest(client_of: Client) -> None:
    text = page(client_of("clerk"), "/figures/trials.docketd", 404)
    assert '<a href="/figures/trials.docketed">' in text


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(client_of: Client) -> None:
    text = page(client_of("clerk"), "/figures/trials.docketed?period=20&body=无此法院&scope=涉黑", 400)
    assert 'value="20" aria-invalid="true" aria-describedby="period-wrong"' in text
    assert 'value="无此法院" aria-invalid="true" aria-describedby="body-wrong"' in text
    assert '<option value="涉黑" selected>' in text


@pytest.mark.parametrize(
    "query", ["period=1800", "by=case", "by=person", "as_of=-1", "as_of=99999999", f"body={'长' * 201}"]
)
def test_an_address_out_of_bounds_is_refused(client_of: Client, query: str) -> None:
    assert client_of("reporter").get(f"/figures/trials.docketed?{query}").status_code == 400


def test_records_are_for_whom_may_read_them(client_of: Client) -> None:
    from plumbline.web.people.models import Read

    found = said("figures", "trials.docketed", "--period", "2015/2030", "--drill")[0]["records"]
    mine = {row["case"] for row in found if row["body"] == COURT}
    others = {row["case"] for row in found} - mine
    assert mine
    assert others
    address = "/figures/trials.docketed?period=2015/2030"
    for account, seen in (("reporter", mine | others), ("clerk", mine), ("grid", set[str]())):
        Read.objects.filter(account=account, what="trials.docketed").delete()
        text = page(client_of(account), address)
        assert {row["case"] for row in found if row["case"] in text} == seen
        assert f"<b>{len(found)}</b> 条" in text
        assert Read.objects.filter(account=account, what="trials.docketed").exists() == bool(seen)


def test_further_records_are_on_further_pages(client_of: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plumbline.web.bulletin.behind.PAGE", 3)
    client, address, seen = client_of("reporter"), "/figures/trials.docketed?period=2020", list[str]()
    while address:
        text = page(client, address)
        rows = re.findall(r'<tr><td class="number">(\d+)</td>', text)
        assert 0 < len(rows) <= 3
        seen += rows
        further = re.search(r'<a href="([^"]*)#records">后面的记录', text)
        address = f"/figures/trials.docketed{further[1]}" if further else ""
    told = said("figures", "trials.docketed", "--period", "2020", "--drill")[0]["records"]
    assert seen == [str(row["position"]) for row in told]
    assert len(seen) > 3


def test_a_trend_adds_up_to_its_year(client_of: Client) -> None:
    client, asked = client_of("clerk"), "?period=2020&scope=涉黑涉恶"
    drawn = json.dumps(client.get(f"/figures/trials.docketed/trend.json{asked}").json(), ensure_ascii=False)
    labels = re.findall(r'"series": "本期", "value": ([\d.]+)', drawn)
    [cases, *_] = said("figures", "trials.docketed", "--period", "2020", "--scope", "涉黑涉恶")
    assert len(labels) == 12
    assert sum(map(float, labels)) == cases["numerator"] > 0
    text = page(client, f"/figures/trials.docketed{asked}")
    table = text.split("<details>")[1].split("</table>")[0]
    now = [
        int(n)
        for month, n in re.findall(r'<th scope="row">(.*?)</th><td class="number">(\d+)件', table)
        if "2020" in month
    ]
    assert sum(now) == cases["numerator"]


def test_a_download_holds_the_same_numbers(client_of: Client) -> None:
    answer = client_of("reporter").get("/figures/trials.docketed/values.csv?period=2015/2030&by=body")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = said("figures", "trials.docketed", "--period", "2015/2030", "--by", "body")
    assert [(r["counting"], r["body"], r["numerator"]) for r in rows] == [
        (each["counting"], part["body"], str(part["numerator"])) for each in told for part in each["by"]
    ]
    assert "attachment" in answer.headers["Content-Disposition"]


def test_no_cell_of_a_download_is_a_formula() -> None:
    from plumbline.web.bulletin.figure import csv_of

    text = csv_of([{"body": "=HYPERLINK(1)", "numerator": -1}], "x.csv").content.decode()
    assert "'=HYPERLINK(1)" in text
    assert ",-1" in text


def test_a_lasting_address_reads_as_it_read_before_later_records(client_of: Client, console: Book) -> None:
    client, address = client_of("reporter"), "/figures/trials.docketed?period=1999"
    before = page(client, address)
    lasting = re.findall(r'href="([^"]*as_of=\d+[^"]*)">固定链接', before)[0]
    docket(console, "（1999）甘0102刑初9001号", COURT, date(1999, 3, 1))
    assert values(page(client, address))[0] == "1/1"
    assert values(page(client, lasting)) == values(before)
    assert values(before)[0] == "0/1"


@pytest.mark.parametrize("address", PAGES)
def test_readers_read_and_an_administrator_does_not(client_of: Client, address: str) -> None:
    for account in READERS:
        assert client_of(account).get(address).status_code in (200, 202), account
    assert client_of("administrator").get(address).status_code == 403
    assert client_of("").get(address).status_code == 302


@pytest.mark.parametrize("address", PAGES)
def test_pages_speak_both_languages(client_of: Client, address: str) -> None:
    client = client_of("reporter")
    zh = page(client, address)
    client.post("/language", {"lang": "en", "back": "/"})
    en = page(client, address)
    title = re.compile(r"<h1>(.*?)</h1>", re.S)
    assert re.search(r"[一-鿿]", title.findall(zh)[0])
    assert not re.search(r"[一-鿿]", title.findall(en)[0])


@pytest.mark.parametrize(
    ("period", "short", "earlier"),
    [
        ("2020", "2020", "2019"),
        ("2018/2020", "2018/2020", "2017/2019"),
        ("2020-02", "2020-02", "2019-02"),
        ("2021-02", "2021-02", "2020-02"),
        ("2020-01/2020-11", "2020-01/2020-11", "2019-01/2019-11"),
        ("2020-03-05/2020-03-09", "2020-03-05/2020-03-09", "2019-03-05/2019-03-09"),
        ("2020-02-29", "2020-02-29/2020-02-29", "2019-02-28/2019-02-28"),
    ],
)
def test_a_period_is_written_as_it_is_typed(period: str, short: str, earlier: str) -> None:
    from plumbline.web.bulletin import places

    assert places.short(span(period)) == short
    assert places.year_earlier(span(period)) == earlier
    assert span(places.short(span(period))) == span(period)
