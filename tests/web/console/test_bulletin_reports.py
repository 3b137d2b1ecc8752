"""Reports written from the console: by whom, once at a time, what its files allow."""

import time
from datetime import date
from typing import Any

import pytest

from bulletins import COURT, Client, docket, page
from plumbline.web.book import Book

PLAN = "criminal-justice-2020"


@pytest.fixture(scope="module")
def written(console: Any) -> str:
    """A report that was written, by the address of its page."""
    from django.test import Client as Browser

    from plumbline.web.people.models import Account

    client = Browser()
    client.force_login(
        Account.objects.get(username="reporter"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    address: str = client.post("/reports/compile", {"plan": PLAN, "lang": "zh"}).headers["Location"]
    _await(client, address)
    return address


def _await(client: Any, address: str) -> None:
    for _ in range(300):
        text = client.get(address).content.decode()
        if "正在编写" not in text:
            assert "<iframe" in text, text[-1500:]
            return
        assert '<meta http-equiv="refresh"' in text
        time.sleep(0.2)
    raise AssertionError("never written")


def test_the_page_of_a_report_shows_it_and_its_files(client_of: Client, written: str) -> None:
    client = client_of("clerk")
    text = page(client, written)
    folder = written.rsplit("/", 2)[0]
    for end, begins in ((".html", b"<!doctype html>"), (".docx", b"PK"), (".pdf", b"%PDF")):
        assert f"{folder}/{PLAN}{end}" in text
        answer = client.get(f"{folder}/{PLAN}{end}")
        assert b"".join(answer.streaming_content).startswith(begins)


def test_how_far_it_had_come_was_told_to_the_end(written: str) -> None:
    from plumbline.web.bulletin.compiling import Job

    _, _, size, plan, lang = written.split("/")
    done, total = Job(plan, int(size), lang).beside("progress").read_text().split()
    assert int(done) == int(total) > 10


def test_a_report_keeps_its_own_policy(client_of: Client, written: str) -> None:
    answer = client_of("clerk").get(f"{written.rsplit('/', 2)[0]}/{PLAN}.html")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("frame-ancestors 'self'")
    assert policy.split("; frame")[0].encode() in b"".join(answer.streaming_content).replace(b"&#39;", b"'")


@pytest.mark.parametrize("end", ["-records.html", "-records.csv"])
def test_records_of_all_bodies_are_for_those_who_read_all(client_of: Client, written: str, end: str) -> None:
    from plumbline.web.people.models import Read

    address = f"{written.rsplit('/', 2)[0]}/{PLAN}{end}"
    assert PLAN + end not in page(client_of("clerk"), written)
    assert client_of("clerk").get(address).status_code in (403, 409)
    before = Read.objects.filter(account="auditor").count()
    assert client_of("auditor").get(address).status_code == 200
    assert Read.objects.filter(account="auditor").count() == before + 1


def test_only_the_report_office_has_one_written(client_of: Client) -> None:
    asked = {"plan": PLAN, "lang": "en"}
    for account in ("clerk", "checker", "officer", "auditor", "supervisor", "administrator"):
        assert client_of(account).post("/reports/compile", asked).status_code == 403
    assert client_of("reporter").post("/reports/compile", {"plan": "../x", "lang": "zh"}).status_code == 404
    assert client_of("reporter").post("/reports/compile", {"plan": PLAN, "lang": "fr"}).status_code == 404


def test_two_at_once_are_one(client_of: Client, console: Book) -> None:
    from plumbline.web.bulletin.compiling import Job, start, state
    from plumbline.web.console import shelf

    docket(console, "（2020）甘0102刑初9201号", COURT, date(2020, 12, 1))  # a size of which there is no report yet
    job = Job(PLAN, shelf.size(), "en")
    assert [start(job), start(job)] == [True, False]
    assert state(job).running
    _await(client_of("reporter"), f"/reports/{job.size}/{PLAN}/en")
    assert start(job) is False


def test_one_that_fails_says_why(client_of: Client) -> None:
    from plumbline.web.bulletin.compiling import Job, start, state

    job = Job(PLAN, 10**9, "zh")
    assert start(job)
    until = time.monotonic() + 60
    while state(job).running and time.monotonic() < until:
        time.sleep(0.2)
    assert "--as-of 1000000000" in state(job).failed
    assert "没有写成" in page(client_of("reporter"), f"/reports/{job.size}/{PLAN}/zh")


@pytest.mark.parametrize("name", ["nothing.html", ".criminal-justice-2020.said", "criminal-justice-2020.fr.html"])
def test_no_other_file_is_answered(client_of: Client, written: str, name: str) -> None:
    assert client_of("reporter").get(f"{written.rsplit('/', 2)[0]}/{name}").status_code == 404
