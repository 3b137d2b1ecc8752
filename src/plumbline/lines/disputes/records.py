"""What a mediation body writes down of a dispute, the court's part in it included. Parties are only counted."""

from typing import Annotated, Literal

from plumbline.law.levels import Approver
from plumbline.records import Amount, Body, Count, Record, label

Dispute = Literal["邻里", "婚姻家庭", "损害赔偿", "劳动", "土地", "物业", "消费", "其他"]
CameBy = Literal["排查发现", "当事人申请", "法院委派", "公安移交", "其他移交"]
WentTo = Literal["诉讼", "仲裁", "行政处理", "其他"]
Form = Literal["书面", "口头"]
Answer = Literal["受理", "不予受理"]
Outcome = Literal["确认有效", "驳回申请", "准许撤回"]
Extent = Literal["全部", "部分"]


class Accepted(Record):
    """受理纠纷 Dispute taken on."""

    roles = ("begins",)

    dispute: Annotated[Dispute, label("纠纷类别", "kind of dispute")]
    came_by: Annotated[CameBy, label("来源", "came by")]
    parties: Annotated[Count, label("当事人数", "parties")]


class Settled(Record):
    """调解成功 Dispute settled."""

    follows = ("Accepted",)


class Failed(Record):
    """调解不成 Mediation failed."""

    follows = ("Accepted",)

    went_to: Annotated[WentTo, label("去向", "went to")]


class Agreed(Record):
    """调解协议生效 Agreement in force."""

    follows = ("Accepted", "Settled")

    form: Annotated[Form, label("协议形式", "form")]
    amount_fen: Annotated[Amount | None, label("协议金额（分）", "amount in fen")] = None


class Performed(Record):
    """履行协议 Agreement performed."""

    follows = ("Accepted", "Agreed")

    extent: Annotated[Extent, label("履行程度", "extent")]


class _AtCourt(Record):
    """司法确认 Confirmation."""

    court: Annotated[Body, label("法院", "court")]


class Applied(_AtCourt):
    """申请司法确认 Confirmation applied for."""

    follows = ("Accepted", "Agreed")


class Answered(_AtCourt):
    """法院决定是否受理 Court's answer to the application."""

    follows = ("Accepted", "Applied")

    answer: Annotated[Answer, label("答复", "answer")]


class Extended(_AtCourt):
    """延长确认期限 Time to decide extended."""

    follows = ("Accepted", "Answered")

    approver: Annotated[Approver, label("批准机关", "approver")]
    days: Annotated[Count, label("延长日数", "days")]


class Decided(_AtCourt):
    """法院作出决定 Court's decision on confirmation."""

    follows = ("Accepted", "Applied")

    outcome: Annotated[Outcome, label("结果", "outcome")]
