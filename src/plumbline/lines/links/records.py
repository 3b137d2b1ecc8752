"""What joins the bodies' files. The case and body are those the file leaves; ``to_case`` and ``to_body`` where it goes."""

from typing import Annotated, Literal

from plumbline.records import Body, CaseNumber, Count, Record, label

How = Literal[
    "移送", "分案", "并案", "退回补侦", "重新移送", "追加", "另案", "撤回", "改变管辖", "上诉", "抗诉", "发回"
]
Line = Literal["integrity", "investigations", "prosecutions", "rivers", "trials"]


class Linked(Record):
    """案件关联 Files linked."""

    how: Annotated[How, label("关联方式", "how")]
    from_line: Annotated[Line, label("来自条线", "line it leaves")]
    to_line: Annotated[Line, label("去往条线", "line it goes to")]
    to_case: Annotated[CaseNumber, label("对方案号", "case there")]
    to_body: Annotated[Body, label("对方单位", "body there")]
    persons: Annotated[Count | None, label("人数", "persons")] = None
