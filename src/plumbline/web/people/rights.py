"""Who may do what: the one place where it is decided. A page without ``allowed`` is nobody's (guarding.py)."""

from collections.abc import Callable
from typing import Any, TypeVar

from plumbline.errors import Refused, Words
from plumbline.web.people.models import Account, Role

View = TypeVar("View", bound=Callable[..., Any])

EVERYONE = frozenset(Role)
DESK = frozenset({Role.CLERK, Role.OFFICER})
"""Who enters records."""
FILES = frozenset({Role.CLERK, Role.CHECKER, Role.OFFICER, Role.SUPERVISOR, Role.REPORTER, Role.AUDITOR})
"""Who reads cases, in their own body or in all."""
EVERYWHERE = frozenset({Role.SUPERVISOR, Role.REPORTER, Role.AUDITOR})
"""Who reads the cases of every body."""
CHECKERS = frozenset({Role.CHECKER})
READERS = EVERYONE - {Role.ADMINISTRATOR}
"""Who reads figures and reports."""


def allowed(*roles: Any) -> Callable[[View], View]:
    """Mark a view with the roles that may open it; without any, every account."""

    def marked(view: View) -> View:
        view.roles = frozenset(roles) or EVERYONE  # type: ignore[attr-defined]
        return view

    return marked


def open_to_all(view: View) -> View:
    """Mark a view that answers to anyone, signed in or not."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def may_use(account: Account, roles: frozenset[Any]) -> bool:
    """Return whether an account is of one of these roles: what ``allowed`` is to a page, for the interface of programs."""
    return account.role in roles


def may_enter(account: Account, line: str, body: str) -> bool:
    """Return whether an account may write down records of a line for a body: its own."""
    return account.role in DESK and account.works_on(line) and account.body == body


def may_change(account: Account, line: str, body: str, entered_by: str) -> bool:
    """Return whether an account may change what ``entered_by`` has not had approved yet: its own, while it may enter."""
    return may_enter(account, line, body) and account.username == entered_by


def may_approve(account: Account, line: str, body: str, entered_by: str) -> bool:
    """Return whether an account may approve what ``entered_by`` entered: in its own body, and never its own."""
    own = account.role in CHECKERS and account.works_on(line) and account.body == body
    return own and account.username != entered_by


def may_read(account: Account, line: str, body: str) -> bool:
    """Return whether an account may read a body's cases of a line: its own body's, or all."""
    if account.role in EVERYWHERE:
        return True
    return account.role in FILES and account.works_on(line) and account.body == body


def may_propose_erasure(account: Account, line: str, body: str) -> bool:
    """Return whether an account may ask for an erasure by order: a checker in its own body, a supervisor in all."""
    return account.role in {Role.CHECKER, Role.SUPERVISOR} and may_read(account, line, body)


def may_confirm_erasure(account: Account, line: str, body: str, asked_by: str) -> bool:
    """Return whether an account may decide on an erasure that ``asked_by`` asked for: never its own."""
    other = account.username != asked_by
    return account.role in {Role.CHECKER, Role.AUDITOR} and other and may_read(account, line, body)


def may_read_all(account: Account) -> bool:
    """Return whether an account may read the cases of every body and line: records listed all in one file."""
    return account.role in EVERYWHERE


def may_manage(account: Account, other: Account) -> bool:
    """Return whether an account may change another: an administrator any but its own."""
    return bool(account.role == Role.ADMINISTRATOR and account.pk != other.pk)


def require(may: bool, where: str) -> None:
    """Raise Forbidden where something may not be done."""
    if not may:
        raise Forbidden(
            where,
            Words("您的账号无权这样做", "your account may not do this"),
            Words("请由有权的账号来做", "Have an account do it that may"),
        )


class Forbidden(Refused):
    """Not for this account."""
