"""What the bodies write down of one person's episode in custody. The case is the episode; ``file`` the case it serves."""

from typing import Annotated, Literal

from plumbline.law.levels import Approver
from plumbline.records import CaseNumber, Day, Record, Reference, Token, label

Ground = Literal["一般", "特殊情况", "流窜多次结伙", "检察机关自侦", "监察移送"]
Stage = Literal["侦查", "审查起诉", "补充侦查", "审判", "二审"]
Rule = Literal[
    "侦查延长一个月",
    "侦查延长二个月",
    "重刑再延长二个月",
    "审查起诉延长",
    "审判延长三个月",
    "二审延长二个月",
    "最高法院再延长",
]
Pausing = Literal["精神病鉴定", "中止审理"]
Measure = Literal["取保候审", "监视居住"]
NotTold = Literal["无法通知", "有碍侦查"]
Leaving = Literal["释放", "取保候审", "监视居住", "交付执行", "死亡", "移交"]


class _Episode(Record):
    """羁押 Custody."""

    keyed_by = ("case",)

    person: Annotated[Token, label("人员标识", "person")]


class Detained(_Episode):
    """执行拘留 Detained."""

    file: Annotated[CaseNumber, label("所涉案号", "case it serves")]
    ground: Annotated[Ground, label("期限情形", "ground")] = "一般"


class Housed(_Episode):
    """送看守所 Brought to the detention house."""


class FamilyTold(_Episode):
    """通知家属 Family told."""

    not_told: Annotated[NotTold | None, label("未通知原因", "why not told")] = None


class Interrogated(_Episode):
    """讯问 Interrogated."""


class ArrestAsked(_Episode):
    """提请批准逮捕 Arrest asked for."""

    follows = ("Detained",)


class ArrestDecided(_Episode):
    """批捕决定 Arrest decided."""

    follows = ("ArrestAsked",)

    approved: Annotated[bool, label("批准", "approved")]


class Arrested(_Episode):
    """执行逮捕 Arrested."""

    file: Annotated[CaseNumber, label("所涉案号", "case it serves")]
    unnamed: Annotated[bool, label("身份不明", "who it is not yet established")] = False


class Established(_Episode):
    """查清身份 Who it is established."""

    follows = ("Arrested",)


class Extended(_Episode):
    """延长羁押期限 Custody extended."""

    rule: Annotated[Rule, label("延长依据", "rule")]
    approver: Annotated[Approver, label("批准机关", "approver")]
    until: Annotated[Day | None, label("文书所载届满日", "end written in the document")] = None
    document: Annotated[Reference | None, label("文书号", "document")] = None


class Restarted(_Episode):
    """重新计算羁押期限 Custody counted anew."""

    follows = ("Arrested",)

    approver: Annotated[Approver, label("批准机关", "approver")]


class Excluded(_Episode):
    """扣除羁押期限 Days of custody not counted."""

    reason: Annotated[Pausing, label("扣除事由", "reason")]
    until: Annotated[Day | None, label("扣除至", "until")] = None


class HandedOver(_Episode):
    """换押 Handed over to the next stage."""

    stage: Annotated[Stage, label("进入阶段", "stage entered")]


class Freed(_Episode):
    """离开羁押 Left custody."""

    how: Annotated[Leaving, label("离开方式", "how")]


class Ordered(_Episode):
    """决定非羁押措施 Measure without custody ordered."""

    measure: Annotated[Measure, label("措施", "measure")]


class Lifted(_Episode):
    """解除非羁押措施 Measure without custody lifted."""

    follows = ("Ordered",)
