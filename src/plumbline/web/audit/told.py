"""What the trail calls what was read or taken out, in words."""

from functools import cache

from plumbline.errors import Words
from plumbline.lines import figures, lines

WHAT = {
    "case": Words("案卷", "Case file"),
    "limits": Words("期限", "Time limits"),
    "approval": Words("审批", "Approval"),
    "draft": Words("草稿", "Draft"),
    "batch": Words("导入", "Import"),
    "correction": Words("更正", "Correction"),
    "photo": Words("照片", "Photograph"),
    "verification": Words("隐患复查", "Verifying a hazard"),
    "erased": Words("依令删除", "Erased by order"),
    "not erased": Words("不予删除", "Erasure refused"),
    "case by interface": Words("案卷（接口）", "Case file, by interface"),
    "due by interface": Words("期限（接口）", "Time limits, by interface"),
    "token made": Words("新的接口令牌", "A token for the interface"),
    "account given": Words("新的账号", "Account given"),
    "account changed": Words("账号已更改", "Account changed"),
    "account on": Words("账号启用", "Account switched on"),
    "account off": Words("账号停用", "Account switched off"),
    "account password": Words("账号换密码", "New password for an account"),
    "account unlocked": Words("账号解锁", "Account unlocked"),
    "account factors": Words("账号第二因素重设", "Second factors of an account reset"),
    "bridges": Words("对账", "Reconciliation"),
    "seal": Words("封账", "Sealing"),
    "verify": Words("核验账簿", "Verifying the book"),
    "trail": Words("导出查阅记录", "The trail, taken out"),
    "export ocel": Words("导出事件日志", "Event log, taken out"),
    "export frictionless": Words("导出数据包", "Data package, taken out"),
    "export csvw": Words("导出万维网 CSV", "CSV on the Web, taken out"),
}


def what(name: str) -> Words:
    """Return what the trail's ``what`` is called; its own name where nothing else is known."""
    return WHAT.get(name) or _figures().get(name) or Words(name, name)


@cache
def titles() -> dict[str, Words]:
    """Return the title of each line of work by its code."""
    return {line.name: line.title for line in lines()}


@cache
def _figures() -> dict[str, Words]:
    return {figure.id: Words(f"指标 {figure.id}", f"Figure {figure.id}") for figure in figures()}
