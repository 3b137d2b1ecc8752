"""Giving accounts: what is asked for one, whether it may be so, the account made or changed, its trail left behind."""

import secrets
from typing import NamedTuple

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from plumbline.errors import Words
from plumbline.lines import names
from plumbline.records.fields import holds_identity
from plumbline.web.people import trail
from plumbline.web.people.models import Account, Role

LENGTH = 40
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What a password is made of: nothing that is easily taken for something else."""


class Asked(NamedTuple):
    """What is asked for an account: its code, its role, its body, its lines of work (none for all)."""

    code: str
    role: str
    body: str
    lines: tuple[str, ...] = ()


def faults(asked: Asked, *, new: bool) -> dict[str, Words]:
    """Return what is wrong, by the field's name."""
    found = {
        "code": _code_fault(asked.code, new),
        "role": None if asked.role in Role.values else Words("请选一个角色", "Choose a role"),
        "body": _text_fault(asked.body),
        "lines": None if {*asked.lines} <= {*names()} else Words("没有这个条线", "There is no such line of work"),
    }
    return {field: fault for field, fault in found.items() if fault}


def _code_fault(code: str, new: bool) -> Words | None:
    if fault := _text_fault(code):
        return fault
    if new and Account.objects.filter(username__iexact=code).exists():
        return Words("这个账号已有", "There is an account of this code already")
    return Words("账号中不能有空格", "A code has no blanks") if new and any(map(str.isspace, code)) else None


def _text_fault(text: str) -> Words | None:
    if not text or len(text) > LENGTH or not text.isprintable():
        return Words(f"请填一行，至多 {LENGTH} 字", f"Give one line of at most {LENGTH} characters")
    if holds_identity(text):
        return Words("不得含有证件号或手机号", "No identity or telephone number may be in it")
    return None


def password() -> str:
    """Return a password that nobody guesses, in groups of five."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


def give(asked: Asked, secret: str, by: str) -> Account:
    """Make an account that has to replace its first password; ``faults`` come first."""
    said = {"role": asked.role, "body": asked.body, "lines": " ".join(asked.lines), "passing": True}
    made = Account.objects.create_user(asked.code, secret, **said)
    _noted(by, "account given", made)
    return made


def change(account: Account, asked: Asked, by: str) -> None:
    """Give an account another role, body or lines."""
    account.role, account.body, account.lines = asked.role, asked.body, " ".join(asked.lines)
    account.save(update_fields=["role", "body", "lines"])
    _noted(by, "account changed", account)


def switch(account: Account, on: bool, by: str) -> None:
    """Let an account sign in, or no longer: its sessions end, its tokens are gone."""
    account.is_active = on
    account.save(update_fields=["is_active"])
    if not on:
        end_sessions(account)
        account.tokens.all().delete()
    _noted(by, "account on" if on else "account off", account)


def renew(account: Account, by: str) -> str:
    """Return a new password to be replaced at the next signing in; sessions and tokens end, a lock is opened."""
    secret = password()
    account.set_password(secret)
    account.passing = True
    account.save(update_fields=["password", "passing"])
    account.tokens.all().delete()
    end_sessions(account)
    unlock(account, by)
    _noted(by, "account password", account)
    return secret


def unlock(account: Account, by: str) -> None:
    """Forget the failures for which an account is locked."""
    AccessAttempt.objects.filter(username=account.username).delete()
    _noted(by, "account unlocked", account)


def reset_factors(account: Account, by: str) -> None:
    """Take an account's second factors away, and end its sessions: it adds new ones when it signs in."""
    account.authenticator_set.all().delete()
    end_sessions(account)
    _noted(by, "account factors", account)


def end_sessions(account: Account) -> None:
    """End every session of an account."""
    own = [s.pk for s in Session.objects.all() if s.get_decoded().get("_auth_user_id") == str(account.pk)]
    Session.objects.filter(pk__in=own).delete()


def _noted(by: str, what: str, account: Account) -> None:
    trail.written(by, what, case=account.username, body=account.body)
