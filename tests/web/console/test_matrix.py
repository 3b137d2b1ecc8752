"""Every address of the console against every role: who may open it is written here by hand, and nowhere taken from."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

ROLES = {
    "c": "clerk", "k": "checker", "o": "officer", "s": "supervisor", "r": "reporter", "a": "auditor",
    "m": "administrator", "-": "",
}  # fmt: skip
"""Who comes: an account to try for each role, and nobody."""
BODIES = {"o": "城关区人民检察院"}
"""Whose the accounts to try are, where that is not the court."""
ALL = "ckosram-"
SIGNED = "ckosram"
READERS = "ckosra"
NOT_THERE = 999_999_999
"""The number of nothing: whoever may look is told that it is not there."""
OWN_GUARD = "allauth."
"""Signing in and second factors: views that send away by themselves whoever is not signed in."""
Client = Callable[[str], Any]


class Row(NamedTuple):
    """Who may open an address, and what to fill it in with; ``{own}`` is the account's own body."""

    who: str
    said: dict[str, Any] = {}  # noqa: RUF012


TABLE: dict[str, Row] = {
    # The frame.
    "home": Row(SIGNED),
    "language": Row(ALL),
    "alive": Row(ALL),
    # Accounts.
    "accounts": Row("m"),
    "account-new": Row("m"),
    "account": Row("m", {"pk": 1}),
    "account-act": Row("m", {"pk": 1, "what": "unlock"}),
    "tokens": Row(READERS),
    "token_end": Row(READERS, {"pk": NOT_THERE}),
    # The desk and what is approved.
    "desk": Row("co"),
    "desk-new": Row("co", {"line_name": "trials", "kind_name": "Docketed"}),
    "desk-draft": Row("co", {"pk": NOT_THERE}),
    "desk-act": Row("co", {"pk": NOT_THERE, "what": "submit"}),
    "desk-record": Row("cok", {"pk": NOT_THERE}),
    "desk-correct": Row("co", {"position": NOT_THERE}),
    "desk-withdraw": Row("co", {"position": NOT_THERE}),
    "desk-import": Row("co", {"line_name": "trials"}),
    "desk-template": Row("co", {"line_name": "trials"}),
    "desk-marked": Row("co", {"key": "0" * 32}),
    "approving": Row("k"),
    "approving-one": Row("cok", {"pk": NOT_THERE}),
    "approving-decide": Row("k", {"pk": NOT_THERE}),
    "approving-row": Row("k", {"pk": NOT_THERE, "number": 1}),
    # Cases.
    "cases": Row(READERS),
    "case": Row(READERS, {"line": "trials", "body": "{own}", "number": "x"}),
    "case_limits": Row(READERS, {"line": "trials", "body": "{own}", "number": "x"}),
    "entry": Row(READERS, {"position": NOT_THERE}),
    "photo": Row(READERS, {"digest": "x"}),
    "due": Row(READERS),
    "erasing": Row("ks", {"position": NOT_THERE}),
    "erasure": Row("ka", {"number": NOT_THERE}),
    # Grid and road.
    "grid": Row("co"),
    "grid_places": Row("co"),
    "grid_report": Row("co"),
    "grid_verify": Row("co", {"number": "x"}),
    # Figures, bridges, boards, reports.
    "figures": Row(READERS),
    "figure": Row(READERS, {"name": "trials.docketed"}),
    "figure_charts": Row(READERS),
    "figure_csv": Row(READERS, {"name": "trials.docketed"}),
    "figure_trend": Row(READERS, {"name": "trials.docketed"}),
    "bridges": Row(READERS),
    "boards": Row(READERS),
    "board_map": Row(READERS),
    "board_plan": Row(READERS, {"name": "lanzhou-2020"}),
    "reports": Row(READERS),
    "report_compile": Row("r"),
    "report": Row(READERS, {"size": 1, "plan": "lanzhou-2020", "lang": "zh"}),
    "report_file": Row(READERS, {"size": 1, "name": "lanzhou-2020.html"}),
    "review": Row(READERS),
    "review_one": Row(READERS, {"key": "x"}),
    "review_delete": Row(READERS, {"key": "x"}),
    "review_annotated": Row(READERS, {"key": "x"}),
    "review_word": Row(READERS, {"key": "x"}),
    "review_page": Row(READERS, {"key": "x"}),
    # The auditor's.
    "audit": Row("a"),
    "audit_seal": Row("a"),
    "audit_checkpoint": Row("a", {"size": 1}),
    "audit_proof": Row("a"),
    "audit_growth": Row("a"),
    "audit_verify": Row("a"),
    "audit_verifying": Row("a", {"key": "x"}),
    "audit_trail": Row("a"),
    "audit_trail_csv": Row("a"),
    "audit_export": Row("a"),
    "audit_exporting": Row("a", {"key": "x"}),
    "audit_export_zip": Row("a", {"key": "x"}),
    "audit_export_delete": Row("a", {"key": "x"}),
    # Signing in, second factors.
    "account_login": Row(ALL),
    "account_logout": Row(ALL),
    "account_inactive": Row(ALL),
    "account_change_password": Row(SIGNED),
    "account_reauthenticate": Row(SIGNED),
    "mfa_index": Row(SIGNED),
    "mfa_authenticate": Row(SIGNED),
    "mfa_reauthenticate": Row(SIGNED),
    "mfa_activate_totp": Row(SIGNED),
    "mfa_deactivate_totp": Row(SIGNED),
    "mfa_view_recovery_codes": Row(SIGNED),
    "mfa_generate_recovery_codes": Row(SIGNED),
    "mfa_download_recovery_codes": Row(SIGNED),
    "mfa_list_webauthn": Row(SIGNED),
    "mfa_add_webauthn": Row(SIGNED),
    "mfa_reauthenticate_webauthn": Row(SIGNED),
    "mfa_edit_webauthn": Row(SIGNED, {"pk": 1}),
    "mfa_remove_webauthn": Row(SIGNED, {"pk": 1}),
    "mfa_login_webauthn": Row(SIGNED),
}
"""Each address by its name."""


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for found in (resolver or get_resolver()).url_patterns:
        if isinstance(found, URLResolver):
            yield from patterns(found)
        else:
            yield found


def module(view: Any) -> str:
    view = getattr(view, "func", view)
    return str(getattr(getattr(view, "view_class", view), "__module__", ""))


def of_pages() -> list[URLPattern]:
    """The addresses, without those of the interface for programs: it has its own table (test_api.py)."""
    return [found for found in patterns() if not module(found.callback).startswith("ninja")]


def test_every_address_has_a_name_and_a_row(console: Any) -> None:
    names = [found.name for found in of_pages()]
    assert {str(found.pattern) for found in of_pages() if not found.name} == set()
    assert sorted(map(str, names)) == sorted(TABLE)


def test_every_view_says_who_may_open_it(console: Any) -> None:
    unmarked = [
        found.name
        for found in of_pages()
        if not hasattr(found.callback, "roles") and not getattr(found.callback, "open_to_all", False)
    ]
    assert [name for name in unmarked if not module(view_of(str(name))).startswith(OWN_GUARD)] == []


def view_of(name: str) -> Any:
    return next(found.callback for found in patterns() if found.name == name)


def address(name: str, row: Row, letter: str) -> str:
    own = BODIES.get(letter, "城关区人民法院")
    return reverse(name, kwargs={key: own if said == "{own}" else said for key, said in row.said.items()})


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_role_opens_what_it_may_and_nothing_else(client_of: Client, letter: str, method: str) -> None:
    wrong = {}
    for name, row in TABLE.items():
        client = client_of(ROLES[letter])
        answer = getattr(client, method)(address(name, row, letter))
        opened = answer.status_code != 403 and "/accounts/login/" not in answer.headers.get("Location", "")
        if opened != (letter in row.who) or answer.status_code >= 500:
            wrong[name] = answer.status_code, answer.headers.get("Location")
    assert wrong == {}


@pytest.mark.parametrize("letter", SIGNED)
def test_without_a_second_factor_nothing_opens_but_adding_one(client_of: Client, settings: Any, letter: str) -> None:
    settings(TRIAL=False)
    client = client_of(ROLES[letter])
    opened = {
        name
        for name, row in TABLE.items()
        if not module(view_of(name)).startswith(OWN_GUARD)
        and client.get(address(name, row, letter)).headers.get("Location") != reverse("mfa_index")
    }
    assert opened == {"language", "alive", "account_login"}
