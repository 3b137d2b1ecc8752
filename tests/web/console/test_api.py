"""The interface for programs: what it answers, to whom, and that nothing sent to it breaks it."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from plumbline.web.book import Book
from plumbline.web.book.sessions import asked as rows
from plumbline.web.book.sessions import reading
from plumbline.web.people.trial import PASSWORD

from .test_matrix import BODIES, ROLES

Client = Callable[[str], Any]
COURT = "城关区人民法院"
RECORD = {"body": COURT, "on": "2020-03-02", "offence": "盗窃罪", "persons": 1}


def token(code: str, days: int = 1) -> str:
    from plumbline.web.api.signing import made
    from plumbline.web.people.models import Account

    return made(Account.objects.get(username=code), "a test", days)


def asked(path: str, secret: str, body: Any = None, **headers: str) -> Any:
    """What is answered to a program with a token."""
    from django.test import Client

    headers |= {"Authorization": f"Bearer {secret}"}
    if body is None:
        return Client().get(f"/api/{path}", headers=headers)
    return Client().post(f"/api/{path}", json.dumps(body), content_type="application/json", headers=headers)


def test_the_page_of_tokens_tells_all_that_may_be_asked(client_of: Client) -> None:
    page = client_of("reporter").get("/accounts/tokens/").content.decode()
    for method, path in TABLE:
        assert f'<td>{method.upper()}</td><th scope="row"><code>/api/{path}' in page, path
    assert page.count("<code>/api/") == len(TABLE)


READERS, FILES, DESK = "ckosra", "ckosra", "co"
TABLE = {
    ("get", "definitions"): READERS,
    ("get", "figures/{name}"): READERS,
    ("get", "cases"): FILES,
    ("get", "cases/{line}/{body}"): FILES,
    ("get", "due"): FILES,
    ("get", "checkpoints"): READERS,
    ("get", "drafts"): DESK,
    ("post", "drafts/{line}/{kind}"): DESK,
}
"""Who may ask what, by hand; a draft's address stands for those of every kind."""
SAMPLES = {
    "figures/{name}": "figures/trials.docketed?period=2020",
    "cases": "cases?number=1",
    "cases/{line}/{body}": "cases/trials/{body}?number=1",
    "drafts/{line}/{kind}": "drafts/trials/Docketed",
}


def test_every_address_of_the_interface_is_in_the_table(client_of: Client) -> None:
    from plumbline.lines import lines

    said = client_of("clerk").get("/api/openapi.json").json()["paths"]
    found = {(method, path.removeprefix("/api/")) for path, methods in said.items() for method in methods}
    kinds = {("post", f"drafts/{line.name}/{kind}") for line in lines() for kind in line.kinds}
    assert kinds <= found
    assert found - kinds == {row for row in TABLE if row[0] == "get"}


@pytest.mark.parametrize("letter", ROLES)
def test_each_role_is_answered_what_it_may_ask(console: Book, client_of: Client, letter: str) -> None:
    secret = token(ROLES[letter]) if ROLES[letter] else "none"
    wrong = {}
    for (method, path), who in TABLE.items():
        own = BODIES.get(letter, COURT)
        sent = None if method == "get" else RECORD | {"case": "（2020）甘0102刑初77009号", "body": own}
        answer = asked(SAMPLES.get(path, path).format(body=own), secret, sent)
        refused = answer.status_code in (401, 403)
        if refused == (letter in who) or answer.status_code >= 500:
            wrong[path] = answer.status_code, answer.content.decode()
    assert wrong == {}


def test_a_figure_is_the_one_the_page_shows(client_of: Client) -> None:
    [*found] = asked("figures/trials.docketed?period=2020&by=body", token("reporter")).json()
    page = client_of("reporter").get("/figures/trials.docketed?period=2020").content.decode()
    assert found[0]["figure"] == "trials.docketed"
    assert str(found[0]["numerator"]) in page
    assert sum(part["numerator"] for part in found[0]["by"]) == found[0]["numerator"]


def test_a_case_is_told_and_its_reading_written_down(console: Book) -> None:
    from plumbline.web.people.models import Read

    with reading(console) as cursor:
        said = "SELECT position, body, \"case\" FROM book_entry WHERE line = 'trials' ORDER BY position LIMIT 1"
        [(position, body, number)] = rows(cursor, said).rows()
    before = Read.objects.count()
    told = asked(f"cases/trials/{quote(body)}?number={quote(number)}", token("auditor")).json()
    assert position in [event["position"] for event in told]
    last = Read.objects.order_by("pk").last()
    assert last is not None
    assert (Read.objects.count(), last.account, last.case) == (before + 1, "auditor", number)


def test_another_bodys_case_is_not_told(console: Book) -> None:
    answer = asked(f"cases/trials/{COURT}?number=1", token("officer"))
    assert answer.status_code == 403
    assert answer.json()["what"]["zh"] == "您的账号无权这样做"


def test_a_record_becomes_a_draft_once_and_waits_for_approval(console: Book) -> None:
    from plumbline.web.desk.models import Draft, State

    secret, record = token("clerk"), RECORD | {"case": "（2020）甘0102刑初77001号"}
    first = asked("drafts/trials/Docketed", secret, record, **{"Idempotency-Key": "once"})
    assert first.status_code == 201, first.content.decode()
    again = asked("drafts/trials/Docketed", secret, record, **{"Idempotency-Key": "once"})
    assert again.json()["id"] == first.json()["id"]
    draft = Draft.objects.get(pk=first.json()["id"])
    assert (draft.state, draft.entered_by, draft.fields["case"]) == (State.SUBMITTED, "clerk", record["case"])
    assert draft.pk in [each["id"] for each in asked("drafts", secret).json()]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"body": "兰州市公安局"}, 403),
        ({"offence": ""}, 422),
        ({"on": "2020-13-01"}, 422),
        ({"on": "2090-01-01"}, 409),
        ({"case": "620102199001011234"}, 422),
        ({"unknown": 1}, 422),
    ],
)
def test_what_the_form_refuses_the_interface_refuses(console: Book, change: dict[str, Any], status: int) -> None:
    answer = asked("drafts/trials/Docketed", token("clerk"), RECORD | {"case": "（2020）甘0102刑初77002号"} | change)
    assert answer.status_code == status, answer.content.decode()
    assert answer.json()["what"]["zh"] != answer.json()["what"]["en"]


def test_a_token_is_made_on_the_page_shown_once_and_ended(client_of: Client) -> None:
    import re

    own = client_of("clerk")
    page = own.post("/accounts/tokens/", {"name": "nightly", "days": "3"}).content.decode()
    secret = re.search(r"plumbline_[\w-]+", page)
    assert secret
    assert secret[0] not in own.get("/accounts/tokens/").content.decode()
    assert asked("definitions", secret[0]).status_code == 200
    last = re.findall(r"/accounts/tokens/(\d+)/end", own.get("/accounts/tokens/").content.decode())[-1]
    client_of("checker").post(f"/accounts/tokens/{last}/end")
    assert asked("definitions", secret[0]).status_code == 200
    own.post(f"/accounts/tokens/{last}/end")
    assert asked("definitions", secret[0]).status_code == 401


@pytest.mark.parametrize("days", ["", "0", "366", "x", "٣"])
def test_a_token_without_a_proper_end_is_not_made(client_of: Client, days: str) -> None:
    answer = client_of("clerk").post("/accounts/tokens/", {"name": "nightly", "days": days})
    assert answer.status_code == 422
    assert "plumbline_" not in answer.content.decode()


def test_a_token_that_ended_or_whose_account_is_off_opens_nothing(console: Book) -> None:
    from plumbline.web.people.models import Account

    assert asked("definitions", token("clerk", -1)).status_code == 401
    Account.objects.filter(username="clerk-41").delete()
    Account.objects.create_user("clerk-41", PASSWORD, role="clerk", body=COURT)
    secret = token("clerk-41")
    assert asked("definitions", secret).status_code == 200
    Account.objects.filter(username="clerk-41").update(is_active=False)
    assert asked("definitions", secret).status_code == 401


def test_a_browser_writes_only_with_its_token_against_forgery(client_of: Client) -> None:
    from django.test import Client as Plain

    from plumbline.web.people.models import Account

    strict = Plain(enforce_csrf_checks=True)
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    strict.force_login(Account.objects.get(username="clerk"), backend=backend)
    record = json.dumps(RECORD | {"case": "（2020）甘0102刑初77003号"})
    assert strict.post("/api/drafts/trials/Docketed", record, content_type="application/json").status_code == 403
    assert (
        client_of("clerk").post("/api/drafts/trials/Docketed", record, content_type="application/json").status_code
        == 201
    )


def schema() -> Any:
    from plumbline.web.console.wsgi import application

    return schemathesis.openapi.from_wsgi("/api/openapi.json", application)


WANTED = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance")
KINDS = ("drafts/trials/Docketed", "drafts/hazards/", "drafts/crashes/")
"""Whose addresses stand for all kinds."""


@pytest.mark.parametrize("role", ["clerk", "auditor"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_nothing_sent_breaks_it_and_every_answer_is_as_documented(console: Book, role: str, mode: Any) -> None:
    load_all_checks()
    secret, checks = token(role), CHECKS.get_by_names(list(WANTED))
    operations = [found.ok() for found in schema().get_all_operations()]
    wanted = [o for o in operations if "/drafts/" not in o.path or any(kind in o.path for kind in KINDS)]
    assert len(wanted) > 10
    for operation in wanted:
        if mode is GenerationMode.NEGATIVE and not (operation.body or list(operation.iter_parameters())):
            continue  # nothing that could be wrong

        @settings(max_examples=6, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def check(case: Any) -> None:
            answer = case.call(headers={"Authorization": f"Bearer {secret}"})
            case.validate_response(answer, checks=checks)

        check()
