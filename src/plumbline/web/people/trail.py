"""The audit trail: who read which case. Written before the case is shown."""

from plumbline.web.people.models import Account, Read


def note(account: Account, what: str, *, line: str = "", case: str = "", body: str = "") -> None:
    """Write down that an account read a case, or took something out."""
    written(account.username, what, line=line, case=case, body=body)


def written(by: str, what: str, *, line: str = "", case: str = "", body: str = "") -> None:
    """Write down what was done by an account, or on the server itself."""
    Read.objects.create(account=by, what=what, line=line, case=case[:60], body=body[:40])
