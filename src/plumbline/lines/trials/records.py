"""What a court writes down of a criminal case."""

from typing import Annotated, Literal

from plumbline.law.levels import Approver
from plumbline.records import Category, Count, Day, Persons, Record, Scope, label

Instance = Literal["一审公诉", "一审自诉", "二审", "再审"]
Procedure = Literal["普通", "简易", "速裁"]
Outcome = Literal["判决", "裁定", "调解", "准许撤诉", "终止审理", "移送他院", "并入他案"]
Excluded_ = Literal["精神病鉴定", "检察院阅卷", "另行委托辩护人", "新证据重新鉴定"]


class Docketed(Persons):
    """收案 Case docketed."""

    roles = ("begins", "counts", "court")

    offence: Annotated[Category, label("罪名", "offence")]
    instance: Annotated[Instance, label("审级", "instance")] = "一审公诉"
    procedure: Annotated[Procedure, label("程序", "procedure")] = "普通"
    in_custody: Annotated[bool, label("被告人在押", "accused in custody")] = False
    over_one_year: Annotated[bool, label("可能判处一年以上", "sentence over one year possible")] = False
    over_three_years: Annotated[bool, label("可能判处三年以上", "sentence over three years possible")] = False
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Heard(Record):
    """开庭 Case heard."""

    follows = ("Docketed",)


class Extended(Record):
    """延长审限 Trial limit extended."""

    follows = ("Docketed",)

    approver: Annotated[Approver, label("批准机关", "approver")]
    months: Annotated[Count, label("延长月数", "months")]


class Suspended(Record):
    """中止审理 Trial suspended."""

    follows = ("Docketed",)


class Resumed(Record):
    """恢复审理 Trial resumed."""

    follows = ("Docketed", "Suspended")


class Excluded(Record):
    """扣除审限 Days not counted."""

    follows = ("Docketed",)

    reason: Annotated[Excluded_, label("扣除事由", "reason")]
    until: Annotated[Day, label("扣除至", "until")]


class Converted(Record):
    """转换程序 Procedure converted."""

    follows = ("Docketed",)

    procedure: Annotated[Procedure, label("程序", "procedure")]


class Postponed(Record):
    """延期审理补充侦查 Postponed for investigation."""

    follows = ("Docketed",)

    round: Annotated[Count, label("第几次", "round")]


class Retransferred(Record):
    """补充侦查后重新移送法院 Sent to court again."""

    follows = ("Docketed", "Postponed")

    round: Annotated[Count, label("第几次", "round")]


class Concluded(Persons):
    """审结 Trial concluded."""

    follows = ("Docketed",)
    roles = ("ends",)

    outcome: Annotated[Outcome, label("结案方式", "outcome")] = "判决"
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""
