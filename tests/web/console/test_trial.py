"""The accounts to try with are for a trial only."""

from collections.abc import Callable
from typing import Any

from plumbline.web.people import trial

SIGN_IN = "/accounts/login/"


def test_a_console_that_is_no_trial_lets_none_of_them_in(client_of: Callable[[str], Any]) -> None:
    from plumbline.web.people.models import Account

    said = {"login": "supervisor", "password": trial.PASSWORD}
    try:
        trial.shut()
        assert client_of("").post(SIGN_IN, said).headers.get("Location") != "/"
        assert not Account.objects.filter(username__in=[each.name for each in trial.FIRST], is_active=True).exists()
    finally:
        trial.sign_ins()
    assert client_of("").post(SIGN_IN, said).headers["Location"] == "/"


def test_a_password_of_ones_own_is_left_alone(client_of: Callable[[str], Any]) -> None:
    from plumbline.web.people.models import Account

    account = Account.objects.get(username="supervisor")
    before = account.password
    account.set_password("quite another one, long")
    account.save()
    try:
        trial.shut()
        assert Account.objects.get(username="supervisor").is_active
    finally:
        Account.objects.filter(username="supervisor").update(password=before)
        trial.sign_ins()
