"""The audit trail: who read which case. Written before the case is shown."""

from plumbline.web.people.models import Account, Read


def note(account: Account, what: str, *, line: str = "", case: str = "", body: str = "") -> None:
    """Write down that an account read a case, or took something out."""
    Read.objects.create(account=account.username, what=what, line=line, case=case, body=body)
