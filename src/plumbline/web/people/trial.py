"""Sign-ins to try the console with, on a book of made-up records: one for each role, all with one password."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plumbline.web.people.models import Account

PASSWORD = "plumb-the-line"  # the trial only listens on this machine
ADDRESS = "http://127.0.0.1:8765/"
COURT, PROCURATORATE, CENTRE, COMMITTEE = "城关区人民法院", "城关区人民检察院", "城关区综治中心", "兰州市委政法委"


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
    SignIn("officer", "officer", PROCURATORATE),
    SignIn("grid-checker", "checker", CENTRE, "hazards"),
    SignIn("supervisor", "supervisor", COMMITTEE),
    SignIn("administrator", "administrator", COMMITTEE),
)


def sign_ins() -> list["Account"]:
    """Return the accounts to try, made where they are missing, open where a console that is no trial shut them."""
    return [_account(each) for each in (*FIRST, *MORE)]


def shut() -> None:
    """Let nobody sign in any more with the password that everybody knows."""
    from plumbline.web.people.models import Account

    tried = Account.objects.filter(username__in=[each.name for each in (*FIRST, *MORE)], is_active=True)
    known = [account.pk for account in tried if account.check_password(PASSWORD)]
    Account.objects.filter(pk__in=known).update(is_active=False)


def _account(tried: SignIn) -> "Account":
    from plumbline.web.people.models import Account

    there: Account | None = Account.objects.filter(username=tried.name).first()
    if there is None:
        made = Account.objects.create_user
        account: Account = made(tried.name, PASSWORD, role=tried.role, body=tried.body, lines=tried.lines)
        return account
    if not there.is_active and there.check_password(PASSWORD):
        there.is_active = True
        there.save(update_fields=["is_active"])
    return there
