"""Where an account may go: each entry once, for the roles that may open its page."""

from typing import NamedTuple

from django.urls import NoReverseMatch, resolve, reverse

from plumbline.errors import Words
from plumbline.web.people.models import Account

ENTRIES = (
    ("home", Words("首页", "Home")),
    ("desk", Words("录入", "Desk")),
    ("grid", Words("网格与道路", "Grid and road")),
    ("approving", Words("审批", "Approvals")),
    ("due", Words("期限", "Time limits")),
    ("cases", Words("案卷", "Cases")),
    ("figures", Words("指标", "Figures")),
    ("bridges", Words("对账", "Reconciliation")),
    ("boards", Words("督办与计划", "Boards")),
    ("reports", Words("报告", "Reports")),
    ("review", Words("审读", "Review")),
    ("audit", Words("审计", "Audit")),
    ("accounts", Words("账号", "Accounts")),
)
"""The address's name, and what the menu calls it."""


class Entry(NamedTuple):
    """An entry of the menu; ``here`` where the page shown is below it."""

    address: str
    title: Words
    here: bool


def menu(account: Account, path: str) -> list[Entry]:
    """Return the entries of an account's menu."""
    found = [(address, title) for name, title in ENTRIES if (address := _open_to(account, name))]
    return [Entry(a, title, path == a or (a != "/" and path.startswith(a))) for a, title in found]


def _open_to(account: Account, name: str) -> str:
    try:
        address: str = reverse(name)
    except NoReverseMatch:
        return ""
    return address if account.role in getattr(resolve(address).func, "roles", ()) else ""
