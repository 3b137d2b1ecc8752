"""What the office that supervises matters writes down. The case is a matter, a meeting or an instruction, by its number."""

from typing import Annotated, Literal

from plumbline.records import Body, Count, Day, Record, Reference, Text, label, ordered
from plumbline.records.verification import Verification

Meeting = Literal["党委常委会", "政府常务会", "其他会议"]
GivenBy = Literal["党委", "政府", "政法委", "其他"]
Field = Literal["政法工作", "政法队伍建设"]
Stage = Literal["已启动", "推进中", "已完成"]


class Decided(Record):
    """会议研究决定事项 Matter decided at a meeting."""

    meeting: Annotated[Meeting, label("会议", "meeting")]
    area: Annotated[Field, label("领域", "area")]


class Convened(Record):
    """召开专项工作会议 Special meeting held."""

    topic: Annotated[Text, label("议题", "topic")]


class Instructed(Record):
    """作出批示 Written instruction given."""

    given_by: Annotated[GivenBy, label("批示机关", "given by")]


class Assigned(Record):
    """批办事项 Matter assigned."""

    roles = ("begins",)

    lead: Annotated[Body, label("牵头承办单位", "lead body")]
    due: Annotated[Day, label("办结时限", "due")]

    _due_later = ordered("on", "due")


class Supported(Record):
    """明确协办单位 Supporting body named."""

    follows = ("Assigned",)

    supporter: Annotated[Body, label("协办单位", "supporting body")]


class Formed(Record):
    """成立工作专班 Task force set up."""

    follows = ("Assigned",)


class Issued(Record):
    """印发文件 Documents issued."""

    follows = ("Assigned",)

    documents: Annotated[Count, label("文件份数", "documents")]


class Supervised(Record):
    """挂牌督办案件 Case put under special supervision."""

    follows = ("Assigned",)


class Progressed(Record):
    """报送进展 Progress reported."""

    follows = ("Assigned",)

    stage: Annotated[Stage, label("进展", "stage")]
    evidence: Annotated[Reference, label("佐证材料编号", "evidence")]


class Requested(Record):
    """申请延期 Extension asked for."""

    follows = ("Assigned",)

    until: Annotated[Day, label("拟延至", "until")]


class Granted(Record):
    """批准延期 Extension granted."""

    follows = ("Assigned", "Requested")

    until: Annotated[Day, label("延至", "until")]


class Reviewed(Verification):
    """办结核查 Completion reviewed."""

    follows = ("Assigned",)

    fixed_by: Annotated[Body, label("承办单位", "done by")]
    fixed_post: Annotated[Reference | None, label("承办岗位编号", "post that did it")] = None
    verified_by: Annotated[Body, label("核查单位", "reviewed by")]
    verified_post: Annotated[Reference | None, label("核查岗位编号", "post that reviewed it")] = None
    passed: Annotated[bool, label("同意办结", "found done")] = True


class Reopened(Record):
    """重新办理 Matter reopened."""

    follows = ("Assigned", "Reviewed")

    due: Annotated[Day, label("办结时限", "due")]

    _due_later = ordered("on", "due")
