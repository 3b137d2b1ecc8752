"""What the police write down of enterprises' requests. Neither enterprises nor persons are named; a request is a number.

How liaison officers (护航警官) are chosen and what they must do is not known (未查到): only how many there are is kept.
"""

from typing import Annotated, Literal

from plumbline.records import Body, Count, Record, label

About = Literal["治安秩序", "交通秩序", "证照办理", "涉企案件", "夜间经济", "其他"]
Channel = Literal["护航警官", "热线", "窗口", "其他"]
Outcome = Literal["解决", "解释说明", "转其他部门", "不予支持"]
Grade = Literal["满意", "基本满意", "不满意"]
Field = Literal["夜间经济", "地摊经济", "营商环境", "其他"]


class Asked(Record):
    """受理企业诉求 Request taken on."""

    roles = ("begins",)

    about: Annotated[About, label("诉求类别", "what it is about")]
    channel: Annotated[Channel, label("来源", "how it came")] = "护航警官"


class Assigned(Record):
    """交办 Request assigned."""

    follows = ("Asked",)

    to_body: Annotated[Body, label("承办单位", "unit in charge")]


class Answered(Record):
    """答复 Request answered."""

    follows = ("Asked",)


class Resolved(Record):
    """办结 Request resolved."""

    follows = ("Asked",)
    roles = ("ends",)

    outcome: Annotated[Outcome, label("办理结果", "outcome")] = "解决"


class Rated(Record):
    """评价 Request rated."""

    follows = ("Asked", "Resolved")

    grade: Annotated[Grade, label("评价等次", "grade")]


class LiaisonAppointed(Record):
    """聘任护航警官 Liaison officers appointed. A later record under the same number says how many there are then."""

    officers: Annotated[Count, label("人数", "officers")]


class LiaisonWithdrawn(Record):
    """撤销护航警官聘任 Liaison officers withdrawn."""

    follows = ("LiaisonAppointed",)


class MeasureIssued(Record):
    """出台措施 Measures issued."""

    about: Annotated[Field, label("措施领域", "what they are for")]
    measures: Annotated[Count, label("措施项数", "measures")]
