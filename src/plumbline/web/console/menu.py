"""Where an account may go: each entry once, for the roles that may open its page."""

from typing import NamedTuple

from django.urls import NoReverseMatch, resolve, reverse

from plumbline.errors import Words
from plumbline.web.people.models import Account

ENTRIES = (
    ("home", Words("首页", "Home"), Words("从这里开始", "Where to begin")),
    (
        "desk",
        Words("录入", "Desk"),
        Words("录入记录、导入表格、看退回的", "Enter records, import sheets, see what came back"),
    ),
    ("grid", Words("网格与道路", "Grid and road"), Words("上报隐患、现场复查", "Report hazards, verify on the spot")),
    (
        "approving",
        Words("审批", "Approvals"),
        Words("同单位他人录入的，等您审批", "What others of your body entered and you check"),
    ),
    ("due", Words("期限", "Time limits"), Words("哪些将届满、有争议、已超期", "What falls due, is disputed, is over")),
    ("cases", Words("案卷", "Cases"), Words("一个案件的全部经过", "The whole story of a case")),
    (
        "figures",
        Words("指标", "Figures"),
        Words("每个数的定义、走势和背后的记录", "Each number, its definition, trend and records"),
    ),
    ("bridges", Words("对账", "Reconciliation"), Words("单位之间的数对不对得上", "Whether the bodies' figures meet")),
    (
        "boards",
        Words("督办与计划", "Boards"),
        Words("督办事项、年度计划的进度", "Matters and the year's plan as they stand"),
    ),
    ("reports", Words("报告", "Reports"), Words("编写年度报告，每个数可点开", "The yearly report, every number open")),
    ("review", Words("审读", "Review"), Words("逐项审读任何报告", "Any report, read claim by claim")),
    ("audit", Words("审计", "Audit"), Words("封账、核验、谁读过什么", "Checkpoints, verification, who read what")),
    ("accounts", Words("账号", "Accounts"), Words("开账号、改角色、停用", "Give accounts, change roles, switch off")),
)
"""The address's name, what the menu calls it, what is there."""


class Entry(NamedTuple):
    """An entry of the menu; ``here`` where the page shown is below it."""

    address: str
    title: Words
    hint: Words
    here: bool


def menu(account: Account, path: str) -> list[Entry]:
    """Return the entries of an account's menu."""
    found = [(a, title, hint) for name, title, hint in ENTRIES if (a := _open_to(account, name))]
    return [Entry(a, title, hint, path == a or (a != "/" and path.startswith(a))) for a, title, hint in found]


def _open_to(account: Account, name: str) -> str:
    try:
        address: str = reverse(name)
    except NoReverseMatch:
        return ""
    return address if account.role in getattr(resolve(address).func, "roles", ()) else ""
