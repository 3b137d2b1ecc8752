"""Sign-ins to try the console with, on a book of made-up records: one for each role, all with one password."""

from typing import Any

from plumbline.web.people.models import Account, Role

PASSWORD = "plumb-the-line"  # the trial only listens on this machine
COURT, POLICE = "城关区人民法院", "兰州市公安局"

SIGN_INS: tuple[tuple[Any, ...], ...] = (
    ("clerk", Role.CLERK, COURT, ""),
    ("checker", Role.CHECKER, COURT, ""),
    ("officer", Role.OFFICER, POLICE, ""),
    ("reporter", Role.REPORTER, "", ""),
    ("auditor", Role.AUDITOR, "", ""),
    ("supervisor", Role.SUPERVISOR, "", ""),
    ("administrator", Role.ADMINISTRATOR, "", ""),
)
"""Account, role, body ("" for the committee that supervises), lines."""
COMMITTEE = "兰州市委政法委"


def sign_ins() -> list[Account]:
    """Return the accounts to try, made where they are missing."""
    return [_account(*each) for each in SIGN_INS]


def _account(name: str, role: Role, body: str, lines: str) -> Account:
    there = Account.objects.filter(username=name).first()
    said = {"role": role, "body": body or COMMITTEE, "lines": lines}
    return there or Account.objects.create_user(name, PASSWORD, **said)
