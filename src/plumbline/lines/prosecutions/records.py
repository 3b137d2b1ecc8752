"""What a procuratorate writes down of a case sent to it for prosecution."""

from typing import Annotated, Literal

from plumbline.records import Category, Count, Day, Persons, Record, Scope, label

Procedure = Literal["普通", "速裁"]
Pausing = Literal["精神病鉴定", "监察移送后决定强制措施"]
Outcome = Literal["起诉", "法定不起诉", "酌定不起诉", "存疑不起诉", "附条件不起诉", "撤回移送", "移送他院", "并入他案"]


class Received(Persons):
    """受理审查起诉 Received for prosecution."""

    roles = ("begins", "counts")

    offence: Annotated[Category, label("罪名", "offence")]
    procedure: Annotated[Procedure, label("程序", "procedure")] = "普通"
    over_one_year: Annotated[bool, label("可能判处一年以上", "sentence over one year possible")] = False
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Extended(Record):
    """延长审查起诉期限 Review extended."""

    follows = ("Received",)


class Excluded(Record):
    """扣除审查起诉期限 Days of review not counted."""

    follows = ("Received",)

    reason: Annotated[Pausing, label("扣除事由", "reason")]
    until: Annotated[Day, label("扣除至", "until")]


class Returned(Record):
    """退回补充侦查 Returned for investigation."""

    follows = ("Received",)

    round: Annotated[Count, label("第几次", "round")]


class Resubmitted(Record):
    """补充侦查后重新移送 Sent again after investigation."""

    follows = ("Received", "Returned")

    round: Annotated[Count, label("第几次", "round")]


class Decided(Persons):
    """作出决定 Decision on persons."""

    follows = ("Received",)

    outcome: Annotated[Outcome, label("决定", "outcome")]
    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""


class Concluded(Persons):
    """办结 Case concluded."""

    follows = ("Received",)
    roles = ("ends",)

    scope: Annotated[Scope, label("案件标签", "scope tags")] = ""
