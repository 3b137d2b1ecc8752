"""Sign-ins to try the console with, on a book of made-up records: one for each role, all with one password."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plumbline.web.people.models import Account

PASSWORD = "plumb-the-line"  # the trial only listens on this machine
ADDRESS = "http://127.0.0.1:8765/"
COURT, POLICE, CENTRE, COMMITTEE = "城关区人民法院", "兰州市公安局", "城关区综治中心", "兰州市委政法委"


class SignIn(NamedTuple):
    """An account to try: its code, its role, its body, its lines ("" for all)."""

    name: str
    role: str
    body: str
    lines: str = ""


FIRST = (
    SignIn("clerk", "clerk", COURT),
    SignIn("checker", "checker", COURT),
    SignIn("grid", "officer", CENTRE, "hazards"),
    SignIn("reporter", "reporter", COMMITTEE),
    SignIn("auditor", "auditor", COMMITTEE),
)
"""The five to begin with."""
MORE = (
    SignIn("officer", "officer", POLICE),
    SignIn("grid-checker", "checker", CENTRE, "hazards"),
    SignIn("supervisor", "supervisor", COMMITTEE),
    SignIn("administrator", "administrator", COMMITTEE),
)


def sign_ins() -> list["Account"]:
    """Return the accounts to try, made where they are missing."""
    return [_account(each) for each in (*FIRST, *MORE)]


def _account(tried: SignIn) -> "Account":
    from plumbline.web.people.models import Account

    there = Account.objects.filter(username=tried.name).first()
    made = Account.objects.create_user
    return there or made(tried.name, PASSWORD, role=tried.role, body=tried.body, lines=tried.lines)
